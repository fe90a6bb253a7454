// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace tawasul {

/// The text without the bidi isolates that exist only on the screen: for accessible names, the clipboard and
/// tooltips that are read aloud.
[[nodiscard]] QString rawText(QString shown);

} // namespace tawasul
