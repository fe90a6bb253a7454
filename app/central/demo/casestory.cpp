// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/casestory.h"

#include "app/central/demo/beats.h"
#include "app/central/demo/officerwords.h"
#include "app/central/demo/places.h"
#include "app/central/demo/reasons.h"
#include "models/domain/replytext.h"
#include "models/domain/workflow.h"

#include <QtCore/QLocale>

#include <algorithm>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

// As people write a day: nobody writes ISO on a telephone, but machines do it for them.
QString dayAsWritten(QDate day, bool english, Dice &dice)
{
    if (english)
        return QLocale::c().toString(day, u"d MMM yyyy"_s);
    static const QStringList kForms{u"dd/MM/yyyy"_s, u"d/M/yyyy"_s, u"yyyy/MM/dd"_s};
    return QLocale::c().toString(day, dice.pick(kForms));
}

QString fileName(const SampleFile &file, bool only, QDate day, Dice &dice)
{
    const QString stamp = day.toString(u"yyyyMMdd"_s);
    if (file.look == SampleLook::Screenshot)
        return QString(u"Screenshot_"_s % stamp % u".png"_s);
    if (file.look == SampleLook::Photo)
        return dice.chance(60)
            ? QString(u"IMG_"_s % stamp % u'_' % QString::number(dice.between(1000, 9999)) % u".jpg"_s)
            : QString(u"WhatsApp Image "_s % day.toString(Qt::ISODate) % u".jpeg"_s);
    static const QStringList kAll{u"المستندات.pdf"_s,      u"مرفقات الطلب.pdf"_s,  u"المرفقات كاملة.pdf"_s,
                                  u"الملف الموحد.pdf"_s,   u"documents.pdf"_s,     u"new file (1).pdf"_s,
                                  u"جميع المستندات.pdf"_s, u"تواصل - مرفقات.pdf"_s};
    static const QStringList kScans{u"scan0001.pdf"_s, u"CamScanner.pdf"_s, u"مستند ممسوح.pdf"_s,
                                    u"DOC-scan.pdf"_s};
    if (file.look == SampleLook::Scanned || file.look == SampleLook::PoorScan)
        return dice.chance(50) ? QString(stamp % u'-' % dice.pick(kScans)) : dice.pick(kScans);
    return only ? dice.pick(kAll) : QString(u"مستند "_s % QString::number(dice.between(1, 9)) % u".pdf"_s);
}

class Story
{
public:
    Story(const DemoWorld &world, const CasePlan &plan, quint64 index)
        : m_world(world)
        , m_plan(plan)
        , m_index(index)
        , m_dice(world.seed, "case", index)
        , m_words(world.texts, plan, documentsAtSubmission(plan, world.reference), m_dice)
    {
    }

    Result<DemoCase> tell();

private:
    void chooseReasons();
    void findPeople();
    [[nodiscard]] Outcome submit();
    void describe();
    [[nodiscard]] Outcome attach(const SamplePress::Files &files, Instant at);
    [[nodiscard]] Outcome attachAtSubmission();
    [[nodiscard]] Act actFor(const Beat &beat);
    void decide(Act &act, const Beat &beat);
    void answer(Act &act);
    [[nodiscard]] Actor actorFor(const Beat &beat) const;
    [[nodiscard]] Outcome amend(const Beat &beat);
    [[nodiscard]] Instant recordingOf(const Beat &beat);
    [[nodiscard]] QString documentNames() const;
    [[nodiscard]] const Party &numbered() const;
    [[nodiscard]] QDate windowsOpenUntil() const;

    const DemoWorld &m_world;
    const CasePlan &m_plan;
    quint64 m_index;
    Dice m_dice;
    OfficerWords m_words;

    Dossier *m_dossier = nullptr;
    std::vector<Beat> m_beats;
    QString m_returnReason;
    QString m_rejectReason;
    Actor m_firstOfficer;
    DemoCase m_told;
    Case m_case;
};

void Story::chooseReasons()
{
    m_returnReason = returnReason(m_plan, m_dice);
    m_rejectReason = rejectReason(m_plan, m_dice);
    // Who had it before the transfer: somebody of the section it was filed in, else anybody near.
    const SubService *filed = m_world.reference.subService(m_plan.filedAs);
    m_firstOfficer = m_world.staff.officers[m_plan.officer].person;
    for (const StaffMember &member : m_world.staff.officers) {
        if (member.person.region == m_plan.region && filed && member.person.section == filed->section)
            m_firstOfficer = member.person;
    }
}

// Whose number stands in the text.
const Party &Story::numbered() const
{
    return m_dossier->cast.numbered().party;
}

