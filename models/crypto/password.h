// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QtCore/QString>

namespace tawasul {

/// Argon2id with 64 MiB and two passes (OWASP asks for at least 19 MiB and two): about 60 ms and
/// 64 MiB of memory a call, so never more than two at once and never on a thread that others wait for. Any
/// thread.
[[nodiscard]] Result<QString> hashPassword(const QString &password);

/// Whether the password is the one behind the hash, in time that does not depend on how wrong it is.
[[nodiscard]] bool verifyPassword(const QString &hash, const QString &password);

/// A hash nobody knows the password of: verifying against it costs an unknown user name as much time as a
/// known one. Made anew with each call, so whoever needs it keeps it.
[[nodiscard]] Result<QString> nobodysPasswordHash();

} // namespace tawasul
