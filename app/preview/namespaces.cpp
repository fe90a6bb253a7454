// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/namespaces.h"

#include <fcntl.h>
#include <sched.h>
#include <string>
#include <unistd.h>

namespace tawasul {

namespace {

constexpr int kNobody = 65534;

bool tell(const char *file, const std::string &line)
{
    const int descriptor = ::open(file, O_WRONLY | O_CLOEXEC);
    const bool told =
        descriptor >= 0 && ::write(descriptor, line.data(), line.size()) == ssize_t(line.size());
    if (descriptor >= 0)
        ::close(descriptor);
    return told;
}

/// Whoever has no number within owns nothing there, not even a folder of a root of its own: nobody is one,
/// too. Where this is not allowed there is no such root, and nothing else is missing.
void becomeNobody(uid_t user, gid_t group)
{
    const auto nobodyIs = [](auto outside) {
        return std::to_string(kNobody) + ' ' + std::to_string(outside) + " 1";
    };
    if (tell("/proc/self/uid_map", nobodyIs(user)) && tell("/proc/self/setgroups", "deny"))
        (void)tell("/proc/self/gid_map", nobodyIs(group));
}

} // namespace

bool leaveOtherNamespaces()
{
    const uid_t user = ::geteuid();
    const gid_t group = ::getegid();
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWNS | CLONE_NEWUTS) != 0)
        return false;
    becomeNobody(user, group);
    return true;
}

} // namespace tawasul
