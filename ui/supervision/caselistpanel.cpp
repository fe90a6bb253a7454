// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/caselistpanel.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedLayout>

#include "models/arabic/bidi.h"
#include "models/domain/assignment.h"
#include "ui/shared/button.h"
#include "ui/shared/casewords.h"
#include "ui/shared/countedtext.h"
#include "ui/shared/elidedlabel.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/iconbutton.h"
#include "ui/shared/rawtext.h"
#include "ui/shared/skeletonrows.h"
#include "ui/shared/strip.h"
#include "ui/supervision/twolinedelegate.h"
#include "ui/theme/metrics.h"

#include <algorithm>

namespace tawasul {

namespace {

constexpr int kPadding = TwoLineDelegate::kPadding;
constexpr int kRow = 56;
constexpr int kSkeletons = 8;
constexpr int kNarrow = 560; ///< of the table: the officer gives way

class CaseListDelegate : public TwoLineDelegate
{
public:
    CaseListDelegate(const Theme &theme, const CaseListModel &model, const BoardWords &words,
                     CaseTable &table)
        : TwoLineDelegate(theme, table)
        , m_model(model)
        , m_words(words)
    {
    }

protected:
    void paintCell(const Cell &cell, const QModelIndex &index) const override
    {
        const auto &[brush, fonts, tokens, whole, above, below] = cell;
        const CaseHeader &of = m_model.caseAt(index.row());
        switch (static_cast<CaseColumn>(index.column())) {
        case CaseColumn::Request:
            brush.line(above, fonts.main, tokens.text, isolateId(of.number), Qt::ElideMiddle);
            brush.line(below, fonts.secondary, tokens.text2, m_words.service(of.subService));
            break;
        case CaseColumn::Officer:
            brush.line(whole, fonts.secondary, of.assignee ? tokens.text : tokens.text3, m_model.officer(of));
            break;
        case CaseColumn::Status:
            brush.chip(whole, statusLook(of.status, of.statusText));
            break;
        case CaseColumn::Deadline:
            if (const QString left = m_model.left(of); left.isEmpty()) {
                brush.line(whole, fonts.secondary, tokens.text2, m_model.day(of));
            } else {
                brush.line(above, fonts.secondary, tokens.text2, m_model.day(of));
                brush.line(below, fonts.remaining, tokens.tone(m_model.leftTone(of)).text, left);
            }
            break;
        }
    }

private:
    const CaseListModel &m_model;
    const BoardWords &m_words;
};

} // namespace

// --- the table
// ----------------------------------------------------------------------------------------------

CaseTable::CaseTable(const Theme &theme, CaseListModel &model, QWidget *parent)
    : RowTable(theme, parent)
{
    setObjectName(QStringLiteral("boardCases"));
    setModel(&model);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setRowHeight(kRow);
}

std::vector<int> CaseTable::selectedRows() const
{
    std::vector<int> rows;
    // By ranges: of a thousand selected rows nobody wants four thousand cells.
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void CaseTable::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    m_carrying = false;
    const bool plain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    const QModelIndex index = indexAt(m_pressed);
    // On something selected the selection stays: it may be about to be carried.
    m_waits =
        m_carriable && plain && index.isValid() && selectionModel()->isSelected(index.siblingAtColumn(0));
    if (!m_waits)
        RowTable::mousePressEvent(event);
}

void CaseTable::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || !m_carriable || event->modifiers() != Qt::NoModifier)
        return RowTable::mouseMoveEvent(event);
    const QPoint place = event->globalPosition().toPoint();
    const bool far =
        (event->position().toPoint() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (!m_carrying && far && indexAt(m_pressed).isValid()) {
        m_carrying = true;
        Q_EMIT carryBegan(place);
    }
    if (m_carrying)
        Q_EMIT carryMoved(place);
}

void CaseTable::mouseReleaseEvent(QMouseEvent *event)
{
    const bool waited = std::exchange(m_waits, false);
    if (std::exchange(m_carrying, false)) {
        Q_EMIT carryEnded(event->globalPosition().toPoint());
        return;
    }
    if (waited) {
        setFocus(Qt::MouseFocusReason);
        setCurrentRow(indexAt(m_pressed).row());
        return;
    }
    RowTable::mouseReleaseEvent(event);
}

void CaseTable::keyPressEvent(QKeyEvent *event)
{
    const bool onwards = event->key() == Qt::Key_Down || event->key() == Qt::Key_PageDown;
    if (onwards && event->modifiers() == Qt::NoModifier && currentRow() == model()->rowCount() - 1)
        Q_EMIT endPassed();
    RowTable::keyPressEvent(event);
}

// --- the panel
// ----------------------------------------------------------------------------------------------

