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
    clearSelection();
}

void TextLayer::clearSelection()
{
    m_anchor = {};
    m_end = {};
}

void TextLayer::drop(int page)
{
    if (!hasSelection() || page < first().page || page > last().page)
        m_texts.remove(page);
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
    if (!spot || m_anchor.first.page < 0)
        return;
    m_end = *spot;
    if (m_by == By::Word) {
        const TextRange word = wordAround(textOf(page)->text(), spot->at);
        m_end.at = *spot < m_anchor.first ? word.begin : word.end;
    }
}

void TextLayer::moveEnd(int page, int steps, By by)
{
    if (!hasSelection()) {
        m_anchor = {{page, 0}, {page, 0}};
        m_end = {page, 0};
    }
    const PageText *text = textOf(m_end.page);
    if (text == nullptr || text->isEmpty())
        return clearSelection();
    m_by = By::Letter;
    // From now on it has two ends, and one of them moves.
    m_anchor = m_end >= m_anchor.second ? Anchor{m_anchor.first, m_anchor.first}
                                        : Anchor{m_anchor.second, m_anchor.second};
    m_end.at = moved(text->text(), m_end.at, steps, by);
}

void TextLayer::select(int page, TextRange range)
{
    m_by = By::Letter;
    m_anchor = {{page, range.begin}, {page, range.begin}};
    m_end = {page, range.end};
}

void TextLayer::selectAll(int page)
{
    if (const PageText *text = textOf(page); text != nullptr && !text->isEmpty())
        select(page, {0, text->text().size()});
}

TextRange TextLayer::rangeOn(int page) const
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
        const TextRange range = rangeOn(page);
        if (range.begin < range.end)
            parts.append(textOf(page)->text().mid(range.begin, range.end - range.begin));
    }
    return parts.join(u'\n');
}

std::vector<QRectF> TextLayer::selectedBoxes(int page) const
{
    const TextRange range = rangeOn(page);
    return range.begin < range.end ? textOf(page)->boxesOf(range) : std::vector<QRectF>();
}

Qt::LayoutDirection TextLayer::directionAtEnd() const
{
    const PageText *text = textOf(m_end.page);
    if (text == nullptr)
        return Qt::LeftToRight;
    const QString &all = text->text();
    const qsizetype at = std::min(m_end.at, all.size());
    const qsizetype begin = at == 0 ? 0 : all.lastIndexOf(u'\n', at - 1) + 1;
    const qsizetype end = all.indexOf(u'\n', at);
    return paragraphDirection(QStringView(all).mid(begin, end < 0 ? -1 : end - begin), Qt::LeftToRight);
}

} // namespace tawasul
