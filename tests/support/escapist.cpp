// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A worker whose document has taken it over: shut in by the very code that shuts in tawasul-preview, it tries
// to get out in the one way that the document names, and tells the host what came of it: NoPages when it got
// out, Locked when it was refused. When the kernel kills it for trying, it tells nothing. Started under the
// name "unsealed" it is not shut in at all, which shows that each way is one; as "without-files" it is shut
// in as tawasul-upright is.
#include "app/preview/confinement.h"
#include "app/preview/hostsocket.h"
#include "app/preview/sharedmemory.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <linux/io_uring.h>
#include <map>
#include <sched.h>
#include <string>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace tawasul;

namespace {

/// What a way out has to work with: the rest of the document's line, and the descriptor it came by.
struct Chance
{
    std::string about;
    int descriptor = -1;
};

using WayOut = std::function<bool(const Chance &)>;

bool opens(const char *path, int flags)
{
    return ::open(path, flags, 0600) >= 0;
}

bool hasPage(void *mapped)
{
    return mapped != MAP_FAILED;
}

bool forks(long call, unsigned long flags)
{
    const long child =
        call == SYS_fork ? ::syscall(SYS_fork) : ::syscall(SYS_clone, flags, nullptr, nullptr, nullptr, 0);
    if (child == 0)
        ::_exit(0);
    return child > 0;
}

bool runsAProgram()
{
    std::array<char, 10> program{"/bin/true"};
    std::array<char *, 2> arguments{program.data(), nullptr};
    ::execve(program.data(), arguments.data(), nullptr);
    return false; // had it got out, nothing would answer, which the host takes for a death
}

bool makesMemoryRun()
{
    void *page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return hasPage(page) && ::mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0;
}

bool readsTheHost()
{
    char byte = 0;
    const iovec mine = {&byte, 1};
    const iovec theirs = {reinterpret_cast<void *>(0x400000), 1};
    // Not permitted is refused, no such place would be no refusal.
    return ::process_vm_readv(::getppid(), &mine, 1, &theirs, 1, 0) >= 0 || errno == EFAULT;
}

bool liftsItsLimits()
{
    const rlimit more = {RLIM_INFINITY, RLIM_INFINITY};
    return ::setrlimit(RLIMIT_AS, &more) == 0;
}

bool asksForRings()
{
    io_uring_params parameters = {};
    return ::syscall(SYS_io_uring_setup, 4, &parameters) >= 0;
}

// Nowhere, since without a cell it would be done: whoever may do it is told that there is no such place.
bool asksToMount()
{
    return ::mount("none", "/nowhere-at-all", "tmpfs", 0, nullptr) == 0
        || (errno != EPERM && errno != EACCES);
}

bool socketOf(int family)
{
    return ::socket(family, SOCK_STREAM, 0) >= 0;
}

bool seesName(const char *path)
{
    struct stat facts = {};
    return ::stat(path, &facts) == 0;
}

bool readsLink(const char *path)
{
    std::array<char, 256> where{};
    return ::readlink(path, where.data(), where.size()) > 0;
}

bool seesSizeOfDisk()
{
    struct statfs facts = {};
    constexpr long kMemory = 0x01021994; // TMPFS_MAGIC: the root of its own
    return ::statfs("/", &facts) == 0 && facts.f_type != kMemory;
}

bool writesTheDocument(const Chance &chance)
{
    return ::write(chance.descriptor, "x", 1) == 1;
}

bool mapsTheDocumentForWriting(const Chance &chance)
{
    return hasPage(::mmap(nullptr, 1, PROT_READ | PROT_WRITE, MAP_SHARED, chance.descriptor, 0));
}

const std::map<std::string, WayOut> &waysOut()
{
    // clang-format off
    static const std::map<std::string, WayOut> kWays{
        {"fonts", [](const Chance &) { return opens("/etc/fonts/fonts.conf", O_RDONLY); }}, // no way out: it may
        {"secret", [](const Chance &c) { return opens(c.about.c_str(), O_RDONLY); }},
        {"passwd", [](const Chance &) { return opens("/etc/passwd", O_RDONLY); }},
        {"list", [](const Chance &) { return opens("/", O_RDONLY | O_DIRECTORY); }},
        // Not what is in them: that they are there.
        {"see-passwd", [](const Chance &) { return seesName("/etc/passwd"); }},
        {"see-above", [](const Chance &) { return seesName("/../etc/passwd") || seesName("../../../etc/passwd"); }},
        {"see-home", [](const Chance &) { return seesName("/home") || seesName("/root"); }},
        {"see-secret", [](const Chance &c) { return seesName(c.about.c_str()); }},
        {"ask-access", [](const Chance &) { return ::access("/etc/passwd", F_OK) == 0; }},
        {"read-program", [](const Chance &) { return readsLink("/proc/self/exe"); }},
        {"read-link", [](const Chance &) { return readsLink("/etc/mtab") || readsLink("/bin"); }},
        {"see-processes", [](const Chance &) { return seesName("/proc/1") || seesName("/proc/self"); }},
        {"see-disk", [](const Chance &) { return seesSizeOfDisk(); }},
        {"create", [](const Chance &c) { return opens(c.about.c_str(), O_WRONLY | O_CREAT); }},
        {"temporary", [](const Chance &) { return opens("/tmp", O_RDWR | O_TMPFILE); }},
        {"mkdir", [](const Chance &c) { return ::mkdir(c.about.c_str(), 0700) == 0; }},
        {"symlink", [](const Chance &c) { return ::symlink("/", c.about.c_str()) == 0; }},
        {"own-memory", [](const Chance &) { return opens("/proc/self/mem", O_RDWR); }},
        {"inet", [](const Chance &) { return socketOf(AF_INET); }},
        {"unix", [](const Chance &) { return socketOf(AF_UNIX); }},
        {"netlink", [](const Chance &) { return ::socket(AF_NETLINK, SOCK_RAW, 0) >= 0; }},
        {"fork", [](const Chance &) { return forks(SYS_fork, 0); }},
        {"clone", [](const Chance &) { return forks(SYS_clone, SIGCHLD); }},
        {"exec", [](const Chance &) { return runsAProgram(); }},
        {"writable-code", [](const Chance &) { return hasPage(::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)); }},
        {"new-code", [](const Chance &) { return makesMemoryRun(); }},
        {"signal", [](const Chance &) { return ::kill(::getppid(), 0) == 0; }},
        {"queue-signal", [](const Chance &) { return ::syscall(SYS_tgkill, ::getppid(), ::getppid(), 0) == 0; }},
        {"trace", [](const Chance &) { return ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0; }},
        {"read-host", [](const Chance &) { return readsTheHost(); }},
        {"open-host", [](const Chance &) { return ::syscall(SYS_pidfd_open, ::getppid(), 0) >= 0; }},
        {"rings", [](const Chance &) { return asksForRings(); }},
        {"faults", [](const Chance &) { return ::syscall(SYS_userfaultfd, 1) >= 0; }},
        {"memory-file", [](const Chance &) { return ::memfd_create("x", 0) >= 0; }},
        {"namespaces", [](const Chance &) { return ::unshare(CLONE_NEWUSER) == 0; }},
        {"mount", [](const Chance &) { return asksToMount(); }},
        {"root", [](const Chance &) { return ::setresuid(0, 0, 0) == 0; }},
        {"limits", [](const Chance &) { return liftsItsLimits(); }},
        {"dumpable", [](const Chance &) { return ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) == 0; }},
        {"survive", [](const Chance &) { return ::prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0) == 0; }},
        {"write-document", writesTheDocument},
        {"map-document", mapsTheDocumentForWriting},
        {"grow-pixels", [](const Chance &c) { return ::ftruncate(c.descriptor, 1 << 30) == 0; }},
        {"shrink-pixels", [](const Chance &c) { return ::ftruncate(c.descriptor, 0) == 0; }},
        {"unseal-pixels", [](const Chance &c) { return ::fcntl(c.descriptor, F_ADD_SEALS, F_SEAL_WRITE) == 0; }},
    };
    // clang-format on
    return kWays;
}

