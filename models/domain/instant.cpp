// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/instant.h"

#include <QtCore/QDateTime>

#include <algorithm>

namespace tawasul {

namespace {

QDateTime inRiyadh(Instant instant)
{
    const qint64 utcMs = instant.time_since_epoch().count();
    const auto offset = static_cast<int>(std::chrono::seconds(kRiyadhOffset).count());
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::OffsetFromUTC, offset);
}

/// Two or more digits, filled up with zeros.
void write(QChar *out, int digits, int number)
{
    for (QChar *place = out + digits; place != out; number /= 10)
        *--place = QChar(u'0' + number % 10);
}

/// The number in just so many ASCII digits; -1 for anything else.
int read(QStringView text)
{
    int number = 0;
    for (const QChar digit : text) {
        if (digit < u'0' || digit > u'9')
            return -1;
        number = number * 10 + (digit.unicode() - u'0');
    }
    return number;
}

/// What toIso() writes, read without Qt, which takes many times as long: a case has dozens of them. Nothing
/// for all other forms.
std::optional<Instant> readOwnForm(QStringView text)
{
    constexpr QStringView kForm = u"0000-00-00T00:00:00.000Z";
    if (text.size() != kForm.size())
        return std::nullopt;
    for (qsizetype n = 0; n < kForm.size(); ++n) {
        if (kForm[n] != u'0' && text[n] != kForm[n])
            return std::nullopt;
    }
    const int hour = read(text.sliced(11, 2));
    const int minute = read(text.sliced(14, 2));
    const int second = read(text.sliced(17, 2));
    const int ms = read(text.sliced(20, 3));
    const int year = read(text.sliced(0, 4));
    const int month = read(text.sliced(5, 2));
    const int day = read(text.sliced(8, 2));
    if (std::min({hour, minute, second, ms, month, day}) < 0 || hour > 23 || minute > 59 || second > 59
        || year < 1)
        return std::nullopt;
    using namespace std::chrono;
    const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok())
        return std::nullopt;
    return Instant(sys_days(date)) + hours(hour) + minutes(minute) + seconds(second) + milliseconds(ms);
}

} // namespace

QString toIso(Instant instant)
{
    const auto midnight = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(midnight);
    const int year = static_cast<int>(date.year());
    if (year >= 1 && year <= 9999) {
        const std::chrono::hh_mm_ss time(instant - midnight);
        QString text = QStringLiteral("0000-00-00T00:00:00.000Z");
        QChar *out = text.data();
        write(out, 4, year);
        write(out + 5, 2, static_cast<int>(static_cast<unsigned>(date.month())));
        write(out + 8, 2, static_cast<int>(static_cast<unsigned>(date.day())));
        write(out + 11, 2, static_cast<int>(time.hours().count()));
        write(out + 14, 2, static_cast<int>(time.minutes().count()));
        write(out + 17, 2, static_cast<int>(time.seconds().count()));
        write(out + 20, 3, static_cast<int>(time.subseconds().count()));
        return text;
    }
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC)
        .toString(Qt::ISODateWithMs);
}

std::optional<Instant> instantFromIso(QStringView text)
{
    if (const auto own = readOwnForm(text))
        return own;
    const QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    // A text without a zone would be read in the machine's own zone: refuse it.
    if (!parsed.isValid() || parsed.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    // The offset may carry it over the edge of what can be written with four digits for the year.
    const int year = parsed.toUTC().date().year();
    if (year < 1 || year > 9999)
        return std::nullopt;
    return Instant{std::chrono::milliseconds{parsed.toMSecsSinceEpoch()}};
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
    return Instant{std::chrono::milliseconds{local.toMSecsSinceEpoch()}};
}

} // namespace tawasul
