// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/supervision/chart.h"

namespace tawasul {

/// «الوارد والمنجز»: two columns for each day, the oldest at the start edge.
class FlowChart : public Chart
{
    Q_OBJECT

public:
    FlowChart(const Theme &theme, const BoardWords &words, QWidget *parent = nullptr);

    void setFlow(const std::vector<DayFlow> &flow);

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] static QColor receivedColor(const Tokens &tokens) { return tokens.marks.neutral; }
    [[nodiscard]] static QColor closedColor(const Tokens &tokens) { return tokens.marks.brand; }

protected:
    [[nodiscard]] std::vector<ChartMark> layOut() const override;
    void paintChart(QPainter &painter, const QRect &clip) const override;

private:
    [[nodiscard]] QRect plot() const;
    [[nodiscard]] int top() const;
    [[nodiscard]] QRect dayRoom(int day) const;
    [[nodiscard]] QRect columnOf(int day, bool closed) const;

    std::vector<DayFlow> m_flow;
};

/// «أعمار الطلبات المفتوحة»: open requests by the working days since they were submitted.
class AgeChart : public Chart
{
    Q_OBJECT

public:
    AgeChart(const Theme &theme, const BoardWords &words, QWidget *parent = nullptr);

    void setAges(const std::vector<AgeBand> &ages);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] std::vector<ChartMark> layOut() const override;
    void paintChart(QPainter &painter, const QRect &clip) const override;

private:
    [[nodiscard]] QRect line(int band) const;
    [[nodiscard]] QRect bar(int band) const;
    [[nodiscard]] int labels() const;

    std::vector<AgeBand> m_ages;
};

} // namespace tawasul
