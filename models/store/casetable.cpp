// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/casetable.h"

#include "models/store/cleantext.h"
#include "models/store/statementset.h"
#include "models/store/worklist.h"

#include <array>
#include <string>

namespace tawasul {

namespace {

enum class Sql { Find, Insert, Update, Remove, Truth, Older, Closed, AddAttachment, DropAttachments };

constexpr std::string_view kFind = "SELECT rid, version, round, search_hash FROM case_row WHERE id = ?1";

// Its last value is the row's number, or nothing: then SQLite gives the next one.
constexpr std::string_view kInsert =
    "INSERT INTO case_row (id, number, version, status, section, sub_service, updated_at, flags,"
    " service_day, statutory_day, service_at, statutory_rule, statutory_at, assignee_id, assignee_name,"
    " beneficiary_name, subject_name, subject_identifier, round, search_hash, body, deadline_ms, rid)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,"
    " ?21, DEADLINE, ?22) ON CONFLICT (id) DO NOTHING RETURNING rid, deadline_ms";

constexpr std::string_view kUpdate =
    "UPDATE case_row SET number = ?2, version = ?3, status = ?4, section = ?5, sub_service = ?6,"
    " updated_at = ?7, flags = ?8, service_day = ?9, statutory_day = ?10, service_at = ?11,"
    " statutory_rule = ?12, statutory_at = ?13, assignee_id = ?14, assignee_name = ?15,"
    " beneficiary_name = ?16, subject_name = ?17, subject_identifier = ?18, round = ?19,"
    " search_hash = ?20, body = ?21,"
    " deadline_ms = DEADLINE WHERE rid = ?22 RETURNING rid, deadline_ms";

constexpr std::string_view kTruth =
    "SELECT deadline_ms, flags, status, section, body FROM case_row WHERE rid = ?1";

constexpr std::string_view kClosed =
    "SELECT rid, id FROM case_row WHERE status IN ('completed', 'rejected') AND updated_at < ?1"
    " AND rid NOT IN (SELECT rid FROM pending)";

/// DEADLINE filled in: SQLite reads the times itself, each once, so that no text is converted on the way. It
/// keeps them as whole milliseconds, which a day's fraction in 53 bits gives back to the last one.
std::string withDeadline(std::string_view sql)
{
    const auto milliseconds = [](const std::string &time) {
        return "CAST(round((julianday(" + time + ") - 2440587.5) * 86400000.0) AS INTEGER)";
    };
    const std::string service = milliseconds("?11");
    const std::string earlier =
        "CASE WHEN ?13 = '' THEN " + service + " ELSE min(" + service + ", " + milliseconds("?13") + ") END";
    constexpr std::string_view kPlace = "DEADLINE";
    return std::string(sql).replace(sql.find(kPlace), kPlace.size(), earlier);
}

std::string_view insertText()
{
    static const std::string kText = withDeadline(kInsert);
    return kText;
}

std::string_view updateText()
{
    static const std::string kText = withDeadline(kUpdate);
    return kText;
}

int flagsOf(const CaseRow &row)
{
    int flags = 0;
    if (row.urgent)
        flags |= static_cast<int>(RowFlag::Urgent);
    if (row.humanitarian)
        flags |= static_cast<int>(RowFlag::Humanitarian);
    if (row.assigneeId.empty())
        flags |= static_cast<int>(RowFlag::Unassigned);
    if (row.hasOpenProposal)
        flags |= static_cast<int>(RowFlag::HasProposal);
    return flags;
}

QString textOf(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

void bindRow(Statement &statement, CleanText &clean, const CaseRow &row, qint64 round, qint64 searchHash)
{
    statement.bindInt64(3, row.version);
    statement.bindInt64(8, flagsOf(row));
    statement.bindInt64(19, round);
    statement.bindInt64(20, searchHash);
    statement.bindBlob(21, QByteArrayView(row.body.data(), static_cast<qsizetype>(row.body.size())));
    const std::array<std::pair<int, std::string_view>, 16> texts{{{1, row.id},
                                                                  {2, row.number},
                                                                  {4, row.status},
                                                                  {5, row.section},
                                                                  {6, row.subService},
                                                                  {7, row.updatedAt},
                                                                  {9, row.serviceDay},
                                                                  {10, row.statutoryDay},
                                                                  {11, row.serviceAt},
                                                                  {12, row.statutoryRule},
                                                                  {13, row.statutoryAt},
                                                                  {14, row.assigneeId},
                                                                  {15, row.assigneeName},
                                                                  {16, row.beneficiaryName},
                                                                  {17, row.subjectName},
                                                                  {18, row.subjectIdentifier}}};
    for (const auto &[position, text] : texts)
        clean.bind(statement, position, text);
}

} // namespace

struct CaseTable::Body
{
    explicit Body(Database &database);

    /// Nothing when the statement wrote nothing.
    Result<std::optional<Written>> writeRow(Sql name, const CaseRow &row, qint64 round, qint64 searchHash,
                                            std::optional<qint64> rid)
    {
        Statement &statement = sql[name];
        CleanText clean;
        bindRow(statement, clean, row, round, searchHash);
        if (rid)
            statement.bindInt64(22, *rid);
        const Result<bool> returned = statement.step();
        if (!returned)
            return returned.error();
        std::optional<Written> written;
        if (*returned)
            written = Written{statement.int64(0), statement.int64(1), flagsOf(row)};
        if (const Outcome run = statement.run(); !run)
            return run.error();
        return written;
    }

