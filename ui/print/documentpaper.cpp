// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/documentpaper.h"

#include <QtGui/QPainter>

#include "ui/print/papertext.h"
#include "ui/theme/tokens.h"

namespace tawasul {

namespace {

constexpr qreal kEdge = 170; ///< what office printers leave white, tenths of a point
constexpr qreal kFoot = 260; ///< for the line under the page

} // namespace

void paintDocumentPage(QPainter &painter, const QRectF &sheet, const PaperPage &page, const PaperStamp &stamp)
{
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF room = sheet.adjusted(kEdge, kEdge, -kEdge, -kEdge - kFoot);
    const QSizeF size = QSizeF(page.picture.size()).scaled(room.size(), Qt::KeepAspectRatio);
    QRectF place(QPointF(), size);
    place.moveCenter(room.center());
    painter.drawImage(place, page.picture);
    PaperInk ink{76, QFont::Normal, tokensOf(Scheme::Light).text2, stamp.direction, true, false};
    paintText(&painter, QRectF(room.left(), room.bottom() + 40, room.width(), kFoot), page.foot, ink, 2);
    paintWatermark(painter, sheet, stamp);
}

} // namespace tawasul
