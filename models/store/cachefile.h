// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"

namespace tawasul {

/// Opens the cache for writing, at the newest schema, with what a writer of pages needs: a page cache of
/// 64 MiB and rare checkpoints. Errors of openDatabase() and migrate().
[[nodiscard]] Result<Database> openCacheFile(const QString &path, const QString &vfs);

/// The same file for questions only; NotFound, sql.missing when there is none.
[[nodiscard]] Result<Database> openCacheForReading(const QString &path, const QString &vfs);

/// Whether a file that failed this way is worth nothing but a new one: it holds only what can be fetched
/// again.
[[nodiscard]] bool isWorthANewCache(const Error &error);

/// Names the file and its log `PATH.set-aside`, in place of an earlier one; the doubt goes with it. No
/// connection may have it open.
[[nodiscard]] Outcome setCacheFileAside(const QString &path);

/// Empties a damaged file in place, whatever is in it, and brings it to the newest schema, while readers have
/// it open: they find no table until this is done, and no row afterwards. `database` is its only writer, with
/// nothing under way. What was in it is lost, and its doubt goes; interrupted, the doubt stays.
[[nodiscard]] Outcome emptyCacheFile(Database &database);

/// Notes that the file turned out damaged while it was in use: the next opening sets it aside.
void doubtCacheFile(const QString &path);
[[nodiscard]] bool isCacheFileDoubted(const QString &path);

} // namespace tawasul
