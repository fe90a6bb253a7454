// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/threadexecutor.h"
#include "models/desk/desk.h"
#include "models/desk/supervision.h"
#include "models/sync/networktransport.h"
#include "models/sync/signin.h"
#include "models/sync/syncengine.h"
#include "tests/support/samplecase.h"
#include "tests/support/scratchdirectory.h"

#include <QtTest/QTest>

#include <atomic>

namespace tawasul {

/// The machine's clock, begun at sampleNow() and moved on by a test that will not wait.
class JourneyClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return sampleNow() + passed(); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return passed(); }
    void skip(std::chrono::milliseconds time) { m_skipped += time.count(); }

private:
    [[nodiscard]] std::chrono::milliseconds passed() const
    {
        return m_machine.monotonic() - m_begun + std::chrono::milliseconds(m_skipped.load());
    }

    SystemClock m_machine;
    std::chrono::milliseconds m_begun = m_machine.monotonic();
    std::atomic<std::int64_t> m_skipped = 0;
};

/// A line on which answers get lost: what was asked took effect, and nobody hears of it.
class LossyLine final : public Transport
{
public:
    explicit LossyLine(Transport &line)
        : m_line(line)
    {
    }

    /// So many answers to orders, from now on. Any thread.
    void lose(int answers) { m_losing = answers; }
    [[nodiscard]] int left() const { return m_losing; }

    CallId send(TransportCall call, Answer answer) override
    {
        const bool isOrder = call.path == QLatin1String("/assignments");
        return m_line.send(std::move(call),
                           [this, isOrder, answer = std::move(answer)](TransportReply reply) {
                               if (isOrder && reply.answered() && m_losing > 0) {
                                   --m_losing;
                                   reply = TransportReply();
                                   reply.failure = TransportReply::Failure::Offline;
                               }
                               answer(std::move(reply));
                           });
    }
    void stop(CallId id) override { m_line.stop(id); }

private:
    Transport &m_line;
    std::atomic<int> m_losing = 0;
};

/// An officer's desk without a window, put together as app/desk does it: real threads, files and network.
class RealDesk
{
public:
    /// With a machine, a folder, its profile lies there beside those of other accounts, and their envelopes;
    /// unless those have a folder of their own, which several accounts of the operating system share.
    explicit RealDesk(const QUrl &centre, const QString &machine = {}, const QString &envelopes = {});
    ~RealDesk();

    /// Opens the profile, signs in at the centre, starts the engine; ends the program when that fails.
    void signIn(const Actor &officer, const QString &password);
    void quit();
    /// The program starts again with the tokens it had.
    void startAgain();
    /// What signing out does with the session, and the end of the profile.
    void signOut();
    [[nodiscard]] QString folder() const;

    /// Records an act as the officer does, on what they see now.
    ActId record(ActType type, const CaseId &id, const ActId &proposal = {});
    /// The officer's own proposals.
    [[nodiscard]] std::vector<OwnProposal> proposals();
    [[nodiscard]] std::vector<OutboxItem> outbox();
    [[nodiscard]] std::optional<OpenedCase> opened(const CaseId &id);
    [[nodiscard]] std::size_t rows() const;
    [[nodiscard]] Desk &desk() { return *m_desk; }
    /// What a supervisor's desk has beside it.
    [[nodiscard]] Supervision &supervision() { return *m_supervision; }
    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] SyncEngine &engine() { return *m_engine; }
    /// Answers to a supervisor's orders get lost on it.
    [[nodiscard]] LossyLine &line() { return *m_line; }
    [[nodiscard]] JourneyClock &clock() { return m_clock; }

    /// Runs the test's event loop until the future is done.
    template<class T>
    std::optional<T> wait(QFuture<T> future)
    {
        constexpr int kPatienceMs = 30'000;
        const bool isDone = QTest::qWaitFor([&future] { return future.isFinished(); }, kPatienceMs);
        return isDone && future.resultCount() == 1 ? std::optional(future.result()) : std::nullopt;
    }

    SyncStatus status;
    std::vector<SyncStatus::Link> links;

private:
    void open();
    void begin();

    std::unique_ptr<QTemporaryDir> m_folder = makeScratchDirectory();
    QString m_machine;
    QString m_envelopes; ///< empty: none are made
    QString m_username;
    JourneyClock m_clock;
    SystemRandom m_random;
    LoopExecutor m_gui;
    ThreadExecutor m_journal{QStringLiteral("journal")};
    ThreadExecutor m_cache{QStringLiteral("cache")};
    ThreadExecutor m_reader{QStringLiteral("reader")};
    ThreadExecutor m_network{QStringLiteral("network")};
    std::unique_ptr<NetworkTransport> m_transport;
    std::unique_ptr<LossyLine> m_line;
    Actor m_officer;
    SessionTokens m_tokens;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Supervision> m_supervision;
    std::unique_ptr<SyncEngine> m_engine;
};

} // namespace tawasul
