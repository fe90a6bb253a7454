// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/headerquestions.h"

#include "models/protocol/jsonreader.h"
#include "models/protocol/words.h"
#include "models/sql/rows.h"
#include "models/sql/statement.h"
#include "models/sql/transaction.h"
#include "models/store/cachemarks.h"
#include "models/store/headerforms.h"
#include "models/store/storedforms.h"

#include <deque>

namespace tawasul {

namespace {

constexpr std::string_view kTallies =
    "SELECT assignee_id, turn, end_day, count(*), sum(deadline_ms < ?1) FROM header INDEXED BY header_board"
    " WHERE turn < 2 GROUP BY assignee_id, turn, end_day";

constexpr std::string_view kTalliesOfOne =
    "SELECT assignee_id, turn, end_day, count(*), sum(deadline_ms < ?1) FROM header INDEXED BY header_board"
    " WHERE turn < 2 AND assignee_id = ?2 GROUP BY turn, end_day";

constexpr std::string_view kArrivals =
    "SELECT submitted_day, turn, count(*) FROM header INDEXED BY header_arrival GROUP BY submitted_day, turn";

constexpr std::string_view kClosings =
    "SELECT closed_day, count(*) FROM header INDEXED BY header_closing"
    " WHERE closed_day IS NOT NULL AND closed_day >= ?1 GROUP BY closed_day";

constexpr std::string_view kColumns =
    "SELECT id, number, version, status, section, sub_service, region, submitted_at, updated_at,"
    " service_day, service_at, statutory_day, statutory_at, statutory_rule, assignee_id, assignee_name,"
    " resubmitted_at, closed_at, marks, open_proposals FROM header";

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QString textOf(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QDate dayOf(qint64 stored)
{
    return QDate(1970, 1, 1).addDays(stored);
}

QDate dayOf(std::string_view text)
{
    return text.empty() ? QDate() : QDate::fromString(textOf(text), Qt::ISODate);
}

/// Walks all rows of a statement.
template<class Each>
Outcome forEach(Statement &statement, const Each &each)
{
    Result<bool> more = statement.step();
    for (; more && *more; more = statement.step())
        each(statement);
    if (!more)
        return more.error();
    return statement.reset();
}

/// A word is decoded once, not once a row: of a hundred thousand headers the same few names come again.
class HeaderDecoder
{
public:
    [[nodiscard]] CaseHeader header(Statement &row)
    {
        CaseHeader header;
        header.id = CaseId(textOf(row.text(0)));
        header.number = textOf(row.text(1));
        header.version = row.int64(2);
        const QString status = known(row.text(3));
        header.status = wire::caseStatus(status);
        if (header.status == CaseStatus::Unknown)
            header.statusText = status;
        header.section = known(row.text(4));
        header.subService = known(row.text(5));
        header.region = known(row.text(6));
        header.submittedAt = storedInstant(row.text(7)).value_or(Instant{});
        header.updatedAt = storedInstant(row.text(8)).value_or(Instant{});
        header.serviceDeadline = deadline(Deadline::Kind::Service, row.text(9), row.text(10), {});
        if (!row.text(11).empty())
            header.statutoryDeadline =
                deadline(Deadline::Kind::Statutory, row.text(11), row.text(12), row.text(13));
        if (!row.text(14).empty())
            header.assignee = PersonName{PersonId(known(row.text(14))), known(row.text(15))};
        header.resubmittedAt = storedInstant(row.text(16));
        header.closedAt = storedInstant(row.text(17));
        header.marks = marksOf(static_cast<int>(row.int64(18)));
        header.openProposals = static_cast<int>(row.int64(19));
        return header;
    }

private:
    [[nodiscard]] QString known(std::string_view text)
    {
        const QByteArray key = QByteArray::fromRawData(text.data(), std::ssize(text));
        const auto found = m_words.constFind(key);
        if (found != m_words.constEnd())
            return *found;
        return *m_words.insert(QByteArray(text.data(), std::ssize(text)), textOf(text));
    }

    [[nodiscard]] Deadline deadline(Deadline::Kind kind, std::string_view day, std::string_view at,
                                    std::string_view rule)
    {
        return {kind, dayOf(day), storedInstant(at).value_or(Instant{}), known(rule)};
    }

    QHash<QByteArray, QString> m_words;
};

/// The conditions of a filter as SQL, with the values to be bound in their order.
class Conditions
{
public:
    explicit Conditions(const HeaderFilter &filter)
    {
        if (filter.state == HeaderFilter::State::Open)
            add("turn < 2");
        else if (filter.state == HeaderFilter::State::Closed)
            add("turn = 2");
        if (filter.withoutWaiting)
            add("turn <> 1");
        if (filter.officer)
            add("assignee_id = ?", filter.officer->text());
        if (filter.officers)
            addOfficers(*filter.officers);
        if (filter.standing)
            addStanding(*filter.standing, filter.now);
        if (!filter.section.isEmpty())
            add("section = ?", filter.section);
        if (!filter.subService.isEmpty())
            add("sub_service = ?", filter.subService);
        addSpan("end_day", filter.ends);
        addSpan("submitted_day", filter.submitted);
        addSpan("closed_day", filter.closed);
        if (filter.submittedFrom) {
            add("submitted_day >= ?", storedDay(*filter.submittedFrom));
            add("submitted_at >= ?", toIso(*filter.submittedFrom));
        }
        if (filter.resubmittedFrom)
            add("resubmitted_at <> '' AND resubmitted_at >= ?", toIso(*filter.resubmittedFrom));
    }

    [[nodiscard]] std::string where() const { return m_sql.empty() ? std::string() : " WHERE " + m_sql; }

    void bindTo(Statement &statement) const
    {
        int position = 0;
        for (const auto &[text, number] : m_values) {
            ++position;
            if (number)
                statement.bindInt64(position, *number);
            else
                statement.bindText(position, viewOf(text));
        }
    }

private:
    void add(std::string_view sql)
    {
        m_sql += m_sql.empty() ? "" : " AND ";
        m_sql += sql;
    }
    void add(std::string_view sql, const QString &text)
    {
        add(sql);
        m_values.emplace_back(text.toUtf8(), std::nullopt);
    }
    void add(std::string_view sql, qint64 number)
    {
        add(sql);
        m_values.emplace_back(QByteArray(), number);
    }

    void addOfficers(const std::vector<PersonId> &officers)
    {
        std::string places;
        for (const PersonId &officer : officers) {
            places += places.empty() ? "?" : ", ?";
            m_values.emplace_back(officer.text().toUtf8(), std::nullopt);
        }
        add("assignee_id IN (" + places + ")");
    }

    // As standingOf() judges.
    void addStanding(Standing standing, Instant now)
    {
        const qint64 nowMs = now.time_since_epoch().count();
        const qint64 midnightMs = endOfToday(now).time_since_epoch().count();
        switch (standing) {
        case Standing::Overdue:
            return add("turn = 0 AND deadline_ms < ?", nowMs);
        case Standing::Today:
            add("turn = 0 AND deadline_ms >= ?", nowMs);
            return add("deadline_ms < ?", midnightMs);
        case Standing::OnTrack:
            add("turn = 0 AND deadline_ms >= ?", midnightMs);
            return add("deadline_ms >= ?", nowMs);
        case Standing::Waiting:
            return add("turn = 1");
        }
    }

    void addSpan(const std::string &column, const std::optional<DaySpan> &span)
    {
        if (!span)
            return;
        if (span->first.isValid())
            add(column + " >= ?", storedDay(span->first));
        if (span->last.isValid())
            add(column + " <= ?", storedDay(span->last));
    }

    std::string m_sql;
    std::vector<std::pair<QByteArray, std::optional<qint64>>> m_values;
};

HeaderTally tallyAt(Statement &row)
{
    return {PersonId(textOf(row.text(0))), row.int64(1) == static_cast<qint64>(HeaderTurn::Beneficiary),
            dayOf(row.int64(2)), static_cast<int>(row.int64(3)), static_cast<int>(row.int64(4))};
}

} // namespace

HeaderQuestions::HeaderQuestions(Database &database)
    : m_database(&database)
{
}

Outcome HeaderQuestions::together(const std::function<Outcome()> &ask)
{
    const Result<Transaction> reading = Transaction::beginRead(*m_database);
    return reading ? ask() : reading.error();
}

Result<std::vector<HeaderTally>> HeaderQuestions::tallies(Instant now)
{
    Result<Statement> rows = Statement::prepare(*m_database, kTallies);
    if (!rows)
        return rows.error();
    rows->bindInt64(1, now.time_since_epoch().count());
    std::vector<HeaderTally> all;
    const Outcome read = forEach(*rows, [&all](Statement &row) { all.push_back(tallyAt(row)); });
    return read ? Result<std::vector<HeaderTally>>(std::move(all)) : read.error();
}

Result<std::vector<HeaderTally>> HeaderQuestions::tallies(Instant now, const PersonId &officer)
{
    Result<Statement> rows = Statement::prepare(*m_database, kTalliesOfOne);
    if (!rows)
        return rows.error();
    const QByteArray id = officer.text().toUtf8();
    rows->bindInt64(1, now.time_since_epoch().count());
    rows->bindText(2, viewOf(id));
    std::vector<HeaderTally> all;
    const Outcome read = forEach(*rows, [&all](Statement &row) { all.push_back(tallyAt(row)); });
    return read ? Result<std::vector<HeaderTally>>(std::move(all)) : read.error();
}

Result<std::vector<ArrivalTally>> HeaderQuestions::arrivals()
{
    Result<Statement> rows = Statement::prepare(*m_database, kArrivals);
    if (!rows)
        return rows.error();
    std::vector<ArrivalTally> all;
    const Outcome read = forEach(*rows, [&all](Statement &row) {
        const QDate day = dayOf(row.int64(0));
        if (all.empty() || all.back().day != day)
            all.push_back({day, 0, 0});
        const auto count = static_cast<int>(row.int64(2));
        all.back().all += count;
        all.back().open += row.int64(1) == static_cast<qint64>(HeaderTurn::Closed) ? 0 : count;
    });
    return read ? Result<std::vector<ArrivalTally>>(std::move(all)) : read.error();
}

Result<std::vector<ClosingTally>> HeaderQuestions::closings(QDate from)
{
    Result<Statement> rows = Statement::prepare(*m_database, kClosings);
    if (!rows)
        return rows.error();
    rows->bindInt64(1, storedDay(from));
    std::vector<ClosingTally> all;
    const Outcome read = forEach(*rows, [&all](Statement &row) {
        all.push_back({dayOf(row.int64(0)), static_cast<int>(row.int64(1))});
    });
    return read ? Result<std::vector<ClosingTally>>(std::move(all)) : read.error();
}

Result<int> HeaderQuestions::count(const HeaderFilter &filter)
{
    const Conditions conditions(filter);
    Result<Statement> rows =
        Statement::prepare(*m_database, "SELECT count(*) FROM header" + conditions.where());
    if (!rows)
        return rows.error();
    conditions.bindTo(*rows);
    int counted = 0;
    const Outcome read =
        forEach(*rows, [&counted](Statement &row) { counted = static_cast<int>(row.int64(0)); });
    return read ? Result<int>(counted) : read.error();
}

namespace {

std::string listSql(const Conditions &conditions, std::optional<int> most)
{
    std::string sql(kColumns);
    sql += conditions.where() + " ORDER BY deadline_ms, number, id";
    if (most)
        sql += " LIMIT " + std::to_string(*most);
    return sql;
}

} // namespace

Result<QStringList> HeaderQuestions::planOf(const HeaderFilter &filter, std::optional<int> most)
{
    const Conditions conditions(filter);
    Result<Statement> rows =
        Statement::prepare(*m_database, "EXPLAIN QUERY PLAN " + listSql(conditions, most));
    if (!rows)
        return rows.error();
    conditions.bindTo(*rows);
    QStringList plan;
    const Outcome read = forEach(*rows, [&plan](Statement &row) { plan.append(textOf(row.text(3))); });
    return read ? Result<QStringList>(plan) : read.error();
}

Result<std::vector<CaseHeader>> HeaderQuestions::list(const HeaderFilter &filter, std::optional<int> most)
{
    const Conditions conditions(filter);
    Result<Statement> rows = Statement::prepare(*m_database, listSql(conditions, most));
    if (!rows)
        return rows.error();
    conditions.bindTo(*rows);
    HeaderDecoder decoder;
    std::vector<CaseHeader> all;
    const Outcome read = forEach(*rows, [&](Statement &row) { all.push_back(decoder.header(row)); });
    return read ? Result<std::vector<CaseHeader>>(std::move(all)) : read.error();
}

Result<std::vector<std::optional<CaseHeader>>> HeaderQuestions::byIds(const std::vector<CaseId> &ids)
{
    std::string sql(kColumns);
    sql += " WHERE id = ?1";
    Result<Statement> row = Statement::prepare(*m_database, sql);
    if (!row)
        return row.error();
    HeaderDecoder decoder;
    std::vector<std::optional<CaseHeader>> all;
    all.reserve(ids.size());
    for (const CaseId &id : ids) {
        const QByteArray key = id.text().toUtf8();
        row->bindText(1, viewOf(key));
        all.emplace_back();
        const Outcome read = forEach(*row, [&](Statement &found) { all.back() = decoder.header(found); });
        if (!read)
            return read.error();
    }
    return all;
}

Result<QString> HeaderQuestions::nameOf(const PersonId &officer)
{
    const auto name = readOne(
        *m_database,
        QStringLiteral("SELECT assignee_name FROM header WHERE turn < 2 AND assignee_id = ? LIMIT 1"),
        [](Query &row) { return row.text(0); }, officer.text());
    return name ? Result<QString>(name->value_or(QString())) : name.error();
}

Result<StoredStaff> HeaderQuestions::staff()
{
    struct Row
    {
        QByteArray body;
        QString fetchedAt;
    };
    const auto row =
        readOne(*m_database, QStringLiteral("SELECT body, fetched_at FROM staff"), [](Query &found) {
            return Row{found.blob(0), found.text(1)};
        });
    if (!row)
        return row.error();
    StoredStaff staff;
    if (!*row)
        return staff;
    auto lines = wire::parseObject((*row)->body, QStringLiteral("staff")).and_then(wire::staffFromJson);
    if (!lines)
        return unreadable(QStringLiteral("staff"));
    staff.lines = std::move(*lines);
    staff.fetchedAt = instantFromIso((*row)->fetchedAt);
    return staff;
}

Result<bool> HeaderQuestions::isPartial()
{
    const auto marks = CacheMarks::read(*m_database);
    return marks ? Result<bool>(marks->isFilling || !marks->completeAt) : marks.error();
}

Result<std::optional<Instant>> HeaderQuestions::completeAt()
{
    const auto marks = CacheMarks::read(*m_database);
    return marks ? Result<std::optional<Instant>>(marks->completeAt) : marks.error();
}

Result<qint64> HeaderQuestions::stamp()
{
    return readOneInt64(*m_database, QStringLiteral("PRAGMA data_version"));
}

} // namespace tawasul