CaseListPanel::CaseListPanel(const Theme &theme, const BoardWords &words, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(words)
    , m_model(new CaseListModel(words, clock, this))
    , m_title(new ElidedLabel(TextRole::Section))
    , m_count(new PlainLabel(TextRole::Secondary))
    , m_reassign(new Button(theme, ButtonKind::Primary, tr("Reassign")))
    , m_more(new Button(theme, ButtonKind::Ghost, tr("Show more")))
    , m_strip(new Strip(theme))
    , m_table(new CaseTable(theme, *m_model))
    , m_bodies(new QStackedLayout)
    , m_waiting(new SkeletonRows(theme, kSkeletons, kRow))
    , m_empty(new EmptyState(
          theme,
          {Icon::CircleCheck, tr("No requests"), tr("Nothing is counted here any more."), {}, Ink::Text3}))
{
    setObjectName(QStringLiteral("caseListPanel"));
    setFocusPolicy(Qt::ClickFocus);
    m_title->setObjectName(QStringLiteral("caseListTitle"));
    m_count->setObjectName(QStringLiteral("caseListCount"));
    m_reassign->setObjectName(QStringLiteral("reassign"));
    m_reassign->setGlyph(Icon::UserShare);
    m_table->setItemDelegate(new CaseListDelegate(theme, *m_model, words, *m_table));
    m_table->setAccessibleName(tr("Requests"));
    m_table->keepOneCurrent();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::snug);
    column->addWidget(makeHead());
    column->addWidget(m_strip);
    m_more->setObjectName(QStringLiteral("moreCases"));
    m_more->hide();
    column->addLayout(m_bodies, 1); // before it is filled: what it shows would be a window of its own
    for (QWidget *body : std::initializer_list<QWidget *>{m_table, m_waiting, m_empty})
        m_bodies->addWidget(body);
    column->addWidget(m_more, 0, Qt::AlignHCenter);
    connect(m_more, &QPushButton::clicked, this, &CaseListPanel::askMore);
    connect(m_table, &CaseTable::endPassed, this, &CaseListPanel::askMore);
    connect(m_reassign, &QPushButton::clicked, this, &CaseListPanel::reassignRequested);
    connect(m_table, &RowTable::rowChosen, this,
            [this](int row) { Q_EMIT caseChosen(m_model->caseAt(row).id); });
    connect(m_table, &RowTable::widthChanged, this, &CaseListPanel::fitColumns);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CaseListPanel::count);
    connect(&m_theme, &Theme::changed, this, &CaseListPanel::fitColumns);
    count();
}

QWidget *CaseListPanel::makeHead()
{
    auto *head = new QWidget;
    auto *close = new IconButton(m_theme, Icon::X, tr("Close the list (%1)").arg(isolateId(u"Esc")));
    close->setObjectName(QStringLiteral("closeCases"));
    connect(close, &QToolButton::clicked, this, &CaseListPanel::closeRequested);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::hair);
    words->addWidget(m_title);
    words->addWidget(m_count);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::wide, space::medium, space::wide, space::tiny);
    row->setSpacing(space::snug);
    row->addLayout(words, 1);
    row->addWidget(m_reassign);
    row->addWidget(close);
    return head;
}

void CaseListPanel::wait(const QString &title)
{
    m_title->setText(title);
    m_strip->clear();
    m_model->setCases({});
    m_rest = {};
    m_goOn.reset();
    m_bodies->setCurrentWidget(m_waiting);
    count();
}

