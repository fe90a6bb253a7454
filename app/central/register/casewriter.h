// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/register/feed.h"
#include "models/domain/act.h"

namespace tawasul {

/// How an act is remembered: with the answer that its repetition gets, or with none for a part of something
/// larger that is repeated as a whole.
struct ActRecord
{
    ActId id;
    PersonId person;
    ActType type = ActType::Unknown;
    QByteArray bodyHash;
    int status = 0;
    QByteArray answer;
};

/// Writes what an act made of a case: the case, the act and the feed's rows, inside the caller's transaction.
/// One thread.
class CaseWriter
{
public:
    CaseWriter(Database &database, Feed &feed);

    /// `before` are the scopes that the case stood in, `body` is the case as it travels; of `after` no more
    /// than what stands in columns beside it is read.
    [[nodiscard]] Outcome write(qint64 row, const CaseScopes &before, const Case &after,
                                const QByteArray &body, const ActRecord &act);

    /// The same for an act that changes nothing but owner, status and history, of which `after` has the new
    /// step as the last one and need not have the others: SQLite puts it into the JSON, so that a case among
    /// a thousand is neither read nor written whole here.
    [[nodiscard]] Outcome writeStep(qint64 row, const CaseScopes &before, const Case &after,
                                    const ActRecord &act);

    /// A case that was not there, with its whole history. Conflict, case.exists.
    [[nodiscard]] Outcome take(const Case &theCase);

private:
    [[nodiscard]] Outcome updateStep(qint64 row, const Case &after);
    [[nodiscard]] Outcome updateCase(qint64 row, const Case &after, const QByteArray &body);
    [[nodiscard]] Outcome insertAct(qint64 row, const Case &after, const ActRecord &act);
    [[nodiscard]] Outcome writeLookups(qint64 row, const Case &theCase);

    Database &m_database;
    Feed &m_feed;
    KeptStatement m_update{"UPDATE case_record SET version = ?, status = ?, section = ?, region = ?, "
                           "assignee = ?, updated_at = ?, "
                           "closed_at = ?, sub_service = ?, ends_at = ?, body = ? WHERE rid = ?"};
    KeptStatement m_updateStep{
        "UPDATE case_record SET version = ?1, status = ?2, assignee = ?3, updated_at = ?4, "
        "body = CAST(json_set(CAST(body AS TEXT), '$.assignee', json(?5), '$.history[#]', json(?6), "
        "'$.status', ?2, '$.updated_at', ?4, '$.version', ?1) AS BLOB) WHERE rid = ?7"};
    KeptStatement m_insertAct{
        "INSERT INTO act (id, case_rid, person_id, type, version, body_hash, status, answer, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
};

} // namespace tawasul
