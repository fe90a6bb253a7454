// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/desk.h"
#include "models/sync/syncengine.h"
#include "tests/chaos/ledger.h"
#include "tests/chaos/simlink.h"
#include "tests/support/scratchdirectory.h"

#include <QtCore/QSet>

namespace tawasul {

/// One machine with the real desk on it, from its verbs down to its two files, and whoever sits before it.
/// Screens and windows are missing, and passwords: the centre gives a session to whom it reaches, and without
/// the centre those may work who have a profile here.
class SimDesk
{
public:
    SimDesk(World &world, SimCentre &centre, Ledger &ledger, int number, QString folder);
    SimDesk(const SimDesk &) = delete;
    SimDesk &operator=(const SimDesk &) = delete;
    ~SimDesk();

    [[nodiscard]] MemoryDisk &disk() { return m_disk; }
    [[nodiscard]] MachineClock &clock() { return m_clock; }
    [[nodiscard]] SimLink &link() { return m_link; }
    [[nodiscard]] const Actor &officer() const { return m_officer; }
    [[nodiscard]] const SyncStatus &status() const { return m_status; }
    [[nodiscard]] const std::vector<OutboxItem> &heardOutbox() const { return m_outbox; }
    /// The accounts that ever had a profile here.
    [[nodiscard]] const std::vector<Actor> &known() const { return m_known; }
    [[nodiscard]] QString profileOf(const Actor &officer) const
    {
        return m_folder % u'/' % officer.id.text();
    }

    // --- the program ---

    /// Nobody works here, and nobody is about to.
    [[nodiscard]] bool isOff() const { return m_session == nullptr; }
    [[nodiscard]] bool isOpen() const { return m_desk != nullptr; }
    /// Begins to sign in: asks the centre, opens the profile, starts the engine. Ends off when that fails.
    void signIn(const Actor &officer);
    /// Asks the centre for new tokens when the session is over or was never there.
    void signInAgain();
    [[nodiscard]] bool wantsTokens() const;
    /// As the program ends: what was typed a moment ago is written first.
    void quit();
    /// The process dies wherever it is; with the power, what was not synced may be gone too.
    void crash(bool powerWentOff);
    /// Throws the cache of that account away: it holds nothing that cannot be fetched again.
    void loseCache(const Actor &officer);

    // --- the officer; only while it is open ---

    /// Looks at a case and does something to it that the screen offers. Now and then the look is an old one.
    void act(const CaseId &id);
    /// That act on what is shown now; answers its number in the ledger once it was tried.
    void note(const CaseId &id, const std::function<void(std::size_t)> &begun = {});
    void decide(const CaseId &id, const std::function<void(std::size_t)> &begun);
    void choose();
    void recallSomething();
    /// Keeps something back, or lets go what is kept back.
    void holdSomething();
    void letGoOfAll();
    void type(const CaseId &id);
    void syncNow() { m_engine->syncNow(); }

    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] Desk &desk() { return *m_desk; }
    [[nodiscard]] World::Thread &journalThread() { return m_journal; }
    [[nodiscard]] World::Thread &readerThread() { return m_reader; }
    void say(const QString &words) { m_world.say(m_name % u": " % words); }

private:
    void openProfile(const std::optional<SessionTokens> &tokens);
    void begin(const std::optional<SessionTokens> &tokens);
    void askForTokens(const std::function<void(std::optional<SessionTokens>)> &then);
    void drop();
    void doIfMay(const CaseId &id, const std::function<bool(ActType)> &isWanted,
                 const std::function<void(std::size_t)> &begun);
    void doTo(const OpenedCase &seen, ActType type, const std::optional<ActId> &replaces);
    void record(const OpenedCase &seen, const Act &act, std::size_t number,
                const std::optional<ActId> &replaces);
    [[nodiscard]] std::vector<World::Thread *> threads();

    World &m_world;
    SimCentre &m_centre;
    Ledger &m_ledger;
    QString m_name;
    QString m_folder;
    MemoryDisk m_disk;
    MachineClock m_clock;
    SeededRandom m_random;
    World::Thread &m_gui;
    World::Thread &m_journal;
    World::Thread &m_cache;
    World::Thread &m_reader;
    World::Thread &m_network;
    SimLink m_link;
    std::vector<Actor> m_known;
    /// Acts of all accounts of this machine for each other. On the real disk: what a power cut does to these
    /// files is not invented here.
    std::unique_ptr<QTemporaryDir> m_envelopes = makeScratchDirectory();
    QString m_centreName; ///< as it called itself when somebody signed in

    Actor m_officer;
    std::unique_ptr<QObject> m_session; ///< goes with whoever works here; answers to others are not heard
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<SyncEngine> m_engine;
    bool m_asksForTokens = false;
    SyncStatus m_status;
    std::vector<OutboxItem> m_outbox;
    std::map<CaseId, OpenedCase> m_seen;
};

} // namespace tawasul
