// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"
#include "models/domain/result.h"
#include "models/store/outboxitem.h"

#include <QtCore/QByteArray>

namespace tawasul {

// How values look inside the desk's two files: JSON as it travels, words, and ISO 8601. What cannot be read
// back is Corrupt, store.unreadable.

[[nodiscard]] QByteArray storedCase(const Case &value);
[[nodiscard]] Result<Case> caseFromStored(const QByteArray &bytes);

/// The bytes that are sent for an act, made once and kept with it.
[[nodiscard]] QByteArray sentBody(const Act &act);

[[nodiscard]] QByteArray storedActor(const Actor &value);
[[nodiscard]] Result<Actor> actorFromStored(const QByteArray &bytes);

/// JSON as well, because the detail may hold text that SQLite would refuse.
[[nodiscard]] QByteArray storedError(const Error &value);
[[nodiscard]] Error errorFromStored(const QByteArray &bytes);

[[nodiscard]] QString stateWord(OutboxState state);
[[nodiscard]] Result<OutboxState> stateOf(const QString &word);
[[nodiscard]] QString parkWord(ParkReason reason);
[[nodiscard]] ParkReason parkReasonOf(const QString &word);

[[nodiscard]] std::optional<Instant> instantOf(const std::optional<QString> &text);

[[nodiscard]] Error unreadable(const QString &what);

} // namespace tawasul
