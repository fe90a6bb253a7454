// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/samplesheets.h"

#include <algorithm>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

bool isAboutCitizen(const SampleContent &content)
{
    if (!content.subService.isEmpty())
        return content.subService.startsWith(u"passport."_s);
    static const QStringList kCitizens{u"national_id"_s, u"family_record"_s, u"travel_evidence"_s};
    return kCitizens.contains(content.documents.value(0));
}

QDate before(QDate day, int nearest, int farthest, Dice &dice)
{
    return day.addDays(-dice.between(nearest, farthest));
}

// Makes the pages of one file, which share their people and numbers.
class Papers
{
public:
    Papers(const SampleContent &content, const Reference &reference, Population &population, Dice &dice);

    [[nodiscard]] Sheet sheet(const DocumentText &document);

private:
    [[nodiscard]] QString profession(Gender gender);
    [[nodiscard]] const QString &value(const QString &key)
    {
        return m_dice.pick(m_population.texts().values.at(key));
    }

    const SampleContent &m_content;
    Population &m_population;
    Dice &m_dice;
    Person m_holder;
    Person m_head;
    QString m_oldPassport;
    Places m_places;
};

Papers::Papers(const SampleContent &content, const Reference &reference, Population &population, Dice &dice)
    : m_content(content)
    , m_population(population)
    , m_dice(dice)
{
    const bool citizen = isAboutCitizen(content);
    const NameStock &country = content.subService == u"visit_ext.yemeni"_s
        ? *population.texts().stock(u"YEM"_s)
        : content.subService == u"visit_ext.syrian"_s ? *population.texts().stock(u"SYR"_s)
                                                      : population.country(dice, Population::Origin::Any);
    const bool newborn = content.documents.contains(u"birth_certificate"_s);
    m_holder = citizen ? population.citizen(dice, Gender::Either, newborn ? Age::Child : Age::Adult)
                       : population.foreigner(dice, PartyKind::Resident, Gender::Either,
                                              newborn ? Age::Newborn : Age::Adult, country);
    m_head = population.relativeOf(dice, m_holder, m_holder.party.kind, Gender::Man, Age::Adult);
    m_oldPassport = population.mint().passport(m_holder.party.nationality);

    const SubService *service = content.subService.isEmpty() ? &dice.pick(reference.subServices)
                                                             : reference.subService(content.subService);
    const Party &party = m_holder.party;
    m_places = {
        {u"name"_s, party.name},
        {u"latin_name"_s, party.latinName},
        {u"head_name"_s, m_head.party.name},
        {u"national_id"_s, citizen ? party.identifier : population.mint().nationalId()},
        {u"iqama"_s, citizen ? population.mint().iqama() : party.identifier},
        {u"border"_s, population.mint().borderNumber()},
        {u"passport"_s, party.passportNumber},
        {u"old_passport"_s, m_oldPassport},
        {u"nationality"_s, m_holder.stock->country},
        {u"birth_date"_s, party.birthDate.toString(Qt::ISODate)},
        {u"visa"_s, population.mint().visaNumber()},
        {u"service"_s, service->name.ar},
    };
    static const QStringList kDrawn{u"city"_s,     u"profession"_s,    u"employer"_s,
                                    u"relation"_s, u"lost_document"_s, u"travel_purpose"_s,
                                    u"amount"_s,   u"error_message"_s};
    for (const QString &key : kDrawn)
        m_places[key] = value(key);
    m_places[u"profession"_s] = profession(m_holder.gender);
}

// Arabic words for professions have a gender of their own.
QString Papers::profession(Gender gender)
{
    QStringList fitting;
    for (const QString &word : m_population.texts().values.at(u"profession"_s)) {
        if (word.section(u' ', 0, 0).endsWith(u'ة') == (gender == Gender::Woman))
            fitting.append(word);
    }
    return fitting.isEmpty() ? value(u"profession"_s) : m_dice.pick(fitting);
}

