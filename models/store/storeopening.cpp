// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a profile opens and closes: each file on its own thread, one step after the other.
#include "models/store/storebody.h"

#include <array>

namespace tawasul {

namespace {

Cache::Pending &pendingOf(std::vector<std::pair<CaseId, Cache::Pending>> &all,
                          QHash<CaseId, std::size_t> &places, const CaseId &id)
{
    const auto place = places.constFind(id);
    if (place != places.constEnd())
        return all[*place].second;
    places.insert(id, all.size());
    all.emplace_back(id, Cache::Pending{});
    return all.back().second;
}

} // namespace

void Store::Body::openNext(const StartPtr &start, std::size_t step)
{
    struct Step
    {
        Executor &executor;
        std::mutex &gate;
        Outcome (Body::*work)(Start &);
    };
    const std::array<Step, 4> steps{{{executors.journal, journal.gate, &Body::openJournal},
                                     {executors.cache, cache.gate, &Body::openCache},
                                     {executors.reader, reader.gate, &Body::openReader},
                                     {executors.journal, journal.gate, &Body::openTruth}}};
    if (step == steps.size()) {
        onGui([this, start] { finishOpening(start); });
        return;
    }
    const Step &next = steps[step];
    next.executor.post([self = shared_from_this(), start, step, &gate = next.gate, work = next.work] {
        const std::lock_guard lock(gate);
        if (!self->alive)
            return;
        const Outcome outcome = ((*self).*work)(*start);
        if (outcome) {
            self->openNext(start, step + 1);
            return;
        }
        self->closeAll();
        self->onGui([start, outcome] { start->opened(outcome); });
    });
}

Result<Store::Body::Waiting> Store::Body::waitingIn(Journal &theJournal)
{
    const auto items = theJournal.unsettled();
    if (!items)
        return items.error();
    const auto drafts = theJournal.drafts();
    if (!drafts)
        return drafts.error();
    Waiting waiting;
    QHash<CaseId, std::size_t> places;
    for (const OutboxItem &item : *items) {
        Cache::Pending &pending = pendingOf(waiting.pending, places, item.act.caseId);
        if (item.state == OutboxState::Parked)
            pending.parked = true;
        else
            pending.acts.push_back(item.act);
        waiting.referenceVersions.insert(item.act.referenceVersion);
        if (item.base) {
            for (const Attachment &attachment : item.base->attachments)
                waiting.attachments.insert(attachment.sha256);
        }
    }
    for (const Draft &draft : *drafts)
        pendingOf(waiting.pending, places, draft.caseId).hasDraft = true;
    return waiting;
}

Outcome Store::Body::openJournal(Start &start)
{
    Result<ProfileLock> lock = ProfileLock::take(place.folder);
    if (!lock)
        return lock.error();
    Result<Journal> opened = Journal::open(fileOf(u"journal.sqlite"), place.vfs, clock);
    if (!opened)
        return opened.error();
    Result<Waiting> waiting = waitingIn(*opened);
    if (!waiting)
        return waiting.error();
    start.waiting = std::move(*waiting);
    journal.thing.emplace(
        JournalSide{std::move(*lock), std::move(*opened), std::nullopt, EnvelopeKeeper(place.envelopes)});
    return Done{};
}

Outcome Store::Body::openCache(Start &start)
{
    Result<Cache> opened = Cache::open(fileOf(u"cache.sqlite"), place.vfs, Cache::Reading::Beginning);
    if (!opened)
        return opened.error();
    if (Outcome loaded = loadReferences(*opened, start); !loaded)
        return loaded;
    opened->setReferenceOf(shelvedReferences());
    if (Outcome folded = opened->resetPending(start.waiting.pending); !folded)
        return folded;
    {
        const std::lock_guard lock(newsGate);
        published = opened->beginning();
    }
    cache.thing.emplace(std::move(*opened));
    return Done{};
}

ReferenceOf Store::Body::shelvedReferences()
{
    // A version that was lost with a damaged cache is judged by the newest: better shown than hidden.
    return [this](const QString &name) {
        const ReferencePtr known = shelf.version(name);
        return known ? known : shelf.newest();
    };
}

Outcome Store::Body::loadReferences(Cache &opened, const Start &start)
{
    const auto newest = opened.newestReference();
    if (!newest)
        return newest.error();
    if (!*newest)
        return Done{};
    const Result<ReferencePtr> decoded = shelf.add(**newest);
    if (decoded)
        shelf.setNewest(*decoded);
    else
        fail(decoded.error());
    for (const QString &version : start.waiting.referenceVersions) {
        const auto document = opened.reference(version);
        if (!document)
            return document.error();
        if (!*document || shelf.version(version))
            continue;
        if (const Result<ReferencePtr> older = shelf.add(**document); !older)
            fail(older.error());
    }
    return Done{};
}

Outcome Store::Body::sweepAttachments(Cache &opened, const Start &start) const
{
    const auto mark = opened.syncMark();
    if (!mark)
        return mark.error();
    // A cache that was never whole does not know what is needed.
    if (!mark->completeAt)
        return Done{};
    const AttachmentFiles files(fileOf(u"attachments"));
    auto keep = opened.namedAmong(files.hashes() - start.waiting.attachments);
    if (!keep)
        return keep.error();
    const Result<int> swept = files.sweep(keep->unite(start.waiting.attachments));
    return swept ? Outcome(Done{}) : Outcome(swept.error());
}

Outcome Store::Body::openReader(Start &)
{
    Result<CacheReader> opened = CacheReader::open(fileOf(u"cache.sqlite"), place.vfs);
    if (!opened)
        return opened.error();
    reader.thing.emplace(std::move(*opened));
    return Done{};
}

Outcome Store::Body::openTruth(Start &)
{
    Result<CacheReader> opened = CacheReader::open(fileOf(u"cache.sqlite"), place.vfs);
    if (!opened)
        return opened.error();
    if (journal.thing)
        journal.thing->truth.emplace(std::move(*opened));
    return Done{};
}

void Store::Body::finishOpening(const StartPtr &start)
{
    start->opened(Done{});
    if (!alive)
        return;
    run(executors.journal, &Body::journal, [this](JournalSide &side) { publishOutbox(side.journal); });
    keepAllEnvelopes(kCasesBetweenRecords);
    // Behind what the screens wait for, and before the first page from the centre changes what is named.
    run(executors.cache, &Body::cache, [this, start](Cache &opened) {
        if (const Outcome swept = sweepAttachments(opened, *start); !swept)
            fail(swept.error());
    });
    if (const ReferencePtr newest = shelf.newest())
        Q_EMIT notifier->referenceChanged(newest);
    WorklistPtr present;
    {
        const std::lock_guard lock(newsGate);
        present = published;
    }
    Q_EMIT notifier->worklistChanged(present);
}

void Store::Body::closeAll()
{
    const auto close = [this](Executor &executor, auto held) {
        executor.post([self = shared_from_this(), held] {
            auto &here = (*self).*held;
            const std::lock_guard lock(here.gate);
            here.thing.reset();
        });
    };
    close(executors.reader, &Body::reader);
    close(executors.cache, &Body::cache);
    close(executors.journal, &Body::journal);
}

} // namespace tawasul
