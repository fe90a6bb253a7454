// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/pagelabels.h"

#include <QtCore/QHash>

#include <map>

namespace tawasul {

/// How an officer reads an attachment: it opens as it was left. The bytes of the file stay as they are.
struct DocumentReading
{
    int page = 0;             ///< the one left, from 0
    int pages = 0;            ///< how many there are; 0: not known yet
    bool continuous = false;  ///< pages under each other, instead of one at a time
    int turn = 0;             ///< of all pages: quarter turns to the right, 0 to 3
    std::map<int, int> turns; ///< of single pages, besides; never 0
    PageLabels labels;

    friend bool operator==(const DocumentReading &, const DocumentReading &) = default;
};

/// By the SHA-256 of the attachment.
using DocumentReadings = QHash<QString, DocumentReading>;

/// Quarter turns to the right of a page, 0 to 3.
[[nodiscard]] inline int turnOf(const DocumentReading &reading, int page)
{
    const auto found = reading.turns.find(page);
    return (reading.turn + (found == reading.turns.end() ? 0 : found->second)) & 3;
}

/// The page turned by so many quarters more, to the right or, negative, to the left.
inline void turnPage(DocumentReading &reading, int page, int quarters)
{
    const auto found = reading.turns.find(page);
    const int turn = ((found == reading.turns.end() ? 0 : found->second) + quarters) & 3;
    if (turn == 0)
        reading.turns.erase(page);
    else
        reading.turns[page] = turn;
}

inline void turnAll(DocumentReading &reading, int quarters)
{
    reading.turn = (reading.turn + quarters) & 3;
}

} // namespace tawasul
