// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a restored centre may have forgotten, and how long the journal can tell it again.
#include "models/sql/rows.h"
#include "models/store/journalbody.h"
#include "models/store/journalsteps.h"
#include "models/store/storedforms.h"

namespace tawasul {

namespace {

Result<std::optional<QString>> epochIn(Database &database)
{
    return readOne(database, QStringLiteral("SELECT epoch FROM centre_epoch WHERE only = 1"),
                   [](Query &row) { return row.text(0); });
}

Result<std::vector<CaseId>> casesWithSettledPayload(Database &database)
{
    return readAll(database,
                   QStringLiteral("SELECT DISTINCT act.case_id FROM outbox CROSS JOIN act"
                                  " ON act.id = outbox.act_id WHERE outbox.state = 'settled'"
                                  " AND length(act.body) > 0"),
                   [](Query &row) { return CaseId(row.text(0)); });
}

} // namespace

Outcome Journal::Body::sendSettledAgain(const QString &epoch)
{
    const QString time = now();
    const auto told =
        changeRows(database,
                   QStringLiteral("INSERT INTO audit (at, what, case_id, act_id, detail)"
                                  " SELECT ?, 'act.sent_again', act.case_id, act.id, ? FROM act JOIN outbox"
                                  " ON outbox.act_id = act.id WHERE outbox.state = 'settled'"
                                  " AND length(act.body) > 0 ORDER BY act.sequence"),
                   time, epoch);
    if (!told)
        return told.error();
    return done(changeRows(database,
                           QStringLiteral("UPDATE outbox SET state = 'waiting', former_receipt = receipt,"
                                          " receipt = NULL, ended_at = NULL, error = NULL, next_try_at = ?,"
                                          " recall_until = NULL WHERE state = 'settled' AND EXISTS"
                                          " (SELECT 1 FROM act WHERE act.id = outbox.act_id"
                                          " AND length(act.body) > 0)"),
                           time));
}

// What a restored centre made of an order nobody knows, and what it rests on may be gone: a person decides.
Outcome Journal::Body::leaveOrdersToAPerson(const QString &epoch)
{
    const Error changed{Error::Kind::Conflict, QStringLiteral("centre.epoch_changed"), epoch};
    const QString time = now();
    const auto told = changeRows(database,
                                 QStringLiteral("INSERT INTO audit (at, what, case_id, detail) SELECT ?,"
                                                " CASE state WHEN 'waiting' THEN 'order.set_aside'"
                                                " ELSE 'order.doubted' END, '', id || ' ' || ?"
                                                " FROM supervision_order WHERE state = 'waiting'"
                                                " OR (state = 'answered' AND NOT doubted"
                                                " AND length(foreseen) > 0) ORDER BY sequence"),
                                 time, epoch);
    if (!told)
        return told.error();
    const auto aside =
        changeRows(database,
                   QStringLiteral("UPDATE supervision_order SET state = 'set_aside', error = ?,"
                                  " ended_at = ?, next_try_at = NULL WHERE state = 'waiting'"),
                   storedError(changed), time);
    if (!aside)
        return aside.error();
    return done(changeRows(database,
                           QStringLiteral("UPDATE supervision_order SET doubted = 1"
                                          " WHERE state = 'answered' AND length(foreseen) > 0")));
}

Result<std::vector<CaseId>> Journal::meetEpoch(const QString &epoch)
{
    std::vector<CaseId> cases;
    ++m_body->wishes;
    const Outcome met = inTransaction(m_body->database, [&]() -> Outcome {
        const auto known = epochIn(m_body->database);
        if (!known)
            return known.error();
        if (*known == epoch)
            return Done{};
        if (*known) {
            auto settled = casesWithSettledPayload(m_body->database);
            if (!settled)
                return settled.error();
            cases = std::move(*settled);
            if (Outcome again = m_body->sendSettledAgain(epoch); !again)
                return again;
            if (Outcome left = m_body->leaveOrdersToAPerson(epoch); !left)
                return left;
        }
        return done(changeRows(m_body->database,
                               QStringLiteral("INSERT OR REPLACE INTO centre_epoch (only, epoch)"
                                              " VALUES (1, ?)"),
                               epoch));
    });
    if (!met)
        return met.error();
    // Among what waits again may be what cannot be read any more, and only a parked act may be resolved.
    // What the disk refuses of it, the next start does.
    if (!cases.empty())
        std::ignore = parkUnreadable();
    return cases;
}

Result<QString> Journal::epoch()
{
    return epochIn(m_body->database).transform([](const std::optional<QString> &known) {
        return known.value_or(QString());
    });
}

Outcome Journal::forgetPayloads(Instant settledBefore)
{
    const auto acts =
        changeRows(m_body->database,
                   QStringLiteral("UPDATE act SET body = x'', base = x'' WHERE length(body) > 0"
                                  " AND id IN (SELECT act_id FROM outbox WHERE state = 'settled'"
                                  " AND ended_at < ?)"),
                   toIso(settledBefore));
    if (!acts)
        return acts.error();
    const auto touches = changeRows(m_body->database,
                                    QStringLiteral("DELETE FROM supervision_touches WHERE sequence IN (SELECT"
                                                   " sequence FROM supervision_order WHERE ended_at < ?"
                                                   " AND state <> 'set_aside')"),
                                    toIso(settledBefore));
    if (!touches)
        return touches.error();
    return done(changeRows(m_body->database,
                           QStringLiteral("UPDATE supervision_order SET body = x'', foreseen = x'',"
                                          " answer = CASE WHEN answer IS NULL THEN NULL ELSE x'' END"
                                          " WHERE length(foreseen) > 0 AND state <> 'set_aside'"
                                          " AND ended_at < ?"),
                           toIso(settledBefore)));
}

} // namespace tawasul
