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
    // Lines are level where the text is upright.
    struct Covered
    {
        int line = 0;
        QRectF box;
    };
    std::vector<Covered> covered;
    auto piece = std::partition_point(m_pieces.begin(), m_pieces.end(),
                                      [range](const TextPiece &one) { return one.range.end <= range.begin; });
    for (; piece != m_pieces.end() && piece->range.begin < range.end; ++piece)
        covered.push_back({piece->line, quarterTurned(piece->box, m_quarters)});
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

std::optional<qsizetype> PageText::positionAt(QPointF point) const
{
    const QPointF level = quarterTurned(point, m_quarters);
    const TextPiece *nearest = nullptr;
    double least = std::numeric_limits<double>::max();
    for (const TextPiece &piece : m_pieces) {
        const QRectF box = quarterTurned(piece.box, m_quarters);
        const double far = distance(level.x(), box.left(), box.right())
            + kBesideLine * distance(level.y(), box.top(), box.bottom());
        if (far < least) {
            least = far;
            nearest = &piece;
        }
    }
    if (nearest == nullptr)
        return {};
    const QStringView letters =
        QStringView(m_text).mid(nearest->range.begin, nearest->range.end - nearest->range.begin);
    const bool arabic = paragraphDirection(letters, Qt::LeftToRight) == Qt::RightToLeft;
    const bool leftHalf = level.x() < quarterTurned(nearest->box, m_quarters).center().x();
    return leftHalf == arabic ? nearest->range.end : nearest->range.begin;
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
