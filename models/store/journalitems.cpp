// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading acts back out of the journal.
#include "models/protocol/actcodec.h"
#include "models/protocol/jsonreader.h"
#include "models/sql/rows.h"
#include "models/store/journalbody.h"
#include "models/store/storedforms.h"

namespace tawasul {

namespace {

// CROSS JOIN fixes which table is walked: left to itself, SQLite walks all acts there ever were, in their
// order. The condition is written as in the partial index outbox_unsettled, or SQLite does not use it.
constexpr QStringView kFromOutbox = u"outbox CROSS JOIN act ON act.id = outbox.act_id WHERE ";
constexpr QStringView kFromActs = u"act CROSS JOIN outbox ON outbox.act_id = act.id WHERE ";
constexpr QStringView kUnsettled = u"outbox.state IN ('waiting', 'sending', 'parked')";

/// The columns of the outbox that follow the sequence.
Result<OutboxItem> itemAt(Query &row)
{
    OutboxItem item;
    item.sequence = row.int64(0);
    const Result<OutboxState> state = stateOf(row.text(1));
    if (!state)
        return state.error();
    item.state = *state;
    item.tries = static_cast<int>(row.int64(2));
    item.lastTryAt = instantOf(row.optionalText(3));
    item.nextTryAt = instantOf(row.optionalText(4));
    item.recallUntil = instantOf(row.optionalText(5));
    if (const std::optional<QByteArray> error = row.optionalBlob(6))
        item.lastError = errorFromStored(*error);
    if (const std::optional<QString> reason = row.optionalText(7))
        item.parkReason = parkReasonOf(*reason);
    // Theirs can be fetched again; that it cannot be read is no reason to lose sight of the act.
    if (const std::optional<QByteArray> theirs = row.optionalBlob(8)) {
        if (Result<Case> decoded = caseFromStored(*theirs); decoded)
            item.theirs = std::move(*decoded);
    }
    item.heldSince = instantOf(row.optionalText(9));
    return item;
}

bool isOver(OutboxState state)
{
    return state == OutboxState::Settled || state == OutboxState::Closed;
}

} // namespace

Result<Journal::Body::RecordedPtr> Journal::Body::recordedAs(qint64 sequence)
{
    if (const auto known = recorded.constFind(sequence); known != recorded.constEnd())
        return *known;
    Result<Query> row = Query::prepare(
        database,
        QStringLiteral(
            "SELECT id, case_id, base_version, actor, body, base, recorded_at FROM act WHERE sequence = ?"));
    if (!row)
        return row.error();
    if (const Outcome run = row->exec(sequence); !run)
        return run.error();
    const Result<bool> found = row->next();
    if (!found)
        return found.error();
    if (!*found)
        return unreadable(QStringLiteral("an act without its row"));
    Recorded read{{}, row->blob(4), std::nullopt, std::nullopt};
    read.act.id = ActId(row->text(0));
    read.act.caseId = CaseId(row->text(1));
    if (Result<Recorded> whole = decoded(read, row->int64(2), row->blob(3), row->blob(5)); whole)
        read = std::move(whole).value();
    else {
        read.damage = whole.error();
        // Whatever still says which act it was.
        read.act.recordedAt = instantOf(row->optionalText(6)).value_or(Instant{});
        if (Result<Case> seen = caseFromStored(row->blob(5)); seen)
            read.base = std::move(*seen);
    }
    if (const Outcome finished = row->finish(); !finished)
        return finished.error();
    RecordedPtr made = std::make_shared<const Recorded>(std::move(read));
    recorded.insert(sequence, made);
    return made;
}

// As recordedAs() would read it: the act out of its bytes, which are what is sent.
void Journal::Body::remember(qint64 sequence, const Act &recordedNow, const QByteArray &body,
                             const Case &seen)
{
    Result<Act> act = wire::parseObject(body, QStringLiteral("act")).and_then(wire::actBodyFromJson);
    if (!act)
        return; // told to whoever reads it
    act->id = recordedNow.id;
    act->caseId = recordedNow.caseId;
    act->baseVersion = recordedNow.baseVersion;
    act->actor = recordedNow.actor;
    recorded.insert(sequence,
                    std::make_shared<const Recorded>(Recorded{std::move(*act), body, seen, std::nullopt}));
}

Result<Journal::Body::Recorded> Journal::Body::decoded(const Recorded &named, qint64 baseVersion,
                                                       const QByteArray &actor, const QByteArray &base)
{
    Result<Act> act = wire::parseObject(named.body, QStringLiteral("act")).and_then(wire::actBodyFromJson);
    if (!act)
        return unreadable(act.error().detail);
    Result<Actor> author = actorFromStored(actor);
    Result<Case> seen = caseFromStored(base);
    if (!author || !seen)
        return author ? seen.error() : author.error();
    act->id = named.act.id;
    act->caseId = named.act.caseId;
    act->baseVersion = baseVersion;
    act->actor = std::move(*author);
    return Recorded{std::move(*act), named.body, std::move(*seen), std::nullopt};
}

Result<std::vector<OutboxItem>> Journal::Body::items(const QString &from, const std::optional<QString> &value)
{
    const QString sql = u"SELECT act.sequence, outbox.state, outbox.tries, outbox.last_try_at,"
                        u" outbox.next_try_at, outbox.recall_until, outbox.error, outbox.park_reason,"
                        u" outbox.theirs, outbox.held_at FROM "
        % from % u" ORDER BY act.sequence";
    Result<Query> row = Query::prepare(database, sql);
    if (!row)
        return row.error();
    if (const Outcome run = value ? row->exec(*value) : row->exec(); !run)
        return run.error();
    std::vector<OutboxItem> found;
    Result<bool> more = row->next();
    for (; more && *more; more = row->next()) {
        Result<OutboxItem> item = itemAt(*row);
        if (!item)
            return item.error();
        found.push_back(std::move(*item));
    }
    if (!more)
        return more.error();
    for (OutboxItem &item : found) {
        const Result<RecordedPtr> fixed = recordedAs(item.sequence);
        if (!fixed)
            return fixed.error();
        item.act = (*fixed)->act;
        item.body = (*fixed)->body;
        item.base = (*fixed)->base;
        if ((*fixed)->damage && !isOver(item.state)) {
            item.state = OutboxState::Parked;
            item.parkReason = ParkReason::Refused;
            item.lastError = (*fixed)->damage;
        }
        if (isOver(item.state))
            recorded.remove(item.sequence);
    }
    return found;
}

Result<std::vector<OutboxItem>> Journal::unsettled()
{
    Result<std::vector<OutboxItem>> items = m_body->items(kFromOutbox % kUnsettled, std::nullopt);
    if (!items)
        return items;
    QHash<qint64, Body::RecordedPtr> stillNeeded;
    for (const OutboxItem &item : *items)
        stillNeeded.insert(item.sequence, m_body->recorded.value(item.sequence));
    m_body->recorded = std::move(stillNeeded);
    return items;
}

Result<std::vector<OutboxItem>> Journal::unsettledOf(const CaseId &caseId)
{
    return m_body->items(kFromActs % u"act.case_id = ? AND " % kUnsettled, caseId.text());
}

Result<std::optional<OutboxItem>> Journal::item(const ActId &id)
{
    Result<std::vector<OutboxItem>> found =
        m_body->items(kFromOutbox % u"outbox.act_id = ? AND length(act.body) > 0", id.text());
    if (!found)
        return found.error();
    return found->empty() ? std::optional<OutboxItem>() : std::optional(std::move(found->front()));
}

Result<std::optional<CaseId>> Journal::caseOf(const ActId &id)
{
    return readOne(
        m_body->database, QStringLiteral("SELECT case_id FROM act WHERE id = ?"),
        [](Query &row) { return CaseId(row.text(0)); }, id.text());
}

Result<OutboxLedger> Journal::ledger()
{
    // AUTOINCREMENT never gives a number twice, so its last one is how many there were, whatever became of
    // the rows.
    Result<Query> row = Query::prepare(
        m_body->database,
        QStringLiteral("SELECT ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'act'), 0),"
                       " count(*) FILTER (WHERE outbox.state = 'settled'),"
                       " count(*) FILTER (WHERE outbox.state IN ('waiting', 'sending')),"
                       " count(*) FILTER (WHERE outbox.state = 'parked'),"
                       " count(*) FILTER (WHERE outbox.state = 'closed')"
                       " FROM outbox JOIN act ON act.id = outbox.act_id"));
    if (!row)
        return row.error();
    if (const Outcome run = row->exec(); !run)
        return run.error();
    if (const Result<bool> found = row->next(); !found)
        return found.error();
    return OutboxLedger{row->int64(0), row->int64(1), row->int64(2), row->int64(3), row->int64(4)};
}

} // namespace tawasul