    Outcome addAttachments(qint64 rid, const CaseRow &row)
    {
        for (const std::string_view hash : row.attachmentHashes) {
            Statement &add = sql[Sql::AddAttachment];
            add.bindInt64(1, rid);
            add.bindText(2, hash);
            if (Outcome run = add.run(); !run)
                return run;
        }
        return Done{};
    }

    static Result<std::vector<Identity>> identities(Statement &statement)
    {
        std::vector<Identity> found;
        Result<bool> more = statement.step();
        for (; more && *more; more = statement.step())
            found.push_back({statement.int64(0), CaseId(textOf(statement.text(1)))});
        if (!more)
            return more.error();
        if (const Outcome reset = statement.reset(); !reset)
            return reset.error();
        return found;
    }

    StatementSet<Sql> sql;
    std::optional<qint64> lastRow; ///< where this table numbers its rows itself
};

CaseTable::Body::Body(Database &database)
    : sql(database,
          {kFind, insertText(), updateText(), "DELETE FROM case_row WHERE rid = ?1", kTruth,
           "SELECT rid, id FROM case_row WHERE round < ?1", kClosed,
           "INSERT OR IGNORE INTO case_attachment (rid, sha256) VALUES (?1, ?2)",
           "DELETE FROM case_attachment WHERE rid = ?1"})
{
}

CaseTable::CaseTable(Database &database)
    : m_body(std::make_unique<Body>(database))
{
}

CaseTable::CaseTable(CaseTable &&) noexcept = default;
CaseTable &CaseTable::operator=(CaseTable &&) noexcept = default;
CaseTable::~CaseTable() = default;

Result<std::optional<CaseTable::Known>> CaseTable::find(std::string_view id)
{
    Statement &statement = m_body->sql[Sql::Find];
    CleanText clean;
    clean.bind(statement, 1, id);
    const Result<bool> found = statement.step();
    if (!found)
        return found.error();
    std::optional<Known> known;
    if (*found)
        known = Known{statement.int64(0), statement.int64(1), statement.int64(2), statement.int64(3)};
    if (const Outcome reset = statement.reset(); !reset)
        return reset.error();
    return known;
}

void CaseTable::startAfter(qint64 row)
{
    m_body->lastRow = row;
}

Result<std::optional<CaseTable::Written>> CaseTable::insert(const CaseRow &row, qint64 round,
                                                            qint64 searchHash)
{
    if (m_body->lastRow)
        ++*m_body->lastRow;
    auto written = m_body->writeRow(Sql::Insert, row, round, searchHash, m_body->lastRow);
    if (!written || !*written)
        return written;
    const Outcome attachments = m_body->addAttachments((*written)->rid, row);
    return attachments ? written : Result<std::optional<Written>>(attachments.error());
}

Result<CaseTable::Written> CaseTable::update(qint64 rid, const CaseRow &row, qint64 round, qint64 searchHash)
{
    const auto written = m_body->writeRow(Sql::Update, row, round, searchHash, rid);
    if (!written)
        return written.error();
    Statement &drop = m_body->sql[Sql::DropAttachments];
    drop.bindInt64(1, rid);
    if (const Outcome dropped = drop.run(); !dropped)
        return dropped.error();
    if (const Outcome added = m_body->addAttachments(rid, row); !added)
        return added.error();
    return written->value_or(Written{rid, 0, flagsOf(row)});
}

Outcome CaseTable::remove(qint64 rid)
{
    for (const Sql name : {Sql::Remove, Sql::DropAttachments}) {
        Statement &statement = m_body->sql[name];
        statement.bindInt64(1, rid);
        if (Outcome run = statement.run(); !run)
            return run;
    }
    return Done{};
}

Result<std::optional<CaseTable::Truth>> CaseTable::truth(qint64 rid)
{
    Statement &statement = m_body->sql[Sql::Truth];
    statement.bindInt64(1, rid);
    const Result<bool> found = statement.step();
    if (!found)
        return found.error();
    std::optional<Truth> truth;
    if (*found) {
        const QByteArrayView body = statement.blob(4);
        truth = Truth{{rid, statement.int64(0), static_cast<int>(statement.int64(1))},
                      textOf(statement.text(2)),
                      textOf(statement.text(3)),
                      QByteArray(body.data(), body.size())};
    }
    if (const Outcome reset = statement.reset(); !reset)
        return reset.error();
    return truth;
}

Result<std::vector<CaseTable::Identity>> CaseTable::olderThan(qint64 round)
{
    Statement &statement = m_body->sql[Sql::Older];
    statement.bindInt64(1, round);
    return Body::identities(statement);
}

Result<std::vector<CaseTable::Identity>> CaseTable::closedBefore(const QString &updatedAt)
{
    const QByteArray time = updatedAt.toUtf8();
    Statement &statement = m_body->sql[Sql::Closed];
    statement.bindText(1, {time.constData(), static_cast<std::size_t>(time.size())});
    return Body::identities(statement);
}

} // namespace tawasul
