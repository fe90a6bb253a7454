// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QMutex>

namespace tawasul {

/// Which person a token belonged to when it was last found good: enough to count connections by identity
/// before a request is judged, and nothing more. Bounded; any thread.
class KnownTokens
{
public:
    void remember(const QByteArray &token, const QByteArray &person);

    /// The person, or empty.
    [[nodiscard]] QByteArray personOf(const QByteArray &token) const;

private:
    mutable QMutex m_mutex;
    QHash<QByteArray, QByteArray> m_persons; ///< SHA-256 of the token → person
};

} // namespace tawasul