Sheet Papers::sheet(const DocumentText &document)
{
    const bool old = document.code == u"old_passport"_s;
    Sheet sheet;
    sheet.document = &document;
    sheet.holder = m_holder;
    if (old)
        sheet.holder.party.passportNumber = m_oldPassport;
    sheet.issued = std::max(before(m_content.day, old ? 1700 : 30, old ? 2400 : 500, m_dice),
                            m_holder.party.birthDate.addDays(m_dice.between(6, 25)));
    sheet.expires =
        old ? before(m_content.day, 5, 120, m_dice) : m_content.day.addDays(m_dice.between(60, 1600));
    // What is only for a visit ends with it.
    if (document.code == u"visitor_id"_s || document.code == u"medical_insurance"_s)
        sheet.expires = m_content.day.addDays(m_dice.between(12, 85));
    sheet.places = m_places;
    sheet.places[u"issue_date"_s] = sheet.issued.toString(Qt::ISODate);
    sheet.places[u"expiry_date"_s] = sheet.expires.toString(Qt::ISODate);
    sheet.places[u"date"_s] = before(m_content.day, 1, 25, m_dice).toString(Qt::ISODate);
    // A paper that states its day of issue was written on it, the others lately.
    const auto statesIssue = [](const DocumentText::Row &row) { return row.value == u"{issue_date}"_s; };
    sheet.written =
        std::any_of(document.rows.begin(), document.rows.end(), statesIssue) ? sheet.issued : m_content.day;
    sheet.places[u"document_number"_s] =
        QString(QString::number(m_dice.between(10'000, 99'999)) % u'/' % m_content.day.toString(u"yy"_s));
    // Days of a stay for a visa, members for a family.
    const int stay = m_dice.between(1, 3) * 30;
    sheet.places[u"count"_s] =
        QString::number(document.code == u"family_record"_s ? m_dice.between(3, 8) : stay);
    if (sheetForm(document.code) == SheetForm::Visa) {
        const QDate entered = before(m_content.day, 5, 28, m_dice);
        sheet.places[u"issue_date"_s] = entered.addDays(-m_dice.between(1, 20)).toString(Qt::ISODate);
        sheet.places[u"date"_s] = entered.toString(Qt::ISODate);
        sheet.places[u"expiry_date"_s] = entered.addDays(stay).toString(Qt::ISODate);
    }
    sheet.ornament = m_dice.next();
    return sheet;
}

bool hasSecondPage(const DocumentText &document)
{
    static const QStringList kLong{u"power_of_attorney"_s, u"establishment_letter"_s, u"medical_insurance"_s,
                                   u"marriage_contract"_s, u"medical_report"_s};
    return kLong.contains(document.code);
}

} // namespace

std::vector<Sheet> sheetsFor(const SampleContent &content, const Reference &reference, Population &population,
                             Dice &dice)
{
    Papers papers(content, reference, population, dice);
    std::vector<Sheet> sheets;
    QStringList titles;
    const int first = content.cover ? 2 : 1;
    for (const QString &code : content.documents) {
        const DocumentText *document = population.texts().document(code);
        if (!document)
            continue;
        sheets.push_back(papers.sheet(*document));
        titles.append(
            QString(document->title % u'\t' % QString::number(static_cast<int>(sheets.size()) + first - 1)));
        if (code == u"old_passport"_s || hasSecondPage(*document)) {
            Sheet second = sheets.back();
            second.kind = code == u"old_passport"_s ? Sheet::Kind::Stamps : Sheet::Kind::Conditions;
            sheets.push_back(std::move(second));
        }
    }
    if (content.cover && !sheets.empty()) {
        Sheet cover = sheets.front();
        cover.kind = Sheet::Kind::Cover;
        cover.contents = titles;
        sheets.insert(sheets.begin(), std::move(cover));
    }
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        sheets[i].page = static_cast<int>(i) + 1;
        sheets[i].pages = static_cast<int>(sheets.size());
    }
    return sheets;
}

} // namespace tawasul
