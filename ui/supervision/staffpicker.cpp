// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/staffpicker.h"

#include "models/arabic/tooltip.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/fold.h"
#include "models/domain/assignment.h"
#include "ui/shared/rawtext.h"
#include "ui/shared/textfield.h"
#include "ui/supervision/orderwords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/worklist/rowbrush.h"

#include <algorithm>

namespace tawasul {

namespace {

constexpr int kRow = 48;
constexpr int kRowsSeen = 3;
constexpr int kSelectedBar = 3;

class StaffDelegate : public QStyledItemDelegate
{
public:
    StaffDelegate(const Theme &theme, const StaffModel &model, const BoardWords &words, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_model(model)
        , m_words(words)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, m_theme.scaled(kRow)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const Tokens &tokens = m_theme.tokens();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
        painter->fillRect(option.rect, selected ? tokens.selected : hovered ? tokens.hover : tokens.surface);
        if (selected)
            painter->fillRect(
                QStyle::visualRect(option.direction, option.rect,
                                   QRect(option.rect.topLeft(), QSize(kSelectedBar, option.rect.height()))),
                tokens.ink);
        const RowBrush brush(*painter, m_theme, option.rect, option.direction);
        const RowFonts fonts(m_theme);
        const Recipient &of = m_model.at(index.row());
        const QRect cell = option.rect.adjusted(space::medium, space::tiny, -space::medium, -space::tiny);
        const int half = cell.height() / 2;
        brush.line({cell.left(), cell.top(), cell.width(), half}, fonts.value, tokens.text,
                   m_words.officer(of.name));
        const QRect below(cell.left(), cell.top() + half, cell.width(), half);
        if (of.obstacle.isEmpty())
            brush.line(below, fonts.secondary, tokens.text2, m_model.line(of));
        else
            brush.word(below, fonts.secondary, {m_model.line(of), Icon::UserX, Tone::Lavender});
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(tokens.focus, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), radius::small,
                                     radius::small);
        }
        painter->restore();
    }

private:
    const Theme &m_theme;
    const StaffModel &m_model;
    const BoardWords &m_words;
};

} // namespace

std::vector<Recipient> recipientsOf(const std::vector<Colleague> &staff, const Board &board,
                                    const QString &section, const QString &region, Instant at)
{
    const auto openOf = [&board](const PersonId &id) {
        const auto row = std::find_if(board.officers.begin(), board.officers.end(),
                                      [&id](const OfficerLoad &each) { return each.officer.id == id; });
        return row == board.officers.end() ? 0 : row->load.total();
    };
    std::vector<Recipient> all{{{}, openOf({}), {}, {}, {}}};
    for (const Colleague &each : staff) {
        if (each.role != Role::Officer || !each.active)
            continue;
        // Where the cases are of several sections each case says for itself.
        const QString theirSection = section.isEmpty() ? each.section : section;
        const QString theirRegion = region.isEmpty() ? each.region : region;
        Recipient recipient{
            each.name, openOf(each.name.id), giftObstacle(&each, theirSection, theirRegion, at), {}, {}};
        if (const Leave *leave = leaveAt(each, at)) {
            recipient.awayUntil = leave->last;
            recipient.substitute = leave->substitute;
        }
        all.push_back(std::move(recipient));
    }
    return all;
}

// --- the model
// ----------------------------------------------------------------------------------------------

StaffModel::StaffModel(const BoardWords &words, QObject *parent)
    : QAbstractListModel(parent)
    , m_words(words)
{
}

void StaffModel::setRecipients(std::vector<Recipient> recipients)
{
    beginResetModel();
    m_all = std::move(recipients);
    m_shown.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (foldForSearch(m_words.officer(m_all[i].name)).contains(m_filter))
            m_shown.push_back(i);
    }
    endResetModel();
}

void StaffModel::setFilter(const QString &typed)
{
    m_filter = foldForSearch(typed.trimmed());
    setRecipients(std::move(m_all));
}

