// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/diskchange.h"
#include "tests/support/diskobserver.h"

#include <QtCore/QMap>

#include <functional>

namespace tawasul {

/// What a disk would hold if the power went now: the bytes that were synced, and of those written since any
/// part, in whole sectors of 512 bytes. Watches a FaultVfs; the -shm file is left out, because it does not
/// survive a cut.
class DiskShadow final : public DiskObserver
{
public:
    /// Called at each moment worth a cut: after every write and truncation and before every sync takes
    /// effect.
    explicit DiskShadow(std::function<void()> onDanger);

    /// Writes the files as one cut would leave them into a directory, under their names; the same seed at the
    /// same moment leaves the same bytes. False when a file could not be written.
    [[nodiscard]] bool writeAfterCut(const QString &directory, quint32 seed) const;

    void opened(const QString &path, const QByteArray &content) override;
    void written(const QString &path, const QByteArray &bytes, qint64 offset) override;
    void truncated(const QString &path, qint64 size) override;
    void synced(const QString &path) override;
    void removed(const QString &path) override;

private:
    struct File
    {
        QByteArray durable;
        std::vector<DiskChange> inDanger;
        bool isRemoved = false; ///< but the directory was not synced since
        bool isNewLog = false;
    };

    std::function<void()> m_onDanger;
    QMap<QString, File> m_files;
};

} // namespace tawasul
