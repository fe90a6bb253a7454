// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <QtCore/QFuture>
#include <QtCore/QPromise>

#include <memory>

namespace tawasul {

/// An answer that is made on another thread and given on the GUI thread. If nobody gives it, because the
/// profile was closed meanwhile, the future is cancelled.
template<class T>
class Answer
{
public:
    explicit Answer(Store &store)
        : m_store(&store)
        , m_promise(std::make_shared<QPromise<T>>())
    {
        m_promise->start();
    }

    [[nodiscard]] QFuture<T> future() const { return m_promise->future(); }

    /// Once, from a job of that store.
    void give(T value) const
    {
        m_store->onGui([promise = m_promise, value = std::move(value)]() mutable {
            promise->addResult(std::move(value));
            promise->finish();
        });
    }

private:
    Store *m_store;
    std::shared_ptr<QPromise<T>> m_promise;
};

} // namespace tawasul
