// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/result.h"

#include <QtCore/QJsonObject>

namespace tawasul::wire {

/// A case as it travels and as the centre keeps it.
[[nodiscard]] QJsonObject toJson(const Case &value);

/// Refuses what does not make sense (wire.malformed); keeps unknown words, ignores unknown fields.
[[nodiscard]] Result<Case> caseFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const PersonName &value);
[[nodiscard]] Result<PersonName> personFromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const Reply &value);
[[nodiscard]] Result<Reply> replyFromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const Execution &value);
[[nodiscard]] Result<Execution> executionFromJson(const QJsonObject &object);

/// A step as it stands in the history of a case.
[[nodiscard]] QJsonObject toJson(const HistoryEntry &value);

[[nodiscard]] QJsonObject toJson(const Deadline &value);
[[nodiscard]] Result<Deadline> deadlineFromJson(const QJsonObject &object, Deadline::Kind kind);

/// Whether the text is a SHA-256 as attachments are named by: 64 lower-case hexadecimal digits.
[[nodiscard]] bool isSha256(QStringView text);

} // namespace tawasul::wire
