// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a commit to the screens. At most one piece of news of a kind is on its way to the GUI thread; what
// happens meanwhile goes with the next, so that a first fetch does not bury the screens.
#include "models/store/cachefile.h"
#include "models/store/storebody.h"

#include <QtCore/QLoggingCategory>

namespace tawasul {

namespace {

/// What goes wrong with envelopes is no news for screens: the acts are recorded and go by themselves.
Q_LOGGING_CATEGORY(lcEnvelopes, "tawasul.envelopes")

// A drain tells of each of its steps, and each time the whole outbox is read: a long one not as often, or n
// acts would cost n * n readings. This is a steady share of the time, however long it is.
constexpr std::size_t kShortOutbox = 50;
constexpr std::chrono::microseconds kPauseForEach{200};
constexpr std::chrono::seconds kUntilTheDiskAnswers{5};
// A board is counted anew each time: a filling brings many pages a second.
constexpr std::chrono::milliseconds kBetweenBoards{500};

std::chrono::milliseconds pauseAfter(std::size_t items)
{
    if (items <= kShortOutbox)
        return {};
    return std::chrono::duration_cast<std::chrono::milliseconds>(kPauseForEach
                                                                 * static_cast<std::int64_t>(items));
}

Result<Cache::Pending> pendingOf(Journal &journal, const CaseId &id)
{
    const auto items = journal.unsettledOf(id);
    if (!items)
        return items.error();
    const auto draft = journal.draft(id);
    if (!draft)
        return draft.error();
    Cache::Pending pending;
    pending.hasDraft = draft->has_value();
    for (const OutboxItem &item : *items) {
        if (item.state == OutboxState::Parked)
            pending.parked = true;
        else
            pending.acts.push_back(item.act);
    }
    return pending;
}

} // namespace

void Store::Body::outboxTouched(Journal &theJournal, const std::vector<CaseId> &cases)
{
    markTouched(theJournal, cases);
    tellOutboxSoon(cases);
}

void Store::Body::markTouched(Journal &theJournal, const std::vector<CaseId> &cases)
{
    std::vector<std::pair<CaseId, Cache::Pending>> touched;
    std::vector<CaseId> unread;
    for (const CaseId &id : cases) {
        Result<Cache::Pending> pending = pendingOf(theJournal, id);
        if (pending) {
            touched.emplace_back(id, std::move(*pending));
            continue;
        }
        unread.push_back(id);
        if (!std::exchange(marksUnreadable, true))
            fail(pending.error());
    }
    if (unread.empty())
        marksUnreadable = false;
    else
        touchAgain(unread);
    run(executors.cache, &Body::cache, [this, touched](Cache &theCache) {
        PageEffect effect;
        std::vector<CaseId> refused;
        for (const auto &[id, pending] : touched) {
            if (const Outcome set = theCache.setPending(id, pending); !set) {
                if (!std::exchange(cacheRefuses, true))
                    fail(set.error());
                if (!isWorthANewCache(set.error())) // else a new one takes them all
                    refused.push_back(id);
            }
            effect.changed.push_back(id);
        }
        worklistTouched(theCache, effect);
        if (refused.empty())
            cacheRefuses = false;
        else
            touchAgain(refused);
    });
}

// The list must not go on showing an act that was taken back, or hide one, until something else happens. One
// try at a time, of all cases that want it; any thread.
void Store::Body::touchAgain(const std::vector<CaseId> &cases)
{
    {
        const std::lock_guard lock(newsGate);
        const bool isComing = !casesAgain.empty();
        casesAgain.insert(cases.begin(), cases.end());
        if (isComing)
            return;
    }
    executors.journal.postAfter(kUntilTheDiskAnswers, [self = shared_from_this()] {
        self->run(self->executors.journal, &Body::journal, [body = self.get()](JournalSide &side) {
            std::set<CaseId> again;
            {
                const std::lock_guard lock(body->newsGate);
                again = std::exchange(body->casesAgain, {});
            }
            body->markTouched(side.journal, {again.begin(), again.end()});
        });
    });
}

// Behind the answer that somebody waits for, and once for many steps: what is recorded is recorded, whether
// the screens know the rest of the outbox yet or not, and with or without an envelope.
void Store::Body::tellOutboxSoon(const std::vector<CaseId> &cases)
{
    {
        const std::lock_guard lock(newsGate);
        outboxCases.insert(cases.begin(), cases.end());
        if (std::exchange(outboxWillBeTold, true))
            return;
    }
    run(executors.journal, &Body::journal, [this](JournalSide &side) {
        std::set<CaseId> touched;
        {
            const std::lock_guard lock(newsGate);
            outboxWillBeTold = false;
            touched = std::exchange(outboxCases, {});
        }
        publishOutbox(side.journal);
        if (!place.envelopes.isEmpty())
            keepEnvelopes(side, {touched.begin(), touched.end()});
    });
}

void Store::Body::keepEnvelopes(JournalSide &side, const std::vector<CaseId> &cases)
{
    if (const Outcome kept = side.envelopes.keep(side.journal, cases); !kept)
        qCWarning(lcEnvelopes) << "not all envelopes are kept:" << kept.error().code;
}

void Store::Body::keepAllEnvelopes(std::size_t casesAtOnce)
{
    run(executors.journal, &Body::journal, [this, casesAtOnce](JournalSide &side) {
        auto cases = side.envelopes.cases(side.journal);
        if (cases)
            return keepEnvelopesInTurn(side, std::move(*cases), casesAtOnce);
        qCWarning(lcEnvelopes) << "no envelopes are kept:" << cases.error().code;
    });
}

void Store::Body::keepEnvelopesInTurn(JournalSide &side, std::vector<CaseId> cases, std::size_t atOnce)
{
    const std::size_t rest = cases.size() - std::min(cases.size(), atOnce);
    keepEnvelopes(side, {cases.begin() + static_cast<std::ptrdiff_t>(rest), cases.end()});
    if (rest == 0)
        return;
    cases.resize(rest);
    run(executors.journal, &Body::journal, [this, atOnce, cases = std::move(cases)](JournalSide &again) {
        keepEnvelopesInTurn(again, cases, atOnce);
    });
}

void Store::Body::publishOutbox(Journal &theJournal)
{
    {
        const std::lock_guard lock(newsGate);
        if (outboxOnItsWay) {
            outboxWaits = true;
            return;
        }
        outboxOnItsWay = true;
        outboxWaits = false;
    }
    const auto items = theJournal.unsettled();
    if (items) {
        journalUnreadable = false;
    } else {
        // Nobody else would say it again: what is recorded must be listed, and must leave.
        journalUnread(items.error());
        const std::lock_guard lock(newsGate);
        outboxWaits = true;
    }
    onGui([this, items] {
        const std::chrono::milliseconds pause =
            items ? pauseAfter(items->size()) : std::chrono::milliseconds(kUntilTheDiskAnswers);
        if (pause.count() == 0)
            outboxDelivered();
        else
            executors.journal.postAfter(pause, [self = shared_from_this()] { self->outboxDelivered(); });
        if (items)
            Q_EMIT notifier->outboxChanged(*items);
    });
}

void Store::Body::journalUnread(const Error &error)
{
    if (!std::exchange(journalUnreadable, true))
        fail(error);
}

void Store::Body::outboxDelivered()
{
    bool again = false;
    {
        const std::lock_guard lock(newsGate);
        outboxOnItsWay = false;
        again = outboxWaits;
    }
    if (again)
        run(executors.journal, &Body::journal, [this](JournalSide &side) { publishOutbox(side.journal); });
}

void Store::Body::worklistTouched(Cache &theCache, const PageEffect &effect)
{
    {
        const std::lock_guard lock(newsGate);
        for (const CaseId &id : effect.changed) {
            removed.remove(id);
            changed.insert(id);
        }
        for (const CaseId &id : effect.removed) {
            changed.remove(id);
            removed.insert(id);
        }
    }
    publishWorklist(theCache);
}

// Screens have only the beginning as long as nothing else was published, whoever has read the rest meanwhile.
void Store::Body::publishRest(Cache &theCache)
{
    {
        const std::lock_guard lock(newsGate);
        if (restFailed || (published && published->isWhole))
            return;
    }
    publishWorklist(theCache);
}

void Store::Body::publishWorklist(Cache &theCache)
{
    {
        const std::lock_guard lock(newsGate);
        if (worklistOnItsWay) {
            worklistWaits = true;
            return;
        }
        worklistOnItsWay = true;
        worklistWaits = false;
    }
    const Outcome read = theCache.readWhole();
    if (!read && !restFailed) // said once: what cannot be read now will not be read in five seconds
        fail(read.error());
    restFailed = !read;
    const WorklistPtr snapshot = theCache.worklist();
    const std::lock_guard lock(newsGate);
    published = snapshot;
    onGui([this, snapshot, news = std::exchange(changed, {}), gone = std::exchange(removed, {})] {
        deliverWorklist(snapshot, news, gone);
    });
}

void Store::Body::deliverWorklist(const WorklistPtr &snapshot, const QSet<CaseId> &news,
                                  const QSet<CaseId> &gone)
{
    bool again = false;
    {
        const std::lock_guard lock(newsGate);
        worklistOnItsWay = false;
        again = worklistWaits;
    }
    if (again)
        run(executors.cache, &Body::cache, [this](Cache &theCache) { publishWorklist(theCache); });
    // A screen may close the profile when it hears the news; then nothing more is said.
    const auto self = shared_from_this();
    Q_EMIT notifier->worklistChanged(snapshot);
    for (const CaseId &id : gone) {
        if (self->alive)
            Q_EMIT notifier->caseRemoved(id);
    }
    for (const CaseId &id : news) {
        if (self->alive)
            Q_EMIT notifier->caseChanged(id);
    }
}

void Store::Body::headersTouched()
{
    {
        const std::lock_guard lock(newsGate);
        headersWait = headersOnTheirWay;
        if (std::exchange(headersOnTheirWay, true))
            return;
    }
    onGui([this] {
        executors.reader.postAfter(kBetweenBoards, [self = shared_from_this()] { self->headersDelivered(); });
        Q_EMIT notifier->headersChanged();
    });
}

void Store::Body::headersDelivered()
{
    bool again = false;
    {
        const std::lock_guard lock(newsGate);
        headersOnTheirWay = false;
        again = std::exchange(headersWait, false);
    }
    if (again && alive)
        headersTouched();
}

void Store::Body::referenceTouched(Cache &theCache)
{
    const auto document = theCache.newestReference();
    if (!document) {
        fail(document.error());
        return;
    }
    if (!*document)
        return;
    const Result<ReferencePtr> decoded = shelf.add(**document);
    if (!decoded) {
        fail(decoded.error());
        return;
    }
    shelf.setNewest(*decoded);
    if (const Outcome folded = theCache.foldAgain(); !folded)
        fail(folded.error());
    onGui([this, reference = *decoded] { Q_EMIT notifier->referenceChanged(reference); });
    worklistTouched(theCache, {});
}

void Store::Body::fail(const Error &error)
{
    onGui([this, error] { Q_EMIT notifier->storageFailed(error); });
}

} // namespace tawasul
