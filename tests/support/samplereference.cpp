// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplereference.h"

#include <QtCore/QJsonDocument>

namespace tawasul {

namespace {

Bilingual both(const char *ar, const char *en)
{
    return { QString::fromUtf8(ar), QString::fromUtf8(en) };
}

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

std::vector<Section> sections()
{
    return {
        { text("residency"),
          both("هوية مقيم", "Resident ID"),
          { IdentifierKind::Iqama },
          { { text("هوية مقيم"), 5 }, { text("الإقامة"), 4 } } },
        { text("reports"),
          both("البلاغات", "Reports"),
          { IdentifierKind::NationalId, IdentifierKind::Iqama },
          { { text("بلاغ تغيب"), 6 } } },
        { text("visit"), both("تأشيرات الزيارة", "Visit visas"), { IdentifierKind::BorderNumber }, {} },
    };
}

std::vector<SubService> subServices()
{
    return {
        // Needs the proof of execution.
        { text("residency.renewal"),
          text("residency"),
          both("تجديد هوية مقيم", "Resident ID renewal"),
          7,
          true,
          { text("passport"), text("resident_id") },
          { { text("تجديد"), 3 } } },
        // Needs none.
        { text("residency.translated_name"),
          text("residency"),
          both("تعديل الاسم المترجم", "Translated name"),
          7,
          false,
          { text("passport") },
          {} },
        // Has statutory windows.
        { text("reports.absence_cancel"),
          text("reports"),
          both("إلغاء بلاغ تغيب", "Cancel absence report"),
          7,
          true,
          {},
          {} },
        { text("visit.multi_entry"),
          text("visit"),
          both("زيارة متعددة السفرات", "Multiple-entry visit"),
          5,
          false,
          {},
          {} },
    };
}

std::vector<Reason> reasons()
{
    using A = ActType;
    return {
        { text("DONE"), { A::Complete }, both("نُفّذ الطلب", "Done"), { text("done"), text("accepted") }, {} },
        { text("MISSING_ATTACHMENT"),
          { A::Return },
          both("المرفقات ناقصة", "Attachments are missing"),
          { text("incomplete") },
          text("attachments") },
        { text("DEADLINE_PASSED"),
          { A::Reject },
          both("انقضت المهلة النظامية", "Time limit passed"),
          { text("refused") },
          {} },
        { text("WRONG_SECTION"),
          { A::Transfer, A::Reject },
          both("القسم أو الخدمة المختارة غير صحيحة", "Wrong section"),
          { text("refused") },
          text("section") },
        { text("NEEDS_SENIOR"), { A::Escalate }, both("يتطلب رأي المشرف", "Needs a supervisor"), {}, {} },
        { text("REVIEWED"), { A::Reopen }, both("إعادة نظر", "Reviewed"), {}, {} },
    };
}

std::vector<ReplyTemplate> templates()
{
    using A = ActType;
    return {
        { text("done"), { A::Complete }, true, {}, both("تم تنفيذ طلبكم.", "Your request is done.") },
        // Completes without saying that anything is done: allowed before the proof is there.
        { text("accepted"), { A::Complete }, false, {}, both("قُبل طلبكم وهو قيد التنفيذ.", "Accepted.") },
        { text("incomplete"), { A::Return }, false, {}, both("يرجى استكمال المرفقات.", "Please complete.") },
        { text("refused"),
          { A::Reject },
          false,
          { text("residency"), text("reports") },
          both("تعذر قبول الطلب.", "The request was refused.") },
    };
}

std::vector<StatutoryRule> rules()
{
    using K = StatutoryRule::Kind;
    const QStringList absence{ text("reports.absence_cancel") };
    return {
        { text("absence_cancel_10"),
          K::Latest,
          both("مهلة إلغاء البلاغ (سابقًا)", "Former window"),
          absence,
          text("absence_report"),
          10,
          {},
          QDate(2025, 12, 31),
          {} },
        { text("absence_cancel_15"),
          K::Latest,
          both("مهلة إلغاء البلاغ", "Window to cancel"),
          absence,
          text("absence_report"),
          15,
          QDate(2026, 1, 1),
          {},
          both("لا يُلغى بعدها", "Final afterwards") },
        { text("visa_end"),
          K::Latest,
          both("نهاية التأشيرة", "End of the visa"),
          absence,
          text("visa_end"),
          0,
          {},
          {},
          {} },
        { text("drop_30"),
          K::Earliest,
          both("مضي ثلاثين يومًا", "Thirty days must pass"),
          absence,
          text("absence_report"),
          30,
          {},
          {},
          {} },
    };
}

constexpr char kJson[] = R"json({
  "version": "2026-11", "oldest_desk": "0.1.0",
  "regions": [
    {"code": "SA-01", "name": {"ar": "الرياض", "en": "Riyadh"}},
    {"code": "SA-02", "name": {"ar": "مكة المكرمة", "en": "Makkah"}}],
  "sections": [
    {"code": "residency", "name": {"ar": "هوية مقيم", "en": "Resident ID"}, "accepted_identifiers": ["iqama"],
     "terms": [{"text": "هوية مقيم", "weight": 5}, {"text": "الإقامة", "weight": 4}]},
    {"code": "reports", "name": {"ar": "البلاغات", "en": "Reports"},
     "accepted_identifiers": ["national_id", "iqama"], "terms": [{"text": "بلاغ تغيب", "weight": 6}]},
    {"code": "visit", "name": {"ar": "تأشيرات الزيارة", "en": "Visit visas"},
     "accepted_identifiers": ["border_number"], "terms": []}],
  "sub_services": [
    {"code": "residency.renewal", "section": "residency",
     "name": {"ar": "تجديد هوية مقيم", "en": "Resident ID renewal"}, "working_days": 7,
     "needs_execution_proof": true, "required_documents": ["passport", "resident_id"],
     "terms": [{"text": "تجديد", "weight": 3}]},
    {"code": "residency.translated_name", "section": "residency",
     "name": {"ar": "تعديل الاسم المترجم", "en": "Translated name"}, "working_days": 7,
     "needs_execution_proof": false, "required_documents": ["passport"], "terms": []},
    {"code": "reports.absence_cancel", "section": "reports",
     "name": {"ar": "إلغاء بلاغ تغيب", "en": "Cancel absence report"}, "working_days": 7,
     "needs_execution_proof": true, "required_documents": [], "terms": []},
    {"code": "visit.multi_entry", "section": "visit",
     "name": {"ar": "زيارة متعددة السفرات", "en": "Multiple-entry visit"}, "working_days": 5,
     "needs_execution_proof": false, "required_documents": [], "terms": []}],
  "documents": [
    {"code": "passport", "name": {"ar": "جواز السفر", "en": "Passport"}},
    {"code": "resident_id", "name": {"ar": "هوية مقيم", "en": "Resident ID"}}],
  "reasons": [
    {"code": "DONE", "outcomes": ["complete"], "name": {"ar": "نُفّذ الطلب", "en": "Done"},
     "templates": ["done", "accepted"]},
    {"code": "MISSING_ATTACHMENT", "outcomes": ["return"],
     "name": {"ar": "المرفقات ناقصة", "en": "Attachments are missing"}, "templates": ["incomplete"],
     "precheck": "attachments"},
    {"code": "DEADLINE_PASSED", "outcomes": ["reject"],
     "name": {"ar": "انقضت المهلة النظامية", "en": "Time limit passed"}, "templates": ["refused"]},
    {"code": "WRONG_SECTION", "outcomes": ["transfer", "reject"],
     "name": {"ar": "القسم أو الخدمة المختارة غير صحيحة", "en": "Wrong section"}, "templates": ["refused"],
     "precheck": "section"},
    {"code": "NEEDS_SENIOR", "outcomes": ["escalate"],
     "name": {"ar": "يتطلب رأي المشرف", "en": "Needs a supervisor"}, "templates": []},
    {"code": "REVIEWED", "outcomes": ["reopen"], "name": {"ar": "إعادة نظر", "en": "Reviewed"},
     "templates": []}],
  "reply_templates": [
    {"code": "done", "outcomes": ["complete"], "says_done": true, "sections": [],
     "body": {"ar": "تم تنفيذ طلبكم.", "en": "Your request is done."}},
    {"code": "accepted", "outcomes": ["complete"], "says_done": false, "sections": [],
     "body": {"ar": "قُبل طلبكم وهو قيد التنفيذ.", "en": "Accepted."}},
    {"code": "incomplete", "outcomes": ["return"], "says_done": false, "sections": [],
     "body": {"ar": "يرجى استكمال المرفقات.", "en": "Please complete."}},
    {"code": "refused", "outcomes": ["reject"], "says_done": false, "sections": ["residency", "reports"],
     "body": {"ar": "تعذر قبول الطلب.", "en": "The request was refused."}}],
  "calendar": {"version": "calendar-2026-1", "weekend": ["friday", "saturday"],
    "holidays": [
      {"first": "2026-02-22", "last": "2026-02-22", "name": {"ar": "يوم التأسيس", "en": "Founding Day"}},
      {"first": "2026-03-19", "last": "2026-03-22", "name": {"ar": "عيد الفطر", "en": "Eid al-Fitr"},
       "provisional": true},
      {"first": "2026-05-26", "last": "2026-05-29", "name": {"ar": "عيد الأضحى", "en": "Eid al-Adha"},
       "provisional": true},
      {"first": "2026-09-23", "last": "2026-09-23", "name": {"ar": "اليوم الوطني", "en": "National Day"}},
      {"first": "2027-03-09", "last": "2027-03-12", "name": {"ar": "عيد الفطر", "en": "Eid al-Fitr"},
       "provisional": true},
      {"first": "2027-09-23", "last": "2027-09-23", "name": {"ar": "اليوم الوطني", "en": "National Day"}},
      {"first": "2028-09-24", "last": "2028-09-24", "name": {"ar": "اليوم الوطني", "en": "National Day"}}],
    "office_hours": [
      {"first": "2020-01-01", "opens": "07:30", "closes": "14:30",
       "name": {"ar": "الدوام الرسمي", "en": "Office hours"}},
      {"first": "2026-02-18", "last": "2026-03-18", "opens": "10:00", "closes": "15:00",
       "name": {"ar": "دوام رمضان", "en": "Ramadan hours"}}]},
  "statutory_rules": [
    {"code": "absence_cancel_10", "kind": "latest", "sub_services": ["reports.absence_cancel"],
     "name": {"ar": "مهلة إلغاء البلاغ (سابقًا)", "en": "Former window"}, "date_kind": "absence_report",
     "days": 10, "effective_to": "2025-12-31"},
    {"code": "absence_cancel_15", "kind": "latest", "sub_services": ["reports.absence_cancel"],
     "name": {"ar": "مهلة إلغاء البلاغ", "en": "Window to cancel"}, "date_kind": "absence_report", "days": 15,
     "effective_from": "2026-01-01", "note": {"ar": "لا يُلغى بعدها", "en": "Final afterwards"}},
    {"code": "visa_end", "kind": "latest", "sub_services": ["reports.absence_cancel"],
     "name": {"ar": "نهاية التأشيرة", "en": "End of the visa"}, "date_kind": "visa_end", "days": 0},
    {"code": "drop_30", "kind": "earliest", "sub_services": ["reports.absence_cancel"],
     "name": {"ar": "مضي ثلاثين يومًا", "en": "Thirty days must pass"}, "date_kind": "absence_report",
     "days": 30}],
  "date_kinds": [
    {"code": "absence_report", "name": {"ar": "تاريخ البلاغ", "en": "Day of the report"}},
    {"code": "visa_end", "name": {"ar": "انتهاء التأشيرة", "en": "End of the visa"}}],
  "enquiry_terms": [{"text": "استفسار", "weight": 2}],
  "portal_statuses": [
    {"status": "new", "name": {"ar": "تحت المعالجة", "en": "Under processing"}},
    {"status": "returned", "name": {"ar": "معاد لمقدم الطلب", "en": "Returned to the applicant"}}],
  "parameters": {"service_working_days": 7, "closed_days_in_cache": 30, "recall_seconds": 60,
    "poll_seconds": 15, "near_due_working_days": 2, "section_lead": 2, "enquiry_score": 5,
    "attachment_max_bytes": 3145728,
    "attachment_max_count": 10, "description_max_chars": 2000, "clock_pauses_while_returned": true}
})json";

