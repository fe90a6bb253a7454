// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/realdesk.h"

#include "app/desk/identity.h"
#include "app/desk/profile.h"

#include <QtTest/QTest>

namespace tawasul {

namespace {

constexpr int kPatienceMs = 30'000;

} // namespace

RealDesk::RealDesk(const QUrl &centre, const QString &machine, const QString &envelopes)
    : m_machine(machine)
    , m_envelopes(envelopes.isEmpty() && !machine.isEmpty() ? envelopesFolder(machine) : envelopes)
    , m_transport(std::make_unique<NetworkTransport>(centre))
    , m_line(std::make_unique<LossyLine>(*m_transport))
{
}

RealDesk::~RealDesk()
{
    quit();
    m_network.post([this] {
        m_transport.reset(); // answers what is open
        m_line.reset();
    });
    m_network.drain();
}

void RealDesk::open()
{
    m_store = std::make_unique<Store>(ProfilePlace{folder(), {}, m_envelopes},
                                      StoreExecutors{m_gui, m_journal, m_cache, m_reader}, m_clock);
    std::optional<Outcome> opened;
    m_store->open([&opened](const Outcome &outcome) { opened = outcome; });
    if (!QTest::qWaitFor([&opened] { return opened.has_value(); }, kPatienceMs) || !*opened)
        qFatal("the profile did not open");
}

QString RealDesk::folder() const
{
    return m_machine.isEmpty() ? m_folder->path() : m_machine % u"/profiles/" % m_username;
}

void RealDesk::begin()
{
    m_desk = std::make_unique<Desk>(*m_store, m_officer, m_clock, m_random);
    m_supervision = std::make_unique<Supervision>(*m_store, m_officer, m_desk->time(), m_random);
    m_engine = std::make_unique<SyncEngine>(*m_store, *m_line, m_network, m_gui, m_clock, m_random);
    SyncNews &news = m_engine->news();
    QObject::connect(&news, &SyncNews::statusChanged, &news, [this](const SyncStatus &next) {
        if (links.empty() || links.back() != next.link)
            links.push_back(next.link);
        status = next;
    });
    QObject::connect(&news, &SyncNews::serverTimeKnown, &news,
                     [this](Instant time) { m_desk->setLastServerTime(time); });
    QObject::connect(&m_store->notifier(), &StoreNotifier::outboxChanged, &news,
                     [this] { m_engine->outboxChanged(); });
    m_engine->start(m_tokens);
}

void RealDesk::signIn(const Actor &officer, const QString &password)
{
    std::optional<Result<wire::SessionGrant>> grant;
    m_network.post([&] {
        tawasul::signIn(*m_transport, {officer.id.text(), password, QStringLiteral("journey")},
                        [&](Result<wire::SessionGrant> answer) {
                            m_gui.post([&grant, answer = std::move(answer)] { grant = answer; });
                        });
    });
    if (!QTest::qWaitFor([&grant] { return grant.has_value(); }, kPatienceMs) || !*grant)
        qFatal("not signed in: %s", grant ? qPrintable(grant->error().code) : "no answer");
    m_officer = (*grant)->officer;
    m_tokens = {(*grant)->accessToken, (*grant)->refreshToken, std::chrono::seconds((*grant)->expiresIn)};
    m_username = officer.id.text();
    open();
    std::optional<Outcome> remembered;
    m_store->withJournal([this, &remembered, &grant, &officer, &password](Journal &journal) {
        const Outcome outcome = remember(journal, **grant, officer.id.text(), password, m_clock.now());
        m_gui.post([&remembered, outcome] { remembered = outcome; });
    });
    if (!QTest::qWaitFor([&remembered] { return remembered.has_value(); }, kPatienceMs) || !*remembered)
        qFatal("the account was not remembered");
    begin();
}

void RealDesk::signOut()
{
    bool isDone = false;
    m_engine->signOut([&isDone] { isDone = true; });
    if (!QTest::qWaitFor([&isDone] { return isDone; }, kPatienceMs))
        qFatal("not signed out");
    quit();
}

void RealDesk::quit()
{
    m_engine.reset();
    if (m_store) {
        m_store->keepEnvelopes();
        m_journal.drain();
    }
    m_supervision.reset();
    m_desk.reset();
    m_store.reset();
}

void RealDesk::startAgain()
{
    open();
    begin();
}

ActId RealDesk::record(ActType type, const CaseId &id, const ActId &proposal)
{
    const auto seen = opened(id);
    if (!seen)
        return {};
    const Act sample = sampleAct(type, m_officer);
    Intention intention;
    intention.caseId = id;
    intention.seenVersion = seen->shown.version;
    intention.type = type;
    intention.reason = sample.reason;
    intention.text = sample.text;
    intention.reply = sample.reply;
    intention.execution = sample.execution;
    intention.proposal = proposal;
    const auto recorded = wait(m_desk->record(intention));
    return recorded && *recorded ? **recorded : ActId();
}

std::vector<OwnProposal> RealDesk::proposals()
{
    const auto known = wait(m_desk->proposals());
    return known && *known ? **known : std::vector<OwnProposal>();
}

std::vector<OutboxItem> RealDesk::outbox()
{
    const auto items = wait(m_desk->outbox());
    return items && *items ? **items : std::vector<OutboxItem>();
}

std::optional<OpenedCase> RealDesk::opened(const CaseId &id)
{
    auto found = wait(m_desk->openCase(id));
    if (!found || !*found)
        return std::nullopt;
    return std::move(**found);
}

std::size_t RealDesk::rows() const
{
    const WorklistPtr list = m_store->worklist();
    return list ? list->entries.size() : 0;
}

} // namespace tawasul
