// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QtCore/QString>

#include <optional>
#include <vector>

namespace tawasul {

/// What an account of this machine recorded and the centre has not acknowledged.
struct UnsentWork
{
    QString folder; ///< of the profile
    QString username;
    QString officer;    ///< the name on screen
    qint64 waiting = 0; ///< goes by itself once somebody signs in with this account
    qint64 parked = 0;  ///< needs a choice
    std::optional<Instant> oldest;

    friend bool operator==(const UnsentWork &, const UnsentWork &) = default;
};

/// Of the profiles in that folder, those with unsent work, the oldest first. Changes nothing; a profile that
/// cannot be read, or that a desk has open, is left out. Blocks; any thread.
[[nodiscard]] std::vector<UnsentWork> unsentWork(const QString &profilesFolder);

} // namespace tawasul
