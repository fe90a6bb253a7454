// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tourstates.h"

namespace tawasul {

std::vector<TourScreen> allScreens()
{
    return {signInScreen(),   worklistScreen(),    caseScreen(),   documentScreen(),
            sheetScreen(),    printScreen(),       outboxScreen(), conflictScreen(),
            endOfDayScreen(), supervisionScreen(), shellScreen(),  widgetScreen()};
}

} // namespace tawasul
