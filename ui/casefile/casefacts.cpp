// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/casefacts.h"

#include <QtCore/QCoreApplication>

#include "models/arabic/bidi.h"
#include "models/arabic/countryname.h"
#include "models/arabic/dateformat.h"
#include "ui/shared/casewords.h"

namespace tawasul {

namespace {

struct FactWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::FactWords)
};

using Facts = std::vector<Fact>;

void add(Facts &facts, Fact fact)
{
    if (!fact.value.isEmpty())
        facts.push_back(std::move(fact));
}

Fact textFact(const char *name, const QString &label, const QString &value)
{
    return {QString::fromLatin1(name), label, value, Reading::Text, {}, {}, false, {}};
}

Fact nameFact(const char *name, const QString &label, const QString &value)
{
    return {QString::fromLatin1(name), label, withoutControls(value), Reading::Name, {}, {}, true, {}};
}

Fact identifierFact(const char *name, const QString &label, const QString &value)
{
    return {QString::fromLatin1(name), label, withoutControls(value), Reading::Identifier, {}, {}, false, {}};
}

Fact countryFact(const char *name, const QString &label, const QString &code, Language language)
{
    Fact fact = textFact(name, label, countryName(withoutControls(code), language));
    fact.code = withoutControls(code);
    return fact;
}

Fact dayFact(const char *name, const QString &label, QDate day, DisplayLocale locale)
{
    Fact fact = textFact(name, label, longGregorianDate(day, locale));
    fact.second = longHijriDate(day, locale);
    return fact;
}

void addIdentifier(Facts &facts, const char *name, const Party &party)
{
    Fact fact = identifierFact(name, identifierWord(party.identifierKind), party.identifier);
    const IdentifierValidity validity = identifierValidity(party.identifierKind, party.identifier);
    if (validity == IdentifierValidity::Invalid) {
        fact.second = FactWords::tr("The check digit is wrong");
        fact.tone = Tone::Danger;
    } else if (validity == IdentifierValidity::Doubtful) {
        fact.second = FactWords::tr("The check digit could not be confirmed");
        fact.tone = Tone::Warning;
    }
    add(facts, fact);
}

Fact linkFact(const Subject &subject, DisplayLocale locale)
{
    Fact fact = textFact("factLink", FactWords::tr("Link to the applicant's account"), {});
    switch (subject.link) {
    case AccountLink::Linked:
        fact.value = FactWords::tr("Linked to the account");
        fact.tone = Tone::Success;
        break;
    case AccountLink::NotLinked:
        fact.value = FactWords::tr("Not linked to the account");
        fact.tone = Tone::Danger;
        break;
    case AccountLink::Unknown:
        fact.value = FactWords::tr("Not checked yet");
        break;
    }
    if (subject.linkCheckedAt)
        fact.second = FactWords::tr("Checked %1").arg(shortDate(riyadhDate(*subject.linkCheckedAt), locale));
    return fact;
}

FactGroup subjectGroup(const Case &theCase, DisplayLocale locale)
{
    const Party &party = theCase.subject.party;
    Facts facts;
    add(facts, nameFact("factSubjectName", FactWords::tr("Name"), party.name));
    add(facts, nameFact("factLatinName", FactWords::tr("Name in Latin letters"), party.latinName));
    addIdentifier(facts, "factSubjectIdentifier", party);
    add(facts,
        textFact("factRelation", FactWords::tr("Relation to the applicant"),
                 relationWord(theCase.subject.relation)));
    add(facts, textFact("factSubjectKind", FactWords::tr("Kind"), partyWord(party.kind)));
    add(facts,
        countryFact("factNationality", FactWords::tr("Nationality"), party.nationality, locale.language));
    add(facts, identifierFact("factPassport", FactWords::tr("Passport number"), party.passportNumber));
    add(facts, dayFact("factBirth", FactWords::tr("Date of birth"), party.birthDate, locale));
    add(facts, linkFact(theCase.subject, locale));
    return {FactWords::tr("Subject of the request"), facts};
}

FactGroup beneficiaryGroup(const Case &theCase)
{
    const Party &party = theCase.beneficiary;
    Facts facts;
    add(facts, nameFact("factBeneficiaryName", FactWords::tr("Name"), party.name));
    addIdentifier(facts, "factBeneficiaryIdentifier", party);
    add(facts, identifierFact("factMobile", FactWords::tr("Mobile"), party.mobile));
    return {FactWords::tr("Applicant"), facts};
}

QString momentText(Instant at, DisplayLocale locale)
{
    return QString(longGregorianDate(riyadhDate(at), locale) % u" · " % timeOfDay(riyadhTime(at), locale));
}

void addDeadlines(Facts &facts, const Case &theCase, const Reference &reference, DisplayLocale locale)
{
    add(facts,
        dayFact("factServiceDay", FactWords::tr("Service deadline"), theCase.serviceDeadline.day, locale));
    if (!theCase.statutoryDeadline)
        return;
    add(facts,
        dayFact("factStatutoryDay", FactWords::tr("Statutory deadline"), theCase.statutoryDeadline->day,
                locale));
    for (const StatutoryRule &rule : reference.statutoryRules) {
        if (rule.code != theCase.statutoryDeadline->rule)
            continue;
        Fact note = textFact("factRule", FactWords::tr("Statutory rule"), named(rule.note, locale.language));
        note.wide = true;
        add(facts, note);
    }
}

FactGroup requestGroup(const Case &theCase, const Reference &reference, DisplayLocale locale)
{
    Facts facts;
    Fact submitted =
        textFact("factSubmitted", FactWords::tr("Submitted"), momentText(theCase.submittedAt, locale));
    submitted.second = longHijriDate(riyadhDate(theCase.submittedAt), locale);
    submitted.wide = true;
    add(facts, submitted);
    addDeadlines(facts, theCase, reference, locale);
    for (const KeyDate &fact : theCase.keyDates) {
        const auto kind = std::find_if(reference.dateKinds.begin(), reference.dateKinds.end(),
                                       [&](const NamedCode &row) { return row.code == fact.kind; });
        const QString label =
            kind == reference.dateKinds.end() ? fact.kind : named(kind->name, locale.language);
        add(facts, dayFact("factKeyDate", label, fact.day, locale));
    }
    const Section *section = reference.section(theCase.section);
    Fact filed = textFact("factSection", FactWords::tr("Section"),
                          section ? named(section->name, locale.language) : theCase.section);
    filed.wide = true;
    add(facts, filed);
    const NamedCode *region = reference.region(theCase.region);
    add(facts,
        textFact("factRegion", FactWords::tr("Region"),
                 region ? named(region->name, locale.language) : theCase.region));
    add(facts,
        textFact("factAssignee", FactWords::tr("Assigned to"),
                 theCase.assignee ? withoutControls(theCase.assignee->name) : FactWords::tr("Unassigned")));
    for (const Mark &mark : theCase.marks) {
        Fact why = textFact("factMark", markLook(mark).word, withoutControls(mark.reason));
        why.wide = true;
        add(facts, why);
    }
    return {FactWords::tr("Request"), facts};
}

} // namespace

std::vector<FactGroup> caseFacts(const Case &theCase, const Reference &reference, DisplayLocale locale)
{
    return {subjectGroup(theCase, locale), beneficiaryGroup(theCase),
            requestGroup(theCase, reference, locale)};
}

} // namespace tawasul
