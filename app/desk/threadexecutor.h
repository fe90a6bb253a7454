// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/executor.h"

#include <QtCore/QObject>
#include <QtCore/QThread>

#include <memory>
#include <mutex>

namespace tawasul {

/// An executor over the event loop of a thread that is already there, such as the GUI's.
class LoopExecutor : public Executor
{
public:
    /// Jobs run on the thread that makes this object.
    LoopExecutor();
    ~LoopExecutor() override;

    void post(std::function<void()> job) override;
    void postAfter(std::chrono::milliseconds delay, std::function<void()> job) override;

private:
    friend class ThreadExecutor;
    std::unique_ptr<QObject> m_target; ///< lives on the thread; jobs posted to it die with it
};

/// A thread of its own with an event loop. Destroying it finishes the job at hand, drops what waits, and
/// joins.
class ThreadExecutor : public Executor
{
public:
    explicit ThreadExecutor(const QString &name);
    ~ThreadExecutor() override;
    ThreadExecutor(const ThreadExecutor &) = delete;
    ThreadExecutor &operator=(const ThreadExecutor &) = delete;

    void post(std::function<void()> job) override;
    void postAfter(std::chrono::milliseconds delay, std::function<void()> job) override;

    /// Blocks until what was posted so far has been done; for the end of a profile only.
    void drain();

    /// Runs what was posted so far, then stops taking jobs and joins. Idempotent.
    void finish();

private:
    void postWhileOpen(const std::function<void(QObject *)> &post);

    QThread m_thread;
    std::mutex m_gate;
    QObject *m_target; ///< lives on m_thread, deleted when it ends; null from finish() on
};

} // namespace tawasul
