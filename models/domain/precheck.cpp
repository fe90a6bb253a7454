// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/precheck.h"

#include <algorithm>

namespace tawasul {

namespace {

// How far down the list of what the section accepts a kind stands; nothing when it is not there.
std::optional<std::ptrdiff_t> rankOf(IdentifierKind kind, const Section *section)
{
    // A section that this version does not know: any number of a person is worth something.
    if (!section)
        return 0;
    const auto &accepted = section->acceptedIdentifiers;
    const auto at = std::find(accepted.begin(), accepted.end(), kind);
    return at == accepted.end() ? std::nullopt : std::optional(at - accepted.begin());
}

// The valid number that tells most: the first one of the kind that the section names first.
std::optional<std::size_t> bestNamed(const std::vector<FoundIdentifier> &found, const Section *section)
{
    std::optional<std::size_t> best;
    std::optional<std::ptrdiff_t> bestRank;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto rank = rankOf(found[i].kind, section);
        if (found[i].validity != IdentifierValidity::Valid || !rank || (bestRank && *bestRank <= *rank))
            continue;
        best = i;
        bestRank = rank;
    }
    return best;
}

// One wrong digit, or two neighbours exchanged: what a hand does when it types.
bool isLikelySlip(const QString &typed, const QString &meant)
{
    if (typed.size() != meant.size() || typed == meant)
        return false;
    std::vector<qsizetype> different;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        if (typed.at(i) != meant.at(i))
            different.push_back(i);
    }
    if (different.size() == 1)
        return true;
    return different.size() == 2 && different[1] == different[0] + 1
        && typed.at(different[0]) == meant.at(different[1])
        && typed.at(different[1]) == meant.at(different[0]);
}

template<class Predicate>
std::optional<std::size_t> firstOf(const std::vector<FoundIdentifier> &found, Predicate predicate)
{
    const auto at = std::find_if(found.begin(), found.end(), predicate);
    return at == found.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - found.begin()));
}

IdentifierCheck checkIdentifier(const Case &theCase, const Reference &reference)
{
    using Why = IdentifierCheck::Why;
    IdentifierCheck check;
    check.found = findIdentifiers(theCase.description);
    const Section *section = reference.section(theCase.section);
    const QString &subject = theCase.subject.party.identifier;
    const auto decide = [&check, &subject](Verdict verdict, Why why, std::optional<std::size_t> decisive) {
        check.verdict = verdict;
        check.why = why;
        check.decisive = decisive;
        check.isSubject = decisive && check.found[*decisive].digits == subject;
    };
    const auto isValid = [](const FoundIdentifier &one) { return one.validity == IdentifierValidity::Valid; };
    const auto isNamed = [&](const FoundIdentifier &one) {
        return isValid(one) && rankOf(one.kind, section);
    };
    const auto isDoubtful = [](const FoundIdentifier &one) {
        return one.validity == IdentifierValidity::Doubtful;
    };

    // The subject's own number speaks before any other.
    if (const auto own =
            firstOf(check.found, [&](const auto &one) { return isNamed(one) && one.digits == subject; }))
        decide(Verdict::Pass, Why::Named, own);
    else if (const auto named = bestNamed(check.found, section))
        decide(Verdict::Pass, Why::Named, named);
    else if (const auto doubtful = firstOf(check.found, isDoubtful))
        decide(Verdict::CannotTell, Why::Doubtful, doubtful);
    else if (const auto other = firstOf(check.found, isValid))
        decide(Verdict::CannotTell, Why::OtherKind, other);
    else if (!check.found.empty())
        decide(Verdict::Fail, Why::WrongDigit, 0);
    else
        decide(Verdict::Fail, Why::NoNumber, std::nullopt);

    if (!check.isSubject) {
        const auto slip =
            firstOf(check.found, [&](const auto &one) { return isLikelySlip(one.digits, subject); });
        if (slip)
            check.nearlySubject = check.found[*slip].digits;
    }
    return check;
}

struct SectionScore
{
    QString section;
    int score = 0;
    std::vector<TermHit> hits;
};

