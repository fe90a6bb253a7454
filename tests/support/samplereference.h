// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/reference.h"

#include <QtCore/QJsonObject>

namespace tawasul {

/// A small but complete catalogue that every test may rely on; the comments in the source name what each row
/// is for. Not the catalogue that ships.
[[nodiscard]] const Reference &sampleReference();

/// The same as it travels; decoding it gives sampleReference().
[[nodiscard]] QJsonObject sampleReferenceJson();

/// Sunday to Thursday, 07:30–14:30 (10:00–15:00 in Ramadan 1447), with the official holidays.
[[nodiscard]] WorkCalendar sampleCalendar();

} // namespace tawasul
