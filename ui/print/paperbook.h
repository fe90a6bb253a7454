// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QBuffer>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>

#include "ui/print/casesummary.h"
#include "ui/print/documentpaper.h"

namespace tawasul {

/// Makes a PDF of sheets, one after the other, in memory: a printer takes the same bytes as a file, and
/// nothing readable lies about in between. On one thread at a time, any of them.
class PaperBook
{
public:
    PaperBook();
    PaperBook(const PaperBook &) = delete;
    PaperBook &operator=(const PaperBook &) = delete;
    ~PaperBook();

    void add(const CaseSummary &summary);
    void add(const PaperPage &page, const PaperStamp &stamp);

    /// The whole of it; nothing may be added afterwards. Empty when there was no memory.
    [[nodiscard]] QByteArray close();

private:
    /// A new sheet, upright or across; answers its size in tenths of a point.
    QRectF begin(QPageLayout::Orientation orientation);

    QByteArray m_bytes;
    QBuffer m_buffer;
    QPdfWriter m_writer;
    QPainter m_painter;
};

} // namespace tawasul
