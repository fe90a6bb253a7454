// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/cachebody.h"

#include "models/domain/proposals.h"
#include "models/protocol/words.h"
#include "models/sql/rows.h"
#include "models/store/cachefile.h"
#include "models/store/ownproposals.h"
#include "models/store/storedforms.h"

#include <algorithm>
#include <limits>

namespace tawasul {

namespace {

// So many cases are read faster than anybody could tell it from fewer.
constexpr qint64 kShort = 2000;

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

} // namespace

Result<std::unique_ptr<Cache::Body>> Cache::Body::open(const QString &path, const QString &vfs,
                                                       Reading reading)
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
    const Outcome loaded = reading == Reading::Beginning ? body->loadBeginning() : body->loadWorklist();
    if (!loaded)
        return loaded.error();
    body->fillsAnew = body->marks.isFilling && !body->first && body->entriesRead == 0;
    return body;
}

// Turns rows into entries; a word is decoded once, not once a row.
class Cache::Body::EntryReader
{
public:
    explicit EntryReader(WorklistLedger &ledger)
        : m_ledger(ledger)
    {
    }

    [[nodiscard]] WorklistEntry entry(Statement &row)
    {
        const CaseStatus status = decoded(m_statuses, row.text(2), &wire::caseStatus);
        const std::uint16_t section = decoded(
            m_sections, row.text(3), [this](const QString &code) { return m_ledger.sectionIndex(code); });
        return {row.int64(0), row.int64(1), section, status, static_cast<std::uint8_t>(row.int64(4))};
    }

private:
    template<class Value, class Decode>
    static Value decoded(QHash<QByteArray, Value> &known, std::string_view word, const Decode &decode)
    {
        const QByteArray key = QByteArray::fromRawData(word.data(), std::ssize(word));
        const auto found = known.constFind(key);
        if (found != known.constEnd())
            return *found;
        return *known.insert(QByteArray(word.data(), std::ssize(word)), decode(textOf(word)));
    }

    WorklistLedger &m_ledger;
    QHash<QByteArray, CaseStatus> m_statuses;
    QHash<QByteArray, std::uint16_t> m_sections;
};

Result<std::vector<WorklistEntry>> Cache::Body::readEntries(std::string_view sql, std::optional<qint64> most)
{
    Result<Statement> rows = Statement::prepare(database, sql);
    if (!rows)
        return rows.error();
    if (most)
        rows->bindInt64(1, *most);
    EntryReader reader(ledger);
    std::vector<WorklistEntry> entries;
    Result<bool> more = rows->step();
    for (; more && *more; more = rows->step()) {
        entries.push_back(reader.entry(*rows));
        ++entriesRead;
    }
    if (!more)
        return more.error();
    return entries;
}

Outcome Cache::Body::loadWorklist()
{
    Result<std::vector<WorklistEntry>> entries =
        readEntries("SELECT rid, deadline_ms, status, section, flags FROM case_row"
                    " INDEXED BY case_list ORDER BY deadline_ms",
                    std::nullopt);
    if (!entries)
        return entries.error();
    ledger.load(std::move(*entries));
    first.reset();
    return Done{};
}