QDate Story::windowsOpenUntil() const
{
    const QDate submitted = riyadhDate(m_plan.submittedAt);
    if (m_plan.stage == Stage::Overdue)
        return submitted;
    if (isOver(m_plan.stage))
        return riyadhDate(m_beats.back().at);
    const QDate today = m_world.time.today();
    return m_world.reference.calendar.addWorkingDays(today.addDays(-1), 1);
}

// Somebody new, or people who came before with the same request.
void Story::findPeople()
{
    const bool rejected = m_plan.stage == Stage::Rejected;
    const WindowWish windows{windowsOpenUntil(), rejected && m_rejectReason == u"DEADLINE_PASSED"_s,
                             rejected && m_rejectReason == u"TOO_EARLY"_s};
    Dice dice(m_world.seed, "people", m_index);
    m_dossier =
        &m_world.dossiers.forCase({m_plan, m_world.reference, windows, m_index, m_world.time.today()}, dice);
}

void Story::describe()
{
    const DescriptionText &text = *m_plan.text;
    const Cast &cast = m_dossier->cast;
    const Party &concerned = cast.concerned.party;
    const QString number = numbered().identifier;
    const auto shaped = [&text](const QString &value) {
        return text.arabicDigits ? withArabicDigits(value) : value;
    };
    const QString mobile = u"0"_s % cast.beneficiary.party.mobile.mid(4);
    const bool familiar = text.voice == Voice::Family || text.voice == Voice::Stranger;
    m_case.description = filled(text.text,
                                {{u"iqama"_s, shaped(number)},
                                 {u"border"_s, shaped(number)},
                                 {u"national_id"_s, shaped(number)},
                                 {u"passport"_s, concerned.passportNumber},
                                 {u"name"_s, familiar ? cast.concerned.given : concerned.name},
                                 {u"latin_name"_s, concerned.latinName},
                                 {u"visa"_s, shaped(m_dossier->visa)},
                                 {u"date"_s, shaped(dayAsWritten(m_dossier->written, text.english, m_dice))},
                                 {u"mobile"_s, shaped(mobile)}});
}

Outcome Story::attach(const SamplePress::Files &files, Instant at)
{
    if (!files)
        return files.error();
    for (const SampleFile &file : *files) {
        const bool known = std::any_of(m_case.attachments.begin(), m_case.attachments.end(),
                                       [&file](const Attachment &a) { return a.sha256 == file.sha256; });
        if (known)
            continue;
        m_case.attachments.push_back({file.sha256, fileName(file, files->size() == 1, riyadhDate(at), m_dice),
                                      file.mediaType, file.size, file.documents, at});
    }
    return Done{};
}

Outcome Story::attachAtSubmission()
{
    const QStringList documents = documentsAtSubmission(m_plan, m_world.reference);
    if (documents.isEmpty())
        return Done{};
    const bool unreadable = m_returnReason == u"UNREADABLE_ATTACHMENT"_s
        && (m_plan.stage == Stage::Returned || hasReturned(m_plan.stage));
    if (unreadable)
        return attach(m_world.press.unreadable(*m_dossier, documents), m_plan.submittedAt);
    const auto files = m_world.press.holding(*m_dossier, documents, m_plan.misfit, m_plan.misfitDocument);
    if (const Outcome attached = attach(files, m_plan.submittedAt); !attached)
        return attached;
    for (const SampleFile &file : *files) {
        if (file.documents.contains(m_plan.misfitDocument))
            m_told.received = file.sha256;
    }
    return Done{};
}

