// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>
#include <QtCore/QString>

#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace tawasul {

/// Code 128, which every hand scanner at a counter reads: narrow bars of equal width, true where it is dark.
/// Nothing for a text that is empty, not printable ASCII, or longer than a sheet is wide.
[[nodiscard]] std::vector<bool> code128(const QString &text);

/// Draws the bars over the whole of `area` but the white at both ends that a scanner needs.
void paintBars(QPainter &painter, const QRectF &area, const std::vector<bool> &bars);

} // namespace tawasul
