// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/document.h"

namespace tawasul {

/// What the first bytes say that it is; nothing when that is not shown here.
[[nodiscard]] std::optional<DocumentKind> kindOf(DocumentBytes bytes);

} // namespace tawasul
