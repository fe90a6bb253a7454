// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/frame.h"
#include "models/preview/pagetext.h"

namespace tawasul {

/// Whether each glyph says what TextGlyph promises.
[[nodiscard]] bool makeSense(const std::vector<TextGlyph> &glyphs);

/// Makes text of what stands on a page. Only the places of the glyphs and the spaces between them are
/// believed: Arabic comes from PDFs as the eye sees it, often a letter at a time, and in shapes. Lines are
/// made of what stands beside each other, then read in their own direction; a page that lies on its side or
/// on its head is read as if it were turned. The glyphs make sense.
[[nodiscard]] PageText readLines(const std::vector<TextGlyph> &glyphs, bool complete);

} // namespace tawasul
