// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <chrono>

namespace tawasul {

/// How long a worker may take.
struct PreviewPatience
{
    std::chrono::milliseconds start{15'000}; ///< until it is sealed and ready; fonts may need indexing
    std::chrono::milliseconds page{8'000};   ///< for one page, opening included
    std::chrono::milliseconds yield{250};    ///< for a page that nobody waits for, while somebody waits
    /// Processor time after which a worker is replaced, so that its own limit never strikes an innocent page.
    std::chrono::milliseconds processor{2'000};
    std::chrono::milliseconds idle{120'000}; ///< an open document that nobody looks at
    /// A document that hung or crashed its worker is not tried again before, unless somebody asks for it.
    std::chrono::milliseconds doubt{120'000};
};

/// What app/ decides about the preview.
struct PreviewSettings
{
    QString program;                       ///< path of tawasul-preview
    QString uprightProgram;                ///< path of tawasul-upright
    int workers = 4;                       ///< at most, the spare included; at least 2
    qint64 cacheBytes = qint64(192) << 20; ///< of rendered pages
    PreviewPatience patience;
};

} // namespace tawasul
