// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/urgency.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

#include "models/arabic/bidi.h"
#include "models/arabic/dateformat.h"
#include "ui/shared/casewords.h"

namespace tawasul {

namespace {

struct UrgencyWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::UrgencyWords)
};

QString ruleName(const Reference &reference, const QString &code, Language language)
{
    const auto rule = std::find_if(reference.statutoryRules.begin(), reference.statutoryRules.end(),
                                   [&](const StatutoryRule &each) { return each.code == code; });
    return rule == reference.statutoryRules.end() ? QString() : named(rule->name, language);
}

// Which of the two clocks the deadline comes from.
QString clockReason(const CaseHead &head, const Reference &reference, DisplayLocale locale)
{
    const QString day = isolateId(shortDate(head.deadline.day, locale));
    if (head.deadline.kind == Deadline::Kind::Service)
        return UrgencyWords::tr("Service deadline: %1").arg(day);
    const QString rule = ruleName(reference, head.deadline.rule, locale.language);
    return UrgencyWords::tr("Statutory deadline: %1").arg(rule.isEmpty() ? day : rule);
}

// What the officer has to know before the clock: the case has come back, or only the proof is missing.
QString statusReason(CaseStatus status)
{
    switch (status) {
    case CaseStatus::Resubmitted:
        return UrgencyWords::tr("The applicant has answered");
    case CaseStatus::AwaitingExecution:
        return UrgencyWords::tr("Operation number missing");
    case CaseStatus::Escalated:
        return UrgencyWords::tr("With the supervisor");
    default:
        return {};
    }
}

Icon reasonIcon(const CaseHead &head)
{
    if (head.deadline.kind == Deadline::Kind::Statutory)
        return Icon::CalendarDue;
    switch (head.status) {
    case CaseStatus::Resubmitted:
        return Icon::FileImport;
    case CaseStatus::AwaitingExecution:
        return Icon::Hourglass;
    case CaseStatus::Escalated:
        return Icon::UserUp;
    default:
        return Icon::Clock;
    }
}

Urgency::State stateOf(const TimeLeft &left, int nearDays)
{
    switch (left.state) {
    case TimeLeft::State::Overdue:
        return Urgency::State::Overdue;
    case TimeLeft::State::EndsToday:
        return Urgency::State::EndsToday;
    case TimeLeft::State::Ahead:
        break;
    }
    return left.workingDays <= nearDays ? Urgency::State::Near : Urgency::State::Ahead;
}

Tone toneOf(Urgency::State state)
{
    switch (state) {
    case Urgency::State::Overdue:
        return Tone::Danger;
    case Urgency::State::MayBeOverdue:
    case Urgency::State::EndsToday:
    case Urgency::State::Near:
        return Tone::Warning;
    default:
        return Tone::Neutral;
    }
}

double elapsedOf(const TimeLeft &left, int promisedDays, const OfficeHours *today)
{
    if (left.state == TimeLeft::State::Overdue)
        return 1;
    double days = left.workingDays;
    if (left.state == TimeLeft::State::EndsToday && today) {
        const int open = today->opens.secsTo(today->closes) / 60;
        days = open > 0 ? std::min(1.0, static_cast<double>(left.officeMinutes.count()) / open) : 0;
    }
    return std::clamp(1 - days / std::max(1, promisedDays), 0.0, 1.0);
}

Urgency stopped(Urgency::State state, const QString &remaining, const QString &reason, Icon icon)
{
    return {state, {}, remaining, remaining, reason, icon, Tone::Neutral, 0};
}

} // namespace

Urgency urgencyOf(const CaseHead &head, Instant now, const Reference &reference, DisplayLocale locale,
                  const ClockDoubt &doubt)
{
    if (!isOpen(head.status))
        return stopped(Urgency::State::Closed, UrgencyWords::tr("No deadline"),
                       UrgencyWords::tr("Processing has ended"), Icon::CircleCheck);
    if (head.status == CaseStatus::Returned && reference.parameters.clockPausesWhileReturned)
        return stopped(Urgency::State::Paused, UrgencyWords::tr("Deadline paused"),
                       UrgencyWords::tr("Waiting for the applicant"), Icon::Hourglass);

    Urgency urgency;
    urgency.left = timeLeft(head.deadline, now, reference.calendar);
    urgency.state = stateOf(urgency.left, reference.parameters.nearDueWorkingDays);
    urgency.remaining = timeLeftText(urgency.left, locale.digits);
    urgency.brief =
        urgency.state == Urgency::State::EndsToday ? UrgencyWords::tr("Due today") : urgency.remaining;
    if (doubt.spans(head.deadline.at, now)) {
        urgency.state = Urgency::State::MayBeOverdue;
        urgency.remaining = urgency.brief = mayBeOverdueText();
    }
    urgency.tone = toneOf(urgency.state);
    urgency.icon = reasonIcon(head);
    const QString clock = clockReason(head, reference, locale);
    const QString status = statusReason(head.status);
    urgency.reason = status.isEmpty() ? clock
                                      //: Two reasons why a case is urgent, the more telling one first
                                      : UrgencyWords::tr("%1 · %2").arg(status, clock);
    const std::optional<OfficeHours> today = reference.calendar.officeHours(riyadhDate(now));
    urgency.elapsed =
        elapsedOf(urgency.left, promisedWorkingDays(reference, head.subService), today ? &*today : nullptr);
    return urgency;
}

} // namespace tawasul
