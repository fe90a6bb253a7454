// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/answers.h"

#include <algorithm>

namespace tawasul {

namespace {

// Codes are never renamed; a centre without them leaves the reason to the officer.
constexpr QLatin1StringView kEnquiry("GENERAL_ENQUIRY");
constexpr QLatin1StringView kNotLinked("NOT_LINKED");
constexpr QLatin1StringView kUnreadable("UNREADABLE_ATTACHMENT");

QString returnReason(const Reference &reference, QLatin1StringView code)
{
    const Reason *reason = reference.reason(QString(code));
    const bool returns = reason
        && std::find(reason->outcomes.begin(), reason->outcomes.end(), ActType::Return)
            != reason->outcomes.end();
    return returns ? reason->code : QString();
}

} // namespace

DecisionForm answerToCheck(const QString &check, const Prechecks &checks, const Reference &reference)
{
    DecisionForm form;
    form.type = ActType::Return;
    if (check == u"section" && checks.section.why == SectionCheck::Why::GeneralEnquiry)
        form.reason = returnReason(reference, kEnquiry);
    if (form.reason.isEmpty()) {
        const Reason *reason = reasonForFailed(reference, check, ActType::Return);
        form.reason = reason ? reason->code : QString();
    }
    if (check == u"section")
        form.toSection = checks.section.suggestedSection;
    if (checks.attachments.verdict == Verdict::Fail)
        form.missingDocuments = checks.attachments.missing;
    return form;
}

DecisionForm answerToMissingLink(const Reference &reference)
{
    DecisionForm form;
    form.type = ActType::Return;
    form.reason = returnReason(reference, kNotLinked);
    return form;
}

DecisionForm answerToUnreadableFile(const QString &sha256, const Case &theCase, const Reference &reference)
{
    DecisionForm form;
    form.type = ActType::Return;
    form.reason = returnReason(reference, kUnreadable);
    const auto file = std::find_if(theCase.attachments.begin(), theCase.attachments.end(),
                                   [&sha256](const Attachment &one) { return one.sha256 == sha256; });
    const SubService *subService = reference.subService(theCase.subService);
    if (file != theCase.attachments.end() && !file->documents.isEmpty())
        form.missingDocuments = file->documents;
    else if (subService)
        form.missingDocuments = subService->requiredDocuments;
    return form;
}

QString firstFailed(const Prechecks &checks)
{
    if (checks.identifier.verdict == Verdict::Fail)
        return QStringLiteral("identifier");
    if (checks.section.verdict == Verdict::Fail)
        return QStringLiteral("section");
    if (checks.attachments.verdict == Verdict::Fail)
        return QStringLiteral("attachments");
    return {};
}

} // namespace tawasul
