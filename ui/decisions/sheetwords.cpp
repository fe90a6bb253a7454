// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/sheetwords.h"

#include <QtCore/QCoreApplication>

#include "models/arabic/bidi.h"
#include "ui/shared/casewords.h"

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

QString templateName(const ReplyTemplate &reply, const Reference &reference, Language language)
{
    QStringList sections;
    for (const QString &code : reply.sections) {
        const Section *section = reference.section(code);
        sections.append(isolateAny(section ? named(section->name, language) : code));
    }
    // Without a name in the reference data a template is told from its neighbours by whom it is for.
    const QString code = isolateId(reply.code.section(u'.', 1));
    return sections.isEmpty()
        ? SheetWords::tr("General (%1)").arg(code)
        : SheetWords::tr("%1 (%2)", "sections, code").arg(sections.join(SheetWords::tr(", ")), code);
}

} // namespace tawasul
