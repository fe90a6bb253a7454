// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>

#include "ui/worklist/rowbrush.h"

namespace tawasul {

class RowTable;

/// Paints the cells of a supervisor's tables: one line in the middle, or two above each other.
class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Between the edge of a cell and what it says.
    static constexpr int kPadding = 12;

    TwoLineDelegate(const Theme &theme, RowTable &table);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    /// What is at hand while a cell is painted; places are as if left to right.
    struct Cell
    {
        const RowBrush &brush;
        const RowFonts &fonts;
        const Tokens &tokens;
        QRect whole;
        QRect above;
        QRect below;
    };

    virtual void paintCell(const Cell &cell, const QModelIndex &index) const = 0;

private:
    const Theme &m_theme;
    const RowTable &m_table;
};

} // namespace tawasul
