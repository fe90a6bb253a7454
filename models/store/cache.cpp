// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/cache.h"

#include "models/protocol/words.h"
#include "models/sql/query.h"
#include "models/sql/transaction.h"
#include "models/store/cachefile.h"
#include "models/store/cachemarks.h"
#include "models/store/casetable.h"
#include "models/store/changerows.h"
#include "models/store/searchindex.h"
#include "models/store/storedforms.h"
#include "models/store/worklistledger.h"

#include <QtCore/QHash>

#include <tuple>

namespace tawasul {

namespace {

QString textOf(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

std::uint8_t bit(RowFlag flag)
{
    return static_cast<std::uint8_t>(flag);
}

std::uint8_t with(std::uint8_t flags, RowFlag flag, bool set)
{
    return static_cast<std::uint8_t>(set ? flags | bit(flag) : flags & ~bit(flag));
}

std::uint8_t marksOf(const Cache::Pending &pending)
{
    std::uint8_t flags = with(0, RowFlag::WaitingToBeSent, !pending.acts.empty());
    flags = with(flags, RowFlag::Parked, pending.parked);
    return with(flags, RowFlag::HasDraft, pending.hasDraft);
}

Result<std::optional<QByteArray>> referenceWhere(Database &database, const QString &condition,
                                                 const QString &value)
{
    const QString sql = u"SELECT body FROM reference_version WHERE " % condition;
    Result<Query> row = Query::prepare(database, sql);
    if (!row)
        return row.error();
    if (const Outcome run = row->exec(value); !run)
        return run.error();
    const Result<bool> found = row->next();
    if (!found)
        return found.error();
    const std::optional<QByteArray> body = *found ? std::optional(row->blob(0)) : std::nullopt;
    if (const Outcome finished = row->finish(); !finished)
        return finished.error();
    return body;
}

} // namespace

struct Cache::Body
{
    Body(Database opened, CacheMarks theMarks, CaseTable theTable, SearchIndex theSearch)
        : database(std::move(opened))
        , marks(std::move(theMarks))
        , table(std::move(theTable))
        , search(std::move(theSearch))
    {}

    static Result<std::unique_ptr<Body>> open(const QString &path, const QString &vfs);
    Outcome loadWorklist();

    /// Runs `work(edits)`, which answers an Outcome, as one transaction; what it put into `edits` reaches the
    /// worklist after the commit only.
    template <class Work> Outcome change(const Work &work);

    Outcome writeRow(const CaseRow &row, bool mayBeNew, PageEffect &effect,
                     std::vector<WorklistLedger::Edit> &edits);
    Outcome removeRow(const CaseTable::Identity &row, PageEffect &effect,
                      std::vector<WorklistLedger::Edit> &edits);
    Outcome endFilling(PageEffect &effect, std::vector<WorklistLedger::Edit> &edits);

    /// The row as the list shows it: truth, or the truth with its pending acts folded over it, which is
    /// written beside it.
    Result<WorklistEntry> present(const CaseTable::Truth &truth, const Pending &pending);
    Outcome presentAgain(const CaseId &id, std::vector<WorklistLedger::Edit> &edits);
    Outcome presentAllPending(std::vector<WorklistLedger::Edit> &edits);
    [[nodiscard]] WorklistEntry entryOf(const CaseTable::Written &written, const QString &status,
                                        const QString &section);

