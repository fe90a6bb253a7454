// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/flowchart.h"

#include "ui/theme/metrics.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace tawasul {

namespace {

constexpr int kAxis = 36;
constexpr int kWidestColumn = 22;
constexpr int kGridLines = 4;
constexpr int kLeastHeight = 170;
constexpr int kAgeRow = 30;
constexpr int kTallestAgeRow = 44;
constexpr int kAgeBar = 14;
constexpr int kAgeLabel = 120;
constexpr int kAgeCount = 56;

// The next number at which four grid lines fall on whole ones that are easily read.
int roundedUp(int most)
{
    for (int unit = 1;; unit *= 10) {
        for (const int step : {1, 2, 5}) {
            if (step * unit * kGridLines >= most)
                return step * unit * kGridLines;
        }
    }
}

} // namespace

FlowChart::FlowChart(const Theme &theme, const BoardWords &words, QWidget *parent)
    : Chart(theme, words, tr("Received and closed by day"), parent)
{
    setObjectName(QStringLiteral("flowChart"));
}

void FlowChart::setFlow(const std::vector<DayFlow> &flow)
{
    m_flow = flow;
    refresh();
}

QSize FlowChart::minimumSizeHint() const
{
    return {0, theme().scaled(kLeastHeight)};
}

QRect FlowChart::plot() const
{
    const int line = QFontMetrics(theme().font(TextRole::Secondary)).height();
    const int axis = theme().scaled(kAxis);
    return QRect(axis, line, width() - axis, std::max(1, height() - 2 * line - space::snug));
}

int FlowChart::top() const
{
    int most = 1;
    for (const DayFlow &day : m_flow)
        most = std::max({most, day.received, day.closed});
    return roundedUp(most);
}

QRect FlowChart::dayRoom(int day) const
{
    const QRect area = plot();
    const int days = std::max(1, static_cast<int>(m_flow.size()));
    const int left = area.left() + area.width() * day / days;
    return {left, area.top(), area.left() + area.width() * (day + 1) / days - left, area.height()};
}

QRect FlowChart::columnOf(int day, bool closed) const
{
    const QRect room = dayRoom(day);
    const DayFlow &flow = m_flow[static_cast<std::size_t>(day)];
    const int wide = std::clamp((room.width() - space::snug) / 2, 3, kWidestColumn);
    const int tall = room.height() * (closed ? flow.closed : flow.received) / top();
    const int left = room.center().x() + (closed ? 1 : -wide - 1);
    return {left, room.bottom() + 1 - tall, wide, tall};
}

std::vector<ChartMark> FlowChart::layOut() const
{
    std::vector<ChartMark> marks;
    for (int day = 0; day < static_cast<int>(m_flow.size()); ++day) {
        const DayFlow &flow = m_flow[static_cast<std::size_t>(day)];
        for (const bool closed : {false, true}) {
            const int count = closed ? flow.closed : flow.received;
            if (count == 0)
                continue;
            BoardQuestion question;
            question.matter = closed ? BoardQuestion::Matter::Closed : BoardQuestion::Matter::Received;
            question.day = flow.day;
            const QString date = words().weekday(flow.day) + u' ' + words().day(flow.day);
            //: %1 a day, %2 such as 3 requests
            const QString said = closed ? tr("Closed on %1: %2") : tr("Received on %1: %2");
            marks.push_back({columnOf(day, closed), said.arg(date, words().requests(count)), 0,
                             2 * day + (closed ? 1 : 0), question});
        }
    }
    return marks;
}

