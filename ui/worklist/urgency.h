// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include "models/arabic/displaylocale.h"
#include "models/domain/clockcheck.h"
#include "models/domain/reference.h"
#include "models/store/worklist.h"
#include "ui/theme/icon.h"
#include "ui/theme/tokens.h"

namespace tawasul {

/// How urgent a case is, in words: what the deadline column shows, and one line that says why.
struct Urgency
{
    /// What the time says. MayBeOverdue: the clocks do not say whether it is over. Paused: it waits for its
    /// applicant. Closed: nobody works against a deadline any more.
    enum class State { Overdue, MayBeOverdue, EndsToday, Near, Ahead, Paused, Closed };

    State state = State::Ahead;
    TimeLeft left; ///< of Overdue, EndsToday, Near and Ahead
    QString remaining; ///< «بعد 3 أيام عمل», hours on the last day only, against that day's office hours
    QString brief;  ///< the same where there is little room: without hours
    QString reason; ///< «مهلة نظامية: …», «وردت الاستكمالات …», «مهلة الخدمة: 01/12/2026»
    Icon icon = Icon::Clock; ///< of the reason
    Tone tone = Tone::Neutral;
    double elapsed = 0; ///< part of the promised time that is over, 0 to 1, for the bar

    [[nodiscard]] bool clockRuns() const { return state != State::Paused && state != State::Closed; }
};

/// The reference data of the running desk decide the calendar, the promised days and the names of rules.
[[nodiscard]] Urgency urgencyOf(const CaseHead &head, Instant now, const Reference &reference,
                                DisplayLocale locale, const ClockDoubt &doubt = {});

} // namespace tawasul
