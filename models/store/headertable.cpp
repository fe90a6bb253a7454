// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/headertable.h"

#include "models/domain/load.h"
#include "models/protocol/words.h"
#include "models/sql/rows.h"
#include "models/store/cleantext.h"
#include "models/store/headerforms.h"

#include <array>

namespace tawasul {

namespace {

// Whatever is newer stays; in a new round everything is as the centre says now.
constexpr std::string_view kWrite =
    "INSERT INTO header (id, number, version, status, section, sub_service, region, submitted_at, updated_at,"
    " service_day, service_at, statutory_day, statutory_at, statutory_rule, assignee_id, assignee_name,"
    " resubmitted_at, closed_at, marks, open_proposals, turn, deadline_ms, end_day, submitted_day, "
    "closed_day,"
    " round) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,"
    " ?20, ?21, ?22, ?23, ?24, ?25, ?26) ON CONFLICT (id) DO UPDATE SET number = excluded.number,"
    " version = excluded.version, status = excluded.status, section = excluded.section,"
    " sub_service = excluded.sub_service, region = excluded.region, submitted_at = excluded.submitted_at,"
    " updated_at = excluded.updated_at, service_day = excluded.service_day, service_at = excluded.service_at,"
    " statutory_day = excluded.statutory_day, statutory_at = excluded.statutory_at,"
    " statutory_rule = excluded.statutory_rule, assignee_id = excluded.assignee_id,"
    " assignee_name = excluded.assignee_name, resubmitted_at = excluded.resubmitted_at,"
    " closed_at = excluded.closed_at, marks = excluded.marks, open_proposals = excluded.open_proposals,"
    " turn = excluded.turn, deadline_ms = excluded.deadline_ms, end_day = excluded.end_day,"
    " submitted_day = excluded.submitted_day, closed_day = excluded.closed_day, round = excluded.round"
    " WHERE excluded.version >= header.version OR excluded.round > header.round RETURNING rid";

constexpr std::string_view kRemove = "DELETE FROM header WHERE id = ?1 RETURNING rid";

HeaderTurn turnOf(std::string_view word)
{
    const CaseStatus status =
        wire::caseStatus(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())));
    if (!isOpen(status))
        return HeaderTurn::Closed;
    return status == CaseStatus::Returned ? HeaderTurn::Beneficiary : HeaderTurn::Officer;
}

/// What boards count by.
struct Counted
{
    HeaderTurn turn = HeaderTurn::Officer;
    qint64 deadlineMs = 0;
    qint64 endDay = 0;
    qint64 submittedDay = 0;
    std::optional<qint64> closedDay;
};

Result<Counted> countedOf(const HeaderRow &row)
{
    const auto submitted = storedInstant(row.submittedAt);
    const auto service = storedInstant(row.serviceAt);
    const auto statutory = row.statutoryAt.empty() ? service : storedInstant(row.statutoryAt);
    const auto closed = row.closedAt.empty() ? submitted : storedInstant(row.closedAt);
    if (!submitted || !service || !statutory || !closed)
        return Error{Error::Kind::Invalid, QStringLiteral("header.instant"), {}};
    Counted counted;
    counted.turn = turnOf(row.status);
    const Instant deadline = std::min(*service, *statutory);
    counted.deadlineMs = deadline.time_since_epoch().count();
    counted.endDay = storedDay(deadline);
    counted.submittedDay = storedDay(*submitted);
    // One that was opened again does not count as closed, whatever else it says.
    if (counted.turn == HeaderTurn::Closed && !row.closedAt.empty())
        counted.closedDay = storedDay(*closed);
    return counted;
}

} // namespace

HeaderTable::HeaderTable(Database &database)
    : m_database(&database)
{
}

Result<Statement *> HeaderTable::ready(std::optional<Statement> &statement, std::string_view sql)
{
    if (!statement) {
        Result<Statement> prepared = Statement::prepare(*m_database, sql);
        if (!prepared)
            return prepared.error();
        statement.emplace(std::move(*prepared));
    }
    static_cast<void>(statement->reset()); // its error was answered when it happened
    return &*statement;
}

Result<bool> HeaderTable::write(const HeaderRow &row, qint64 round)
{
    const auto counted = countedOf(row);
    if (!counted)
        return counted.error();
    const auto statement = ready(m_write, kWrite);
    if (!statement)
        return statement.error();
    m_holdsAny = true;
    Statement &write = **statement;
    const std::array<std::pair<int, std::string_view>, 17> texts{{{1, row.id},
                                                                  {2, row.number},
                                                                  {4, row.status},
                                                                  {5, row.section},
                                                                  {6, row.subService},
                                                                  {7, row.region},
                                                                  {8, row.submittedAt},
                                                                  {9, row.updatedAt},
                                                                  {10, row.serviceDay},
                                                                  {11, row.serviceAt},
                                                                  {12, row.statutoryDay},
                                                                  {13, row.statutoryAt},
                                                                  {14, row.statutoryRule},
                                                                  {15, row.assigneeId},
                                                                  {16, row.assigneeName},
                                                                  {17, row.resubmittedAt},
                                                                  {18, row.closedAt}}};
    CleanText clean;
    for (const auto &[position, text] : texts)
        clean.bind(write, position, text);
    write.bindInt64(3, row.version);
    write.bindInt64(19, row.marks);
    write.bindInt64(20, row.openProposals);
    write.bindInt64(21, static_cast<qint64>(counted->turn));
    write.bindInt64(22, counted->deadlineMs);
    write.bindInt64(23, counted->endDay);
    write.bindInt64(24, counted->submittedDay);
    if (counted->closedDay)
        write.bindInt64(25, *counted->closedDay);
    else
        write.bindNull(25);
    write.bindInt64(26, round);
    const Result<bool> written = write.step();
    if (!written)
        return written.error();
    const Outcome run = write.run();
    return run ? written : run.error();
}

Result<bool> HeaderTable::remove(std::string_view id)
{
    // An officer's desk has none and is told of many removals.
    if (!m_holdsAny) {
        const auto any = readOneInt64(*m_database, QStringLiteral("SELECT EXISTS (SELECT 1 FROM header)"));
        if (!any)
            return any.error();
        m_holdsAny = *any != 0;
    }
    if (!*m_holdsAny)
        return false;
    const auto statement = ready(m_remove, kRemove);
    if (!statement)
        return statement.error();
    CleanText clean;
    clean.bind(**statement, 1, id);
    const Result<bool> removed = (*statement)->step();
    if (!removed)
        return removed.error();
    const Outcome run = (*statement)->run();
    return run ? removed : run.error();
}

Result<qint64> HeaderTable::dropBefore(qint64 round)
{
    return changeRows(*m_database, QStringLiteral("DELETE FROM header WHERE round < ?"), round);
}

Result<qint64> HeaderTable::forgetClosed(const QString &updatedAt)
{
    return changeRows(*m_database, QStringLiteral("DELETE FROM header WHERE turn = 2 AND updated_at < ?"),
                      updatedAt);
}

} // namespace tawasul
