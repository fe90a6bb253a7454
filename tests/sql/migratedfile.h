// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/migrations.h"

#include <QtCore/QStringList>
#include <QtCore/QTemporaryDir>

#include <memory>

namespace tawasul {

/// The first steps of the tests' own schema: notes, their authors, a search index.
[[nodiscard]] QList<Migration> steps(int count);

/// One number that a query answers; -1 when it fails.
[[nodiscard]] qint64 number(Database &database, const char *sql);

/// Three notes, into a file at version 1.
[[nodiscard]] Outcome addNotes(Database &database);

/// An open database at that path, and one in memory at that version.
[[nodiscard]] Database openAt(const QString &path, const QString &vfs = {}, int cachePages = 0);
[[nodiscard]] Database memory(int version);

/// A folder of its own with a file that is to be migrated.
class MigratedFile
{
public:
    MigratedFile();

    [[nodiscard]] QString path() const { return m_directory->filePath(QStringLiteral("journal.sqlite")); }
    [[nodiscard]] QString beside(const QString &name) const { return m_directory->filePath(name); }
    [[nodiscard]] QString folder() const { return m_directory->path(); }
    [[nodiscard]] Database open(const QString &vfs = {}, int cachePages = 0) const;

    /// A file at version 1 with three notes, and nothing beside it.
    void makeOld() const;

    /// Whether the file is at one of the versions, exactly; and a sound disk brings it to the newest with its
    /// rows.
    [[nodiscard]] bool checkAndFinish() const;

    /// The names of the safety copies, finished or not.
    [[nodiscard]] QStringList copies() const;

private:
    std::unique_ptr<QTemporaryDir> m_directory;
};

} // namespace tawasul
