// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/sheetwords.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

#include "models/arabic/bidi.h"

namespace tawasul {

namespace {

struct SheetWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::SheetWords)
};

} // namespace

QString confirmWord(ActType act)
{
    switch (act) {
    case ActType::Complete:
        return SheetWords::tr("Confirm completion");
    case ActType::Return:
        return SheetWords::tr("Confirm return");
    case ActType::Reject:
        return SheetWords::tr("Confirm rejection");
    case ActType::Transfer:
        return SheetWords::tr("Confirm transfer");
    case ActType::Escalate:
        return SheetWords::tr("Confirm escalation");
    default:
        return SheetWords::tr("Save the note");
    }
}

QString reasonLabel(ActType act)
{
    switch (act) {
    case ActType::Complete:
        return SheetWords::tr("Result");
    case ActType::Return:
        return SheetWords::tr("Reason for the return");
    case ActType::Reject:
        return SheetWords::tr("Reason for the rejection");
    case ActType::Transfer:
        return SheetWords::tr("Reason for the transfer");
    default:
        return SheetWords::tr("Reason for the escalation");
    }
}

QString textLabel(ActType act)
{
    switch (act) {
    case ActType::Escalate:
        return SheetWords::tr("Rationale, not shown to the applicant");
    case ActType::Transfer:
        return SheetWords::tr("Note to the section (optional), not shown to the applicant");
    default:
        return SheetWords::tr("Note, not shown to the applicant");
    }
}

QString textMissing(ActType act)
{
    return act == ActType::Escalate ? SheetWords::tr("The rationale is required.")
                                    : SheetWords::tr("The note is empty.");
}

QString templateName(const ReplyTemplate &reply, const std::vector<const ReplyTemplate *> &offered)
{
    const bool general = reply.sections.isEmpty();
    const QString name =
        general ? SheetWords::tr("General template") : SheetWords::tr("Template of the section");
    const auto alike = std::count_if(offered.begin(), offered.end(), [general](const ReplyTemplate *other) {
        return other->sections.isEmpty() == general;
    });
    return alike < 2
        ? name
        : SheetWords::tr("%1 (%2)", "template, code").arg(name, isolateId(reply.code.section(u'.', 1)));
}

} // namespace tawasul
