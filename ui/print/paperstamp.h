// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>
#include <QtCore/QString>

#include "models/arabic/displaylocale.h"
#include "models/domain/instant.h"

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace tawasul {

/// Who prints what, and when: it stands on every sheet.
struct Printing
{
    QString officer; ///< name
    QString number;  ///< of the case
    Instant at{};
    bool training = false; ///< nothing of it is real
};

/// What a sheet says of itself, in words that are ready: whoever finds it knows where it came from.
struct PaperStamp
{
    QString across; ///< who, which case, when in both calendars
    QString loud;   ///< that it is not confirmed, or not real; empty: neither
    Qt::LayoutDirection direction = Qt::RightToLeft;

    friend bool operator==(const PaperStamp &, const PaperStamp &) = default;
};

[[nodiscard]] PaperStamp paperStamp(const Printing &printing, DisplayLocale locale);

/// Draws the words across the sheet in a light, half transparent grey, over what is there, which can be read
/// through them. In tenths of a point; any thread.
void paintWatermark(QPainter &painter, const QRectF &sheet, const PaperStamp &stamp);

} // namespace tawasul
