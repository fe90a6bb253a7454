// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"

#include "models/store/storebody.h"

namespace tawasul {

Store::Store(ProfilePlace place, StoreExecutors executors, const Clock &clock)
    : m_notifier(std::make_unique<StoreNotifier>())
    , m_body(std::make_shared<Body>(place, executors, clock, *m_notifier))
    , m_attachments(m_body->fileOf(u"attachments"))
{
}

Store::~Store()
{
    m_body->alive = false;
    // A job that is running may still be using this Store; those that wait will find it gone.
    for (std::mutex *gate : {&m_body->journal.gate, &m_body->cache.gate, &m_body->reader.gate})
        const std::lock_guard lock(*gate);
    m_body->closeAll();
}

void Store::open(std::function<void(Outcome)> opened)
{
    auto start = std::make_shared<Body::Start>();
    start->opened = std::move(opened);
    m_body->openNext(start, 0);
}

void Store::withJournal(std::function<void(Journal &)> work)
{
    m_body->run(m_body->executors.journal, &Body::journal,
                [work = std::move(work)](Body::JournalSide &side) { work(side.journal); });
}

void Store::withJournalBesideCache(std::function<void(Journal &, CacheReader &)> work)
{
    m_body->run(m_body->executors.journal, &Body::journal, [work = std::move(work)](Body::JournalSide &side) {
        if (side.truth)
            work(side.journal, *side.truth);
    });
}

void Store::withCache(std::function<void(Cache &)> work)
{
    m_body->run(m_body->executors.cache, &Body::cache, std::move(work));
}

void Store::withReader(std::function<void(CacheReader &)> work)
{
    m_body->run(m_body->executors.reader, &Body::reader, std::move(work));
}

void Store::onGui(std::function<void()> work)
{
    m_body->onGui(std::move(work));
}

void Store::outboxTouched(Journal &journal, const std::vector<CaseId> &cases)
{
    m_body->outboxTouched(journal, cases);
}

bool Store::takeBackEnvelope(Journal &journal, const ActId &act)
{
    Body::JournalSide *side = m_body->journal.thing ? &*m_body->journal.thing : nullptr;
    return side && side->envelopes.takeBack(journal, act);
}

void Store::keepEnvelopes()
{
    m_body->keepAllEnvelopes();
}

void Store::keepEnvelopesByAndBy()
{
    m_body->keepAllEnvelopes(Body::kCasesBetweenRecords);
}

const QString &Store::envelopesFolder() const
{
    return m_body->place.envelopes;
}

void Store::worklistTouched(Cache &cache, const PageEffect &effect)
{
    m_body->worklistTouched(cache, effect);
}

void Store::referenceTouched(Cache &cache)
{
    m_body->referenceTouched(cache);
}

bool Store::isCacheDoubted() const
{
    return m_body->cacheIsDoubted;
}

void Store::renewCache(std::function<void(Outcome)> renewed)
{
    m_body->renewCache(std::move(renewed));
}

void Store::proposalsTouched()
{
    onGui([notifier = m_notifier.get()] { Q_EMIT notifier->proposalsChanged(); });
}

void Store::headersTouched()
{
    m_body->headersTouched();
}

void Store::staffTouched()
{
    onGui([notifier = m_notifier.get()] { Q_EMIT notifier->staffChanged(); });
}

void Store::ordersTouched()
{
    onGui([notifier = m_notifier.get()] { Q_EMIT notifier->ordersChanged(); });
}

void Store::readWholeWorklist()
{
    withCache([body = m_body.get()](Cache &cache) { body->publishRest(cache); });
}

WorklistPtr Store::worklist() const
{
    const std::lock_guard lock(m_body->newsGate);
    return m_body->published;
}

ReferencePtr Store::reference() const
{
    return m_body->shelf.newest();
}

ReferencePtr Store::reference(const QString &version) const
{
    return m_body->shelf.version(version);
}

} // namespace tawasul
