// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tour/tourstage.h"

#include <QtCore/QString>

#include <functional>
#include <vector>

namespace tawasul {

/// One state of one screen: its name in file names, what the index calls it, and how the stage gets there.
struct TourState
{
    QString name;  ///< unique, of ASCII letters and hyphens
    QString title; ///< Arabic
    std::function<void(TourStage &)> show;
    bool main = false; ///< drawn also small, in high contrast and with large text
};

/// A screen with all that it can look like.
struct TourScreen
{
    QString title; ///< Arabic
    std::vector<TourState> states;
};

// One table a screen, one file each. A new screen is a function here and its line in allScreens().
[[nodiscard]] TourScreen signInScreen();
[[nodiscard]] TourScreen worklistScreen();
[[nodiscard]] TourScreen caseScreen();
[[nodiscard]] TourScreen documentScreen();
[[nodiscard]] TourScreen sheetScreen();
[[nodiscard]] TourScreen outboxScreen();
[[nodiscard]] TourScreen conflictScreen();
[[nodiscard]] TourScreen endOfDayScreen();
[[nodiscard]] TourScreen supervisionScreen();
[[nodiscard]] TourScreen printScreen();
[[nodiscard]] TourScreen shellScreen();
[[nodiscard]] TourScreen widgetScreen();

[[nodiscard]] std::vector<TourScreen> allScreens();

} // namespace tawasul
