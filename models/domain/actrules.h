// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"
#include "models/domain/reference.h"
#include "models/domain/result.h"

namespace tawasul {

/// Whether the act has all that its kind needs, nothing that it has no use for, and agrees with the reference
/// data and the case: act.invalid.* (Invalid). A part of apply(), which asks who may act and when.
[[nodiscard]] Outcome checkAct(const Case &theCase, const Act &act, const Reference &reference);

/// The same as far as it can be said without the case.
[[nodiscard]] Outcome checkForm(const Act &act, const Reference &reference);

} // namespace tawasul
