// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fold.h"
#include "models/store/outboxitem.h"

#include <vector>

namespace tawasul {

/// The acts of a lane that are on their way, to be folded. A parked one is not: a person has yet to choose.
[[nodiscard]] std::vector<Act> actsOnTheirWay(const std::vector<OutboxItem> &items);

/// An act that does not apply (any more), and why.
struct Refusal
{
    ActId act;
    Error why;
};

/// Which of these acts, one after the other, do not apply; each is judged without the refused ones before it.
/// An act whose reference data is not here is not refused for that.
[[nodiscard]] std::vector<Refusal> refusedActs(const Case &truth, std::vector<Act> acts,
                                               const ReferenceOf &referenceOf);

} // namespace tawasul
