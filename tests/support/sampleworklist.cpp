// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sampleworklist.h"

#include "models/domain/identifiers.h"
#include "models/protocol/referencecodec.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace tawasul {

namespace {

// Ten digits that pass the check, from nine.
QString checked(const QString &nine)
{
    for (int digit = 0; digit < 10; ++digit) {
        const QString ten = nine + QString::number(digit);
        if (hasValidCheckDigit(ten))
            return ten;
    }
    return nine;
}

struct SamplePerson
{
    const char16_t *name;
    char16_t kind; ///< first digit of the number
};

constexpr SamplePerson kSenders[] = {
    {u"سلمان بن فهد العتيبي", u'1'},
    {u"هيا بنت عبدالله الدوسري", u'1'},
    {u"محمد عبدالرحمن خان", u'2'},
    {u"راجيش كومار سوبرامانيان بيلاي", u'2'},
    {u"عبدالرحمن بن ناصر بن عبدالعزيز الشمري", u'1'},
    {u"مها بنت سعود الغامدي", u'1'},
    {u"أحمد محمود عبدالفتاح السيد", u'2'},
    {u"شركة الأفق المتقدم للمقاولات", u'1'},
    {u"ماريا كونسيبسيون ديلا كروز سانتوس", u'2'},
    {u"تركي بن خالد المطيري", u'1'},
    {u"ريم بنت إبراهيم الزهراني", u'1'},
    {u"يوسف أولوواسيون أديبايو", u'2'},
    {u"فيصل بن محمد السبيعي", u'1'},
    {u"لطيفة بنت علي الشهري", u'1'},
    {u"خالد محمد صالح باوزير", u'2'},
    {u"أمل بنت حسن عسيري", u'1'},
};
constexpr SamplePerson kSubjects[] = {
    {u"MUHAMMAD ASHRAF UDDIN CHOWDHURY", u'2'},
    {u"سيتي نورهاليزا بنت عبدالله", u'2'},
    {u"فاطمة الزهراء محمود عبدالفتاح", u'4'},
    {u"جوزيف مباروتشيمانا هابياريمانا", u'2'},
    {u"ليان بنت فهد العتيبي", u'1'},
    {u"THI NGOC ANH NGUYEN", u'4'},
};

struct SampleRow
{
    const char *subService;
    int sender;
    int subject; ///< -1: the sender
    QDate submitted;
    CaseStatus status;
    std::uint8_t flags = 0;
    const char *rule = nullptr; ///< statutory rule
    QDate ruleDay = {};
};

constexpr std::uint8_t bit(RowFlag flag)
{
    return static_cast<std::uint8_t>(flag);
}

QDate november(int day)
{
    return {2026, 11, day};
}

std::vector<SampleRow> sampleRows()
{
    using S = CaseStatus;
    const std::uint8_t urgent = bit(RowFlag::Urgent);
    const std::uint8_t human = bit(RowFlag::Humanitarian);
    const std::uint8_t waiting = bit(RowFlag::WaitingToBeSent);
    const std::uint8_t parked = bit(RowFlag::Parked);
    const std::uint8_t nobody = bit(RowFlag::Unassigned);
    const std::uint8_t draft = bit(RowFlag::HasDraft);
    return {
        {"residency.renewal", 2, -1, november(9), S::InProgress, urgent},
        {"docupdate.transfer_info", 3, -1, november(10), S::Resubmitted},
        {"reports.absence_cancel", 7, 3, november(12), S::InProgress, parked, "absence_cancel_15_days",
         november(22)},
        {"dependents.add_newborn", 6, 2, november(11), S::InProgress, human},
        {"visit_ext.single", 0, 5, november(15), S::New, std::uint8_t(urgent | nobody),
         "visit_extension_before_expiry", november(23)},
        {"residency.translated_name", 8, -1, november(11), S::AwaitingExecution},
        {"exit.reentry_extend", 1, 1, november(12), S::InProgress, waiting},
        {"passport.minor_issue", 0, 4, november(12), S::Escalated},
        {"visit.border_number", 9, 5, november(12), S::New, nobody},
        {"docupdate.extend", 11, -1, november(15), S::InProgress, draft},
        {"transfer.domestic", 5, 1, november(15), S::InProgress},
        {"exit.final_cancel", 7, 0, november(16), S::InProgress, 0, "final_exit_cancel_while_visa_valid",
         november(25)},
        {"residency.data_correction", 14, -1, november(15), S::Resubmitted},
        {"profession.establishment", 7, 3, november(15), S::New, nobody},
        {"passport.lost", 4, -1, november(16), S::InProgress},
        {"dependents.exit_no_return", 2, 2, november(16), S::InProgress},
        {"residency.replace", 6, -1, november(16), S::New, nobody},
        {"visit.to_residency", 10, 5, november(16), S::InProgress, human},
        {"exit.reentry_single", 13, 1, november(17), S::InProgress},
        {"reports.absence", 7, 0, november(17), S::New, nobody},
        {"docupdate.lost_old", 3, -1, november(17), S::InProgress},
        {"residency.issue", 12, 1, november(17), S::New},
        {"passport.renewal", 15, -1, november(18), S::InProgress, waiting},
        {"dependents.fees", 11, -1, november(18), S::New},
        {"visit.visitor_id", 1, 5, november(18), S::New, nobody},
        {"residency.citizen_spouse", 9, 2, november(18), S::InProgress},
        {"exit.final_issue", 7, 3, november(19), S::New, nobody},
        {"residency.renewal_abroad", 8, -1, november(19), S::New},
        {"transfer.establishment", 7, 0, november(19), S::New, nobody},
        {"passport.delivery", 0, -1, november(22), S::New},
        {"residency.renewal", 14, -1, november(11), S::Returned},
        {"docupdate.transfer_info", 11, -1, november(12), S::Returned},
        {"residency.translated_name", 2, -1, november(8), S::Completed},
        {"exit.reentry_cancel", 5, 1, november(9), S::Rejected},
    };
}

CaseHead headOf(const SampleRow &row, qint64 key, const Reference &reference)
{
    const auto senderOf = [](int i) { return kSenders[static_cast<std::size_t>(i)]; };
    const SamplePerson sender = senderOf(row.sender);
    const SamplePerson subject = row.subject < 0 ? sender : kSubjects[static_cast<std::size_t>(row.subject)];
    CaseHead head;
    head.row = key;
    head.id = CaseId(QStringLiteral("case-%1").arg(key));
    head.number = QString::number(1448002300 + key * 7);
    head.status = row.status;
    head.subService = QString::fromLatin1(row.subService);
    head.section = head.subService.section(u'.', 0, 0);
    head.beneficiaryName = QString::fromUtf16(sender.name);
    head.subjectName = QString::fromUtf16(subject.name);
    head.subjectIdentifier = checked(QString(QChar(subject.kind) % QString::number(99'004'820 + key * 311)));
    const Deadline service =
        serviceDeadline(riyadhInstant(row.submitted, QTime(9, 30)),
                        promisedWorkingDays(reference, head.subService), reference.calendar);
    std::optional<Deadline> statutory;
    if (row.rule)
        statutory = statutoryDeadline(row.ruleDay, QString::fromLatin1(row.rule), reference.calendar);
    head.deadline = earlier(service, statutory);
    head.serviceDay = service.day;
    head.statutoryDay = statutory ? statutory->day : QDate();
    head.flags = row.flags;
    if (head.has(RowFlag::Urgent))
        head.marks.push_back({Mark::Kind::Urgent, {}});
    if (head.has(RowFlag::Humanitarian))
        head.marks.push_back({Mark::Kind::Humanitarian, {}});
    return head;
}

// The same cases once more with other people, a few days later in the list: enough for scrolling.
constexpr int kRounds = 2;

} // namespace

