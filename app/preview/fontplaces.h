// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace tawasul {

/// Folders and files with what text is drawn with where a document does not bring it: fonts, how they are
/// found, and the character maps of Poppler. A machine may lack any of them.
[[nodiscard]] std::vector<std::string> fontPlaces();

} // namespace tawasul
