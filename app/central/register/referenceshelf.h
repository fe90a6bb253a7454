// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/reference.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QtCore/QByteArray>

namespace tawasul {

/// All versions of the reference data that the centre ever published; none is thrown away, since an act is
/// judged by the version it names. One thread.
class ReferenceShelf
{
public:
    explicit ReferenceShelf(Database &database);

    /// Checks the document and makes it the newest version; Conflict, reference.exists for a version already
    /// there; Invalid, reference.version for one that cannot be an entity tag. Runs inside the caller's
    /// transaction, and keeps it in the register only: RegisterConnection::publish() does the whole of it.
    [[nodiscard]] Result<QString> publish(const QByteArray &document, Instant at);

    struct Newest
    {
        QString version;
        QByteArray document; ///< as published, byte for byte
    };
    /// Corrupt, reference.none in a register that was never given any.
    [[nodiscard]] Result<Newest> newest();
    [[nodiscard]] Result<QString> newestVersion();

    /// The decoded data of a version; NotFound, reference.unknown.
    [[nodiscard]] Result<ReferencePtr> version(const QString &version);

private:
    Database &m_database;
    QHash<QString, ReferencePtr> m_decoded; ///< a handful of versions a year
};

} // namespace tawasul
