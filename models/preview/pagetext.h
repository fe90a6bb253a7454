// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/arabic/highlight.h"

#include <QtCore/QRectF>
#include <QtCore/QString>

#include <optional>
#include <vector>

namespace tawasul {

/// What is selected as one: a letter with its marks, or all that one drawn shape stands for.
struct TextPiece
{
    TextRange range; ///< of PageText::text
    QRectF box;      ///< points from the page's top left corner, as the page is shown
    int line = 0;

    friend bool operator==(const TextPiece &, const TextPiece &) = default;
};

/// The text of a page in the order in which it is read: words with one space between them, lines with a line
/// feed. A value; its functions are pure.
class PageText
{
public:
    PageText() = default;
    /// The pieces in the order of their ranges, which do not overlap; `quarters`: see quartersToUpright().
    PageText(QString text, std::vector<TextPiece> pieces, bool complete, int quarters = 0);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const std::vector<TextPiece> &pieces() const { return m_pieces; }
    [[nodiscard]] bool isEmpty() const { return m_pieces.empty(); }
    /// False when the page has more text than is looked at.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// By how many quarters to the right the page has to be turned for its text to stand upright, 0 to 3; 0
    /// also where there is too little text to tell.
    [[nodiscard]] int quartersToUpright() const { return m_quarters; }

    /// What to paint over a range: one box for each unbroken stretch of a line.
    [[nodiscard]] std::vector<QRectF> boxesOf(TextRange range) const;
    /// Between which characters a point lies, for selecting from there; nothing on a page without text.
    [[nodiscard]] std::optional<qsizetype> positionAt(QPointF point) const;
    /// Where a caret between two characters stands: as high as the text, without width where that is upright.
    /// Nothing on a page without text.
    [[nodiscard]] std::optional<QRectF> caretAt(qsizetype at) const;
    /// The place so many lines further in the order of reading that lies nearest to `point` along its line;
    /// before the first line and behind the last one the beginning and the end of the text.
    [[nodiscard]] qsizetype placeOnLine(qsizetype at, int lines, QPointF point) const;
    /// Whether there is text at that point, or right beside it.
    [[nodiscard]] bool isOver(QPointF point) const;
    /// Where the words occur one after the other, in any spelling; across the ends of lines, too.
    [[nodiscard]] std::vector<TextRange> find(QStringView words) const;

    friend bool operator==(const PageText &, const PageText &) = default;

private:
    [[nodiscard]] QRectF level(const TextPiece &piece) const;
    [[nodiscard]] bool isArabic(const TextPiece &piece) const;
    [[nodiscard]] qsizetype nearerEdge(const TextPiece &piece, double x) const;

    QString m_text;
    std::vector<TextPiece> m_pieces;
    bool m_complete = true;
    int m_quarters = 0;
};

} // namespace tawasul
