// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>

#include "models/preview/pagetext.h"

namespace tawasul {

/// The texts of the pages that are near, and what is selected in them, over the ends of pages, too. Points
/// are those of the page as it lies in the file, whatever it is turned to.
class TextLayer
{
public:
    enum class By { Letter, Word };
    enum class Edge { Line, Page };

    /// Another document.
    void clear();
    void setText(int page, const PageText &text);
    /// Its text goes, unless something of it is selected.
    void drop(int page);
    /// Null while the text is not here.
    [[nodiscard]] const PageText *textOf(int page) const;
    [[nodiscard]] bool isOver(int page, QPointF point) const;

    /// Selects from there on. False, and nothing is changed, where there is no text.
    bool begin(int page, QPointF point, By by);
    /// Up to there; the word or place it began at stays selected. Nothing changes while the text of a page
    /// between them is not here.
    void extend(int page, QPointF point);
    /// From the keyboard: where nothing is selected, it begins where `page` was clicked last, or at its first
    /// letter.
    void placeEnd(int page);
    /// The end moves by so many letters or words in the order of reading, within its page.
    void moveEnd(int steps, By by);
    /// Likewise by so many lines, as near under or over the place it was moved from as there is text.
    void moveEndByLines(int lines);
    /// Likewise to where a line or the page begins (-1) or ends (+1).
    void moveEndToEdge(int way, Edge edge);
    void select(int page, TextRange range);
    void selectAll(int page);
    void clearSelection();

    [[nodiscard]] bool hasSelection() const { return m_anchor.first != m_end || m_anchor.second != m_end; }
    /// In the order of reading, as the clipboard gets it.
    [[nodiscard]] QString selected() const;
    [[nodiscard]] const std::vector<QRectF> &selectedBoxes(int page) const;
    /// What of the page is selected, in its text; empty: nothing.
    [[nodiscard]] TextRange selectedOn(int page) const;
    /// The end that moves: where somebody clicked, or selected to.
    struct Caret
    {
        int page = 0;
        qsizetype at = 0; ///< in the text of the page
        QRectF box;       ///< PageText::caretAt()
    };
    /// Nothing before that, and while its page's text is not here.
    [[nodiscard]] std::optional<Caret> caret() const;
    /// The direction of what is at the end that moves.
    [[nodiscard]] Qt::LayoutDirection directionAtEnd() const;

private:
    struct Spot
    {
        int page = -1;
        qsizetype at = 0;

        friend auto operator<=>(const Spot &, const Spot &) = default;
    };
    struct Anchor
    {
        Spot first; ///< both ends of the word it began at, or one place
        Spot second;
    };

    [[nodiscard]] std::optional<Spot> spotAt(int page, QPointF point) const;
    [[nodiscard]] bool isHereUpTo(int page) const;
    [[nodiscard]] TextRange lineAtEnd() const;
    void beginMoving();
    [[nodiscard]] Spot first() const { return std::min(m_anchor.first, m_end); }
    [[nodiscard]] Spot last() const { return std::max(m_anchor.second, m_end); }

    struct Covered
    {
        TextRange range;
        std::vector<QRectF> boxes;
    };

    QHash<int, PageText> m_texts;
    mutable QHash<int, Covered> m_covered; ///< found when they were asked for last: they are painted often
    Anchor m_anchor;
    Spot m_end; ///< where it was extended to
    By m_by = By::Letter;
    std::optional<QPointF> m_along; ///< from where it goes up and down, whatever shorter lines it passes
};

} // namespace tawasul
