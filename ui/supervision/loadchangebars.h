// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/supervision/chart.h"
#include "ui/supervision/orderwords.h"

namespace tawasul {

/// What an order does to loads: for each officer two bars, before and after.
class LoadChangeBars : public Chart
{
    Q_OBJECT

public:
    LoadChangeBars(const Theme &theme, const BoardWords &words, const OrderWords &orders,
                   QWidget *parent = nullptr);

    void setChanges(std::vector<LoadChange> changes);
    [[nodiscard]] const std::vector<LoadChange> &changes() const { return m_changes; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    [[nodiscard]] std::vector<ChartMark> layOut() const override;
    void paintChart(QPainter &painter, const QRect &clip) const override;

private:
    [[nodiscard]] QRect line(int row) const;
    void paintBar(QPainter &painter, const QRect &room, const Load &load, bool isAfter) const;

    const OrderWords &m_orders;
    std::vector<LoadChange> m_changes;
    int m_most = 1;
};

} // namespace tawasul
