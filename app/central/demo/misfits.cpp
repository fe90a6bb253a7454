// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/misfits.h"

#include <algorithm>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t kExpiredEvery = 2;

// Before anybody decided, or after it was noticed; never approved of unnoticed.
bool mayNotFit(const CasePlan &plan)
{
    if (plan.flaw != Flaw::None)
        return false;
    switch (plan.stage) {
    case Stage::New:
    case Stage::InProgress:
    case Stage::DueToday:
    case Stage::Overdue:
    case Stage::Returned:
    case Stage::Resubmitted:
    case Stage::CompletedAfterReturn:
    case Stage::Escalated:
        return true;
    case Stage::Unassigned:
    case Stage::AwaitingExecution:
    case Stage::Completed:
    case Stage::CompletedAfterWait:
    case Stage::Rejected:
        break;
    }
    return false;
}

// The document that tells: one with a person's name and number, or an end of validity.
QString telling(const CasePlan &plan, const Reference &reference, const QStringList &among)
{
    const QStringList documents = documentsAtSubmission(plan, reference);
    for (const QString &document : among) {
        if (documents.contains(document))
            return document;
    }
    return {};
}

} // namespace

void placeMisfits(std::vector<CasePlan> &plans, const Reference &reference, Dice &dice)
{
    static const QStringList kPersonal{u"iqama"_s,      u"national_id"_s, u"passport_copy"_s, u"visitor_id"_s,
                                       u"visit_visa"_s, u"exit_visa"_s,   u"old_passport"_s};
    static const QStringList kEnding{u"passport_copy"_s, u"medical_insurance"_s};
    std::vector<CasePlan *> candidates;
    for (CasePlan &plan : plans) {
        if (mayNotFit(plan) && !telling(plan, reference, kPersonal).isEmpty())
            candidates.push_back(&plan);
    }
    dice.shuffle(candidates);
    const auto isShown = [](const CasePlan *plan) {
        return plan->officer == 0 && (plan->stage == Stage::New || plan->stage == Stage::InProgress);
    };
    const auto shown = std::find_if(candidates.begin(), candidates.end(), isShown);
    if (shown != candidates.end())
        std::iter_swap(candidates.begin(), shown);
    const std::size_t wanted = plans.size() * kMisfitPercent / 100;
    for (std::size_t i = 0; i < std::min(wanted, candidates.size()); ++i) {
        CasePlan &plan = *candidates[i];
        const QString ending = telling(plan, reference, kEnding);
        const bool expired = i % kExpiredEvery == 1 && !ending.isEmpty() && plan.stage != Stage::Escalated;
        plan.misfit = expired ? Misfit::Expired : Misfit::OtherPerson;
        plan.misfitDocument = expired ? ending : telling(plan, reference, kPersonal);
    }
}

} // namespace tawasul