bool tell(quint32 sequence, FrameReason reason)
{
    auto frame = makeFrame<FailedFrame>(sequence);
    frame.reason = quint32(reason);
    return answer(frame);
}

bool attempt(const Question &question, const std::string &name, const Chance &chance)
{
    const auto way = waysOut().find(name);
    if (way == waysOut().end())
        return tell(question.sequence(), FrameReason::UnknownType);
    return tell(question.sequence(), way->second(chance) ? FrameReason::NoPages : FrameReason::Locked);
}

bool isAboutPixels(const std::string &name)
{
    return name.ends_with("-pixels");
}

bool open(const Question &question, std::string &name, std::string &about)
{
    const auto asked = question.as<OpenFrame>();
    const SharedMemory memory(question.descriptor(), asked->size, SharedMemory::Use::Document);
    const std::string line(reinterpret_cast<const char *>(memory.bytes()), memory.size());
    name = line.substr(0, line.find(' '));
    about = line.find(' ') == std::string::npos ? std::string() : line.substr(line.find(' ') + 1);
    if (!isAboutPixels(name))
        return attempt(question, name, {about, question.descriptor()});
    auto frame = makeFrame<OpenedFrame>(question.sequence());
    frame.documentKind = quint32(DocumentKind::Pdf);
    frame.pages = 1;
    return answer(frame);
}

bool reply(const Question &question, std::string &name, std::string &about)
{
    switch (question.kind()) {
    case FrameKind::Open:
        return open(question, name, about);
    case FrameKind::AskSize: {
        auto frame = makeFrame<SizedFrame>(question.sequence());
        frame.width = 100'000;
        frame.height = 100'000;
        return answer(frame);
    }
    case FrameKind::Render:
        return attempt(question, name, {about, question.descriptor()});
    default:
        return false;
    }
}

} // namespace

int main(int, char **argv)
{
    const std::string called = argv[0];
    const bool unsealed = called.ends_with("unsealed");
    const FileReading reading = called.ends_with("without-files") ? FileReading::Nothing : FileReading::Fonts;
    quint32 posture = kRequiredPosture;
    if (!unsealed)
        posture = enterConfinement(reading, shedInheritance());
    auto hello = makeFrame<HelloFrame>(0);
    hello.protocol = kFrameProtocol;
    hello.posture = posture;
    bool goesOn = answer(hello);
    std::string name;
    std::string about;
    while (goesOn) {
        Question question;
        goesOn = question.receive() && reply(question, name, about);
    }
    ::_exit(0);
}
