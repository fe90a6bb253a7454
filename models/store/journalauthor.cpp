// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// With what this profile signs envelopes, and which acts are its own.
#include "models/sql/rows.h"
#include "models/store/journalbody.h"
#include "models/store/journalsteps.h"

namespace tawasul {

Outcome Journal::beginAuthorKey(const QByteArray &seed)
{
    return done(changeRows(m_body->database,
                           QStringLiteral("INSERT OR IGNORE INTO author_key (only, seed, made_at)"
                                          " VALUES (1, ?, ?)"),
                           seed, m_body->now()));
}

Outcome Journal::authorKeyIsKnown(const QString &epoch)
{
    return done(changeRows(m_body->database, QStringLiteral("UPDATE author_key SET known_in = ?"), epoch));
}

Result<std::optional<AuthorKey>> Journal::authorKey()
{
    return readOne(m_body->database, QStringLiteral("SELECT seed, known_in FROM author_key WHERE only = 1"),
                   [](Query &row) {
                       return AuthorKey{row.blob(0), row.optionalText(1)};
                   });
}

Result<std::map<ActId, CaseId>> Journal::recordedAmong(const std::vector<ActId> &ids)
{
    std::map<ActId, CaseId> own;
    Result<Query> row =
        Query::prepare(m_body->database, QStringLiteral("SELECT case_id FROM act WHERE id = ?"));
    if (!row)
        return row.error();
    for (const ActId &id : ids) {
        if (const Outcome run = row->exec(id.text()); !run)
            return run.error();
        const Result<bool> found = row->next();
        if (!found)
            return found.error();
        if (*found)
            own.emplace(id, CaseId(row->text(0)));
        if (const Outcome finished = row->finish(); !finished)
            return finished.error();
    }
    return own;
}

} // namespace tawasul
