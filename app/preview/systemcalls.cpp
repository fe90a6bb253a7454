// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/systemcalls.h"

#include "models/preview/frame.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <initializer_list>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace tawasul {

namespace {

// Whatever their arguments are. Libraries are loaded already, so that mapping a file to run it is not among
// them; see below for those with conditions.
constexpr std::array kHarmless{
    // memory
    "munmap",
    "mremap",
    "madvise",
    "brk",
    // what is open already: the document, pixels, fonts, the socket
    "read",
    "pread64",
    "readv",
    "lseek",
    "_llseek",
    "close",
    "fstat",
    "fstat64",
    "fstatfs",
    "fstatfs64",
    "fadvise64",
    "fadvise64_64",
    "getdents64",
    "recvmsg",
    "sendto",
    "sendmsg",
    "poll",
    "ppoll",
    // threads among themselves
    "futex",
    "set_robust_list",
    "get_robust_list",
    "rseq",
    "sched_yield",
    "sched_getaffinity",
    "gettid",
    "eventfd2",
    "exit",
    "exit_group",
    "restart_syscall",
    "membarrier",
    // signals to itself
    "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "sigaltstack",
    // time and facts
    "clock_gettime",
    "clock_getres",
    "clock_nanosleep",
    "nanosleep",
    "gettimeofday",
    "time",
    "getrandom",
    "getpid",
    "getppid",
    "getuid",
    "geteuid",
    "getgid",
    "getegid",
    "getrusage",
    "sysinfo",
    "uname",
    "times",
};

// By name: Landlock decides which files; without it they are refused.
constexpr std::array kLooking{"stat",   "stat64",   "lstat",     "lstat64",    "newfstatat", "fstatat64",
                              "statx",  "access",   "faccessat", "faccessat2", "readlink",   "readlinkat",
                              "statfs", "statfs64", "getcwd",    "getdents"};

// What libraries try without need and can do without: writing a cache of fonts, asking whether something is a
// terminal.
constexpr std::array kRefused{"mkdir",    "mkdirat",   "rmdir",  "unlink",    "unlinkat", "rename",
                              "renameat", "renameat2", "link",   "linkat",    "symlink",  "symlinkat",
                              "chmod",    "fchmodat",  "fchmod", "utimensat", "utime",    "flock",
                              "ioctl",    "creat",     "openat2"};

class Filter
{
public:
    Filter()
        : m_context(::seccomp_init(SCMP_ACT_KILL_PROCESS), &::seccomp_release)
        , m_whole(m_context != nullptr)
    {
    }

    template<class Names>
    void add(uint32_t action, const Names &names)
    {
        for (const char *name : names)
            add(action, name);
    }

    /// A call that this kind of processor does not have is none to be afraid of.
    void add(uint32_t action, const char *name, std::initializer_list<scmp_arg_cmp> conditions = {})
    {
        const int call = ::seccomp_syscall_resolve_name(name);
        if (!m_whole || call == __NR_SCMP_ERROR)
            return;
        m_whole = ::seccomp_rule_add_array(m_context.get(), action, call, unsigned(conditions.size()),
                                           conditions.begin())
            == 0;
    }

    /// For all threads; one that already runs must not stay behind.
    [[nodiscard]] bool load()
    {
        return m_whole && ::seccomp_attr_set(m_context.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0
            && ::seccomp_load(m_context.get()) == 0;
    }

private:
    std::unique_ptr<void, decltype(&::seccomp_release)> m_context;
    bool m_whole;
};

scmp_arg_cmp masked(unsigned argument, scmp_datum_t mask, scmp_datum_t value)
{
    return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

scmp_arg_cmp equal(unsigned argument, scmp_datum_t value)
{
    return {argument, SCMP_CMP_EQ, value, 0};
}

void addMemory(Filter &filter)
{
    for (const char *name : {"mmap", "mmap2", "mprotect"})
        filter.add(SCMP_ACT_ALLOW, name, {masked(2, PROT_EXEC, 0)});
}

void addThreads(Filter &filter)
{
    constexpr scmp_datum_t kThread = CLONE_VM | CLONE_SIGHAND | CLONE_THREAD;
    filter.add(SCMP_ACT_ALLOW, "clone", {masked(0, kThread, kThread)});
    // Its flags lie in memory, where they cannot be looked at; the C library then takes the older call.
    filter.add(SCMP_ACT_ERRNO(ENOSYS), "clone3");
    filter.add(SCMP_ACT_ALLOW, "prctl", {equal(0, PR_SET_NAME)});
    // The C library's way to die.
    filter.add(SCMP_ACT_ALLOW, "tgkill", {equal(0, scmp_datum_t(::getpid()))});
    // Reading a limit; setting one is told apart by its third argument.
    filter.add(SCMP_ACT_ALLOW, "prlimit64", {equal(2, 0)});
}

void addDescriptors(Filter &filter)
{
    for (const char *name : {"fcntl", "fcntl64"}) {
        for (const int command : {F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC, F_GET_SEALS})
            filter.add(SCMP_ACT_ALLOW, name, {equal(1, scmp_datum_t(command))});
        for (const int command : {F_SETLK, F_SETLKW, F_GETLK})
            filter.add(SCMP_ACT_ERRNO(EACCES), name, {equal(1, scmp_datum_t(command))});
    }
    // To an eventfd of its own; there is no file that it could have opened for writing.
    filter.add(SCMP_ACT_ALLOW, "write");
}

void addFiles(Filter &filter, FileReading reading)
{
    if (reading == FileReading::Nothing) {
        filter.add(SCMP_ACT_ERRNO(EACCES), kLooking);
        filter.add(SCMP_ACT_ERRNO(EACCES), "open");
        filter.add(SCMP_ACT_ERRNO(EACCES), "openat");
        return;
    }
    filter.add(SCMP_ACT_ALLOW, kLooking);
    // Of O_TMPFILE only its own bit: the other one of it is O_DIRECTORY, which reading folders takes.
    constexpr scmp_datum_t kTemporary = O_TMPFILE & ~O_DIRECTORY;
    constexpr scmp_datum_t kWriting = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | kTemporary;
    for (const auto &[name, flags] : {std::pair("open", 1U), std::pair("openat", 2U)}) {
        filter.add(SCMP_ACT_ALLOW, name, {masked(flags, kWriting, O_RDONLY)});
        for (const scmp_datum_t bit : {scmp_datum_t(O_WRONLY), scmp_datum_t(O_RDWR), scmp_datum_t(O_CREAT),
                                       scmp_datum_t(O_TRUNC), scmp_datum_t(O_APPEND), kTemporary})
            filter.add(SCMP_ACT_ERRNO(EACCES), name, {masked(flags, bit, bit)});
    }
}

} // namespace

bool keepOnlyNeededCalls(FileReading reading)
{
    Filter filter;
    filter.add(SCMP_ACT_ALLOW, kHarmless);
    filter.add(SCMP_ACT_ERRNO(EACCES), kRefused);
    addMemory(filter);
    addThreads(filter);
    addDescriptors(filter);
    addFiles(filter, reading);
    return filter.load();
}

} // namespace tawasul
