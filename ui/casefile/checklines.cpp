// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/checklines.h"

#include <QtCore/QCoreApplication>

#include "models/arabic/bidi.h"
#include "ui/shared/casewords.h"

namespace tawasul {

namespace {

struct CheckWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::CheckWords)
};

constexpr int kShownTerms = 3;

QString joined(const QStringList &parts)
{
    //: Between the members of a list in a sentence
    return parts.join(CheckWords::tr(", "));
}

QString identifierEvidence(const IdentifierCheck &check)
{
    using Why = IdentifierCheck::Why;
    const QString number = check.decisive ? isolateId(check.found[*check.decisive].digits) : QString();
    const QString kind =
        check.decisive ? identifierWord(check.found[*check.decisive].kind) : CheckWords::tr("Number");
    QString sentence;
    switch (check.why) {
    case Why::Named:
        sentence = check.isSubject
            ? CheckWords::tr("%1 %2 is stated and is the subject's.").arg(kind, number)
            : CheckWords::tr("%1 %2 is stated; it is not the subject's number.").arg(kind, number);
        break;
    case Why::NoNumber:
        sentence = CheckWords::tr("The description holds no number of ten digits.");
        break;
    case Why::WrongDigit:
        sentence = CheckWords::tr("The check digit of %1 is wrong.").arg(number);
        break;
    case Why::OtherKind:
        sentence = CheckWords::tr("%1 %2 is valid, but this section goes by another kind of number.")
                       .arg(kind, number);
        break;
    case Why::Doubtful:
        sentence = CheckWords::tr("The check digit of border number %1 could not be confirmed.").arg(number);
        break;
    }
    if (check.nearlySubject.isEmpty())
        return sentence;
    const QString slip = CheckWords::tr("%1 is close to the subject's number: possibly a typing error.")
                             .arg(isolateId(check.nearlySubject));
    return QString(sentence % u' ' % slip);
}

QString foundWords(const std::vector<TermHit> &hits)
{
    QStringList words;
    for (const TermHit &hit : hits) {
        if (words.size() == kShownTerms)
            break;
        //: A word quoted from the description
        words.append(CheckWords::tr("“%1”").arg(isolateAny(hit.term)));
    }
    return joined(words);
}

QString sectionEvidence(const SectionCheck &check, const Reference &reference, Language language)
{
    using Why = SectionCheck::Why;
    const Section *other = reference.section(check.suggestedSection);
    const QString suggested = other ? isolateAny(named(other->name, language)) : QString();
    switch (check.why) {
    case Why::Fits:
        return CheckWords::tr("The description agrees with the section: %1.").arg(foundWords(check.hits));
    case Why::OtherSection:
        return CheckWords::tr("The description points to the section “%1”: %2.")
            .arg(suggested, foundWords(check.hits));
    case Why::GeneralEnquiry:
        return CheckWords::tr("The description asks a question instead of naming a transaction: %1.")
            .arg(foundWords(check.hits));
    case Why::NoWords:
        return CheckWords::tr("No word in the description tells its section.");
    case Why::Close:
        return CheckWords::tr("The section “%1” is about equally likely: %2.")
            .arg(suggested, foundWords(check.hits));
    }
    return {};
}

QString attachmentsEvidence(const AttachmentsCheck &check, const Reference &reference, Language language)
{
    using Why = AttachmentsCheck::Why;
    switch (check.why) {
    case Why::NothingRequired:
        return CheckWords::tr("This service requires no document.");
    case Why::AllNamed:
        return CheckWords::tr("Every required document is declared: %1.")
            .arg(documentNames(check.required, reference, language));
    case Why::AllSeen:
        return CheckWords::tr("Every required document is declared or labelled on its pages: %1.")
            .arg(documentNames(check.required, reference, language));
    case Why::NotSeen:
        return CheckWords::tr("Neither declared nor on the labelled pages: %1.")
            .arg(documentNames(check.missing, reference, language));
    case Why::NoAttachment:
        return CheckWords::tr("Nothing is attached. Required: %1.")
            .arg(documentNames(check.required, reference, language));
    case Why::SomeMissing:
        return CheckWords::tr("Not among the declared documents: %1.")
            .arg(documentNames(check.missing, reference, language));
    case Why::Unnamed:
        if (!check.seen.isEmpty())
            return CheckWords::tr("Not on the labelled pages yet: %1.")
                .arg(documentNames(check.missing, reference, language));
        return check.required.isEmpty()
            ? CheckWords::tr("What this service requires is not known to this version.")
            : CheckWords::tr("The content of the file is not declared. To be found in it: %1.")
                  .arg(documentNames(check.missing, reference, language));
    }
    return {};
}

} // namespace

QString documentNames(const QStringList &codes, const Reference &reference, Language language)
{
    QStringList names;
    for (const QString &code : codes) {
        const NamedCode *document = reference.document(code);
        names.append(isolateAny(document ? named(document->name, language) : code));
    }
    return joined(names);
}

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return CheckWords::tr("Met", "verdict of a check");
    case Verdict::Fail:
        return CheckWords::tr("Not met", "verdict of a check");
    case Verdict::CannotTell:
        break;
    }
    return CheckWords::tr("Cannot tell", "verdict of a check");
}

std::vector<CheckLine> checkLines(const Prechecks &checks, const Reference &reference, DisplayLocale locale)
{
    return {
        {QStringLiteral("identifier"), checks.identifier.verdict, CheckWords::tr("Basic number"),
         identifierEvidence(checks.identifier)},
        {QStringLiteral("section"), checks.section.verdict, CheckWords::tr("Section of the request"),
         sectionEvidence(checks.section, reference, locale.language)},
        {QStringLiteral("attachments"), checks.attachments.verdict, CheckWords::tr("Required documents"),
         attachmentsEvidence(checks.attachments, reference, locale.language)},
    };
}

} // namespace tawasul
