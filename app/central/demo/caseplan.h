// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/demotexts.h"
#include "app/central/demo/dice.h"
#include "app/central/demo/officetime.h"
#include "app/central/demo/staff.h"
#include "models/domain/reference.h"

#include <vector>

namespace tawasul {

/// How far a case has come by the morning of the demonstration.
enum class Stage {
    Unassigned,
    New,
    InProgress,
    DueToday, ///< in progress, its last day is today (or the next working day when today is none)
    Overdue,  ///< in progress
    AwaitingExecution,
    Returned,
    Resubmitted,
    Escalated,
    Completed,
    CompletedAfterReturn,
    CompletedAfterWait, ///< the proof came later than the decision
    Rejected,
};

[[nodiscard]] bool isOver(Stage stage);

/// Whether the case went back to its beneficiary and came again.
[[nodiscard]] bool hasReturned(Stage stage);

/// What is wrong with a document that came with a case.
enum class Misfit {
    None,
    OtherPerson, ///< it is somebody else's
    Expired,
};

/// What is decided about a case before a single word of it exists.
struct CasePlan
{
    Flaw flaw = Flaw::None;
    const DescriptionText *text = nullptr;
    QString filedAs;    ///< sub-service
    QString subService; ///< where it ends up: differs after a transfer
    QString region;
    std::size_t officer = 0; ///< position in Staff::officers of whom it is assigned to in the end
    Stage stage = Stage::New;
    int age = 1;         ///< working days since its submission
    bool urgent = false; ///< marked so, whatever the text says
    Misfit misfit = Misfit::None;
    QString misfitDocument; ///< which document that is
    bool ownPeople = false; ///< its people and their papers are made for it alone
    Instant submittedAt{};
    QString number;

    [[nodiscard]] bool isTransferred() const { return filedAs != subService; }

    /// The sub-service whose documents came: who chose the wrong section brought those of the right one.
    [[nodiscard]] const QString &papersFor() const
    {
        return flaw == Flaw::WrongSection ? text->belongsTo : filedAs;
    }
};

/// The documents that the request came with.
[[nodiscard]] QStringList documentsAtSubmission(const CasePlan &plan, const Reference &reference);

/// All cases of a register, oldest first: sub-services and flaws in the proportions of the texts, for every
/// officer some of every stage, those in the order in which they matter for a demonstration.
[[nodiscard]] std::vector<CasePlan> planCases(const DemoTexts &texts, const Reference &reference,
                                              const Staff &staff, const OfficeTime &time, int cases,
                                              quint64 seed);

} // namespace tawasul
