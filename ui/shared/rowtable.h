// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QTableView>

namespace tawasul {

class Theme;

/// A table without a grid that is walked through by whole rows: a ring is around the current one for whoever
/// uses the keyboard, Enter or a double click chooses it. Its delegate paints the cells, beginning with
/// paintRowGround().
class RowTable : public QTableView
{
    Q_OBJECT

public:
    explicit RowTable(const Theme &theme, QWidget *parent = nullptr);

    /// From here on one row is current as long as there are any: the one that takes the place of a row that
    /// went. Called once the model is set.
    void keepOneCurrent();
    /// QTableView::selectRow() selects nothing from right to left.
    void setCurrentRow(int row);
    [[nodiscard]] int currentRow() const { return currentIndex().row(); }
    /// The row under the mouse; -1: none.
    [[nodiscard]] int hoveredRow() const { return m_hovered; }
    void forgetHover() { hover(-1); }
    /// Logical pixels at 100 %.
    void setRowHeight(int height);

Q_SIGNALS:
    void rowChosen(int row);
    /// Another row is current.
    void currentRowChanged(int row);
    /// The columns have another width to share.
    void widthChanged(int width);

protected:
    /// Whether any of the current row shows in a viewport of that height.
    [[nodiscard]] bool isCurrentSeen(int height) const;

    void keyPressEvent(QKeyEvent *event) override;
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
    void fit();
    void settle();
    void hover(int row);
    void repaintRow(int row);

    const Theme &m_theme;
    int m_height;
    int m_lastRow = 0; ///< where the current one was, for when it goes
    int m_hovered = -1;
    bool m_byKeyboard = true; ///< the ring is for whoever does not use the mouse
};

/// Surface, hover or selection of a cell, the line under it, and the bar at the start of a selected row.
void paintRowGround(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option,
                    const QModelIndex &index, int hoveredRow);

} // namespace tawasul
