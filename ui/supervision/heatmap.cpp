// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/heatmap.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include "ui/theme/metrics.h"

#include <algorithm>

namespace tawasul {

namespace {

constexpr int kRow = 40;
constexpr int kTallestRow = 60; ///< of few officers in a large window
constexpr int kHeading = 44;
constexpr int kWidestName = 200;
constexpr double kWeakest = 0.10;
constexpr double kStrongest = 0.46; ///< beyond it text would not stand out from its cell

/// Painted with the geometry of the map under it.
class HeatHeading : public QWidget
{
public:
    HeatHeading(const Theme &theme, const BoardWords &words, const HeatMap &map)
        : m_theme(theme)
        , m_words(words)
        , m_map(map)
    {
    }
    [[nodiscard]] QSize sizeHint() const override { return {0, m_theme.scaled(kHeading)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.tokens().surface);
        const Board &board = m_map.board();
        for (int column = 0; column < static_cast<int>(board.days.size()); ++column) {
            const QRect cell = m_map.cellOf(0, column);
            const QRect room(cell.left(), 0, cell.width(), height() / 2);
            const QDate day = board.days[static_cast<std::size_t>(column)];
            const bool named = day.isValid() && day != riyadhDate(board.countedAt);
            const QRect place = QStyle::visualRect(layoutDirection(), rect(), room);
            painter.setFont(m_theme.font(TextRole::Caption));
            painter.setPen(m_theme.tokens().text3);
            const auto centre = static_cast<int>(Qt::AlignCenter) | Qt::TextSingleLine;
            if (!named) {
                painter.drawText(place.adjusted(0, 0, 0, height() / 2), centre,
                                 m_words.column(board, column));
                continue;
            }
            painter.drawText(place, centre, m_words.weekday(day));
            QFont small = m_theme.font(TextRole::Caption);
            small.setWeight(QFont::Normal);
            painter.setFont(small);
            painter.drawText(place.translated(0, height() / 2 - space::hair), centre,
                             m_words.dayAndMonth(day));
        }
    }

private:
    const Theme &m_theme;
    const BoardWords &m_words;
    const HeatMap &m_map;
};

} // namespace

HeatMap::HeatMap(const Theme &theme, const BoardWords &words, QWidget *parent)
    : Chart(theme, words, tr("Deadlines by officer and day"), parent)
{
    setObjectName(QStringLiteral("heatMap"));
    connect(&theme, &Theme::changed, this, &HeatMap::layHeight);
}

void HeatMap::setBoard(const Board &board)
{
    m_board = board;
    m_most = 1;
    for (const OfficerLoad &each : board.officers) {
        if (!each.officer.id.isEmpty() && !each.byDay.empty())
            m_most = std::max(m_most, *std::max_element(each.byDay.begin(), each.byDay.end()));
    }
    layHeight();
    refresh();
}

void HeatMap::layHeight()
{
    setMinimumHeight(static_cast<int>(m_board.officers.size()) * theme().scaled(kRow));
}

int HeatMap::rowHeight() const
{
    const int rows = std::max(1, static_cast<int>(m_board.officers.size()));
    return std::clamp(height() / rows, theme().scaled(kRow), theme().scaled(kTallestRow));
}

QRect HeatMap::cellOf(int row, int column) const
{
    const int names = std::min(theme().scaled(kWidestName), width() * 3 / 10);
    if (column < 0)
        return {kRingRoom, row * rowHeight(), names, rowHeight()};
    const int columns = std::max(1, static_cast<int>(m_board.days.size()));
    const int first = kRingRoom + names + space::snug;
    const int room = width() - kRingRoom - first;
    const int left = first + room * column / columns;
    const int right = first + room * (column + 1) / columns;
    return QRect(left, row * rowHeight(), right - left, rowHeight()).adjusted(2, 2, -2, -2);
}

std::vector<ChartMark> HeatMap::layOut() const
{
    std::vector<ChartMark> marks;
    for (int row = 0; row < static_cast<int>(m_board.officers.size()); ++row) {
        const OfficerLoad &officer = m_board.officers[static_cast<std::size_t>(row)];
        for (int column = 0; column < static_cast<int>(officer.byDay.size()); ++column) {
            const int count = officer.byDay[static_cast<std::size_t>(column)];
            if (count == 0)
                continue;
            BoardQuestion question;
            question.officer = officer.officer.id;
            question.column = column;
            marks.push_back({cellOf(row, column),
                             //: %1 a name, %2 a day such as Today, %3 such as 3 requests
                             tr("%1 – %2: %3")
                                 .arg(words().officer(officer.officer), words().column(m_board, column),
                                      words().requests(count)),
                             row, column, question});
        }
    }
    return marks;
}

QWidget *HeatMap::makeHeading()
{
    auto *heading = new HeatHeading(theme(), words(), *this);
    connect(&theme(), &Theme::changed, heading, qOverload<>(&QWidget::update));
    return heading;
}

QColor HeatMap::shade(const Tokens &tokens, const QColor &mark, double share)
{
    const double part = kWeakest + (kStrongest - kWeakest) * std::clamp(share, 0.0, 1.0);
    const auto mix = [part](int ground, int ink) {
        return static_cast<int>(ground + part * (ink - ground) + 0.5);
    };
    return {mix(tokens.surface.red(), mark.red()), mix(tokens.surface.green(), mark.green()),
            mix(tokens.surface.blue(), mark.blue())};
}

QColor HeatMap::markOf(int column) const
{
    const MarkColors &marks = theme().tokens().marks;
    const QDate day = m_board.days[static_cast<std::size_t>(column)];
    if (!day.isValid())
        return column == 0 ? marks.danger : marks.neutral;
    return day == riyadhDate(m_board.countedAt) ? marks.warning : marks.brand;
}

void HeatMap::paintChart(QPainter &painter, const QRect &clip) const
{
    const Tokens &tokens = theme().tokens();
    const int first = std::max(0, clip.top() / rowHeight());
    const int last = std::min(static_cast<int>(m_board.officers.size()) - 1, clip.bottom() / rowHeight());
    for (int row = first; row <= last; ++row) {
        const OfficerLoad &officer = m_board.officers[static_cast<std::size_t>(row)];
        QRect name = cellOf(row, -1);
        if (officer.isAway || !officer.active) {
            const int side = theme().scaled(iconsize::small);
            const QRect icon(name.left(), name.top() + (name.height() - side) / 2, side, side);
            painter.drawPixmap(turned(icon),
                               theme().pixmap(Icon::UserX, tokens.tone(Tone::Lavender).text, side,
                                              devicePixelRatioF(), layoutDirection()));
            name.adjust(side + space::tiny, 0, 0, 0);
        }
        drawLine(painter, name, TextRole::Value, tokens.text, words().officer(officer.officer));
        for (int column = 0; column < static_cast<int>(m_board.days.size()); ++column) {
            const auto at = static_cast<std::size_t>(column);
            paintCell(painter, row, column, at < officer.byDay.size() ? officer.byDay[at] : 0);
        }
    }
}

void HeatMap::paintCell(QPainter &painter, int row, int column, int count) const
{
    const Tokens &tokens = theme().tokens();
    const QRect cell = turned(cellOf(row, column));
    if (count == 0) {
        painter.setPen(tokens.text3);
        painter.setFont(theme().font(TextRole::Secondary));
        painter.drawText(cell, Qt::AlignCenter, QStringLiteral("·"));
        return;
    }
    const QColor mark = markOf(column);
    painter.setPen(tokens.edge > 1 ? QPen(mark, 2) : QPen(Qt::NoPen));
    painter.setBrush(shade(tokens, mark, static_cast<double>(count) / m_most));
    painter.drawRoundedRect(cell, radius::small, radius::small);
    painter.setPen(tokens.text);
    painter.setFont(theme().font(TextRole::Value));
    painter.drawText(cell, Qt::AlignCenter, words().number(count));
}

} // namespace tawasul
