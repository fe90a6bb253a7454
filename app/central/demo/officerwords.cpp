// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/officerwords.h"

#include "models/protocol/words.h"

#include <algorithm>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

// A text with these words is at home only in sub-services that begin with one of these prefixes.
struct Home
{
    QString words;
    QStringList subServices;
};

const std::vector<Home> &homes()
{
    static const std::vector<Home> kHomes{
        {u"بلاغ"_s, {u"reports."_s}},
        {u"30 يوم"_s, {u"dependents.sponsored_drop"_s}},
        {u"الإسقاط قبل"_s, {u"dependents.exit_no_return"_s}},
        {u"سجل السفر"_s, {u"dependents.exit_no_return"_s, u"dependents.sponsored_drop"_s}},
        {u"المقابل المالي"_s, {u"dependents.fees"_s}},
        {u"المرافقين"_s, {u"dependents."_s}},
        {u"مولود"_s, {u"dependents.add_newborn"_s}},
        {u"الزيارة"_s, {u"visit"_s}},
        {u"الاستضافة"_s, {u"visit"_s}},
        {u"الخارجية"_s, {u"visit."_s}},
        {u"تاريخ الدخول"_s, {u"visit"_s}},
        {u"رقم الحدود"_s, {u"visit"_s}},
        {u"الثاني للزيارة"_s, {u"visit_ext.multiple"_s}},
        {u"تمديد يتجاوز"_s, {u"visit_ext."_s, u"exit.reentry_extend"_s}},
        {u"الخروج النهائي"_s, {u"exit.final_cancel"_s}},
        {u"السفر خلال"_s, {u"passport."_s, u"exit.reentry"_s}},
        {u"علاج محجوز"_s, {u"passport."_s, u"exit.reentry"_s}},
        {u"مهمة رسمية"_s, {u"passport.exceptional_permit"_s, u"passport.renewal"_s}},
        {u"الراتب"_s, {u"residency."_s, u"docupdate."_s, u"profession."_s, u"transfer."_s, u"dependents."_s}},
        {u"مساند"_s, {u"transfer.domestic"_s, u"profession.domestic"_s, u"reports."_s}},
        {u"الأحوال المدنية"_s, {u"passport."_s}},
        {u"هوية مقيم"_s, {u"residency."_s, u"exit."_s}},
        {u"الشحنة"_s, {u"passport.delivery"_s}},
        {u"الجهة الناقلة"_s, {u"passport.delivery"_s}},
        {u"العنوان الوطني"_s, {u"passport.delivery"_s}},
        {u"صك الحضانة"_s, {u"passport.minor"_s, u"passport.travel_permit"_s, u"dependents.separate"_s}},
        {u"الطباعة."_s, {u"passport.issue"_s, u"passport.renewal"_s, u"passport.reissue"_s}},
        {u"فُتحت الخدمة"_s, {u"transfer.consent_issue"_s}},
        {u"فتح خدمة الموافقة"_s, {u"transfer.consent_issue"_s}},
        {u"موافقة العامل"_s, {u"transfer.domestic"_s}},
        {u"الاعتماد المهني"_s, {u"profession.establishment"_s}},
        {u"المفقود"_s, {u"passport.lost"_s, u"docupdate.lost_old"_s}},
        {u"كلمة «الجواز»"_s, {u"docupdate.transfer_info"_s}},
    };
    return kHomes;
}

// What else a text takes for granted.
struct Presupposition
{
    QString words;
    QStringList inDescription; ///< one of these words
    QString missing;           ///< this document
    QStringList attached;      ///< one of these documents
};

const std::vector<Presupposition> &presuppositions()
{
    static const std::vector<Presupposition> kAll{
        {u"الجواز الجديد دون السابق"_s, {}, u"old_passport"_s, {}},
        {u"لم ترفق صورة رسالة"_s, {}, u"error_screenshot"_s, {}},
        {u"رقم الجواز فقط"_s, {u"{passport}"_s}, {}, {}},
        {u"رقم الحدود في الوصف"_s, {u"{border}"_s}, {}, {}},
        {u"طُوبق رقم الإقامة"_s, {u"{iqama}"_s}, {}, {}},
        {u"رسالة الخطأ تظهر"_s, {}, {}, {u"error_screenshot"_s}},
        {u"إيصال السداد المرفق"_s, {}, {}, {u"payment_receipt"_s}},
        {u"وثيقة التأمين"_s, {}, {}, {u"medical_insurance"_s}},
        {u"المقروءة آليًا"_s, {}, {}, {u"passport_copy"_s, u"new_passport"_s, u"old_passport"_s}},
        {u"الجواز الجديد فقط"_s, {}, u"old_passport"_s, {}},
        {u"رقم الجواز في الصورة"_s, {}, {}, {u"passport_copy"_s, u"new_passport"_s, u"old_passport"_s}},
        {u"وفاة"_s, {u"توف"_s, u"عزاء"_s, u"رحم"_s}, {}, {}},
        {u"عائل"_s, {u"أرمل"_s, u"متوف"_s, u"توفي"_s, u"عائل"_s}, {}, {}},
        {u"مسن"_s, {u"مسن"_s, u"مقعد"_s, u"والد"_s, u"عمره ٧"_s}, {}, {}},
        {u"الإعاقة"_s, {u"عاق"_s}, {}, {}},
        {u"صحية حرجة"_s,
         {u"عملي"_s, u"عناية"_s, u"عنايه"_s, u"مستشفى"_s, u"حامل"_s, u"مريض"_s, u"علاج"_s},
         {},
         {}},
        {u"مرافقة مريض"_s, {u"علاج"_s, u"مريض"_s, u"المريضة"_s}, {}, {}},
        {u"عائلها، والإقامات"_s, {u"متوف"_s, u"توفي"_s}, {}, {}},
        {u"العناية المركزة، ويُطلب"_s, {u"والد"_s, u"أم"_s}, {}, {}},
    };
    return kAll;
}

