// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace tawasul {

/// Keeps those who serve a register and those who must have it alone apart: held as long as it lives, given
/// back by the kernel when the process dies in any way. Short visitors (accounts, lists) need none: a
/// transaction is enough for them.
class CentreLock
{
public:
    /// For whoever serves it; any number may. NotFound, centre.missing without a register; Conflict,
    /// centre.in_use while somebody has it alone; Storage.
    [[nodiscard]] static Result<CentreLock> toServe(const QString &dataFolder);

    /// For whoever must have it alone. The same errors, but Conflict, centre.served while anybody serves it.
    [[nodiscard]] static Result<CentreLock> alone(const QString &dataFolder);

    CentreLock(CentreLock &&other) noexcept;
    CentreLock &operator=(CentreLock &&other) noexcept;
    CentreLock(const CentreLock &) = delete;
    CentreLock &operator=(const CentreLock &) = delete;
    ~CentreLock();

private:
    explicit CentreLock(int descriptor);
    [[nodiscard]] static Result<CentreLock> take(const QString &dataFolder, int how);

    int m_descriptor;
};

} // namespace tawasul
