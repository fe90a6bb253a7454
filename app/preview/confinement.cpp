// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/confinement.h"

#include "app/preview/emptyroot.h"
#include "app/preview/fileaccess.h"
#include "app/preview/namespaces.h"
#include "app/preview/systemcalls.h"
#include "models/preview/frame.h"

#include <array>
#include <csignal>
#include <dirent.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace tawasul {

namespace {

constexpr rlim_t kAddressSpace = rlim_t(768) << 20;
constexpr rlim_t kProcessorSeconds = 10;
constexpr rlim_t kDescriptors = 32;

bool limit(__rlimit_resource resource, rlim_t soft, rlim_t hard)
{
    const rlimit wanted = {soft, hard};
    return ::setrlimit(resource, &wanted) == 0;
}

/// What was used to get ready is not the document's.
rlim_t processorSecondsSoFar()
{
    rusage used = {};
    ::getrusage(RUSAGE_SELF, &used);
    return rlim_t(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1);
}

/// Whatever this machine runs short of, it takes the memory of a worker first. Only before the process cannot
/// be looked into any more: its own files belong to root from then on.
void dieFirst()
{
    constexpr char kFirst[] = "1000";
    const int score = ::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (score >= 0) {
        (void)!::write(score, kFirst, sizeof(kFirst) - 1);
        ::close(score);
    }
}

bool isAlone()
{
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    bool alone = nothing >= 0;
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        alone = alone && ::dup2(nothing, standard) == standard;
    return alone && ::close_range(kWorkerSocket + 1, ~0U, 0) == 0;
}

bool hasOneThread()
{
    DIR *threads = ::opendir("/proc/self/task");
    if (threads == nullptr)
        return false;
    int count = 0;
    while (const dirent *each = ::readdir(threads))
        count += each->d_name[0] != '.' ? 1 : 0;
    ::closedir(threads);
    return count == 1;
}

/// Who is the master of namespaces of its own, or was root all along, needs that no more.
bool dropPowers()
{
    __user_cap_header_struct head = {_LINUX_CAPABILITY_VERSION_3, 0};
    const std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> none = {};
    return ::syscall(SYS_capset, &head, none.data()) == 0;
}

} // namespace

quint32 shedInheritance()
{
    quint32 posture = 0;
    dieFirst();
    if (isAlone())
        posture |= kPostureAlone;
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
        posture |= kPostureNoNewPrivileges;
    if (leaveOtherNamespaces())
        posture |= kPostureNamespaces;
    if (::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)
        posture |= kPostureUndumpable;
    // A host that died before this line is noticed by the socket's end instead.
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0)
        posture |= kPostureDiesWithHost;
    return posture;
}

quint32 enterConfinement(FileReading reading, quint32 shed)
{
    quint32 posture = shed;
    // A library that writes a cache is told that it cannot, instead of dying of the attempt.
    std::signal(SIGXFSZ, SIG_IGN);
    const rlim_t seconds = processorSecondsSoFar() + kProcessorSeconds;
    const bool limited = limit(RLIMIT_FSIZE, 0, 0) && limit(RLIMIT_CORE, 0, 0)
        && limit(RLIMIT_NOFILE, kDescriptors, kDescriptors) && limit(RLIMIT_CPU, seconds, seconds + 1)
        && limit(RLIMIT_AS, kAddressSpace, kAddressSpace);
    if (limited)
        posture |= kPostureLimits;
    // What follows is of the thread that asks for it.
    const bool isSingle = hasOneThread();
    // Among the machine's own mounts it would be the machine that lost its root.
    const bool mountsForItself = (shed & kPostureNamespaces) != 0U;
    if (isSingle && mountsForItself && enterEmptyRoot(reading))
        posture |= kPostureNames;
    const bool tellsFilesApart = isSingle && dropPowers() && keepOnlyFiles(reading);
    if (tellsFilesApart)
        posture |= kPostureFiles;
    if (keepOnlyNeededCalls(tellsFilesApart ? reading : FileReading::Nothing))
        posture |= kPostureCalls;
    return posture;
}

} // namespace tawasul
