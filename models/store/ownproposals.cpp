// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/ownproposals.h"

#include "models/protocol/jsonreader.h"
#include "models/protocol/proposalcodec.h"
#include "models/sql/rows.h"

namespace tawasul {

Outcome writeOwnProposals(Database &database, const OwnProposals &own, qint64 round)
{
    if (own.proposals.empty())
        return done(changeRows(database, QStringLiteral("DELETE FROM own_proposals WHERE case_id = ?"),
                               own.caseId.text()));
    return done(changeRows(
        database,
        QStringLiteral("INSERT OR REPLACE INTO own_proposals (case_id, round, body) VALUES (?, ?, ?)"),
        own.caseId.text(), round, wire::toBytes(wire::toJson(own))));
}

Result<qint64> dropOwnProposalsBefore(Database &database, qint64 round)
{
    return changeRows(database, QStringLiteral("DELETE FROM own_proposals WHERE round < ?"), round);
}

Result<std::vector<OwnProposals>> readOwnProposals(Database &database)
{
    Result<Query> row =
        Query::prepare(database, QStringLiteral("SELECT body FROM own_proposals ORDER BY case_id"));
    if (!row)
        return row.error();
    if (const Outcome run = row->exec(); !run)
        return run.error();
    std::vector<OwnProposals> all;
    Result<bool> more = row->next();
    for (; more && *more; more = row->next()) {
        auto own =
            wire::parseObject(row->blob(0), QStringLiteral("proposals")).and_then(wire::ownProposalsFromJson);
        if (own)
            all.push_back(std::move(own).value());
    }
    if (!more)
        return more.error();
    return all;
}

} // namespace tawasul
