// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QtCore/QString>

namespace tawasul {

/// Gives the register in that folder a new key for its receipts, introduced by the one before, and prints its
/// id. NotFound, centre.missing; Conflict, centre.served while anybody serves it.
[[nodiscard]] Outcome newKey(const QString &dataFolder);

} // namespace tawasul
