// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/deskprofile.h"

#include "models/protocol/jsonreader.h"
#include "tests/support/samplereference.h"

namespace tawasul {

DeskProfile::DeskProfile(std::uint64_t seed, const QString &vfs)
    : m_scheduler(m_clock, seed)
    , m_random(seed)
    , m_vfs(vfs)
    , m_executors{m_scheduler.makeExecutor(), m_scheduler.makeExecutor(), m_scheduler.makeExecutor(),
                  m_scheduler.makeExecutor()}
{
}

DeskProfile::~DeskProfile()
{
    close();
}

Outcome DeskProfile::open(bool withReference)
{
    close();
    m_store =
        std::make_unique<Store>(ProfilePlace{m_directory->path(), m_vfs, m_envelopes}, m_executors, m_clock);
    StoreNotifier &notifier = m_store->notifier();
    QObject::connect(&notifier, &StoreNotifier::worklistChanged, &notifier, [this](const WorklistPtr &list) {
        m_heard = list;
        ++m_snapshots;
    });
    QObject::connect(&notifier, &StoreNotifier::outboxChanged, &notifier,
                     [this](const std::vector<OutboxItem> &items) { m_heardOutbox = items; });
    QObject::connect(&notifier, &StoreNotifier::storageFailed, &notifier,
                     [this](const Error &error) { m_failures.push_back(error); });
    Outcome outcome = Error{Error::Kind::Cancelled, QStringLiteral("test.no_answer"), {}};
    m_store->open([&outcome](const Outcome &answer) { outcome = answer; });
    m_scheduler.runAll();
    m_desk = std::make_unique<Desk>(*m_store, sampleOfficer(), m_clock, m_random);
    if (m_readsRest)
        m_store->readWholeWorklist(); // as the screens do, once their first rows are seen
    m_scheduler.runAll();
    if (outcome && !m_envelopes.isEmpty()) // as signing in does
        onJournal({}, [](Journal &journal) {
            OfflineIdentity identity;
            identity.officer = sampleOfficer();
            identity.centre = QStringLiteral("centre-1");
            if (!journal.rememberIdentity(identity))
                qFatal("the identity was not remembered");
        });
    if (outcome && withReference && !m_store->reference()) {
        m_store->withCache([this](Cache &cache) {
            const Outcome kept =
                cache.storeReference(sampleReference().version, wire::toBytes(sampleReferenceJson()));
            if (!kept)
                qFatal("the reference data was not kept");
            m_store->referenceTouched(cache);
        });
        m_scheduler.runAll();
        if (!m_store->reference())
            qFatal("the sample reference data cannot be read");
    }
    return outcome;
}

void DeskProfile::close()
{
    m_desk.reset();
    m_store.reset();
    m_scheduler.runAll();
}

void DeskProfile::pull(const CasePage &page, std::optional<Instant> completeAt)
{
    m_store->withCache([this, &page, completeAt](Cache &cache) {
        const auto effect = cache.applyPage(page.page(), completeAt);
        if (!effect)
            qFatal("the page was not written: %s", qPrintable(effect.error().detail));
        m_store->worklistTouched(cache, *effect);
        if (effect->headersChanged)
            m_store->headersTouched();
    });
    m_scheduler.runAll();
}

void DeskProfile::pull(const std::vector<Case> &cases)
{
    CasePage page;
    for (const Case &one : cases)
        page.add(one);
    page.endAt(QStringLiteral("cursor"));
    pull(page, m_clock.now());
}

void DeskProfile::onJournal(const CaseId &id, const std::function<void(Journal &)> &work)
{
    m_store->withJournal([this, id, work](Journal &journal) {
        work(journal);
        m_store->outboxTouched(journal, {id});
    });
    m_scheduler.runAll();
}

std::vector<OutboxItem> DeskProfile::unsettled()
{
    const auto answer = wait(m_desk->outbox());
    return answer && *answer ? **answer : std::vector<OutboxItem>();
}

std::optional<CacheReader::Stored> DeskProfile::stored(const CaseId &id)
{
    std::optional<CacheReader::Stored> found;
    m_store->withReader([&found, id](CacheReader &reader) {
        auto answer = reader.caseById(id);
        if (answer && *answer)
            found = std::move(**answer);
    });
    m_scheduler.runAll();
    return found;
}

Intention intentionOf(ActType type, const Case &shown)
{
    const Act sample = sampleAct(type, sampleOfficer());
    Intention intention;
    intention.caseId = shown.id;
    intention.seenVersion = shown.version;
    if (!shown.history.empty())
        intention.seenLastAct = shown.history.back().act;
    intention.type = type;
    intention.reason = sample.reason;
    intention.text = sample.text;
    intention.reply = sample.reply;
    intention.execution = sample.execution;
    intention.toSection = sample.toSection;
    intention.toSubService = sample.toSubService;
    return intention;
}

} // namespace tawasul
