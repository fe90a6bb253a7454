// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/feed.h"

#include "app/central/register/referenceshelf.h"
#include "app/central/register/scopes.h"
#include "models/protocol/casecodec.h"
#include "models/protocol/fields.h"
#include "models/protocol/headercodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/proposalcodec.h"
#include "models/sql/rows.h"
#include "models/sql/transaction.h"

#include <algorithm>

namespace tawasul {

namespace {

enum Kind { CaseKind = 0, RemovedKind = 1, ReferenceKind = 2, ProposalsKind = 3 };

// The row of what concerns no case.
constexpr qint64 kNoCase = 0;

// A case may carry long notes; a page of many such is cut, since desk and centre hold it whole.
constexpr qsizetype kFullPage = 4 * 1024 * 1024;

// A number of a cursor, as we wrote it; -1 for anything else.
qint64 numberFrom(QStringView text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber && QString::number(number) == text ? number : -1;
}

Error expired(const char *why)
{
    return {Error::Kind::NotFound, QStringLiteral("feed.cursor_expired"), QLatin1String(why)};
}

// Of a case no more than those need who see to the work of others.
Result<QByteArray> encodedHeader(const QByteArray &body)
{
    const auto theCase = wire::parseObject(body, QStringLiteral("case"));
    if (!theCase)
        return Error{Error::Kind::Corrupt, QStringLiteral("case.corrupt"), theCase.error().detail};
    return wire::toBytes({{wire::field::kHeader, wire::headerOfCaseJson(*theCase)},
                          {wire::field::kKind, QStringLiteral("header")}});
}

} // namespace

struct Feed::Line
{
    qint64 position = 0;
    qint64 caseRow = 0;
    int kind = CaseKind;
    QString scope;
};

struct Feed::Cursor
{
    qint64 position = 0; ///< everything up to here was told
    qint64 began = 0; ///< the newest position when the reader began from nothing; 0 once it has passed that

    [[nodiscard]] QByteArray text(const QString &prefix) const
    {
        QString plain(prefix % QString::number(position));
        if (began > position)
            plain += QString(QLatin1Char('/') % QString::number(began));
        return plain.toLatin1().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    }

    /// Up to where the reader needs no word of what left.
    [[nodiscard]] qint64 knowsRemovalsTo() const { return std::max(position, began); }
};

struct Feed::Reader
{
    const std::vector<QString> &scopes;
    QString prefix;         ///< of this reader's cursors
    Cursor cursor;          ///< where they are
    qint64 newest = 0;      ///< the newest position there is
    Instant closedBefore{}; ///< cases closed earlier are no longer theirs to keep
};

Feed::Feed(Database &database)
    : m_database(database)
{
}

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
    const Result<Statement *> statement = m_nextPosition.ready(m_database);
    if (!statement)
        return statement.error();
    Statement &next = **statement;
    const Result<bool> found = next.step();
    if (!found)
        return found.error();
    if (!*found)
        return Error{Error::Kind::Corrupt, QStringLiteral("centre.incomplete"), QStringLiteral("position")};
    const qint64 position = next.int64(0);
    if (const Result<bool> more = next.step(); !more)
        return more.error();
    const Outcome finished = next.reset();
    return finished ? Result<qint64>(position) : finished.error();
}

Outcome Feed::write(const QString &scope, qint64 position, qint64 caseRow, int kind, Instant at)
{
    const Result<Statement *> statement = m_writeRow.ready(m_database);
    if (!statement)
        return statement.error();
    const QByteArray scopeText = scope.toUtf8();
    const QByteArray time = toIso(at).toLatin1();
    Statement &row = **statement;
    row.bindText(1, viewOf(scopeText));
    row.bindInt64(2, position);
    row.bindInt64(3, caseRow);
    row.bindInt64(4, kind);
    row.bindText(5, viewOf(time));
    return row.run();
}

Outcome Feed::writeNext(const QString &scope, qint64 caseRow, int kind, Instant at)
{
    const Result<qint64> position = nextPosition();
    return position ? write(scope, *position, caseRow, kind, at) : position.error();
}

// One position for all scopes that a step writes into: nobody reads two of them.
Outcome Feed::caseChanged(qint64 caseRow, const std::optional<CaseScopes> &before, const CaseScopes &after,
                          Instant at)
{
    if (before && *before != after) {
        const Result<qint64> position = nextPosition();
        if (!position)
            return position.error();
        for (std::size_t i = 0; i < after.size(); ++i) {
            if ((*before)[i] == after[i])
                continue;
            if (Outcome removed = write((*before)[i], *position, caseRow, RemovedKind, at); !removed)
                return removed;
        }
    }
    const Result<qint64> position = nextPosition();
    if (!position)
        return position.error();
    for (const QString &scope : after) {
        if (Outcome changed = write(scope, *position, caseRow, CaseKind, at); !changed)
            return changed;
    }
    return Done{};
}

