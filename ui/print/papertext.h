// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>
#include <QtCore/QString>
#include <QtGui/QColor>
#include <QtGui/QFont>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace tawasul {

/// A sheet is drawn in tenths of a point, so that the whole numbers in which Qt takes the size of letters are
/// fine enough, and a screen, a file and a printer break lines at the same places.
inline constexpr qreal kPaperUnit = 10.0;

/// How a text stands on paper.
struct PaperInk
{
    int size = 105; ///< tenths of a point
    QFont::Weight weight = QFont::Normal;
    QColor color = Qt::black;
    /// Of the text as a whole; where a line begins follows from it, unless it is centred.
    Qt::LayoutDirection direction = Qt::RightToLeft;
    bool centred = false;
    bool atEnd = false; ///< against the other edge
};

[[nodiscard]] QFont paperFont(int size, QFont::Weight weight);

/// What became of a text that was laid out.
struct PaperExtent
{
    qreal height = 0;
    bool cut = false; ///< there was more of it
};

/// Lays the text out from the top of `area`, in its width and at most so many lines (0: as many as it takes),
/// and draws it, without a painter only measures it. Where lines are missing the last one ends with
/// `continued`, so that nothing is cut in silence. Any thread.
PaperExtent paintText(QPainter *painter, const QRectF &area, const QString &text, const PaperInk &ink,
                      int lines = 0, const QString &continued = {});

} // namespace tawasul
