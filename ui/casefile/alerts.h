// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <optional>
#include <vector>

#include "models/arabic/displaylocale.h"
#include "models/desk/desk.h"
#include "ui/theme/tokens.h"

namespace tawasul {

/// Something that has to be known before the case is worked on, with at most one thing to do about it.
struct Alert
{
    enum class Kind {
        Conflict,      ///< parked: the case changed meanwhile
        Refused,       ///< parked: the centre did not accept it
        UnknownStatus, ///< newer than the program
        Overdue,
        NotLinked, ///< the subject, to the applicant's account
        Waiting,   ///< recorded here; may be taken back while its window is open
        Delayed,   ///< the same, but sending it failed at least once
        Draft,
    };

    Kind kind = Kind::Overdue;
    Tone tone = Tone::Danger;
    QString sentence;
    QString action; ///< empty: nothing to do here
    ActId act;      ///< the recorded act it speaks of

    friend bool operator==(const Alert &, const Alert &) = default;
};

/// A stable name of the kind, for the strip that shows it.
[[nodiscard]] QString alertName(Alert::Kind kind);

/// What the person at the screen may do about alerts.
struct AlertScope
{
    bool mayReturn = false;
    QString draftOf; ///< the act an unfinished sheet is for; empty: none
};

/// The alerts of a case, the gravest first.
[[nodiscard]] std::vector<Alert> alertsOf(const OpenedCase &opened, const AlertScope &scope, Instant now,
                                          DisplayLocale locale);

/// When the last act recorded here can no longer be taken back; nothing when that time has passed.
[[nodiscard]] std::optional<Instant> recallEnd(const std::vector<OutboxItem> &pending, Instant now);

} // namespace tawasul
