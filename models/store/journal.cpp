// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/journal.h"

#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "models/sql/migrations.h"
#include "models/sql/rows.h"
#include "models/store/journalbody.h"
#include "models/store/journalsteps.h"
#include "models/store/storedforms.h"

namespace tawasul {

namespace {

/// When the centre says that it took the act; the beginning of time when it does not.
Instant instantOfReceipt(const QByteArray &receipt)
{
    const auto told = wire::parseObject(receipt, QStringLiteral("receipt")).and_then(wire::receiptFromJson);
    return told ? told->at : Instant{};
}

/// They are built in and never change.
const Result<QList<Migration>> &schemaSteps()
{
    static const auto kSteps = readMigrations(QStringLiteral(":/schema/journal"));
    return kSteps;
}

} // namespace

Result<Journal> Journal::open(const QString &path, const QString &vfs, const Clock &clock)
{
    Result<Database> database = openDatabase({.path = path,
                                              .vfs = vfs,
                                              .synchronous = Synchronous::Full,
                                              .connectionPurpose = QStringLiteral("journal-writer")});
    if (!database)
        return database.error();
    const auto &steps = schemaSteps();
    if (!steps)
        return steps.error();
    if (const Result<int> version = migrate(*database, *steps); !version)
        return version.error();
    auto body = std::make_unique<Body>(std::move(*database), clock);
    if (const Outcome recovered = body->recover(); !recovered)
        return recovered.error();
    Journal journal(std::move(body));
    if (const Outcome parked = journal.parkUnreadable(); !parked)
        return parked.error();
    return journal;
}

Result<Journal> Journal::openToRead(const QString &path, const Clock &clock)
{
    Result<Database> database = openDatabase({.path = path,
                                              .vfs = {},
                                              .footprint = Footprint::NoneAlone,
                                              .connectionPurpose = QStringLiteral("journal-reader")});
    if (!database)
        return database.error();
    const auto &steps = schemaSteps();
    if (!steps)
        return steps.error();
    const Result<int> version = schemaVersion(*database);
    if (!version)
        return version.error();
    const int newest = steps->last().version;
    if (*version != newest)
        return *version < newest
            ? Error{Error::Kind::Invalid, QStringLiteral("journal.older"), QString::number(*version)}
            : Error{Error::Kind::TooNew, QStringLiteral("sql.too_new"), QString::number(*version)};
    return Journal(std::make_unique<Body>(std::move(*database), clock));
}

Journal::Journal(std::unique_ptr<Body> body) noexcept
    : m_body(std::move(body))
{
}

Journal::Journal(Journal &&) noexcept = default;
Journal &Journal::operator=(Journal &&) noexcept = default;
Journal::~Journal() = default;

Outcome Journal::Body::recover()
{
    return inTransaction(database, [this] {
        const QString time = now();
        const auto interrupted =
            changeRows(database,
                       QStringLiteral("UPDATE outbox SET state = 'waiting', next_try_at = ?,"
                                      " recall_until = NULL WHERE state = 'sending'"),
                       time);
        if (!interrupted)
            return done(interrupted);
        return done(changeRows(database,
                               QStringLiteral("UPDATE outbox SET next_try_at = ?, recall_until = NULL"
                                              " WHERE state = 'waiting' AND EXISTS (SELECT 1 FROM act"
                                              " WHERE act.id = outbox.act_id AND act.recorded_at > ?)"),
                               time, time));
    });
}

Outcome Journal::parkUnreadable()
{
    const auto items = unsettled();
    if (!items)
        return items.error();
    for (const OutboxItem &item : *items) {
        if (!m_body->recorded.value(item.sequence)->damage || !item.lastError)
            continue;
        const Outcome parked = park(item.act.id, ParkReason::Refused, *item.lastError, std::nullopt);
        if (!parked && parked.error().kind != Error::Kind::Conflict) // parked before
            return parked;
    }
    return Done{};
}

Result<qint64> Journal::Body::insert(const Act &act, const QByteArray &body, const QByteArray &base,
                                     Instant sendAfter)
{
    const auto sequence = readOne(
        database,
        QStringLiteral("INSERT INTO act (id, case_id, base_version, recorded_at, actor, body, base)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING sequence"),
        [](Query &row) { return row.int64(0); }, act.id.text(), act.caseId.text(), act.baseVersion,
        toIso(act.recordedAt), storedActor(act.actor), body, base);
    if (!sequence)
        return sequence.error();
    if (!*sequence)
        return unreadable(QStringLiteral("an act without its row"));
    const QString due = toIso(sendAfter);
    const std::optional<QString> recallUntil = sendAfter > act.recordedAt ? std::optional(due) : std::nullopt;
    const auto waiting =
        changeRows(database,
                   QStringLiteral("INSERT INTO outbox (act_id, state, next_try_at, recall_until)"
                                  " VALUES (?, 'waiting', ?, ?)"),
                   act.id.text(), due, recallUntil);
    if (!waiting)
        return waiting.error();
    const Outcome audited = auditAct(QStringLiteral("act.recorded"), act.id, QString());
    return audited ? Result<qint64>(**sequence) : audited.error();
}

Outcome Journal::Body::closeAs(const ActId &id, const QString &how, const std::optional<ActId> &successor)
{
    const std::optional<QString> next = successor ? std::optional(successor->text()) : std::nullopt;
    const auto changed =
        changeRows(database,
                   QStringLiteral("UPDATE outbox SET state = 'closed', park_reason = NULL, closed_as = ?,"
                                  " successor = ?, ended_at = ? WHERE act_id = ? AND state = 'parked'"),
                   how, next, now(), id.text());
    if (const Outcome found = foundIn(changed, id); !found)
        return found;
    return auditAct(QStringLiteral("act.closed"), id, how);
}

Outcome Journal::record(const Act &act, const QByteArray &body, const QByteArray &base, Instant sendAfter,
                        const std::optional<ActId> &replaces, const QByteArray &remainingDraft,
                        const Case *seen)
{
    ++m_body->wishes;
    qint64 sequence = 0;
    Outcome recorded = inTransaction(m_body->database, [&]() -> Outcome {
        const Result<qint64> inserted = m_body->insert(act, body, base, sendAfter);
        if (!inserted)
            return inserted.error();
        sequence = *inserted;
        if (replaces) {
            if (Outcome closed = m_body->closeAs(*replaces, QStringLiteral("anew"), act.id); !closed)
                return closed;
        }
        return remainingDraft.isEmpty() ? discardDraft(act.caseId)
                                        : saveDraft({act.caseId, remainingDraft, act.recordedAt});
    });
    if (recorded && seen)
        m_body->remember(sequence, act, body, *seen);
    return recorded;
}

std::uint64_t Journal::wishes() const
{
    return m_body->wishes;
}

Result<bool> Journal::beginSending(const ActId &id)
{
    // Not audited: a try is no news, and a bad day has thousands. Tries and their time are in the row.
    const auto changed = changeRows(
        m_body->database,
        QStringLiteral(
            "UPDATE outbox SET state = 'sending', tries = tries + 1, last_try_at = ?,"
            " recall_until = NULL WHERE act_id = ? AND state = 'waiting'"
            " AND held_at IS NULL AND NOT EXISTS (SELECT 1 FROM act AS this CROSS JOIN act AS earlier"
            " ON earlier.case_id = this.case_id AND earlier.sequence < this.sequence"
            " CROSS JOIN outbox AS its ON its.act_id = earlier.id WHERE this.id = ?"
            " AND its.state IN ('waiting', 'sending', 'parked'))"),
        m_body->now(), id.text(), id.text());
    return whetherFound(foundIn(changed, id));
}

Outcome Journal::backToWaiting(const ActId &id, const Error &error, Instant nextTryAt)
{
    return foundIn(changeRows(m_body->database,
                              QStringLiteral("UPDATE outbox SET state = 'waiting', error = ?, next_try_at = ?"
                                             " WHERE act_id = ? AND state = 'sending'"),
                              storedError(error), toIso(nextTryAt), id.text()),
                   id);
}

Outcome Journal::settle(const ActId &id, const QByteArray &receipt, const QString &epoch)
{
    const QString endedAt = toIso(std::max(m_body->clock.now(), instantOfReceipt(receipt)));
    return inTransaction(m_body->database, [&] {
        const auto changed =
            changeRows(m_body->database,
                       QStringLiteral("UPDATE outbox SET state = 'settled', receipt = ?, ended_at = ?,"
                                      " error = NULL WHERE act_id = ? AND state = 'sending'"
                                      " AND (? = '' OR NOT EXISTS (SELECT 1 FROM centre_epoch"
                                      " WHERE epoch <> ?))"),
                       receipt, endedAt, id.text(), epoch.isNull() ? QStringLiteral("") : epoch, epoch);
        const Outcome found = foundIn(changed, id);
        return found ? m_body->auditAct(QStringLiteral("act.settled"), id, QString()) : found;
    });
}

Outcome Journal::park(const ActId &id, ParkReason reason, const Error &error,
                      const std::optional<Case> &theirs)
{
    Q_ASSERT_X(reason != ParkReason::None, "tawasul::Journal", "parked without a reason");
    const std::optional<QByteArray> other = theirs ? std::optional(storedCase(*theirs)) : std::nullopt;
    ++m_body->wishes;
    return inTransaction(m_body->database, [&] {
        const auto changed =
            changeRows(m_body->database,
                       QStringLiteral("UPDATE outbox SET state = 'parked', park_reason = ?, error = ?,"
                                      " theirs = ?, next_try_at = NULL, recall_until = NULL, held_at = NULL"
                                      " WHERE act_id = ? AND state IN ('sending', 'waiting')"),
                       parkWord(reason), storedError(error), other, id.text());
        const Outcome found = foundIn(changed, id);
        return found ? m_body->auditAct(QStringLiteral("act.parked"), id, parkWord(reason)) : found;
    });
}

Outcome Journal::close(const ActId &id, const std::optional<ActId> &successor)
{
    const QString how = successor ? QStringLiteral("anew") : QStringLiteral("theirs");
    ++m_body->wishes;
    return inTransaction(m_body->database, [&] { return m_body->closeAs(id, how, successor); });
}

Outcome Journal::retryNow(const ActId &id)
{
    ++m_body->wishes;
    return inTransaction(m_body->database, [&] {
        const auto changed = changeRows(
            m_body->database,
            QStringLiteral("UPDATE outbox SET state = 'waiting', next_try_at = ?,"
                           " recall_until = NULL, park_reason = NULL, theirs = NULL, held_at = NULL"
                           " WHERE act_id = ? AND state IN ('parked', 'waiting')"),
            m_body->now(), id.text());
        const Outcome found = foundIn(changed, id);
        return found ? m_body->auditAct(QStringLiteral("act.retried"), id, QString()) : found;
    });
}

Result<bool> Journal::recall(const ActId &id, const std::optional<Draft> &becomes)
{
    ++m_body->wishes;
    return whetherFound(inTransaction(m_body->database, [&]() -> Outcome {
        const QString time = m_body->now();
        const auto changed =
            changeRows(m_body->database,
                       QStringLiteral("UPDATE outbox SET state = 'closed', closed_as = 'recalled',"
                                      " ended_at = ?, recall_until = NULL, next_try_at = NULL, held_at = NULL"
                                      " WHERE act_id = ? AND state = 'waiting' AND tries = 0"
                                      " AND recall_until > ?"),
                       time, id.text(), time);
        if (Outcome found = foundIn(changed, id); !found)
            return found;
        if (becomes) {
            if (Outcome saved = saveDraft(*becomes); !saved)
                return saved;
        }
        return m_body->auditAct(QStringLiteral("act.recalled"), id, QString());
    }));
}

} // namespace tawasul
