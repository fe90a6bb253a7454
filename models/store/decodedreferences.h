// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/reference.h"
#include "models/domain/result.h"

#include <QtCore/QHash>

#include <mutex>

namespace tawasul {

/// The versions of the reference data that this session needs, each decoded once. Any thread.
class DecodedReferences
{
public:
    /// Decodes and keeps a document; who asked for that version before keeps the same one. wire.malformed.
    [[nodiscard]] Result<ReferencePtr> add(const QByteArray &document);
    void setNewest(ReferencePtr reference);

    /// Null before the first.
    [[nodiscard]] ReferencePtr newest() const;
    /// Null when it is not here.
    [[nodiscard]] ReferencePtr version(const QString &name) const;

private:
    mutable std::mutex m_mutex;
    QHash<QString, ReferencePtr> m_versions;
    ReferencePtr m_newest;
};

} // namespace tawasul
