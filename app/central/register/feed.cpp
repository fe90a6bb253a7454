// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/feed.h"

#include "app/central/register/rows.h"
#include "app/central/register/scopes.h"
#include "models/protocol/fields.h"
#include "models/protocol/jsonreader.h"
#include "models/sql/transaction.h"

namespace tawasul {

namespace {

enum Kind { CaseKind = 0, RemovedKind = 1, ReferenceKind = 2 };

// The row of what concerns no case.
constexpr qint64 kNoCase = 0;

QString cursorText(const QString &prefix, qint64 position)
{
    const QByteArray plain = (prefix % QString::number(position)).toLatin1();
    return QString::fromLatin1(
        plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Error expired(const char *why)
{
    return { Error::Kind::NotFound, QStringLiteral("feed.cursor_expired"), QLatin1String(why) };
}

} // namespace

struct Feed::Line
{
    qint64 position = 0;
    qint64 caseRow = 0;
    int kind = CaseKind;
};

Feed::Feed(Database &database)
    : m_database(database)
{}

Result<qint64> Feed::counter(const QString &key)
{
    const auto value = readOne(
        m_database, QStringLiteral("SELECT value FROM centre WHERE key = ?"),
        [](Query &row) { return row.text(0).toLongLong(); }, key);
    if (!value)
        return value.error();
    return value->value_or(0);
}

Result<qint64> Feed::nextPosition()
{
    const auto next = readOne(m_database,
                              QStringLiteral("UPDATE centre SET value = value + 1 WHERE key = 'position' "
                                             "RETURNING CAST(value AS INTEGER)"),
                              [](Query &row) { return row.int64(0); });
    if (!next)
        return next.error();
    if (!*next)
        return Error{ Error::Kind::Corrupt, QStringLiteral("centre.incomplete"), QStringLiteral("position") };
    return **next;
}

Outcome Feed::write(const QString &scope, qint64 caseRow, int kind, Instant at)
{
    const Result<qint64> position = nextPosition();
    if (!position)
        return position.error();
    const auto written =
        change(m_database,
               QStringLiteral("INSERT INTO feed (scope, position, case_rid, kind, at) "
                              "VALUES (?, ?, ?, ?, ?) ON CONFLICT (scope, case_rid) DO UPDATE SET "
                              "position = excluded.position, kind = excluded.kind, at = excluded.at"),
               scope, *position, caseRow, kind, toIso(at));
    if (!written)
        return written.error();
    return Done{};
}

Outcome Feed::caseChanged(qint64 caseRow, const QString &before, const QString &after, Instant at)
{
    if (!before.isEmpty() && before != after) {
        if (const Outcome removed = write(before, caseRow, RemovedKind, at); !removed)
            return removed;
    }
    return write(after, caseRow, CaseKind, at);
}

Outcome Feed::referenceChanged(Instant at)
{
    return write(everybodysScope(), kNoCase, ReferenceKind, at);
}

Result<qint64> Feed::positionOf(const QString &cursor, const QString &prefix)
{
    if (cursor.isEmpty())
        return qint64{ 0 };
    const auto decoded = QByteArray::fromBase64Encoding(
        cursor.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QString plain = QString::fromLatin1(*decoded);
    if (!decoded || !plain.startsWith(prefix))
        return expired("another centre, epoch or other scopes");
    bool isNumber = false;
    const qint64 position = QStringView(plain).sliced(prefix.size()).toLongLong(&isNumber);
    if (!isNumber || position < 0)
        return expired("not a cursor of ours");
    const auto horizon = counter(QStringLiteral("horizon"));
    if (!horizon)
        return horizon.error();
    const auto newest = counter(QStringLiteral("position"));
    if (!newest)
        return newest.error();
    if (position > *newest)
        return expired("from the future: the register was put back without a new epoch");
    if (position != 0 && position < *horizon)
        return expired("older than the removals that are kept");
    return position;
}

Result<std::vector<Feed::Line>> Feed::lines(const std::vector<QString> &scopes, qint64 after, int count)
{
    std::vector<Line> merged;
    for (const QString &scope : scopes) {
        auto rows = readAll(
            m_database,
            QStringLiteral("SELECT position, case_rid, kind FROM feed WHERE scope = ? AND position > ? "
                           "ORDER BY position LIMIT ?"),
            [](Query &row) {
                return Line{ row.int64(0), row.int64(1), static_cast<int>(row.int64(2)) };
            },
            scope, after, count);
        if (!rows)
            return rows.error();
        merged.insert(merged.end(), rows->begin(), rows->end());
    }
    std::sort(merged.begin(), merged.end(),
              [](const Line &a, const Line &b) { return a.position < b.position; });
    if (merged.size() > static_cast<std::size_t>(count))
        merged.resize(static_cast<std::size_t>(count));
    return merged;
}

// Empty for a line that tells this caller nothing.
Result<QByteArray> Feed::encoded(const Line &line, const std::vector<QString> &scopes,
                                 const QString &referenceVersion, Instant closedBefore)
{
    using namespace wire;
    if (line.kind == ReferenceKind)
        return toBytes(
            { { field::kKind, QStringLiteral("reference") }, { field::kVersion, referenceVersion } });

    struct Row
    {
        QString id;
        QString scope;
        QString closedAt;
        QByteArray body;
    };
    const auto row = readOne(
        m_database,
        QStringLiteral(
            "SELECT id, assignee, section, region, closed_at, body FROM case_record WHERE rid = ?"),
        [](Query &query) {
            return Row{ query.text(0),
                        scopeOf(query.optionalText(1).value_or(QString()), query.text(2), query.text(3)),
                        query.optionalText(4).value_or(QString()), query.blob(5) };
        },
        line.caseRow);
    if (!row)
        return row.error();
    if (!*row)
        return Error{ Error::Kind::Corrupt, QStringLiteral("feed.dangling"), QString::number(line.caseRow) };
    // A case that moved between two scopes of one caller left neither of them.
    const bool stillSeen = std::find(scopes.begin(), scopes.end(), (*row)->scope) != scopes.end();
    const bool longClosed = !(*row)->closedAt.isEmpty() && (*row)->closedAt < toIso(closedBefore);
    if (line.kind == RemovedKind && stillSeen)
        return QByteArray();
    if (line.kind == RemovedKind || longClosed)
        return toBytes({ { field::kKind, QStringLiteral("removed") }, { field::kCaseId, (*row)->id } });
    return QByteArray(QByteArrayLiteral("{\"case\":") + (*row)->body + QByteArrayLiteral(",\"kind\":\"case\"}"));
}

Result<Feed::Page> Feed::page(const std::vector<QString> &scopes, const QString &epoch, const QString &cursor,
                              int limit, const QString &referenceVersion, Instant closedBefore)
{
    // One snapshot for all scopes: otherwise a change committed between two of the reads would be skipped for
    // ever.
    Result<Transaction> snapshot = Transaction::beginRead(m_database);
    if (!snapshot)
        return snapshot.error();
    const QString prefix =
        epoch % QLatin1Char('/') % QString::fromLatin1(scopesFingerprint(scopes)) % QLatin1Char('/');
    const Result<qint64> start = positionOf(cursor, prefix);
    if (!start)
        return start.error();
    // One more than asked for tells whether there is more.
    auto found = lines(scopes, *start, limit + 1);
    if (!found)
        return found.error();
    const bool more = found->size() > static_cast<std::size_t>(limit);
    if (more)
        found->resize(static_cast<std::size_t>(limit));

    Page page;
    page.json = QByteArrayLiteral("{\"changes\":[");
    for (const Line &line : *found) {
        const auto text = encoded(line, scopes, referenceVersion, closedBefore);
        if (!text)
            return text.error();
        if (text->isEmpty())
            continue;
        if (page.changes++ > 0)
            page.json += ',';
        page.json += *text;
    }
    const qint64 last = found->empty() ? *start : found->back().position;
    page.json += QByteArrayLiteral("],\"more\":") + (more ? "true" : "false")
        + QByteArrayLiteral(",\"next_cursor\":\"") + cursorText(prefix, last).toLatin1()
        + QByteArrayLiteral("\"}");
    return page;
}

Outcome Feed::forgetRemovals(Instant before)
{
    const auto horizon = readOne(
        m_database, QStringLiteral("SELECT max(position) FROM feed WHERE kind = 1 AND at < ?"),
        [](Query &row) { return row.optionalInt64(0); }, toIso(before));
    if (!horizon)
        return horizon.error();
    if (!*horizon || !**horizon)
        return Done{};
    const auto moved = change(
        m_database,
        QStringLiteral("UPDATE centre SET value = max(CAST(value AS INTEGER), ?) WHERE key = 'horizon'"),
        ***horizon);
    if (!moved)
        return moved.error();
    const auto deleted =
        change(m_database, QStringLiteral("DELETE FROM feed WHERE kind = 1 AND at < ?"), toIso(before));
    if (!deleted)
        return deleted.error();
    return Done{};
}

} // namespace tawasul
