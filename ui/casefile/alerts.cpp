// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/alerts.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

#include "models/arabic/bidi.h"
#include "models/arabic/dateformat.h"
#include "models/arabic/digits.h"
#include "models/itemmodels/outboxstanding.h"
#include "ui/shared/casewords.h"
#include "ui/shared/refusaltext.h"

namespace tawasul {

namespace {

struct AlertWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::AlertWords)
};

// Only what the centre refused is said to be refused by it.
QString whyParked(const OutboxItem &item, const Error &why)
{
    const QString act = actWord(item.act.type);
    switch (parkedHold(item)) {
    case OutboxHold::Unfounded:
        return AlertWords::tr(
                   "“%1” is not possible without the earlier act it was based on, and was not sent. "
                   "It is kept on this device with all that was written.")
            .arg(act);
    case OutboxHold::Damaged:
        return AlertWords::tr(
            "The record of an act on this request is damaged on this device, so it cannot be "
            "sent.");
    default:
        return AlertWords::tr("“%1” was not accepted by the central system: %2. It is kept on this "
                              "device with all that was written.")
            .arg(act, refusalClause(why));
    }
}

void addParked(std::vector<Alert> &alerts, const OutboxItem &item)
{
    const QString act = actWord(item.act.type);
    if (item.parkReason == ParkReason::Conflict) {
        alerts.push_back({Alert::Kind::Conflict, Tone::Danger,
                          AlertWords::tr("“%1” was recorded here, but the request changed at the central "
                                         "system meanwhile. Nothing is lost; a choice is needed.")
                              .arg(act),
                          AlertWords::tr("Resolve the conflict"), item.act.id});
        return;
    }
    const Error why = item.lastError.value_or(Error{Error::Kind::Cancelled, {}, {}});
    QString sentence = whyParked(item, why);
    if (!why.code.isEmpty())
        sentence = AlertWords::tr("%1 (code %2)", "a sentence, and what to quote")
                       .arg(sentence, isolateId(why.code));
    // Sending again is one of the choices there, and seldom the right one.
    alerts.push_back({Alert::Kind::Refused, Tone::Danger, sentence,
                      parkedHold(item) == OutboxHold::Refused ? AlertWords::tr("Resolve the refusal")
                                                              : AlertWords::tr("See what can be done"),
                      item.act.id});
}

bool isOnItsWay(const OutboxItem &item)
{
    return item.state == OutboxState::Waiting || item.state == OutboxState::Sending;
}

// Only the newest may be taken back: the others have followers that build on them.
const OutboxItem *recallable(const std::vector<OutboxItem> &pending, Instant now)
{
    const auto newest = std::find_if(pending.rbegin(), pending.rend(), isOnItsWay);
    const bool open = newest != pending.rend() && newest->state == OutboxState::Waiting && newest->recallUntil
        && *newest->recallUntil > now;
    return open ? &*newest : nullptr;
}

void addWaiting(std::vector<Alert> &alerts, const std::vector<OutboxItem> &pending, Instant now)
{
    const auto first = std::find_if(pending.begin(), pending.end(), isOnItsWay);
    if (first == pending.end())
        return;
    const int waiting = static_cast<int>(std::count_if(first, pending.end(), isOnItsWay));
    Alert alert{Alert::Kind::Waiting,
                Tone::Info,
                waiting == 1 ? AlertWords::tr("“%1” is recorded on this device and waiting to be sent.")
                                   .arg(actWord(first->act.type))
                             : AlertWords::tr("%n act(s) are recorded on this device and waiting to be sent.",
                                              nullptr, waiting),
                {},
                first->act.id};
    if (const OutboxItem *item = recallable(pending, now)) {
        alert.action = AlertWords::tr("Undo");
        alert.act = item->act.id;
    } else if (first->state == OutboxState::Waiting && first->tries > 0) {
        // The oldest holds up those behind it.
        alert.kind = Alert::Kind::Delayed;
        alert.sentence = AlertWords::tr("%1 Sending did not succeed yet; it is tried again by itself.")
                             .arg(alert.sentence);
        alert.action = AlertWords::tr("Try again");
    }
    alerts.push_back(alert);
}

