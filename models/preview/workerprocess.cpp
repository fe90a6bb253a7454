// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/workerprocess.h"

#include "models/preview/frame.h"
#include "models/preview/previewerror.h"

#include <QtCore/QFile>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace tawasul {

namespace {

// Where fontconfig looks instead of its usual place; all that a worker may know of the desk's surroundings.
constexpr std::array kKept{"FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT"};

std::vector<QByteArray> workerEnvironment()
{
    std::vector<QByteArray> environment;
    for (const char *name : kKept) {
        if (qEnvironmentVariableIsSet(name))
            environment.push_back(QByteArray(name) + '=' + qgetenv(name));
    }
    return environment;
}

/// The two halves of posix_spawn's orders, freed together.
class SpawnOrders
{
public:
    explicit SpawnOrders(int socket)
    {
        ::posix_spawn_file_actions_init(&m_actions);
        ::posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_addopen(&m_actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addopen(&m_actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_adddup2(&m_actions, socket, kWorkerSocket);
        ::posix_spawn_file_actions_addclosefrom_np(&m_actions, kWorkerSocket + 1);
        ::posix_spawnattr_init(&m_attributes);
        sigset_t signals;
        ::sigfillset(&signals);
        ::posix_spawnattr_setsigdefault(&m_attributes, &signals);
        ::sigemptyset(&signals);
        ::posix_spawnattr_setsigmask(&m_attributes, &signals);
        ::posix_spawnattr_setflags(&m_attributes,
                                   POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID);
    }
    SpawnOrders(const SpawnOrders &) = delete;
    SpawnOrders &operator=(const SpawnOrders &) = delete;
    ~SpawnOrders()
    {
        ::posix_spawnattr_destroy(&m_attributes);
        ::posix_spawn_file_actions_destroy(&m_actions);
    }

    /// 0, or the error number.
    [[nodiscard]] int spawn(pid_t &pid, const QByteArray &program) const
    {
        std::vector<QByteArray> environment = workerEnvironment();
        std::vector<char *> entries;
        for (QByteArray &entry : environment)
            entries.push_back(entry.data());
        entries.push_back(nullptr);
        QByteArray name = program;
        std::array<char *, 2> arguments{name.data(), nullptr};
        return ::posix_spawn(&pid, program.constData(), &m_actions, &m_attributes, arguments.data(),
                             entries.data());
    }

private:
    posix_spawn_file_actions_t m_actions = {};
    posix_spawnattr_t m_attributes = {};
};

/// The C library's own wrapper is not declared for C++ in the oldest one we build with.
int openHandle(pid_t pid)
{
    return int(::syscall(SYS_pidfd_open, pid, 0));
}

Error missing(int number)
{
    return previewError(PreviewRefusal::WorkerMissing, QString::fromLocal8Bit(std::strerror(number)));
}

} // namespace

Result<WorkerProcess> WorkerProcess::start(const QString &program)
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return missing(errno);
    Descriptor ours(ends[0]);
    const Descriptor theirs(ends[1]);
    // Out of the way of the numbers that the worker's own descriptors get.
    const Descriptor lifted(::fcntl(theirs.number(), F_DUPFD_CLOEXEC, kWorkerSocket + 1));
    if (!lifted)
        return missing(errno);
    pid_t pid = -1;
    if (const int problem = SpawnOrders(lifted.number()).spawn(pid, QFile::encodeName(program)); problem != 0)
        return missing(problem);
    Descriptor handle(openHandle(pid));
    const int problem = errno;
    WorkerProcess process(pid, std::move(handle), std::move(ours));
    if (!process.m_handle)
        return missing(problem);
    return process;
}

WorkerProcess::WorkerProcess(pid_t pid, Descriptor handle, Descriptor socket)
    : m_pid(pid)
    , m_handle(std::move(handle))
    , m_socket(std::move(socket))
{
}

WorkerProcess::WorkerProcess(WorkerProcess &&other) noexcept
    : m_pid(std::exchange(other.m_pid, -1))
    , m_handle(std::move(other.m_handle))
    , m_socket(std::move(other.m_socket))
{
}

WorkerProcess &WorkerProcess::operator=(WorkerProcess &&other) noexcept
{
    std::swap(m_pid, other.m_pid);
    std::swap(m_handle, other.m_handle);
    std::swap(m_socket, other.m_socket);
    return *this;
}

WorkerProcess::~WorkerProcess()
{
    end();
}

std::chrono::milliseconds WorkerProcess::processorTime() const
{
    clockid_t clock = 0;
    timespec used = {};
    if (m_pid < 0 || ::clock_getcpuclockid(m_pid, &clock) != 0 || ::clock_gettime(clock, &used) != 0)
        return {};
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(used.tv_sec)
                                                                 + std::chrono::nanoseconds(used.tv_nsec));
}

void WorkerProcess::kill()
{
    // Until it is reaped, the number cannot belong to anybody else.
    if (m_pid > 0)
        ::kill(m_pid, SIGKILL);
    m_socket.close();
}

bool WorkerProcess::reap()
{
    if (m_pid > 0 && ::waitpid(m_pid, nullptr, WNOHANG) != 0)
        m_pid = -1;
    return m_pid < 0;
}

WorkerEnd WorkerProcess::end()
{
    kill();
    int status = 0;
    pid_t ended = -1;
    while (m_pid > 0 && (ended = ::waitpid(m_pid, &status, 0)) < 0 && errno == EINTR) {}
    if (std::exchange(m_pid, -1) < 0 || ended < 0)
        return {};
    return WIFSIGNALED(status) ? WorkerEnd{-1, WTERMSIG(status)} : WorkerEnd{WEXITSTATUS(status), 0};
}

} // namespace tawasul
