// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>
#include <QtCore/QString>
#include <QtGui/QImage>

#include "ui/print/paperstamp.h"

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace tawasul {

/// A page of an attachment on its way to paper: our pixels, never the bytes of a stranger.
struct PaperPage
{
    QImage picture; ///< as it is read, turned
    QString foot;   ///< which page of which request; a line in words that are ready
};

/// Paints the page as large as the sheet holds it, the stamp across it and the line under it. In tenths of a
/// point; any thread.
void paintDocumentPage(QPainter &painter, const QRectF &sheet, const PaperPage &page,
                       const PaperStamp &stamp);

} // namespace tawasul
