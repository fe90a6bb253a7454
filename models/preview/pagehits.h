// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/pagetext.h"

namespace tawasul {

inline constexpr std::size_t kMostPageHits = 1000; ///< that are told of one page

/// Words on a page: where they stand in its text, and what to paint over them.
struct PageHit
{
    TextRange range;           ///< of PageText::text
    std::vector<QRectF> boxes; ///< as PageText::boxesOf()

    friend bool operator==(const PageHit &, const PageHit &) = default;
};

/// What a search finds on one page.
struct PageHits
{
    bool hasText = false; ///< false: nothing can be found there, as on a scan
    bool all = true;      ///< false: there may be more than are told
    std::vector<PageHit> hits;

    friend bool operator==(const PageHits &, const PageHits &) = default;
};

/// Pure; takes longer than a frame on a page that is full, so not for the thread of the windows.
[[nodiscard]] PageHits hitsOn(const PageText &text, const QString &words);

} // namespace tawasul
