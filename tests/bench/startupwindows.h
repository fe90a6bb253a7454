// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace tawasul {

// What the start is measured on. Each runs a whole program in this process, says its memory once its first
// frame is painted, and answers the exit code.

/// A Qt window to compare with: menu, tool bar, dock and a table of 50 rows by 8 columns in Arabic.
[[nodiscard]] int showPlainWindow(int argc, char **argv);
/// Our own screens with nothing behind them.
[[nodiscard]] int showEmptyScreens(int argc, char **argv);
/// The desk of somebody who is signed in, on the profile in that folder: ends when its rows have been
/// painted.
[[nodiscard]] int showWorkplace(int argc, char **argv, const QString &profile);

} // namespace tawasul
