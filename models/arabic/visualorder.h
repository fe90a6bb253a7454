// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <vector>

namespace tawasul {

/// One character of a line, where its turn comes in reading.
struct ReadingPlace
{
    qsizetype seen = 0;    ///< which one it is, counted by the eye from left to right
    bool mirrored = false; ///< was seen as its mirror image, as brackets in Arabic are

    friend bool operator==(ReadingPlace, ReadingPlace) = default;
};

/// The way back from what the eye sees to the text that it was made of: the order in which the characters of
/// a line, given from left to right, are read. Numbers and Latin words keep their own direction. Where
/// several texts would look the same, the likeliest one.
[[nodiscard]] std::vector<ReadingPlace> readingOrder(QStringView seen, Qt::LayoutDirection paragraph);

/// The letters themselves for the shapes that a font draws for them (initial, medial, ligatures …); all other
/// characters as they are.
[[nodiscard]] QString withoutShapes(QStringView text);

} // namespace tawasul
