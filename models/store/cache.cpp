// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/cache.h"

#include "models/sql/rows.h"
#include "models/store/cachebody.h"
#include "models/store/cachefile.h"
#include "models/store/ownproposals.h"

#include <tuple>

namespace tawasul {

namespace {

QString textOf(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

Result<std::optional<QByteArray>> referenceWhere(Database &database, const QString &condition,
                                                 const QString &value)
{
    const QString sql = u"SELECT body FROM reference_version WHERE " % condition;
    return readOne(
        database, sql, [](Query &row) { return row.blob(0); }, value);
}

struct KeptReference
{
    QString version;
    QByteArray document;
};

/// In the order in which they came. At the first that cannot be read it ends: what is damaged may lie.
std::vector<KeptReference> readableReferences(Database &database)
{
    std::vector<KeptReference> kept;
    Result<Query> rows =
        Query::prepare(database, QStringLiteral("SELECT version, body FROM reference_version ORDER BY rid"));
    if (!rows || !rows->exec())
        return kept;
    for (Result<bool> more = rows->next(); more && *more; more = rows->next()) {
        KeptReference reference{rows->text(0), rows->blob(1)};
        if (reference.version.isEmpty() || reference.document.isEmpty()) // a column of another type
            break;
        kept.push_back(std::move(reference));
    }
    return kept;
}

} // namespace

Result<Cache> Cache::open(const QString &path, const QString &vfs, Reading reading)
{
    if (isCacheFileDoubted(path)) {
        if (const Outcome aside = setCacheFileAside(path); !aside)
            return aside.error();
    }
    Result<std::unique_ptr<Body>> body = Body::open(path, vfs, reading);
    if (!body && isWorthANewCache(body.error())) {
        if (const Outcome aside = setCacheFileAside(path); !aside)
            return aside.error();
        body = Body::open(path, vfs, reading);
    }
    if (!body)
        return body.error();
    return Cache(std::move(*body));
}

Result<Cache> Cache::renewed(Cache &damaged, qint64 lastRow)
{
    Database &database = damaged.m_body->database;
    const OpenOptions options = database.options();
    const std::vector<KeptReference> kept = readableReferences(database);
    if (const Outcome emptied = emptyCacheFile(database); !emptied)
        return emptied.error();
    Result<std::unique_ptr<Body>> body = Body::open(options.path, options.vfs, Reading::Whole);
    if (!body)
        return body.error();
    Cache renewed(std::move(*body));
    for (const KeptReference &reference : kept) {
        if (const Outcome stored = renewed.storeReference(reference.version, reference.document); !stored)
            return stored.error();
    }
    renewed.m_body->table.startAfter(lastRow);
    return renewed;
}

bool Cache::takeDamage()
{
    return m_body->database.takeDamage();
}

Cache::Cache(std::unique_ptr<Body> body) noexcept
    : m_body(std::move(body))
{
}

Cache::Cache(Cache &&) noexcept = default;
Cache &Cache::operator=(Cache &&) noexcept = default;
Cache::~Cache() = default;

Result<PageEffect> Cache::applyPage(const CachePage &page, std::optional<Instant> completeAt)
{
    PageEffect effect;
    const bool endsFilling = !page.more && m_body->marks.isFilling;
    const Outcome outcome = m_body->change([&](Body::Edits &edits) -> Outcome {
        for (const CaseRow &row : page.changed) {
            if (Outcome written = m_body->writeRow(row, true, effect, edits); !written)
                return written;
        }
        for (const std::string_view id : page.removed) {
            const auto known = m_body->table.find(id);
            if (!known)
                return known.error();
            if (!*known)
                continue;
            if (Outcome gone = m_body->removeRow({(*known)->rid, CaseId(textOf(id))}, effect, edits); !gone)
                return gone;
        }
        for (const OwnProposals &own : page.proposals) {
            if (Outcome written = writeOwnProposals(m_body->database, own, m_body->marks.round); !written)
                return written;
            effect.proposalsChanged = true;
        }
        if (Outcome written = m_body->writeHeaders(page, effect); !written)
            return written;
        if (endsFilling) {
            if (Outcome ended = m_body->endFilling(effect, edits); !ended)
                return ended;
        }
        m_body->marks.cursor = textOf(page.nextCursor);
        if (completeAt)
            m_body->marks.completeAt = completeAt;
        return m_body->marks.write(m_body->database);
    });
    if (!outcome)
        return outcome.error();
    // The log of a filling is large; if a reader is in the way, the next checkpoint does it.
    if (endsFilling)
        std::ignore = runStatement(m_body->database, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    return effect;
}

Result<PageEffect> Cache::applyCase(const CaseRow &row)
{
    PageEffect effect;
    const Outcome outcome =
        m_body->change([&](Body::Edits &edits) { return m_body->writeRow(row, false, effect, edits); });
    if (!outcome)
        return outcome.error();
    return effect;
}

Outcome Cache::beginRebuild()
{
    return m_body->change([&](Body::Edits &) {
        CacheMarks &marks = m_body->marks;
        ++marks.round;
        marks.cursor.clear();
        marks.isFilling = true;
        m_body->search.setLate(true);
        return marks.write(m_body->database);
    });
}

Outcome Cache::setPending(const CaseId &id, const Pending &pending)
{
    // An act that sets out, or comes back undecided, is the same act on the same case.
    if (!m_body->unpresented.contains(id) && m_body->pending.value(id) == pending)
        return Done{};
    if (pending == Pending{})
        m_body->pending.remove(id);
    else
        m_body->pending.insert(id, pending);
    m_body->unpresented.insert(id);
    Outcome presented = m_body->change([&](Body::Edits &edits) { return m_body->presentAgain(id, edits); });
    if (presented)
        m_body->unpresented.remove(id);
    return presented;
}

Outcome Cache::resetPending(const std::vector<std::pair<CaseId, Pending>> &all)
{
    QHash<CaseId, Pending> next;
    for (const auto &[id, pending] : all) {
        if (!(pending == Pending{}))
            next.insert(id, pending);
    }
    const QHash<CaseId, Pending> last = std::exchange(m_body->pending, std::move(next));
    const QList<CaseId> concerned = last.keys() + m_body->pending.keys();
    const QSet<CaseId> cases(concerned.begin(), concerned.end());
    m_body->unpresented.unite(cases);
    Outcome outcome = m_body->change([&](Body::Edits &edits) -> Outcome {
        const auto dropped = changeRows(m_body->database, QStringLiteral("DELETE FROM pending"));
        if (!dropped)
            return dropped.error();
        for (auto gone = last.constBegin(); gone != last.constEnd(); ++gone) {
            if (Outcome presented = m_body->presentAgain(gone.key(), edits); !presented)
                return presented;
        }
        return m_body->presentAllPending(edits);
    });
    if (outcome)
        m_body->unpresented.subtract(cases);
    return outcome;
}

Outcome Cache::foldAgain()
{
    return m_body->change([&](Body::Edits &edits) { return m_body->presentAllPending(edits); });
}

Result<SyncMark> Cache::syncMark()
{
    return SyncMark{m_body->marks.cursor, m_body->marks.completeAt};
}

Outcome Cache::storeStaff(const QByteArray &answer, Instant fetchedAt)
{
    return done(changeRows(m_body->database,
                           QStringLiteral("INSERT OR REPLACE INTO staff (only, body, fetched_at)"
                                          " VALUES (1, ?, ?)"),
                           answer, toIso(fetchedAt)));
}

Result<bool> Cache::forgetStaff()
{
    const auto gone = changeRows(m_body->database, QStringLiteral("DELETE FROM staff"));
    return gone ? Result<bool>(*gone > 0) : gone.error();
}

Outcome Cache::storeReference(const QString &version, const QByteArray &document)
{
    // Replaced, it takes a new row: the newest is the one that came last.
    return done(changeRows(m_body->database,
                           QStringLiteral("INSERT OR REPLACE INTO reference_version (version, body)"
                                          " VALUES (?, ?)"),
                           version, document));
}

Result<std::optional<QByteArray>> Cache::reference(const QString &version)
{
    return referenceWhere(m_body->database, QStringLiteral("version = ?"), version);
}

Result<std::optional<QByteArray>> Cache::newestReference()
{
    return referenceWhere(m_body->database,
                          QStringLiteral("rid = (SELECT max(rid) FROM reference_version) AND version <> ?"),
                          QString());
}

void Cache::setReferenceOf(ReferenceOf referenceOf)
{
    m_body->referenceOf = std::move(referenceOf);
}

WorklistPtr Cache::worklist()
{
    return readWhole() ? m_body->ledger.snapshot() : beginning();
}

WorklistPtr Cache::beginning()
{
    if (isWhole())
        return m_body->ledger.snapshot();
    return m_body->ledger.beginning(m_body->first->entries, m_body->first->until);
}

bool Cache::isWhole() const
{
    return !m_body->first;
}

Outcome Cache::readWhole()
{
    return isWhole() ? Outcome(Done{}) : m_body->loadWorklist();
}

Result<QSet<QString>> Cache::namedAmong(const QSet<QString> &hashes)
{
    QHash<QByteArray, QString> sought;
    for (const QString &hash : hashes)
        sought.insert(hash.toUtf8(), hash);
    QSet<QString> named;
    if (sought.isEmpty())
        return named;
    Result<Statement> rows = Statement::prepare(m_body->database, "SELECT sha256 FROM case_attachment");
    if (!rows)
        return rows.error();
    Result<bool> more = rows->step();
    for (; more && *more && !sought.isEmpty(); more = rows->step()) {
        const std::string_view hash = rows->text(0);
        const auto found = sought.constFind(QByteArray::fromRawData(hash.data(), std::ssize(hash)));
        if (found == sought.constEnd())
            continue;
        named.insert(*found);
        sought.erase(found);
    }
    if (!more)
        return more.error();
    return named;
}

Result<PageEffect> Cache::forgetClosed(Instant before)
{
    PageEffect effect;
    const Outcome outcome = m_body->change([&](Body::Edits &edits) -> Outcome {
        const auto closed = m_body->table.closedBefore(toIso(before));
        if (!closed)
            return closed.error();
        for (const CaseTable::Identity &row : *closed) {
            if (Outcome removed = m_body->removeRow(row, effect, edits); !removed)
                return removed;
        }
        const Result<qint64> headers = m_body->headers.forgetClosed(toIso(before));
        if (!headers)
            return headers.error();
        effect.headersChanged = *headers > 0;
        return Done{};
    });
    if (!outcome)
        return outcome.error();
    return effect;
}

Cache::Work Cache::work() const
{
    return {m_body->search.written(), m_body->ledger.placed(), m_body->entriesRead};
}

} // namespace tawasul