void addOverdue(std::vector<Alert> &alerts, const Case &shown, const Reference &reference, Instant now,
                DisplayLocale locale)
{
    if (!awaitsOfficer(shown.status))
        return;
    const Deadline deadline = shown.deadline();
    const TimeLeft left = timeLeft(deadline, now, reference.calendar);
    if (left.state != TimeLeft::State::Overdue)
        return;
    const QString day = isolateId(shortDate(deadline.day, locale));
    QString sentence = deadline.kind == Deadline::Kind::Service
        ? AlertWords::tr("The service deadline ended on %1.").arg(day)
        : AlertWords::tr("The statutory deadline ended on %1.").arg(day);
    if (!shown.history.empty()) {
        const HistoryEntry &last = shown.history.back();
        sentence = AlertWords::tr("%1 Last act: %2, %3.")
                       .arg(sentence, actWord(last.type, last.typeText),
                            isolateId(shortDate(riyadhDate(last.at), locale)));
    }
    alerts.push_back({Alert::Kind::Overdue, Tone::Danger, sentence, {}, {}});
}

void addNotLinked(std::vector<Alert> &alerts, const Subject &subject, bool mayReturn, DisplayLocale locale)
{
    if (subject.link != AccountLink::NotLinked)
        return;
    const QString when = subject.linkCheckedAt
        ? AlertWords::tr("Checked by the central system on %1.")
              .arg(isolateId(shortDate(riyadhDate(*subject.linkCheckedAt), locale)))
        : QString();
    alerts.push_back(
        {Alert::Kind::NotLinked,
         Tone::Warning,
         AlertWords::tr("The subject is not linked to the applicant's account. %1").arg(when).trimmed(),
         mayReturn ? AlertWords::tr("Return for this reason") : QString(),
         {}});
}

} // namespace

QString alertName(Alert::Kind kind)
{
    switch (kind) {
    case Alert::Kind::Conflict:
        return QStringLiteral("alertConflict");
    case Alert::Kind::Refused:
        return QStringLiteral("alertRefused");
    case Alert::Kind::UnknownStatus:
        return QStringLiteral("alertUnknownStatus");
    case Alert::Kind::Overdue:
        return QStringLiteral("alertOverdue");
    case Alert::Kind::NotLinked:
        return QStringLiteral("alertNotLinked");
    case Alert::Kind::Waiting:
        return QStringLiteral("alertWaiting");
    case Alert::Kind::Delayed:
        return QStringLiteral("alertDelayed");
    case Alert::Kind::Draft:
        break;
    }
    return QStringLiteral("alertDraft");
}

std::optional<Instant> recallEnd(const std::vector<OutboxItem> &pending, Instant now)
{
    const OutboxItem *item = recallable(pending, now);
    return item ? item->recallUntil : std::nullopt;
}

std::vector<Alert> alertsOf(const OpenedCase &opened, const AlertScope &scope, Instant now,
                            DisplayLocale locale)
{
    std::vector<Alert> alerts;
    for (const OutboxItem &item : opened.pending) {
        if (item.state == OutboxState::Parked)
            addParked(alerts, item);
    }
    if (opened.shown.status == CaseStatus::Unknown)
        alerts.push_back(
            {Alert::Kind::UnknownStatus,
             Tone::Warning,
             AlertWords::tr("This status is newer than the program. The request can be read; acts "
                            "are possible after an update."),
             {},
             {}});
    if (opened.reference)
        addOverdue(alerts, opened.shown, *opened.reference, now, locale);
    addNotLinked(alerts, opened.shown.subject, scope.mayReturn, locale);
    addWaiting(alerts, opened.pending, now);
    if (!scope.draftOf.isEmpty())
        alerts.push_back({Alert::Kind::Draft,
                          Tone::Info,
                          AlertWords::tr("An unfinished draft is kept: %1.").arg(scope.draftOf),
                          AlertWords::tr("Continue the draft"),
                          {}});
    for (Alert &alert : alerts)
        alert.sentence = alert.sentence.trimmed();
    return alerts;
}

} // namespace tawasul
