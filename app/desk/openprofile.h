// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/threadexecutor.h"
#include "models/desk/desk.h"
#include "models/store/store.h"
#include "models/sync/syncengine.h"

#include <QtCore/QString>

#include <memory>

namespace tawasul {

/// What all profiles of the process share.
struct Surroundings
{
    const Clock &clock;
    Random &random;
    Executor &gui;
    ThreadExecutor &network;
    Transport &transport;
};

/// One profile while it is open: its threads, store, engine and desk, made in the order in which they need
/// each other and destroyed in the reverse. GUI thread.
class OpenProfile
{
public:
    /// `envelopes` is the folder in which the profiles of this machine leave their unsent acts for each
    /// other.
    OpenProfile(const QString &folder, const QString &envelopes, const Surroundings &around);
    ~OpenProfile();
    OpenProfile(const OpenProfile &) = delete;
    OpenProfile &operator=(const OpenProfile &) = delete;

    [[nodiscard]] Store &store() { return *m_store; }

    /// Once the person is known: the desk and the engine begin. Without tokens the engine waits for resume().
    void begin(const Actor &officer, std::optional<SessionTokens> tokens);
    [[nodiscard]] Desk &desk() { return *m_desk; }
    [[nodiscard]] SyncEngine &engine() { return *m_engine; }

private:
    Surroundings m_around;
    ThreadExecutor m_journalThread;
    ThreadExecutor m_cacheThread;
    ThreadExecutor m_readerThread;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<SyncEngine> m_engine;
};

} // namespace tawasul
