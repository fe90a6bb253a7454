// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QTableView>

#include <optional>
#include <vector>

#include "models/itemmodels/worklistmodel.h"
#include "ui/theme/metrics.h"

namespace tawasul {

class Theme;
class WorklistDelegate;
class WorklistWords;

/// The worklist as a list of rows: moves and selects by whole rows, keeps case and place when rows come and
/// go, and narrows to one column beside an open case.
class WorklistView : public QTableView
{
    Q_OBJECT

public:
    WorklistView(const Theme &theme, WorklistModel &model, const WorklistWords &words,
                 QWidget *parent = nullptr);

    void setDensity(Density density);
    /// One column of two lines.
    void setCompact(bool compact);
    void setSearchTerms(const QStringList &terms);

    /// Selects the row and shows it. QTableView::selectRow() selects nothing from right to left (ui.md §3.1).
    void setCurrentRow(int row);
    [[nodiscard]] int currentRow() const { return currentIndex().row(); }
    /// The next change of rows is the officer's own wish: it starts from the top, keeping the case if it
    /// stays.
    void startFromTop();

Q_SIGNALS:
    void rowChosen(int row);
    void currentRowChanged(int row);

protected:
    void keyboardSearch(const QString &search) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    // A row on screen and how far its top is from the top of the viewport.
    struct Anchor
    {
        qint64 key = 0;
        int offset = 0;
    };

    void holdOn();
    void settle();
    void restoreCurrent();
    void restoreScroll();
    void fit();
    void fitColumns();
    [[nodiscard]] bool isSeen(int row, int height) const;
    void hover(int row);
    void repaintRow(int row);

    const Theme &m_theme;
    WorklistModel &m_model;
    WorklistDelegate *m_delegate;
    Density m_density = Density::Regular;
    std::vector<Anchor> m_anchors; ///< rows on screen before a change, the current one first
    int m_rowBefore = -1;
    bool m_fromTop = false;
    int m_hovered = -1;
    bool m_byKeyboard = true; ///< the ring is for whoever does not use the mouse
};

} // namespace tawasul