Reference build()
{
    Reference value;
    value.version = text("2026-11");
    value.oldestDesk = text("0.1.0");
    value.regions = { { text("SA-01"), both("الرياض", "Riyadh") },
                      { text("SA-02"), both("مكة المكرمة", "Makkah") } };
    value.sections = sections();
    value.subServices = subServices();
    value.documents = { { text("passport"), both("جواز السفر", "Passport") },
                        { text("resident_id"), both("هوية مقيم", "Resident ID") } };
    value.reasons = reasons();
    value.templates = templates();
    value.calendar = sampleCalendar();
    value.statutoryRules = rules();
    value.dateKinds = { { text("absence_report"), both("تاريخ البلاغ", "Day of the report") },
                        { text("visa_end"), both("انتهاء التأشيرة", "End of the visa") } };
    value.enquiryTerms = { { text("استفسار"), 2 } };
    value.portalStatuses = {
        { text("new"), both("تحت المعالجة", "Under processing") },
        { text("returned"), both("معاد لمقدم الطلب", "Returned to the applicant") },
    };
    value.parameters.attachmentMaxBytes = 3'145'728;
    value.parameters.attachmentMaxCount = 10;
    value.parameters.descriptionMaxChars = 2'000;
    return value;
}

} // namespace

WorkCalendar sampleCalendar()
{
    const Bilingual nationalDay = both("اليوم الوطني", "National Day");
    const Bilingual fitr = both("عيد الفطر", "Eid al-Fitr");
    return WorkCalendar(
        text("calendar-2026-1"), { Qt::Friday, Qt::Saturday },
        { { QDate(2026, 2, 22), QDate(2026, 2, 22), both("يوم التأسيس", "Founding Day"), false },
          { QDate(2026, 3, 19), QDate(2026, 3, 22), fitr, true },
          { QDate(2026, 5, 26), QDate(2026, 5, 29), both("عيد الأضحى", "Eid al-Adha"), true },
          { QDate(2026, 9, 23), QDate(2026, 9, 23), nationalDay, false },
          { QDate(2027, 3, 9), QDate(2027, 3, 12), fitr, true },
          { QDate(2027, 9, 23), QDate(2027, 9, 23), nationalDay, false },
          { QDate(2028, 9, 24), QDate(2028, 9, 24), nationalDay, false } },
        { { QDate(2020, 1, 1), {}, QTime(7, 30), QTime(14, 30), both("الدوام الرسمي", "Office hours") },
          { QDate(2026, 2, 18), QDate(2026, 3, 18), QTime(10, 0), QTime(15, 0),
            both("دوام رمضان", "Ramadan hours") } });
}

const Reference &sampleReference()
{
    static const Reference kReference = build();
    return kReference;
}

QJsonObject sampleReferenceJson()
{
    return QJsonDocument::fromJson(QByteArray(kJson)).object();
}

} // namespace tawasul
