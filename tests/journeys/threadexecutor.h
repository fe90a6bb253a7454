// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/executor.h"

#include <QtCore/QThread>
#include <QtCore/QTimer>

namespace tawasul {

/// A real thread behind an Executor, as app/ makes them; or the test's own, whose event loop then runs the
/// jobs.
class ThreadExecutor final : public Executor
{
public:
    enum class Where { ThisThread, OwnThread };

    explicit ThreadExecutor(Where where)
    {
        if (where == Where::ThisThread)
            return;
        m_thread = std::make_unique<QThread>();
        m_context.moveToThread(m_thread.get());
        m_thread->start();
    }
    ThreadExecutor(const ThreadExecutor &) = delete;
    ThreadExecutor &operator=(const ThreadExecutor &) = delete;

    /// Runs what was posted, then ends.
    ~ThreadExecutor() override
    {
        if (!m_thread)
            return;
        post([this] { m_thread->quit(); });
        m_thread->wait();
    }

    void post(std::function<void()> job) override
    {
        QMetaObject::invokeMethod(&m_context, std::move(job), Qt::QueuedConnection);
    }

    void postAfter(std::chrono::milliseconds delay, std::function<void()> job) override
    {
        // A timer belongs to the thread that starts it.
        post([this, delay, job = std::move(job)] { QTimer::singleShot(delay, &m_context, job); });
    }

    /// Does it there and waits for it.
    void doThere(const std::function<void()> &job)
    {
        if (m_thread)
            QMetaObject::invokeMethod(&m_context, job, Qt::BlockingQueuedConnection);
        else
            job();
    }

private:
    QObject m_context;
    std::unique_ptr<QThread> m_thread;
};

} // namespace tawasul
