// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"

#include <QtCore/QHash>
#include <QtCore/QMutex>
#include <QtCore/QString>

#include <chrono>

namespace tawasul {

/// Slows down guessing of passwords: after five wrong ones for a user name each further try has to wait,
/// longer each time, at most five minutes; the same after fifty from one address, which an office may share.
/// Wrong tries fade (one in ten minutes for a name, one in half a minute for an address), and a right
/// password clears the name. Kept in memory, bounded; any thread.
class SignInGuard
{
public:
    explicit SignInGuard(const Clock &clock);

    /// How long this name or address has to wait; zero: may try now. A permitted try counts as a wrong one
    /// for its name until the verdict, so that many tries at once are no way around.
    [[nodiscard]] std::chrono::seconds admit(const QString &username, const QString &address);

    // The verdict on a permitted try.
    void failed(const QString &address);
    void succeeded(const QString &username);
    /// There was none: the centre was busy, or failed.
    void withdrawn(const QString &username);

private:
    struct Tries
    {
        double failures = 0;
        std::chrono::milliseconds countedAt{};   ///< monotonic
        std::chrono::milliseconds allowedFrom{}; ///< monotonic
    };
    /// Those of all names, or of all addresses.
    struct Book
    {
        int freeTries;
        std::chrono::seconds fading; ///< the time in which one failure is forgotten
        QHash<QString, Tries> tries;

        [[nodiscard]] std::chrono::milliseconds wait(const QString &key, std::chrono::milliseconds now) const;
        void count(const QString &key, std::chrono::milliseconds now);
        void fade(Tries &entry, std::chrono::milliseconds now) const;
        void makeRoom(std::chrono::milliseconds now);
    };

    const Clock &m_clock;
    QMutex m_mutex;
    Book m_names;
    Book m_addresses;
};

} // namespace tawasul