const Recipient &StaffModel::at(int row) const
{
    return m_all[m_shown[static_cast<std::size_t>(row)]];
}

int StaffModel::rowOf(const PersonId &id) const
{
    for (std::size_t row = 0; row < m_shown.size(); ++row) {
        if (m_all[m_shown[row]].name.id == id)
            return static_cast<int>(row);
    }
    return -1;
}

QString StaffModel::line(const Recipient &of) const
{
    if (of.name.id.isEmpty())
        return tr("For the officers of the section to take");
    const QString open = m_words.requests(of.open);
    if (of.obstacle.isEmpty())
        return open;
    QString why = refusalReason(of.obstacle);
    if (of.obstacle == u"assignment.on_leave")
        why = m_words.away({of.name, {}, {}, true, true, of.awayUntil, of.substitute});
    //: %1 such as 24 requests, %2 why nothing may be given to that officer
    return tr("%1 – %2", "an officer").arg(open, why);
}

int StaffModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant StaffModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Recipient &of = at(index.row());
    if (role == Qt::DisplayRole)
        return m_words.officer(of.name);
    //: %1 a name, %2 what they have and why nothing may be given to them
    const QString whole = tr("%1: %2", "an officer").arg(m_words.officer(of.name), line(of));
    if (role == Qt::AccessibleTextRole)
        return rawText(whole);
    return role == Qt::ToolTipRole ? QVariant(plainTooltip(whole)) : QVariant();
}

// --- the picker
// ---------------------------------------------------------------------------------------------

StaffPicker::StaffPicker(const Theme &theme, const BoardWords &words, QWidget *parent)
    : QWidget(parent)
    , m_model(new StaffModel(words, this))
    , m_search(new TextField)
    , m_list(new QListView)
{
    setObjectName(QStringLiteral("staffPicker"));
    m_search->setObjectName(QStringLiteral("staffSearch"));
    m_search->setPlaceholderText(tr("Name of the officer"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("staffList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new StaffDelegate(theme, *m_model, words, m_list));
    m_list->setAccessibleName(tr("Officers"));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setFixedHeight(kRowsSeen * theme.scaled(kRow));
    connect(&theme, &Theme::changed, m_list,
            [this, &theme] { m_list->setFixedHeight(kRowsSeen * theme.scaled(kRow)); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    column->addWidget(m_search);
    column->addWidget(m_list);
    setFocusProxy(m_search);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_isShowing = true;
        m_model->setFilter(typed);
        m_isShowing = false;
        showChosen();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (m_isShowing || !current.isValid())
                    return;
                m_chosen = m_model->at(current.row()).name.id;
                Q_EMIT chosenChanged();
            });
}

void StaffPicker::setRecipients(std::vector<Recipient> recipients)
{
    m_isShowing = true;
    m_model->setRecipients(std::move(recipients));
    m_isShowing = false;
    showChosen();
}

void StaffPicker::choose(const std::optional<PersonId> &id)
{
    if (id == m_chosen)
        return showChosen();
    m_chosen = id;
    showChosen();
    Q_EMIT chosenChanged();
}

void StaffPicker::showChosen()
{
    m_isShowing = true;
    const int row = m_chosen ? m_model->rowOf(*m_chosen) : -1;
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
    else
        m_list->selectionModel()->clear();
    m_isShowing = false;
}

void StaffPicker::focusFirst()
{
    m_search->setFocus(Qt::OtherFocusReason);
}

// From the field the arrows go on to the list: what is typed is found, and then chosen.
bool StaffPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if ((key->key() == Qt::Key_Down || enter) && m_model->rowCount() > 0) {
            m_list->setFocus(Qt::TabFocusReason);
            if (!m_list->currentIndex().isValid()) {
                // With something typed the first of those found; nobody is no first choice.
                const int first = m_search->text().isEmpty() && m_model->rowCount() > 1 ? 1 : 0;
                m_list->setCurrentIndex(m_model->index(first));
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tawasul
