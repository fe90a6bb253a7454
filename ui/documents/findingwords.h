// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/arabic/digits.h"
#include "models/preview/documentfacts.h"

namespace tawasul {

/// What a document carries that could act on whoever opens it elsewhere, and that none of it is run here;
/// empty when nothing was found and all of it was looked at.
[[nodiscard]] QString findingsSentence(const DocumentFindings &findings, Digits digits);

} // namespace tawasul
