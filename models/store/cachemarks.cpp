// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/cachemarks.h"

#include "models/sql/query.h"

namespace tawasul {

namespace {

constexpr QStringView kCursor = u"cursor";
constexpr QStringView kCompleteAt = u"complete_at";
constexpr QStringView kRound = u"round";
constexpr QStringView kFilling = u"filling";

} // namespace

Result<CacheMarks> CacheMarks::read(Database &database)
{
    Result<Query> row = Query::prepare(database, QStringLiteral("SELECT key, value FROM mark"));
    if (!row)
        return row.error();
    if (const Outcome run = row->exec(); !run)
        return run.error();
    CacheMarks marks;
    Result<bool> more = row->next();
    for (; more && *more; more = row->next()) {
        const QString key = row->text(0);
        const QString value = row->text(1);
        if (key == kCursor)
            marks.cursor = value;
        else if (key == kCompleteAt)
            marks.completeAt = instantFromIso(value);
        else if (key == kRound)
            marks.round = value.toLongLong();
        else if (key == kFilling)
            marks.isFilling = value == u"1";
    }
    if (!more)
        return more.error();
    return marks;
}

Outcome CacheMarks::write(Database &database) const
{
    Result<Query> write =
        Query::prepare(database, QStringLiteral("INSERT OR REPLACE INTO mark (key, value) VALUES (?, ?)"));
    if (!write)
        return write.error();
    const std::pair<QStringView, QString> rows[] = {
        {kCursor, cursor},
        {kCompleteAt, completeAt ? toIso(*completeAt) : QString()},
        {kRound, QString::number(round)},
        {kFilling, isFilling ? QStringLiteral("1") : QStringLiteral("0")}};
    for (const auto &[key, value] : rows) {
        if (Outcome run = write->exec(key.toString(), value); !run)
            return run;
    }
    return Done{};
}

} // namespace tawasul
