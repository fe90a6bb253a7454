// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/document.h"

#include <poppler-qt6.h>

namespace tawasul {

/// What Poppler finds written on a page. Its order is not believed by anybody: see the host's pagetext.h.
void writeText(const Poppler::Page &page, TextTarget &target);

} // namespace tawasul
