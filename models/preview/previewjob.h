// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/documentfacts.h"
#include "models/preview/pagehits.h"
#include "models/preview/previewpage.h"
#include "models/preview/secret.h"

#include <memory>
#include <variant>

namespace tawasul {

/// What is asked of a document.
enum class PreviewTask {
    Page, ///< its pixels
    Facts,
    Findings,
    Text,        ///< of a page
    Hits,        ///< of words in that text: the worker is asked for the text only
    Blankness,   ///< of a page: the worker is asked for its pixels only
    Orientation, ///< likewise, and another program looks at them
};

/// What the worker is asked to answer that.
[[nodiscard]] constexpr PreviewTask askedFor(PreviewTask task)
{
    switch (task) {
    case PreviewTask::Hits:
        return PreviewTask::Text;
    case PreviewTask::Blankness:
    case PreviewTask::Orientation:
        return PreviewTask::Page;
    default:
        return task;
    }
}

/// Whether nobody would miss the page at first glance.
struct PageBlankness
{
    bool isNearlyBlank = false;
};

/// How a page lies in its file, by what its picture shows.
struct PageOrientation
{
    bool isKnown = false; ///< it is written on, and enough to be sure
    int quarters = 0;     ///< to the right until it stands upright, 0 to 3; 0 when it is not known
};

/// The answer to one of them, in their order.
using PreviewGain = std::variant<PageImage, DocumentFacts, DocumentFindings, PageText, PageHits,
                                 PageBlankness, PageOrientation>;
using PreviewOutcome = Result<PreviewGain>;

/// Something that somebody waits for.
struct PreviewJob
{
    quint64 id = 0;
    PageRequest request; ///< page 0 for what is asked of the whole document
    PreviewTask task = PreviewTask::Page;
    QString words;                          ///< that are looked for
    std::shared_ptr<const Secret> password; ///< opens the document, if it asks for one
    bool triesPassword = false;             ///< is about that password more than about anything else
    bool cancelled = false;                 ///< nobody waits any more
    bool isForgotten = false; ///< the document was forgotten since it was asked: the password is not kept
};

} // namespace tawasul
