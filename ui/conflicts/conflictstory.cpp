// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/conflictstory.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

#include "models/arabic/bidi.h"
#include "models/domain/workflow.h"
#include "ui/conflicts/comparedfields.h"
#include "ui/shared/casewords.h"
#include "ui/shared/refusaltext.h"
#include "ui/shared/syncwords.h"

namespace tawasul {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::ConflictStory)
};

// One telling: what it is told from, so that no sentence asks for it again.
struct Telling
{
    const OutboxItem &item;
    OutboxHold hold;
    Instant now;
    DisplayLocale locale;

    [[nodiscard]] QString act() const { return actWord(item.act.type); }
    [[nodiscard]] QString moment(Instant at) const { return momentText(at, now, locale); }
    [[nodiscard]] bool isDecision() const { return decides(item.act.type); }
};

QString byWhom(const HistoryEntry &step)
{
    const QString name = isolateAny(step.actor.name);
    return name.isEmpty() ? roleWord(step.role) : name;
}

QString titleOf(OutboxHold hold)
{
    switch (hold) {
    case OutboxHold::Refused:
        return Words::tr("Resolve the refusal");
    case OutboxHold::Unfounded:
        return Words::tr("Act no longer possible");
    case OutboxHold::Damaged:
        return Words::tr("Damaged record of an act");
    default:
        return Words::tr("Resolve the conflict");
    }
}

QString aboutOf(const Telling &tell, const Reference &reference)
{
    const std::optional<Case> &base = tell.item.base;
    if (!base)
        return Words::tr("Request %1").arg(isolateId(tell.item.act.caseId.text()));
    const SubService *service = reference.subService(base->subService);
    return QStringList({Words::tr("Request %1").arg(isolateId(base->number)),
                        service ? named(service->name, tell.locale.language) : isolateId(base->subService),
                        isolateAny(base->beneficiary.name)})
        .join(QStringLiteral(" · "));
}

QString whatWasMeanwhile(const Telling &tell)
{
    const HistoryEntry *step = tell.item.theirs ? stepAtCentre(tell.item) : nullptr;
    const QString recorded = tell.moment(tell.item.act.recordedAt);
    if (!step)
        return Words::tr("“%1” was recorded on this device (%2), and the request was changed at the central "
                         "system before it arrived.")
            .arg(tell.act(), recorded);
    return Words::tr("“%1” was recorded on this device (%2), and the request was changed at the central "
                     "system before it arrived: %3 (%4, %5).")
        .arg(tell.act(), recorded, actWord(step->type, step->typeText), byWhom(*step), tell.moment(step->at));
}

// Who has one way left is not asked to choose between two.
QString conflictSentence(const Telling &tell, const ChoiceOffer &anew)
{
    const QString next = anew.possible
        ? Words::tr("Nothing is lost; one of the two has to be chosen.")
        : Words::tr("Nothing is lost; what can be done now is to take the central version.");
    return QString(whatWasMeanwhile(tell) % u' ' % next);
}

QString refusalSentence(const Telling &tell)
{
    const QString recorded = tell.moment(tell.item.act.recordedAt);
    const QString why = refusalClause(tell.item.lastError.value_or(Error{Error::Kind::Cancelled, {}, {}}));
    if (tell.hold == OutboxHold::Unfounded)
        return Words::tr("“%1” was recorded on this device (%2) and is not possible without the earlier act "
                         "it was based on: %3. It was not sent, and is kept here with all that was written.")
            .arg(tell.act(), recorded, why);
    return Words::tr("Refused by the central system: %3. “%1” was recorded on this device (%2), and is kept "
                     "here with all that was written.")
        .arg(tell.act(), recorded, why);
}

// What it was is not known; what it came to is, where the request shows it.
QString damageSentence(const Telling &tell)
{
    const QString recorded = tell.moment(tell.item.act.recordedAt);
    return tell.item.tries == 0
        ? Words::tr(
              "The record of an act on this request (%1) is damaged on this device, so what the act was "
              "is not known here any more. It was not sent. The request has to be looked at, and "
              "decided anew where that is needed.")
              .arg(recorded)
        : Words::tr(
              "The record of an act on this request (%1) is damaged on this device, so what the act was "
              "is not known here any more. An earlier try may have reached the central system: the "
              "request shows what it has. It has to be looked at, and decided anew where that is "
              "needed.")
              .arg(recorded);
}

QString happenedIn(const Telling &tell, const ChoiceOffer &anew)
{
    switch (tell.hold) {
    case OutboxHold::Conflict:
        return conflictSentence(tell, anew);
    case OutboxHold::Damaged:
        return damageSentence(tell);
    default:
        return refusalSentence(tell);
    }
}

VersionHead mineHead(const Telling &tell)
{
    return {Words::tr("This device's version"),
            QString(tell.moment(tell.item.act.recordedAt) % u" · " % isolateAny(tell.item.act.actor.name))};
}

