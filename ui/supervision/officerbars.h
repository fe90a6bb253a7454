// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/supervision/chart.h"

namespace tawasul {

/// «عبء العمل حسب الموظف»: a stacked bar for each officer from the start edge: overdue, due today, on track,
/// with the applicant. A row can be carried onto another one, and what is carried from elsewhere dropped on
/// it.
class OfficerBars : public Chart
{
    Q_OBJECT

public:
    OfficerBars(const Theme &theme, const BoardWords &words, QWidget *parent = nullptr);

    void setBoard(const Board &board);
    [[nodiscard]] const std::vector<OfficerLoad> &officers() const { return m_board.officers; }
    /// The row at a place of this widget; -1: none.
    [[nodiscard]] int rowAt(const QPoint &place) const;
    /// Onto which row something would be dropped now; -1: none.
    void setDropRow(int row);
    [[nodiscard]] int dropRow() const { return m_dropRow; }

Q_SIGNALS:
    // A row is carried by the mouse; places are of the screen.
    void carryBegan(int row, const QPoint &place);
    void carryMoved(const QPoint &place);
    void carryEnded(const QPoint &place);

protected:
    [[nodiscard]] std::vector<ChartMark> layOut() const override;
    void paintChart(QPainter &painter, const QRect &clip) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    struct Columns
    {
        int names;
        int bar;
        int barWidth;
        int count;
        int menu;
        int menuAt;
    };

    [[nodiscard]] Columns columns() const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int most() const;
    [[nodiscard]] std::vector<std::pair<Standing, QRect>> parts(int row) const;
    [[nodiscard]] std::pair<QRect, QRect> lines(const QRect &room) const;
    void paintRow(QPainter &painter, int row) const;
    void paintName(QPainter &painter, const OfficerLoad &officer, const QRect &room) const;
    void layHeight();

    Board m_board;
    int m_dropRow = -1;
    QPoint m_pressed;
    int m_pressedRow = -1;
    bool m_carrying = false;
};

/// In the order of their urgency.
inline constexpr std::array kStandings{Standing::Overdue, Standing::Today, Standing::OnTrack,
                                       Standing::Waiting};

} // namespace tawasul
