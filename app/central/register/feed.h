// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/register/keptstatement.h"
#include "app/central/register/scopes.h"
#include "models/domain/case.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QString>

#include <optional>
#include <vector>

namespace tawasul {

/// What changed, for whom, in the order it took effect. A page costs its own size: the newest row per scope
/// and case is kept, found by (scope, position). SQLite has one writer, so positions become visible in their
/// order and the feed never skips a change (invariant I6). One thread.
///
/// A cursor holds the epoch, a hash of the caller's scopes, the position told so far and, on the way from
/// nothing to the present, the newest position when that way began: what had left by then was never told to
/// this reader, so its removal needs no telling either, and may have been forgotten.
class Feed
{
public:
    explicit Feed(Database &database);

    /// Writes that a case changed, inside the caller's transaction. `before` are the scopes it stood in,
    /// nothing for a new case; into those that it left a removal is written first.
    [[nodiscard]] Outcome caseChanged(qint64 caseRow, const std::optional<CaseScopes> &before,
                                      const CaseScopes &after, Instant at);

    /// Writes that a proposal of this person on the case came or was closed, inside the caller's transaction.
    [[nodiscard]] Outcome proposalsChanged(qint64 caseRow, const PersonId &author, Instant at);

    /// Whether readers of one of these scopes were told of the case, and, if it left them, that is still
    /// kept.
    [[nodiscard]] Result<bool> hasTold(const std::vector<QString> &scopes, qint64 caseRow);

    /// Writes that newer reference data waits, inside the caller's transaction.
    [[nodiscard]] Outcome referenceChanged(Instant at);

    /// One page as it is sent: the body of `GET /changes`. An empty cursor starts from nothing. NotFound,
    /// feed.cursor_expired (410 on the wire) when the cursor cannot be continued: another epoch, other
    /// scopes, or older than the removals that are kept. Corrupt, feed.cursor_ahead (410, too) when it is
    /// from the future: the register, and what lies beside it, was put back without a new epoch. A page ends
    /// at `limit` lines, or earlier when it is large (about 4 MiB).
    struct Page
    {
        QByteArray json;
        qsizetype changes = 0;
    };
    [[nodiscard]] Result<Page> page(const std::vector<QString> &scopes, const QString &epoch,
                                    const QString &cursor, int limit, Instant closedBefore);

    /// Up to where there is anything to tell: to anybody, and in each of those scopes. For hints.
    [[nodiscard]] Result<qint64> newestPosition();
    [[nodiscard]] Outcome findNewestPositions(QHash<QString, qint64> &ofScopes);

    /// Forgets removals older than `before`; cursors from before them are answered with 410 from then on.
    [[nodiscard]] Outcome forgetRemovals(Instant before);

private:
    struct Line;
    struct Cursor;
    struct Reader;

    [[nodiscard]] Result<qint64> nextPosition();
    [[nodiscard]] Result<qint64> counter(const QString &key);
    [[nodiscard]] Outcome write(const QString &scope, qint64 position, qint64 caseRow, int kind, Instant at);
    [[nodiscard]] Outcome writeNext(const QString &scope, qint64 caseRow, int kind, Instant at);
    [[nodiscard]] Result<Cursor> cursorFrom(const QString &text, const QString &prefix, qint64 newest);
    [[nodiscard]] Result<std::vector<Line>> lines(const std::vector<QString> &scopes, qint64 after,
                                                  int count);
    [[nodiscard]] Result<QByteArray> encoded(const Line &line, const Reader &reader);
    [[nodiscard]] Result<QByteArray> encodedProposals(const Line &line, const Reader &reader);
    [[nodiscard]] Result<Page> encoded(const std::vector<Line> &lines, std::size_t limit,
                                       const Reader &reader);

    Database &m_database;
    KeptStatement m_nextPosition{"UPDATE centre SET value = value + 1 WHERE key = 'position' "
                                 "RETURNING CAST(value AS INTEGER)"};
    KeptStatement m_writeRow{"INSERT INTO feed (scope, position, case_rid, kind, at) "
                             "VALUES (?, ?, ?, ?, ?) ON CONFLICT (scope, case_rid) DO UPDATE SET "
                             "position = excluded.position, kind = excluded.kind, at = excluded.at"};
};

} // namespace tawasul
