// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/envelope/envelope.h"
#include "models/store/journal.h"

#include <optional>

namespace tawasul {

/// With what a profile makes envelopes.
struct EnvelopeMeans
{
    QString centre;
    QString epoch; ///< in which the acts before were acknowledged
    SigningKey author;
    CentreKey centreKey;
};

/// An envelope larger than this is not made: with others it would not go through the centre's door.
inline constexpr qsizetype kLargestEnvelope = qsizetype(512) * 1024;

/// Nothing before the centre has taken note of the profile's key in its present epoch, and before the profile
/// knows a key of the centre.
///
/// `known` is the author's key, where it is at hand: growing one costs more than all the rest.
[[nodiscard]] Result<std::optional<EnvelopeMeans>>
envelopeMeans(Journal &journal, const std::optional<SigningKey> &known = std::nullopt);

/// Of these acts of one case, in their order, those that travel: up to the first that needs a choice or is
/// held back.
[[nodiscard]] std::vector<OutboxItem> travelling(std::vector<OutboxItem> lane);

/// `after` is the act that goes before it in its lane; empty when none does. Invalid, envelope.too_large.
[[nodiscard]] Result<wire::SealedEnvelope> envelopeOf(const OutboxItem &item, const ActId &after,
                                                      const EnvelopeMeans &means);

} // namespace tawasul
