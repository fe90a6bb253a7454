// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk/recording.h"

#include "models/desk/lane.h"
#include "models/domain/workflow.h"
#include "models/store/storedforms.h"

#include <algorithm>
#include <tuple>

namespace tawasul {

namespace {

Error unknownCase(const CaseId &id)
{
    return {Error::Kind::NotFound, QStringLiteral("case.unknown"), id.text()};
}

Result<CacheReader::Stored> truthOf(CacheReader &reader, const CaseId &id)
{
    auto stored = reader.caseById(id);
    if (!stored)
        return stored.error();
    if (!*stored)
        return unknownCase(id);
    return std::move(**stored);
}

ReferenceOf referenceOf(const Store &store)
{
    return [&store](const QString &version) {
        const ReferencePtr known = store.reference(version);
        return known ? known : store.reference();
    };
}

/// Acts that no longer apply are not left to be refused by the centre one day: a person hears of it now. Only
/// those that never left: another one may have taken effect, and the centre says what became of it.
Outcome parkRefused(Journal &journal, const std::vector<Refusal> &refused,
                    const std::vector<OutboxItem> &items)
{
    for (const Refusal &refusal : refused) {
        const bool hasLeft = std::any_of(items.begin(), items.end(), [&refusal](const OutboxItem &item) {
            return item.act.id == refusal.act && item.tries > 0;
        });
        if (hasLeft)
            continue;
        const Outcome parked = journal.park(refusal.act, ParkReason::Refused, refusal.why, std::nullopt);
        // One that is being sent right now is the centre's to judge.
        if (!parked && parked.error().code != u"outbox.state")
            return parked;
    }
    return Done{};
}

/// After an act left a lane without taking effect: parks what does not apply without it.
Outcome foldBehind(Store &store, Journal &journal, CacheReader &reader, const CaseId &id)
{
    const auto stored = reader.caseById(id);
    if (!stored)
        return stored.error();
    if (!*stored)
        return Done{}; // the case left the cache; the centre judges what is still on its way
    const auto items = journal.unsettledOf(id);
    if (!items)
        return items.error();
    return parkRefused(journal, refusedActs((*stored)->truth, actsOnTheirWay(*items), referenceOf(store)),
                       *items);
}

/// The same, when the act has left for good: that is true, whatever becomes of this. What could not be looked
/// at is judged by the centre.
void lookBehind(Store &store, Journal &journal, CacheReader &reader, const CaseId &id)
{
    const Outcome folded = foldBehind(store, journal, reader, id);
    if (folded)
        return;
    store.onGui(
        [&notifier = store.notifier(), error = folded.error()] { Q_EMIT notifier.storageFailed(error); });
}

} // namespace

Outcome Recording::checkSeen(const Case &shown) const
{
    if (commutes(intention.type))
        return Done{};
    const ActId lastAct = shown.history.empty() ? ActId() : shown.history.back().act;
    const bool sameAct = intention.seenLastAct.isEmpty() || intention.seenLastAct == lastAct;
    if (shown.version == intention.seenVersion && sameAct)
        return Done{};
    return Error{Error::Kind::Stale, QStringLiteral("act.stale"),
                 QStringLiteral("the case changed since it was shown")};
}

Act Recording::actOn(const Case &truth, const Reference &reference) const
{
    Act act;
    act.id = id;
    act.caseId = intention.caseId;
    act.type = intention.type;
    act.actor = officer;
    act.baseVersion = truth.version;
    act.referenceVersion = reference.version;
    act.recordedAt = at;
    act.monotonic = monotonic;
    act.lastServerTime = lastServerTime;
    act.reason = intention.reason;
    act.text = intention.text;
    act.reply = intention.reply;
    act.execution = intention.execution;
    act.toSection = intention.toSection;
    act.toSubService = intention.toSubService;
    act.proposal = intention.proposal;
    return act;
}

Outcome Recording::carryOut(Store &store, Journal &journal, CacheReader &reader) const
{
    const ReferencePtr reference = store.reference();
    if (!reference)
        return Error{Error::Kind::NotFound, QStringLiteral("reference.unknown"),
                     QStringLiteral("no reference data yet")};
    const auto stored = truthOf(reader, intention.caseId);
    if (!stored)
        return stored.error();
    const auto items = journal.unsettledOf(intention.caseId);
    if (!items)
        return items.error();
    const std::vector<Act> waiting = actsOnTheirWay(*items);
    const Case shown = foldPending(stored->truth, waiting, referenceOf(store)).shown;
    if (Outcome seen = checkSeen(shown); !seen)
        return seen;
    const Act act = actOn(stored->truth, *reference);
    if (const auto after = apply(shown, act, *reference, at); !after)
        return after.error();
    const auto window = decides(act.type) ? std::chrono::seconds(reference->parameters.recallSeconds)
                                          : std::chrono::seconds(0);
    const QByteArray body = sentBody(act);
    // Nothing folded over it: the bytes are there, and making them anew costs as much as all the rest.
    const QByteArray base = waiting.empty() ? stored->truthBytes : storedCase(shown);
    if (Outcome recorded = journal.record(act, body, base, at + window, intention.replaces,
                                          intention.remainingDraft, &shown);
        !recorded)
        return recorded;
    // The act is on disk from here on. If the rest fails, the centre will refuse what no longer applies.
    if (intention.replaces)
        std::ignore = parkRefused(journal, refusedActs(stored->truth, waiting, referenceOf(store)), *items);
    store.outboxTouched(journal, {intention.caseId});
    return Done{};
}

Result<OpenedCase> asItStands(Store &store, Journal &journal, CacheReader &reader, const CaseId &id)
{
    auto stored = truthOf(reader, id);
    if (!stored)
        return stored.error();
    auto items = journal.unsettledOf(id);
    if (!items)
        return items.error();
    auto draft = journal.draft(id);
    if (!draft)
        return draft.error();
    auto receipts = journal.keptReceipts(id);
    if (!receipts)
        return receipts.error();
    QStringList files;
    for (const Attachment &attachment : stored->truth.attachments)
        files.append(attachment.sha256);
    auto readings = journal.readings(files);
    if (!readings)
        return readings.error();
    // Folded here and not taken from the cache, which may be a moment behind the journal.
    Case shown = foldPending(stored->truth, actsOnTheirWay(*items), referenceOf(store)).shown;
    return OpenedCase{std::move(shown),  std::move(stored->truth), std::move(*items),   std::move(*draft),
                      store.reference(), std::move(*receipts),     std::move(*readings)};
}

Result<OpenedCase> opened(Store &store, Journal &journal, CacheReader &reader, const CaseId &id)
{
    auto standing = asItStands(store, journal, reader, id);
    if (!standing)
        return standing;
    if (const Outcome audited = journal.audit(QStringLiteral("case.opened"), id, QString()); !audited) {
        store.onGui([&notifier = store.notifier(), error = audited.error()] {
            Q_EMIT notifier.storageFailed(error);
        });
    }
    return standing;
}

Result<std::vector<BegunDraft>> begunDrafts(Journal &journal, CacheReader &reader)
{
    auto drafts = journal.drafts();
    if (!drafts)
        return drafts.error();
    std::vector<BegunDraft> begun;
    for (Draft &draft : *drafts) {
        auto stored = reader.caseById(draft.caseId);
        if (!stored)
            return stored.error();
        std::optional<Case> truth = *stored ? std::optional(std::move((*stored)->truth)) : std::nullopt;
        begun.push_back({std::move(draft), std::move(truth)});
    }
    return begun;
}

Outcome letTheirsStand(Store &store, Journal &journal, CacheReader &reader, const ActId &parked)
{
    const auto known = journal.caseOf(parked); // also of one whose text is damaged
    if (!known)
        return known.error();
    if (!*known)
        return Error{Error::Kind::Conflict, QStringLiteral("outbox.state"), parked.text()};
    if (Outcome closed = journal.close(parked, std::nullopt); !closed)
        return closed;
    const CaseId id = **known;
    lookBehind(store, journal, reader, id);
    store.outboxTouched(journal, {id});
    return Done{};
}

Outcome heldBack(Store &store, Journal &journal, const ActId &id)
{
    const auto item = journal.item(id);
    if (!item)
        return item.error();
    if (!*item)
        return Error{Error::Kind::Conflict, QStringLiteral("outbox.state"), id.text()};
    // First from the hands of whoever may carry it, as when it is recalled. One that this desk tried already
    // is known to be perhaps there, and is held back all the same.
    const bool isHere = store.takeBackEnvelope(journal, id);
    const Outcome held = isHere || (*item)->tries > 0
        ? journal.hold(id)
        : Outcome(Error{Error::Kind::Conflict, QStringLiteral("outbox.carried"), id.text()});
    store.outboxTouched(journal,
                        {(*item)->act.caseId}); // also when it waits as before, to be carried as before
    return held;
}

Result<std::optional<Act>> recalled(Store &store, Journal &journal, CacheReader &reader, const Recall &recall)
{
    auto item = journal.item(recall.id);
    if (!item)
        return item.error();
    if (!*item)
        return std::optional<Act>(); // so long ago that nothing of it is here
    const Act &act = (*item)->act;
    const auto kept = journal.draft(act.caseId);
    if (!kept)
        return kept.error();
    const Draft becomes{act.caseId, recall.draftWith(act, *kept ? (*kept)->content : QByteArray()),
                        recall.at};
    // First from the hands of whoever may carry it: what is on its way cannot be taken back any more.
    const Result<bool> isBack =
        store.takeBackEnvelope(journal, act.id) ? journal.recall(act.id, becomes) : Result<bool>(false);
    if (isBack && *isBack)
        lookBehind(store, journal, reader, act.caseId);
    store.outboxTouched(journal, {act.caseId}); // also when it waits as before, to be carried as before
    if (!isBack)
        return isBack.error();
    return *isBack ? std::optional(act) : std::nullopt;
}

} // namespace tawasul
