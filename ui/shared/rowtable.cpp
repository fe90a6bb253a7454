// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/rowtable.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kFocus = 2;
constexpr int kSelectedBar = 3;

} // namespace

RowTable::RowTable(const Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_height(tawasul::rowHeight(Density::Regular))
{
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
    verticalHeader()->setMinimumSectionSize(0);
    QHeaderView *header = horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setMinimumSectionSize(0);
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setFocusPolicy(Qt::NoFocus);
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT rowChosen(index.row()); });
    connect(&m_theme, &Theme::changed, this, &RowTable::fit);
    fit();
}

void RowTable::keepOneCurrent()
{
    for (auto signal : {&QAbstractItemModel::rowsRemoved, &QAbstractItemModel::rowsInserted})
        connect(model(), signal, this, &RowTable::settle);
    connect(model(), &QAbstractItemModel::layoutChanged, this, &RowTable::settle);
    settle();
}

void RowTable::setRowHeight(int height)
{
    m_height = height;
    fit();
}

void RowTable::fit()
{
    verticalHeader()->setMinimumSectionSize(0);
    verticalHeader()->setDefaultSectionSize(m_theme.scaled(m_height));
    // The header tells nobody that its rows grew: the scroll bar would end before the last of them.
    updateGeometries();
    verticalScrollBar()->setSingleStep(verticalHeader()->defaultSectionSize());
}

// --- the current row
// ----------------------------------------------------------------------------------------

void RowTable::settle()
{
    hover(-1);
    const int rows = model()->rowCount();
    if (rows > 0 && !currentIndex().isValid())
        setCurrentRow(std::clamp(m_lastRow, 0, rows - 1));
    else if (rows > 0 && !selectionModel()->isRowSelected(currentRow()))
        setCurrentRow(currentRow());
    m_lastRow = std::max(0, currentRow());
}

void RowTable::setCurrentRow(int row)
{
    const QModelIndex index = model()->index(row, 0);
    if (index.isValid())
        selectionModel()->setCurrentIndex(index,
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void RowTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    repaintRow(previous.row());
    repaintRow(current.row());
    if (!current.isValid())
        return;
    m_lastRow = current.row();
    if (current.row() != previous.row())
        Q_EMIT currentRowChanged(current.row());
}

// --- keyboard and mouse
// -------------------------------------------------------------------------------------

void RowTable::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // With Ctrl it is the primary action's.
    if (enter && !(event->modifiers() & ~Qt::KeypadModifier) && currentIndex().isValid()) {
        Q_EMIT rowChosen(currentRow());
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

// Typing would jump through the rows by the words of their first cell, which repeat.
void RowTable::keyboardSearch(const QString &) {}

QModelIndex RowTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    m_byKeyboard = true;
    const int column = std::max(0, currentIndex().column());
    if (action == MoveHome)
        return model()->index(0, column);
    if (action == MoveEnd)
        return model()->index(model()->rowCount() - 1, column);
    return QTableView::moveCursor(action, modifiers);
}

void RowTable::mousePressEvent(QMouseEvent *event)
{
    m_byKeyboard = false;
    QTableView::mousePressEvent(event);
}

void RowTable::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    hover(rowAt(event->position().toPoint().y()));
}

void RowTable::leaveEvent(QEvent *event)
{
    QTableView::leaveEvent(event);
    hover(-1);
}

void RowTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    hover(-1);
}

void RowTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason)
        m_byKeyboard = true;
    repaintRow(currentRow());
}

void RowTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    repaintRow(currentRow());
}

// --- painting
// -----------------------------------------------------------------------------------------------

void RowTable::hover(int row)
{
    if (row == m_hovered)
        return;
    repaintRow(std::exchange(m_hovered, row));
    repaintRow(row);
}

void RowTable::repaintRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void RowTable::resizeEvent(QResizeEvent *event)
{
    const bool seen = isCurrentSeen(event->oldSize().height());
    QTableView::resizeEvent(event);
    Q_EMIT widthChanged(viewport()->width());
    // The list became lower, as when a case opens beside it: the current row stays on screen.
    if (seen)
        scrollTo(currentIndex(), QAbstractItemView::EnsureVisible);
}

bool RowTable::isCurrentSeen(int height) const
{
    const int row = currentRow();
    const int top = row < 0 ? height : rowViewportPosition(row);
    return top < height && top + rowHeight(row) > 0;
}

void RowTable::paintEvent(QPaintEvent *event)
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

void paintRowGround(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option,
                    const QModelIndex &index, int hoveredRow)
{
    const Tokens &tokens = theme.tokens();
    const QRect &cell = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter.fillRect(cell,
                     selected                        ? tokens.selected
                         : index.row() == hoveredRow ? tokens.hover
                                                     : tokens.surface);
    painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), tokens.border);
    if (selected && index.column() == 0)
        painter.fillRect(QStyle::visualRect(option.direction, cell,
                                            QRect(cell.topLeft(), QSize(kSelectedBar, cell.height()))),
                         tokens.ink);
}

} // namespace tawasul
