// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/loadchangebars.h"

#include <QtGui/QPainter>

#include "ui/supervision/officerbars.h"
#include "ui/theme/metrics.h"

#include <algorithm>

namespace tawasul {

namespace {

constexpr int kRow = 52;
constexpr int kBar = 9;

} // namespace

LoadChangeBars::LoadChangeBars(const Theme &theme, const BoardWords &words, const OrderWords &orders,
                               QWidget *parent)
    : Chart(theme, words, tr("Workload before and after"), parent)
    , m_orders(orders)
{
    setObjectName(QStringLiteral("loadChanges"));
}

void LoadChangeBars::setChanges(std::vector<LoadChange> changes)
{
    m_changes = std::move(changes);
    m_most = 1;
    for (const LoadChange &each : m_changes)
        m_most = std::max({m_most, each.before.total(), each.after.total()});
    updateGeometry();
    setMinimumHeight(sizeHint().height());
    refresh();
}

QSize LoadChangeBars::sizeHint() const
{
    return {0, static_cast<int>(m_changes.size()) * theme().scaled(kRow)};
}

QRect LoadChangeBars::line(int row) const
{
    return {0, row * theme().scaled(kRow), width(), theme().scaled(kRow)};
}

std::vector<ChartMark> LoadChangeBars::layOut() const
{
    std::vector<ChartMark> marks;
    for (int row = 0; row < static_cast<int>(m_changes.size()); ++row) {
        const LoadChange &each = m_changes[static_cast<std::size_t>(row)];
        marks.push_back({line(row).adjusted(2, 2, -2, -2),
                         //: %1 a name, %2 requests before and after
                         tr("%1: %2").arg(words().officer(each.officer), m_orders.change(each)), row, 0,
                         std::nullopt});
    }
    return marks;
}

void LoadChangeBars::paintChart(QPainter &painter, const QRect &) const
{
    const Tokens &tokens = theme().tokens();
    for (int row = 0; row < static_cast<int>(m_changes.size()); ++row) {
        const LoadChange &each = m_changes[static_cast<std::size_t>(row)];
        const QRect room = line(row).adjusted(space::tiny, 0, -space::tiny, 0);
        const int words3 = room.width() * 3 / 8;
        const int half = room.height() / 2;
        drawLine(painter, QRect(room.left(), room.top() + space::tiny, words3, half - space::tiny),
                 TextRole::Value, tokens.text, words().officer(each.officer));
        drawLine(painter, QRect(room.left(), room.top() + half, words3, half - space::tiny),
                 TextRole::Secondary, tokens.text2, m_orders.change(each));
        const int tall = theme().scaled(kBar);
        const QRect bars(room.left() + words3 + space::medium, 0, room.width() - words3 - space::medium,
                         tall);
        const int middle = room.top() + half;
        paintBar(painter, bars.translated(0, middle - tall - 2), each.before, false);
        paintBar(painter, bars.translated(0, middle + 2), each.after, true);
    }
}

// Before is pale and after is strong, each in the parts of the board.
void LoadChangeBars::paintBar(QPainter &painter, const QRect &room, const Load &load, bool isAfter) const
{
    const Tokens &tokens = theme().tokens();
    int x = room.left();
    for (const Standing standing : kStandings) {
        const int count = countOf(load, standing);
        if (count == 0)
            continue;
        const int wide = std::max(2, room.width() * count / m_most - 1);
        const QRect part(x, room.top(), std::min(wide, room.right() + 1 - x), room.height());
        painter.setOpacity(isAfter || tokens.edge > 1 ? 1.0 : 0.4);
        fill(painter, part, standingColor(tokens, standing), standingPattern(standing));
        x += wide + 1;
    }
    painter.setOpacity(1.0);
}

} // namespace tawasul
