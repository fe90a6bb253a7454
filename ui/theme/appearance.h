// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

namespace tawasul {

/// What an officer may choose about the look.
struct Appearance
{
    Scheme scheme = Scheme::Light;
    int textPercent = 100; ///< 90 to 150
    bool reducedMotion = false;

    friend bool operator==(const Appearance &, const Appearance &) = default;
};

/// Logical pixels grown with the officer's text size.
[[nodiscard]] constexpr int scaled(int pixels, const Appearance &appearance)
{
    return (pixels * appearance.textPercent + 50) / 100;
}

} // namespace tawasul