    Database database;
    CacheMarks marks;
    CaseTable table;
    SearchIndex search;
    WorklistLedger ledger;
    QHash<CaseId, Pending> pending; ///< also of cases that are not here (any more)
    ReferenceOf referenceOf = [](const QString &) { return ReferencePtr(); };
};

Result<std::unique_ptr<Cache::Body>> Cache::Body::open(const QString &path, const QString &vfs)
{
    Result<Database> database = openCacheFile(path, vfs);
    if (!database)
        return database.error();
    Result<CacheMarks> marks = CacheMarks::read(*database);
    if (!marks)
        return marks.error();
    Result<CaseTable> table = CaseTable::prepare(*database);
    if (!table)
        return table.error();
    Result<SearchIndex> search = SearchIndex::prepare(*database);
    if (!search)
        return search.error();
    search->setLate(marks->isFilling);
    auto body = std::make_unique<Body>(std::move(*database), std::move(*marks), std::move(*table),
                                       std::move(*search));
    if (const Outcome loaded = body->loadWorklist(); !loaded)
        return loaded.error();
    return body;
}

Outcome Cache::Body::loadWorklist()
{
    Result<Statement> rows =
        Statement::prepare(database, "SELECT rid, deadline_ms, status, section, flags FROM case_row"
                                     " INDEXED BY case_list");
    if (!rows)
        return rows.error();
    QHash<QByteArray, CaseStatus> statuses; // a word is decoded once, not once a row
    QHash<QByteArray, std::uint16_t> sections;
    std::vector<WorklistEntry> entries;
    Result<bool> more = rows->step();
    for (; more && *more; more = rows->step()) {
        const std::string_view status = rows->text(2);
        const std::string_view section = rows->text(3);
        const QByteArray statusKey = QByteArray::fromRawData(status.data(), std::ssize(status));
        const QByteArray sectionKey = QByteArray::fromRawData(section.data(), std::ssize(section));
        auto knownStatus = statuses.constFind(statusKey);
        if (knownStatus == statuses.constEnd()) {
            knownStatus = statuses.insert(QByteArray(status.data(), std::ssize(status)),
                                          wire::caseStatus(textOf(status)));
        }
        auto knownSection = sections.constFind(sectionKey);
        if (knownSection == sections.constEnd()) {
            knownSection = sections.insert(QByteArray(section.data(), std::ssize(section)),
                                           ledger.sectionIndex(textOf(section)));
        }
        entries.push_back({rows->int64(0), rows->int64(1), *knownSection, *knownStatus,
                           static_cast<std::uint8_t>(rows->int64(4))});
    }
    if (!more)
        return more.error();
    ledger.load(std::move(entries));
    return Done{};
}

template <class Work> Outcome Cache::Body::change(const Work &work)
{
    const CacheMarks before = marks;
    const bool wasLate = search.isLate();
    std::vector<WorklistLedger::Edit> edits;
    const auto attempt = [&]() -> Outcome {
        Result<Transaction> transaction = Transaction::begin(database);
        if (!transaction)
            return transaction.error();
        if (Outcome worked = work(edits); !worked)
            return worked;
        return transaction->commit();
    };
    Outcome outcome = attempt();
    if (outcome) {
        ledger.apply(edits);
    } else {
        marks = before;
        search.setLate(wasLate);
    }
    return outcome;
}

WorklistEntry Cache::Body::entryOf(const CaseTable::Written &written, const QString &status,
                                   const QString &section)
{
    return {written.rid, written.deadlineMs, ledger.sectionIndex(section), wire::caseStatus(status),
            static_cast<std::uint8_t>(written.flags)};
}

Result<WorklistEntry> Cache::Body::present(const CaseTable::Truth &truth, const Pending &waiting)
{
    const qint64 rid = truth.written.rid;
    WorklistEntry entry = entryOf(truth.written, truth.status, truth.section);
    const std::uint8_t flags = marksOf(waiting);
    if (flags == 0) {
        const auto dropped = changeRows(database, QStringLiteral("DELETE FROM pending WHERE rid = ?"), rid);
        return dropped ? Result<WorklistEntry>(entry) : dropped.error();
    }
    std::optional<QByteArray> shownBytes;
    // A truth that cannot be read is shown as it is: the page was checked when it came.
    if (const Result<Case> known = caseFromStored(truth.body); known && !waiting.acts.empty()) {
        const Case shown = foldPending(*known, waiting.acts, referenceOf).shown;
        if (!(shown == *known)) {
            shownBytes = storedCase(shown);
            entry.deadlineMs = shown.deadline().at.time_since_epoch().count();
            entry.section = ledger.sectionIndex(shown.section);
            entry.status = shown.status;
            entry.flags = with(entry.flags, RowFlag::Unassigned, !shown.assignee.has_value());
        }
    }
    entry.flags = static_cast<std::uint8_t>(entry.flags | flags);
    const auto written =
        changeRows(database,
                   QStringLiteral("INSERT INTO pending (rid, flags, shown) VALUES (?, ?, ?) ON CONFLICT (rid)"
                                  " DO UPDATE SET flags = excluded.flags, shown = excluded.shown"),
                   rid, flags, shownBytes);
    return written ? Result<WorklistEntry>(entry) : written.error();
}

Outcome Cache::Body::presentAgain(const CaseId &id, std::vector<WorklistLedger::Edit> &edits)
{
    const QByteArray key = id.text().toUtf8();
    const auto known = table.find({key.constData(), static_cast<std::size_t>(key.size())});
    if (!known)
        return known.error();
    if (!*known)
        return Done{};
    const auto truth = table.truth((*known)->rid);
    if (!truth)
        return truth.error();
    if (!*truth)
        return Done{};
    const Result<WorklistEntry> entry = present(**truth, pending.value(id));
    if (!entry)
        return entry.error();
    edits.push_back({entry->row, *entry});
    return Done{};
}

Outcome Cache::Body::presentAllPending(std::vector<WorklistLedger::Edit> &edits)
{
    for (auto waiting = pending.constBegin(); waiting != pending.constEnd(); ++waiting) {
        if (Outcome presented = presentAgain(waiting.key(), edits); !presented)
            return presented;
    }
    return Done{};
}

Outcome Cache::Body::writeRow(const CaseRow &row, bool mayBeNew, PageEffect &effect,
                              std::vector<WorklistLedger::Edit> &edits)
{
    const auto known = table.find(row.id);
    if (!known)
        return known.error();
    const CaseId id(textOf(row.id));
    const bool isNew = !known->has_value();
    if (isNew && !mayBeNew)
        return Done{};
    // What a page of a rebuild brings for the first time is the truth of today, whatever its version: the
    // centre may have been restored from a backup. An answer to an act may be a replay and proves nothing.
    const bool isFirstOfRound = !isNew && mayBeNew && (*known)->round < marks.round;
    if (!isNew && row.version < (*known)->version && !isFirstOfRound) {
        effect.ignored.push_back(id);
        return Done{};
    }
    const qint64 hash = SearchIndex::hashOf(row);
    const qint64 round = isNew || mayBeNew ? marks.round : (*known)->round;
    const Result<CaseTable::Written> written = table.write(row, isNew, round, hash);
    if (!written)
        return written.error();
    if (isNew || (*known)->searchHash != hash) {
        if (Outcome indexed = search.put(written->rid, row); !indexed)
            return indexed;
    }
    WorklistEntry entry = entryOf(*written, textOf(row.status), textOf(row.section));
    if (const auto waiting = pending.constFind(id); waiting != pending.constEnd()) {
        const QByteArray body(row.body.data(), std::ssize(row.body));
        const auto folded = present({*written, textOf(row.status), textOf(row.section), body}, *waiting);
        if (!folded)
            return folded.error();
        entry = *folded;
    }
    edits.push_back({entry.row, entry});
    effect.changed.push_back(id);
    return Done{};
}

Outcome Cache::Body::removeRow(const CaseTable::Identity &row, PageEffect &effect,
                               std::vector<WorklistLedger::Edit> &edits)
{
    if (Outcome removed = table.remove(row.rid); !removed)
        return removed;
    if (Outcome removed = search.remove(row.rid); !removed)
        return removed;
    const auto marksGone = changeRows(database, QStringLiteral("DELETE FROM pending WHERE rid = ?"), row.rid);
    if (!marksGone)
        return marksGone.error();
    edits.push_back({row.rid, std::nullopt});
    effect.removed.push_back(row.id);
    return Done{};
}

Outcome Cache::Body::endFilling(PageEffect &effect, std::vector<WorklistLedger::Edit> &edits)
{
    const auto leftOver = table.olderThan(marks.round);
    if (!leftOver)
        return leftOver.error();
    for (const CaseTable::Identity &row : *leftOver) {
        if (Outcome removed = removeRow(row, effect, edits); !removed)
            return removed;
    }
    marks.isFilling = false;
    return search.rebuild(database);
}

Result<Cache> Cache::open(const QString &path, const QString &vfs)
{
    Result<std::unique_ptr<Body>> body = Body::open(path, vfs);
    if (!body && isWorthANewCache(body.error())) {
        if (const Outcome aside = setCacheFileAside(path); !aside)
            return aside.error();
        body = Body::open(path, vfs);
    }
    if (!body)
        return body.error();
    return Cache(std::move(*body));
}

Cache::Cache(std::unique_ptr<Body> body) noexcept
    : m_body(std::move(body))
{}

Cache::Cache(Cache &&) noexcept = default;
Cache &Cache::operator=(Cache &&) noexcept = default;
Cache::~Cache() = default;

Result<PageEffect> Cache::applyPage(const CachePage &page, std::optional<Instant> completeAt)
{
    PageEffect effect;
    const bool endsFilling = !page.more && m_body->marks.isFilling;
    const Outcome outcome = m_body->change([&](std::vector<WorklistLedger::Edit> &edits) -> Outcome {
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
    const Outcome outcome = m_body->change([&](std::vector<WorklistLedger::Edit> &edits) {
        return m_body->writeRow(row, false, effect, edits);
    });
    if (!outcome)
        return outcome.error();
    return effect;
}

Outcome Cache::beginRebuild()
{
    return m_body->change([&](std::vector<WorklistLedger::Edit> &) {
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
    if (pending == Pending{})
        m_body->pending.remove(id);
    else
        m_body->pending.insert(id, pending);
    return m_body->change(
        [&](std::vector<WorklistLedger::Edit> &edits) { return m_body->presentAgain(id, edits); });
}

Outcome Cache::resetPending(const std::vector<std::pair<CaseId, Pending>> &all)
{
    QHash<CaseId, Pending> next;
    for (const auto &[id, pending] : all) {
        if (!(pending == Pending{}))
            next.insert(id, pending);
    }
    const QHash<CaseId, Pending> last = std::exchange(m_body->pending, std::move(next));
    return m_body->change([&](std::vector<WorklistLedger::Edit> &edits) -> Outcome {
        const auto dropped = changeRows(m_body->database, QStringLiteral("DELETE FROM pending"));
        if (!dropped)
            return dropped.error();
        for (auto gone = last.constBegin(); gone != last.constEnd(); ++gone) {
            if (Outcome presented = m_body->presentAgain(gone.key(), edits); !presented)
                return presented;
        }
        return m_body->presentAllPending(edits);
    });
}

Outcome Cache::foldAgain()
{
    return m_body->change(
        [&](std::vector<WorklistLedger::Edit> &edits) { return m_body->presentAllPending(edits); });
}

Result<SyncMark> Cache::syncMark()
{
    return SyncMark{m_body->marks.cursor, m_body->marks.completeAt};
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
    return m_body->ledger.snapshot();
}

Result<std::vector<QString>> Cache::attachmentHashes()
{
    Result<Statement> rows =
        Statement::prepare(m_body->database, "SELECT DISTINCT sha256 FROM case_attachment ORDER BY sha256");
    if (!rows)
        return rows.error();
    std::vector<QString> hashes;
    Result<bool> more = rows->step();
    for (; more && *more; more = rows->step())
        hashes.push_back(textOf(rows->text(0)));
    if (!more)
        return more.error();
    return hashes;
}

Result<PageEffect> Cache::forgetClosed(Instant before)
{
    PageEffect effect;
    const Outcome outcome = m_body->change([&](std::vector<WorklistLedger::Edit> &edits) -> Outcome {
        const auto closed = m_body->table.closedBefore(toIso(before));
        if (!closed)
            return closed.error();
        for (const CaseTable::Identity &row : *closed) {
            if (Outcome removed = m_body->removeRow(row, effect, edits); !removed)
                return removed;
        }
        return Done{};
    });
    if (!outcome)
        return outcome.error();
    return effect;
}

Cache::Work Cache::work() const
{
    return {m_body->search.written(), m_body->ledger.placed()};
}

} // namespace tawasul
