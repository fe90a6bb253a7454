// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/openprofile.h"

namespace tawasul {

OpenProfile::OpenProfile(const QString &folder, const QString &envelopes, const Surroundings &around)
    : m_around(around)
    , m_journalThread(QStringLiteral("journal"))
    , m_cacheThread(QStringLiteral("cache"))
    , m_readerThread(QStringLiteral("reader"))
    , m_store(std::make_unique<Store>(
          ProfilePlace{folder, {}, envelopes},
          StoreExecutors{around.gui, m_journalThread, m_cacheThread, m_readerThread}, around.clock))
{
}

OpenProfile::~OpenProfile()
{
    // The engine first, so that nothing new comes in. A store that goes drops what waits: a draft that was
    // typed a moment ago must be on the disk before.
    m_engine.reset();
    m_store->keepEnvelopes(); // whoever uses this machine next carries what has not been sent
    m_journalThread.drain();
    m_desk.reset();
    m_store.reset();
    m_readerThread.finish();
    m_cacheThread.finish();
    m_journalThread.finish();
}

void OpenProfile::begin(const Actor &officer, std::optional<SessionTokens> tokens)
{
    m_desk = std::make_unique<Desk>(*m_store, officer, m_around.clock, m_around.random);
    m_engine = std::make_unique<SyncEngine>(*m_store, m_around.transport, m_around.network, m_around.gui,
                                            m_around.clock, m_around.random);
    SyncNews &news = m_engine->news();
    QObject::connect(&news, &SyncNews::serverTimeKnown, &news,
                     [this](Instant serverTime) { m_desk->setLastServerTime(serverTime); });
    QObject::connect(&m_store->notifier(), &StoreNotifier::outboxChanged, &news,
                     [this](const std::vector<OutboxItem> &) { m_engine->outboxChanged(); });
    m_engine->start(std::move(tokens));
}

} // namespace tawasul
