// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/diskshadow.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRandomGenerator>

namespace tawasul {

DiskShadow::DiskShadow(std::function<void()> onDanger)
    : m_onDanger(std::move(onDanger))
{
}

void DiskShadow::opened(const QString &path, const QByteArray &content)
{
    if (m_files.contains(path) && !m_files[path].isRemoved)
        return;
    const bool isLog = path.endsWith(u"-wal") || path.endsWith(u"-journal");
    m_files[path] = File{content, {}, false, isLog && content.isEmpty()};
}

void DiskShadow::written(const QString &path, const QByteArray &bytes, qint64 offset)
{
    m_files[path].inDanger.push_back({bytes, offset, false});
    m_onDanger();
}

void DiskShadow::truncated(const QString &path, qint64 size)
{
    m_files[path].inDanger.push_back({{}, size, true});
    m_onDanger();
}

void DiskShadow::synced(const QString &path)
{
    m_onDanger();
    File &file = m_files[path];
    applyAll(file.durable, file.inDanger);
    file.inDanger.clear();
    // SQLite's unix VFS syncs the directory with the first sync of a new log: removals before it are final.
    if (std::exchange(file.isNewLog, false))
        m_files.removeIf([](const QMap<QString, File>::iterator &one) { return one->isRemoved; });
}

void DiskShadow::removed(const QString &path)
{
    m_files[path].isRemoved = true;
    m_onDanger();
}

bool DiskShadow::writeAfterCut(const QString &directory, quint32 seed) const
{
    QRandomGenerator random(seed);
    for (auto file = m_files.cbegin(); file != m_files.cend(); ++file) {
        // A removal is in danger too: the file may be back.
        if (file->isRemoved && random.bounded(2) == 0)
            continue;
        QFile copy(QDir(directory).filePath(QFileInfo(file.key()).fileName()));
        QByteArray image = file->durable;
        applyAfterCut(image, file->inDanger, [&random](int below) { return random.bounded(below); });
        if (!copy.open(QIODevice::WriteOnly) || copy.write(image) != image.size())
            return false;
    }
    return true;
}

} // namespace tawasul
