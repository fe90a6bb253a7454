// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/supervision/chart.h"

namespace tawasul {

/// «المهل حسب اليوم»: how many requests of each officer end on which day, the more the stronger. The number
/// stands in each cell.
class HeatMap : public Chart
{
    Q_OBJECT

public:
    HeatMap(const Theme &theme, const BoardWords &words, QWidget *parent = nullptr);

    void setBoard(const Board &board);
    [[nodiscard]] const Board &board() const { return m_board; }
    /// As if left to right; column -1 holds the names.
    [[nodiscard]] QRect cellOf(int row, int column) const;

    /// The day of each column, to stand over the map.
    [[nodiscard]] QWidget *makeHeading();

    /// What a cell with that share of the largest count is filled with; text on it has 4.5:1.
    [[nodiscard]] static QColor shade(const Tokens &tokens, const QColor &mark, double share);

protected:
    [[nodiscard]] std::vector<ChartMark> layOut() const override;
    void paintChart(QPainter &painter, const QRect &clip) const override;

private:
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QColor markOf(int column) const;
    void paintCell(QPainter &painter, int row, int column, int count) const;
    void layHeight();

    Board m_board;
    int m_most = 1;
};

} // namespace tawasul
