// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplecase.h"

#include "tests/support/samplereference.h"

namespace tawasul {

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

Actor person(const char *id, const char *name, Role role)
{
    return {PersonId(text(id)), text(name), role, text("residency"), text("SA-01")};
}

Attachment file(const char *digit, const char *name, qint64 size, const QStringList &documents)
{
    return {text(digit).repeated(64),
            text(name),
            text("application/pdf"),
            size,
            documents,
            riyadhInstant(QDate(2026, 11, 22), QTime(10, 41))};
}

Party beneficiary()
{
    Party value;
    value.kind = PartyKind::Citizen;
    value.name = text("عبدالله بن سعد القحطاني");
    value.identifierKind = IdentifierKind::NationalId;
    value.identifier = text("1043855178");
    value.nationality = text("SAU");
    value.birthDate = QDate(1981, 4, 9);
    value.mobile = text("+966500000000");
    return value;
}

Subject subject()
{
    Subject value;
    value.party.kind = PartyKind::Resident;
    value.party.name = text("محمد إقبال حسين");
    value.party.latinName = text("MOHAMMED IQBAL HUSSAIN");
    value.party.identifierKind = IdentifierKind::Iqama;
    value.party.identifier = text("2123456788");
    value.party.nationality = text("PAK");
    value.party.passportNumber = text("AB1234567");
    value.party.birthDate = QDate(1990, 1, 31);
    value.relation = Relation::Sponsored;
    value.link = AccountLink::Linked;
    value.linkCheckedAt = riyadhInstant(QDate(2026, 11, 22), QTime(10, 42, 9));
    return value;
}

} // namespace

Actor sampleOfficer()
{
    return person("officer-1", "نورة العتيبي", Role::Officer);
}

Actor otherOfficer()
{
    return person("officer-2", "خالد الحربي", Role::Officer);
}

Actor sampleSupervisor()
{
    return person("supervisor-1", "سلطان الشهري", Role::SectionSupervisor);
}

Actor sampleRegionSupervisor()
{
    Actor actor = person("region-1", "منى الزهراني", Role::RegionSupervisor);
    actor.section.clear();
    return actor;
}

Actor sampleBeneficiary()
{
    return {PersonId(text("portal-77")), beneficiary().name, Role::Beneficiary, {}, {}};
}

Actor actorWith(Role role)
{
    switch (role) {
    case Role::Officer:
        return sampleOfficer();
    case Role::SectionSupervisor:
        return sampleSupervisor();
    case Role::RegionSupervisor:
        return sampleRegionSupervisor();
    case Role::Beneficiary:
        return sampleBeneficiary();
    case Role::Auditor:
        return person("auditor-1", "فهد الدوسري", role);
    case Role::Administrator:
        return person("admin-1", "ريم السبيعي", role);
    case Role::System:
        return {PersonId(text("system")), text("النظام المركزي"), role, {}, {}};
    case Role::Unknown:
        break;
    }
    return person("stranger-1", "دور جديد", Role::Unknown);
}

PersonName nameOf(const Actor &actor)
{
    return {actor.id, actor.name};
}

