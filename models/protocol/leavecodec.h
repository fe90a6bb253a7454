// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/leave.h"

#include <QtCore/QJsonObject>

namespace tawasul::wire {

/// A leave as the centre tells it.
[[nodiscard]] QJsonObject toJson(const Leave &value);
[[nodiscard]] Result<Leave> leaveFromJson(const QJsonObject &object);

/// The body of `PUT /leaves/{id}`: officer, kind, days and substitute, the people by their ids; what the
/// centre adds is empty.
[[nodiscard]] QJsonObject leaveFormToJson(const Leave &value);
[[nodiscard]] Result<Leave> leaveFormFromJson(const QJsonObject &object);

/// `GET /leaves`; `more`: there are more than one answer holds.
[[nodiscard]] QJsonObject leavesToJson(const std::vector<Leave> &leaves, bool more = false);
[[nodiscard]] Result<std::vector<Leave>> leavesFromJson(const QJsonObject &object);

/// How much a machine had not sent when it said so last.
struct UnsentReport
{
    QString device; ///< what the machine calls itself
    int unsent = 0;
    std::optional<Instant> oldestRecordedAt;
    Instant reportedAt{};
    QString profile{}; ///< which profile on which machine that is, as it made it up once; told to nobody else

    friend bool operator==(const UnsentReport &, const UnsentReport &) = default;
};

/// The body of `PUT /session/outbox`; device and time are the centre's to know.
[[nodiscard]] QJsonObject unsentFormToJson(const UnsentReport &value);
[[nodiscard]] Result<UnsentReport> unsentFormFromJson(const QJsonObject &object);

/// Somebody of the staff with what their supervisor has to know.
struct StaffLine
{
    Colleague officer;
    std::vector<UnsentReport> machines;

    friend bool operator==(const StaffLine &, const StaffLine &) = default;
};

/// `GET /officers`.
[[nodiscard]] QJsonObject staffToJson(const std::vector<StaffLine> &staff);
[[nodiscard]] Result<std::vector<StaffLine>> staffFromJson(const QJsonObject &object);

} // namespace tawasul::wire
