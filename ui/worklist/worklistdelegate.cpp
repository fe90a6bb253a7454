// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/worklistdelegate.h"

#include <QtGui/QPainter>

#include "models/arabic/bidi.h"
#include "models/domain/identifiers.h"
#include "ui/shared/casewords.h"
#include "ui/shared/rowtable.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr int kPadding = space::wide;
constexpr int kBar = space::tiny;
constexpr int kBarWidest = 160; ///< as wide as a time is said; longer ones shout

constexpr std::array kStatuses{CaseStatus::New,       CaseStatus::InProgress,  CaseStatus::AwaitingExecution,
                               CaseStatus::Returned,  CaseStatus::Resubmitted, CaseStatus::Escalated,
                               CaseStatus::Completed, CaseStatus::Rejected};

} // namespace

WorklistDelegate::WorklistDelegate(const Theme &theme, const WorklistModel &model, const WorklistWords &words,
                                   RowTable &table)
    : QStyledItemDelegate(&table)
    , m_theme(theme)
    , m_model(model)
    , m_words(words)
    , m_table(table)
    , m_fonts(theme)
{
}

int WorklistDelegate::statusWidth() const
{
    int widest = 0;
    for (const CaseStatus status : kStatuses)
        widest = std::max(widest, chipSize(statusLook(status, {}), m_theme).width());
    return widest + 2 * kPadding;
}

QSize WorklistDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return option.rect.size(); // rows and columns are sized by the view
}

void WorklistDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    paintRowGround(*painter, m_theme, option, index, m_table.hoveredRow());
    const RowBrush brush(*painter, m_theme, option.rect, option.direction);
    // Inside a cell, as if left to right.
    const QRect cell = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const CaseHead *head = m_model.headAt(index.row());
    if (!head) {
        paintUnread(brush, cell, index.column());
    } else if (m_compact) {
        paintCompact(brush, cell, *head);
    } else {
        switch (static_cast<WorklistColumn>(index.column())) {
        case WorklistColumn::Request:
            paintRequest(brush, cell, *head);
            break;
        case WorklistColumn::Applicant:
            paintApplicant(brush, cell, *head);
            break;
        case WorklistColumn::Status:
            brush.chip(cell, statusLook(head->status, head->statusText));
            break;
        case WorklistColumn::Deadline:
            paintDeadline(brush, cell, *head);
            break;
        }
    }
    painter->restore();
}

// Grey blocks where the words will be: the row keeps its place and its height.
void WorklistDelegate::paintUnread(const RowBrush &brush, const QRect &cell, int column) const
{
    const int line = m_theme.scaled(space::snug);
    const int middle = cell.center().y();
    const QColor &track = m_theme.tokens().marks.track;
    const int width = cell.width() * (column % 2 == 0 ? 1 : 2) / 3;
    brush.bar(QRect(cell.left(), middle - line - space::hair, width, line), 1, track);
    if (column != static_cast<int>(WorklistColumn::Status))
        brush.bar(QRect(cell.left(), middle + space::tiny, width * 2 / 3, line), 1, track);
}

WorklistDelegate::Lines WorklistDelegate::linesOf(const QRect &cell, const QFont &first, const QFont &second,
                                                  int between) const
{
    const int upper = QFontMetrics(first).height();
    const int lower = QFontMetrics(second).height();
    const int top = cell.top() + (cell.height() - 1 - upper - lower - between) / 2;
    return {QRect(cell.left(), top, cell.width(), upper),
            QRect(cell.left(), top + upper + between, cell.width(), lower)};
}

void WorklistDelegate::paintRequest(const RowBrush &brush, const QRect &cell, const CaseHead &head) const
{
    const Tokens &tokens = m_theme.tokens();
    const Lines lines = linesOf(cell, m_fonts.main, m_fonts.secondary, 0);
    int used = brush.line(lines.first, m_fonts.main, tokens.text, isolateId(head.number), m_terms);
    for (const RowMark &mark : WorklistWords::marks(head)) {
        used += space::medium;
        used += brush.mark(lines.first.adjusted(used, 0, 0, 0), m_fonts.caption, mark.look);
    }
    int reserved = 0;
    const std::vector<RowMark> marks = WorklistWords::syncMarks(head);
    for (const RowMark &mark : marks)
        reserved += brush.markWidth(m_fonts.caption, mark.look) + space::medium;
    // What waits on this machine is never cut; the name of the service is in the tooltip too.
    int next = brush.line(lines.second.adjusted(0, 0, -reserved, 0), m_fonts.secondary, tokens.text2,
                          m_words.subService(head));
    for (const RowMark &mark : marks) {
        next += space::medium;
        next += brush.mark(lines.second.adjusted(next, 0, 0, 0), m_fonts.caption, mark.look);
    }
}

