// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplecases.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include "models/protocol/referencecodec.h"

namespace tawasul::samples {

namespace {

Instant at(int month, int day, int hour, int minute)
{
    return riyadhInstant(QDate(2026, month, day), QTime(hour, minute));
}

QString hash(char digit)
{
    return QString(64, QLatin1Char(digit));
}

Attachment file(char digit, const QString &name, const QString &type, qint64 size,
                const QStringList &documents)
{
    Attachment attachment;
    attachment.sha256 = hash(digit);
    attachment.name = name;
    attachment.mediaType = type;
    attachment.size = size;
    attachment.documents = documents;
    attachment.addedAt = at(11, 18, 9, 12);
    return attachment;
}

HistoryEntry step(ActType type, CaseStatus to, Instant when, const QString &name, Role role)
{
    HistoryEntry entry;
    entry.act = ActId(QStringLiteral("act-%1").arg(when.time_since_epoch().count()));
    entry.type = type;
    entry.to = to;
    entry.at = when;
    entry.recordedAt = when;
    entry.actor = {PersonId(QStringLiteral("p-") + name), name};
    entry.role = role;
    return entry;
}

Case inSection(Case theCase, const QString &section, const QString &subService)
{
    theCase.section = section;
    theCase.subService = subService;
    return theCase;
}

const QString kOfficerName = QStringLiteral("نورة بنت سعد القحطاني");

} // namespace

Instant now()
{
    return at(11, 22, 10, 42);
}

ReferencePtr reference()
{
    static const ReferencePtr kReference = [] {
        QFile source(QStringLiteral(":/reference/reference.json"));
        if (!source.open(QIODevice::ReadOnly))
            qFatal("the reference data is not compiled in");
        Result<Reference> read = wire::referenceFromJson(QJsonDocument::fromJson(source.readAll()).object());
        if (!read)
            qFatal("%s", qPrintable(read.error().detail));
        return std::make_shared<const Reference>(std::move(read).value());
    }();
    return kReference;
}

Actor officer()
{
    return {PersonId(QStringLiteral("u-17")), kOfficerName, Role::Officer, QStringLiteral("docupdate"),
            QStringLiteral("SA-01")};
}

Actor auditor()
{
    Actor actor = officer();
    actor.role = Role::Auditor;
    return actor;
}

Case ordinary()
{
    Case theCase;
    theCase.id = CaseId(QStringLiteral("0193-ordinary"));
    theCase.number = QStringLiteral("1448021457");
    theCase.version = 3;
    theCase.status = CaseStatus::InProgress;
    theCase.section = QStringLiteral("docupdate");
    theCase.subService = QStringLiteral("docupdate.transfer_info");
    theCase.region = QStringLiteral("SA-01");
    theCase.submittedAt = at(11, 18, 9, 12);
    theCase.updatedAt = at(11, 22, 8, 5);
    theCase.serviceDeadline = serviceDeadline(theCase.submittedAt, 7, reference()->calendar);
    theCase.calendarVersion = reference()->calendar.version();
    theCase.assignee = PersonName{officer().id, officer().name};
    theCase.beneficiary.kind = PartyKind::Resident;
    theCase.beneficiary.name = QStringLiteral("محمد عبدالرحمن خان");
    theCase.beneficiary.identifierKind = IdentifierKind::Iqama;
    theCase.beneficiary.identifier = QStringLiteral("2456789011");
    theCase.beneficiary.mobile = QStringLiteral("+966500000017");
    Party &subject = theCase.subject.party;
    subject = theCase.beneficiary;
    subject.name = QStringLiteral("عائشة محمد خان");
    subject.latinName = QStringLiteral("AISHA MUHAMMAD KHAN");
    subject.identifier = QStringLiteral("2123456788");
    subject.nationality = QStringLiteral("PAK");
    subject.passportNumber = QStringLiteral("AB0000171");
    subject.birthDate = QDate(2014, 3, 9);
    subject.mobile.clear();
    theCase.subject.relation = Relation::Dependant;
    theCase.subject.link = AccountLink::Linked;
    theCase.subject.linkCheckedAt = at(11, 22, 6, 0);
    theCase.description = QStringLiteral(
        "صدر لابنتي جواز سفر جديد من السفارة، ورقم إقامتها ٢١٢٣٤٥٦٧٨٨، وعند نقل معلومات الجواز "
        "عبر أبشر تظهر رسالة بتعذر إتمام العملية. أرفقت الجواز السابق والجواز الجديد وهوية مقيم "
        "في ملف واحد، وأرجو نقل المعلومات.");
    theCase.attachments = {
        file('a', QStringLiteral("مستندات نقل المعلومات.pdf"), QStringLiteral("application/pdf"), 1887437,
             {QStringLiteral("old_passport"), QStringLiteral("new_passport"), QStringLiteral("iqama")})};
    theCase.history = {
        step(ActType::Submit, CaseStatus::New, theCase.submittedAt, theCase.beneficiary.name,
             Role::Beneficiary),
        step(ActType::Assign, CaseStatus::New, at(11, 19, 8, 2), QStringLiteral("خالد بن فهد المطيري"),
             Role::SectionSupervisor),
        step(ActType::Start, CaseStatus::InProgress, at(11, 22, 8, 5), kOfficerName, Role::Officer),
    };
    theCase.history[1].toAssignee = theCase.assignee;
    return theCase;
}

Case overdue()
{
    Case theCase = ordinary();
    theCase.id = CaseId(QStringLiteral("0193-overdue"));
    theCase.number = QStringLiteral("1448019306");
    theCase.submittedAt = at(11, 5, 13, 40);
    theCase.serviceDeadline = serviceDeadline(theCase.submittedAt, 7, reference()->calendar);
    theCase.history.front().at = theCase.submittedAt;
    theCase.marks = {{Mark::Kind::Urgent, QStringLiteral("موعد سفر علاجي")}};
    HistoryEntry note =
        step(ActType::Note, CaseStatus::InProgress, at(11, 22, 9, 1), kOfficerName, Role::Officer);
    note.text = QStringLiteral("طُلبت إفادة من وحدة الجوازات الأجنبية هاتفيًا، ولم يرد الرد حتى الآن.");
    theCase.history.push_back(note);
    return theCase;
}

Case returned()
{
    Case theCase = ordinary();
    theCase.id = CaseId(QStringLiteral("0193-returned"));
    theCase.number = QStringLiteral("1448020118");
    theCase.status = CaseStatus::Returned;
    HistoryEntry back =
        step(ActType::Return, CaseStatus::Returned, at(11, 22, 9, 30), kOfficerName, Role::Officer);
    back.from = CaseStatus::InProgress;
    back.reason = QStringLiteral("MISSING_ATTACHMENT");
    back.reply =
        Reply{QStringLiteral("return.missing_attachment"),
              QStringLiteral("مقدم الطلب: محمد عبدالرحمن خان\nبالإشارة إلى الطلب رقم 1448020118 بشأن "
                             "خدمة «نقل معلومات جواز مقيم»، نفيد بتعذر استكمال المعالجة لنقص "
                             "المرفقات.\nالمستندات الناقصة: الجواز الجديد.")};
    theCase.history.push_back(back);
    return theCase;
}

Case resubmitted()
{
    Case theCase = returned();
    theCase.id = CaseId(QStringLiteral("0193-resubmitted"));
    theCase.status = CaseStatus::Resubmitted;
    theCase.history.push_back(step(ActType::Resubmit, CaseStatus::Resubmitted, at(11, 22, 10, 10),
                                   theCase.beneficiary.name, Role::Beneficiary));
    return theCase;
}

Case awaitingExecution()
{
    Case theCase = ordinary();
    theCase.id = CaseId(QStringLiteral("0193-awaiting"));
    theCase.number = QStringLiteral("1448020774");
    theCase.status = CaseStatus::AwaitingExecution;
    HistoryEntry approved = step(ActType::Complete, CaseStatus::AwaitingExecution, at(11, 22, 9, 48),
                                 kOfficerName, Role::Officer);
    approved.reason = QStringLiteral("APPROVED_AWAITING_EXECUTION");
    theCase.history.push_back(approved);
    return theCase;
}

Case longNames()
{
    Case theCase = inSection(ordinary(), QStringLiteral("reports"), QStringLiteral("reports.absence_cancel"));
    theCase.id = CaseId(QStringLiteral("0193-long"));
    theCase.number = QStringLiteral("1448021990");
    theCase.beneficiary.name =
        QStringLiteral("عبدالرحمن بن محمد بن عبدالعزيز بن إبراهيم آل الشيخ المطيري الحربي العتيبي الدوسري");
    theCase.subject.party.name =
        QStringLiteral("بنداراناياكا موديانسيلاجي ثيلاكاراتني باندا ويجيسينغي أراتشيلاجي دون سوماباندا");
    theCase.subject.party.latinName = QStringLiteral(
        "BANDARANAYAKA MUDIYANSELAGE THILAKARATHNE BANDA WIJESINGHE ARACHCHILAGE DON SOMABANDA");
    theCase.subject.party.nationality = QStringLiteral("LKA");
    theCase.subject.relation = Relation::Sponsored;
    theCase.marks = {{Mark::Kind::Urgent, QStringLiteral("مهلة نظامية توشك على الانقضاء")},
                     {Mark::Kind::Humanitarian, QStringLiteral("حالة مرضية")}};
    theCase.keyDates = {{QStringLiteral("absence_report_date"), QDate(2026, 11, 9)}};
    theCase.statutoryDeadline = statutoryDeadlineOf(*reference(), theCase.subService, theCase.keyDates,
                                                    riyadhDate(theCase.submittedAt));
    theCase.description = QStringLiteral(
        "سُجّل بلاغ تغيب عن العمل على العامل المنزلي صاحب رقم الإقامة 2123456788 بطريق الخطأ، وقد عاد إلى "
        "العمل "
        "في اليوم التالي. حاولت إلغاء بلاغ التغيب عبر أبشر فظهرت رسالة تفيد بتجاوز المدة مع أن البلاغ سُجّل "
        "قبل "
        "أيام. رقم الحدود 3123456785 كما ورد في التأشيرة، ورقم آخر كتبته سابقًا 2123456789. أرجو إلغاء بلاغ "
        "التغيب قبل انتهاء المهلة. Passport number as printed: N0000171 (renewed in 2025).\n\nوأرفقت صورة "
        "البلاغ "
        "وهوية مقيم، مع صورة رسالة الخطأ، ومحادثة مع الدعم الفني برقم 0500000017. هذا طلب ثان بعد طلب سابق "
        "أُغلق "
        "لنقص المرفقات، وقد استكملت جميع النواقص المطلوبة في الرسالة السابقة، وأرجو النظر فيه قبل نهاية "
        "الأسبوع.");
    theCase.attachments = {
        file('a',
             QStringLiteral(
                 "صورة بلاغ التغيب وهوية مقيم وجواز السفر ورسالة الخطأ – ملف مجمع نهائي (نسخة 2).pdf"),
             QStringLiteral("application/pdf"), 2936012, {}),
        file('b', QStringLiteral("IMG_20261118_091205.jpg"), QStringLiteral("image/jpeg"), 845000,
             {QStringLiteral("error_screenshot")}),
        file('c', QStringLiteral("invoice\u202Efdp.exe"), QStringLiteral("application/pdf"), 61440, {}),
    };
    HistoryEntry escalated =
        step(ActType::Escalate, CaseStatus::Escalated, at(11, 22, 9, 20), kOfficerName, Role::Officer);
    escalated.reason = QStringLiteral("STATUTORY_WINDOW");
    escalated.text =
        QStringLiteral("المهلة النظامية تنتهي خلال يومي عمل، ويلزم التحقق من تاريخ تسجيل البلاغ.");
    theCase.history.push_back(escalated);
    theCase.status = CaseStatus::Escalated;
    return theCase;
}

Case failedChecks()
{
    Case theCase = ordinary();
    theCase.id = CaseId(QStringLiteral("0193-failed"));
    theCase.number = QStringLiteral("1448021620");
    theCase.status = CaseStatus::New;
    theCase.description = QStringLiteral("السلام عليكم، أريد تمديد تأشيرة زيارة والدتي، ورقمها 2123456789، "
                                         "والنظام يرفض تمديد الزيارة.");
    theCase.attachments = {file('a', QStringLiteral("هوية.jpg"), QStringLiteral("image/jpeg"), 402000,
                                {QStringLiteral("iqama")})};
    theCase.subject.link = AccountLink::NotLinked;
    return theCase;
}

Case extreme()
{
    Case theCase = ordinary();
    theCase.id = CaseId(QStringLiteral("0193-extreme"));
    theCase.description.clear();
    while (theCase.description.size() < 2000)
        theCase.description += QStringLiteral("نص طويل \u202Eمقلوب\u202C برقم 2123456788 ثم PDF 123. ");
    theCase.description.truncate(2000);
    theCase.attachments.clear();
    for (int index = 0; index < 30; ++index) {
        Attachment one = file('a', QStringLiteral("ملف \u202Egpj.%1\u2066.exe").arg(index),
                              QStringLiteral("image/jpeg"), 1000 + index, {});
        one.sha256 = QStringLiteral("%1").arg(index, 64, 16, QLatin1Char('0'));
        theCase.attachments.push_back(one);
    }
    theCase.history.clear();
    for (int index = 0; index < 40; ++index) {
        HistoryEntry note =
            step(ActType::Note, CaseStatus::InProgress, at(11, 1, 8, 0) + std::chrono::hours(12 * index),
                 kOfficerName, Role::Officer);
        note.text = QStringLiteral("ملاحظة \u202Eمقلوبة\u202C رقم %1").arg(index);
        theCase.history.push_back(note);
    }
    return theCase;
}

Case unknownStatus()
{
    Case theCase = ordinary();
    theCase.id = CaseId(QStringLiteral("0193-unknown"));
    theCase.status = CaseStatus::Unknown;
    theCase.statusText = QStringLiteral("awaiting_approval");
    HistoryEntry later =
        step(ActType::Unknown, CaseStatus::Unknown, at(11, 22, 9, 50), kOfficerName, Role::SectionSupervisor);
    later.typeText = QStringLiteral("request_approval");
    theCase.history.push_back(later);
    return theCase;
}

Proposal proposal(ActType type, int number)
{
    Proposal value;
    value.act = ActId(QStringLiteral("0193-proposal-%1").arg(number));
    value.type = type;
    value.author = {PersonId(QStringLiteral("officer-17")), QStringLiteral("عبدالعزيز بن ناصر الشهري")};
    value.role = Role::Officer;
    value.recordedAt = at(11, 21, 13, 5) + std::chrono::minutes(number);
    value.receivedAt = at(11, 22, 8, 41) + std::chrono::minutes(number);
    if (type == ActType::Complete) {
        value.reason = QStringLiteral("EXECUTED");
        value.execution = Execution{QStringLiteral("7700214581"), at(11, 21, 13, 0)};
        value.reply = Reply{QStringLiteral("complete.executed"),
                            QStringLiteral("مقدم الطلب: نفيد بنقل معلومات الجواز الجديد إلى هوية مقيم، برقم "
                                           "العملية 7700214581.")};
    } else if (type == ActType::Return) {
        value.reason = QStringLiteral("MISSING_ATTACHMENT");
        value.reply = Reply{QStringLiteral("return.missing_attachment"),
                            QStringLiteral("مقدم الطلب: نفيد بتعذر استكمال المعالجة لنقص المرفقات.")};
    } else {
        value.text = QStringLiteral("أفادت وحدة الجوازات الأجنبية هاتفيًا بصحة الجواز الجديد.");
    }
    return value;
}

std::vector<OwnProposal> ownProposals()
{
    OwnProposal open{CaseId(QStringLiteral("0193-a")), QStringLiteral("1448020131"),
                     proposal(ActType::Note, 3), false};
    OwnProposal adopted{CaseId(QStringLiteral("0193-b")), QStringLiteral("1448020118"),
                        proposal(ActType::Complete, 2), true};
    adopted.subService = ordinary().subService;
    adopted.beneficiary = ordinary().beneficiary.name;
    adopted.receipt = KeptReceipt{QStringLiteral("7K3F-9QPM"), ReceiptProof::Proven};
    adopted.proposal.state = Proposal::State::Adopted;
    adopted.proposal.closedBy =
        PersonName{PersonId(QStringLiteral("officer-4")), QStringLiteral("ماجد بن سعود الحربي")};
    adopted.proposal.closedAt = at(11, 22, 10, 2);
    OwnProposal dismissed{CaseId(QStringLiteral("0193-c")), QStringLiteral("1448020097"),
                          proposal(ActType::Return, 1), false};
    dismissed.proposal.state = Proposal::State::Dismissed;
    dismissed.proposal.closedBy = adopted.proposal.closedBy;
    dismissed.proposal.closedAt = at(11, 22, 9, 15);
    dismissed.proposal.closingText = QStringLiteral("ورد الجواز الجديد في مرفق لاحق، فلا حاجة إلى الإعادة.");
    return {open, adopted, dismissed};
}

OpenedCase opened(const Case &theCase)
{
    OpenedCase result;
    result.shown = theCase;
    result.truth = theCase;
    result.reference = reference();
    return result;
}

OutboxItem outboxItem(const Case &theCase, ActType act, OutboxState state, ParkReason why)
{
    OutboxItem item;
    item.act.id = ActId(QStringLiteral("outbox-1"));
    item.act.caseId = theCase.id;
    item.act.type = act;
    item.act.actor = officer();
    item.state = state;
    item.parkReason = why;
    if (why == ParkReason::Refused)
        item.lastError = Error{Error::Kind::Forbidden, QStringLiteral("act.forbidden"), {}};
    return item;
}

} // namespace tawasul::samples
