// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/samplesheets.h"

#include <algorithm>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

QString written(QDate day)
{
    return day.toString(Qt::ISODate);
}

bool states(const DocumentText &document, QStringView place)
{
    return std::any_of(document.rows.begin(), document.rows.end(),
                       [place](const DocumentText::Row &row) { return row.value == place; });
}

bool hasSecondPage(const DocumentText &document)
{
    static const QStringList kLong{u"power_of_attorney"_s, u"establishment_letter"_s, u"medical_insurance"_s,
                                   u"marriage_contract"_s, u"medical_report"_s};
    return kLong.contains(document.code);
}

// One paper of a dossier.
class Paper
{
public:
    Paper(const DocumentText &document, Misfit misfit, const PaperSource &source, const Dossier &dossier)
        : m_document(document)
        , m_source(source)
        , m_dossier(dossier)
        , m_isStrangers(misfit == Misfit::OtherPerson)
        , m_isExpired(misfit == Misfit::Expired)
        , m_dice(source.seed, document.code.toLatin1(), dossier.number * 4 + static_cast<quint64>(misfit))
    {
    }

    [[nodiscard]] Sheet sheet();

private:
    [[nodiscard]] const Person &holder() const;
    void fillPeople(Places &places) const;
    void fillWork(Places &places) const;
    void fillDays(Sheet &sheet);
    void fillValidity(Sheet &sheet);
    [[nodiscard]] QDate lately(int nearest, int farthest)
    {
        return m_dossier.day.addDays(-m_dice.between(nearest, farthest));
    }

    const DocumentText &m_document;
    const PaperSource &m_source;
    const Dossier &m_dossier;
    bool m_isStrangers;
    bool m_isExpired;
    Dice m_dice;
};

// A residence permit is that of whose number the request states: a newborn has none, the father has.
const Person &Paper::holder() const
{
    if (m_isStrangers)
        return m_dossier.stranger;
    const Cast &cast = m_dossier.cast;
    if (m_document.code != u"iqama"_s)
        return cast.concerned;
    const bool hasNone = cast.concerned.party.identifierKind != IdentifierKind::Iqama;
    const bool senderHas = cast.beneficiary.party.identifierKind == IdentifierKind::Iqama;
    return hasNone && senderHas ? cast.beneficiary : cast.numbered();
}

void Paper::fillPeople(Places &places) const
{
    const Person &person = holder();
    const Cast &cast = m_dossier.cast;
    const Party &party = person.party;
    const bool isWoman = cast.concerned.gender == Gender::Woman;
    const QString &partner = m_dossier.relative.party.name;
    places[u"name"_s] = party.name;
    places[u"latin_name"_s] = party.latinName;
    places[u"nationality"_s] = person.stock->country;
    places[u"birth_date"_s] = written(party.birthDate);
    places[u"passport"_s] = m_isExpired ? m_dossier.formerPassport : party.passportNumber;
    places[u"old_passport"_s] = m_isStrangers ? party.passportNumber : m_dossier.oldPassport;
    places[u"applicant"_s] = cast.beneficiary.party.name;
    places[u"number"_s] = cast.numbered().party.identifier;
    places[u"head_name"_s] = partner;
    places[u"husband_name"_s] = isWoman ? partner : party.name;
    places[u"wife_name"_s] = isWoman ? party.name : partner;
    places[u"visa"_s] = m_dossier.visa;
    switch (party.identifierKind) {
    case IdentifierKind::Iqama:
        places[u"iqama"_s] = party.identifier;
        break;
    case IdentifierKind::NationalId:
        places[u"national_id"_s] = party.identifier;
        break;
    case IdentifierKind::BorderNumber:
        places[u"border"_s] = party.identifier;
        break;
    default:
        break;
    }
    // As the request complains: the family name was left out of the translated name.
    const bool isMisspelt = m_document.code == u"iqama"_s && !m_isStrangers
        && m_dossier.subService == u"residency.translated_name"_s && party.latinName.contains(u' ');
    if (isMisspelt)
        places[u"latin_name"_s] = party.latinName.section(u' ', 0, -2);
}

void Paper::fillWork(Places &places) const
{
    const bool isSenders = &holder() == &m_dossier.cast.beneficiary && m_document.code == u"iqama"_s
        && m_dossier.cast.relation != Relation::Self;
    const bool isFirm = isSenders || m_isStrangers || m_document.code == u"establishment_letter"_s;
    places[u"employer"_s] = isFirm ? m_dossier.establishment : m_dossier.employer;
    places[u"profession"_s] = isSenders ? m_dossier.senderProfession : m_dossier.profession;
    places[u"to_profession"_s] = m_dossier.toProfession;
    const SubService *service = m_source.reference.subService(m_dossier.subService);
    places[u"service"_s] = service ? service->name.ar : QString();
}

