// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/centrefile.h"

#include "app/central/register/bothfiles.h"
#include "app/central/register/witness.h"
#include "models/sql/migrations.h"
#include "models/sql/rows.h"
#include "models/sql/transaction.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <array>
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace tawasul {

namespace {

const QString kSetValue = QStringLiteral("INSERT INTO centre (key, value) VALUES (?, ?)");

using Steps = Result<QList<Migration>>;

// Built in: they never change.
const Steps &stepsOfCentre()
{
    static const Steps kSteps = readMigrations(QStringLiteral(":/schema/central"));
    return kSteps;
}

const Steps &stepsOfKeys()
{
    static const Steps kSteps = readMigrations(QStringLiteral(":/schema/keys"));
    return kSteps;
}

Outcome bringUpToDate(Database &database, const Steps &steps)
{
    if (!steps)
        return steps.error();
    const auto version = migrate(database, *steps);
    return version ? Outcome(Done{}) : version.error();
}

Result<QString> centreValue(Database &database, const QString &key)
{
    const auto value = readOne(
        database, QStringLiteral("SELECT value FROM centre WHERE key = ?"),
        [](Query &row) { return row.text(0); }, key);
    if (!value)
        return value.error();
    if (!*value)
        return Error{Error::Kind::Corrupt, QStringLiteral("centre.incomplete"), key};
    return **value;
}

} // namespace

QString centreFilePath(const QString &dataFolder)
{
    return QDir(dataFolder).filePath(QStringLiteral("central.sqlite"));
}

Outcome createCentre(const QString &dataFolder, bool training, const Clock &clock, Random &random,
                     const QString &vfs)
{
    if (QFileInfo::exists(centreFilePath(dataFolder)))
        return Error{Error::Kind::Conflict, QStringLiteral("centre.exists"), dataFolder};
    if (!QDir().mkpath(dataFolder))
        return Error{Error::Kind::Storage, QStringLiteral("centre.folder"), dataFolder};
    OpenOptions options;
    options.path = centreFilePath(dataFolder);
    options.vfs = vfs;
    options.connectionPurpose = QStringLiteral("central-create");
    Result<Database> database = openDatabase(options);
    if (!database)
        return database.error();
    if (const Outcome migrated = bringUpToDate(*database, stepsOfCentre()); !migrated)
        return migrated;
    Result<Transaction> transaction = Transaction::begin(*database);
    if (!transaction)
        return transaction.error();
    const Instant now = clock.now();
    const std::array<std::pair<QString, QString>, 5> values{{
        {QStringLiteral("id"), uuidV7(now, random)},
        {QStringLiteral("epoch"), uuidV7(now, random)},
        {QStringLiteral("training"), training ? QStringLiteral("1") : QStringLiteral("0")},
        {QStringLiteral("position"), QStringLiteral("0")},
        {QStringLiteral("horizon"), QStringLiteral("0")},
    }};
    for (const auto &[key, value] : values) {
        if (const auto set = changeRows(*database, kSetValue, key, value); !set)
            return set.error();
    }
    return transaction->commit();
}

Result<Database> openCentre(const QString &dataFolder, CentreAccess access, const QString &vfs)
{
    if (!QFileInfo::exists(centreFilePath(dataFolder)))
        return Error{Error::Kind::NotFound, QStringLiteral("centre.missing"), dataFolder};
    OpenOptions options;
    options.path = centreFilePath(dataFolder);
    options.vfs = vfs;
    options.create = false;
    options.readOnly = access == CentreAccess::Read;
    options.connectionPurpose =
        access == CentreAccess::Read ? QStringLiteral("central-read") : QStringLiteral("central-write");
    options.cachePages = 4096;
    Result<Database> database = openDatabase(options);
    if (!database)
        return database;
    if (access == CentreAccess::Write) {
        if (const Outcome migrated = bringUpToDate(*database, stepsOfCentre()); !migrated)
            return migrated.error();
    }
    return database;
}

QString keysFilePath(const QString &dataFolder)
{
    return QDir(dataFolder).filePath(QStringLiteral("keys.sqlite"));
}

Result<Database> openKeys(const QString &dataFolder, const QString &vfs, Synchronous synchronous)
{
    OpenOptions options;
    options.path = keysFilePath(dataFolder);
    options.vfs = vfs;
    options.synchronous = synchronous;
    options.connectionPurpose = QStringLiteral("central-keys");
    Result<Database> database = openDatabase(options);
    if (!database)
        return database;
    for (const QLatin1String suffix : {QLatin1String(""), QLatin1String("-wal"), QLatin1String("-shm")})
        giveToTheCentre(options.path % suffix, dataFolder);
    if (const Outcome migrated = bringUpToDate(*database, stepsOfKeys()); !migrated)
        return migrated.error();
    return database;
}

void giveToTheCentre(const QString &path, const QString &dataFolder)
{
    struct stat owner
    {};
    if (::geteuid() != 0 || ::stat(QFile::encodeName(centreFilePath(dataFolder)).constData(), &owner) != 0)
        return;
    if (::lchown(QFile::encodeName(path).constData(), owner.st_uid, owner.st_gid) != 0 && errno != ENOENT)
        qWarning("cannot give %s to the owner of the register", qPrintable(path));
}

Result<CentreIdentity> centreIdentity(Database &database)
{
    const auto id = centreValue(database, QStringLiteral("id"));
    const auto epoch = centreValue(database, QStringLiteral("epoch"));
    const auto training = centreValue(database, QStringLiteral("training"));
    for (const auto *value : {&id, &epoch, &training}) {
        if (!*value)
            return value->error();
    }
    return CentreIdentity{*id, *epoch, *training == QLatin1String("1")};
}

Result<QString> beginEpoch(const QString &dataFolder, const Clock &clock, Random &random, const QString &vfs)
{
    Result<Database> database = openCentre(dataFolder, CentreAccess::Write, vfs);
    if (!database)
        return database.error();
    Result<Database> beside = openKeys(dataFolder, vfs);
    if (!beside)
        return beside.error();
    Result<BothFiles> files = BothFiles::begin(*database, *beside);
    if (!files)
        return files.error();
    auto epoch = Witness::beginEpoch(*database, *beside, clock.now(), random);
    if (!epoch)
        return epoch;
    const Outcome committed = files->commit();
    return committed ? std::move(epoch) : committed.error();
}

} // namespace tawasul
