// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/instant.h"

#include <QtCore/QDateTime>

namespace tawasul {

namespace {

QDateTime inRiyadh(Instant instant)
{
    const qint64 utcMs = instant.time_since_epoch().count();
    const auto offset = static_cast<int>(std::chrono::seconds(kRiyadhOffset).count());
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::OffsetFromUTC, offset);
}

} // namespace

QString toIso(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC)
        .toString(Qt::ISODateWithMs);
}

std::optional<Instant> instantFromIso(QStringView text)
{
    const QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    // A text without a zone would be read in the machine's own zone: refuse it.
    if (!parsed.isValid() || parsed.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    // The offset may carry it over the edge of what can be written with four digits for the year.
    const int year = parsed.toUTC().date().year();
    if (year < 1 || year > 9999)
        return std::nullopt;
    return Instant{ std::chrono::milliseconds{ parsed.toMSecsSinceEpoch() } };
}

QDate riyadhDate(Instant instant)
{
    return inRiyadh(instant).date();
}

QTime riyadhTime(Instant instant)
{
    return inRiyadh(instant).time();
}

Instant riyadhInstant(QDate day, QTime time)
{
    const auto offset = static_cast<int>(std::chrono::seconds(kRiyadhOffset).count());
    const QDateTime local(day, time, Qt::OffsetFromUTC, offset);
    return Instant{ std::chrono::milliseconds{ local.toMSecsSinceEpoch() } };
}

} // namespace tawasul
