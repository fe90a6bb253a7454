// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/service/centreservice.h"
#include "models/sync/transport.h"
#include "tests/chaos/memorydisk.h"

namespace tawasul {

/// The real centre, from its routes to its register, on a disk and threads of the run. Only sockets and
/// passwords are missing: whoever asks for a session gets one.
class SimCentre
{
public:
    SimCentre(World &world, QString folder);
    SimCentre(const SimCentre &) = delete;
    SimCentre &operator=(const SimCentre &) = delete;
    ~SimCentre();

    [[nodiscard]] MemoryDisk &disk() { return m_disk; }
    [[nodiscard]] MachineClock &clock() { return m_clock; }
    [[nodiscard]] QString folder() const { return m_folder; }

    /// False when the disk would not have it.
    bool start();
    [[nodiscard]] bool isUp() const { return m_service != nullptr; }
    /// Counts starts: a connection ends with the one that it was made to.
    [[nodiscard]] int incarnation() const { return m_incarnation; }
    /// It is gone in the middle of whatever it did; with the power, what was not synced may be gone too.
    void crash(bool powerWentOff);
    /// As SIGTERM: what was begun is finished.
    void stop();

    void backUp();
    [[nodiscard]] bool hasBackup() const { return !m_backup.empty(); }
    /// Stops and puts the backup back. The next start begins a new epoch, as whoever runs it is told to; or
    /// they forget it, and the register has to find out by itself.
    void restore();
    /// Epochs that began, or did not, where it should have been the other way round.
    [[nodiscard]] const QStringList &wrongEpochs() const { return m_wrongEpochs; }

    using Answer = std::function<void(TransportReply)>;
    /// A request that arrived; the answer comes later. A centre that dies meanwhile answers Offline: the
    /// connection broke.
    void ask(const TransportCall &call, Answer answer);

    /// Something that happens at the centre itself; nothing when it is down.
    void inWriter(std::function<void(RegisterConnection &)> work);

private:
    void drop();
    void forgetKeys();
    [[nodiscard]] std::optional<qint64> position();
    void checkEpoch();
    void openSession(const TransportCall &call, const Respond &respond);

    World &m_world;
    QString m_folder;
    MemoryDisk m_disk;
    MachineClock m_clock;
    SeededRandom m_random;
    World::Thread &m_io;
    World::Thread &m_writer;
    World::Thread &m_reader;
    int m_incarnation = 0;
    std::shared_ptr<bool> m_isConnected;
    std::unique_ptr<CentreService> m_service;
    std::unique_ptr<HttpRouter> m_router;
    MemoryDisk::Image m_backup;
    bool m_wasRestored = false;
    bool m_isForgotten = false; ///< whoever put it back gives no new epoch
    bool m_forgotSomething = false;
    QString m_epoch;
    QStringList m_wrongEpochs;
};

} // namespace tawasul
