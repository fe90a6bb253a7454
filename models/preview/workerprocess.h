// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/preview/descriptor.h"

#include <chrono>
#include <sys/types.h>

namespace tawasul {

/// How a worker ended.
struct WorkerEnd
{
    int exitCode = -1; ///< -1 when a signal ended it
    int signal = 0;
};

/// One running tawasul-preview and the socket to it. It dies with this object, and with the thread that
/// started it (PR_SET_PDEATHSIG looks at the thread, not at the process). Nothing of the desk is open in it,
/// and its environment holds nothing but where fonts are configured.
class WorkerProcess
{
public:
    /// Error preview.worker_missing.
    [[nodiscard]] static Result<WorkerProcess> start(const QString &program);

    WorkerProcess(WorkerProcess &&other) noexcept;
    WorkerProcess &operator=(WorkerProcess &&other) noexcept;
    WorkerProcess(const WorkerProcess &) = delete;
    WorkerProcess &operator=(const WorkerProcess &) = delete;
    ~WorkerProcess();

    [[nodiscard]] int socket() const { return m_socket.number(); }
    /// Readable once the process has ended.
    [[nodiscard]] int endSignal() const { return m_handle.number(); }

    /// Processor time used so far.
    [[nodiscard]] std::chrono::milliseconds processorTime() const;

    /// Kills it without waiting for its end.
    void kill();
    /// True once it has ended and nothing of it is left; does not wait.
    [[nodiscard]] bool reap();
    /// Kills it, unless it has ended by itself, and says how; waits for the kernel to tidy up.
    WorkerEnd end();

private:
    WorkerProcess(pid_t pid, Descriptor handle, Descriptor socket);

    pid_t m_pid = -1;    ///< -1 once reaped
    Descriptor m_handle; ///< pidfd
    Descriptor m_socket;
};

} // namespace tawasul
