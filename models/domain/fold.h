// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"
#include "models/domain/reference.h"
#include "models/domain/result.h"

#include <functional>
#include <optional>
#include <vector>

namespace tawasul {

/// The reference data of a version, or nullptr when it is not known here.
using ReferenceOf = std::function<ReferencePtr(const QString &version)>;

/// What the screen shows of a case: the centre's truth with the acts folded over it that the centre has not
/// acknowledged (invariant I8).
struct Folded
{
    Case shown;
    std::size_t applied = 0;      ///< how many of the pending acts took, from the first on
    std::optional<Error> refused; ///< why the next one did not; it and those after it are not shown as done
};

/// Folds pending acts, oldest first, by the same apply() that the centre decides with. An act that the truth
/// already has, in its history or as a proposal, counts as taken and is not done twice: its acknowledgement
/// may still be on its way into the journal.
[[nodiscard]] Folded foldPending(const Case &truth, const std::vector<Act> &pending,
                                 const ReferenceOf &referenceOf);

/// Whether what happened at the centre between two states of a case leaves an act decided on the first still
/// to be what its author meant: nothing but commuting acts came in between. If not, a person chooses
/// (invariant I2).
[[nodiscard]] bool stillMeant(const Case &base, const Case &current);

} // namespace tawasul
