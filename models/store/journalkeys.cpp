// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which keys of the centre this profile believes.
#include "models/sql/query.h"
#include "models/store/changerows.h"
#include "models/store/journalbody.h"
#include "models/store/journalsteps.h"

namespace tawasul {

Result<std::vector<CentreKey>> Journal::centreKeys()
{
    Result<Query> row = Query::prepare(m_body->database,
                                       QStringLiteral("SELECT id, public_key, introduced_by, introduction"
                                                      " FROM centre_key ORDER BY rid"));
    if (!row)
        return row.error();
    if (const Outcome run = row->exec(); !run)
        return run.error();
    std::vector<CentreKey> keys;
    Result<bool> more = row->next();
    for (; more && *more; more = row->next())
        keys.push_back({row->text(0), row->blob(1), row->text(2), row->blob(3)});
    if (!more)
        return more.error();
    return keys;
}

Outcome Journal::believe(const std::vector<CentreKey> &keys)
{
    return inTransaction(m_body->database, [&]() -> Outcome {
        for (const CentreKey &key : keys) {
            const auto added = changeRows(
                m_body->database,
                QStringLiteral("INSERT OR IGNORE INTO centre_key (id, public_key, introduced_by,"
                               " introduction, known_since) VALUES (?, ?, ?, ?, ?)"),
                key.id, key.publicKey, key.introducedBy.isNull() ? QStringLiteral("") : key.introducedBy,
                key.introduction.isNull() ? QByteArray("") : key.introduction, m_body->now());
            if (!added)
                return added.error();
        }
        return Done{};
    });
}

} // namespace tawasul
