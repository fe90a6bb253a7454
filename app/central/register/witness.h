// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/result.h"
#include "models/domain/uuid.h"
#include "models/sql/database.h"

#include <QtCore/QString>

namespace tawasul {

/// What the file beside the register (openKeys()) remembers of it: the reference data that was published, and
/// up to where the feed had come in which epoch. A register that was put back from a backup is known by that,
/// and gets back what acts name that it has forgotten. One thread.
///
/// A position is written here only after it is on the disk there, so that a crash leaves the register ahead,
/// never behind: one that is behind has lost what its desks were told.
class Witness
{
public:
    explicit Witness(Database beside);

    /// Brings both files together; for whoever opens the register for writing, outside of a transaction.
    /// Whether the register had been put back from a backup: then it has begun a new epoch.
    [[nodiscard]] static Result<bool> confront(Database &database, Database &beside, Instant now,
                                               Random &random);

    /// Gives either file the reference data that it lacks, each version under the number that it was
    /// published with, inside a transaction of both. So the newest is the one that was published last, also
    /// after a restore: that takes nothing back that desks were told. A number that has gone to another
    /// version meanwhile stays there; what had it before is known from then on, and never the newest.
    [[nodiscard]] static Outcome levelReferences(Database &database, Database &beside);
    /// Forgets one that the register never had, as what was published but for the commit.
    [[nodiscard]] static Outcome forgetReference(Database &database, Database &beside,
                                                 const QString &version);

    /// Makes the register a new epoch and answers it, inside a transaction of both.
    [[nodiscard]] static Result<QString> beginEpoch(Database &database, Database &beside, Instant now,
                                                    Random &random);

    /// Up to that position the feed is on the disk. Cheap, when the connection is Synchronous::Normal: of
    /// what is noted the power may take the newest.
    [[nodiscard]] Outcome note(const QString &epoch, qint64 position);

private:
    Database m_beside;
};

} // namespace tawasul
