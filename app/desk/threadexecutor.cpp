// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/threadexecutor.h"

#include <QtCore/QSemaphore>
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

void ThreadExecutor::postWhileOpen(const std::function<void(QObject *)> &post)
{
    const std::lock_guard lock(m_gate);
    if (m_target)
        post(m_target);
}

void ThreadExecutor::post(std::function<void()> job)
{
    postWhileOpen([&job](QObject *target) { postTo(target, std::move(job)); });
}

void ThreadExecutor::postAfter(std::chrono::milliseconds delay, std::function<void()> job)
{
    postWhileOpen([delay, &job](QObject *target) { postLater(target, delay, std::move(job)); });
}

void ThreadExecutor::drain()
{
    QSemaphore done;
    post([&done] { done.release(); });
    if (m_thread.isRunning())
        done.acquire();
}

void ThreadExecutor::finish()
{
    // Behind everything that was posted before it.
    postWhileOpen([this](QObject *target) {
        postTo(target, [this] { m_thread.quit(); });
        m_target = nullptr;
    });
    m_thread.wait();
}

} // namespace tawasul
