// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseheader.h"
#include "models/domain/result.h"

#include <QtCore/QJsonObject>

namespace tawasul::wire {

/// What travels of a case to those who see to the work of others.
[[nodiscard]] QJsonObject toJson(const CaseHeader &value);
/// wire.malformed; keeps unknown words of the status, ignores unknown fields.
[[nodiscard]] Result<CaseHeader> headerFromJson(const QJsonObject &object);

/// The same header out of the JSON of a whole case, whose other fields are not read.
[[nodiscard]] QJsonObject headerOfCaseJson(const QJsonObject &theCase);

} // namespace tawasul::wire
