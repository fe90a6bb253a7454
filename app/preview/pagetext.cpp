// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/pagetext.h"

#include <algorithm>
#include <cmath>
#include <poppler-qt6.h>

namespace tawasul {

namespace {

constexpr double kMillipoints = 1000.0;

/// Text beside the page is moved to its edge.
quint32 edge(double points)
{
    if (!std::isfinite(points))
        return 0;
    return quint32(std::clamp(std::round(points * kMillipoints), 0.0, 4e9));
}

bool isText(char32_t character)
{
    const bool surrogate = character >= 0xd800 && character <= 0xdfff;
    if (character > 0x10ffff || surrogate || !QChar::isPrint(character))
        return false;
    // Ends of lines are none on a page, where each letter has its place.
    const QChar::Category category = QChar::category(character);
    return category != QChar::Separator_Line && category != QChar::Separator_Paragraph;
}

/// False when there is no more room.
bool writeGlyph(char32_t character, const QRectF &box, quint32 flags, TextTarget &target)
{
    if (target.used >= kMaximumGlyphs) {
        target.complete = false;
        return false;
    }
    TextGlyph &glyph = target.glyphs[target.used++];
    glyph.character = character;
    glyph.flags = flags;
    glyph.left = edge(box.left());
    glyph.top = edge(box.top());
    glyph.right = std::max(edge(box.right()), quint32(glyph.left));
    glyph.bottom = std::max(edge(box.bottom()), quint32(glyph.top));
    return true;
}

bool writeWord(const Poppler::TextBox &word, TextTarget &target)
{
    const QString text = word.text();
    const QList<uint> characters = text.toUcs4();
    // Poppler has a box for each character that it read; where reading it as UTF-8 made more of them, the
    // word's own box has to do.
    const bool counts = !text.contains(QChar::ReplacementCharacter) && characters.size() == text.size();
    bool begins = true;
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const char32_t character = characters[i];
        if (!isText(character))
            continue;
        const QRectF box = counts ? word.charBoundingBox(int(i)) : word.boundingBox();
        const bool beforeSpace = i == characters.size() - 1 && word.hasSpaceAfter();
        const quint32 flags = (begins ? kGlyphBeginsWord : 0U) | (beforeSpace ? kGlyphBeforeSpace : 0U);
        begins = false;
        if (!writeGlyph(character, box, flags, target))
            return false;
    }
    return true;
}

} // namespace

void writeText(const Poppler::Page &page, TextTarget &target)
{
    const auto words = page.textList();
    for (const auto &word : words) {
        if (!writeWord(*word, target))
            return;
    }
}

} // namespace tawasul
