// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

#include "models/desk/supervision.h"
#include "ui/shared/chippaint.h"
#include "ui/supervision/boardwords.h"

namespace tawasul {

// What became of orders, leaves and their cases, in words.

/// Why a case cannot be moved so, as a clause without a full stop; the code itself where it is a new one.
[[nodiscard]] QString refusalReason(const QString &code);
/// The codes that have a clause of their own.
[[nodiscard]] QStringList knownRefusals();

/// Cases that were refused for one reason.
struct RefusalGroup
{
    QString reason; ///< the code
    int count = 0;
    std::optional<PersonName> substitute; ///< who stands in, when all agree

    friend bool operator==(const RefusalGroup &, const RefusalGroup &) = default;
};

/// The largest group first.
[[nodiscard]] std::vector<RefusalGroup> refusals(const std::vector<AssignmentVerdict> &verdicts);
[[nodiscard]] int countOf(const std::vector<AssignmentVerdict> &verdicts, AssignmentOutcome outcome);

/// How far an order is: what its verdicts mean depends on it.
enum class OrderStage {
    Trial,   ///< nothing was ordered
    Waiting, ///< verdicts are what the trial found
    OnHold,  ///< the same, and nothing of it is sent
    Answered
};
[[nodiscard]] OrderStage stageOf(const RecordedOrder &order);

class OrderWords
{
public:
    explicit OrderWords(const BoardWords &words)
        : m_words(words)
    {
    }

    /// Names of those to whom orders go of which no verdict is left.
    void setStaff(const std::vector<Colleague> &staff) { m_staff = staff; }

    /// «يُسند 12 طلبًا، ويتعذّر إسناد 3»: of a dry run.
    [[nodiscard]] QString trial(const std::vector<AssignmentVerdict> &verdicts) const;
    /// «أُسند 12 طلبًا، وتعذّر إسناد 3»
    [[nodiscard]] QString result(const RecordedOrder &order) const;
    [[nodiscard]] QString verdict(const AssignmentVerdict &verdict, OrderStage stage) const;
    [[nodiscard]] static ChipLook look(const AssignmentVerdict &verdict, OrderStage stage);
    /// Whose it is to be; somebody of whom the supervisor hears nothing is called so.
    [[nodiscard]] QString recipient(const AssignmentVerdict &verdict) const;
    /// «من … إلى …»
    [[nodiscard]] QString way(const AssignmentVerdict &verdict) const;
    [[nodiscard]] QString refusal(const RefusalGroup &group) const;
    /// «قبل 24، بعد 30»
    [[nodiscard]] QString change(const LoadChange &change) const;

    /// What the order is about, for the list of orders.
    [[nodiscard]] QString order(const RecordedOrder &order) const;
    [[nodiscard]] static ChipLook state(const RecordedOrder &order);
    /// What is to be known before anything is done about it, in sentences; empty: nothing.
    [[nodiscard]] static QString note(const RecordedOrder &order);

    [[nodiscard]] static ChipLook state(const RecordedLeave &leave);
    [[nodiscard]] static QString note(const RecordedLeave &leave);
    [[nodiscard]] QString leave(const Leave &leave) const;
    [[nodiscard]] static QString leaveKind(const Leave &leave);

private:
    [[nodiscard]] QString recipient(const AssignmentOrder &order) const;

    const BoardWords &m_words;
    std::vector<Colleague> m_staff;
};

/// It is a line in the list without cases: nobody can tell any more what it was.
[[nodiscard]] bool isUnreadable(const RecordedOrder &order);

/// What the verbs of Supervision allow.
struct OrderSteps
{
    bool withdraw = false;  ///< it never left
    bool setAside = false;  ///< it waits
    bool sendAgain = false; ///< it is set aside, or may have been forgotten
    bool again = false;     ///< some of it was refused, or an undo took back nothing

    friend bool operator==(const OrderSteps &, const OrderSteps &) = default;
};
[[nodiscard]] OrderSteps stepsOf(const RecordedOrder &order);
[[nodiscard]] OrderSteps stepsOf(const RecordedLeave &leave);

/// How long the order can still be taken back; zero: not any more, or it never could.
[[nodiscard]] std::chrono::minutes undoLeft(const RecordedOrder &order, Instant now);

} // namespace tawasul
