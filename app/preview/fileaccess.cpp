// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/fileaccess.h"

#include "app/preview/fontplaces.h"

#include <QtCore/QtGlobal>

#include <algorithm>
#include <fcntl.h>
#include <linux/landlock.h>
#include <string>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace tawasul {

namespace {

// Rights that the headers of the oldest system we build on do not name yet; by the ABI that brought them.
constexpr quint64 kTruncate = quint64(1) << 14U;    // 3
constexpr quint64 kIoctlDevice = quint64(1) << 15U; // 5
constexpr int kAbiOfTruncate = 3;
constexpr int kAbiOfIoctlDevice = 5;
constexpr int kAbiOfRefer = 2;

constexpr quint64 kReading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
// Everything of the first ABI: all that is not allowed below is refused.
constexpr quint64 kFirst = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;

quint64 handledBy(int abi)
{
    quint64 handled = kFirst;
    if (abi >= kAbiOfRefer)
        handled |= LANDLOCK_ACCESS_FS_REFER;
    if (abi >= kAbiOfTruncate)
        handled |= kTruncate;
    if (abi >= kAbiOfIoctlDevice)
        handled |= kIoctlDevice;
    return handled;
}

bool allow(int rules, const std::string &place)
{
    const int beneath = ::open(place.c_str(), O_PATH | O_CLOEXEC);
    if (beneath < 0)
        return true; // what is not there need not be read
    landlock_path_beneath_attr rule = {};
    rule.allowed_access = place.ends_with(".conf") ? LANDLOCK_ACCESS_FS_READ_FILE : kReading;
    rule.parent_fd = beneath;
    const bool added = ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
    ::close(beneath);
    return added;
}

bool allowFonts(int rules)
{
    const std::vector<std::string> places = fontPlaces();
    return std::all_of(places.begin(), places.end(),
                       [rules](const std::string &place) { return allow(rules, place); });
}

} // namespace

bool keepOnlyFiles(FileReading reading)
{
    const auto abi = int(::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
    if (abi < 1)
        return false;
    landlock_ruleset_attr handled = {};
    handled.handled_access_fs = handledBy(abi);
    const auto rules = int(::syscall(SYS_landlock_create_ruleset, &handled, sizeof(handled), 0));
    if (rules < 0)
        return false;
    bool kept = reading == FileReading::Nothing || allowFonts(rules);
    kept = kept && ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    ::close(rules);
    return kept;
}

} // namespace tawasul
