// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>
#include <QtGui/QImage>

#include "ui/print/casesummary.h"

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace tawasul {

/// A4 in tenths of a point.
inline constexpr QSizeF kSheetOfPaper{5953, 8419};

/// Paints the summary on one sheet, in tenths of a point. What is long is set smaller; what has no room even
/// then ends with the words that it goes on in the system, and the answer is false. Any thread.
bool paintSummary(QPainter &painter, const QRectF &sheet, const CaseSummary &summary);

/// The sheet as a picture, for looking at it before it is printed. Any thread.
[[nodiscard]] QImage summaryPicture(const CaseSummary &summary, int dotsPerInch);

} // namespace tawasul
