// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QtCore/QString>

namespace tawasul {

/// Gives the register in that folder a new epoch and prints it. NotFound, centre.missing; Conflict,
/// centre.served while anybody serves it.
[[nodiscard]] Outcome newEpoch(const QString &dataFolder);

} // namespace tawasul
