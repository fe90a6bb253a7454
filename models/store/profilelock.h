// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <utility>

namespace tawasul {

/// One desk a profile: held as long as it lives, given back by the kernel when the process dies in any way.
class ProfileLock
{
public:
    /// Makes the folder when there is none, and sees to it that it is private to its owner. Conflict, profile.in_use when another desk
    /// holds it; Storage, profile.read_only when nothing can be written there; Full.
    [[nodiscard]] static Result<ProfileLock> take(const QString &folder);

    /// Keeps desks out while somebody reads the profile; any number may. Makes and changes nothing. NotFound,
    /// profile.never_opened when no desk ever had it; Conflict, profile.in_use; Storage.
    [[nodiscard]] static Result<ProfileLock> takeForReading(const QString &folder);

    ProfileLock(ProfileLock &&other) noexcept;
    ProfileLock &operator=(ProfileLock &&other) noexcept;
    ProfileLock(const ProfileLock &) = delete;
    ProfileLock &operator=(const ProfileLock &) = delete;
    ~ProfileLock();

private:
    explicit ProfileLock(int descriptor);
    [[nodiscard]] static Result<ProfileLock> locked(int descriptor, int how);
    int m_descriptor;
};

} // namespace tawasul
