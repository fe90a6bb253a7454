// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/todaywatch.h"

#include "models/desk/whenanswered.h"

#include <utility>

namespace tawasul {

namespace {

constexpr std::chrono::seconds kSoon{3};
constexpr std::chrono::minutes kAgain{1};

} // namespace

TodayWatch::TodayWatch(Desk &desk)
    : m_desk(desk)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &TodayWatch::look);
    connect(&m_minute, &QTimer::timeout, this, &TodayWatch::lookSoon);
    connect(&desk.notifier(), &StoreNotifier::worklistChanged, this, &TodayWatch::lookSoon);
    m_minute.start(kAgain);
    lookSoon();
}

void TodayWatch::lookSoon()
{
    if (!m_soon.isActive())
        m_soon.start(kSoon);
}

// What cannot be read now is asked for again within the minute; what was counted before stands until then.
void TodayWatch::look()
{
    whenAnswered(m_desk.todaysWork(), this, [this](const Result<TodaysWork> &work) {
        if (work && std::exchange(m_work, *work) != *work)
            Q_EMIT changed();
    });
}

} // namespace tawasul
