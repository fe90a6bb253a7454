// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"

#include <QtCore/QHash>
#include <QtCore/QMutex>
#include <QtCore/QString>

namespace tawasul {

/// A bucket of permitted requests for each identity: it holds `burst` and refills with `perSecond`. Any
/// thread.
class RateLimit
{
public:
    RateLimit(const Clock &clock, double perSecond, double burst);

    /// Takes one from the identity's bucket; false when it is empty.
    [[nodiscard]] bool permits(const QString &identity);

private:
    struct Bucket
    {
        double left = 0;
        std::chrono::milliseconds filledAt{};
    };

    const Clock &m_clock;
    const double m_perSecond;
    const double m_burst;
    QMutex m_mutex;
    QHash<QString, Bucket> m_buckets; ///< one for each person who called since the start
};

} // namespace tawasul
