// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

namespace tawasul {

namespace {

constexpr QColor rgb(int value)
{
    return QColor((value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff);
}

const Tokens kLight{
    .canvas = rgb(0xF3F4F6),
    .surface = rgb(0xFFFFFF),
    .sunken = rgb(0xF9FAFB),
    .hover = rgb(0xF3F4F6),
    .selected = rgb(0xEAF7EF),
    .border = rgb(0xE5E7EB),
    .controlBorder = rgb(0x868E99),
    .text = rgb(0x111927),
    .text2 = rgb(0x384250),
    .text3 = rgb(0x5B6470),
    .disabled = rgb(0x9DA4AE),
    .fill = rgb(0x1B8354),
    .onFill = rgb(0xFFFFFF),
    .fillHover = rgb(0x166A45),
    .fillActive = rgb(0x14573A),
    .ink = rgb(0x166A45),
    .focus = rgb(0x1B8354),
    .tones = {{
        {rgb(0x175CD3), rgb(0xEFF8FF), rgb(0xB2DDFF)},
        {rgb(0x14573A), rgb(0xF3FCF6), rgb(0xB8EACB)},
        {rgb(0x93370D), rgb(0xFFFAEB), rgb(0xFEDF89)},
        {rgb(0x532D75), rgb(0xF9F5FA), rgb(0xE1CCE8)},
        {rgb(0x067647), rgb(0xECFDF3), rgb(0xABEFC6)},
        {rgb(0xB42318), rgb(0xFEF3F2), rgb(0xFECDCA)},
        {rgb(0x384250), rgb(0xF3F4F6), rgb(0xD2D6DB)},
    }},
    .marks = {rgb(0xD92D20), rgb(0xDC6803), rgb(0x1B8354), rgb(0x868E99), rgb(0xE5E7EB)},
    .edge = 1,
    .dark = false,
};

const Tokens kDark{
    .canvas = rgb(0x0A0F18),
    .surface = rgb(0x111927),
    .sunken = rgb(0x0D121C),
    .hover = rgb(0x1B2534),
    .selected = rgb(0x10302A),
    .border = rgb(0x263241),
    .controlBorder = rgb(0x6C737F),
    .text = rgb(0xF3F4F6),
    .text2 = rgb(0xD2D6DB),
    .text3 = rgb(0x9DA4AE),
    .disabled = rgb(0x6C737F),
    .fill = rgb(0x1B8354),
    .onFill = rgb(0xFFFFFF),
    .fillHover = rgb(0x166A45),
    .fillActive = rgb(0x14573A),
    .ink = rgb(0x88D8AD),
    .focus = rgb(0x88D8AD),
    .tones = {{
        {rgb(0x84CAFF), rgb(0x0F2138), rgb(0x194185)},
        {rgb(0x88D8AD), rgb(0x0C2A1F), rgb(0x14573A)},
        {rgb(0xFEC84B), rgb(0x2B1B0B), rgb(0x7A2E0E)},
        {rgb(0xCCADD9), rgb(0x20142E), rgb(0x532D75)},
        {rgb(0x75E0A7), rgb(0x0A271B), rgb(0x085D3A)},
        {rgb(0xFDA29B), rgb(0x2E1412), rgb(0x912018)},
        {rgb(0xD2D6DB), rgb(0x1B2534), rgb(0x384250)},
    }},
    .marks = {rgb(0xF97066), rgb(0xFDB022), rgb(0x54C08A), rgb(0x6C737F), rgb(0x263241)},
    .edge = 1,
    .dark = true,
};

// Black behind every tone, with an edge of the text's own colour.
constexpr ToneColors onBlack(int text)
{
    return {rgb(text), rgb(0x000000), rgb(text)};
}

const Tokens kHighContrast{
    .canvas = rgb(0x000000),
    .surface = rgb(0x000000),
    .sunken = rgb(0x000000),
    .hover = rgb(0x1F2A37),
    .selected = rgb(0x00301C),
    .border = rgb(0xFFFFFF),
    .controlBorder = rgb(0xFFFFFF),
    .text = rgb(0xFFFFFF),
    .text2 = rgb(0xFFFFFF),
    .text3 = rgb(0xFFFFFF),
    .disabled = rgb(0xB0B7C0),
    .fill = rgb(0x88D8AD),
    .onFill = rgb(0x000000),
    .fillHover = rgb(0xB8EACB),
    .fillActive = rgb(0xFFFFFF),
    .ink = rgb(0x88D8AD),
    .focus = rgb(0xFEC84B),
    .tones = {{
        onBlack(0x84CAFF),
        onBlack(0x88D8AD),
        onBlack(0xFEC84B),
        onBlack(0xCCADD9),
        onBlack(0x75E0A7),
        onBlack(0xFDA29B),
        onBlack(0xFFFFFF),
    }},
    .marks = {rgb(0xF97066), rgb(0xFDB022), rgb(0x88D8AD), rgb(0xB0B7C0), rgb(0x384250)},
    .edge = 2,
    .dark = true,
};

} // namespace

const Tokens &tokensOf(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Dark:
        return kDark;
    case Scheme::HighContrast:
        return kHighContrast;
    case Scheme::Light:
        break;
    }
    return kLight;
}

} // namespace tawasul
