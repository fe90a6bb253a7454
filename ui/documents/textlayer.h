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

    /// Another document.
    void clear();
    void setText(int page, const PageText &text) { m_texts.insert(page, text); }
    /// Its text goes, unless something of it is selected.
    void drop(int page);
    /// Null while the text is not here.
    [[nodiscard]] const PageText *textOf(int page) const;
    [[nodiscard]] bool isOver(int page, QPointF point) const;

    /// Selects from there on. False, and nothing is changed, where there is no text.
    bool begin(int page, QPointF point, By by);
    /// Up to there; the word or place it began at stays selected.
    void extend(int page, QPointF point);
    /// From the keyboard: the end moves by so many letters or words in the order of reading, within its page;
    /// `page` is begun at its first letter when nothing is selected.
    void moveEnd(int page, int steps, By by);
    void select(int page, TextRange range);
    void selectAll(int page);
    void clearSelection();

    [[nodiscard]] bool hasSelection() const { return m_anchor.first != m_end || m_anchor.second != m_end; }
    /// In the order of reading, as the clipboard gets it.
    [[nodiscard]] QString selected() const;
    [[nodiscard]] std::vector<QRectF> selectedBoxes(int page) const;
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
    [[nodiscard]] TextRange rangeOn(int page) const;
    [[nodiscard]] Spot first() const { return std::min(m_anchor.first, m_end); }
    [[nodiscard]] Spot last() const { return std::max(m_anchor.second, m_end); }

    QHash<int, PageText> m_texts;
    Anchor m_anchor;
    Spot m_end; ///< where it was extended to
    By m_by = By::Letter;
};

} // namespace tawasul
