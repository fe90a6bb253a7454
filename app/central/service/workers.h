// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/service/centrelog.h"
#include "models/domain/executor.h"
#include "models/domain/result.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <typeinfo>
#include <vector>

namespace tawasul {

/// A few threads that each own a Context (such as a connection to the register) and take jobs from one queue
/// that never grows beyond a limit. With one thread the jobs run in the order they were posted.
template<class Context>
class Workers
{
public:
    using Job = std::function<void(Context &)>;
    using MakeContext = std::function<Result<std::unique_ptr<Context>>()>;

    explicit Workers(std::size_t mostWaiting)
        : m_mostWaiting(mostWaiting)
    {
    }
    ~Workers() { stop(); }
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    /// Starts the threads; each makes its own context. Answers the first error, after stopping again.
    [[nodiscard]] Outcome start(int threads, const MakeContext &makeContext)
    {
        Outcome first = Done{};
        for (int i = 0; i < threads; ++i) {
            std::promise<Outcome> ready;
            std::future<Outcome> isReady = ready.get_future();
            m_threads.emplace_back([this, makeContext, ready = std::move(ready)]() mutable {
                auto context = makeContext();
                ready.set_value(context ? Outcome(Done{}) : context.error());
                if (context)
                    run(**context);
            });
            if (const Outcome outcome = isReady.get(); !outcome && first)
                first = outcome.error();
        }
        if (!first)
            stop();
        return first;
    }

    /// The same without threads: one context, made here, whose jobs run on that executor, which outlives
    /// this; those that wait when stop() is called are dropped. For tests that run all of it on one thread.
    [[nodiscard]] Outcome startOn(Executor &executor, const MakeContext &makeContext)
    {
        auto context = makeContext();
        if (!context)
            return context.error();
        m_context = std::move(*context);
        m_executor = &executor;
        return Done{};
    }

    /// False when too many jobs wait already, or when stopping: the caller answers "busy".
    [[nodiscard]] bool post(Job job)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_stopping || m_jobs.size() >= m_mostWaiting)
                return false;
            if (m_executor != nullptr) {
                m_executor->post([context = std::weak_ptr(m_context), job = std::move(job)] {
                    if (const auto here = context.lock())
                        runOne(job, *here);
                });
                return true;
            }
            m_jobs.push_back(std::move(job));
        }
        m_wake.notify_one();
        return true;
    }

    /// Finishes what waits, then joins. Idempotent.
    void stop()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_all();
        for (std::thread &thread : m_threads)
            thread.join();
        m_threads.clear();
        m_context.reset();
    }

private:
    void run(Context &context)
    {
        while (true) {
            Job job;
            {
                std::unique_lock lock(m_mutex);
                m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
                if (m_jobs.empty())
                    return;
                job = std::move(m_jobs.front());
                m_jobs.pop_front();
            }
            runOne(job, context);
        }
    }

    // Ours do not throw; a library's may, and one job must not end the centre. The text of a fault can quote
    // data, so only its type is logged. The Respond that went with the job answers by itself.
    static void runOne(const Job &job, Context &context)
    {
        try {
            job(context);
        } catch (const std::exception &fault) {
            qCCritical(central) << "a job threw" << typeid(fault).name();
        }
    }

    const std::size_t m_mostWaiting;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    std::vector<std::thread> m_threads;
    Executor *m_executor = nullptr; ///< in place of threads
    std::shared_ptr<Context> m_context;
    bool m_stopping = false;
};

} // namespace tawasul
