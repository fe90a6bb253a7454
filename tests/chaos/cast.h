// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"

#include <QtCore/QByteArray>

#include <vector>

namespace tawasul {

// Who and what plays in every run.

inline constexpr int kDesks = 3;
inline constexpr int kCases = 10;

/// Three officers of one section, who compete for what is nobody's, and one of the section to which they
/// transfer.
[[nodiscard]] const std::vector<Actor> &officersOfTheRun();

/// Their region's supervisor, who assigns and reopens without a desk.
[[nodiscard]] Actor supervisorOfTheRun();

/// The n-th of kCases, without attachments; some are assigned, some nobody's, one is in the other section.
[[nodiscard]] Case caseOfTheRun(int n);

/// The sample reference data under another version's name. Edition 0 is in a hurry: for real time.
[[nodiscard]] QByteArray referenceOfTheRun(int edition);

/// An act of that type that the reference data has no objection to, with that text.
[[nodiscard]] Act actOfTheRun(ActType type, const Actor &actor, const Case &on, const QString &text,
                              Instant at);

} // namespace tawasul
