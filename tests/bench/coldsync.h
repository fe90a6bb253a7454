// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QUrl>

#include <optional>

namespace tawasul {

/// A first fetch of everything, as a process of its own tells of it in one line.
struct ColdSync
{
    double processor = 0; ///< milliseconds, all its threads, of the fetch alone
    double wall = 0;      ///< milliseconds until list and search hold everything
    double usable = 0;    ///< of the wall, until the list has all rows but those of the last page
    qint64 rows = 0;
};

[[nodiscard]] QByteArray lineOf(const ColdSync &sync);
[[nodiscard]] std::optional<ColdSync> coldSyncIn(const QByteArray &line);

/// By the desk's own store and engine, into a profile in that folder.
[[nodiscard]] ColdSync syncDesk(const QString &folder, const QUrl &centre, const QString &token,
                                qint64 cases);
/// By the least that can do it (performance.md §4): a thread that fetches, one that writes.
[[nodiscard]] ColdSync syncBare(const QString &file, const QUrl &centre, const QString &token);

/// The target of the page behind that cursor.
[[nodiscard]] std::string pageTarget(const std::string &cursor);

} // namespace tawasul
