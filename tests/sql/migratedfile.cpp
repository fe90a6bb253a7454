// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sql/migratedfile.h"

#include "models/sql/databasefile.h"
#include "models/sql/query.h"
#include "tests/support/schemaequality.h"
#include "tests/support/scratchdirectory.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

namespace tawasul {

QList<Migration> steps(int count)
{
    return std::move(readMigrations(QStringLiteral(":/schema/test"))).value().first(count);
}

qint64 number(Database &database, const char *sql)
{
    return readOneInt64(database, QString::fromUtf8(sql)).value_or(-1);
}

Outcome addNotes(Database &database)
{
    return runStatement(database,
                        QStringLiteral("INSERT INTO notes (author, body) VALUES ('نورة', 'ملاحظة أولى'), "
                                       "('فهد', 'ملاحظة ثانية'), ('نورة', 'ملاحظة ثالثة')"));
}

Database openAt(const QString &path, const QString &vfs, int cachePages)
{
    OpenOptions options;
    options.path = path;
    options.vfs = vfs;
    options.cachePages = cachePages;
    options.connectionPurpose = QStringLiteral("test");
    return std::move(openDatabase(options)).value();
}

Database memory(int version)
{
    Database database = openAt(kMemoryPath.toString());
    (void)migrate(database, steps(version));
    return database;
}

MigratedFile::MigratedFile()
    : m_directory(makeScratchDirectory())
{
}

Database MigratedFile::open(const QString &vfs, int cachePages) const
{
    return openAt(path(), vfs, cachePages);
}

void MigratedFile::makeOld() const
{
    const QDir directory(folder());
    const QStringList old = directory.entryList(QDir::Files);
    for (const QString &name : old)
        QFile::remove(directory.filePath(name));
    Database database = open();
    if (!migrate(database, steps(1)) || !addNotes(database))
        qFatal("no old file");
}

bool MigratedFile::checkAndFinish() const
{
    {
        Database database = open();
        Database same = memory(schemaVersion(database).value_or(0));
        if (schemaDifferences(database, same).value_or({QStringLiteral("error")}) != QStringList())
            return false;
        if (migrate(database, steps(3)).value_or(-1) != 3)
            return false;
        if (number(database, "SELECT count(*) FROM notes JOIN authors ON name = author") != 3)
            return false;
    }
    Database again = open();
    return migrate(again, steps(3)).value_or(-1) == 3 && copies().isEmpty();
}

QStringList MigratedFile::copies() const
{
    return QDir(folder()).entryList({QStringLiteral("*before-migration*")}, QDir::Files, QDir::Name);
}

} // namespace tawasul
