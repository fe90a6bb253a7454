// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deadline.h"
#include "models/domain/id.h"
#include "models/domain/identifiers.h"
#include "models/domain/person.h"

#include <QtCore/QDate>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>
#include <vector>

namespace tawasul {

/// Where a case stands; assignment is an attribute, not a status.
enum class CaseStatus {
    New,
    InProgress,
    AwaitingExecution,
    Returned,
    Resubmitted,
    Escalated,
    Completed,
    Rejected,
    Unknown, ///< a status newer than this program: shown as its own text, nothing may be done
};

/// Everything a person can do to a case. What the workflow allows is in workflow.h.
enum class ActType {
    Submit,   ///< the beneficiary sent the request
    Assign,   ///< a supervisor gives the case to somebody
    Unassign, ///< إلغاء الإسناد: a supervisor makes it nobody's again, for its section to take
    Start,    ///< the officer begins
    Note,     ///< internal, never shown to the beneficiary
    Complete, ///< إنهاء المعالجة; without the proof that the sub-service asks for: waits for execution
    Return,   ///< إعادة لاستكمال النواقص
    Resubmit, ///< the beneficiary answered a return
    Reject,
    Transfer, ///< to another section; number and clock stay, the assignee goes
    Escalate,
    Reopen,  ///< a supervisor takes a closed case up again
    Dismiss, ///< صرف النظر عن مقترح; status and owner stay
    Unknown, ///< newer than this program
};

/// Who a person is to the directorate.
enum class PartyKind { Citizen, Resident, Visitor, Unknown };

/// What the subject of a case is to the account that sent it.
enum class Relation { Self, Dependant, Sponsored, Visitor, Unknown };

/// Whether the centre found the subject in the sender's account (rule S5); "Unknown" is an answer.
enum class AccountLink { Linked, NotLinked, Unknown };

/// A person of the case: the account owner or the one the case is about.
struct Party
{
    PartyKind kind = PartyKind::Unknown;
    QString name;      ///< Arabic
    QString latinName; ///< as in the passport; may be empty
    IdentifierKind identifierKind = IdentifierKind::Unknown;
    QString identifier;     ///< ASCII digits
    QString nationality;    ///< ISO 3166-1 alpha-3
    QString passportNumber; ///< may be empty
    QDate birthDate;        ///< may be null
    QString mobile;         ///< E.164; may be empty

    friend bool operator==(const Party &, const Party &) = default;
};

/// The one the case is about (صاحب العلاقة).
struct Subject
{
    Party party;
    Relation relation = Relation::Unknown;
    AccountLink link = AccountLink::Unknown;
    std::optional<Instant> linkCheckedAt; ///< when the centre last looked

    friend bool operator==(const Subject &, const Subject &) = default;
};

/// A file that came with the case: immutable, named by its content.
struct Attachment
{
    QString sha256;        ///< 64 lower-case hexadecimal digits
    QString name;          ///< as the sender called it: untrusted text
    QString mediaType;     ///< as declared; the preview decides by content
    qint64 size = 0;       ///< bytes
    QStringList documents; ///< codes of the documents it is said to hold; empty: not said
    std::optional<Instant> addedAt;

    friend bool operator==(const Attachment &, const Attachment &) = default;
};

/// A fact of the case that a statutory rule counts from, such as the day of an absence report.
struct KeyDate
{
    QString kind;
    QDate day;

    friend bool operator==(const KeyDate &, const KeyDate &) = default;
};

/// Why a case goes before others.
struct Mark
{
    enum class Kind { Urgent, Humanitarian, Unknown };

    Kind kind = Kind::Unknown;
    QString reason;

    friend bool operator==(const Mark &, const Mark &) = default;
};

/// Proof that the change was made in the other passport system.
struct Execution
{
    QString operationNumber; ///< رقم العملية
    Instant at{};

    friend bool operator==(const Execution &, const Execution &) = default;
};

/// What the beneficiary is told, and from which template.
struct Reply
{
    QString templateCode;
    QString text;

    friend bool operator==(const Reply &, const Reply &) = default;
};

/// One step in the life of a case, as it is shown and audited.
struct HistoryEntry
{
    ActId act; ///< empty for steps made before the centre numbered acts
    ActType type = ActType::Unknown;
    QString typeText; ///< the word on the wire, kept so that an unknown act can still be shown
    PersonName actor;
    Role role = Role::Unknown;
    Instant at{};         ///< when it took effect
    Instant recordedAt{}; ///< when the person did it; earlier than `at` for work done offline
    CaseStatus from = CaseStatus::Unknown;
    CaseStatus to = CaseStatus::Unknown;
    QString reason; ///< code
    QString text;
    std::optional<Reply> reply;
    std::optional<Execution> execution;
    QString toSection;
    QString toSubService;
    std::optional<PersonName> toAssignee;
    ActId proposal; ///< that it adopted or dismissed; empty: none

    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

/// Work that somebody recorded on the case when they still had it, and that arrived when it had left them:
/// kept beside the case for whoever has it now (invariant I5). It changes neither status nor owner nor
/// deadline.
struct Proposal
{
    enum class State {
        Open,
        Adopted,   ///< an act of somebody who has the case names it
        Dismissed, ///< with a reason in words
        Unknown,   ///< newer than this program
    };

    ActId act; ///< that it came as, and its name
    ActType type = ActType::Unknown;
    QString typeText; ///< the word on the wire of an unknown type
    PersonName author;
    Role role = Role::Unknown;
    Instant recordedAt{};
    Instant receivedAt{}; ///< at the centre
    QString reason;       ///< code
    QString text;
    std::optional<Reply> reply; ///< nobody was told it
    std::optional<Execution> execution;
    QString toSection;
    QString toSubService;
    State state = State::Open;
    QString stateText; ///< the word on the wire of an unknown state
    std::optional<PersonName> closedBy;
    std::optional<Instant> closedAt;
    QString closingText; ///< why it was dismissed

    friend bool operator==(const Proposal &, const Proposal &) = default;
};

/// One Tawasul request as an officer works on it.
struct Case
{
    CaseId id;
    QString number;     ///< the portal's own request number, opaque
    qint64 version = 0; ///< rises by one with each change at the centre
    CaseStatus status = CaseStatus::Unknown;
    QString statusText; ///< the word on the wire, kept so that an unknown status can still be shown
    QString section;
    QString subService;
    QString region;
    Instant submittedAt{};
    Instant updatedAt{};
    Deadline serviceDeadline;
    std::optional<Deadline> statutoryDeadline;
    QString calendarVersion; ///< the calendar both deadlines were computed with
    std::optional<PersonName> assignee;
    std::vector<Mark> marks;
    Party beneficiary; ///< the account owner (مقدم الطلب)
    Subject subject;
    QString description; ///< as written: untrusted text
    std::vector<KeyDate> keyDates;
    std::vector<Attachment> attachments;
    std::vector<HistoryEntry> history; ///< oldest first
    std::vector<Proposal> proposals;   ///< oldest first, closed ones too

    [[nodiscard]] Deadline deadline() const { return earlier(serviceDeadline, statutoryDeadline); }

    friend bool operator==(const Case &, const Case &) = default;
};

/// Whether the directorate still owes something: everything but completed and rejected.
[[nodiscard]] bool isOpen(CaseStatus status);

/// Open and the officer's turn: a returned case is open, but waits for its beneficiary.
[[nodiscard]] bool awaitsOfficer(CaseStatus status);

} // namespace tawasul
