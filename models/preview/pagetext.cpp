// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/pagetext.h"

#include "models/arabic/bidi.h"
#include "models/arabic/fold.h"
#include "models/preview/quarterturn.h"

#include <algorithm>
#include <limits>

namespace tawasul {

namespace {

/// Points of another line count for more than points of the same one.
constexpr double kBesideLine = 10.0;
/// In heights of the letter: what is nearer to it is over it.
constexpr double kReach = 0.5;

double distance(double at, double low, double high)
{
    return std::max({low - at, at - high, 0.0});
}

} // namespace

PageText::PageText(QString text, std::vector<TextPiece> pieces, bool complete, int quarters)
    : m_text(std::move(text))
    , m_pieces(std::move(pieces))
    , m_complete(complete)
    , m_quarters(quarters)
{
}

std::vector<QRectF> PageText::boxesOf(TextRange range) const
{
    struct Covered
    {
        int line = 0;
        QRectF box;
    };
    std::vector<Covered> covered;
    auto piece = std::partition_point(m_pieces.begin(), m_pieces.end(),
                                      [range](const TextPiece &one) { return one.range.end <= range.begin; });
    for (; piece != m_pieces.end() && piece->range.begin < range.end; ++piece)
        covered.push_back({piece->line, level(*piece)});
    // What is one stretch of the text may be several for the eye: a number within Arabic.
    std::sort(covered.begin(), covered.end(), [](const Covered &one, const Covered &other) {
        return std::pair(one.line, one.box.left()) < std::pair(other.line, other.box.left());
    });
    std::vector<QRectF> boxes;
    int line = -1;
    for (const Covered &one : covered) {
        // A space is narrower than its line is high; what is wider lies between two stretches.
        const bool joins = one.line == line
            && one.box.left() - boxes.back().right() < std::max(boxes.back().height(), 1.0) * 0.6;
        if (joins)
            boxes.back() = boxes.back().united(one.box);
        else
            boxes.push_back(one.box);
        line = one.line;
    }
    for (QRectF &box : boxes)
        box = quarterTurned(box, -m_quarters);
    return boxes;
}

// Lines are level where the text is upright.
QRectF PageText::level(const TextPiece &piece) const
{
    return quarterTurned(piece.box, m_quarters);
}

bool PageText::isArabic(const TextPiece &piece) const
{
    const QStringView letters =
        QStringView(m_text).mid(piece.range.begin, piece.range.end - piece.range.begin);
    return paragraphDirection(letters, Qt::LeftToRight) == Qt::RightToLeft;
}

qsizetype PageText::nearerEdge(const TextPiece &piece, double x) const
{
    const bool leftHalf = x < level(piece).center().x();
    return leftHalf == isArabic(piece) ? piece.range.end : piece.range.begin;
}

std::optional<qsizetype> PageText::positionAt(QPointF point) const
{
    const QPointF here = quarterTurned(point, m_quarters);
    const TextPiece *nearest = nullptr;
    double least = std::numeric_limits<double>::max();
    for (const TextPiece &piece : m_pieces) {
        const QRectF box = level(piece);
        const double far = distance(here.x(), box.left(), box.right())
            + kBesideLine * distance(here.y(), box.top(), box.bottom());
        if (far < least) {
            least = far;
            nearest = &piece;
        }
    }
    return nearest == nullptr ? std::nullopt : std::optional(nearerEdge(*nearest, here.x()));
}

std::optional<QRectF> PageText::caretAt(qsizetype at) const
{
    if (m_pieces.empty())
        return {};
    // Before the letter that follows; at the end of a word behind its last one.
    auto piece = std::partition_point(m_pieces.begin(), m_pieces.end(),
                                      [at](const TextPiece &one) { return one.range.end <= at; });
    const bool isBefore = piece != m_pieces.end() && (piece->range.begin <= at || piece == m_pieces.begin());
    if (!isBefore)
        --piece;
    const QRectF box = level(*piece);
    const double x = isBefore == isArabic(*piece) ? box.right() : box.left();
    return quarterTurned(QRectF(QPointF(x, box.top()), QPointF(x, box.bottom())), -m_quarters);
}

qsizetype PageText::placeOnLine(qsizetype at, int lines, QPointF point) const
{
    if (m_pieces.empty())
        return 0;
    const auto before = [at](const TextPiece &one) { return one.range.end <= at; };
    auto here = std::partition_point(m_pieces.begin(), m_pieces.end(), before);
    // What is behind the last letter of a line is still on it.
    if (here == m_pieces.end() || (here != m_pieces.begin() && here->range.begin > at))
        --here;
    // Lines are numbered in the order of reading, each at once.
    const auto isBeforeLine = [line = here->line + lines](const TextPiece &one) { return one.line < line; };
    const auto begin = std::partition_point(m_pieces.begin(), m_pieces.end(), isBeforeLine);
    if (lines < 0 && here->line + lines < m_pieces.front().line)
        return 0;
    if (begin == m_pieces.end())
        return m_text.size();
    const double x = quarterTurned(point, m_quarters).x();
    const TextPiece *nearest = &*begin;
    for (auto each = begin; each != m_pieces.end() && each->line == begin->line; ++each) {
        const auto far = [this, x](const TextPiece &one) {
            return distance(x, level(one).left(), level(one).right());
        };
        if (far(*each) < far(*nearest))
            nearest = &*each;
    }
    return nearerEdge(*nearest, x);
}

bool PageText::isOver(QPointF point) const
{
    return std::any_of(m_pieces.begin(), m_pieces.end(), [point](const TextPiece &piece) {
        const double reach = kReach * std::min(piece.box.width(), piece.box.height());
        return piece.box.adjusted(-reach, -reach, reach, reach).contains(point);
    });
}

std::vector<TextRange> PageText::find(QStringView words) const
{
    const QString term = foldForSearch(words).simplified();
    if (term.isEmpty())
        return {};
    QString oneLine = m_text;
    oneLine.replace(u'\n', u' ');
    return matchesOf({term}, oneLine, MatchAt::Anywhere);
}

} // namespace tawasul
