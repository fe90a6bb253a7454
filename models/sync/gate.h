// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <mutex>

namespace tawasul {

/// Lets jobs of an object through until the object goes. Whoever closes it, on whichever thread, knows
/// afterwards that none of these jobs runs and none will: a job that was posted, or an answer that comes
/// late, finds the gate closed and does nothing.
class Gate
{
public:
    void close()
    {
        const std::scoped_lock lock(m_mutex);
        m_open = false;
    }

    /// The job as it may be handed to an executor or a transport.
    template<class... Values, class Job>
    [[nodiscard]] static std::function<void(Values...)> guarded(const std::shared_ptr<Gate> &gate, Job job)
    {
        return [weak = std::weak_ptr<Gate>(gate), job = std::move(job)](Values... values) mutable {
            const std::shared_ptr<Gate> held = weak.lock();
            if (!held)
                return;
            const std::scoped_lock lock(held->m_mutex);
            if (held->m_open)
                job(std::forward<Values>(values)...);
        };
    }

    /// The same for a question; the answer is no when the gate is closed.
    template<class Value, class Job>
    [[nodiscard]] static std::function<bool(Value)> guardedQuestion(const std::shared_ptr<Gate> &gate,
                                                                    Job job)
    {
        return [weak = std::weak_ptr<Gate>(gate), job = std::move(job)](Value value) mutable {
            const std::shared_ptr<Gate> held = weak.lock();
            if (!held)
                return false;
            const std::scoped_lock lock(held->m_mutex);
            return held->m_open && job(std::forward<Value>(value));
        };
    }

private:
    std::mutex m_mutex;
    bool m_open = true;
};

} // namespace tawasul