Outcome Feed::proposalsChanged(qint64 caseRow, const PersonId &author, Instant at)
{
    return writeNext(proposalsScope(author), caseRow, ProposalsKind, at);
}

Result<bool> Feed::hasTold(const std::vector<QString> &scopes, qint64 caseRow)
{
    for (const QString &scope : scopes) {
        const auto told = readOne(
            m_database, QStringLiteral("SELECT kind FROM feed WHERE scope = ? AND case_rid = ?"),
            [](Query &row) { return row.int64(0); }, scope, caseRow);
        if (!told)
            return told.error();
        if (*told)
            return true;
    }
    return false;
}

Outcome Feed::referenceChanged(Instant at)
{
    return writeNext(everybodysScope(), kNoCase, ReferenceKind, at);
}

Result<Feed::Cursor> Feed::cursorFrom(const QString &text, const QString &prefix, qint64 newest)
{
    if (text.isEmpty())
        return Cursor{0, newest};
    const auto decoded = QByteArray::fromBase64Encoding(
        text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QString plain = QString::fromLatin1(*decoded);
    if (!decoded || !plain.startsWith(prefix))
        return expired("another centre, epoch or other scopes");
    const QList<QStringView> numbers = QStringView(plain).sliced(prefix.size()).split(u'/');
    const Cursor cursor{numberFrom(numbers.first()), numbers.size() > 1 ? numberFrom(numbers.last()) : 0};
    if (cursor.position < 0 || cursor.began < 0 || numbers.size() > 2)
        return expired("not a cursor of ours");
    if (cursor.knowsRemovalsTo() > newest)
        return Error{Error::Kind::Corrupt, QStringLiteral("feed.cursor_ahead"),
                     QString::number(cursor.knowsRemovalsTo()) % u" of " % QString::number(newest)};
    const auto horizon = counter(QStringLiteral("horizon"));
    if (!horizon)
        return horizon.error();
    if (cursor.knowsRemovalsTo() < *horizon)
        return expired("older than the removals that are kept");
    return cursor;
}

Result<std::vector<Feed::Line>> Feed::lines(const std::vector<QString> &scopes, qint64 after, int count)
{
    std::vector<Line> merged;
    for (const QString &scope : scopes) {
        auto rows = readAll(
            m_database,
            QStringLiteral("SELECT position, case_rid, kind FROM feed WHERE scope = ? AND position > ? "
                           "ORDER BY position LIMIT ?"),
            [&scope](Query &row) {
                return Line{row.int64(0), row.int64(1), static_cast<int>(row.int64(2)), scope};
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
Result<QByteArray> Feed::encoded(const Line &line, const Reader &reader)
{
    using namespace wire;
    if (line.kind == ReferenceKind) {
        const auto newest = ReferenceShelf(m_database).newestVersion();
        if (!newest)
            return newest.error();
        return toBytes({{field::kKind, QStringLiteral("reference")}, {field::kVersion, *newest}});
    }
    if (line.kind == ProposalsKind)
        return encodedProposals(line, reader);

    struct Row
    {
        QString id;
        CaseScopes scopes;
        QString closedAt;
        QByteArray body;
    };
    const auto row = readOne(
        m_database,
        QStringLiteral(
            "SELECT id, assignee, section, region, closed_at, body FROM case_record WHERE rid = ?"),
        [](Query &query) {
            return Row{query.text(0),
                       scopesOfCase(query.optionalText(1).value_or(QString()), query.text(2), query.text(3)),
                       query.optionalText(4).value_or(QString()), query.blob(5)};
        },
        line.caseRow);
    if (!row)
        return row.error();
    if (!*row)
        return Error{Error::Kind::Corrupt, QStringLiteral("feed.dangling"), QString::number(line.caseRow)};
    // A case that moved between two scopes of one caller left neither of them.
    const bool stillSeen = std::find_first_of(reader.scopes.begin(), reader.scopes.end(),
                                              (*row)->scopes.begin(), (*row)->scopes.end())
        != reader.scopes.end();
    const bool longClosed = !(*row)->closedAt.isEmpty() && (*row)->closedAt < toIso(reader.closedBefore);
    if (line.kind == RemovedKind && stillSeen)
        return QByteArray();
    if (line.kind == RemovedKind || longClosed) {
        if (line.position <= reader.cursor.began)
            return QByteArray();
        return toBytes({{field::kKind, QStringLiteral("removed")}, {field::kCaseId, (*row)->id}});
    }
    if (isHeaderScope(line.scope))
        return encodedHeader((*row)->body);
    return QByteArray(QByteArrayLiteral("{\"case\":") + (*row)->body
                      + QByteArrayLiteral(",\"kind\":\"case\"}"));
}

// Of the case no more than its number: its readers are others now. What was closed long ago is told to nobody
// who begins from nothing.
Result<QByteArray> Feed::encodedProposals(const Line &line, const Reader &reader)
{
    const auto body = readOne(
        m_database, QStringLiteral("SELECT body FROM case_record WHERE rid = ?"),
        [](Query &query) { return query.blob(0); }, line.caseRow);
    if (!body)
        return body.error();
    if (!*body)
        return Error{Error::Kind::Corrupt, QStringLiteral("feed.dangling"), QString::number(line.caseRow)};
    const auto theCase = wire::parseObject(**body, QStringLiteral("case")).and_then(wire::caseFromJson);
    if (!theCase)
        return Error{Error::Kind::Corrupt, QStringLiteral("case.corrupt"), theCase.error().detail};
    OwnProposals own = proposalsBy(authorOfScope(line.scope), *theCase);
    std::erase_if(own.proposals, [&reader](const Proposal &proposal) {
        return proposal.closedAt && *proposal.closedAt < reader.closedBefore;
    });
    if (own.proposals.empty() && line.position <= reader.cursor.began)
        return QByteArray();
    QJsonObject object = wire::toJson(own);
    object.insert(wire::field::kKind, QStringLiteral("proposals"));
    return wire::toBytes(object);
}

Result<Feed::Page> Feed::encoded(const std::vector<Line> &lines, std::size_t limit, const Reader &reader)
{
    Page page;
    page.json = QByteArrayLiteral("{\"changes\":[");
    std::size_t told = 0;
    while (told < std::min(lines.size(), limit) && page.json.size() < kFullPage) {
        const auto text = encoded(lines[told++], reader);
        if (!text)
            return text.error();
        if (text->isEmpty())
            continue;
        if (page.changes++ > 0)
            page.json += ',';
        page.json += *text;
    }
    // At the end the cursor moves to the present, so that one whose scopes are quiet does not grow old.
    const bool more = told < lines.size();
    const Cursor next =
        more ? Cursor{lines[told - 1].position, reader.cursor.began} : Cursor{reader.newest, 0};
    page.json += QByteArrayLiteral("],\"more\":") + (more ? "true" : "false")
        + QByteArrayLiteral(",\"next_cursor\":\"") + next.text(reader.prefix) + QByteArrayLiteral("\"}");
    return page;
}

Result<Feed::Page> Feed::page(const std::vector<QString> &scopes, const QString &epoch, const QString &cursor,
                              int limit, Instant closedBefore)
{
    // One snapshot for everything: otherwise a change committed between two of the reads would be skipped for
    // ever.
    Result<Transaction> snapshot = Transaction::beginRead(m_database);
    if (!snapshot)
        return snapshot.error();
    const auto newest = counter(QStringLiteral("position"));
    if (!newest)
        return newest.error();
    const QString prefix =
        epoch % QLatin1Char('/') % QString::fromLatin1(scopesFingerprint(scopes)) % QLatin1Char('/');
    const auto from = cursorFrom(cursor, prefix, *newest);
    if (!from)
        return from.error();
    // One more than asked for tells whether there is more.
    const auto found = lines(scopes, from->position, limit + 1);
    if (!found)
        return found.error();
    return encoded(*found, static_cast<std::size_t>(limit), {scopes, prefix, *from, *newest, closedBefore});
}

Result<qint64> Feed::newestPosition()
{
    return counter(QStringLiteral("position"));
}

// One statement for all: thousands listen.
Outcome Feed::findNewestPositions(QHash<QString, qint64> &ofScopes)
{
    Result<Query> query = Query::prepare(
        m_database,
        QStringLiteral("SELECT position FROM feed WHERE scope = ? ORDER BY position DESC LIMIT 1"));
    if (!query)
        return query.error();
    for (auto scope = ofScopes.begin(); scope != ofScopes.end(); ++scope) {
        if (const Outcome asked = query->exec(scope.key()); !asked)
            return asked;
        const Result<bool> found = query->next();
        if (!found)
            return found.error();
        if (*found)
            scope.value() = query->int64(0);
        if (const Outcome finished = query->finish(); !finished)
            return finished;
    }
    return Done{};
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
    const auto moved = changeRows(
        m_database,
        QStringLiteral("UPDATE centre SET value = max(CAST(value AS INTEGER), ?) WHERE key = 'horizon'"),
        ***horizon);
    if (!moved)
        return moved.error();
    const auto deleted =
        changeRows(m_database, QStringLiteral("DELETE FROM feed WHERE kind = 1 AND at < ?"), toIso(before));
    if (!deleted)
        return deleted.error();
    return Done{};
}

} // namespace tawasul
