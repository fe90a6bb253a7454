// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"

#include <QtCore/QHash>
#include <QtCore/QMutex>
#include <QtCore/QString>

#include <chrono>

namespace tawasul {

/// Slows down guessing of passwords: after five wrong ones for a user name (or from one address, with a wider
/// limit) each further try has to wait, longer each time, at most five minutes. A right password clears the
/// name. Kept in memory, bounded; any thread.
class SignInGuard
{
public:
    explicit SignInGuard(const Clock &clock);

    /// How long this name or address has to wait; zero: may try.
    [[nodiscard]] std::chrono::seconds mustWait(const QString &username, const QString &address) const;

    void failed(const QString &username, const QString &address);
    void succeeded(const QString &username);

private:
    struct Tries
    {
        int failures = 0;
        std::chrono::milliseconds allowedFrom{}; ///< monotonic
    };

    void count(const QString &key, int freeTries);

    const Clock &m_clock;
    mutable QMutex m_mutex;
    QHash<QString, Tries> m_tries;
};

} // namespace tawasul
