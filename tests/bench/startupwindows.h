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
/// When the start of a workplace is over.
enum class StartUntil {
    FirstRows, ///< all rows in sight have been painted, in order, and the keyboard is on them
    AllReady,  ///< and the whole list is known and counted, and the pane for a case is made
};

/// The desk of somebody who is signed in, on the profile in that folder.
[[nodiscard]] int showWorkplace(int argc, char **argv, const QString &profile, StartUntil until);

} // namespace tawasul
