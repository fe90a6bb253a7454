// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/store/attachmentcheck.h"

#include <QtCore/QByteArray>
#include <QtCore/QSet>
#include <QtCore/QString>

#include <optional>

namespace tawasul {

/// The desk's copies of attachments, named by their SHA-256: downloaded to HASH.part, verified, renamed. Any
/// thread, but one writer a hash. What is no SHA-256 names no file: Invalid, attachment.name.
class AttachmentFiles
{
public:
    explicit AttachmentFiles(QString folder);

    /// The whole, verified file; nothing while it is not here.
    [[nodiscard]] std::optional<QString> pathOf(const QString &sha256) const;

    /// Bytes of a download that was cut, to be continued by Range; 0 when there is none.
    [[nodiscard]] qint64 partSize(const QString &sha256) const;

    /// Appends to the part at `offset`, which must be its size (Conflict, attachment.offset); Full and
    /// Storage are the disk's refusals, after which the part is as it was.
    [[nodiscard]] Outcome append(const QString &sha256, qint64 offset, const QByteArray &bytes);

    /// What verifies the part against its name and makes it the file, in slices.
    [[nodiscard]] AttachmentCheck check(const QString &sha256) const;
    /// The same in one go. Blocks for as long as all of the file takes. Errors of AttachmentCheck::goOn().
    [[nodiscard]] Outcome finish(const QString &sha256);

    /// The hashes of all that is here, parts included.
    [[nodiscard]] QSet<QString> hashes() const;

    /// What all that is here takes, parts included. Blocks.
    [[nodiscard]] qint64 storedBytes() const;

    /// What the disk has room for; nothing when it does not say. Blocks.
    [[nodiscard]] std::optional<qint64> freeBytes() const;

    /// Deletes what is not in `keep`, parts included; answers how many files went.
    [[nodiscard]] Result<int> sweep(const QSet<QString> &keep) const;

private:
    QString m_folder;
};

} // namespace tawasul
