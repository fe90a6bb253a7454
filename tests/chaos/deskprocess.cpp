// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/deskprocess.h"

#include "app/desk/threadexecutor.h"
#include "models/desk/desk.h"
#include "models/desk/whenanswered.h"
#include "models/domain/workflow.h"
#include "models/sync/networktransport.h"
#include "models/sync/signin.h"
#include "models/sync/syncengine.h"
#include "tests/chaos/carried.h"
#include "tests/chaos/cast.h"
#include "tests/support/seededrandom.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSocketNotifier>
#include <QtCore/QTimer>

#include <set>
#include <unistd.h>

namespace tawasul {

namespace {

using Link = SyncStatus::Link;

constexpr int kBetweenActsMs = 100;
constexpr int kBetweenSignInsMs = 200;

/// At once and by the system, so that nothing said is lost with the process.
void say(const QString &words)
{
    const QByteArray line = words.toUtf8() + '\n';
    if (::write(STDOUT_FILENO, line.constData(), static_cast<std::size_t>(line.size())) < 0)
        QCoreApplication::exit(2); // nobody listens
}

/// Tells what the centre took of the envelopes of others, as soon as it says so.
class TellingTransport final : public Transport
{
public:
    explicit TellingTransport(const QUrl &centre)
        : m_line(centre)
    {
    }

    CallId send(TransportCall call, Answer answer) override
    {
        const QString path = call.path;
        return m_line.send(std::move(call), [path, answer = std::move(answer)](const TransportReply &reply) {
            if (const int carried = carriedBy(path, reply); carried > 0)
                say(u"carried " % QString::number(carried));
            answer(reply);
        });
    }
    void stop(CallId id) override { m_line.stop(id); }

private:
    NetworkTransport m_line;
};

/// Who works in the process; put together as app/desk does it.
class HurriedDesk : public QObject
{
public:
    explicit HurriedDesk(const DeskProcessOptions &options)
        : m_officer(officersOfTheRun().at(static_cast<std::size_t>(options.officer)))
        , m_chance(options.seed)
        , m_transport(std::make_unique<TellingTransport>(options.centre))
        , m_store(std::make_unique<Store>(ProfilePlace{options.folder, {}, options.envelopes},
                                          StoreExecutors{m_gui, m_journal, m_cache, m_reader}, m_clock))
    {
        m_store->open([this](const Outcome &outcome) {
            if (!outcome)
                qFatal("the profile does not open: %s %s", qPrintable(outcome.error().code),
                       qPrintable(outcome.error().detail));
            begin();
        });
        connect(&m_input, &QSocketNotifier::activated, this, [this] { hear(); });
    }

    ~HurriedDesk() override
    {
        m_engine.reset();
        m_journal.drain();
        m_desk.reset();
        m_store.reset();
        m_network.post([this] { m_transport.reset(); });
        m_network.drain();
    }

private:
    void begin()
    {
        m_desk = std::make_unique<Desk>(*m_store, m_officer, m_clock, m_random);
        m_engine = std::make_unique<SyncEngine>(*m_store, *m_transport, m_network, m_gui, m_clock, m_random);
        connect(&m_engine->news(), &SyncNews::statusChanged, this, [this](const SyncStatus &status) {
            m_status = status;
            tellWhatIsLeft();
            tellWhenDrained();
        });
        connect(&m_store->notifier(), &StoreNotifier::outboxChanged, this,
                [this](const std::vector<OutboxItem> &items) {
                    m_outbox = items;
                    m_engine->outboxChanged();
                    tellWhenDrained();
                });
        m_engine->start(std::nullopt);
        connect(&m_work, &QTimer::timeout, this, [this] { work(); });
        m_work.start(kBetweenActsMs);
        connect(&m_door, &QTimer::timeout, this, [this] { signInAgain(); });
        m_door.start(kBetweenSignInsMs);
        signInAgain();
    }

    void signInAgain()
    {
        if (m_isSigningIn || m_status.link == Link::Online || m_status.link == Link::Connecting)
            return;
        m_isSigningIn = true;
        m_network.post([this] {
            signIn(*m_transport, {m_officer.id.text(), passwordOfTheRun(), QStringLiteral("chaos")},
                   [this](const Result<wire::SessionGrant> &grant) {
                       m_gui.post([this, grant] {
                           m_isSigningIn = false;
                           if (grant)
                               remember(*grant);
                           if (grant && m_status.link != Link::Online)
                               m_engine->resume({grant->accessToken, grant->refreshToken,
                                                 std::chrono::seconds(grant->expiresIn)});
                       });
                   });
        });
    }

