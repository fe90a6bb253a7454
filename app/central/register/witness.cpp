// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/witness.h"

#include "app/central/register/bothfiles.h"
#include "app/central/register/centrefile.h"
#include "app/central/register/feed.h"
#include "models/sql/rows.h"

#include <algorithm>
#include <map>

namespace tawasul {

namespace {

using Numbers = std::map<QString, qint64>; ///< of versions

struct Document
{
    QString publishedAt;
    QByteArray body;
};

struct KnownEpoch
{
    QString id;
    qint64 position = 0;
};

constexpr auto kNumbersInRegister = "SELECT version, rid FROM reference_version";
constexpr auto kNumbersBeside = "SELECT version, number FROM reference_version WHERE centre = ?";

template<class... Values>
Result<Numbers> numbers(Database &database, const char *sql, const Values &...values)
{
    const auto rows = readAll(
        database, QLatin1String(sql), [](Query &row) { return std::pair(row.text(0), row.int64(1)); },
        values...);
    return rows ? Result<Numbers>(Numbers(rows->begin(), rows->end())) : rows.error();
}

template<class... Values>
Result<Document> document(Database &database, const QString &sql, const Values &...values)
{
    const auto row = readOne(
        database, sql,
        [](Query &query) {
            return Document{query.text(0), query.blob(1)};
        },
        values...);
    if (!row)
        return row.error();
    return *row ? Result<Document>(**row)
                : Error{Error::Kind::Corrupt, QStringLiteral("reference.corrupt"), QStringLiteral("gone")};
}

bool isTaken(const Numbers &numbers, qint64 number)
{
    return std::any_of(numbers.begin(), numbers.end(),
                       [number](const auto &each) { return each.second == number; });
}

// In front of all others: known, and never the newest.
qint64 numberBelow(const Numbers &numbers)
{
    qint64 lowest = 1;
    for (const auto &[version, number] : numbers)
        lowest = std::min(lowest, number);
    return lowest - 1;
}

Outcome putBack(Database &database, Numbers &there, const QString &version, qint64 number,
                const Document &document)
{
    const qint64 free = isTaken(there, number) ? numberBelow(there) : number;
    there.emplace(version, free);
    return done(changeRows(
        database,
        QStringLiteral(
            "INSERT INTO reference_version (rid, version, published_at, body) VALUES (?, ?, ?, ?)"),
        free, version, document.publishedAt, document.body));
}

Outcome keep(Database &beside, const QString &centre, const QString &version, qint64 number,
             const Document &document)
{
    return done(
        changeRows(beside,
                   QStringLiteral("INSERT INTO reference_version (centre, number, version, published_at,"
                                  " body) VALUES (?, ?, ?, ?, ?)"),
                   centre, number, version, document.publishedAt, document.body));
}

Outcome forget(Database &beside, const QString &centre, const QString &version)
{
    return done(changeRows(beside,
                           QStringLiteral("DELETE FROM reference_version WHERE centre = ? AND version = ?"),
                           centre, version));
}

Outcome putBackAll(Database &database, Database &beside, const QString &centre, Numbers &inRegister,
                   const Numbers &inFile)
{
    // The newest first: those that do not get their numbers stay in their order, too.
    std::vector<std::pair<qint64, QString>> missing;
    for (const auto &[version, number] : inFile) {
        if (!inRegister.contains(version))
            missing.emplace_back(number, version);
    }
    std::sort(missing.rbegin(), missing.rend());
    for (const auto &[number, version] : missing) {
        const auto kept =
            document(beside,
                     QStringLiteral(
                         "SELECT published_at, body FROM reference_version WHERE centre = ? AND version = ?"),
                     centre, version);
        if (!kept)
            return kept.error();
        if (const Outcome put = putBack(database, inRegister, version, number, *kept); !put)
            return put;
    }
    return Done{};
}

// The register's numbers hold in both.
Outcome keepAll(Database &database, Database &beside, const QString &centre, const Numbers &inRegister,
                const Numbers &inFile)
{
    const auto isKept = [&inFile](const QString &version, qint64 number) {
        const auto kept = inFile.find(version);
        return kept != inFile.end() && kept->second == number;
    };
    for (const auto &[version, number] : inRegister) {
        if (isKept(version, number) || !inFile.contains(version))
            continue;
        if (const Outcome forgotten = forget(beside, centre, version); !forgotten)
            return forgotten;
    }
    for (const auto &[version, number] : inRegister) {
        if (isKept(version, number))
            continue;
        const auto published = document(
            database, QStringLiteral("SELECT published_at, body FROM reference_version WHERE version = ?"),
            version);
        if (!published)
            return published.error();
        if (const Outcome kept = keep(beside, centre, version, number, *published); !kept)
            return kept;
    }
    return Done{};
}

Result<std::optional<QString>> newestReference(Database &database)
{
    return readOne(database,
                   QStringLiteral("SELECT version FROM reference_version ORDER BY rid DESC LIMIT 1"),
                   [](Query &row) { return row.text(0); });
}

/// Levels them, and has the desks told when another one is the newest now.
Outcome levelAndTell(Database &database, Database &beside, Instant now)
{
    const auto before = newestReference(database);
    if (!before)
        return before.error();
    if (const Outcome levelled = Witness::levelReferences(database, beside); !levelled)
        return levelled;
    const auto after = newestReference(database);
    if (!after)
        return after.error();
    return *after == *before ? Outcome(Done{}) : Feed(database).referenceChanged(now);
}

Outcome remember(Database &beside, const QString &centre, const KnownEpoch &epoch)
{
    return done(changeRows(beside,
                           QStringLiteral("INSERT INTO centre_epoch (centre, id, position) VALUES (?, ?, ?)"
                                          " ON CONFLICT (id) DO UPDATE SET position = excluded.position"),
                           centre, epoch.id, epoch.position));
}

// Behind what is known of its own epoch, or still in an earlier one. An epoch that is not known was begun by
// `epoch new` since, unless it is older than those that are: epochs are named by the time at which they
// begin.
bool isPutBack(const KnownEpoch &standing, const std::vector<KnownEpoch> &known)
{
    if (known.empty())
        return false;
    if (known.back().id == standing.id)
        return standing.position < known.back().position;
    return standing.id < known.back().id
        || std::any_of(known.begin(), known.end(),
                       [&standing](const KnownEpoch &each) { return each.id == standing.id; });
}

} // namespace

Witness::Witness(Database beside)
    : m_beside(std::move(beside))
{
}

Result<bool> Witness::confront(Database &database, Database &beside, Instant now, Random &random)
{
    Result<BothFiles> files = BothFiles::begin(database, beside);
    if (!files)
        return files.error();
    const auto identity = centreIdentity(database);
    const Result<qint64> position = Feed(database).newestPosition();
    if (!identity || !position)
        return identity ? position.error() : identity.error();
    const auto known = readAll(
        beside, QStringLiteral("SELECT id, position FROM centre_epoch WHERE centre = ? ORDER BY rid"),
        [](Query &row) {
            return KnownEpoch{row.text(0), row.int64(1)};
        },
        identity->id);
    if (!known)
        return known.error();
    const KnownEpoch standing{identity->epoch, *position};
    const bool wasPutBack = isPutBack(standing, *known);
    if (wasPutBack) {
        if (const auto begun = beginEpoch(database, beside, now, random); !begun)
            return begun.error();
    } else if (known->empty() || known->back().id != standing.id
               || known->back().position < standing.position) {
        if (const Outcome remembered = remember(beside, identity->id, standing); !remembered)
            return remembered.error();
    }
    // Last, since it may move the feed on.
    if (const Outcome levelled = levelAndTell(database, beside, now); !levelled)
        return levelled.error();
    if (const Outcome committed = files->commit(); !committed)
        return committed.error();
    return wasPutBack;
}

Outcome Witness::levelReferences(Database &database, Database &beside)
{
    const auto identity = centreIdentity(database);
    if (!identity)
        return identity.error();
    auto inRegister = numbers(database, kNumbersInRegister);
    const auto inFile = numbers(beside, kNumbersBeside, identity->id);
    if (!inRegister || !inFile)
        return inRegister ? inFile.error() : inRegister.error();
    const Outcome put = putBackAll(database, beside, identity->id, *inRegister, *inFile);
    return put ? keepAll(database, beside, identity->id, *inRegister, *inFile) : put;
}

Outcome Witness::forgetReference(Database &database, Database &beside, const QString &version)
{
    const auto identity = centreIdentity(database);
    return identity ? forget(beside, identity->id, version) : identity.error();
}

Result<QString> Witness::beginEpoch(Database &database, Database &beside, Instant now, Random &random)
{
    const auto identity = centreIdentity(database);
    const Result<qint64> position = Feed(database).newestPosition();
    if (!identity || !position)
        return identity ? position.error() : identity.error();
    const QString epoch = uuidV7(now, random);
    const auto changed =
        changeRows(database, QStringLiteral("UPDATE centre SET value = ? WHERE key = 'epoch'"), epoch);
    if (!changed)
        return changed.error();
    const Outcome remembered = remember(beside, identity->id, {epoch, *position});
    return remembered ? Result<QString>(epoch) : remembered.error();
}

Outcome Witness::note(const QString &epoch, qint64 position)
{
    return done(changeRows(m_beside,
                           QStringLiteral("UPDATE centre_epoch SET position = max(position, ?) WHERE id = ?"),
                           position, epoch));
}

} // namespace tawasul
