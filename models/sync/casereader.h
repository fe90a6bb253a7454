// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/cache.h"
#include "models/sync/fieldreader.h"

namespace tawasul {

/// Reads a case into a row of views, all but its `body`; accepts and refuses what wire::caseFromJson() does,
/// down to the last nested field, because the same bytes are kept and read again by that codec.
[[nodiscard]] CaseRow readCase(simdjson::dom::object object, Reading &reading);

/// The same of a header, by the rules of wire::headerFromJson().
[[nodiscard]] HeaderRow readHeader(simdjson::dom::object object, Reading &reading);

} // namespace tawasul
