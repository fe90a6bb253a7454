// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/desk.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace tawasul {

/// Keeps how much of today's work could be done without a connection: counted anew a moment after the list or
/// what is here changed, and every minute, since days end. GUI thread.
class TodayWatch : public QObject
{
    Q_OBJECT

public:
    explicit TodayWatch(Desk &desk);

    /// Something may have come. However often it is said, it is counted once in a few seconds.
    void lookSoon();
    [[nodiscard]] const TodaysWork &work() const { return m_work; }

Q_SIGNALS:
    void changed();

private:
    void look();

    Desk &m_desk;
    QTimer m_soon;
    QTimer m_minute;
    TodaysWork m_work;
};

} // namespace tawasul
