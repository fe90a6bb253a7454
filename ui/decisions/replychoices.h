// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <vector>

#include "models/domain/reference.h"

namespace tawasul {

/// What narrows the reasons and replies that are offered.
struct ReplySituation
{
    ActType outcome = ActType::Unknown;
    QString section;         ///< of the case
    bool needsProof = false; ///< completing this sub-service asks for operation number and time
    bool executed = true;    ///< the officer has that proof
};

/// The templates of a reason that may be sent, the section's own before the general ones. Without the proof
/// that is asked for, none that says "done" (invariant I14); with it, none that says "not yet".
[[nodiscard]] std::vector<const ReplyTemplate *>
offeredTemplates(const Reference &reference, const Reason &reason, const ReplySituation &situation);

/// The reasons of the outcome, in the order of the reference data; of a decision only those that have a
/// template to offer.
[[nodiscard]] std::vector<const Reason *> offeredReasons(const Reference &reference,
                                                         const ReplySituation &situation);

} // namespace tawasul
