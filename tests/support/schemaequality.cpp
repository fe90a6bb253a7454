// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/schemaequality.h"

#include "models/sql/query.h"

namespace tawasul {

Result<QStringList> schemaOf(Database &database)
{
    const Result<qint64> version = readOneInt64(database, QStringLiteral("PRAGMA user_version"));
    if (!version)
        return version.error();
    QStringList lines{ u"version " % QString::number(*version) };
    Result<Query> query = Query::prepare(
        database, QStringLiteral("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"));
    if (!query)
        return query.error();
    if (const Outcome run = query->exec(); !run)
        return run.error();
    Result<bool> row = query->next();
    for (; row && *row; row = query->next()) {
        // Indexes that SQLite makes by itself have no SQL.
        const QString sql = query->optionalText(3).value_or(QString()).simplified();
        lines.append(query->text(0) % u' ' % query->text(1) % u" on " % query->text(2) % u": " % sql);
    }
    if (!row)
        return row.error();
    return lines;
}

Result<QStringList> schemaDifferences(Database &left, Database &right)
{
    const Result<QStringList> before = schemaOf(left);
    if (!before)
        return before.error();
    const Result<QStringList> after = schemaOf(right);
    if (!after)
        return after.error();
    QStringList differences;
    for (const QString &line : *before) {
        if (!after->contains(line))
            differences.append(u"- " % line);
    }
    for (const QString &line : *after) {
        if (!before->contains(line))
            differences.append(u"+ " % line);
    }
    return differences;
}

} // namespace tawasul
