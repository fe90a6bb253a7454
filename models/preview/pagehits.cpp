// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/pagehits.h"

namespace tawasul {

PageHits hitsOn(const PageText &text, const QString &words)
{
    PageHits found;
    found.hasText = !text.isEmpty();
    found.all = text.isComplete();
    for (const TextRange range : text.find(words)) {
        if (found.hits.size() == kMostPageHits) {
            found.all = false;
            break;
        }
        found.hits.push_back({range, text.boxesOf(range)});
    }
    return found;
}

} // namespace tawasul
