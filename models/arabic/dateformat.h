// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/arabic/displaylocale.h"

#include <QtCore/QDate>
#include <QtCore/QString>
#include <QtCore/QTime>

namespace tawasul {

// Days and times as an officer reads them: the Gregorian day is the truth, the Umm al-Qura day
// stands beside it, and each long date says which calendar it is in. The texts hold no direction marks; put
// them in a sentence with isolateAny(). For the screen and for print only. An invalid day or time gives an
// empty text.

/// Which calendar comes first where both are written.
enum class CalendarOrder { HijriFirst, GregorianFirst };

/// «الأحد 12 جمادى الآخرة 1448 هـ · 22 نوفمبر 2026 م»; outside the Umm al-Qura table the Gregorian day alone.
[[nodiscard]] QString longDualDate(QDate day, DisplayLocale locale,
                                   CalendarOrder order = CalendarOrder::HijriFirst);

/// «22 نوفمبر 2026 م»
[[nodiscard]] QString longGregorianDate(QDate day, DisplayLocale locale);

/// «12 جمادى الآخرة 1448 هـ»; empty outside the Umm al-Qura table.
[[nodiscard]] QString longHijriDate(QDate day, DisplayLocale locale);

/// «22/11/2026», Gregorian, for tables: of one width, and in order in either direction of text.
[[nodiscard]] QString shortDate(QDate day, DisplayLocale locale);

/// «07:30», of 24 hours.
[[nodiscard]] QString timeOfDay(QTime time, DisplayLocale locale);

} // namespace tawasul
