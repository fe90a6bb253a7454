// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"
#include "models/domain/leave.h"
#include "models/domain/load.h"

namespace tawasul {

using AssignmentId = Id<struct AssignmentTag>;

/// A case, and whose it is to be.
struct AssignmentWish
{
    CaseId caseId;
    std::optional<qint64> version; ///< that the supervisor saw; nothing: whatever it is by then
    PersonId to;                   ///< empty: nobody's, for the officers of its section to take

    friend bool operator==(const AssignmentWish &, const AssignmentWish &) = default;
};

/// Open cases by what they have in common instead of one by one.
struct AssignmentRule
{
    PersonId from;      ///< whose they are; empty: nobody's
    QDate endsFrom;     ///< the first day of their deadlines, in Riyadh; null: any
    QDate endsTo;       ///< and the last one; null: any
    QString section;    ///< empty: any
    QString subService; ///< empty: any

    friend bool operator==(const AssignmentRule &, const AssignmentRule &) = default;
};

/// What a supervisor wants to move, in one of three ways.
struct AssignmentOrder
{
    AssignmentId id; ///< UUID version 7; empty for a dry run that nobody will refer to
    bool isDryRun = false;
    Instant recordedAt{}; ///< the machine's wall clock
    QString text;         ///< why, in words, for the history; may be empty
    std::vector<AssignmentWish> cases;
    std::optional<AssignmentRule> rule;
    PersonId to;         ///< of the rule; empty: nobody's
    AssignmentId undoes; ///< the assignment that is taken back; empty: none

    std::chrono::milliseconds monotonic{};                ///< the machine's monotonic clock
    std::optional<Instant> lastServerTime = std::nullopt; ///< the newest time the centre had told the machine

    friend bool operator==(const AssignmentOrder &, const AssignmentOrder &) = default;
};

/// How many cases one order moves at most.
inline constexpr int kMostAssigned = 1'000;
inline constexpr int kLongestAssignmentText = 2'000; ///< characters
/// How long after it took effect an assignment is taken back.
inline constexpr std::chrono::minutes kAssignmentUndo{15};

enum class AssignmentOutcome {
    Done,
    Queued, ///< recorded where the supervisor is; the centre has not judged it
    Refused,
    Unknown, ///< newer than this program
};

/// What became of one case, or would become of it.
struct AssignmentVerdict
{
    CaseId caseId;
    QString number; ///< empty when the case is out of reach
    AssignmentOutcome outcome = AssignmentOutcome::Refused;
    QString reason;                 ///< of a refusal: a code, see assignmentObstacle()
    qint64 version = 0;             ///< after it, or as it stands when it was refused; 0 when out of reach
    std::optional<PersonName> from; ///< whose it was; nothing: nobody's
    /// Whose it is, or was to be; nothing: nobody's. Without a name when it is somebody of whom the
    /// supervisor is to hear nothing.
    std::optional<PersonName> to;
    std::optional<PersonName> substitute; ///< who stands in for an officer that is on leave
    ActId act;                            ///< that it became in the case's history; empty before

    friend bool operator==(const AssignmentVerdict &, const AssignmentVerdict &) = default;
};

/// Whose load changes, and how.
struct LoadChange
{
    PersonName officer; ///< an empty id: nobody's
    Load before;
    Load after;

    friend bool operator==(const LoadChange &, const LoadChange &) = default;
};

/// Whether the order makes sense by itself (Invalid): assignment.invalid.id, .text, .way (not exactly one of
/// cases, rule and undo), .empty (no case), .duplicate (a case twice), .days (a rule that ends before it
/// starts); assignment.too_many (more than kMostAssigned).
[[nodiscard]] Outcome checkOrder(const AssignmentOrder &order);

/// Whether the rule picks that case now.
[[nodiscard]] bool picks(const AssignmentRule &rule, const CaseHeader &theCase);

/// Whether somebody who gives cases of that section and region away may hear of that colleague: an officer
/// who works there, or whom they oversee. Of everybody else they hear no more than of nobody.
[[nodiscard]] bool isKnownTo(const Actor &supervisor, const Colleague &colleague, const QString &section,
                             const QString &region);

/// Why an officer may not be given cases of that section and region now; empty when they may:
/// assignment.officer_unknown (nobody, or no officer), .not_permitted, .officer_removed, .on_leave. Whoever
/// is not known to the supervisor is to be asked for as nobody.
[[nodiscard]] QString giftObstacle(const Colleague *officer, const QString &section, const QString &region,
                                   Instant at);

/// Why that case cannot be moved as wished; empty when it can. In this order: assignment.out_of_reach (of the
/// supervisor, or of one who gives no cases, or no such case), .decided, .stale (another version than the
/// supervisor saw), .already_theirs (or nobody's already), and those of giftObstacle().
[[nodiscard]] QString assignmentObstacle(const CaseHeader &theCase, const AssignmentWish &wish,
                                         const Actor &supervisor, const Roster &roster, Instant at);

/// What an act of assignment did to a case, when it is to be taken back.
struct Undoing
{
    bool isLast = false; ///< nothing but notes happened to the case since
    Instant at{};        ///< when it took effect
    PersonId backTo;     ///< whose the case was; empty: nobody's
};

/// The same for taking back: .out_of_reach, .moved_on, .decided, .officer_unknown, .officer_removed,
/// .on_leave (who has gone since). Permission does not count, nor does a leave that ran and was known when
/// the case was taken from them: it was theirs a moment ago all the same.
[[nodiscard]] QString undoObstacle(const CaseHeader &theCase, const Undoing &undoing, const Actor &supervisor,
                                   const Roster &roster, Instant now);

/// The dry run: a verdict for each of these cases, the same that carrying it out on the same state gives.
/// `atOnce` is false where the centre cannot be asked: what would be done is Queued.
[[nodiscard]] AssignmentVerdict verdictOn(const CaseHeader &theCase, const AssignmentWish &wish,
                                          const Actor &supervisor, const Roster &roster, Instant at,
                                          bool atOnce = true);
/// The same for taking back what an act of assignment did.
[[nodiscard]] AssignmentVerdict undoVerdictOn(const CaseHeader &theCase, const Undoing &undoing,
                                              const Actor &supervisor, const Roster &roster, Instant now);
/// Of a case that is not there, or out of reach.
[[nodiscard]] AssignmentVerdict outOfReach(const CaseId &id);

/// The act that a verdict stands for.
[[nodiscard]] Act actOf(const AssignmentVerdict &verdict, const AssignmentOrder &order,
                        const Actor &supervisor);

/// Whether the case was meant for somebody of whom the supervisor knows nothing, so that no load is theirs.
[[nodiscard]] bool isForAStranger(const AssignmentVerdict &verdict);

/// Before and after for whoever the order names or takes cases from, by name, nobody last; strangers are left
/// out. `before` may hold more people; `theCases` are those of the verdicts, in the same order.
[[nodiscard]] std::vector<LoadChange> loadChanges(const Loads &before,
                                                  const std::vector<CaseHeader> &theCases,
                                                  const std::vector<AssignmentVerdict> &verdicts, Instant at);

} // namespace tawasul
