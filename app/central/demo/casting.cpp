// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/casting.h"

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

bool isVisit(const QString &subService)
{
    return subService.startsWith(u"visit"_s);
}

bool mentionsAny(const QString &text, const QStringList &words)
{
    for (const QString &word : words) {
        if (text.contains(word, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

// By the number that the text names, else by what the sub-service is about.
PartyKind concernedKind(const DescriptionText &text, const QString &subService)
{
    if (text.text.contains(u"{national_id}"_s))
        return PartyKind::Citizen;
    if (text.text.contains(u"{iqama}"_s))
        return PartyKind::Resident;
    if (text.text.contains(u"{border}"_s))
        return isVisit(subService) ? PartyKind::Visitor : PartyKind::Resident;
    if (subService.startsWith(u"passport."_s))
        return PartyKind::Citizen;
    return isVisit(subService) ? PartyKind::Visitor : PartyKind::Resident;
}

Age concernedAge(const DescriptionText &text, const QString &subService)
{
    if (text.voice != Voice::Family)
        return Age::Adult;
    if (subService == u"dependents.add_newborn"_s
        || mentionsAny(text.text, {u"مولود"_s, u"رضيع"_s, u"newborn"_s, u"baby"_s}))
        return Age::Newborn;
    if (subService.startsWith(u"passport.minor"_s))
        return Age::Child;
    if (mentionsAny(text.text, {u"زوج"_s, u"أرمل"_s, u"أخ"_s, u"اخ"_s, u"wife"_s, u"husband"_s}))
        return Age::Adult;
    if (mentionsAny(text.text,
                    {u"والد"_s, u"أمي"_s, u"امي"_s, u"أبي"_s, u"ابوي"_s, u"ماما"_s, u"حمات"_s, u"مسن"_s,
                     u"جدتي"_s, u"mother"_s, u"father"_s}))
        return Age::Elder;
    if (mentionsAny(text.text,
                    {u"ابن"_s, u"بنت"_s, u"ولد"_s, u"طفل"_s, u"أطفال"_s, u"اطفال"_s, u"son "_s, u"daughter"_s,
                     u"child"_s}))
        return Age::Child;
    return Age::Adult;
}

Gender concernedGender(const DescriptionText &text, Dice &dice)
{
    if (text.subject != Gender::Either || text.voice != Voice::Employer)
        return text.subject;
    return dice.chance(60) ? Gender::Woman : Gender::Man;
}

const NameStock &countryFor(const CasePlan &plan, const Population &population, Dice &dice)
{
    const DescriptionText &text = *plan.text;
    const DemoTexts &texts = population.texts();
    for (const QString &code : {plan.filedAs, text.belongsTo}) {
        if (code == u"visit_ext.yemeni"_s && texts.stock(u"YEM"_s))
            return *texts.stock(u"YEM"_s);
        if (code == u"visit_ext.syrian"_s && texts.stock(u"SYR"_s))
            return *texts.stock(u"SYR"_s);
    }
    if (text.voice == Voice::Employer)
        return population.country(dice, Population::Origin::DomesticWorker);
    const bool writesItself = text.voice == Voice::Self || text.voice == Voice::Family;
    return population.country(dice,
                              writesItself && (text.english || text.nonArabWriter)
                                  ? Population::Origin::NonArab
                                  : Population::Origin::Any);
}

Relation relationFor(const DescriptionText &text, const QString &subService)
{
    switch (text.voice) {
    case Voice::Self:
        return Relation::Self;
    case Voice::Family:
        return isVisit(subService) ? Relation::Visitor : Relation::Dependant;
    case Voice::Employer:
    case Voice::Establishment:
        return Relation::Sponsored;
    case Voice::Stranger:
        break;
    }
    return Relation::Unknown;
}

// Parents are older than their children by as much as parents are.
void agreeOnAge(Party &head, const Party &concerned, Age age, Dice &dice)
{
    if (age == Age::Child || age == Age::Newborn)
        head.birthDate = concerned.birthDate.addYears(-dice.between(25, 38)).addDays(-dice.between(0, 300));
    else if (age == Age::Elder)
        head.birthDate = concerned.birthDate.addYears(dice.between(22, 33)).addDays(dice.between(0, 300));
}

// Who wrote: the head of the family, the employer, the delegate of an establishment, a stranger.
Person senderFor(const CasePlan &plan, const Person &concerned, Age age, Population &population, Dice &dice)
{
    const DescriptionText &text = *plan.text;
    const Gender gender = dice.chance(85) ? Gender::Man : Gender::Woman;
    switch (text.voice) {
    case Voice::Family: {
        const bool isChild = age == Age::Child || age == Age::Newborn;
        const auto head = [&](PartyKind kind) {
            return isChild ? population.fatherOf(dice, concerned, kind)
                           : population.relativeOf(dice, concerned, kind, Gender::Man, Age::Adult);
        };
        if (concerned.party.kind == PartyKind::Citizen)
            return head(PartyKind::Citizen);
        const bool marriedToCitizen = plan.filedAs == u"residency.citizen_spouse"_s;
        const bool hostIsCitizen = concerned.party.kind == PartyKind::Visitor && !text.english
            && !text.nonArabWriter && dice.chance(30);
        if (marriedToCitizen || hostIsCitizen)
            return population.citizen(dice, Gender::Man, Age::Adult);
        return head(PartyKind::Resident);
    }
    case Voice::Employer:
    case Voice::Establishment:
    case Voice::Stranger:
    case Voice::Self:
        break;
    }
    if (text.voice == Voice::Stranger && dice.chance(50))
        return population.foreigner(dice, PartyKind::Resident, gender, Age::Adult,
                                    population.country(dice, Population::Origin::Any));
    return population.citizen(dice, gender, Age::Adult);
}

} // namespace

QString traitsOf(const CasePlan &plan)
{
    const DescriptionText &text = *plan.text;
    const auto number = [](auto value) { return QString::number(static_cast<int>(value)); };
    const QStringList traits{plan.filedAs,
                             plan.subService,
                             plan.papersFor(),
                             number(plan.flaw == Flaw::GeneralEnquiry),
                             number(text.voice),
                             number(text.numberOfApplicant),
                             number(text.text.contains(u"{border}"_s)),
                             number(concernedKind(text, plan.filedAs)),
                             number(concernedAge(text, plan.filedAs))};
    return traits.join(u'/');
}

bool couldBe(const Cast &cast, const DescriptionText &text)
{
    const Gender gender = cast.concerned.gender;
    const bool isForeign = cast.concerned.party.nationality != u"SAU"_s;
    const bool needsForeign = text.english || text.nonArabWriter;
    return (text.subject == Gender::Either || text.subject == gender)
        && (!text.age || text.age == cast.statedAge) && (!needsForeign || !isForeign || cast.isForeignWriter);
}

Cast castFor(const CasePlan &plan, Population &population, Dice &dice)
{
    const DescriptionText &text = *plan.text;
    const PartyKind kind = concernedKind(text, plan.filedAs);
    const Gender gender = concernedGender(text, dice);
    const Age age = concernedAge(text, plan.filedAs);
    Cast cast;
    cast.age = age;
    cast.statedAge = text.age;
    cast.isForeignWriter = text.english || text.nonArabWriter;
    cast.concerned = kind == PartyKind::Citizen
        ? population.citizen(dice, gender, age)
        : population.foreigner(dice, kind, gender, age, countryFor(plan, population, dice));
    cast.relation = relationFor(text, plan.filedAs);
    if (kind == PartyKind::Resident && text.text.contains(u"{border}"_s)) {
        // Just arrived: the Iqama is what they ask for.
        cast.concerned.party.identifierKind = IdentifierKind::BorderNumber;
        cast.concerned.party.identifier = population.mint().borderNumber();
    }
    cast.beneficiary =
        text.voice == Voice::Self ? cast.concerned : senderFor(plan, cast.concerned, age, population, dice);
    if (text.age)
        cast.concerned.party.birthDate = population.birthDateAt(dice, *text.age);
    if (text.voice == Voice::Family)
        agreeOnAge(cast.beneficiary.party, cast.concerned.party, age, dice);
    if (text.voice != Voice::Self)
        cast.concerned.party.mobile.clear();

    cast.numberOfBeneficiary = text.numberOfApplicant;
    if (age == Age::Newborn && plan.subService == u"dependents.add_newborn"_s) {
        // Not in any register yet, which is what the request asks for.
        Population::withoutNumber(cast.concerned.party);
        cast.link = AccountLink::Unknown;
    }
    if (plan.flaw == Flaw::NotLinked)
        cast.link = AccountLink::NotLinked;
    if (plan.flaw == Flaw::GeneralEnquiry) {
        // About nobody in particular: the account owner stands for everyone.
        cast.concerned = cast.beneficiary;
        cast.relation = Relation::Self;
        cast.link = AccountLink::Linked;
    }
    return cast;
}

} // namespace tawasul