void CaseListPanel::setCases(std::vector<CaseHeader> cases, Rest rest)
{
    m_rest = rest;
    // What is selected stays so when the list is asked for again.
    std::vector<CaseHeader> before = selected();
    const bool first = m_model->rowCount() == 0;
    m_strip->clear();
    m_model->setCases(std::move(cases));
    const int rows = m_model->rowCount();
    m_bodies->setCurrentWidget(rows > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    if (first && rows > 0)
        m_table->setCurrentRow(0);
    if (hasFocus())
        focusRows();
    QItemSelection again;
    for (int row = 0; row < rows && !before.empty(); ++row) {
        const auto same = [&](const CaseHeader &each) { return each.id == m_model->caseAt(row).id; };
        if (std::any_of(before.begin(), before.end(), same))
            again.append(QItemSelectionRange(m_model->index(row, 0), m_model->index(row, kCaseColumns - 1)));
    }
    if (!again.isEmpty()) {
        m_table->selectionModel()->select(again, QItemSelectionModel::ClearAndSelect);
        m_table->selectionModel()->setCurrentIndex(again.first().topLeft(), QItemSelectionModel::NoUpdate);
    }
    if (m_goOn && *m_goOn < rows)
        goOn(*std::exchange(m_goOn, std::nullopt));
    else if (!rest.isMore)
        m_goOn.reset();
    fitColumns();
    count();
}

void CaseListPanel::askMore()
{
    if (!m_rest.isMore || m_goOn)
        return;
    m_goOn = m_model->rowCount();
    Q_EMIT moreRequested();
}

// What was selected stays so, unless it was the one row that the keyboard was on.
void CaseListPanel::goOn(int row)
{
    const QWidget *focus = window()->focusWidget();
    const bool isHere = focus == m_more || focus == m_table;
    if (m_table->selectedRows().size() > 1) {
        const QModelIndex index = m_model->index(row, 0);
        m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        m_table->scrollTo(index);
    } else {
        m_table->setCurrentRow(row);
    }
    if (isHere)
        m_table->setFocus(Qt::OtherFocusReason);
}

void CaseListPanel::setUnread(const QString &sentence)
{
    m_strip->say(Tone::Danger, sentence);
    m_rest = {};
    m_goOn.reset();
    m_bodies->setCurrentWidget(m_empty);
    count();
}

std::vector<CaseHeader> CaseListPanel::selected() const
{
    std::vector<CaseHeader> all;
    for (const int row : m_table->selectedRows())
        all.push_back(m_model->caseAt(row));
    return all;
}

// Rows that are still to come cannot have the keyboard: the panel holds it for them.
void CaseListPanel::focusRows()
{
    const bool isThere = m_bodies->currentWidget() == m_table;
    (isThere ? static_cast<QWidget *>(m_table) : this)->setFocus(Qt::OtherFocusReason);
}

// The panel itself may be shown, and have the keyboard, only after its rows have come.
void CaseListPanel::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_bodies->currentWidget() == m_table)
        m_table->setFocus(Qt::OtherFocusReason);
}

QString CaseListPanel::counted() const
{
    const int rows = m_model->rowCount();
    const QString shown = m_words.requests(rows);
    if (!m_rest.isMore)
        return shown;
    if (!m_rest.all || *m_rest.all <= rows)
        //: %1 such as 500 requests; the others are not shown yet
        return tr("The first %1; there are more").arg(shown);
    //: %1 such as 500 requests, %2 how many there are in all
    return tr("The first %1 of %2", "requests").arg(shown, m_words.number(*m_rest.all));
}

void CaseListPanel::count()
{
    const int rows = m_model->rowCount();
    const int chosen = static_cast<int>(m_table->selectedRows().size());
    const Digits digits = m_words.locale().digits;
    QString said = counted();
    if (chosen > 1 || (chosen == 1 && rows > 1))
        //: %1 such as 24 requests
        said = tr("%1, %2", "two counts")
                   .arg(said, countedText(tr("%n selected", "requests", chosen), chosen, digits));
    if (chosen > kMostAssigned)
        said = countedText(tr("At most %n request(s) are reassigned at once", nullptr, kMostAssigned),
                           kMostAssigned, digits);
    m_count->setText(rows == 0 ? QString() : said);
    m_more->setVisible(m_rest.isMore && rows > 0);
    //: Read out on a button: what it does, and how much is shown
    m_more->setAccessibleName(rawText(tr("%1: %2", "a button").arg(m_more->text(), counted())));
    m_reassign->setEnabled(chosen > 0 && chosen <= kMostAssigned);
}

void CaseListPanel::fitColumns()
{
    const int all = m_table->viewport()->width();
    const RowFonts fonts(m_theme);
    int status = 0;
    for (const CaseStatus each : {CaseStatus::New, CaseStatus::InProgress, CaseStatus::AwaitingExecution,
                                  CaseStatus::Returned, CaseStatus::Resubmitted, CaseStatus::Escalated})
        status = std::max(status, chipSize(statusLook(each, {}), m_theme).width());
    status += 2 * kPadding;
    const int deadline =
        QFontMetrics(fonts.remaining)
            .horizontalAdvance(timeLeftText({TimeLeft::State::Overdue, 11, {}}, m_words.locale().digits))
        + 3 * kPadding;
    const bool narrow = all < m_theme.scaled(kNarrow);
    const int rest = std::max(0, all - status - deadline);
    m_table->setColumnHidden(static_cast<int>(CaseColumn::Officer), narrow);
    m_table->setColumnWidth(static_cast<int>(CaseColumn::Status), status);
    m_table->setColumnWidth(static_cast<int>(CaseColumn::Deadline), deadline);
    m_table->setColumnWidth(static_cast<int>(CaseColumn::Request), narrow ? rest : rest * 5 / 9);
    m_table->setColumnWidth(static_cast<int>(CaseColumn::Officer), narrow ? 0 : rest - rest * 5 / 9);
}

} // namespace tawasul
