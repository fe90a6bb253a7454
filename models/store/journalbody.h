// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"
#include "models/store/journal.h"

#include <QtCore/QHash>

namespace tawasul {

/// What Journal's source files share; not seen outside them.
struct Journal::Body
{
    /// The part of an act that never changes, decoded once: an outbox of thousands is read after every step.
    struct Recorded
    {
        Act act; ///< of one that cannot be read only its id and case
        QByteArray body;
        std::optional<Case> base;
        std::optional<Error> damage; ///< why it cannot be read
    };
    using RecordedPtr = std::shared_ptr<const Recorded>;

    Body(Database opened, const Clock &theClock)
        : database(std::move(opened))
        , clock(theClock)
    {
    }

    [[nodiscard]] QString now() const { return toIso(clock.now()); }

    /// After a crash nothing is under way, and nothing waits for a time that a wrong clock wrote.
    [[nodiscard]] Outcome recover();

    /// The act's row, its place in the outbox and its line in the audit trail, inside a transaction.
    /// Answers its sequence.
    [[nodiscard]] Result<qint64> insert(const Act &act, const QByteArray &body, const QByteArray &base,
                                        Instant sendAfter);
    [[nodiscard]] Outcome closeAs(const ActId &id, const QString &how, const std::optional<ActId> &successor);

    /// Settled → Waiting for all that still have their payload, inside a transaction.
    [[nodiscard]] Outcome sendSettledAgain(const QString &epoch);

    /// What a supervisor ordered in an earlier epoch, inside a transaction.
    [[nodiscard]] Outcome leaveOrdersToAPerson(const QString &epoch);

    /// A line about that act; its case is looked up.
    [[nodiscard]] Outcome auditAct(const QString &what, const ActId &id, const QString &detail);

    void remember(qint64 sequence, const Act &recordedNow, const QByteArray &body, const Case &seen);
    [[nodiscard]] Result<RecordedPtr> recordedAs(qint64 sequence);
    /// The rest of an act of which id, case and bytes are known; Corrupt, store.unreadable.
    [[nodiscard]] static Result<Recorded> decoded(const Recorded &named, qint64 baseVersion,
                                                  const QByteArray &actor, const QByteArray &base);
    /// `from` follows FROM and takes `value` when there is one.
    [[nodiscard]] Result<std::vector<OutboxItem>> items(const QString &from,
                                                        const std::optional<QString> &value);

    Database database;
    const Clock &clock;
    QHash<qint64, RecordedPtr> recorded; ///< by sequence; of acts that were unsettled when last read
    std::uint64_t wishes = 0;
};

} // namespace tawasul
