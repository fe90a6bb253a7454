// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/officerbars.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

#include "ui/theme/metrics.h"

#include <algorithm>

namespace tawasul {

namespace {

constexpr int kRow = 52;
constexpr int kTallestRow = 76; ///< of few officers in a large window
constexpr int kLine = 22;
constexpr int kBar = 16;
constexpr int kWidestName = 280;
constexpr int kCount = 124;
constexpr int kMenu = 28;
constexpr int kLeastPart = 8; ///< a count of one is seen and hit
constexpr int kGap = 2;
constexpr int kMenuColumn = 9;

} // namespace

OfficerBars::OfficerBars(const Theme &theme, const BoardWords &words, QWidget *parent)
    : Chart(theme, words, tr("Workload by officer"), parent)
{
    setObjectName(QStringLiteral("officerBars"));
    connect(&theme, &Theme::changed, this, &OfficerBars::layHeight);
}

void OfficerBars::setBoard(const Board &board)
{
    m_board = board;
    layHeight();
    refresh();
}

void OfficerBars::layHeight()
{
    setMinimumHeight(static_cast<int>(m_board.officers.size()) * theme().scaled(kRow));
}

int OfficerBars::rowHeight() const
{
    const int rows = std::max(1, static_cast<int>(m_board.officers.size()));
    return std::clamp(height() / rows, theme().scaled(kRow), theme().scaled(kTallestRow));
}

// Nobody's bar has a scale of its own when it is longer than all the others: those are what is compared.
int OfficerBars::most() const
{
    int most = 1;
    for (const OfficerLoad &each : m_board.officers) {
        if (!each.officer.id.isEmpty())
            most = std::max(most, each.load.total());
    }
    return most;
}

OfficerBars::Columns OfficerBars::columns() const
{
    const int names = std::min(theme().scaled(kWidestName), width() * 35 / 100);
    const int count = std::min(theme().scaled(kCount), width() / 4);
    const int menu = theme().scaled(kMenu);
    const int bar = kRingRoom + names + space::medium;
    const int menuAt = width() - kRingRoom - menu;
    const int barWidth = std::max(0, menuAt - bar - space::medium - count - space::tiny);
    return {names, bar, barWidth, count, menu, menuAt};
}

std::vector<std::pair<Standing, QRect>> OfficerBars::parts(int row) const
{
    const OfficerLoad &officer = m_board.officers[static_cast<std::size_t>(row)];
    const Columns at = columns();
    const int total = officer.load.total();
    const int whole = std::max(most(), total);
    const int kinds =
        static_cast<int>(std::count_if(kStandings.begin(), kStandings.end(), [&](Standing standing) {
            return countOf(officer.load, standing) > 0;
        }));
    // What every part has at least is taken from the room first, so that no bar is longer than its track.
    const int least = theme().scaled(kLeastPart);
    const int free = std::max(0, at.barWidth - kinds * (least + kGap));
    const int height = theme().scaled(kBar);
    const int top = row * rowHeight() + (rowHeight() - height) / 2;
    std::vector<std::pair<Standing, QRect>> parts;
    int x = at.bar;
    for (const Standing standing : kStandings) {
        const int count = countOf(officer.load, standing);
        if (count == 0)
            continue;
        const int width = least + static_cast<int>(static_cast<qint64>(free) * count / whole);
        parts.emplace_back(standing, QRect(x, top, width, height));
        x += width + kGap;
    }
    return parts;
}

std::vector<ChartMark> OfficerBars::layOut() const
{
    std::vector<ChartMark> marks;
    const Columns at = columns();
    for (int row = 0; row < static_cast<int>(m_board.officers.size()); ++row) {
        const OfficerLoad &officer = m_board.officers[static_cast<std::size_t>(row)];
        const QString who = words().officer(officer.officer);
        const QString away = words().away(officer);
        // The name is the first mark: all of theirs.
        BoardQuestion all;
        all.officer = officer.officer.id;
        const QString total = words().requests(officer.load.total());
        const QRect name(kRingRoom - space::hair, row * rowHeight() + space::small, at.names + space::hair,
                         rowHeight() - 2 * space::small);
        marks.push_back({name,
                         //: %1 a name, %2 such as 24 requests
                         away.isEmpty() ? tr("%1: %2").arg(who, total)
                                        //: %1 a name, %2 such as 24 requests, %3 such as On leave until …
                                        : tr("%1: %2. %3").arg(who, total, away),
                         row, 0, all});
        for (const auto &[standing, area] : parts(row)) {
            BoardQuestion question = all;
            question.standing = standing;
            marks.push_back({area,
                             //: %1 a name, %2 such as Overdue, %3 such as 3 requests
                             tr("%1 – %2: %3")
                                 .arg(who, BoardWords::standing(standing),
                                      words().requests(countOf(officer.load, standing))),
                             row, 1 + static_cast<int>(standing), question});
        }
        marks.push_back({QRect(at.menuAt, row * rowHeight() + (rowHeight() - at.menu) / 2, at.menu, at.menu),
                         //: %1 a name
                         tr("Actions: %1").arg(who), row, kMenuColumn, std::nullopt});
    }
    return marks;
}

int OfficerBars::rowAt(const QPoint &place) const
{
    if (!rect().contains(place))
        return -1;
    const int row = place.y() / rowHeight();
    return row < static_cast<int>(m_board.officers.size()) ? row : -1;
}

void OfficerBars::setDropRow(int row)
{
    if (row == m_dropRow)
        return;
    m_dropRow = row;
    update();
}

// --- carrying
// -----------------------------------------------------------------------------------------------

void OfficerBars::mousePressEvent(QMouseEvent *event)
{
    Chart::mousePressEvent(event);
    m_pressed = event->position().toPoint();
    m_pressedRow = event->button() == Qt::LeftButton ? rowAt(m_pressed) : -1;
    m_carrying = false;
}

void OfficerBars::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    if (m_pressedRow < 0 || !event->buttons().testFlag(Qt::LeftButton))
        return Chart::mouseMoveEvent(event);
    const QPoint onScreen = event->globalPosition().toPoint();
    const bool far = (place - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (!m_carrying && far) {
        m_carrying = true;
        Q_EMIT carryBegan(m_pressedRow, onScreen);
    }
    if (m_carrying)
        Q_EMIT carryMoved(onScreen);
}

void OfficerBars::mouseReleaseEvent(QMouseEvent *event)
{
    m_pressedRow = -1;
    if (std::exchange(m_carrying, false))
        Q_EMIT carryEnded(event->globalPosition().toPoint());
    else
        Chart::mouseReleaseEvent(event);
}

// --- painting
// -----------------------------------------------------------------------------------------------

void OfficerBars::paintChart(QPainter &painter, const QRect &clip) const
{
    // Of two hundred officers only those in sight are drawn.
    const int first = std::max(0, clip.top() / rowHeight());
    const int last = std::min(static_cast<int>(m_board.officers.size()) - 1, clip.bottom() / rowHeight());
    for (int row = first; row <= last; ++row)
        paintRow(painter, row);
}

void OfficerBars::paintRow(QPainter &painter, int row) const
{
    const Tokens &tokens = theme().tokens();
    const OfficerLoad &officer = m_board.officers[static_cast<std::size_t>(row)];
    const Columns at = columns();
    const QRect line(0, row * rowHeight(), width(), rowHeight());
    if (row == m_dropRow) {
        painter.setPen(QPen(tokens.ink, 2));
        painter.setBrush(tokens.selected);
        painter.drawRoundedRect(QRectF(line).adjusted(1, 1, -1, -1), radius::small, radius::small);
    }
    if (officer.officer.id.isEmpty() && row > 0)
        painter.fillRect(line.adjusted(kRingRoom, 0, -kRingRoom, 1 - line.height()), tokens.border);
    paintName(painter, officer, QRect(kRingRoom, line.top(), at.names, line.height()));
    const int height = theme().scaled(kBar);
    const QRect track(at.bar, line.top() + (line.height() - height) / 2, at.barWidth, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.edge > 1 ? QColor(Qt::transparent) : tokens.hover);
    painter.drawRoundedRect(turned(track), 3, 3);
    for (const auto &[standing, area] : parts(row))
        fill(painter, area, standingColor(tokens, standing), standingPattern(standing));
    const QString urgent = words().urgent(officer.load);
    const QRect counts(at.bar + at.barWidth + space::medium, line.top(), at.count, line.height());
    const auto [above, below] = lines(counts);
    drawLine(painter, urgent.isEmpty() ? counts : above, TextRole::Value, tokens.text,
             words().requests(officer.load.total()));
    if (!urgent.isEmpty())
        drawLine(painter, below, TextRole::Secondary, tokens.text2, urgent);
    const int side = theme().scaled(iconsize::medium);
    const QRect menu(at.menuAt + (at.menu - side) / 2, line.top() + (line.height() - side) / 2, side, side);
    painter.drawPixmap(
        turned(menu),
        theme().pixmap(Icon::DotsVertical, tokens.text2, side, devicePixelRatioF(), layoutDirection()));
}

// Two lines that belong together, in the middle of the row however tall it is.
std::pair<QRect, QRect> OfficerBars::lines(const QRect &room) const
{
    const int tall = theme().scaled(kLine);
    const QRect above(room.left(), room.center().y() - tall + 1, room.width(), tall);
    return {above, above.translated(0, tall)};
}

void OfficerBars::paintName(QPainter &painter, const OfficerLoad &officer, const QRect &room) const
{
    const Tokens &tokens = theme().tokens();
    const QString name = words().officer(officer.officer);
    const QString away = words().away(officer);
    if (away.isEmpty())
        return drawLine(painter, room, TextRole::Value, tokens.text, name);
    const auto [above, below] = lines(room);
    drawLine(painter, above, TextRole::Value, tokens.text, name);
    const int side = theme().scaled(iconsize::small);
    const QColor color = tokens.tone(officer.active ? Tone::Lavender : Tone::Danger).text;
    painter.drawPixmap(turned(QRect(below.left(), below.top() + (below.height() - side) / 2, side, side)),
                       theme().pixmap(Icon::UserX, color, side, devicePixelRatioF(), layoutDirection()));
    drawLine(painter, below.adjusted(side + space::tiny, 0, 0, 0), TextRole::Secondary, color, away);
}

} // namespace tawasul
