// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace tawasul {

/// The files of all cases, named by their SHA-256 and never changed: ROOT/ab/ab12…. Any thread; several
/// processes may share one folder.
class AttachmentStore
{
public:
    explicit AttachmentStore(QString root);

    /// Stores the bytes (written aside, synced, renamed; mode 0600) and answers their SHA-256; storing twice
    /// is no error. Storage, attachment.folder or attachment.write.
    [[nodiscard]] Result<QString> store(const QByteArray &bytes) const;

    /// The file of a hash that is there; NotFound, attachment.missing.
    [[nodiscard]] Result<QString> pathOf(const QString &sha256) const;

private:
    QString m_root;
};

} // namespace tawasul