Outcome Story::submit()
{
    const Reference &reference = m_world.reference;
    m_case.id = CaseId(uuidV7(m_plan.submittedAt, m_dice));
    m_case.number = m_plan.number;
    m_case.version = 1;
    m_case.status = CaseStatus::New;
    m_case.subService = m_plan.filedAs;
    m_case.section = reference.subService(m_plan.filedAs)->section;
    m_case.region = m_plan.region;
    m_case.submittedAt = m_plan.submittedAt;
    m_case.updatedAt = m_plan.submittedAt;
    m_case.calendarVersion = reference.calendar.version();
    m_case.serviceDeadline = serviceDeadline(
        m_plan.submittedAt, promisedWorkingDays(reference, m_plan.filedAs), reference.calendar);
    m_case.keyDates = m_dossier->keyDates;
    m_case.statutoryDeadline =
        statutoryDeadlineOf(reference, m_plan.filedAs, m_case.keyDates, riyadhDate(m_plan.submittedAt));
    m_case.marks = m_words.marks();
    const Cast &cast = m_dossier->cast;
    m_case.beneficiary = cast.beneficiary.party;
    m_case.subject = {cast.concerned.party, cast.relation, cast.link,
                      m_plan.submittedAt + std::chrono::milliseconds(m_dice.between(700, 6'000))};
    describe();
    if (m_plan.flaw == Flaw::MissingIdentifier) {
        // The centre finds the subject by the number in the description: without it, by nothing.
        Population::withoutNumber(m_case.subject.party);
        m_case.subject.link = AccountLink::Unknown;
    }
    if (const Outcome attached = attachAtSubmission(); !attached)
        return attached;
    HistoryEntry entry;
    entry.act = ActId(uuidV7(m_plan.submittedAt, m_dice));
    entry.type = ActType::Submit;
    entry.actor = {m_dossier->account, m_case.beneficiary.name};
    entry.role = Role::Beneficiary;
    entry.at = m_plan.submittedAt;
    entry.recordedAt = m_plan.submittedAt;
    entry.from = CaseStatus::New;
    entry.to = CaseStatus::New;
    m_case.history = {entry};
    m_told.submitted = m_case;
    return Done{};
}

Actor Story::actorFor(const Beat &beat) const
{
    switch (beat.who) {
    case Beat::Who::Centre:
        return m_world.staff.centre;
    case Beat::Who::Supervisor:
        return *m_world.staff.supervisorOf(m_case.section, m_case.region);
    case Beat::Who::FirstOfficer:
        return m_firstOfficer;
    case Beat::Who::Beneficiary:
        return {m_dossier->account, m_case.beneficiary.name, Role::Beneficiary, {}, {}};
    case Beat::Who::Officer:
        break;
    }
    return m_world.staff.officers[m_plan.officer].person;
}

// Now and then somebody worked without a connection and the act arrived later.
Instant Story::recordingOf(const Beat &beat)
{
    const Instant usual = beat.at - std::chrono::milliseconds(m_dice.between(150, 2'500));
    if (beat.who != Beat::Who::Officer || !m_dice.chance(3))
        return usual;
    const Instant offline = beat.at - std::chrono::minutes(m_dice.between(4, 40));
    const bool fits = offline > m_case.updatedAt && m_world.reference.calendar.isOpen(offline);
    return fits ? offline : usual;
}

QString Story::documentNames() const
{
    QStringList codes = m_plan.text->missing;
    if (m_plan.misfit != Misfit::None)
        codes = QStringList{m_plan.misfitDocument};
    else if (codes.isEmpty())
        codes =
            m_world.reference
                .subService(m_plan.flaw == Flaw::WrongSection ? m_plan.text->belongsTo : m_case.subService)
                ->requiredDocuments;
    QStringList names;
    for (const QString &code : codes) {
        if (const NamedCode *document = m_world.reference.document(code))
            names.append(document->name.ar);
    }
    return names.join(u"، "_s);
}

void Story::answer(Act &act)
{
    const Reference &reference = m_world.reference;
    const ReplyTemplate *source =
        replyTemplateFor(reference, act.reason, act.type, m_case.subService, m_dice);
    if (!source)
        return; // apply() will say that the reply is missing
    const SubService *target =
        reference.subService(m_plan.text->belongsTo.isEmpty() ? m_case.subService : m_plan.text->belongsTo);
    const Party &concerned = m_case.subject.party;
    Places places{
        {u"beneficiary_name"_s, m_case.beneficiary.name},
        {u"case_number"_s, m_case.number},
        {u"sub_service"_s, reference.subService(m_case.subService)->name.ar},
        {u"section"_s, reference.section(m_case.section)->name.ar},
        {u"target_section"_s, reference.section(target->section)->name.ar},
        {u"missing_documents"_s, documentNames()},
        {u"details"_s, m_words.details(source->code)},
        {u"office"_s, m_words.office()},
        {u"due_date"_s, dayInReply(m_case.serviceDeadline.day)},
        {u"identifier"_s,
         concerned.identifier.isEmpty() ? m_case.beneficiary.identifier : concerned.identifier},
    };
    if (act.execution) {
        places[u"operation_number"_s] = act.execution->operationNumber;
        places[u"executed_at"_s] = dayInReply(riyadhDate(act.execution->at));
    }
    act.reply = Reply{source->code, filled(source->body.ar, places)};
}

void Story::decide(Act &act, const Beat &beat)
{
    if (beat.type == ActType::Return) {
        act.reason = m_returnReason;
    } else if (beat.type == ActType::Reject) {
        act.reason = m_rejectReason;
    } else {
        const bool proofIsAsked = needsExecutionProof(m_case, m_world.reference);
        const bool atOnce = m_case.status != CaseStatus::AwaitingExecution;
        act.reason = completeReason(beat.withProof, proofIsAsked, atOnce, m_dice);
        if (beat.withProof) {
            // Executed a moment ago, but not before what happened to the case last.
            const Instant executed = act.recordedAt - std::chrono::seconds(m_dice.between(30, 240));
            const bool fits = executed > m_case.updatedAt && m_world.reference.calendar.isOpen(executed);
            act.execution =
                Execution{m_world.population.mint().operationNumber(), fits ? executed : act.recordedAt};
        }
    }
    act.text = m_words.rationale(beat.type, act.reason);
    answer(act);
}

Act Story::actFor(const Beat &beat)
{
    Act act;
    act.recordedAt = recordingOf(beat);
    act.id = ActId(uuidV7(act.recordedAt, m_dice));
    act.caseId = m_case.id;
    act.type = beat.type;
    act.actor = actorFor(beat);
    act.baseVersion = commutes(beat.type) ? 0 : m_case.version;
    act.referenceVersion = m_world.reference.version;
    switch (beat.type) {
    case ActType::Assign: {
        const bool beforeTransfer = m_plan.isTransferred() && m_case.subService == m_plan.filedAs;
        const Actor &assignee =
            beforeTransfer ? m_firstOfficer : m_world.staff.officers[m_plan.officer].person;
        act.toAssignee = PersonName{assignee.id, assignee.name};
        break;
    }
    case ActType::Note:
        act.text = m_words.note(m_case.section);
        break;
    case ActType::Complete:
    case ActType::Return:
    case ActType::Reject:
        decide(act, beat);
        break;
    case ActType::Resubmit:
        act.text = filled(m_words.resubmission(m_returnReason, numbered().identifierKind),
                          {{u"iqama"_s, numbered().identifier},
                           {u"border"_s, numbered().identifier},
                           {u"national_id"_s, numbered().identifier}});
        break;
    case ActType::Transfer:
        act.reason = u"WRONG_SECTION"_s;
        act.text = m_words.rationale(ActType::Transfer, act.reason);
        act.toSubService = m_plan.subService;
        act.toSection = m_world.reference.subService(m_plan.subService)->section;
        break;
    case ActType::Escalate:
        act.reason = escalateReason(m_plan, m_dice);
        act.text = m_words.escalation(act.reason);
        break;
    case ActType::Unassign:
    case ActType::Start:
    case ActType::Submit:
    case ActType::Reopen:
    case ActType::Dismiss:
    case ActType::Unknown:
        break;
    }
    return act;
}

// What comes with an answer beside the act itself: the files, and what the centre now finds.
Outcome Story::amend(const Beat &beat)
{
    if (beat.type != ActType::Resubmit)
        return Done{};
    if (m_plan.flaw == Flaw::MissingIdentifier) {
        m_case.subject.party = m_dossier->cast.concerned.party;
        m_case.subject.link = m_dossier->cast.link;
        m_case.subject.linkCheckedAt = beat.at + std::chrono::seconds(2);
    }
    QStringList documents;
    if (m_returnReason == u"MISSING_ATTACHMENT"_s || m_returnReason == u"UNREADABLE_ATTACHMENT"_s)
        documents = m_world.reference.subService(m_plan.filedAs)->requiredDocuments;
    else if (m_returnReason == u"UNPAID_FEES"_s || m_returnReason == u"VIOLATIONS"_s)
        documents = QStringList{u"payment_receipt"_s};
    else if (m_returnReason == u"NOT_LINKED"_s)
        documents = QStringList{u"relationship_proof"_s};
    else if (m_returnReason == u"GENERAL_ENQUIRY"_s || m_returnReason == u"UNCLEAR_DESCRIPTION"_s)
        documents = QStringList{u"error_screenshot"_s};
    // Now all of them fit.
    return documents.isEmpty() ? Outcome(Done{})
                               : attach(m_world.press.holding(*m_dossier, documents), beat.at);
}

Result<DemoCase> Story::tell()
{
    chooseReasons();
    m_beats = beatsFor(m_plan, m_world.reference, m_world.time, m_dice);
    findPeople();
    m_told.plan = m_plan;
    m_told.cast = m_dossier->cast;
    if (const Outcome submitted = submit(); !submitted)
        return submitted.error();
    for (const Beat &beat : m_beats) {
        Act act = actFor(beat);
        auto after = apply(m_case, act, m_world.reference, beat.at);
        if (!after)
            return Error{after.error().kind, after.error().code,
                         QString(m_plan.number % u": "_s % after.error().detail)};
        m_case = std::move(after).value();
        if (const Outcome amended = amend(beat); !amended)
            return amended.error();
        m_told.acts.push_back(std::move(act));
    }
    m_told.now = m_case;
    return std::move(m_told);
}

} // namespace

Result<DemoCase> tellCase(const DemoWorld &world, const CasePlan &plan, quint64 index)
{
    return Story(world, plan, index).tell();
}

} // namespace tawasul
