// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QImage>

namespace tawasul {

/// Which part of a rendered page is written, printed or drawn on, 0 … 1. Its margins are not looked at, where
/// scanners leave shadows; neither is what hardly differs from the paper around it: noise, creases, and what
/// shines through from the other side.
[[nodiscard]] double inkShare(const QImage &page);

/// Whether nobody would miss the page at first glance: nothing on it, or not more than its number. It is for
/// marking pages, never for hiding them. Pure; some milliseconds, so not for the thread of the windows.
[[nodiscard]] bool isNearlyBlank(const QImage &page);

} // namespace tawasul
