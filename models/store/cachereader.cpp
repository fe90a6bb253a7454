// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/cachereader.h"

#include "models/domain/proposals.h"
#include "models/protocol/words.h"
#include "models/store/cachefile.h"
#include "models/store/headerquestions.h"
#include "models/store/ownproposals.h"
#include "models/store/searchquestion.h"
#include "models/store/statementset.h"
#include "models/store/storedforms.h"

#include <algorithm>
#include <deque>
#include <iterator>

namespace tawasul {

namespace {

enum class Sql { Head, CaseById, IdOf, Attachments, Words, Fragments };

QString textOf(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QByteArray bytesOf(QByteArrayView view)
{
    return {view.data(), view.size()};
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QDate dayOf(std::string_view text)
{
    return text.empty() ? QDate() : QDate::fromString(textOf(text), Qt::ISODate);
}

Deadline deadlineOf(Deadline::Kind kind, std::string_view day, std::string_view at, std::string_view rule)
{
    return {kind, dayOf(day), instantFromIso(textOf(at)).value_or(Instant{}), textOf(rule)};
}

/// The row of a case whose shown state is the truth; the columns are those of Sql::Head.
CaseHead headOf(Statement &row)
{
    CaseHead head;
    head.row = row.int64(0);
    head.id = CaseId(textOf(row.text(1)));
    head.number = textOf(row.text(2));
    const QString status = textOf(row.text(3));
    head.status = wire::caseStatus(status);
    head.statusText = head.status == CaseStatus::Unknown ? status : QString();
    head.section = textOf(row.text(4));
    head.subService = textOf(row.text(5));
    const Deadline service = deadlineOf(Deadline::Kind::Service, row.text(7), row.text(8), {});
    std::optional<Deadline> statutory;
    if (!row.text(9).empty())
        statutory = deadlineOf(Deadline::Kind::Statutory, row.text(9), row.text(10), row.text(11));
    head.deadline = earlier(service, statutory);
    head.serviceDay = service.day;
    head.statutoryDay = statutory ? statutory->day : QDate();
    if (!row.text(12).empty())
        head.assignee = PersonName{PersonId(textOf(row.text(12))), textOf(row.text(13))};
    head.beneficiaryName = textOf(row.text(14));
    head.subjectName = textOf(row.text(15));
    head.subjectIdentifier = textOf(row.text(16));
    head.flags = static_cast<std::uint8_t>(row.int64(6));
    return head;
}

/// What pending acts can have changed of it.
void show(CaseHead &head, const Case &shown)
{
    head.status = shown.status;
    head.statusText = shown.statusText;
    head.section = shown.section;
    head.subService = shown.subService;
    head.deadline = shown.deadline();
    head.serviceDay = shown.serviceDeadline.day;
    head.statutoryDay = shown.statutoryDeadline ? shown.statutoryDeadline->day : QDate();
    head.assignee = shown.assignee;
    const auto proposal = static_cast<std::uint8_t>(RowFlag::HasProposal);
    head.flags =
        static_cast<std::uint8_t>((head.flags & ~proposal) | (hasOpenProposal(shown) ? proposal : 0));
}

/// Flags and marks of the row, with those of its pending acts.
void mark(CaseHead &head, std::uint8_t pendingFlags)
{
    const auto unassigned = static_cast<std::uint8_t>(RowFlag::Unassigned);
    head.flags = static_cast<std::uint8_t>((head.flags & ~unassigned) | pendingFlags
                                           | (head.assignee ? 0 : unassigned));
    if (head.has(RowFlag::Urgent))
        head.marks.push_back({Mark::Kind::Urgent, QString()});
    if (head.has(RowFlag::Humanitarian))
        head.marks.push_back({Mark::Kind::Humanitarian, QString()});
}

} // namespace

struct CacheReader::Body
{
    explicit Body(Database opened);

    Result<std::optional<CaseHead>> head(qint64 row);
    Result<std::vector<qint64>> matches(Sql which, const QString &question);
    Result<Case> decoded(const QByteArray &bytes);

    /// What was read last: a case is looked at, recorded on and sent in a row, and decoding it costs most of
    /// that.
    struct Known
    {
        QByteArray bytes;
        Case value;
    };
    static constexpr std::size_t kMostKnown = 8;
    std::deque<Known> known; ///< the newest first

    Database database;
    StatementSet<Sql> sql;
};

CacheReader::Body::Body(Database opened)
    : database(std::move(opened))
    , sql(database,
          {"SELECT c.rid, c.id, c.number, c.status, c.section, c.sub_service, c.flags, c.service_day,"
           " c.service_at, c.statutory_day, c.statutory_at, c.statutory_rule, c.assignee_id, c.assignee_name,"
           " c.beneficiary_name, c.subject_name, c.subject_identifier, coalesce(p.flags, 0), p.shown"
           " FROM case_row c LEFT JOIN pending p ON p.rid = c.rid WHERE c.rid = ?1",
           "SELECT c.rid, c.body, p.shown FROM case_row c LEFT JOIN pending p ON p.rid = c.rid"
           " WHERE c.id = ?1",
           "SELECT id FROM case_row WHERE rid = ?1",
           "SELECT a.sha256 FROM case_row c LEFT JOIN case_attachment a ON a.rid = c.rid"
           " WHERE c.rid = ?1 AND (?2 IS NULL OR c.assignee_id = ?2)",
           "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid",
           "SELECT rowid FROM fragments WHERE fragments MATCH ?1 ORDER BY rowid"})
{
}

Result<CacheReader> CacheReader::open(const QString &path, const QString &vfs)
{
    Result<Database> database = openCacheForReading(path, vfs);
    if (!database)
        return database.error();
    return CacheReader(std::make_unique<Body>(std::move(*database)));
}

CacheReader::CacheReader(std::unique_ptr<Body> body) noexcept
    : m_body(std::move(body))
{
}

CacheReader::CacheReader(CacheReader &&) noexcept = default;
CacheReader &CacheReader::operator=(CacheReader &&) noexcept = default;
CacheReader::~CacheReader() = default;

Result<std::optional<CaseHead>> CacheReader::Body::head(qint64 row)
{
    Statement &statement = sql[Sql::Head];
    statement.bindInt64(1, row);
    const Result<bool> found = statement.step();
    if (!found)
        return found.error();
    std::optional<CaseHead> head;
    if (*found) {
        head = headOf(statement);
        if (!statement.isNull(18)) {
            const Result<Case> shown = caseFromStored(bytesOf(statement.blob(18)));
            if (!shown)
                return shown.error();
            show(*head, *shown);
        }
        mark(*head, static_cast<std::uint8_t>(statement.int64(17)));
    }
    if (const Outcome reset = statement.reset(); !reset)
        return reset.error();
    return head;
}

Result<Case> CacheReader::Body::decoded(const QByteArray &bytes)
{
    const auto found = std::ranges::find(known, bytes, &Known::bytes);
    if (found != known.end())
        return found->value;
    Result<Case> value = caseFromStored(bytes);
    if (!value)
        return value;
    if (known.size() == kMostKnown)
        known.pop_back();
    known.push_front({bytes, *value});
    return value;
}

Result<std::vector<CaseHead>> CacheReader::heads(const std::vector<qint64> &rows)
{
    std::vector<CaseHead> heads;
    heads.reserve(rows.size());
    for (const qint64 row : rows) {
        Result<std::optional<CaseHead>> head = m_body->head(row);
        if (!head)
            return head.error();
        if (*head)
            heads.push_back(std::move(**head));
    }
    return heads;
}

Result<std::optional<CacheReader::Stored>> CacheReader::caseById(const CaseId &id)
{
    Statement &statement = m_body->sql[Sql::CaseById];
    const QByteArray key = id.text().toUtf8();
    statement.bindText(1, viewOf(key));
    const Result<bool> found = statement.step();
    if (!found)
        return found.error();
    if (!*found) {
        const Outcome reset = statement.reset();
        return reset ? Result<std::optional<Stored>>(std::optional<Stored>()) : reset.error();
    }
    const qint64 row = statement.int64(0);
    const QByteArray truthBytes = bytesOf(statement.blob(1));
    const bool differs = !statement.isNull(2);
    const QByteArray shownBytes = differs ? bytesOf(statement.blob(2)) : QByteArray();
    if (const Outcome reset = statement.reset(); !reset)
        return reset.error();
    Result<Case> truth = m_body->decoded(truthBytes);
    if (!truth)
        return truth.error();
    Result<Case> shown = differs ? m_body->decoded(shownBytes) : truth;
    if (!shown)
        return shown.error();
    return std::optional(Stored{row, std::move(*truth), truthBytes, std::move(*shown)});
}

Result<std::vector<OwnProposals>> CacheReader::ownProposals()
{
    return readOwnProposals(m_body->database);
}

HeaderQuestions CacheReader::headers()
{
    return HeaderQuestions(m_body->database);
}

bool CacheReader::takeDamage()
{
    return m_body->database.takeDamage();
}

Result<std::optional<CaseId>> CacheReader::idOf(qint64 row)
{
    Statement &statement = m_body->sql[Sql::IdOf];
    statement.bindInt64(1, row);
    const Result<bool> found = statement.step();
    if (!found)
        return found.error();
    const std::optional<CaseId> id = *found ? std::optional(CaseId(textOf(statement.text(0)))) : std::nullopt;
    if (const Outcome reset = statement.reset(); !reset)
        return reset.error();
    return id;
}

Result<std::optional<std::vector<QString>>>
CacheReader::attachmentsOf(qint64 row, const std::optional<PersonId> &assignee)
{
    Statement &statement = m_body->sql[Sql::Attachments];
    const QByteArray person = assignee ? assignee->text().toUtf8() : QByteArray();
    statement.bindInt64(1, row);
    if (assignee)
        statement.bindText(2, viewOf(person));
    std::optional<std::vector<QString>> attachments;
    Result<bool> more = statement.step();
    for (; more && *more; more = statement.step()) {
        if (!attachments)
            attachments.emplace();
        if (!statement.isNull(0))
            attachments->push_back(textOf(statement.text(0)));
    }
    if (!more)
        return more.error();
    if (const Outcome reset = statement.reset(); !reset)
        return reset.error();
    return attachments;
}

Result<std::vector<qint64>> CacheReader::Body::matches(Sql which, const QString &question)
{
    Statement &statement = sql[which];
    const QByteArray bytes = question.toUtf8();
    statement.bindText(1, viewOf(bytes));
    std::vector<qint64> rows;
    Result<bool> more = statement.step();
    for (; more && *more; more = statement.step())
        rows.push_back(statement.int64(0));
    const Outcome reset = statement.reset();
    if (!more)
        return more.error();
    if (!reset)
        return reset.error();
    return rows;
}

Result<std::vector<qint64>> CacheReader::search(const QString &typed)
{
    const SearchQuestion question = searchQuestion(typed);
    std::vector<qint64> rows;
    const auto add = [&](Sql which, const QString &text) -> Outcome {
        const Result<std::vector<qint64>> found = m_body->matches(which, text);
        if (!found)
            return found.error();
        std::vector<qint64> both;
        std::set_union(rows.begin(), rows.end(), found->begin(), found->end(), std::back_inserter(both));
        rows = std::move(both);
        return Done{};
    };
    if (question.words) {
        if (const Outcome added = add(Sql::Words, *question.words); !added)
            return added.error();
    }
    for (const QString &fragments : question.fragments) {
        if (const Outcome added = add(Sql::Fragments, fragments); !added)
            return added.error();
    }
    return rows;
}

} // namespace tawasul
