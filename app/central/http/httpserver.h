// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/http/httprouter.h"
#include "app/central/http/httpserverconfig.h"
#include "models/domain/result.h"

#include <memory>

namespace tawasul {

/// Serves a table of routes over HTTP/1.1 (Boost.Beast) from one I/O thread of its own. Every phase of a
/// request has its limit, so that slow, huge or ambiguous clients cost others nothing; TLS is the front
/// proxy's.
class HttpServer
{
public:
    /// The router must outlive the server and stay as it is while it runs.
    HttpServer(const HttpRouter &router, HttpServerConfig config);
    ~HttpServer();
    Q_DISABLE_COPY_MOVE(HttpServer)

    /// Binds and starts serving. Errors: "server.address_invalid", "server.hosts_missing",
    /// "server.port_taken". Once only; a stopped server is not started again.
    [[nodiscard]] Outcome start();

    /// The port in use; 0 before start().
    [[nodiscard]] quint16 port() const;
    /// Connections open at this moment; any thread.
    [[nodiscard]] int connections() const;

    /// Accepts nothing more, closes idle connections, finishes what is in flight within `drainTime`, then
    /// returns. Any thread but the I/O thread. Answers given later are dropped.
    void stop();

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace tawasul
