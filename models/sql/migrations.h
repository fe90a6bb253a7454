// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace tawasul {

/// One numbered step of a schema: the text of a file `NNN_name.sql`.
struct Migration
{
    int version = 0; ///< NNN; the schema version that the step leads to, from 1 without gaps
    QString name;    ///< the file's name, for the log
    QByteArray sql;  ///< UTF-8; statements as SQLite itself separates them, so that triggers stay whole
};

/// Whether migrate() keeps the file as it was beside the new one.
enum class SafetyCopy {
    Make, ///< what cannot be fetched again: the journal, the centre's register
    None, ///< what can be deleted and rebuilt: the cache
};

/// The steps of a folder such as `:/schema/journal`, in order. Other names, gaps and empty files are Invalid,
/// sql.migrations. Files end each statement with `;` and a blank line, for the eye.
[[nodiscard]] Result<QList<Migration>> readMigrations(const QString &folder);

/// Brings a database to the newest version of the steps and answers the version reached; `PRAGMA
/// user_version` holds it. A file of a later version is left alone: TooNew, sql.too_new, naming both
/// versions.
///
/// Each step is one transaction (in WAL mode IMMEDIATE keeps out every other writer, as EXCLUSIVE would); its
/// version is written in it, and foreign keys are off while it runs and checked before it commits, as SQLite
/// asks for rebuilding tables. A statement that fails leaves the version before that step, whole:
/// sql.migration in front of the detail, kind and code of the failure itself.
///
/// The safety copy (safetycopy.h) is made in front of the first step that has something to do, in that step's
/// own transaction, when the file holds anything; if it cannot be made, the file stays as it was. It stays
/// for the session after the migration and is removed, with those of earlier versions, by the first later
/// call that finds the file at the newest version and passes `PRAGMA quick_check`: long enough to go back, no
/// longer than needed, because it holds personal data.
[[nodiscard]] Result<int> migrate(Database &database, const QList<Migration> &steps,
                                  SafetyCopy safetyCopy = SafetyCopy::Make);

/// The version that the file is at; 0 when nothing was ever migrated.
[[nodiscard]] Result<int> schemaVersion(Database &database);

/// Where migrate() keeps the copy of that file as it was at that version: `FILE.before-migration-vN`.
[[nodiscard]] QString safetyCopyPath(const QString &path, int version);

} // namespace tawasul
