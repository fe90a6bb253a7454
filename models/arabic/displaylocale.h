// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tawasul {

enum class Language { Arabic, English };

/// The shape of digits on the screen. Identifiers are always European, whatever the officer chose.
enum class Digits { European, ArabicIndic };

/// How one officer reads: passed to every display function, so that no text depends on a global locale.
struct DisplayLocale
{
    Language language = Language::Arabic;
    Digits digits = Digits::European;

    friend bool operator==(DisplayLocale, DisplayLocale) = default;
};

} // namespace tawasul
