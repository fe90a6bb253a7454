// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/whythisdate.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/bidi.h"
#include "models/arabic/calendarnames.h"
#include "models/arabic/dateformat.h"
#include "models/arabic/digits.h"
#include "ui/shared/casewords.h"
#include "ui/shared/plainlabel.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr int kWidth = 380;
constexpr int kHighest = 420;

struct WhyWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::WhyWords)
};

QString dayText(QDate day, DisplayLocale locale)
{
    return QString(weekdayName(day.dayOfWeek(), locale.language) % u' ' % isolateId(shortDate(day, locale)));
}

QString countedText(const CountedDay &day, DisplayLocale locale)
{
    switch (day.why) {
    case CountedDay::Why::Counted:
        return WhyWords::tr("working day %1").arg(localDigits(QString::number(day.number), locale.digits));
    case CountedDay::Why::Weekend:
        return WhyWords::tr("weekend, not counted");
    case CountedDay::Why::Holiday:
        break;
    }
    return WhyWords::tr("%1, not counted").arg(isolateAny(named(day.holiday, locale.language)));
}

WhyThisDate whyStatutory(const Case &theCase, const Deadline &deadline, const Reference &reference,
                         DisplayLocale locale)
{
    const auto rule = std::find_if(reference.statutoryRules.begin(), reference.statutoryRules.end(),
                                   [&](const StatutoryRule &row) { return row.code == deadline.rule; });
    if (rule == reference.statutoryRules.end())
        return {WhyWords::tr("Set by the statutory rule %1.").arg(isolateId(deadline.rule)), {}, {}};
    const auto fact = std::find_if(theCase.keyDates.begin(), theCase.keyDates.end(),
                                   [&](const KeyDate &date) { return date.kind == rule->dateKind; });
    const auto kind = std::find_if(reference.dateKinds.begin(), reference.dateKinds.end(),
                                   [&](const NamedCode &row) { return row.code == rule->dateKind; });
    WhyThisDate why;
    why.note = named(rule->note, locale.language);
    const QString name = isolateAny(named(rule->name, locale.language));
    if (fact == theCase.keyDates.end() || kind == reference.dateKinds.end()) {
        why.sentence = WhyWords::tr("Set by the rule “%1”.").arg(name);
        return why;
    }
    why.sentence = localDigits(WhyWords::tr("The rule “%1”: %n day(s) from %2 (%3).", nullptr, rule->days),
                               locale.digits)
                       .arg(name, isolateAny(named(kind->name, locale.language)), dayText(fact->day, locale));
    return why;
}

} // namespace

WhyThisDate whyThisDate(const Case &theCase, const Deadline &deadline, const Reference &reference,
                        DisplayLocale locale)
{
    if (deadline.kind == Deadline::Kind::Statutory)
        return whyStatutory(theCase, deadline, reference, locale);
    const QDate from = riyadhDate(theCase.submittedAt);
    const int promised = promisedWorkingDays(reference, theCase.subService);
    const int counted = reference.calendar.workingDaysBetween(from, deadline.day);
    WhyThisDate why;
    why.sentence =
        localDigits(WhyWords::tr("%n working day(s) after the day of submission, %1.", nullptr, counted),
                    locale.digits)
            .arg(dayText(from, locale));
    for (const CountedDay &day : reference.calendar.explain(from, std::max(counted, 1)))
        why.days.push_back(
            {dayText(day.day, locale), countedText(day, locale), day.why == CountedDay::Why::Counted});
    if (counted > promised)
        why.note =
            localDigits(WhyWords::tr("%n of them were added because the request waited for the applicant.",
                                     nullptr, counted - promised),
                        locale.digits);
    return why;
}

WhyPopover::WhyPopover(const WhyThisDate &why, QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setObjectName(QStringLiteral("whyPopover"));
    setProperty("card", true);
    setAccessibleName(tr("Why this date?"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(kWidth);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::wide, space::medium, space::wide, space::medium);
    column->setSpacing(space::snug);
    const auto add = [column](TextRole role, const QString &text) {
        auto *label = new PlainLabel(role, text);
        label->setWordWrap(true);
        column->addWidget(label);
    };
    add(TextRole::Value, why.sentence);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::wide);
    grid->setVerticalSpacing(space::hair);
    int row = 0;
    for (const WhyLine &line : why.days) {
        grid->addWidget(new PlainLabel(line.counted ? TextRole::Body : TextRole::Secondary, line.day), row,
                        0);
        grid->addWidget(new PlainLabel(line.counted ? TextRole::Value : TextRole::Secondary, line.why), row,
                        1);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    if (!why.note.isEmpty())
        add(TextRole::Secondary, why.note);
    auto *scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::hair, space::hair, space::hair, space::hair);
    whole->addWidget(scroll);
    page->setFixedWidth(kWidth - 4 * space::hair);
    setFixedHeight(std::min(page->heightForWidth(page->width()), kHighest) + 4 * space::hair);
}

void WhyPopover::openUnder(const QWidget &anchor)
{
    // Clear of the window's edge, as the panes are.
    const QRect window = anchor.window()->geometry().adjusted(space::medium, 0, -space::medium, 0);
    const QPoint below = anchor.mapToGlobal(QPoint(0, anchor.height() + space::tiny));
    const int start = layoutDirection() == Qt::RightToLeft ? below.x() + anchor.width() - width() : below.x();
    move(std::clamp(start, window.left(), std::max(window.left(), window.right() - width())), below.y());
    show();
}

} // namespace tawasul