void WorklistDelegate::paintApplicant(const RowBrush &brush, const QRect &cell, const CaseHead &head) const
{
    const Tokens &tokens = m_theme.tokens();
    const Lines lines = linesOf(cell, m_fonts.value, m_fonts.secondary, 0);
    brush.line(lines.first, m_fonts.value, tokens.text, isolateAny(head.beneficiaryName), m_terms);
    const QString number = isolateId(masked(head.subjectIdentifier));
    const int reserved = QFontMetrics(m_fonts.secondary).horizontalAdvance(number) + 1;
    int used = 0;
    if (WorklistWords::isForAnother(head)) {
        const QRect room = lines.second.adjusted(0, 0, -reserved - space::medium, 0);
        used = brush.line(room, m_fonts.secondary, tokens.text2, isolateAny(head.subjectName), m_terms)
            + space::medium;
    }
    brush.line(lines.second.adjusted(used, 0, 0, 0), m_fonts.secondary, tokens.text3, number,
               Qt::ElideMiddle);
}

QColor WorklistDelegate::toneText(const Urgency &urgency) const
{
    const Tokens &tokens = m_theme.tokens();
    if (!urgency.clockRuns())
        return tokens.text3;
    return urgency.tone == Tone::Neutral ? tokens.text : tokens.tone(urgency.tone).text;
}

QColor WorklistDelegate::barColor(const Urgency &urgency) const
{
    const MarkColors &marks = m_theme.tokens().marks;
    return urgency.tone == Tone::Danger ? marks.danger
        : urgency.tone == Tone::Warning ? marks.warning
                                        : marks.brand;
}

void WorklistDelegate::paintReason(const RowBrush &brush, const QRect &line, const Urgency &urgency) const
{
    const Tokens &tokens = m_theme.tokens();
    // The law weighs more than the promise: its reason is a step darker.
    const QColor color = urgency.icon == Icon::CalendarDue ? tokens.text2 : tokens.text3;
    const int mark = m_theme.scaled(iconsize::small) + space::tiny;
    brush.icon(line, urgency.icon, color);
    brush.line(line.adjusted(mark, 0, 0, 0), m_fonts.caption, color, urgency.reason);
}

void WorklistDelegate::paintDeadline(const RowBrush &brush, const QRect &cell, const CaseHead &head) const
{
    const Urgency urgency = m_words.urgency(head, m_model.now());
    const Lines lines = linesOf(cell, m_fonts.remaining, m_fonts.caption, urgency.clockRuns() ? kBar + 1 : 0);
    brush.line(lines.first, m_fonts.remaining, toneText(urgency), urgency.remaining);
    if (urgency.clockRuns())
        brush.bar(QRect(lines.first.left(), lines.first.bottom() + 2,
                        std::min(cell.width(), m_theme.scaled(kBarWidest)), kBar),
                  urgency.elapsed, barColor(urgency));
    paintReason(brush, lines.second, urgency);
}

int WorklistDelegate::leastHeight() const
{
    const auto high = [](const QFont &font) { return QFontMetrics(font).height(); };
    const int deadline = high(m_fonts.remaining) + kBar + 1 + high(m_fonts.caption);
    return std::max(high(m_fonts.main) + high(m_fonts.secondary), deadline) + 1; // and the rule below
}

