// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace tawasul {

/// Puts the text on the clipboard as it is stored, without isolates, and asks clipboard histories not to keep
/// it (invariant I12).
void copyText(const QString &text);

} // namespace tawasul
