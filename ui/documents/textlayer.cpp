// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/textlayer.h"

#include <QtCore/QTextBoundaryFinder>

#include "models/arabic/bidi.h"

namespace tawasul {

namespace {

TextRange wordAround(const QString &text, qsizetype at)
{
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, text);
    words.setPosition(at);
    TextRange word{at, at};
    if (words.isAtBoundary())
        word.end = words.toNextBoundary();
    else
        word = {words.toPreviousBoundary(), words.toNextBoundary()};
    if (word.end < 0)
        word.end = text.size();
    // Behind the last letter of a word the word is meant, and not the space.
    const bool isSpace = QStringView(text).sliced(word.begin, word.end - word.begin).trimmed().isEmpty();
    if (isSpace && word.begin == at && at > 0) {
        words.setPosition(at);
        word = {std::max<qsizetype>(0, words.toPreviousBoundary()), at};
    }
    return word;
}

qsizetype moved(const QString &text, qsizetype at, int steps, TextLayer::By by)
{
    QTextBoundaryFinder finder(
        by == TextLayer::By::Word ? QTextBoundaryFinder::Word : QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(at);
    for (int left = std::abs(steps); left > 0; --left) {
        const qsizetype next = steps > 0 ? finder.toNextBoundary() : finder.toPreviousBoundary();
        if (next < 0)
            return steps > 0 ? text.size() : 0;
        at = next;
    }
    return at;
}

} // namespace

void TextLayer::clear()
{
    m_texts.clear();
    m_covered.clear();
    clearSelection();
}

void TextLayer::setText(int page, const PageText &text)
{
    m_texts.insert(page, text);
    m_covered.remove(page);
}

void TextLayer::clearSelection()
{
    m_anchor = {};
    m_end = {};
    m_along.reset();
}

void TextLayer::drop(int page)
{
    if (!hasSelection() || page < first().page || page > last().page)
        m_texts.remove(page);
    if (!m_texts.contains(page))
        m_covered.remove(page);
}

const PageText *TextLayer::textOf(int page) const
{
    const auto found = m_texts.constFind(page);
    return found == m_texts.constEnd() ? nullptr : &*found;
}

bool TextLayer::isOver(int page, QPointF point) const
{
    const PageText *text = textOf(page);
    return text != nullptr && text->isOver(point);
}

std::optional<TextLayer::Spot> TextLayer::spotAt(int page, QPointF point) const
{
    const PageText *text = textOf(page);
    const auto at = text == nullptr ? std::nullopt : text->positionAt(point);
    return at ? std::optional(Spot{page, *at}) : std::nullopt;
}

bool TextLayer::begin(int page, QPointF point, By by)
{
    const std::optional<Spot> spot = spotAt(page, point);
    if (!spot)
        return false;
    m_by = by;
    m_along.reset();
    m_anchor = {*spot, *spot};
    m_end = *spot;
    if (by == By::Word) {
        const TextRange word = wordAround(textOf(page)->text(), spot->at);
        m_anchor = {{page, word.begin}, {page, word.end}};
        m_end = m_anchor.second;
    }
    return true;
}

void TextLayer::extend(int page, QPointF point)
{
    const std::optional<Spot> spot = spotAt(page, point);
    if (!spot || m_anchor.first.page < 0 || !isHereUpTo(page))
        return;
    m_end = *spot;
    m_along.reset();
    if (m_by == By::Word) {
        const TextRange word = wordAround(textOf(page)->text(), spot->at);
        m_end.at = *spot < m_anchor.first ? word.begin : word.end;
    }
}

// What is copied has no gaps that nobody sees.
bool TextLayer::isHereUpTo(int page) const
{
    const auto [from, to] = std::minmax(m_anchor.first.page, page);
    for (int each = from; each <= to; ++each) {
        if (!m_texts.contains(each))
            return false;
    }
    return true;
}

void TextLayer::placeEnd(int page)
{
    if (!hasSelection() && m_end.page != page)
        select(page, {0, 0});
}

void TextLayer::moveEnd(int steps, By by)
{
    const PageText *text = textOf(m_end.page);
    if (text == nullptr || text->isEmpty())
        return clearSelection();
    beginMoving();
    m_along.reset();
    m_end.at = moved(text->text(), m_end.at, steps, by);
}

// From now on it has two ends, and one of them moves.
void TextLayer::beginMoving()
{
    m_by = By::Letter;
    m_anchor = m_end >= m_anchor.second ? Anchor{m_anchor.first, m_anchor.first}
                                        : Anchor{m_anchor.second, m_anchor.second};
}

void TextLayer::moveEndByLines(int lines)
{
    const PageText *text = textOf(m_end.page);
    const auto from = text == nullptr ? std::nullopt : text->caretAt(m_end.at);
    if (!from)
        return clearSelection();
    beginMoving();
    if (!m_along)
        m_along = from->center();
    m_end.at = text->placeOnLine(m_end.at, lines, *m_along);
}

void TextLayer::moveEndToEdge(int way, Edge edge)
{
    const PageText *text = textOf(m_end.page);
    if (text == nullptr || text->isEmpty())
        return clearSelection();
    beginMoving();
    m_along.reset();
    const TextRange whole = edge == Edge::Line ? lineAtEnd() : TextRange{0, text->text().size()};
    m_end.at = way < 0 ? whole.begin : whole.end;
}

void TextLayer::select(int page, TextRange range)
{
    m_by = By::Letter;
    m_along.reset();
    m_anchor = {{page, range.begin}, {page, range.begin}};
    m_end = {page, range.end};
}

void TextLayer::selectAll(int page)
{
    if (const PageText *text = textOf(page); text != nullptr && !text->isEmpty())
        select(page, {0, text->text().size()});
}

TextRange TextLayer::selectedOn(int page) const
{
    const PageText *text = textOf(page);
    if (!hasSelection() || text == nullptr || page < first().page || page > last().page)
        return {};
    const qsizetype size = text->text().size();
    return {page == first().page ? std::min(first().at, size) : 0,
            page == last().page ? std::min(last().at, size) : size};
}

QString TextLayer::selected() const
{
    QStringList parts;
    for (int page = first().page; hasSelection() && page <= last().page; ++page) {
        const TextRange range = selectedOn(page);
        if (range.begin < range.end)
            parts.append(textOf(page)->text().mid(range.begin, range.end - range.begin));
    }
    return parts.join(u'\n');
}

const std::vector<QRectF> &TextLayer::selectedBoxes(int page) const
{
    const TextRange range = selectedOn(page);
    Covered &covered = m_covered[page];
    if (covered.range != range)
        covered = {range, range.begin < range.end ? textOf(page)->boxesOf(range) : std::vector<QRectF>()};
    return covered.boxes;
}

std::optional<TextLayer::Caret> TextLayer::caret() const
{
    const PageText *text = textOf(m_end.page);
    const auto box = text == nullptr ? std::nullopt : text->caretAt(m_end.at);
    return box ? std::optional(Caret{m_end.page, m_end.at, *box}) : std::nullopt;
}

TextRange TextLayer::lineAtEnd() const
{
    const QString &all = textOf(m_end.page)->text();
    const qsizetype at = std::min(m_end.at, all.size());
    const qsizetype begin = at == 0 ? 0 : all.lastIndexOf(u'\n', at - 1) + 1;
    const qsizetype end = all.indexOf(u'\n', at);
    return {begin, end < 0 ? all.size() : end};
}

Qt::LayoutDirection TextLayer::directionAtEnd() const
{
    const PageText *text = textOf(m_end.page);
    if (text == nullptr)
        return Qt::LeftToRight;
    const TextRange line = lineAtEnd();
    return paragraphDirection(QStringView(text->text()).mid(line.begin, line.end - line.begin),
                              Qt::LeftToRight);
}

} // namespace tawasul
