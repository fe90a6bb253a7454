// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/reference.h"
#include "models/domain/result.h"

#include <QtCore/QJsonObject>

namespace tawasul::wire {

/// Reads the reference data of one version (`GET /reference`). Beyond the shape it checks what the program
/// relies on: unique codes, sub-services in known sections, a usable calendar, at least one reason for each
/// act that needs one of these and one template for each decision. wire.malformed says which row is wrong.
/// Outcomes, kinds of identifiers and kinds of statutory rules that this program does not know are left out.
[[nodiscard]] Result<Reference> referenceFromJson(const QJsonObject &object);

} // namespace tawasul::wire
