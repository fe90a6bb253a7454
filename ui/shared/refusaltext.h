// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include "models/domain/result.h"

namespace tawasul {

/// Why a recorded act was not accepted, as a clause that follows a colon: without a full stop, and without
/// saying what was kept, since a recorded act always is (errortext.h speaks of what was not recorded). An
/// unknown code falls back to its kind.
[[nodiscard]] QString refusalClause(const Error &error);

} // namespace tawasul
