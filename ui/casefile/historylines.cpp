// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/historylines.h"

#include <QtCore/QCoreApplication>

#include "models/arabic/bidi.h"
#include "models/arabic/dateformat.h"
#include "models/domain/proposals.h"
#include "ui/shared/casewords.h"
#include "ui/shared/receiptwords.h"

namespace tawasul {

namespace {

struct HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::HistoryWords)
};

struct StepLook
{
    Icon icon;
    Tone tone;
};

StepLook lookOf(ActType act)
{
    switch (act) {
    case ActType::Submit:
        return {Icon::Inbox, Tone::Info};
    case ActType::Resubmit:
        return {Icon::FileImport, Tone::Info};
    case ActType::Assign:
        return {Icon::UserPlus, Tone::Neutral};
    case ActType::Unassign:
        return {Icon::Inbox, Tone::Neutral};
    case ActType::Start:
        return {Icon::ProgressCheck, Tone::Brand};
    case ActType::Note:
        return {Icon::Notes, Tone::Neutral};
    case ActType::Complete:
        return {Icon::CircleCheck, Tone::Success};
    case ActType::Return:
        return {Icon::ArrowBackUp, Tone::Warning};
    case ActType::Reject:
        return {Icon::CircleX, Tone::Danger};
    case ActType::Transfer:
        return {Icon::ArrowForwardUp, Tone::Neutral};
    case ActType::Escalate:
        return {Icon::UserUp, Tone::Lavender};
    case ActType::Reopen:
        return {Icon::Refresh, Tone::Brand};
    case ActType::Dismiss:
        return {Icon::CircleX, Tone::Neutral};
    case ActType::Unknown:
        break;
    }
    return {Icon::HelpCircle, Tone::Neutral};
}

QString titleOf(const HistoryEntry &entry, const Reference &reference, Language language)
{
    const QString act = actWord(entry.type, entry.typeText);
    if (entry.reason.isEmpty())
        return act;
    const Reason *reason = reference.reason(entry.reason);
    //: An act and its reason
    return HistoryWords::tr("%1: %2").arg(act,
                                          isolateAny(reason ? named(reason->name, language) : entry.reason));
}

QString bylineOf(const HistoryEntry &entry, const QString &receipt, DisplayLocale locale)
{
    QStringList parts;
    const QString name = isolateAny(entry.actor.name);
    const QString role = roleWord(entry.role);
    if (!name.isEmpty())
        parts.append(name);
    else if (!role.isEmpty())
        parts.append(role);
    parts.append(isolateId(shortDate(riyadhDate(entry.at), locale)));
    parts.append(isolateId(timeOfDay(riyadhTime(entry.at), locale)));
    if (!receipt.isEmpty())
        parts.append(receipt);
    return parts.join(QStringLiteral(" · "));
}

QString textOf(const HistoryEntry &entry, const Proposal *proposal, const Reference &reference,
               DisplayLocale locale)
{
    QStringList lines;
    if (proposal)
        lines.append(HistoryWords::tr("Proposed by %1").arg(isolateAny(proposal->author.name)));
    if (const Section *section = reference.section(entry.toSection))
        lines.append(
            HistoryWords::tr("To the section “%1”").arg(isolateAny(named(section->name, locale.language))));
    if (entry.toAssignee)
        lines.append(HistoryWords::tr("To %1").arg(isolateAny(entry.toAssignee->name)));
    if (entry.execution)
        lines.append(HistoryWords::tr("Operation number %1, %2 %3")
                         .arg(isolateId(entry.execution->operationNumber),
                              isolateId(shortDate(riyadhDate(entry.execution->at), locale)),
                              isolateId(timeOfDay(riyadhTime(entry.execution->at), locale))));
    // Work done offline took effect later than it was done; the difference is told from an hour on.
    if (entry.recordedAt != Instant{} && entry.at - entry.recordedAt >= std::chrono::hours(1))
        lines.append(HistoryWords::tr("Recorded without a connection, %1 %2")
                         .arg(isolateId(shortDate(riyadhDate(entry.recordedAt), locale)),
                              isolateId(timeOfDay(riyadhTime(entry.recordedAt), locale))));
    if (!entry.text.isEmpty())
        lines.append(withoutControls(entry.text));
    return lines.join(u'\n');
}

} // namespace

std::vector<HistoryLine> historyLines(const Case &theCase, const OwnActs &own, const Reference &reference,
                                      DisplayLocale locale)
{
    std::vector<HistoryLine> lines;
    lines.reserve(theCase.history.size());
    for (auto entry = theCase.history.rbegin(); entry != theCase.history.rend(); ++entry) {
        const StepLook look = lookOf(entry->type);
        const auto receipt = own.receipts.find(entry->act);
        lines.push_back(
            {look.icon, look.tone, titleOf(*entry, reference, locale.language),
             bylineOf(*entry, receipt == own.receipts.end() ? QString() : receiptSentence(receipt->second),
                      locale),
             textOf(*entry, entry->proposal.isEmpty() ? nullptr : proposalOf(theCase, entry->proposal),
                    reference, locale),
             entry->reply ? withoutControls(entry->reply->text) : QString(),
             !entry->act.isEmpty() && own.unsent.contains(entry->act)});
    }
    return lines;
}

} // namespace tawasul
