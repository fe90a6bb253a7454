// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/diskshadow.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRandomGenerator>

namespace tawasul {

namespace {

constexpr qint64 kSector = 512;

void overwrite(QByteArray &image, QByteArrayView bytes, qint64 offset)
{
    if (image.size() < offset + bytes.size())
        image.resize(offset + bytes.size(), '\0');
    std::copy(bytes.begin(), bytes.end(), image.begin() + offset);
}

} // namespace

DiskShadow::DiskShadow(std::function<void()> onDanger)
    : m_onDanger(std::move(onDanger))
{}

void DiskShadow::opened(const QString &path, const QByteArray &content)
{
    if (m_files.contains(path) && !m_files[path].isRemoved)
        return;
    const bool isLog = path.endsWith(u"-wal") || path.endsWith(u"-journal");
    m_files[path] = File{ content, {}, false, isLog && content.isEmpty() };
}

void DiskShadow::written(const QString &path, const QByteArray &bytes, qint64 offset)
{
    m_files[path].inDanger.append({ bytes, offset, false });
    m_onDanger();
}

void DiskShadow::truncated(const QString &path, qint64 size)
{
    m_files[path].inDanger.append({ {}, size, true });
    m_onDanger();
}

void DiskShadow::synced(const QString &path)
{
    m_onDanger();
    File &file = m_files[path];
    for (const Change &change : std::as_const(file.inDanger))
        apply(file.durable, change);
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

void DiskShadow::apply(QByteArray &image, const Change &change)
{
    if (change.isTruncation)
        image.resize(change.offset, '\0');
    else
        overwrite(image, change.bytes, change.offset);
}

void DiskShadow::applyInPart(QByteArray &image, const Change &change, QRandomGenerator &random)
{
    if (change.isTruncation)
        return apply(image, change);
    qint64 begin = 0;
    while (begin < change.bytes.size()) {
        const qint64 toBoundary = kSector - (change.offset + begin) % kSector;
        const qint64 length = std::min(toBoundary, change.bytes.size() - begin);
        if (random.bounded(2) == 0)
            overwrite(image, QByteArrayView(change.bytes).sliced(begin, length), change.offset + begin);
        begin += length;
    }
}

QByteArray DiskShadow::afterCut(const File &file, QRandomGenerator &random)
{
    QByteArray image = file.durable;
    for (const Change &change : file.inDanger) {
        switch (random.bounded(3)) {
        case 0:
            break;
        case 1:
            apply(image, change);
            break;
        default:
            applyInPart(image, change, random);
        }
    }
    return image;
}

bool DiskShadow::writeAfterCut(const QString &directory, quint32 seed) const
{
    QRandomGenerator random(seed);
    for (auto file = m_files.cbegin(); file != m_files.cend(); ++file) {
        // A removal is in danger too: the file may be back.
        if (file->isRemoved && random.bounded(2) == 0)
            continue;
        QFile copy(QDir(directory).filePath(QFileInfo(file.key()).fileName()));
        const QByteArray image = afterCut(*file, random);
        if (!copy.open(QIODevice::WriteOnly) || copy.write(image) != image.size())
            return false;
    }
    return true;
}

} // namespace tawasul