void FlowChart::paintChart(QPainter &painter, const QRect &) const
{
    const Tokens &tokens = theme().tokens();
    const QRect area = plot();
    const int most = top();
    const QFontMetrics metrics(theme().font(TextRole::Secondary));
    const int line = metrics.height();
    // Names of all days or of none: where one had to be cut, the days of the month say as much.
    const bool isNamed = std::all_of(m_flow.begin(), m_flow.end(), [&](const DayFlow &flow) {
        return metrics.horizontalAdvance(words().weekday(flow.day)) + space::tiny <= dayRoom(0).width();
    });
    for (int step = 0; step <= kGridLines; ++step) {
        const int y = area.bottom() + 1 - area.height() * step / kGridLines;
        painter.fillRect(turned(QRect(area.left(), y, area.width(), 1)),
                         tokens.edge > 1 ? tokens.marks.track : tokens.border);
        drawLine(painter, QRect(0, y - line / 2, area.left() - space::snug, line), TextRole::Secondary,
                 tokens.text3, words().number(most * step / kGridLines));
    }
    for (int day = 0; day < static_cast<int>(m_flow.size()); ++day) {
        const DayFlow &flow = m_flow[static_cast<std::size_t>(day)];
        if (flow.received > 0)
            fill(painter, columnOf(day, false), receivedColor(tokens), Qt::BDiagPattern);
        if (flow.closed > 0)
            fill(painter, columnOf(day, true), closedColor(tokens), Qt::SolidPattern);
        const QRect room = dayRoom(day);
        drawLine(painter, QRect(room.left(), area.bottom() + space::tiny, room.width(), line + space::tiny),
                 TextRole::Secondary, tokens.text2,
                 isNamed ? words().weekday(flow.day) : words().number(flow.day.day()), Qt::AlignHCenter);
    }
}

AgeChart::AgeChart(const Theme &theme, const BoardWords &words, QWidget *parent)
    : Chart(theme, words, tr("Age of open requests"), parent)
{
    setObjectName(QStringLiteral("ageChart"));
}

void AgeChart::setAges(const std::vector<AgeBand> &ages)
{
    m_ages = ages;
    updateGeometry();
    refresh();
}

QSize AgeChart::minimumSizeHint() const
{
    return {0, std::max(1, static_cast<int>(m_ages.size())) * theme().scaled(kAgeRow)};
}

int AgeChart::labels() const
{
    return std::min(theme().scaled(kAgeLabel), width() / 3);
}

QRect AgeChart::line(int band) const
{
    const int bands = std::max(1, static_cast<int>(m_ages.size()));
    const int tall = std::clamp(height() / bands, theme().scaled(kAgeRow), theme().scaled(kTallestAgeRow));
    return {0, band * tall, width(), tall};
}

QRect AgeChart::bar(int band) const
{
    int most = 1;
    for (const AgeBand &each : m_ages)
        most = std::max(most, each.count);
    const QRect room = line(band);
    const int tall = theme().scaled(kAgeBar);
    const int free = width() - labels() - theme().scaled(kAgeCount) - space::medium;
    const int count = m_ages[static_cast<std::size_t>(band)].count;
    return {labels() + space::snug, room.top() + (room.height() - tall) / 2,
            count == 0 ? 0 : std::max(4, free * count / most), tall};
}

std::vector<ChartMark> AgeChart::layOut() const
{
    std::vector<ChartMark> marks;
    for (int band = 0; band < static_cast<int>(m_ages.size()); ++band) {
        const AgeBand &each = m_ages[static_cast<std::size_t>(band)];
        if (each.count == 0)
            continue;
        BoardQuestion question;
        question.age = band;
        marks.push_back({bar(band),
                         //: %1 such as 3 to 5, %2 such as 12 requests
                         tr("Working days since submission – %1: %2")
                             .arg(words().age(each), words().requests(each.count)),
                         band, 0, question});
    }
    return marks;
}

void AgeChart::paintChart(QPainter &painter, const QRect &) const
{
    const Tokens &tokens = theme().tokens();
    for (int band = 0; band < static_cast<int>(m_ages.size()); ++band) {
        const AgeBand &each = m_ages[static_cast<std::size_t>(band)];
        const QRect room = line(band);
        drawLine(painter, QRect(0, room.top(), labels(), room.height()), TextRole::Secondary, tokens.text2,
                 words().age(each));
        const QRect area = bar(band);
        if (each.count > 0)
            fill(painter, area, tokens.marks.brand, Qt::SolidPattern);
        drawLine(painter,
                 QRect(area.right() + 1 + space::snug, room.top(), theme().scaled(kAgeCount), room.height()),
                 TextRole::Value, tokens.text, words().number(each.count));
    }
}

} // namespace tawasul
