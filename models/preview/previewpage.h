// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/preview/frame.h"

#include <QtCore/QSize>
#include <QtCore/QString>
#include <QtGui/QImage>

namespace tawasul {

/// Who waits for a page; what is looked at comes first.
enum class PagePriority {
    Visible,   ///< on screen now
    Neighbour, ///< the page before or after
    Ahead,     ///< the first page of the next attachment or case
};

/// One page of one document at one size.
struct PageRequest
{
    QString sha256; ///< names the document; pages are remembered by it
    QString path;   ///< the verified copy on this machine
    int page = 0;   ///< from 0
    /// Device pixels of the box that the page shall just fit into; 0 leaves that side free. Both 0: see
    /// below.
    QSize fitInto = {0, 0};
    double pixelsPerPoint = 1.0; ///< device pixels for 1/72 inch; counts when fitInto is empty
    PagePriority priority = PagePriority::Visible;
    bool isOnce = false; ///< it is not remembered, as one for paper, which would push out what is looked at
    /// So many quarters to the right it is turned before it is answered, 0 to 3: turning a large page takes
    /// longer than the thread of the windows has. The box above is of the page before.
    int quarters = 0;
};

/// A rendered page. One that would exceed the limits of frame.h is smaller than asked, never refused.
struct PageImage
{
    QImage image;     ///< opaque, RGB32
    int quarters = 0; ///< that the image is turned by, as it was asked for
    int pageCount = 0;
    QSizeF pageSizePoints; ///< of this page as it is shown, turned; a picture counts as 96 pixels an inch
    DocumentKind kind = DocumentKind::Pdf;
    bool encrypted = false; ///< and open, by a password or to everybody
};

/// The same page turned by so many quarters altogether. A null image when there is no memory for it; up to a
/// quarter of a second, so not for the thread of the windows.
[[nodiscard]] PageImage turnedTo(int quarters, PageImage page);

/// The page, or a PreviewRefusal.
using PreviewAnswer = Result<PageImage>;

/// The pixels that a page of that size is rendered to for a request: its shape, within the limits of frame.h.
[[nodiscard]] QSize pagePixels(const PageRequest &request, QSizeF pageSizePoints);

} // namespace tawasul
