// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/document.h"

class QPDF;

namespace tawasul {

/// Looks at every object of a PDF for what could act on whoever opens it, for two seconds at most. Actions
/// are read as what they say that they are; no script, stream or file within is opened.
[[nodiscard]] Findings findingsIn(QPDF &pdf);

} // namespace tawasul
