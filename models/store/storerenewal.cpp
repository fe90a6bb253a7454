// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A cache that turned out damaged makes room for a new one while everybody works on.
#include "models/store/cachefile.h"
#include "models/store/storebody.h"

namespace tawasul {

void Store::Body::doubtCache()
{
    // Said again and again where the disk refuses the note: it is what the next start goes by.
    cacheIsDoubted = true;
    doubtCacheFile(fileOf(u"cache.sqlite"));
}

// What waits is read and handed on by one job of the journal's thread, so that each later change of it
// reaches the new cache behind it.
void Store::Body::renewCache(std::function<void(Outcome)> renewed)
{
    run(executors.journal, &Body::journal, [this, renewed = std::move(renewed)](JournalSide &side) {
        const Result<Waiting> waiting = waitingIn(side.journal);
        if (!waiting)
            return renewed(waiting.error());
        run(executors.cache, &Body::cache, [this, renewed, waiting](Cache &damaged) {
            const Outcome outcome = renew(damaged, *waiting);
            if (outcome)
                tellOfRenewal(damaged);
            renewed(outcome);
        });
    });
}

Outcome Store::Body::renew(Cache &damaged, const Waiting &waiting)
{
    // No question may fall into the moment in which there are no tables. Nobody who holds one of these asks
    // for another.
    const std::lock_guard readerWaits(reader.gate);
    const std::lock_guard journalWaits(journal.gate);
    qint64 lastRow = 0;
    {
        const std::lock_guard lock(newsGate);
        for (const WorklistEntry &entry : published->entries)
            lastRow = std::max(lastRow, entry.row);
    }
    Result<Cache> opened = Cache::renewed(damaged, lastRow);
    if (!opened)
        return opened.error();
    opened->setReferenceOf(shelvedReferences());
    if (Outcome folded = opened->resetPending(waiting.pending); !folded)
        return folded;
    damaged = std::move(*opened);
    cacheIsDoubted = false;
    return Done{};
}

void Store::Body::tellOfRenewal(Cache &theCache)
{
    restFailed = false;
    cacheRefuses = false;
    worklistTouched(theCache, {});
    headersTouched();
    onGui([this] {
        Q_EMIT notifier->proposalsChanged();
        Q_EMIT notifier->staffChanged();
    });
}

} // namespace tawasul