template<class List, class Test>
bool anyOf(const List &list, Test test)
{
    return std::any_of(list.begin(), list.end(), test);
}

} // namespace

OfficerWords::OfficerWords(const DemoTexts &texts, const CasePlan &plan, QStringList documents, Dice &dice)
    : m_texts(texts)
    , m_plan(plan)
    , m_documents(std::move(documents))
    , m_dice(dice)
{
}

bool OfficerWords::suits(const QString &text) const
{
    // Nobody finds that everything agrees where it does not.
    static const QStringList kAgreement{u"متفقة"_s, u"يطابق"_s, u"يوافق"_s, u"سارية"_s, u"وردت في طلب"_s};
    if (m_plan.misfit != Misfit::None
        && anyOf(kAgreement, [&text](const QString &word) { return text.contains(word); }))
        return false;
    const auto isHere = [this](const QString &prefix) { return m_plan.subService.startsWith(prefix); };
    for (const Home &home : homes()) {
        if (text.contains(home.words) && !anyOf(home.subServices, isHere))
            return false;
    }
    const auto isSaid = [this](const QString &word) { return m_plan.text->text.contains(word); };
    const auto isThere = [this](const QString &document) { return m_documents.contains(document); };
    for (const Presupposition &needed : presuppositions()) {
        if (!text.contains(needed.words))
            continue;
        if ((!needed.inDescription.isEmpty() && !anyOf(needed.inDescription, isSaid))
            || (!needed.attached.isEmpty() && !anyOf(needed.attached, isThere))
            || (!needed.missing.isEmpty() && !m_plan.text->missing.contains(needed.missing)))
            return false;
    }
    return true;
}

QString OfficerWords::one(const QStringList &texts)
{
    QStringList suitable;
    std::copy_if(texts.begin(), texts.end(), std::back_inserter(suitable),
                 [this](const QString &text) { return suits(text); });
    if (!suitable.isEmpty())
        return m_dice.pick(suitable);
    return texts.isEmpty() ? QString() : texts.front();
}

QString OfficerWords::oneOf(const std::map<QString, QStringList> &texts, const QString &key)
{
    const auto found = texts.find(key);
    return found == texts.end() ? QString() : one(found->second);
}

QString OfficerWords::misfitOr(const QString &reason) const
{
    switch (m_plan.misfit) {
    case Misfit::OtherPerson:
        return u"OTHER_PERSON"_s;
    case Misfit::Expired:
        return u"EXPIRED"_s;
    case Misfit::None:
        break;
    }
    return reason;
}

QString OfficerWords::rationale(ActType outcome, const QString &reason)
{
    const QString &why = outcome == ActType::Return ? misfitOr(reason) : reason;
    const QStringList &texts = m_texts.rationales.at(QString(wire::word(outcome) % u'/' % why));
    return why == reason ? one(texts) : m_dice.pick(texts);
}

QString OfficerWords::escalation(const QString &reason)
{
    return m_plan.misfit == Misfit::OtherPerson ? m_dice.pick(m_texts.escalations.at(misfitOr(reason)))
                                                : oneOf(m_texts.escalations, reason);
}

QString OfficerWords::note(const QString &section)
{
    QStringList here;
    for (const NoteText &note : m_texts.notes) {
        if (note.sections.isEmpty() || note.sections.contains(section))
            here.append(note.text);
    }
    return one(here);
}

QString OfficerWords::details(const QString &replyTemplate)
{
    return oneOf(m_texts.details, replyTemplate);
}

QString OfficerWords::office()
{
    return oneOf(m_texts.offices, m_plan.region);
}

QString OfficerWords::resubmission(const QString &reason, IdentifierKind kind)
{
    if (m_plan.misfit != Misfit::None)
        return m_dice.pick(m_texts.resubmissions.at(misfitOr(reason)));
    const QString byKind{reason % u'/' % wire::word(kind)};
    return m_texts.resubmissions.contains(byKind) ? oneOf(m_texts.resubmissions, byKind)
                                                  : oneOf(m_texts.resubmissions, reason);
}

std::vector<Mark> OfficerWords::marks()
{
    std::vector<Mark> marks;
    if (m_plan.text->humanitarian)
        marks.push_back({Mark::Kind::Humanitarian, one(m_texts.humanitarianReasons)});
    else if (m_plan.text->urgent || m_plan.urgent)
        marks.push_back({Mark::Kind::Urgent, one(m_texts.urgentReasons)});
    return marks;
}

} // namespace tawasul
