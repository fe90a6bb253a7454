// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/assignment.h"

#include <QtCore/QJsonObject>

namespace tawasul::wire {

/// The body of `POST /assignments`. People are named by their ids, and "" is nobody.
[[nodiscard]] QJsonObject toJson(const AssignmentOrder &value);
/// The same in bytes, without an object for each of a thousand cases.
[[nodiscard]] QByteArray bodyOf(const AssignmentOrder &value);
/// wire.malformed; whether it makes sense is for checkOrder() to say.
[[nodiscard]] Result<AssignmentOrder> assignmentOrderFromJson(const QJsonObject &object);

/// The answer to it, which is stored unless it was a dry run.
struct AssignmentAnswer
{
    AssignmentId id;
    bool isDryRun = false;
    Instant at{};
    std::optional<Instant> undoUntil; ///< nothing for a dry run, or when nothing was done
    std::vector<AssignmentVerdict> results;
    std::vector<LoadChange> loads;

    friend bool operator==(const AssignmentAnswer &, const AssignmentAnswer &) = default;
};

[[nodiscard]] QJsonObject toJson(const AssignmentAnswer &value);
[[nodiscard]] Result<AssignmentAnswer> assignmentAnswerFromJson(const QJsonObject &object);

} // namespace tawasul::wire