Case sampleCase(CaseStatus status)
{
    const WorkCalendar &calendar = sampleReference().calendar;
    Case value;
    value.id = CaseId(text("019aaaf1-5480-7c3e-9f21-3b6f5d0c8a11"));
    value.number = text("TW-26-0048213");
    value.version = 3;
    value.status = status;
    if (status == CaseStatus::Unknown)
        value.statusText = text("awaiting_approval");
    value.section = text("residency");
    value.subService = text("residency.renewal");
    value.region = text("SA-01");
    value.submittedAt = riyadhInstant(QDate(2026, 11, 22), QTime(10, 42, 8));
    value.updatedAt = riyadhInstant(QDate(2026, 11, 23), QTime(8, 5));
    value.serviceDeadline = serviceDeadline(value.submittedAt, 7, calendar);
    value.calendarVersion = calendar.version();
    value.assignee = nameOf(sampleOfficer());
    value.beneficiary = beneficiary();
    value.subject = subject();
    value.description = text("أرغب في تجديد هوية مقيم رقم ٢١٢٣٤٥٦٧٨٨ حيث يظهر خطأ عند السداد.");
    value.attachments = {file("a", "جواز السفر.pdf", 1'482'113, {text("passport")}),
                         file("b", "screenshot.pdf", 204'800, {})};
    HistoryEntry submitted;
    submitted.type = ActType::Submit;
    submitted.actor = nameOf(sampleBeneficiary());
    submitted.role = Role::Beneficiary;
    submitted.at = value.submittedAt;
    submitted.recordedAt = value.submittedAt;
    submitted.from = CaseStatus::New;
    submitted.to = CaseStatus::New;
    value.history = {submitted};
    return value;
}

Case nobodysCase(CaseStatus status)
{
    Case value = sampleCase(status);
    value.assignee.reset();
    return value;
}

Case sampleCaseOf(const char *section, const char *subService, CaseStatus status)
{
    Case value = sampleCase(status);
    value.section = text(section);
    value.subService = text(subService);
    return value;
}

namespace {

// One that is open, one adopted, one dismissed, one of a newer centre.
Case withAllProposals(const Case &before, Instant at)
{
    Case value = before;
    int number = 0;
    const auto act = [&](ActType type, const Actor &actor) {
        Act made = sampleAct(type, actor);
        made.id = ActId(text("019ab9d0-2f70-7aaa-8bbb-0000000000a") % QString::number(number++));
        at += std::chrono::hours(1);
        return made;
    };
    Act escalation = act(ActType::Escalate, otherOfficer());
    value = proposed(value, escalation, at);
    Act note = act(ActType::Note, otherOfficer());
    value = proposed(value, note, at);
    for (const ActType type : {ActType::Complete, ActType::Transfer})
        value = proposed(value, act(type, otherOfficer()), at);
    Act dismissal = act(ActType::Dismiss, sampleOfficer());
    dismissal.proposal = escalation.id;
    value = applied(value, dismissal, at);
    Act adoption = act(ActType::Note, sampleOfficer());
    adoption.proposal = note.id;
    value = applied(value, adoption, at);
    value.proposals.back().state = Proposal::State::Unknown;
    value.proposals.back().stateText = text("superseded");
    value.proposals.back().type = ActType::Unknown;
    value.proposals.back().typeText = text("approve");
    return value;
}

} // namespace

Case fullCase()
{
    Case value = nobodysCase(CaseStatus::New);
    value.beneficiary.latinName = text("ABDULLAH ALQAHTANI");
    value.beneficiary.passportNumber = text("K12345678");
    value.subject.party.mobile = text("+966500000001");
    value.marks = {{Mark::Kind::Urgent, text("سفر خلال يومين")}, {Mark::Kind::Humanitarian, text("علاج")}};
    value.keyDates = {{text("absence_report"), QDate(2026, 11, 20)}};
    value.statutoryDeadline =
        statutoryDeadline(QDate(2026, 12, 5), text("absence_cancel_15"), sampleReference().calendar);
    Act waiting = sampleAct(ActType::Complete, sampleOfficer());
    waiting.execution.reset();
    waiting.reply = Reply{text("accepted"), text("قُبل طلبكم وهو قيد التنفيذ.")};
    Act assigning = sampleAct(ActType::Assign, sampleRegionSupervisor());
    assigning.toAssignee = nameOf(sampleOfficer());
    const std::vector<Act> acts{
        sampleAct(ActType::Transfer, sampleOfficer()),
        assigning,
        sampleAct(ActType::Start, sampleOfficer()),
        sampleAct(ActType::Note, sampleOfficer()),
        sampleAct(ActType::Return, sampleOfficer()),
        sampleAct(ActType::Resubmit, sampleBeneficiary()),
        waiting,
        sampleAct(ActType::Complete, sampleOfficer()),
    };
    Instant at = sampleNow();
    for (std::size_t i = 0; i < acts.size(); ++i) {
        Act act = acts[i];
        act.id = ActId(text("019ab9d0-2f70-7aaa-8bbb-00000000000") % QString::number(i + 1));
        at += std::chrono::hours(6);
        act.recordedAt = at - std::chrono::minutes(1);
        if (act.execution)
            act.execution->at = at - std::chrono::minutes(4);
        value = applied(value, act, at);
    }
    HistoryEntry later = value.history.back();
    value = withAllProposals(value, at);
    later.act = ActId(text("019ab9d0-2f70-7aaa-8bbb-000000000009"));
    later.type = ActType::Unknown;
    later.typeText = text("approve");
    value.history.push_back(later);
    value.status = CaseStatus::Unknown;
    value.statusText = text("awaiting_approval");
    return value;
}

Instant sampleNow()
{
    return riyadhInstant(QDate(2026, 11, 24), QTime(9, 15));
}

Act sampleAct(ActType type, const Actor &actor)
{
    Act act;
    act.id = ActId(text("019ab9d0-2f70-7aaa-8bbb-0123456789ab"));
    act.caseId = sampleCase().id;
    act.type = type;
    act.actor = actor;
    act.baseVersion = sampleCase().version;
    act.referenceVersion = sampleReference().version;
    act.recordedAt = sampleNow();
    act.monotonic = std::chrono::hours(5);
    switch (type) {
    case ActType::Complete:
        act.reason = text("DONE");
        act.reply = Reply{text("done"), text("تم تنفيذ طلبكم.")};
        act.execution = Execution{text("9930017"), sampleNow() - std::chrono::minutes(3)};
        break;
    case ActType::Return:
        act.reason = text("MISSING_ATTACHMENT");
        act.reply = Reply{text("incomplete"), text("يرجى إرفاق صورة جواز السفر.")};
        break;
    case ActType::Reject:
        act.reason = text("DEADLINE_PASSED");
        act.reply = Reply{text("refused"), text("تعذر قبول الطلب لانقضاء المهلة.")};
        break;
    case ActType::Transfer:
        act.reason = text("WRONG_SECTION");
        act.toSection = text("reports");
        act.toSubService = text("reports.absence_cancel");
        break;
    case ActType::Escalate:
        act.reason = text("NEEDS_SENIOR");
        act.text = text("البيانات متعارضة بين الجواز والنظام.");
        break;
    case ActType::Reopen:
        act.reason = text("REVIEWED");
        act.text = text("ورد ما يثبت صحة الطلب.");
        break;
    case ActType::Note:
        act.text = text("جرى التواصل مع الجهة المختصة.");
        break;
    case ActType::Assign:
        act.toAssignee = nameOf(otherOfficer());
        break;
    case ActType::Dismiss:
        act.proposal = sampleProposal();
        act.text = text("سبق تنفيذ الطلب بعملية أخرى.");
        break;
    case ActType::Unassign:
    case ActType::Submit:
    case ActType::Start:
    case ActType::Resubmit:
    case ActType::Unknown:
        break;
    }
    return act;
}

ActId sampleProposal()
{
    return ActId(text("019ab9d0-2f70-7aaa-8bbb-0000000000aa"));
}

Case withProposal(const Case &theCase, ActType type, const Actor &author)
{
    Act act = sampleAct(type, author);
    act.id = sampleProposal();
    return proposed(theCase, act);
}

Case proposed(const Case &theCase, const Act &act, std::optional<Instant> at)
{
    Result<Case> after = propose(theCase, act, sampleReference(), at.value_or(act.recordedAt));
    Q_ASSERT_X(after.has_value(), "proposed", after ? "" : qPrintable(after.error().code));
    return std::move(after).value();
}

Case applied(const Case &theCase, const Act &act, std::optional<Instant> at)
{
    Result<Case> after = apply(theCase, act, sampleReference(), at.value_or(act.recordedAt));
    Q_ASSERT_X(after.has_value(), "applied", after ? "" : qPrintable(after.error().code));
    return std::move(after).value();
}

} // namespace tawasul
