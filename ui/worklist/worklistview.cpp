// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/worklistview.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

#include "ui/theme/theme.h"
#include "ui/worklist/worklistdelegate.h"

namespace tawasul {

namespace {

constexpr int kFocus = 2;
constexpr int kCompactExtra = space::medium; ///< the narrow form breathes more: its two lines hold everything

} // namespace

WorklistView::WorklistView(const Theme &theme, WorklistModel &model, const WorklistWords &words,
                           QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_delegate(new WorklistDelegate(theme, model, words, this))
{
    setObjectName(QStringLiteral("worklistView"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setMinimumSectionSize(0);
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setFocusPolicy(Qt::NoFocus);

    connect(&model, &WorklistModel::rowsAboutToChange, this, &WorklistView::holdOn);
    connect(&model, &WorklistModel::rowsChanged, this, &WorklistView::settle);
    connect(this, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT rowChosen(index.row()); });
    connect(this, &QAbstractItemView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT rowChosen(index.row()); });
    connect(&m_theme, &Theme::changed, this, &WorklistView::fit);
    fit();
}

// --- sizes ------------------------------------------------------------------------------------------------

void WorklistView::setDensity(Density density)
{
    m_density = density;
    fit();
}

void WorklistView::setCompact(bool compact)
{
    if (compact == m_delegate->isCompact())
        return;
    const bool seen = isSeen(currentRow(), viewport()->height());
    holdOn();
    m_delegate->setCompact(compact);
    horizontalHeader()->setVisible(!compact);
    for (int column = 1; column < kWorklistColumns; ++column)
        setColumnHidden(column, compact);
    if (currentIndex().column() > 0)
        setCurrentRow(currentRow());
    fit();
    settle();
    if (seen)
        scrollTo(currentIndex(), QAbstractItemView::EnsureVisible);
}

void WorklistView::fit()
{
    m_delegate->updateFonts();
    const int extra = m_delegate->isCompact() ? kCompactExtra : 0;
    verticalHeader()->setMinimumSectionSize(0);
    verticalHeader()->setDefaultSectionSize(m_theme.scaled(tawasul::rowHeight(m_density) + extra));
    // The header tells nobody that its rows grew: the scroll bar would end before the last of them.
    updateGeometries();
    verticalScrollBar()->setSingleStep(verticalHeader()->defaultSectionSize());
    fitColumns();
}

void WorklistView::fitColumns()
{
    const int all = viewport()->width();
    if (m_delegate->isCompact()) {
        setColumnWidth(0, all);
        return;
    }
    const int status = m_delegate->statusWidth();
    const int rest = std::max(0, all - status);
    const auto part = [rest](int percent) { return rest * percent / 100; };
    const int request = part(34);
    const int applicant = part(30);
    setColumnWidth(static_cast<int>(WorklistColumn::Request), request);
    setColumnWidth(static_cast<int>(WorklistColumn::Applicant), applicant);
    setColumnWidth(static_cast<int>(WorklistColumn::Status), status);
    setColumnWidth(static_cast<int>(WorklistColumn::Deadline), rest - request - applicant);
}

void WorklistView::resizeEvent(QResizeEvent *event)
{
    const bool seen = isSeen(currentRow(), event->oldSize().height());
    QTableView::resizeEvent(event);
    fitColumns();
    // The list became lower, as when a case opens beside it: the row of that case stays on screen.
    if (seen)
        scrollTo(currentIndex(), QAbstractItemView::EnsureVisible);
}

bool WorklistView::isSeen(int row, int height) const
{
    const int top = row < 0 ? height : rowViewportPosition(row);
    return top < height && top + rowHeight(row) > 0;
}

// --- staying with the case
// ----------------------------------------------------------------------------------

void WorklistView::startFromTop()
{
    m_fromTop = true;
    // Before the rows go: a view that is scrolled past the end of its rows works through all of them.
    verticalScrollBar()->setValue(0);
}

void WorklistView::holdOn()
{
    m_anchors.clear();
    m_rowBefore = currentRow();
    if (m_model.rowCount() == 0)
        return;
    const int first = std::max(0, rowAt(0));
    const int height = viewport()->height();
    for (int row = first; row < m_model.rowCount() && rowViewportPosition(row) < height; ++row) {
        const Anchor anchor{m_model.keyAt(row), rowViewportPosition(row)};
        // The selected case is what the officer looks at: it stays put if any row does.
        if (row == m_rowBefore)
            m_anchors.insert(m_anchors.begin(), anchor);
        else
            m_anchors.push_back(anchor);
    }
}

void WorklistView::settle()
{
    // The ranges of the scroll bars are worked out late otherwise, and the old position would be looked at
    // once more, perhaps far past the end.
    executeDelayedItemsLayout();
    restoreCurrent();
    if (m_fromTop)
        scrollTo(currentIndex(), QAbstractItemView::EnsureVisible);
    else
        restoreScroll();
    m_fromTop = false;
    m_anchors.clear();
    hover(-1);
}

void WorklistView::restoreCurrent()
{
    const int rows = m_model.rowCount();
    if (rows == 0)
        return;
    if (!currentIndex().isValid())
        setCurrentRow(m_fromTop ? 0 : std::clamp(m_rowBefore, 0, rows - 1));
    else if (!selectionModel()->isRowSelected(currentRow()))
        setCurrentRow(currentRow());
}

void WorklistView::restoreScroll()
{
    if (m_anchors.empty())
        return;
    const int height = verticalHeader()->defaultSectionSize();
    for (const Anchor &anchor : m_anchors) {
        const int row = m_model.rowOf(anchor.key);
        if (row < 0)
            continue;
        verticalScrollBar()->setValue(row * height - anchor.offset);
        return;
    }
}

void WorklistView::setCurrentRow(int row)
{
    const QModelIndex index = m_model.index(row, 0);
    if (index.isValid())
        selectionModel()->setCurrentIndex(index,
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void WorklistView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    repaintRow(previous.row());
    repaintRow(current.row());
    if (current.isValid() && current.row() != previous.row())
        Q_EMIT currentRowChanged(current.row());
}

// --- keyboard
// -----------------------------------------------------------------------------------------------

// Typing would walk through all rows and read each of them; there is a search field for it.
void WorklistView::keyboardSearch(const QString &) {}

QModelIndex WorklistView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    m_byKeyboard = true;
    const int column = std::max(0, currentIndex().column());
    if (action == MoveHome)
        return m_model.index(0, column);
    if (action == MoveEnd)
        return m_model.index(m_model.rowCount() - 1, column);
    return QTableView::moveCursor(action, modifiers);
}

void WorklistView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason)
        m_byKeyboard = true;
    repaintRow(currentRow());
}

void WorklistView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    repaintRow(currentRow());
}

// --- painting
// -----------------------------------------------------------------------------------------------

void WorklistView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!hasFocus() || !m_byKeyboard || !currentIndex().isValid())
        return;
    // Around the row, not around one of its cells.
    const QRectF row(0, rowViewportPosition(currentRow()), viewport()->width(), rowHeight(currentRow()) - 1);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().focus, kFocus));
    painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), radius::small, radius::small);
}

void WorklistView::repaintRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void WorklistView::hover(int row)
{
    if (row == m_hovered)
        return;
    repaintRow(m_hovered);
    m_hovered = row;
    m_delegate->setHoveredRow(row);
    repaintRow(row);
}

void WorklistView::mousePressEvent(QMouseEvent *event)
{
    m_byKeyboard = false;
    QTableView::mousePressEvent(event);
}

void WorklistView::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    hover(rowAt(event->position().toPoint().y()));
}

void WorklistView::leaveEvent(QEvent *event)
{
    QTableView::leaveEvent(event);
    hover(-1);
}

void WorklistView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    hover(-1);
}

void WorklistView::setSearchTerms(const QStringList &terms)
{
    m_delegate->setSearchTerms(terms);
    viewport()->update();
}

} // namespace tawasul
