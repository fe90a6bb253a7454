// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/population.h"

#include <algorithm>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

constexpr int kLongNamePercent = 12;

bool isArab(const NameStock &stock)
{
    static const QStringList kArab{u"SAU"_s, u"EGY"_s, u"YEM"_s, u"SYR"_s,
                                   u"SDN"_s, u"JOR"_s, u"PSE"_s, u"MAR"_s};
    return kArab.contains(stock.nationality);
}

bool sendsDomesticWorkers(const NameStock &stock)
{
    static const QStringList kCountries{u"PHL"_s, u"IDN"_s, u"KEN"_s, u"UGA"_s, u"ETH"_s,
                                        u"LKA"_s, u"BGD"_s, u"IND"_s, u"NPL"_s, u"PAK"_s};
    return kCountries.contains(stock.nationality);
}

const NamePart &draw(Dice &dice, const std::vector<NamePart> &parts)
{
    std::vector<int> weights;
    for (const NamePart &part : parts)
        weights.push_back(part.weight);
    return parts[dice.weighted(weights)];
}

} // namespace

Population::Population(const DemoTexts &texts, IdentifierMint &mint, QDate today)
    : m_texts(texts)
    , m_mint(mint)
    , m_today(today)
{
}

const NameStock &Population::country(Dice &dice, Origin origin) const
{
    std::vector<int> weights;
    for (const NameStock &stock : m_texts.foreign) {
        const bool fits = origin == Origin::Any || (origin == Origin::NonArab && !isArab(stock))
            || (origin == Origin::DomesticWorker && sendsDomesticWorkers(stock));
        weights.push_back(fits ? stock.weight : 0);
    }
    return m_texts.foreign[dice.weighted(weights)];
}

QDate Population::birthDate(Dice &dice, Age age) const
{
    constexpr int kYear = 365;
    switch (age) {
    case Age::Newborn:
        return m_today.addDays(-dice.between(70, 130));
    case Age::Child:
        return m_today.addDays(-dice.between(4 * kYear, 16 * kYear));
    case Age::Adult:
        return m_today.addDays(-dice.between(22 * kYear, 55 * kYear));
    case Age::Elder:
        break;
    }
    return m_today.addDays(-dice.between(58 * kYear, 79 * kYear));
}

QDate Population::birthDateAt(Dice &dice, int years) const
{
    return m_today.addYears(-years).addDays(-dice.between(60, 300));
}

void Population::number(Party &party)
{
    switch (party.kind) {
    case PartyKind::Citizen:
        party.identifierKind = IdentifierKind::NationalId;
        party.identifier = m_mint.nationalId();
        break;
    case PartyKind::Resident:
        party.identifierKind = IdentifierKind::Iqama;
        party.identifier = m_mint.iqama();
        break;
    case PartyKind::Visitor:
    case PartyKind::Unknown:
        party.identifierKind = IdentifierKind::BorderNumber;
        party.identifier = m_mint.borderNumber();
        break;
    }
}

void Population::withoutNumber(Party &party)
{
    party.identifierKind = IdentifierKind::Unknown;
    party.identifier.clear();
}

Person Population::person(Dice &dice, const NameStock &stock, PartyKind kind, Gender gender, Age age,
                          const Person *relative, bool isFather)
{
    Person made;
    made.stock = &stock;
    made.gender = gender == Gender::Either ? (dice.chance(60) ? Gender::Man : Gender::Woman) : gender;
    // Given name, father and grandfather: two generations in Saudi names, one in other Arab ones, elsewhere
    // none. A father's line is his child's, one step on.
    std::vector<NamePart> line;
    if (relative && isFather)
        line = relative->fathers;
    const std::size_t generations = stock.nationality == u"SAU"_s ? 3 : (isArab(stock) ? 2 : 1);
    if (line.empty())
        line.push_back(draw(dice, made.gender == Gender::Man ? stock.men : stock.women));
    while (line.size() < generations)
        line.push_back(draw(dice, stock.men));
    made.given = line.front().ar;
    made.fathers.assign(line.begin() + 1, line.end());
    made.family = relative ? relative->family : draw(dice, stock.families);
    line.push_back(made.family);
    QStringList arabic;
    QStringList latin;
    for (const NamePart &part : line) {
        arabic.append(part.ar);
        latin.append(part.latin);
    }
    made.party.kind = kind;
    made.party.name = arabic.join(u' ');
    made.party.latinName = latin.join(u' ');
    made.party.nationality = stock.nationality;
    made.party.passportNumber = m_mint.passport(stock.nationality);
    made.party.birthDate = birthDate(dice, age);
    if (age == Age::Adult || age == Age::Elder)
        made.party.mobile = m_mint.mobile();
    number(made.party);
    return made;
}

Person Population::citizen(Dice &dice, Gender gender, Age age)
{
    return person(dice, m_texts.saudi, PartyKind::Citizen, gender, age, nullptr);
}

Person Population::foreigner(Dice &dice, PartyKind kind, Gender gender, Age age, const NameStock &stock)
{
    Person made = person(dice, stock, kind, gender, age, nullptr);
    std::vector<NamePart> fitting;
    std::copy_if(stock.whole.begin(), stock.whole.end(), std::back_inserter(fitting),
                 [&made](const NamePart &part) { return part.gender == made.gender; });
    if (!fitting.empty() && dice.chance(kLongNamePercent)) {
        const NamePart &name = dice.pick(fitting);
        made.party.name = name.ar;
        made.party.latinName = name.latin;
        made.given = name.ar.section(u' ', 0, 1);
    }
    return made;
}

Person Population::relativeOf(Dice &dice, const Person &head, PartyKind kind, Gender gender, Age age)
{
    return person(dice, *head.stock, kind, gender, age, &head);
}

Person Population::fatherOf(Dice &dice, const Person &child, PartyKind kind)
{
    return person(dice, *child.stock, kind, Gender::Man, Age::Adult, &child, true);
}

} // namespace tawasul
