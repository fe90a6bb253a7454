// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/childprocess.h"

#include <QtCore/QtGlobal>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tawasul {

namespace {

constexpr unsigned kNobody = 65534;
constexpr int kCouldNotPrepare = 250;

bool becomeNobody()
{
    return ::geteuid() != 0
        || (::setresgid(kNobody, kNobody, kNobody) == 0 && ::setresuid(kNobody, kNobody, kNobody) == 0);
}

[[noreturn]] void beChild(const std::function<int()> &body, ChildUser user)
{
    // QtTest's own handlers would report the child's end as the test's.
    qInstallMessageHandler(nullptr);
    for (const int number : { SIGABRT, SIGSEGV, SIGBUS, SIGTERM })
        std::signal(number, SIG_DFL);
    if (const int sink = ::open("/dev/null", O_WRONLY | O_CLOEXEC); sink >= 0)
        ::dup2(sink, STDERR_FILENO);
    if (user == ChildUser::Nobody && !becomeNobody())
        ::_exit(kCouldNotPrepare);
    ::_exit(body());
}

} // namespace

ChildEnd runInChild(const std::function<int()> &body, ChildUser user)
{
    const pid_t child = ::fork();
    if (child < 0)
        return {};
    if (child == 0)
        beChild(body, user);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    if (WIFSIGNALED(status))
        return { -1, WTERMSIG(status) };
    return { WEXITSTATUS(status), 0 };
}

} // namespace tawasul
