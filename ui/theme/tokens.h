// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QColor>

#include <array>

namespace tawasul {

/// The three sets of colours an officer can choose from.
enum class Scheme {
    Light,
    Dark,
    HighContrast,
};

/// What a chip, a strip or a mark says by its colour; a word and an icon always go with it.
enum class Tone {
    Info,
    Brand,
    Warning,
    Lavender,
    Success,
    Danger,
    Neutral,
};

inline constexpr std::array kSchemes{Scheme::Light, Scheme::Dark, Scheme::HighContrast};
inline constexpr std::array kTones{Tone::Info,    Tone::Brand,  Tone::Warning, Tone::Lavender,
                                   Tone::Success, Tone::Danger, Tone::Neutral};

/// Text on its own background, with the edge around it.
struct ToneColors
{
    QColor text;
    QColor background;
    QColor border;
};

/// Bars and lines of charts and deadlines: at least 3:1 on the surface, never used for text.
struct MarkColors
{
    QColor danger;
    QColor warning;
    QColor brand;
    QColor neutral;
    QColor track; ///< the empty part of a bar, decorative
};

/// Every colour of a scheme. Nothing in ui/ names a colour that is not here.
struct Tokens
{
    QColor canvas;  ///< behind the cards
    QColor surface; ///< cards, top bar, menus
    QColor sunken;  ///< header rows and inputs
    QColor hover;
    QColor selected;      ///< with a 3 px bar of ink at the start edge
    QColor border;        ///< decorative edges only
    QColor controlBorder; ///< edges of inputs, buttons and unchecked chips, 3:1
    QColor text;
    QColor text2;
    QColor text3;    ///< captions and headers
    QColor disabled; ///< never carries information
    QColor fill;     ///< the primary button
    QColor onFill;
    QColor fillHover;
    QColor fillActive;
    QColor ink; ///< links, selected text, icons that speak
    QColor focus;
    std::array<ToneColors, kTones.size()> tones;
    MarkColors marks;
    int edge = 1; ///< width of edges in pixels: 1, in high contrast 2
    bool dark = false;

    [[nodiscard]] const ToneColors &tone(Tone tone) const { return tones[static_cast<std::size_t>(tone)]; }
};

[[nodiscard]] const Tokens &tokensOf(Scheme scheme);

} // namespace tawasul
