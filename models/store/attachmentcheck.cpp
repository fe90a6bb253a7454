// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/attachmentcheck.h"

#include "models/protocol/casecodec.h"
#include "models/sql/databasefile.h"
#include "models/sql/sqlerror.h"

#include <QtCore/QFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>

namespace tawasul {

namespace {

constexpr qint64 kSlice = 1024 * 1024;

} // namespace

struct AttachmentCheck::Body
{
    Body(const QString &folder, QString theHash)
        : sha256(std::move(theHash))
        , path(folder % u'/' % sha256)
        , part(path % u".part")
    {
    }

    [[nodiscard]] Outcome begin()
    {
        if (!wire::isSha256(sha256))
            return Error{Error::Kind::Invalid, QStringLiteral("attachment.name"),
                         QStringLiteral("not a SHA-256")};
        part.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        return part.isOpen() ? Outcome(Done{}) : fileError(ENOENT, QStringLiteral("reading an attachment"));
    }

    [[nodiscard]] Outcome finish()
    {
        const QString name = part.fileName();
        part.close();
        if (QString::fromLatin1(hash.result().toHex()) != sha256) {
            QFile::remove(name);
            return Error{Error::Kind::Corrupt, QStringLiteral("attachment.wrong_hash"),
                         QStringLiteral("the bytes are not those of the name")};
        }
        if (Outcome synced = syncClosedFile(name); !synced)
            return synced;
        if (std::rename(QFile::encodeName(name).constData(), QFile::encodeName(path).constData()) != 0)
            return fileError(errno, QStringLiteral("naming an attachment"));
        return syncClosedFile(path);
    }

    const QString sha256;
    const QString path;
    QFile part;
    QCryptographicHash hash{QCryptographicHash::Sha256};
};

AttachmentCheck::AttachmentCheck(const QString &folder, QString sha256)
    : m_body(std::make_unique<Body>(folder, std::move(sha256)))
{
}

AttachmentCheck::AttachmentCheck(AttachmentCheck &&) noexcept = default;
AttachmentCheck &AttachmentCheck::operator=(AttachmentCheck &&) noexcept = default;
AttachmentCheck::~AttachmentCheck() = default;

Result<bool> AttachmentCheck::goOn()
{
    Body &body = *m_body;
    if (!body.part.isOpen()) {
        if (const Outcome begun = body.begin(); !begun)
            return begun.error();
    }
    const qint64 from = body.part.pos();
    const QByteArray slice = body.part.read(kSlice);
    if (body.part.error() != QFileDevice::NoError)
        return fileError(EIO, QStringLiteral("reading an attachment"));
    body.hash.addData(slice);
    if (!body.part.atEnd()) {
        // No promise yet, that is given at the end: it only leaves nothing to wait for there.
        std::ignore = ::sync_file_range(body.part.handle(), from, slice.size(),
                                        SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE
                                            | SYNC_FILE_RANGE_WAIT_AFTER);
        return false;
    }
    const Outcome finished = body.finish();
    return finished ? Result<bool>(true) : finished.error();
}

} // namespace tawasul
