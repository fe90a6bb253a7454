// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/referenceshelf.h"

#include "models/protocol/jsonreader.h"
#include "models/protocol/referencecodec.h"
#include "models/sql/rows.h"
#include "models/sql/sqlvalue.h"

#include <algorithm>

namespace tawasul {

namespace {

constexpr qsizetype kLongestVersion = 100;

Result<Reference> decode(const QByteArray &document)
{
    const auto object = wire::parseObject(document, QStringLiteral("reference"));
    if (!object)
        return object.error();
    return wire::referenceFromJson(*object);
}

Error unknownVersion(const QString &version)
{
    return {Error::Kind::NotFound, QStringLiteral("reference.unknown"), version};
}

// A register is founded with reference data: without any it is not one.
Error nonePublished()
{
    return {Error::Kind::Corrupt, QStringLiteral("reference.none"), {}};
}

// The version is the entity tag of GET /reference, so it holds only what may stand between its quotes.
bool canBeTag(const QString &version)
{
    return version.size() <= kLongestVersion && std::all_of(version.begin(), version.end(), [](QChar c) {
               return c > u' ' && c < u'\x7f' && c != u'"';
           });
}

} // namespace

ReferenceShelf::ReferenceShelf(Database &database)
    : m_database(database)
{
}

Result<QString> ReferenceShelf::publish(const QByteArray &document, Instant at)
{
    const auto reference = decode(document);
    if (!reference)
        return reference.error();
    const QString version = reference->version;
    if (!canBeTag(version))
        return Error{Error::Kind::Invalid, QStringLiteral("reference.version"), version};
    const auto inserted =
        changeRows(m_database,
                   QStringLiteral("INSERT INTO reference_version (version, published_at, body) "
                                  "VALUES (?, ?, ?) ON CONFLICT (version) DO NOTHING"),
                   version, toIso(at), document);
    if (!inserted)
        return inserted.error();
    if (*inserted == 0)
        return Error{Error::Kind::Conflict, QStringLiteral("reference.exists"), version};
    // Not decoded for later yet: the caller's transaction may still come to nothing.
    return version;
}

Result<ReferenceShelf::Newest> ReferenceShelf::newest()
{
    const auto row = readOne(
        m_database, QStringLiteral("SELECT version, body FROM reference_version ORDER BY rid DESC LIMIT 1"),
        [](Query &query) {
            return Newest{query.text(0), query.blob(1)};
        });
    if (!row)
        return row.error();
    if (!*row)
        return nonePublished();
    return **row;
}

Result<QString> ReferenceShelf::newestVersion()
{
    const auto row =
        readOne(m_database, QStringLiteral("SELECT version FROM reference_version ORDER BY rid DESC LIMIT 1"),
                [](Query &query) { return query.text(0); });
    if (!row)
        return row.error();
    if (!*row)
        return nonePublished();
    return **row;
}

Result<ReferencePtr> ReferenceShelf::version(const QString &version)
{
    if (const auto known = m_decoded.constFind(version); known != m_decoded.constEnd())
        return *known;
    if (!isStorableText(version))
        return unknownVersion({});
    const auto row = readOne(
        m_database, QStringLiteral("SELECT body FROM reference_version WHERE version = ?"),
        [](Query &query) { return query.blob(0); }, version);
    if (!row)
        return row.error();
    if (!*row)
        return unknownVersion(version);
    auto reference = decode(**row);
    if (!reference)
        return Error{Error::Kind::Corrupt, QStringLiteral("reference.corrupt"), reference.error().detail};
    ReferencePtr shared = std::make_shared<const Reference>(std::move(reference).value());
    m_decoded.insert(version, shared);
    return shared;
}

} // namespace tawasul