// Number, deadline and a mark side by side, as most rows have them; else the deadline gets a line of its own.
int WorklistDelegate::compactLines(int width) const
{
    constexpr int kDays = 10;
    const QFontMetrics second(m_fonts.secondary);
    int widest = 0;
    for (const TimeLeft::State state : {TimeLeft::State::Overdue, TimeLeft::State::Ahead}) {
        TimeLeft left;
        left.state = state;
        left.workingDays = kDays;
        widest = std::max(widest, second.horizontalAdvance(timeLeftText(left, Digits::European)));
    }
    const int number = QFontMetrics(m_fonts.main).horizontalAdvance(QStringLiteral("1448000000"));
    const int mark = m_theme.scaled(iconsize::small) + space::medium;
    return number + mark + space::medium + widest <= width - 2 * kPadding ? 2 : 3;
}

// Words where there is room, else the icons alone: no word takes the room of another's icon. Answers those
// for which there was none.
WorklistDelegate::MarkSpan WorklistDelegate::paintMarks(const RowBrush &brush, const QRect &room,
                                                        MarkSpan marks) const
{
    const int icon = brush.iconSide();
    QRect left = room;
    while (!marks.empty() && left.width() >= icon) {
        const int others = static_cast<int>(marks.size() - 1) * (icon + space::snug);
        QRect own = left;
        own.setWidth(std::clamp(left.width() - others, icon, left.width()));
        left.setLeft(left.left() + brush.mark(own, m_fonts.caption, marks.front().look) + space::snug);
        marks = marks.subspan(1);
    }
    return marks;
}

// What waits here goes before why it is urgent.
void WorklistDelegate::paintCompact(const RowBrush &brush, const QRect &cell, const CaseHead &head) const
{
    const Tokens &tokens = m_theme.tokens();
    const Urgency urgency = m_words.urgency(head, m_model.now());
    std::vector<RowMark> marks = WorklistWords::syncMarks(head);
    for (const RowMark &mark : WorklistWords::marks(head))
        marks.push_back(mark);
    const QFontMetrics second(m_fonts.secondary);
    const int due = second.horizontalAdvance(urgency.brief) + 1;
    const bool isTall = m_compactLines > 2;
    const Lines lines = linesOf(isTall ? cell.adjusted(0, 0, 0, -second.height() - space::hair) : cell,
                                m_fonts.main, m_fonts.secondary, space::hair);
    const int used =
        brush.line(lines.first, m_fonts.main, tokens.text, isolateId(head.number), m_terms) + space::medium;
    if (isTall) {
        const MarkSpan left = paintMarks(brush, lines.first.adjusted(used, 0, 0, 0), marks);
        brush.line(lines.second, m_fonts.secondary, toneText(urgency), urgency.brief);
        paintCompactName(brush, lines.second.translated(0, second.height() + space::hair), head, left);
        return;
    }
    QRect end = lines.first;
    end.setLeft(end.right() + 1 - std::min(due, cell.width() - used));
    brush.line(end, m_fonts.secondary, toneText(urgency), urgency.brief);
    const QRect between = lines.first.adjusted(used, 0, -end.width() - space::medium, 0);
    paintCompactName(brush, lines.second, head, paintMarks(brush, between, marks));
}

// Neither a long name nor a mark costs the row its status, and no name costs it a mark.
void WorklistDelegate::paintCompactName(const RowBrush &brush, const QRect &line, const CaseHead &head,
                                        MarkSpan marks) const
{
    const ChipLook look = statusLook(head.status, head.statusText);
    const int wide = std::min(brush.markWidth(m_fonts.caption, look), line.width());
    QRect status = line;
    status.setLeft(status.right() + 1 - wide);
    brush.word(status, m_fonts.caption, look);
    QRect room = line.adjusted(0, 0, -wide - space::medium, 0);
    if (!marks.empty()) {
        QRect icons = room;
        icons.setLeft(icons.right() + 1 - static_cast<int>(marks.size()) * (brush.iconSide() + space::snug));
        room.setRight(icons.left() - space::snug);
        for (const RowMark &mark : marks) {
            brush.icon(icons, mark.look.icon.value_or(Icon::Flag),
                       m_theme.tokens().tone(mark.look.tone).text);
            icons.setLeft(icons.left() + brush.iconSide() + space::snug);
        }
    }
    brush.line(room, m_fonts.secondary, m_theme.tokens().text2, isolateAny(head.beneficiaryName), m_terms);
}

} // namespace tawasul
