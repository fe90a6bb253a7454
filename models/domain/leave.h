// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/person.h"
#include "models/domain/result.h"

#include <QtCore/QHash>

#include <optional>
#include <vector>

namespace tawasul {

using LeaveId = Id<struct LeaveTag>;

/// An officer is away: whole days in Riyadh, both ends included.
struct Leave
{
    enum class Kind {
        Planned,   ///< known before, with an end and a substitute
        Unplanned, ///< from today, perhaps until further notice
        Unknown,   ///< newer than this program: away all the same
    };

    LeaveId id;
    qint64 version = 0; ///< rises by one with each change at the centre
    PersonName officer;
    Kind kind = Kind::Planned;
    QString kindText; ///< the word on the wire of an unknown kind
    QDate first;
    QDate last; ///< null: until further notice
    std::optional<PersonName> substitute;
    PersonName recordedBy;
    Instant recordedAt{};
    std::optional<Instant> endedAt;      ///< back before its last day, or called off before its first
    std::optional<PersonName> changedBy; ///< who changed or ended it last; nothing while it is as recorded
    std::optional<Instant> changedAt;

    friend bool operator==(const Leave &, const Leave &) = default;
};

/// Somebody as those know them who give cases away.
struct Colleague
{
    PersonName name;
    Role role = Role::Officer;
    QString section;    ///< empty: all
    QString region;     ///< empty: everywhere
    bool active = true; ///< false: the account was taken away
    std::vector<Leave> leaves;

    friend bool operator==(const Colleague &, const Colleague &) = default;
};

/// By their ids; whoever is missing is unknown.
using Roster = QHash<PersonId, Colleague>;

/// Whether the leave keeps its officer away at that instant.
[[nodiscard]] bool isAway(const Leave &leave, Instant at);
/// Whether nobody can change it any more: it was ended, or its last day has passed.
[[nodiscard]] bool isOver(const Leave &leave, QDate today);
/// Whether both keep somebody away on one day. What ended early takes no day from its end on.
[[nodiscard]] bool overlap(const Leave &a, const Leave &b);
/// That is running at that instant, or nullptr.
[[nodiscard]] const Leave *leaveAt(const Colleague &colleague, Instant at);

/// Whether they work on cases of that section and region: officers, also those whose account was taken away.
[[nodiscard]] bool worksIn(const Colleague &colleague, const QString &section, const QString &region);
/// Whether they may, today: with an account.
[[nodiscard]] bool mayWorkIn(const Colleague &colleague, const QString &section, const QString &region);

/// Whether such an officer is one of those whom that supervisor or auditor sees to; an empty section or
/// region of an auditor is all.
[[nodiscard]] bool isOverseenBy(const Colleague &officer, const Actor &actor);

/// Who takes what would go to that officer: the substitute, or theirs when they are away, too, and so on;
/// only whoever may work in that section and region. Nothing when nobody does.
[[nodiscard]] std::optional<PersonName> substituteAt(const Roster &roster, const PersonId &officer,
                                                     const QString &section, const QString &region,
                                                     Instant at);

/// How long ago an unplanned leave began at most when it is recorded: what an outage or a hospital held up.
inline constexpr int kLongestBackdating = 30; ///< days

/// Whether a leave makes sense on that day, among all others: the roster holds the leaves of officer and
/// substitute that reach its first day, those that are over, too. `before` is what it was, when it is
/// changed: the first day of one that has begun stays what it is. Errors (Invalid): leave.invalid.kind,
/// .officer_unknown, .days (no first day, or a planned one without last day), .order (ends before it starts),
/// .past (also an unplanned one from longer ago than kLongestBackdating), .begun (another first day),
/// .not_begun (an unplanned one of a later day), .substitute_missing, .substitute_self, .substitute_unknown,
/// .substitute_not_permitted, .substitute_absent; Conflict: leave.overlap.
[[nodiscard]] Outcome checkLeave(const Leave &leave, const Leave *before, const Roster &roster, QDate today);

} // namespace tawasul