Instant worklistNow()
{
    return riyadhInstant(november(22), QTime(10, 42));
}

ReferencePtr shippedReference()
{
    QFile file(QStringLiteral(TAWASUL_REFERENCE));
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    const auto read = wire::referenceFromJson(QJsonDocument::fromJson(file.readAll()).object());
    return read ? std::make_shared<const Reference>(*read) : nullptr;
}

std::vector<CaseHead> sampleHeads()
{
    const ReferencePtr reference = shippedReference();
    std::vector<CaseHead> heads;
    qint64 key = 1;
    for (int round = 0; round < kRounds; ++round) {
        for (SampleRow row : sampleRows()) {
            if (round > 0) {
                if (row.rule || row.submitted < november(15) || !isOpen(row.status))
                    continue;
                row.sender = (row.sender + 5) % static_cast<int>(std::size(kSenders));
                row.flags &= bit(RowFlag::Unassigned);
            }
            heads.push_back(headOf(row, key++, *reference));
        }
    }
    return heads;
}

WorklistPtr worklistOf(const std::vector<CaseHead> &heads, std::uint64_t generation)
{
    auto worklist = std::make_shared<Worklist>();
    worklist->generation = generation;
    for (const CaseHead &head : heads) {
        auto section = std::find(worklist->sections.begin(), worklist->sections.end(), head.section);
        if (section == worklist->sections.end())
            section = worklist->sections.insert(section, head.section);
        worklist->entries.push_back({head.row, head.deadline.at.time_since_epoch().count(),
                                     static_cast<std::uint16_t>(section - worklist->sections.begin()),
                                     head.status, head.flags});
    }
    std::stable_sort(
        worklist->entries.begin(), worklist->entries.end(),
        [](const WorklistEntry &a, const WorklistEntry &b) { return a.deadlineMs < b.deadlineMs; });
    return worklist;
}