SectionCheck checkSection(const Case &theCase, const Reference &reference)
{
    using Why = SectionCheck::Why;
    const WordText text(theCase.description);
    auto enquiry = termHits(reference.enquiryTerms, text);
    SectionScore filed{theCase.section, 0, {}};
    SectionScore best;
    for (const Section &section : reference.sections) {
        SectionScore score{section.code, 0, termHits(section.terms, text)};
        score.score = totalWeight(score.hits);
        if (section.code == theCase.section)
            filed = std::move(score);
        else if (score.score > best.score)
            best = std::move(score);
    }
    if (totalWeight(enquiry) >= reference.parameters.enquiryScore)
        return {Verdict::Fail, Why::GeneralEnquiry, std::move(enquiry), {}};
    if (best.score == 0 && filed.score == 0)
        return {};
    if (best.score - filed.score >= reference.parameters.sectionLead)
        return {Verdict::Fail, Why::OtherSection, std::move(best.hits), best.section};
    if (best.score >= filed.score)
        return {Verdict::CannotTell, Why::Close, std::move(best.hits), best.section};
    return {Verdict::Pass, Why::Fits, std::move(filed.hits), {}};
}

/// What is known of a file: what it is said to hold or was seen to hold, and whether all of it is known.
struct KnownFile
{
    QStringList named;
    QStringList seen;
    bool isKnown = false;
    int unlabelled = 0;
};

KnownFile knownFile(const Attachment &attachment, const DocumentReadings &readings)
{
    KnownFile file;
    file.named = attachment.documents;
    const auto found = readings.constFind(attachment.sha256);
    const bool isRead = found != readings.constEnd() && found->pages > 0;
    if (isRead)
        file.seen = labelledDocuments(found->labels);
    file.isKnown = !file.named.isEmpty();
    if (!file.isKnown && isRead) {
        file.unlabelled = unlabelledCount(found->labels, found->pages);
        file.isKnown = file.unlabelled == 0;
    }
    return file;
}

AttachmentsCheck checkAttachments(const Case &theCase, const Reference &reference,
                                  const DocumentReadings &readings)
{
    using Why = AttachmentsCheck::Why;
    AttachmentsCheck check;
    const SubService *subService = reference.subService(theCase.subService);
    if (subService)
        check.required = subService->requiredDocuments;
    bool everyFileIsKnown = true;
    QStringList named;
    QStringList seen;
    for (const Attachment &attachment : theCase.attachments) {
        const KnownFile file = knownFile(attachment, readings);
        everyFileIsKnown = everyFileIsKnown && file.isKnown;
        check.unlabelled += file.unlabelled;
        named += file.named;
        seen += file.seen;
    }
    for (const QString &document : check.required) {
        if (seen.contains(document))
            check.seen.append(document);
        else if (!named.contains(document))
            check.missing.append(document);
    }
    const auto decide = [&check](Verdict verdict, Why why) {
        check.verdict = verdict;
        check.why = why;
        return check;
    };
    if (!subService)
        return decide(Verdict::CannotTell, Why::Unnamed);
    if (check.required.isEmpty())
        return decide(Verdict::Pass, Why::NothingRequired);
    if (theCase.attachments.empty())
        return decide(Verdict::Fail, Why::NoAttachment);
    if (check.missing.isEmpty())
        return decide(Verdict::Pass, check.seen.isEmpty() ? Why::AllNamed : Why::AllSeen);
    if (!everyFileIsKnown)
        return decide(Verdict::CannotTell, Why::Unnamed);
    return decide(Verdict::Fail, seen.isEmpty() ? Why::SomeMissing : Why::NotSeen);
}

} // namespace

Prechecks precheck(const Case &theCase, const Reference &reference, const DocumentReadings &readings)
{
    return {checkIdentifier(theCase, reference), checkSection(theCase, reference),
            checkAttachments(theCase, reference, readings)};
}

const Reason *reasonForFailed(const Reference &reference, const QString &check, ActType outcome)
{
    for (const Reason &reason : reference.reasons) {
        if (reason.precheck == check
            && std::find(reason.outcomes.begin(), reason.outcomes.end(), outcome) != reason.outcomes.end())
            return &reason;
    }
    return nullptr;
}

} // namespace tawasul
