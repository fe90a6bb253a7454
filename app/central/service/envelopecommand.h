// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QtCore/QString>

namespace tawasul {

/// `tawasul-central envelopes import`: takes what `tawasul-desk doctor --envelopes` wrote, as if somebody had
/// carried it, and says how many of which outcome. Beside a centre that serves, too. Invalid, envelopes.rest
/// when some did not take effect, so that a script notices; the counts say why.
[[nodiscard]] Outcome importEnvelopes(const QString &dataFolder, const QString &file);

} // namespace tawasul
