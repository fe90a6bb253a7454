// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/worklistview.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

#include "ui/theme/theme.h"
#include "ui/worklist/worklistdelegate.h"

namespace tawasul {

namespace {

constexpr int kThirdLine = 20;               ///< logical pixels of a line of secondary text
constexpr int kCompactExtra = space::medium; ///< the narrow form breathes more: its two lines hold everything

} // namespace

WorklistView::WorklistView(const Theme &theme, WorklistModel &model, const WorklistWords &words,
                           QWidget *parent)
    : RowTable(theme, parent)
    , m_theme(theme)
    , m_model(model)
    , m_delegate(new WorklistDelegate(theme, model, words, *this))
{
    setObjectName(QStringLiteral("worklistView"));
    setModel(&model);
    setItemDelegate(m_delegate);
    connect(&model, &WorklistModel::rowsAboutToChange, this, &WorklistView::holdOn);
    connect(&model, &WorklistModel::rowsChanged, this, &WorklistView::settle);
    connect(this, &QAbstractItemView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT rowChosen(index.row()); });
    connect(this, &RowTable::widthChanged, this, &WorklistView::fitColumns);
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
    const bool seen = isCurrentSeen(viewport()->height());
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
    fitRows();
    fitColumns();
}

void WorklistView::fitRows()
{
    int height = tawasul::rowHeight(m_density);
    if (m_delegate->isCompact())
        height += kCompactExtra + (m_compactLines > 2 ? kThirdLine : 0);
    // Small text does not shrink as far as everything else does.
    while (m_theme.scaled(height) < m_delegate->leastHeight())
        ++height;
    setRowHeight(height);
}

void WorklistView::fitColumns()
{
    const int all = viewport()->width();
    if (m_delegate->isCompact()) {
        setColumnWidth(0, all);
        const int lines = m_delegate->compactLines(all);
        if (std::exchange(m_compactLines, lines) != lines) {
            m_delegate->setCompactLines(lines);
            fitRows();
        }
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
    forgetHover();
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

void WorklistView::setSearchTerms(const QStringList &terms)
{
    m_delegate->setSearchTerms(terms);
    viewport()->update();
}

} // namespace tawasul
