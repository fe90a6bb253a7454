// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/decodedreferences.h"
#include "models/store/envelopekeeper.h"
#include "models/store/profilelock.h"
#include "models/store/store.h"

#include <QtCore/QSet>

#include <atomic>
#include <mutex>
#include <set>

namespace tawasul {

/// What Store's jobs share; it outlives the Store until the last of them ran. Not seen outside.
struct Store::Body : std::enable_shared_from_this<Store::Body>
{
    /// Something that lives on one thread. The gate is held while a job uses it, so that ~Store can wait for
    /// that job; nobody else ever waits.
    template<class T>
    struct Held
    {
        std::mutex gate;
        std::optional<T> thing;
    };

    struct JournalSide
    {
        ProfileLock lock;
        Journal journal;
        std::optional<CacheReader> truth;
        EnvelopeKeeper envelopes;

        /// Of the cache.
        [[nodiscard]] bool takeDamage() { return truth && truth->takeDamage(); }
    };

    /// What the journal holds that a cache has to know.
    struct Waiting
    {
        std::vector<std::pair<CaseId, Cache::Pending>> pending;
        QSet<QString> referenceVersions; ///< that pending acts name
        QSet<QString> attachments;       ///< that pending acts' cases name
    };
    [[nodiscard]] static Result<Waiting> waitingIn(Journal &theJournal);

    /// What opening carries from one thread to the next.
    struct Start
    {
        Waiting waiting;
        std::function<void(Outcome)> opened;
    };
    using StartPtr = std::shared_ptr<Start>;

    Body(ProfilePlace thePlace, StoreExecutors theExecutors, const Clock &theClock,
         StoreNotifier &theNotifier)
        : place(std::move(thePlace))
        , executors(theExecutors)
        , clock(theClock)
        , notifier(&theNotifier)
    {
    }

    /// Posts `work(thing)`, unless the Store is gone or the thing is not open by then. A cache that was found
    /// damaged meanwhile is doubted from then on, whoever found it.
    template<class T, class Work>
    void run(Executor &executor, Held<T> Body::*held, Work work)
    {
        executor.post([self = shared_from_this(), held, work = std::move(work)] {
            Held<T> &here = (*self).*held;
            const std::lock_guard lock(here.gate);
            if (!self->alive || !here.thing)
                return;
            work(*here.thing);
            if (here.thing->takeDamage())
                self->doubtCache();
        });
    }

    /// Posts `work()` to the GUI thread, unless the Store is gone by then.
    template<class Work>
    void onGui(Work work)
    {
        executors.gui.post([self = shared_from_this(), work = std::move(work)] {
            if (self->alive)
                work();
        });
    }

    void openNext(const StartPtr &start, std::size_t step);
    [[nodiscard]] Outcome openJournal(Start &start);
    [[nodiscard]] Outcome openCache(Start &start);
    [[nodiscard]] Outcome openReader(Start &start);
    [[nodiscard]] Outcome openTruth(Start &start);
    [[nodiscard]] Outcome loadReferences(Cache &opened, const Start &start);
    [[nodiscard]] Outcome sweepAttachments(Cache &opened, const Start &start) const;
    void finishOpening(const StartPtr &start);
    void closeAll();

    void outboxTouched(Journal &theJournal, const std::vector<CaseId> &cases);
    /// What the list shows of these cases' acts and drafts.
    void markTouched(Journal &theJournal, const std::vector<CaseId> &cases);
    void touchAgain(const std::vector<CaseId> &cases);
    void tellOutboxSoon(const std::vector<CaseId> &cases);
    static void keepEnvelopes(JournalSide &side, const std::vector<CaseId> &cases);
    /// So many cases a job, so that whoever records comes between; all in one when nothing is said.
    void keepAllEnvelopes(std::size_t casesAtOnce = SIZE_MAX);
    void keepEnvelopesInTurn(JournalSide &side, std::vector<CaseId> cases, std::size_t atOnce);
    static constexpr std::size_t kCasesBetweenRecords = 8; ///< each waits twice for its disk
    void publishOutbox(Journal &theJournal);
    void journalUnread(const Error &error);
    void outboxDelivered();
    void worklistTouched(Cache &theCache, const PageEffect &effect);
    void headersTouched();
    void headersDelivered();
    void publishRest(Cache &theCache);
    void publishWorklist(Cache &theCache);
    void deliverWorklist(const WorklistPtr &snapshot, const QSet<CaseId> &changed,
                         const QSet<CaseId> &removed);
    void referenceTouched(Cache &theCache);
    void fail(const Error &error);

    void doubtCache();
    void renewCache(std::function<void(Outcome)> renewed);
    [[nodiscard]] Outcome renew(Cache &damaged, const Waiting &waiting);
    void tellOfRenewal(Cache &theCache);
    /// How the folding finds decoded versions.
    [[nodiscard]] ReferenceOf shelvedReferences();

    [[nodiscard]] QString fileOf(QStringView name) const { return place.folder % u'/' % name; }

    const ProfilePlace place;
    const StoreExecutors executors;
    const Clock &clock;
    StoreNotifier *const notifier; ///< touched on the GUI thread only, while alive
    std::atomic<bool> alive = true;
    std::atomic<bool> cacheIsDoubted = false;

    Held<JournalSide> journal;
    Held<Cache> cache;
    Held<CacheReader> reader;
    DecodedReferences shelf;

    mutable std::mutex newsGate; ///< for what follows: news on their way to the GUI thread
    WorklistPtr published;
    QSet<CaseId> changed;
    QSet<CaseId> removed;
    bool marksUnreadable = false;   ///< journal's thread: said once, until all of them can be read again
    bool journalUnreadable = false; ///< journal's thread: said once, until the outbox can be read again
    bool cacheRefuses = false;      ///< cache's thread: said once, until it takes marks of acts again
    bool restFailed = false; ///< cache's thread: what follows the beginning of the list could not be read
    bool worklistOnItsWay = false;
    bool worklistWaits = false;
    bool headersOnTheirWay = false;
    bool headersWait = false;
    std::set<CaseId> casesAgain;  ///< whose marks are tried again in a moment
    std::set<CaseId> outboxCases; ///< touched since the outbox was told last
    bool outboxWillBeTold = false;
    bool outboxOnItsWay = false;
    bool outboxWaits = false;
};

} // namespace tawasul
