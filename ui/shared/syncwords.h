// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include "models/arabic/displaylocale.h"
#include "models/domain/workcalendar.h"
#include "models/sync/syncstatus.h"
#include "ui/theme/icon.h"
#include "ui/theme/tokens.h"

namespace tawasul {

// What the state of the link is called. All texts are for the screen, times isolated.

/// The link in sight: loud (not Neutral or Success) only when something is the matter.
struct LinkLook
{
    QString word;     ///< «متصل», for a chip
    QString sentence; ///< with since when, for the status bar
    Icon icon;
    Tone tone;

    /// Whether a person should notice it.
    [[nodiscard]] bool isLoud() const { return tone == Tone::Warning || tone == Tone::Danger; }
};

[[nodiscard]] LinkLook linkLook(const SyncStatus &status, Instant now, DisplayLocale locale);

/// «10:42» of today, «أمس 17:20», else with the date.
[[nodiscard]] QString momentText(Instant moment, Instant now, DisplayLocale locale);

/// How old what is shown is, connected or not.
enum class DataAge {
    Fresh,
    Aged, ///< older than kAgesAfter: worth a quiet word where it is shown
    Old,  ///< of more than a working day ago: worth a warning
};

/// Breaks that are shorter change nothing that an officer decides on.
inline constexpr std::chrono::minutes kAgesAfter{15};

[[nodiscard]] DataAge dataAge(const SyncStatus &status, Instant now, const WorkCalendar &calendar);

/// «البيانات محدّثة حتى أمس 17:20», for the list.
[[nodiscard]] QString dataAsOf(Instant completeAt, Instant now, DisplayLocale locale);
/// «أُكد من النظام المركزي حتى 10:42», for the open case.
[[nodiscard]] QString confirmedUntil(Instant completeAt, Instant now, DisplayLocale locale);

/// «طلبات اليوم الجاهزة للعمل دون اتصال: 5 من 6»: of the officer's own that end today or are overdue; empty
/// when there are none.
[[nodiscard]] QString readyToday(const SyncStatus &status, DisplayLocale locale);

/// «جُلب 120 طلبًا»
[[nodiscard]] QString fetchedSentence(int cases, DisplayLocale locale);

} // namespace tawasul
