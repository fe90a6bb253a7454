// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/reasons.h"

#include <algorithm>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

struct Likely
{
    QString reason;
    int weight;
};

QString draw(const std::vector<Likely> &reasons, Dice &dice)
{
    std::vector<int> weights;
    for (const Likely &likely : reasons)
        weights.push_back(likely.weight);
    return reasons[dice.weighted(weights)].reason;
}

int when(bool condition, int weight)
{
    return condition ? weight : 0;
}

// Templates that speak of more than the section does.
bool suits(const QString &code, const QString &subService)
{
    if (code == u"complete.absence_cancelled"_s)
        return subService == u"reports.absence_cancel"_s;
    if (code == u"reject.other_authority_musaned"_s)
        return subService.endsWith(u".domestic"_s) || subService.startsWith(u"reports."_s);
    if (code == u"reject.other_authority_qiwa"_s)
        return subService.endsWith(u".establishment"_s);
    return true;
}

} // namespace

QString returnReason(const CasePlan &plan, Dice &dice)
{
    if (plan.misfit != Misfit::None)
        return u"MISSING_ATTACHMENT"_s; // what fits is what is missing
    switch (plan.flaw) {
    case Flaw::MissingIdentifier:
        return u"MISSING_IDENTIFIER"_s;
    case Flaw::WrongSection:
        return u"WRONG_SECTION"_s;
    case Flaw::GeneralEnquiry:
        return u"GENERAL_ENQUIRY"_s;
    case Flaw::NotLinked:
        return u"NOT_LINKED"_s;
    case Flaw::MissingAttachment:
        return u"MISSING_ATTACHMENT"_s;
    case Flaw::None:
        break;
    }
    const bool hasFees =
        plan.filedAs.startsWith(u"residency.renewal"_s) || plan.filedAs.startsWith(u"visit_ext."_s);
    const bool hasViolations =
        plan.filedAs.startsWith(u"residency."_s) || plan.filedAs.startsWith(u"exit."_s);
    return draw({{u"UNREADABLE_ATTACHMENT"_s, 6},
                 {u"UNCLEAR_DESCRIPTION"_s, 3},
                 {u"UNPAID_FEES"_s, when(hasFees, 3)},
                 {u"VIOLATIONS"_s, when(hasViolations, 2)}},
                dice);
}

QString rejectReason(const CasePlan &plan, Dice &dice)
{
    switch (plan.flaw) {
    case Flaw::WrongSection:
        return u"WRONG_SECTION"_s;
    case Flaw::GeneralEnquiry:
        return u"GENERAL_ENQUIRY"_s;
    case Flaw::NotLinked:
        return u"NOT_LINKED"_s;
    case Flaw::MissingIdentifier:
    case Flaw::MissingAttachment:
    case Flaw::None:
        break;
    }
    const QString &code = plan.filedAs;
    const bool canBeLate = code == u"reports.absence_cancel"_s || code.startsWith(u"visit_ext.single"_s)
        || code.startsWith(u"visit_ext.multiple"_s) || code == u"exit.final_cancel"_s;
    const bool startsElsewhere = code.startsWith(u"transfer."_s) || code.startsWith(u"profession."_s)
        || code == u"reports.absence"_s || code.startsWith(u"visit."_s);
    const bool needsFingers = code.startsWith(u"passport."_s) || code.startsWith(u"residency.issue"_s)
        || code.startsWith(u"residency.replace"_s) || code.startsWith(u"docupdate.lost"_s);
    return draw({{u"AVAILABLE_ONLINE"_s, 5},
                 {u"DUPLICATE"_s, 3},
                 {u"IN_PERSON_REQUIRED"_s, when(needsFingers, 3)},
                 {u"OTHER_AUTHORITY"_s, when(startsElsewhere, 5)},
                 {u"DEADLINE_PASSED"_s, when(canBeLate, 5)},
                 {u"TOO_EARLY"_s, when(code == u"dependents.sponsored_drop"_s, 6)}},
                dice);
}

QString escalateReason(const CasePlan &plan, Dice &dice)
{
    if (plan.misfit != Misfit::None)
        return u"SUSPECTED_DOCUMENT"_s;
    if (plan.text->humanitarian)
        return u"HUMANITARIAN_CASE"_s;
    const QString &code = plan.subService;
    const bool hasWindow = code == u"reports.absence_cancel"_s || code == u"exit.final_cancel"_s;
    const bool unclear = code.startsWith(u"reports."_s) || code.startsWith(u"visit."_s);
    return draw({{u"BEYOND_AUTHORITY"_s, 3},
                 {u"SUSPECTED_DOCUMENT"_s, 3},
                 {u"TECHNICAL_FAULT"_s, 2},
                 {u"UNCLEAR_RULE"_s, when(unclear, 3)},
                 {u"STATUTORY_WINDOW"_s, when(hasWindow, 5)}},
                dice);
}

QString completeReason(bool withProof, bool proofIsAsked, bool atOnce, Dice &dice)
{
    if (!proofIsAsked)
        return u"SETTLED_WITHOUT_EXECUTION"_s;
    if (!withProof)
        return u"APPROVED_AWAITING_EXECUTION"_s;
    return atOnce && dice.chance(8) ? u"ALREADY_DONE"_s : u"EXECUTED"_s;
}

const ReplyTemplate *replyTemplateFor(const Reference &reference, const QString &reason, ActType act,
                                      const QString &subService, Dice &dice)
{
    const SubService *row = reference.subService(subService);
    const Reason *known = reference.reason(reason);
    if (!row || !known)
        return nullptr;
    std::vector<const ReplyTemplate *> general;
    std::vector<const ReplyTemplate *> own;
    for (const QString &code : known->templates) {
        const ReplyTemplate *candidate = reference.replyTemplate(code);
        if (!candidate || !suits(code, subService)
            || std::find(candidate->outcomes.begin(), candidate->outcomes.end(), act)
                == candidate->outcomes.end())
            continue;
        if (candidate->sections.isEmpty())
            general.push_back(candidate);
        else if (candidate->sections.contains(row->section))
            own.push_back(candidate);
    }
    const bool takeOwn = !own.empty() && (general.empty() || dice.chance(85));
    const std::vector<const ReplyTemplate *> &from = takeOwn ? own : general;
    return from.empty() ? nullptr : dice.pick(from);
}

} // namespace tawasul
