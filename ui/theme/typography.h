// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtGui/QFont>

#include <array>

namespace tawasul {

/// The steps of the type scale. A role decides size, weight and, on labels, the colour.
enum class TextRole {
    PageTitle, ///< 20 / 600
    Section,   ///< 16 / 600
    Body,      ///< 14 / 400
    Value,     ///< 14 / 500, a fact beside its label
    TableMain, ///< 14 / 600, the first line of a row
    Secondary, ///< 13 / 400
    Caption,   ///< 12 / 600, labels of fields and column headers
    Figure,    ///< 26 / 600
};

inline constexpr std::array kTextRoles{TextRole::PageTitle, TextRole::Section,   TextRole::Body,
                                       TextRole::Value,     TextRole::TableMain, TextRole::Secondary,
                                       TextRole::Caption,   TextRole::Figure};

/// Size in logical pixels at 100 % and weight of a role.
struct TextStep
{
    const char *name; ///< as the style sheet calls it: QLabel[textRole="caption"]
    int pixels;
    QFont::Weight weight;
};

[[nodiscard]] const TextStep &textStep(TextRole role);

/// Nothing is set smaller than this many pixels, whatever the text size chosen.
inline constexpr int kSmallestText = 12;

/// Loads the fonts compiled in; without them the system's Noto fonts serve. Once, before the first widget.
void loadFonts();

/// The font of a role at a text size of 90 to 150 per cent.
[[nodiscard]] QFont fontOf(TextRole role, int percent);

} // namespace tawasul
