// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QHash>

namespace tawasul {

/// How many connections there are, in all and for each holder (an address, later an identity). One thread.
class ConnectionLimits
{
public:
    enum class Verdict { Welcome, Full, TooManyOfHolder };

    ConnectionLimits(int inAll, int perHolder);

    /// Counts one more connection of that holder, if it may come in. An empty holder is only counted in all.
    [[nodiscard]] Verdict admit(const QByteArray &holder);
    /// Counts an admitted connection for another holder from now on; false, and nothing changes, when that
    /// one has its share already.
    [[nodiscard]] bool move(const QByteArray &from, const QByteArray &to);
    void release(const QByteArray &holder);

    [[nodiscard]] int inAll() const { return m_inAll; }
    [[nodiscard]] int of(const QByteArray &holder) const { return m_ofHolder.value(holder); }

private:
    [[nodiscard]] bool take(const QByteArray &holder);
    void give(const QByteArray &holder);

    int m_maxInAll;
    int m_maxPerHolder;
    int m_inAll = 0;
    QHash<QByteArray, int> m_ofHolder;
};

} // namespace tawasul
