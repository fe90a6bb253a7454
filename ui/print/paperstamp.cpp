// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/paperstamp.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QGlyphRun>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QTextLayout>

#include <array>
#include <cmath>
#include <numbers>

#include "models/arabic/bidi.h"
#include "models/arabic/dateformat.h"
#include "ui/print/papertext.h"

namespace tawasul {

namespace {

struct StampWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::StampWords)
};

constexpr int kSize = 140; ///< tenths of a point
constexpr int kLoud = 700;
constexpr int kAlpha = 26;     ///< of 255: black letters under it stay black, grey ones readable
constexpr qreal kSlope = 35;   ///< degrees
constexpr qreal kShare = 0.92; ///< of the sheet's width
constexpr std::array kPlaces{0.26, 0.5, 0.74}; ///< of its height, so that all of it is on the sheet
constexpr qreal kLoudPlace = 0.62;

// As a shape and not as a text: it is in the way of nobody who selects or reads out what the sheet says.
QPainterPath shapeOf(const QString &words, int size, Qt::LayoutDirection direction)
{
    QTextLayout layout(words, paperFont(size, QFont::DemiBold));
    QTextOption option;
    option.setTextDirection(direction);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    QPainterPath shape;
    const QList<QGlyphRun> runs = line.glyphRuns();
    for (const QGlyphRun &run : runs) {
        const QList<quint32> glyphs = run.glyphIndexes();
        const QList<QPointF> places = run.positions();
        for (qsizetype each = 0; each < glyphs.size(); ++each)
            shape.addPath(run.rawFont().pathForGlyph(glyphs[each]).translated(places[each]));
    }
    return shape;
}

void paintAcross(QPainter &painter, const QRectF &sheet, qreal place, const QPainterPath &shape)
{
    const QRectF box = shape.boundingRect();
    if (box.isEmpty())
        return;
    const qreal room = sheet.width() * kShare / std::cos(kSlope * std::numbers::pi / 180);
    const qreal scale = std::min(1.0, room / box.width());
    painter.save();
    painter.translate(sheet.center().x(), sheet.top() + sheet.height() * place);
    painter.rotate(-kSlope);
    painter.scale(scale, scale);
    painter.translate(-box.center());
    painter.drawPath(shape);
    painter.restore();
}

} // namespace

PaperStamp paperStamp(const Printing &printing, DisplayLocale locale)
{
    const QDate day = riyadhDate(printing.at);
    QStringList when{isolateAny(longGregorianDate(day, locale))};
    if (const QString hijri = longHijriDate(day, locale); !hijri.isEmpty())
        when.append(isolateAny(hijri));
    when.append(isolateId(timeOfDay(riyadhTime(printing.at), locale)));
    PaperStamp stamp;
    stamp.across =
        StampWords::tr("Printed by %1 · request %2 · %3", "%3 day and time")
            .arg(isolateAny(printing.officer), isolateId(printing.number), when.join(QStringLiteral(" · ")));
    if (printing.training)
        stamp.loud = StampWords::tr("Training – not real", "on a printed sheet");
    stamp.direction = locale.language == Language::Arabic ? Qt::RightToLeft : Qt::LeftToRight;
    return stamp;
}

void paintWatermark(QPainter &painter, const QRectF &sheet, const PaperStamp &stamp)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, kAlpha));
    const QPainterPath across = shapeOf(stamp.across, kSize, stamp.direction);
    for (const double place : kPlaces)
        paintAcross(painter, sheet, place, across);
    if (!stamp.loud.isEmpty())
        paintAcross(painter, sheet, kLoudPlace, shapeOf(stamp.loud, kLoud, stamp.direction));
    painter.restore();
}

} // namespace tawasul
