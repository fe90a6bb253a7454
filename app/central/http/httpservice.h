// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to the server: what its connections share. Lives on the I/O thread but for IoDoor.

#include "app/central/http/connectionlimits.h"
#include "app/central/http/httpdate.h"
#include "app/central/http/httprouter.h"
#include "app/central/http/httpserverconfig.h"
#include "app/central/http/requestrules.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <atomic>
#include <memory>
#include <mutex>
#include <unordered_set>

namespace tawasul {

class HttpConnection;

/// The way from any thread to the I/O thread, which stays safe when the server is gone before the answer
/// comes.
class IoDoor
{
public:
    explicit IoDoor(boost::asio::io_context &io)
        : m_io(&io)
    {}

    template <class Work> void post(Work &&work)
    {
        const std::lock_guard lock(m_mutex);
        if (m_io)
            boost::asio::post(*m_io, std::forward<Work>(work));
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_io = nullptr;
    }

private:
    std::mutex m_mutex;
    boost::asio::io_context *m_io;
};

/// The state that connections share.
struct HttpService
{
    const HttpRouter &router;
    const HttpServerConfig &config;
    RequestRules rules;
    ConnectionLimits limits;
    ConnectionLimits streams;
    std::shared_ptr<IoDoor> door;
    std::function<void()> connectionEnded;
    std::unordered_set<HttpConnection *> connections;
    HttpDate date;
    std::atomic<int> open = 0;
    qint64 bufferedBytes = 0;
    bool stopping = false;
};

} // namespace tawasul
