// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/proposals.h"
#include "models/domain/result.h"

#include <QtCore/QJsonObject>

namespace tawasul::wire {

/// A proposal as it stands in its case.
[[nodiscard]] QJsonObject toJson(const Proposal &value);
[[nodiscard]] Result<Proposal> proposalFromJson(const QJsonObject &object);

/// What an author is told of theirs on one case.
[[nodiscard]] QJsonObject toJson(const OwnProposals &value);
[[nodiscard]] Result<OwnProposals> ownProposalsFromJson(const QJsonObject &object);

} // namespace tawasul::wire