VersionHead theirsHead(const Telling &tell)
{
    if (!tell.item.theirs)
        return {Words::tr("The request when the act was recorded"), {}};
    const HistoryEntry *step = stepAtCentre(tell.item);
    return {Words::tr("The central version"),
            step ? QString(tell.moment(step->at) % u" · " % byWhom(*step)) : QString()};
}

ChoiceOffer takeTheirsOf(const Telling &tell)
{
    if (tell.hold == OutboxHold::Damaged)
        return {
            true, true,
            Words::tr("The request stays as it is at the central system. The damaged act is not sent, and "
                      "what was recorded after it on this request goes on. What is left of it stays on "
                      "this device."),
            Words::tr("Take the central version")};
    const QString consequence = tell.item.theirs
        ? Words::tr("The request stays as it is at the central system: %1. “%2” is not sent; it stays "
                    "on this device with all that was written.")
              .arg(statusLook(tell.item.theirs->status, tell.item.theirs->statusText).word, tell.act())
        : Words::tr("The request stays as it is at the central system. “%1” is not sent; it stays on "
                    "this device with all that was written.")
              .arg(tell.act());
    return {true, true, consequence, Words::tr("Take the central version")};
}

// Why nothing can be decided anew on the case as it is now; empty when something can.
QString whyNotAnew(const Telling &tell)
{
    const OutboxItem &item = tell.item;
    if (!item.theirs) {
        // To whom a case is nothing any more, the centre does not say that there is one.
        const bool away = item.lastError
            && (item.lastError->kind == Error::Kind::Forbidden
                || item.lastError->code == QLatin1String("case.unknown"));
        return away ? Words::tr("The request is no longer assigned to this account, so nothing can be "
                                "recorded on it from here.")
                    : QString();
    }
    if (!isWithinReach(*item.theirs, item.act.actor)) {
        return item.theirs->assignee
            ? Words::tr("The request is now assigned to %1, so nothing can be recorded on it from this "
                        "account.")
                  .arg(isolateAny(item.theirs->assignee->name))
            : Words::tr("The request now belongs to another section, so nothing can be recorded on it from "
                        "this account.");
    }
    const std::vector<ActType> allowed = allowedActs(*item.theirs, item.act.actor);
    const bool possible = std::any_of(allowed.begin(), allowed.end(), [&tell](ActType type) {
        return type == tell.item.act.type || (tell.isDecision() && decides(type));
    });
    return possible ? QString()
                    : Words::tr("The status of the request is now “%1”, which leaves nothing to decide anew.")
                          .arg(statusLook(item.theirs->status, item.theirs->statusText).word);
}

ChoiceOffer decideAnewOf(const Telling &tell)
{
    if (tell.hold == OutboxHold::Damaged)
        return {}; // as what act, nobody knows; the request itself offers all of them
    const QString button = tell.isDecision() ? Words::tr("Decide anew") : Words::tr("Record anew");
    if (const QString why = whyNotAnew(tell); !why.isEmpty())
        return {true, false, why, button};
    const QString consequence = tell.isDecision()
        ? Words::tr("The request opens as it is now, for a new decision. Nothing is sent until that is "
                    "confirmed; it then takes the place of this one.")
        : Words::tr("The request opens as it is now, for a new act. Nothing is sent until that is confirmed; "
                    "it then takes the place of this one.");
    return {true, true, consequence, button};
}

ChoiceOffer resendOf(const Telling &tell)
{
    // A conflict would be found again; what breaks a rule does so however often it is sent, and what cannot
    // be read cannot be sent.
    const std::optional<Error> &error = tell.item.lastError;
    if (tell.hold == OutboxHold::Conflict || tell.hold == OutboxHold::Damaged
        || (error && error->kind == Error::Kind::Invalid))
        return {};
    return {true, true,
            Words::tr("The same act is sent again as it was recorded. This helps once what it was refused "
                      "for is over."),
            Words::tr("Send again")};
}

} // namespace

ConflictStory storyOf(const OutboxItem &item, const Reference &reference, Instant now, DisplayLocale locale)
{
    const Telling tell{item, parkedHold(item), now, locale};
    const bool conflict = tell.hold == OutboxHold::Conflict;
    const ChoiceOffer anew = decideAnewOf(tell);
    return {titleOf(tell.hold),
            aboutOf(tell, reference),
            happenedIn(tell, anew),
            conflict ? Tone::Info : Tone::Warning,
            mineHead(tell),
            theirsHead(tell),
            tell.hold == OutboxHold::Damaged ? std::vector<ComparedField>()
                                             : comparedFields(item, reference, locale),
            takeTheirsOf(tell),
            anew,
            resendOf(tell)};
}

} // namespace tawasul