// From when to when a document is valid.
void Paper::fillValidity(Sheet &sheet)
{
    const PaperDays &days = m_dossier.days;
    const QString &code = m_document.code;
    const QDate birth = holder().party.birthDate;
    sheet.issued = std::min(std::max(lately(30, 500), birth.addDays(m_dice.between(6, 25))), m_dossier.day);
    sheet.expires = m_dossier.day.addDays(m_dice.between(90, 1600));
    if (code == u"iqama"_s) {
        sheet.expires = days.iqamaExpires;
    } else if (code == u"old_passport"_s) {
        sheet.expires = std::min(days.passportIssued, m_dossier.day).addDays(m_dice.between(-40, -3));
        sheet.issued = sheet.expires.addYears(-5).addDays(1);
    } else if (code == u"passport_copy"_s || code == u"new_passport"_s) {
        sheet.issued = days.passportIssued;
        sheet.expires = days.passportExpires;
    } else if (code == u"exit_visa"_s) {
        sheet.expires = days.exitExpires;
        sheet.issued = std::min(sheet.expires.addDays(-30 * m_dice.between(1, 3)), lately(2, 20));
    } else if (sheetForm(code) == SheetForm::Visa) {
        sheet.issued = days.visaIssued;
        sheet.expires = days.visaExpires;
    } else if (code == u"visitor_id"_s) {
        sheet.expires = days.visaExpires;
    } else if (code == u"medical_insurance"_s) {
        sheet.issued = days.entered;
        sheet.expires = days.insuredUntil;
    }
    if (!m_isExpired)
        return;
    sheet.expires = lately(40, 400);
    if (code == u"medical_insurance"_s)
        sheet.expires = days.entered.addDays(2);
    else
        sheet.issued = sheet.expires.addYears(-5).addDays(1);
}

void Paper::fillDays(Sheet &sheet)
{
    fillValidity(sheet);
    const PaperDays &days = m_dossier.days;
    const QString &code = m_document.code;
    QDate date = lately(1, 10);
    if (sheetForm(code) == SheetForm::Visa)
        date = days.entered;
    else if (code == u"travel_evidence"_s)
        date = std::max(m_dossier.written, m_dossier.day.addDays(5));
    else if (code == u"medical_exam"_s)
        date = std::min(days.entered.addDays(m_dice.between(3, 15)), m_dossier.day);
    else if (code == u"error_screenshot"_s)
        date = lately(0, 2);
    else if (code == u"loss_statement"_s || code == u"absence_report_copy"_s
             || code == u"work_interruption_report"_s)
        date = days.happened;
    // A paper that states its day of issue was written on it, a letter on its date, the others lately.
    const bool isLetter = code == u"establishment_letter"_s || code == u"medical_report"_s;
    sheet.written = states(m_document, u"{issue_date}") ? sheet.issued : isLetter ? date : lately(0, 3);
    sheet.places[u"issue_date"_s] = written(sheet.issued);
    sheet.places[u"expiry_date"_s] = written(sheet.expires);
    sheet.places[u"date"_s] = written(date);
    // Days of a stay for a visa, members for a family.
    sheet.places[u"count"_s] = QString::number(
        code == u"family_record"_s ? m_dice.between(3, 8) : days.entered.daysTo(days.visaExpires));
}

Sheet Paper::sheet()
{
    Sheet sheet;
    sheet.document = &m_document;
    sheet.holder = holder();
    sheet.places = m_dossier.drawn;
    fillPeople(sheet.places);
    fillWork(sheet.places);
    fillDays(sheet);
    sheet.places[u"document_number"_s] =
        QString(QString::number(m_dice.between(10'000, 99'999)) % u'/' % sheet.written.toString(u"yy"_s));
    if (sheetForm(m_document.code) == SheetForm::Booklet)
        sheet.holder.party.passportNumber =
            sheet.places[m_document.code == u"old_passport"_s ? u"old_passport"_s : u"passport"_s];
    sheet.ornament = m_dice.next();
    return sheet;
}

} // namespace

std::vector<Sheet> sheetsFor(const SampleContent &content, const PaperSource &source, const Dossier &dossier)
{
    std::vector<Sheet> sheets;
    QStringList titles;
    const int first = content.cover ? 2 : 1;
    for (const QString &code : content.documents) {
        const DocumentText *document = source.texts.document(code);
        if (!document)
            continue;
        const Misfit misfit = code == content.misfitDocument ? content.misfit : Misfit::None;
        sheets.push_back(Paper(*document, misfit, source, dossier).sheet());
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
        cover.places[u"name"_s] = dossier.cast.concerned.party.name;
        sheets.insert(sheets.begin(), std::move(cover));
    }
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        sheets[i].page = static_cast<int>(i) + 1;
        sheets[i].pages = static_cast<int>(sheets.size());
    }
    return sheets;
}

} // namespace tawasul
