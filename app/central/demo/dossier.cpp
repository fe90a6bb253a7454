// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/dossier.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

constexpr int kPassportYears = 5;

QDate after(QDate day, int nearest, int farthest, Dice &dice)
{
    return day.addDays(dice.between(nearest, farthest));
}

bool mentions(const QString &text, const QStringList &words)
{
    return std::any_of(words.begin(), words.end(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

QString travelPurpose(const QString &text)
{
    if (mentions(text, {u"علاج"_s, u"يعالج"_s, u"مريض"_s}))
        return u"مرافقة مريض"_s;
    if (mentions(text, {u"دراس"_s, u"ابتعاث"_s}))
        return u"دراسة"_s;
    if (text.contains(u"عزاء"_s))
        return u"حضور عزاء"_s;
    return mentions(text, {u"مهمة"_s, u"تجار"_s, u"أملاك"_s}) ? u"مهمة عمل"_s : u"زيارة عائلية"_s;
}

// What a request says that the person works as; nothing for most.
QString statedProfession(const DescriptionText &text)
{
    if (!text.profession.isEmpty())
        return QString(text.profession % u'/' % text.toProfession);
    const bool isDriver = text.voice == Voice::Employer && mentions(text.text, {u"سائق"_s, u"driver"_s});
    return isDriver ? u"سائق خاص"_s : QString();
}

QDate keyDay(const Dossier &dossier, const QString &kind)
{
    for (const KeyDate &date : dossier.keyDates) {
        if (date.kind == kind)
            return date.day;
    }
    return {};
}

// Draws what a dossier holds beside its people.
class Maker
{
public:
    Maker(Dossier &dossier, const DossierWish &wish, Population &population, Dice &dice)
        : m_dossier(dossier)
        , m_wish(wish)
        , m_text(*wish.plan.text)
        , m_population(population)
        , m_dice(dice)
    {
    }

    void people();
    void work();
    void days();
    void drawn();

private:
    [[nodiscard]] QString value(const QString &key)
    {
        return m_dice.pick(m_population.texts().values.at(key));
    }
    [[nodiscard]] QString profession(const QString &key, Gender gender);
    [[nodiscard]] bool hasPersonalEmployer() const;
    [[nodiscard]] QDate writtenDay();
    void residenceDays();
    void visaDays();
    [[nodiscard]] QString errorMessage();
    [[nodiscard]] QString relationWord() const;

    Dossier &m_dossier;
    const DossierWish &m_wish;
    const DescriptionText &m_text;
    Population &m_population;
    Dice &m_dice;
};

void Maker::people()
{
    const Person &concerned = m_dossier.cast.concerned;
    const bool isFamily = m_text.voice == Voice::Family;
    if (isFamily)
        m_dossier.relative = m_dossier.cast.beneficiary;
    else if (concerned.gender == Gender::Woman && m_dossier.subService == u"residency.citizen_spouse"_s)
        m_dossier.relative = m_population.citizen(m_dice, Gender::Man, Age::Adult);
    else
        m_dossier.relative =
            m_population.relativeOf(m_dice, concerned, concerned.party.kind, Gender::Man, Age::Adult);
    const auto somebody = [&] {
        const Gender gender = concerned.gender;
        const Age age = m_dossier.cast.age;
        return concerned.party.kind == PartyKind::Citizen
            ? m_population.citizen(m_dice, gender, age)
            : m_population.foreigner(m_dice, concerned.party.kind, gender, age, *concerned.stock);
    };
    do { // a namesake would not be noticed
        m_dossier.stranger = somebody();
    } while (m_dossier.stranger.party.name == concerned.party.name);
    const SubService *asked = m_wish.reference.subService(m_dossier.subService);
    const Party &party = concerned.party;
    // Who has a new passport still has the number of the one before; else there is but one.
    m_dossier.oldPassport = asked->requiredDocuments.contains(u"new_passport"_s)
        ? m_population.mint().passport(party.nationality)
        : party.passportNumber;
    m_dossier.formerPassport = m_population.mint().passport(party.nationality);
    m_dossier.visa = m_population.mint().visaNumber();
}

// Arabic words for professions have a gender of their own.
QString Maker::profession(const QString &key, Gender gender)
{
    QStringList fitting;
    for (const QString &word : m_population.texts().values.at(key)) {
        if (word.section(u' ', 0, 0).endsWith(u'ة') == (gender == Gender::Woman))
            fitting.append(word);
    }
    return fitting.isEmpty() ? value(key) : m_dice.pick(fitting);
}

bool Maker::hasPersonalEmployer() const
{
    return m_text.voice == Voice::Employer || m_dossier.subService.endsWith(u".domestic"_s)
        || m_dossier.subService.startsWith(u"reports."_s)
        || m_dossier.subService == u"dependents.sponsored_drop"_s || m_text.profession == u"سائق خاص"_s;
}

void Maker::work()
{
    const Gender gender = m_dossier.cast.concerned.gender;
    const bool changesHands = m_dossier.subService.startsWith(u"transfer."_s);
    m_dossier.establishment = value(u"employer"_s);
    m_dossier.senderProfession = profession(u"profession"_s, m_dossier.cast.beneficiary.gender);
    if (hasPersonalEmployer()) {
        const bool isSender = m_text.voice == Voice::Employer && !changesHands;
        m_dossier.employer = isSender ? m_dossier.cast.beneficiary.party.name
                                      : m_population.citizen(m_dice, Gender::Man, Age::Adult).party.name;
        m_dossier.profession = profession(u"domestic_profession"_s, gender);
    } else if (m_text.voice == Voice::Family) {
        m_dossier.employer = m_dossier.cast.beneficiary.party.name;
        m_dossier.profession = profession(u"dependant_profession"_s, gender);
    } else {
        m_dossier.employer = m_dossier.establishment;
        m_dossier.profession = profession(u"profession"_s, gender);
    }
    m_dossier.statedProfession = statedProfession(m_text);
    if (!m_dossier.statedProfession.isEmpty())
        m_dossier.profession = m_dossier.statedProfession.section(u'/', 0, 0);
    m_dossier.toProfession = m_text.toProfession.isEmpty() ? m_dossier.profession : m_text.toProfession;
}

QDate Maker::writtenDay()
{
    const QDate keyed = keyDay(m_dossier, m_text.date);
    if (keyed.isValid())
        return keyed;
    return m_text.date == u"past"_s ? after(m_dossier.day, -15, -2, m_dice)
                                    : after(m_dossier.day, 3, 21, m_dice);
}

void Maker::residenceDays()
{
    PaperDays &days = m_dossier.days;
    const QDate day = m_dossier.day;
    m_dossier.isOver = saysItIsOver(m_text.text);
    const bool renewal = m_dossier.subService.startsWith(u"residency.renewal"_s);
    days.iqamaExpires = keyDay(m_dossier, u"iqama_expiry_date"_s);
    if (!days.iqamaExpires.isValid() && renewal)
        days.iqamaExpires = m_dossier.isOver ? after(day, -25, -2, m_dice) : after(day, 5, 45, m_dice);
    else if (!days.iqamaExpires.isValid())
        days.iqamaExpires = after(m_wish.today, 60, 300, m_dice);
    const QDate birth = m_dossier.cast.concerned.party.birthDate;
    const bool isNew =
        m_wish.reference.subService(m_dossier.subService)->requiredDocuments.contains(u"new_passport"_s);
    days.passportIssued = isNew ? after(day, -45, -8, m_dice) : after(day, -1400, -120, m_dice);
    // A newborn's is as young as the child.
    days.passportIssued = std::min(std::max(days.passportIssued, after(birth, 8, 25, m_dice)), day);
    days.passportExpires = days.passportIssued.addYears(kPassportYears).addDays(-1);
}

void Maker::visaDays()
{
    PaperDays &days = m_dossier.days;
    const QDate day = m_dossier.day;
    const QDate visaEnds = keyDay(m_dossier, u"visa_expiry_date"_s);
    days.visaExpires = visaEnds.isValid() ? visaEnds
        : m_dossier.subService.startsWith(u"visit_ext."_s) && saysItIsOver(m_text.text)
        ? after(day, -20, -2, m_dice)
        : after(m_wish.today, 6, 40, m_dice);
    days.entered = keyDay(m_dossier, u"entry_date"_s);
    if (!days.entered.isValid())
        days.entered =
            std::min(days.visaExpires.addDays(-30 * m_dice.between(1, 3)), after(day, -20, -3, m_dice));
    days.visaIssued = days.entered.addDays(-m_dice.between(3, 20));
    const QDate exitEnds = keyDay(m_dossier, u"final_exit_expiry_date"_s);
    days.exitExpires = exitEnds.isValid() ? exitEnds : days.visaExpires;
    days.insuredUntil = std::max(days.visaExpires, m_wish.today).addDays(m_dice.between(30, 90));
}

void Maker::days()
{
    residenceDays();
    visaDays();
    m_dossier.written = writtenDay();
    const QDate reported = keyDay(m_dossier, u"absence_report_date"_s);
    m_dossier.days.happened = reported.isValid() ? reported
        : m_text.date == u"past"_s               ? m_dossier.written
                                                 : after(m_dossier.day, -8, -1, m_dice);
}

// The message that the description quotes, else one of those that everybody gets; people who come again quote
// another one each time.
QString Maker::errorMessage()
{
    if (!m_wish.plan.ownPeople)
        return value(u"error_message"_s);
    static const QRegularExpression kQuoted(
        u"\"([^\"{}]{6,60})\"|رسال[ةه](?: النظام)?: ?([^.،؛\"(){}]{6,60})|"
        u"(?:يظهر|تظهر|ظهر|ظهرت)(?: لي)?: ?([^.،؛\"(){}]{6,60})|\\(([^(){}]{8,60})\\)"_s);
    const QRegularExpressionMatch match = kQuoted.match(m_text.text);
    for (int group = 1; group <= 4 && match.hasMatch(); ++group) {
        if (!match.captured(group).isEmpty())
            return match.captured(group).trimmed();
    }
    return value(u"error_message"_s);
}

// What the person concerned is to the sender.
QString Maker::relationWord() const
{
    const bool woman = m_dossier.cast.concerned.gender == Gender::Woman;
    switch (m_dossier.cast.age) {
    case Age::Newborn:
    case Age::Child:
        return woman ? u"ابنة"_s : u"ابن"_s;
    case Age::Elder:
        return woman ? u"والدة"_s : u"والد"_s;
    case Age::Adult:
        break;
    }
    return woman ? u"زوجة"_s : u"أخ"_s;
}

void Maker::drawn()
{
    const bool lostPermit = m_dossier.subService.startsWith(u"residency."_s);
    m_dossier.drawn = {
        {u"city"_s, value(u"city"_s)},
        {u"amount"_s, value(u"amount"_s)},
        {u"relation"_s, relationWord()},
        {u"lost_document"_s, lostPermit ? u"هوية مقيم"_s : u"جواز سفر"_s},
        {u"travel_purpose"_s, travelPurpose(m_text.text)},
        {u"error_message"_s, errorMessage()},
        {u"head_number"_s, m_dossier.relative.party.identifier},
        {u"border"_s, m_population.mint().borderNumber()},
        {u"iqama"_s, m_population.mint().iqama()},
        {u"national_id"_s, m_population.mint().nationalId()},
    };
}

} // namespace

Dossier makeDossier(const DossierWish &wish, Population &population, Dice &dice)
{
    Dossier dossier;
    dossier.number = wish.number;
    dossier.subService = wish.plan.papersFor();
    dossier.day = riyadhDate(wish.plan.submittedAt);
    dossier.cast = castFor(wish.plan, population, dice);
    dossier.account = PersonId(uuidV7(wish.plan.submittedAt, dice));
    dossier.keyDates = keyDatesFor(wish.plan, wish.reference, wish.windows, dice);
    Maker maker(dossier, wish, population, dice);
    maker.people();
    maker.work();
    maker.days();
    maker.drawn();
    return dossier;
}

bool suits(const Dossier &dossier, const DossierWish &wish)
{
    const QDate day = riyadhDate(wish.plan.submittedAt);
    const DescriptionText &text = *wish.plan.text;
    const bool hasEnd = dossier.subService.startsWith(u"residency.renewal"_s)
        || dossier.subService.startsWith(u"visit_ext."_s);
    const bool hasPurpose = dossier.subService == u"passport.exceptional_permit"_s;
    const QString profession = statedProfession(text);
    if (!couldBe(dossier.cast, text) || (hasEnd && dossier.isOver != saysItIsOver(text.text))
        || (!profession.isEmpty() && dossier.statedProfession != profession)
        || (hasPurpose && dossier.drawn.at(u"travel_purpose"_s) != travelPurpose(text.text)))
        return false;
    if (dossier.day > day || !keyDatesSuit(dossier.keyDates, wish.plan, wish.reference, wish.windows))
        return false;
    const qint64 ahead = day.daysTo(dossier.written);
    if (wish.plan.text->date == u"future"_s && ahead < 1)
        return false;
    return wish.plan.text->date != u"past"_s || ahead >= -21;
}

} // namespace tawasul
