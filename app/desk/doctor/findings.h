// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clockcheck.h"
#include "models/store/profilecheckup.h"

#include <vector>

namespace tawasul {

enum class Health {
    Well,
    Attention, ///< nothing is lost and somebody should act
    Broken,    ///< the desk cannot open or keep this profile as it is
};

/// What is said of one part of a profile, in plain English for the person who looks after the machine.
struct Finding
{
    QString check; ///< a stable word: folder, journal, outbox …
    Health health = Health::Well;
    QString what;
    QString advice; ///< what to do; empty when well
};

/// Unsent acts and the last word from the centre are no news until they are older: a weekend and a day.
inline constexpr std::chrono::hours kPatience{72};
inline constexpr qint64 kScarceBytes = qint64(512) * 1024 * 1024; ///< free space below which to act
inline constexpr qint64 kNoBytes = qint64(32) * 1024 * 1024;      ///< below which recording may fail any time

/// Whether what matters most, the officer's unsent work, could be read at all.
[[nodiscard]] bool isReadable(const ProfileCheckup &checkup);

/// One finding for each part that could be looked at, always in the same order; of a folder that is no
/// profile only why.
[[nodiscard]] std::vector<Finding> findingsOf(const ProfileCheckup &checkup);

} // namespace tawasul
