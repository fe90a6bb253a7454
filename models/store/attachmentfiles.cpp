// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/attachmentfiles.h"

#include "models/protocol/casecodec.h"
#include "models/sql/sqlerror.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <numeric>
#include <unistd.h>

namespace tawasul {

namespace {

constexpr QStringView kPart = u".part";

/// A name from outside becomes a path only when it is a hash.
Outcome checkName(const QString &sha256)
{
    if (wire::isSha256(sha256))
        return Done{};
    return Error{Error::Kind::Invalid, QStringLiteral("attachment.name"), QStringLiteral("not a SHA-256")};
}

Outcome writeAll(int descriptor, qint64 offset, const QByteArray &bytes)
{
    qint64 written = 0;
    while (written < bytes.size()) {
        const ssize_t count = ::pwrite(descriptor, bytes.constData() + written,
                                       static_cast<std::size_t>(bytes.size() - written), offset + written);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return fileError(count < 0 ? errno : ENOSPC, QStringLiteral("writing an attachment"));
        written += count;
    }
    return Done{};
}

QString hashOf(const QString &fileName)
{
    return fileName.endsWith(kPart) ? fileName.chopped(kPart.size()) : fileName;
}

} // namespace

AttachmentFiles::AttachmentFiles(QString folder)
    : m_folder(std::move(folder))
{
}

std::optional<QString> AttachmentFiles::pathOf(const QString &sha256) const
{
    const QString path = m_folder % u'/' % sha256;
    return checkName(sha256) && QFileInfo(path).isFile() ? std::optional(path) : std::nullopt;
}

qint64 AttachmentFiles::partSize(const QString &sha256) const
{
    const QString path = m_folder % u'/' % sha256 % kPart;
    return checkName(sha256) ? QFileInfo(path).size() : 0;
}

Outcome AttachmentFiles::append(const QString &sha256, qint64 offset, const QByteArray &bytes)
{
    if (Outcome checked = checkName(sha256); !checked)
        return checked;
    if (offset != partSize(sha256)) {
        return Error{Error::Kind::Conflict, QStringLiteral("attachment.offset"),
                     QStringLiteral("not where the part ends")};
    }
    if (!QDir(m_folder).exists()) {
        QDir().mkpath(m_folder);
        QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const QString path = m_folder % u'/' % sha256 % kPart;
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return fileError(errno, QStringLiteral("opening an attachment"));
    Outcome outcome = writeAll(descriptor, offset, bytes);
    // Half a piece would be taken for a whole one by the next Range.
    if (!outcome && ::ftruncate(descriptor, offset) != 0)
        outcome = fileError(errno, QStringLiteral("taking a piece back"));
    if (::close(descriptor) != 0 && outcome)
        outcome = fileError(errno, QStringLiteral("closing an attachment"));
    return outcome;
}

AttachmentCheck AttachmentFiles::check(const QString &sha256) const
{
    return {m_folder, sha256};
}

Outcome AttachmentFiles::finish(const QString &sha256)
{
    AttachmentCheck part = check(sha256);
    while (true) {
        const Result<bool> isWhole = part.goOn();
        if (!isWhole)
            return isWhole.error();
        if (*isWhole)
            return Done{};
    }
}

QSet<QString> AttachmentFiles::hashes() const
{
    QSet<QString> all;
    const QStringList names = QDir(m_folder).entryList(QDir::Files);
    for (const QString &name : names) {
        if (const QString hash = hashOf(name); wire::isSha256(hash))
            all.insert(hash);
    }
    return all;
}

qint64 AttachmentFiles::storedBytes() const
{
    const QFileInfoList files = QDir(m_folder).entryInfoList(QDir::Files);
    return std::accumulate(files.begin(), files.end(), qint64(0),
                           [](qint64 sum, const QFileInfo &file) { return sum + file.size(); });
}

std::optional<qint64> AttachmentFiles::freeBytes() const
{
    const qint64 bytes = QStorageInfo(m_folder).bytesAvailable();
    return bytes < 0 ? std::nullopt : std::optional(bytes);
}

Result<int> AttachmentFiles::sweep(const QSet<QString> &keep) const
{
    int removed = 0;
    const QStringList names = QDir(m_folder).entryList(QDir::Files);
    for (const QString &name : names) {
        const QString hash = hashOf(name);
        if (!wire::isSha256(hash) || keep.contains(hash))
            continue;
        const QString path = m_folder % u'/' % name;
        if (std::remove(QFile::encodeName(path).constData()) != 0)
            return fileError(errno, QStringLiteral("removing an attachment"));
        ++removed;
    }
    return removed;
}

} // namespace tawasul