// A status newer than this program is to be dealt with; what is closed or with its applicant is not.
Outcome Cache::Body::loadBeginning()
{
    const Result<qint64> most =
        readOneInt64(database, QStringLiteral("SELECT coalesce(max(rid), 0) FROM case_row"));
    if (!most)
        return most.error();
    if (*most <= kShort)
        return loadWorklist();
    Result<std::vector<WorklistEntry>> entries = readEntries(
        "SELECT rid, deadline_ms, status, section, flags FROM case_row INDEXED BY case_list"
        " WHERE status NOT IN ('completed', 'rejected', 'returned') ORDER BY deadline_ms LIMIT ?1",
        kBeginning);
    if (!entries)
        return entries.error();
    First read{std::move(*entries), std::numeric_limits<qint64>::max()};
    if (std::ssize(read.entries) == kBeginning) {
        // Of those that share the last deadline some may be missing.
        read.until = read.entries.back().deadlineMs - 1;
        std::erase_if(read.entries,
                      [&read](const WorklistEntry &entry) { return entry.deadlineMs > read.until; });
    }
    first = std::move(read);
    return Done{};
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
            entry.flags = with(entry.flags, RowFlag::HasProposal, hasOpenProposal(shown));
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

Outcome Cache::Body::presentAgain(const CaseId &id, Edits &edits)
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

Outcome Cache::Body::presentAllPending(Edits &edits)
{
    for (auto waiting = pending.constBegin(); waiting != pending.constEnd(); ++waiting) {
        if (Outcome presented = presentAgain(waiting.key(), edits); !presented)
            return presented;
    }
    return Done{};
}

Result<std::optional<Cache::Body::Placed>> Cache::Body::place(const CaseRow &row, bool mayBeNew)
{
    const qint64 hash = SearchIndex::hashOf(row);
    const auto inserted = [&]() -> Result<std::optional<Placed>> {
        const auto written = table.insert(row, marks.round, hash);
        if (!written)
            return written.error();
        return *written ? std::optional(Placed{**written, true}) : std::nullopt;
    };
    // Nearly all are new then, and the row that is written says so by itself.
    if (fillsAnew && mayBeNew) {
        auto placed = inserted();
        if (!placed || *placed)
            return placed;
    }
    const auto known = table.find(row.id);
    if (!known)
        return known.error();
    if (!*known)
        return mayBeNew ? inserted() : std::optional<Placed>();
    // What a page of a rebuild brings for the first time is the truth of today, whatever its version: the
    // centre may have been restored from a backup. An answer to an act may be a replay and proves nothing.
    const bool isFirstOfRound = mayBeNew && (*known)->round < marks.round;
    if (row.version < (*known)->version && !isFirstOfRound)
        return std::optional(Placed{std::nullopt, false});
    const auto written = table.update((*known)->rid, row, mayBeNew ? marks.round : (*known)->round, hash);
    if (!written)
        return written.error();
    return std::optional(Placed{*written, (*known)->searchHash != hash});
}

Outcome Cache::Body::writeRow(const CaseRow &row, bool mayBeNew, PageEffect &effect, Edits &edits)
{
    const auto placed = place(row, mayBeNew);
    if (!placed)
        return placed.error();
    if (!*placed)
        return Done{};
    const CaseId id(textOf(row.id));
    const auto &written = (*placed)->written;
    if (!written) {
        effect.ignored.push_back(id);
        return Done{};
    }
    if ((*placed)->hasOtherText) {
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

Outcome Cache::Body::writeHeaders(const CachePage &page, PageEffect &effect)
{
    for (const HeaderRow &row : page.headers) {
        const Result<bool> written = headers.write(row, marks.round);
        if (!written)
            return written.error();
        if (*written)
            effect.headersChanged = true;
        else
            effect.ignored.emplace_back(textOf(row.id));
    }
    for (const std::string_view id : page.removed) {
        const Result<bool> removed = headers.remove(id);
        if (!removed)
            return removed.error();
        effect.headersChanged = effect.headersChanged || *removed;
    }
    return Done{};
}

Outcome Cache::Body::removeRow(const CaseTable::Identity &row, PageEffect &effect, Edits &edits)
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

Outcome Cache::Body::endFilling(PageEffect &effect, Edits &edits)
{
    const auto leftOver = table.olderThan(marks.round);
    if (!leftOver)
        return leftOver.error();
    for (const CaseTable::Identity &row : *leftOver) {
        if (Outcome removed = removeRow(row, effect, edits); !removed)
            return removed;
    }
    const Result<qint64> dropped = dropOwnProposalsBefore(database, marks.round);
    if (!dropped)
        return dropped.error();
    effect.proposalsChanged = effect.proposalsChanged || *dropped > 0;
    const Result<qint64> headersGone = headers.dropBefore(marks.round);
    if (!headersGone)
        return headersGone.error();
    effect.headersChanged = effect.headersChanged || *headersGone > 0;
    marks.isFilling = false;
    fillsAnew = false;
    return search.rebuild(database);
}

} // namespace tawasul
