// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Acts that a person keeps back. They wait like the others, so nothing that counts them forgets them.
#include "models/sql/rows.h"
#include "models/store/journalbody.h"
#include "models/store/journalsteps.h"

namespace tawasul {

Outcome Journal::hold(const ActId &id)
{
    ++m_body->wishes;
    return inTransaction(m_body->database, [&] {
        const auto changed = changeRows(m_body->database,
                                        QStringLiteral("UPDATE outbox SET held_at = ? WHERE act_id = ?"
                                                       " AND state = 'waiting' AND held_at IS NULL"),
                                        m_body->now(), id.text());
        const Outcome found = foundIn(changed, id);
        return found ? m_body->auditAct(QStringLiteral("act.held"), id, QString()) : found;
    });
}

Outcome Journal::release(const ActId &id)
{
    ++m_body->wishes;
    return inTransaction(m_body->database, [&] {
        const auto changed =
            changeRows(m_body->database,
                       QStringLiteral("UPDATE outbox SET held_at = NULL, next_try_at = ?, recall_until = NULL"
                                      " WHERE act_id = ? AND state = 'waiting' AND held_at IS NOT NULL"),
                       m_body->now(), id.text());
        const Outcome found = foundIn(changed, id);
        return found ? m_body->auditAct(QStringLiteral("act.released"), id, QString()) : found;
    });
}

} // namespace tawasul