WorklistPtr largeWorklist(int size, Instant now, std::uint64_t generation)
{
    constexpr qint64 kMinute = 60'000;
    auto worklist = std::make_shared<Worklist>();
    worklist->generation = generation;
    worklist->sections = {QStringLiteral("residency"), QStringLiteral("visit")};
    worklist->entries.reserve(static_cast<std::size_t>(size));
    // A tenth late, then one case a minute; every status in turn.
    const qint64 first = now.time_since_epoch().count() - size / 10 * kMinute;
    for (int i = 0; i < size; ++i) {
        const auto status = static_cast<CaseStatus>(i % 8);
        const std::uint8_t flags = i % 3 == 0 ? bit(RowFlag::Unassigned) : std::uint8_t(0);
        worklist->entries.push_back(
            {i + 1, first + i * kMinute, static_cast<std::uint16_t>(i % 2), status, flags});
    }
    return worklist;
}

CaseHead headOfEntry(qint64 row, const WorklistEntry &entry)
{
    CaseHead head;
    head.row = row;
    head.id = CaseId(QStringLiteral("case-%1").arg(row));
    head.number = QString::number(1448000000 + row);
    head.status = entry.status;
    head.flags = entry.flags;
    head.subService = QStringLiteral("residency.renewal");
    head.section = QStringLiteral("residency");
    head.beneficiaryName =
        QString::fromUtf16(kSenders[static_cast<std::size_t>(row) % std::size(kSenders)].name);
    head.deadline.at = Instant(std::chrono::milliseconds(entry.deadlineMs));
    head.deadline.day = riyadhDate(head.deadline.at);
    return head;
}

FakeSource::FakeSource(const std::vector<CaseHead> &heads)
{
    for (const CaseHead &head : heads)
        put(head);
}

void FakeSource::serve(const WorklistPtr &worklist)
{
    for (const WorklistEntry &entry : worklist->entries)
        m_entries.insert(entry.row, entry);
}

FakeSource::Heads FakeSource::answer(const std::vector<qint64> &rows) const
{
    std::vector<CaseHead> found;
    for (const qint64 row : rows) {
        if (const auto head = m_heads.find(row); head != m_heads.end())
            found.push_back(*head);
        else if (const auto entry = m_entries.find(row); entry != m_entries.end())
            found.push_back(headOfEntry(row, *entry));
    }
    return found;
}

QFuture<Result<std::vector<CaseHead>>> FakeSource::heads(std::vector<qint64> rows)
{
    ++headQuestions;
    headsAsked += static_cast<int>(rows.size());
    auto promise = std::make_shared<QPromise<Heads>>();
    promise->start();
    const QFuture<Heads> future = promise->future();
    if (m_cancel) {
        m_cancel = false;
        promise->future().cancel();
        promise->finish();
    } else if (m_error) {
        promise->addResult(Heads(*std::exchange(m_error, std::nullopt)));
        promise->finish();
    } else {
        m_waiting.push_back({std::move(rows), promise});
        if (!m_holding)
            release();
    }
    return future;
}

void FakeSource::release()
{
    m_holding = false;
    while (!m_waiting.empty()) {
        const Waiting next = m_waiting.front();
        m_waiting.pop_front();
        next.promise->addResult(answer(next.rows));
        next.promise->finish();
    }
}

QFuture<Result<std::vector<qint64>>> FakeSource::search(QString typed)
{
    ++searches;
    std::vector<qint64> rows;
    for (const CaseHead &head : std::as_const(m_heads)) {
        if (head.number.contains(typed) || head.beneficiaryName.contains(typed)
            || head.subjectName.contains(typed))
            rows.push_back(head.row);
    }
    std::sort(rows.begin(), rows.end());
    return QtFuture::makeReadyFuture(Result<std::vector<qint64>>(std::move(rows)));
}

} // namespace tawasul
