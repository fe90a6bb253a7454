// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"
#include "models/domain/result.h"

#include <QtCore/QJsonObject>

namespace tawasul::wire {

/// The body of `PUT /cases/{id}/acts/{uuid}`. Act id and case id are in the path, the base version travels in
/// If-Match, and the actor is whoever is signed in: none of them is in the body.
[[nodiscard]] QJsonObject actBodyToJson(const Act &act);

/// Reads such a body into an act without ids, base version and actor; wire.malformed otherwise. A type that
/// this program does not know is refused as act.invalid.type.
[[nodiscard]] Result<Act> actBodyFromJson(const QJsonObject &object);

} // namespace tawasul::wire
