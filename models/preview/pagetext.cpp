// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/pagetext.h"

#include "models/arabic/bidi.h"
#include "models/arabic/fold.h"

#include <algorithm>
#include <limits>

namespace tawasul {

namespace {

/// Points of another line count for more than points of the same one.
constexpr double kBesideLine = 10.0;

double distance(double at, double low, double high)
{
    return std::max({low - at, at - high, 0.0});
}

} // namespace

PageText::PageText(QString text, std::vector<TextPiece> pieces, bool complete)
    : m_text(std::move(text))
    , m_pieces(std::move(pieces))
    , m_complete(complete)
{
}

std::vector<QRectF> PageText::boxesOf(TextRange range) const
{
    std::vector<const TextPiece *> covered;
    for (const TextPiece &piece : m_pieces) {
        if (piece.range.begin < range.end && piece.range.end > range.begin)
            covered.push_back(&piece);
    }
    // What is one stretch of the text may be several for the eye: a number within Arabic.
    std::sort(covered.begin(), covered.end(), [](const TextPiece *one, const TextPiece *other) {
        return std::pair(one->line, one->box.left()) < std::pair(other->line, other->box.left());
    });
    std::vector<QRectF> boxes;
    int line = -1;
    for (const TextPiece *piece : covered) {
        // A space is narrower than its line is high; what is wider lies between two stretches.
        const bool joins = piece->line == line
            && piece->box.left() - boxes.back().right() < std::max(boxes.back().height(), 1.0) * 0.6;
        if (joins)
            boxes.back() = boxes.back().united(piece->box);
        else
            boxes.push_back(piece->box);
        line = piece->line;
    }
    return boxes;
}

std::optional<qsizetype> PageText::positionAt(QPointF point) const
{
    const TextPiece *nearest = nullptr;
    double least = std::numeric_limits<double>::max();
    for (const TextPiece &piece : m_pieces) {
        const double far = distance(point.x(), piece.box.left(), piece.box.right())
            + kBesideLine * distance(point.y(), piece.box.top(), piece.box.bottom());
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
    const bool leftHalf = point.x() < nearest->box.center().x();
    return leftHalf == arabic ? nearest->range.end : nearest->range.begin;
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
