// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/http/httpserver.h"

#include <QtCore/QTemporaryDir>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace tawasul {

/// A server with routes for tests: /echo, /page, /file, /thread, /drop, /later, /{name}/literal and so on.
class TestService
{
public:
    explicit TestService(HttpServerConfig config = {});
    ~TestService();
    Q_DISABLE_COPY_MOVE(TestService)

    /// Between setting the configuration and the first client.
    [[nodiscard]] bool start();
    [[nodiscard]] quint16 port() const { return m_server->port(); }
    [[nodiscard]] HttpServer &server() { return *m_server; }
    /// Requests that reached an endpoint.
    [[nodiscard]] int served() const { return m_served.load(); }
    [[nodiscard]] const QByteArray &fileBytes() const { return m_fileBytes; }
    /// How many requests to /later wait for release().
    [[nodiscard]] int waiting();
    void release();

private:
    void addRoutes();
    void add(HttpMethod method, const char *path, Endpoint endpoint, qint64 bodyLimit = 0);

    QTemporaryDir m_directory;
    QByteArray m_fileBytes;
    std::atomic<int> m_served = 0;
    std::mutex m_mutex;
    std::vector<Respond> m_later;
    std::vector<std::thread> m_threads;
    HttpRouter m_router;
    std::unique_ptr<HttpServer> m_server;
};

} // namespace tawasul
