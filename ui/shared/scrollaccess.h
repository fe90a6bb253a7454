// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tawasul {

/// Lets assistive technology ask scrolling areas for any child. What Qt 6.4 itself installs reads past its
/// list when a bar goes between the question how many and the question which, and takes the program with it.
/// GUI thread, once the application stands; again does nothing.
void guardScrollAreas();

} // namespace tawasul