    /// Without it there are no envelopes: they are sealed for one centre.
    void remember(const wire::SessionGrant &grant)
    {
        m_store->withJournal([officer = m_officer, centre = grant.centre](Journal &journal) {
            OfflineIdentity identity;
            identity.officer = officer;
            identity.centre = centre;
            std::ignore = journal.rememberIdentity(identity);
        });
    }

    int drawn(int below) { return static_cast<int>(m_chance.next() % static_cast<std::uint64_t>(below)); }

    void work()
    {
        if (m_isEnding)
            return;
        if (drawn(8) == 0)
            return choose();
        whenAnswered(
            m_desk->openCase(caseOfTheRun(drawn(kProcessCases)).id), this,
            [this](const Result<OpenedCase> &seen) {
                if (!seen)
                    return;
                std::vector<ActType> allowed = allowedActs(seen->shown, m_officer);
                // What ends a case ends the work.
                std::erase_if(allowed, [this](ActType type) {
                    return (decides(type) || type == ActType::Transfer) && drawn(10) > 0;
                });
                if (!allowed.empty())
                    record(*seen,
                           allowed.at(static_cast<std::size_t>(drawn(static_cast<int>(allowed.size())))));
            });
    }

    void record(const OpenedCase &seen, ActType type)
    {
        const Act act = actOfTheRun(type, m_officer, seen.shown, QStringLiteral("in a hurry"), m_clock.now());
        Intention intention;
        intention.caseId = seen.shown.id;
        intention.seenVersion = seen.shown.version;
        if (!seen.shown.history.empty())
            intention.seenLastAct = seen.shown.history.back().act;
        intention.type = type;
        intention.reason = act.reason;
        intention.text = act.text;
        intention.reply = act.reply;
        intention.execution = act.execution;
        intention.toSection = act.toSection;
        intention.toSubService = act.toSubService;
        intention.proposal = act.proposal;
        whenAnswered(m_desk->record(intention), this, [id = seen.shown.id](const Result<ActId> &answer) {
            if (answer)
                say(u"recorded " % answer->text() % u' ' % id.text());
        });
    }

    void choose()
    {
        for (const OutboxItem &item : m_outbox) {
            if (item.state != OutboxState::Parked)
                continue;
            if (drawn(2) == 0) {
                say(u"closes " % item.act.id.text());
                std::ignore = m_desk->takeTheirs(item.act.id);
            } else {
                std::ignore = m_desk->retryNow(item.act.id);
            }
            return;
        }
    }

    void hear()
    {
        char byte = 0;
        if (::read(STDIN_FILENO, &byte, 1) > 0)
            return;
        m_input.setEnabled(false);
        m_isEnding = true;
        // What was recorded a moment ago has to be in the outbox that is looked at.
        QTimer::singleShot(1'000, this, [this] {
            m_mayTell = true;
            tellWhatIsLeft();
            tellWhenDrained();
        });
    }

    /// So that whoever waits sees whether it goes on.
    void tellWhatIsLeft()
    {
        if (m_mayTell && std::exchange(m_toldLeft, m_status.free) != m_status.free)
            say(u"left " % QString::number(m_status.free));
    }

    void tellWhenDrained()
    {
        if (!m_mayTell || m_status.link != Link::Online)
            return;
        std::set<CaseId> stopped;
        for (const OutboxItem &item : m_outbox) {
            if (item.state == OutboxState::Parked)
                stopped.insert(item.act.caseId);
            else if (stopped.count(item.act.caseId) == 0)
                return;
        }
        m_mayTell = false;
        say(QStringLiteral("drained"));
    }

    const Actor m_officer;
    SeededRandom m_chance;
    SystemClock m_clock;
    SystemRandom m_random;
    LoopExecutor m_gui;
    ThreadExecutor m_journal{QStringLiteral("journal")};
    ThreadExecutor m_cache{QStringLiteral("cache")};
    ThreadExecutor m_reader{QStringLiteral("reader")};
    ThreadExecutor m_network{QStringLiteral("network")};
    std::unique_ptr<TellingTransport> m_transport;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<SyncEngine> m_engine;
    QSocketNotifier m_input{STDIN_FILENO, QSocketNotifier::Read};
    QTimer m_work;
    QTimer m_door;
    SyncStatus m_status;
    std::vector<OutboxItem> m_outbox;
    bool m_isSigningIn = false;
    bool m_isEnding = false;
    bool m_mayTell = false;
    int m_toldLeft = -1;
};

} // namespace

QString passwordOfTheRun()
{
    return QStringLiteral("كلمة مرور للاختبار");
}

int runDeskProcess(const DeskProcessOptions &options)
{
    const HurriedDesk desk(options);
    return QCoreApplication::exec();
}

} // namespace tawasul
