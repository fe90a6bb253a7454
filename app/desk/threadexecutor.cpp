// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/threadexecutor.h"

#include <QtCore/QTimer>

namespace tawasul {

namespace {

void postTo(QObject *target, std::function<void()> job)
{
    QMetaObject::invokeMethod(target, std::move(job), Qt::QueuedConnection);
}

// The timer is made on the target's own thread, where it fires.
void postLater(QObject *target, std::chrono::milliseconds delay, std::function<void()> job)
{
    postTo(target, [target, delay, job = std::move(job)]() mutable {
        QTimer::singleShot(delay, Qt::PreciseTimer, target, std::move(job));
    });
}

} // namespace

LoopExecutor::LoopExecutor()
    : m_target(std::make_unique<QObject>())
{
}

LoopExecutor::~LoopExecutor() = default;

void LoopExecutor::post(std::function<void()> job)
{
    postTo(m_target.get(), std::move(job));
}

void LoopExecutor::postAfter(std::chrono::milliseconds delay, std::function<void()> job)
{
    postLater(m_target.get(), delay, std::move(job));
}

ThreadExecutor::ThreadExecutor(const QString &name)
    : m_target(new QObject)
{
    m_thread.setObjectName(name);
    m_target->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_target, &QObject::deleteLater);
    m_thread.start();
}

ThreadExecutor::~ThreadExecutor()
{
    finish();
}

void ThreadExecutor::post(std::function<void()> job)
{
    if (m_thread.isRunning())
        postTo(m_target, std::move(job));
}

void ThreadExecutor::postAfter(std::chrono::milliseconds delay, std::function<void()> job)
{
    if (m_thread.isRunning())
        postLater(m_target, delay, std::move(job));
}

void ThreadExecutor::drain()
{
    if (m_thread.isRunning())
        QMetaObject::invokeMethod(m_target, [] {}, Qt::BlockingQueuedConnection);
}

void ThreadExecutor::finish()
{
    if (!m_thread.isRunning())
        return;
    // Behind everything that was posted before it.
    postTo(m_target, [this] { m_thread.quit(); });
    m_thread.wait();
}

} // namespace tawasul
