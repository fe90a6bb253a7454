// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which keys of the centre this profile believes.
#include "models/sql/rows.h"
#include "models/store/journalbody.h"
#include "models/store/journalsteps.h"

namespace tawasul {

Result<std::vector<CentreKey>> Journal::centreKeys()
{
    return readAll(
        m_body->database,
        QStringLiteral("SELECT id, public_key, introduced_by, introduction FROM centre_key ORDER BY rid"),
        [](Query &row) {
            return CentreKey{row.text(0), row.blob(1), row.text(2), row.blob(3)};
        });
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
