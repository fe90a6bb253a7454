// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/central/testservice.h"

#include "app/central/http/byterange.h"

#include <QtCore/QFile>

namespace tawasul {

namespace {

QByteArray echoOf(const HttpRequest &request)
{
    QByteArray text = nameOf(request.method);
    text += ' ';
    text += request.path.join(u'|').toUtf8();
    for (auto it = request.query.begin(); it != request.query.end(); ++it)
        text += QString(u' ' + it.key() + u'=' + it.value()).toUtf8();
    text += " [";
    text += request.body;
    text += ']';
    return text;
}

} // namespace

TestService::TestService(HttpServerConfig config)
{
    // Odd in length and with every byte value, so that a wrong offset shows.
    for (int i = 0; i < 300'007; ++i)
        m_fileBytes.append(static_cast<char>((i * 31 + i / 251) & 0xff));
    QFile file(m_directory.filePath(QStringLiteral("file")));
    if (file.open(QIODevice::WriteOnly))
        file.write(m_fileBytes);
    addRoutes();
    m_server = std::make_unique<HttpServer>(m_router, std::move(config));
}

TestService::~TestService()
{
    release();
    m_server->stop();
    for (std::thread &thread : m_threads)
        thread.join();
}

bool TestService::start()
{
    return m_server->start().has_value();
}

int TestService::waiting()
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_later.size());
}

void TestService::release()
{
    const std::lock_guard lock(m_mutex);
    for (const Respond &respond : m_later)
        respond(HttpResponse::json(200, "\"late\""));
    m_later.clear();
}

void TestService::add(HttpMethod method, const char *path, Endpoint endpoint, qint64 bodyLimit)
{
    Endpoint counted = [this, endpoint = std::move(endpoint)](HttpRequest request, Respond respond) {
        ++m_served;
        endpoint(std::move(request), std::move(respond));
    };
    m_router.add({ method, path, QByteArray(path).replace('/', '_'), std::move(counted), bodyLimit, false });
}

void TestService::addRoutes()
{
    const Endpoint echo = [](HttpRequest request, const Respond &respond) {
        respond(HttpResponse::json(200, echoOf(request)));
    };
    add(HttpMethod::Get, "/echo", echo);
    add(HttpMethod::Get, "/echo/{name}", echo);
    add(HttpMethod::Put, "/echo", echo, kJsonBodyLimit);
    add(HttpMethod::Post, "/echo", echo, kJsonBodyLimit);
    m_router.add({ HttpMethod::Put, "/private", "private", echo, kJsonBodyLimit, true });
    add(HttpMethod::Get, "/page", [](const HttpRequest &request, const Respond &respond) {
        const int size = request.query.value(QStringLiteral("size"), QStringLiteral("50000")).toInt();
        HttpResponse response =
            HttpResponse::json(200, QByteArray("[\"صفحة\",").repeated(size / 12 + 1).left(size));
        response.headers.set("ETag", "\"7\"");
        respond(response);
    });
    const Endpoint file = [this](const HttpRequest &request, const Respond &respond) {
        respond(answerWithFile(
            request,
            { m_directory.filePath(QStringLiteral("file")), m_fileBytes.size(), "\"f\"", "image/png" }));
    };
    add(HttpMethod::Get, "/file", file);
    add(HttpMethod::Head, "/file", file);
    add(HttpMethod::Get, "/missing", [](const HttpRequest &, const Respond &respond) {
        HttpResponse response;
        response.body = FileRange{ QStringLiteral("/nonexistent/file"), 0, 10 };
        respond(response);
    });
    add(HttpMethod::Get, "/empty",
        [](const HttpRequest &, const Respond &respond) { respond(HttpResponse::empty(204)); });
    add(HttpMethod::Get, "/drop", [](const HttpRequest &, const Respond &) {});
    add(HttpMethod::Get, "/throw", [](const HttpRequest &, const Respond &) { throw std::bad_alloc(); });
    add(HttpMethod::Get, "/inject", [](const HttpRequest &, const Respond &respond) {
        HttpResponse response = HttpResponse::empty(200);
        response.headers.set("X-Name", "a\r\nSet-Cookie: b");
        respond(response);
    });
    add(HttpMethod::Get, "/twice", [](const HttpRequest &, const Respond &respond) {
        respond(HttpResponse::json(200, "1"));
        respond(HttpResponse::json(500, "2"));
    });
    add(HttpMethod::Get, "/thread", [this](HttpRequest request, Respond respond) {
        const std::lock_guard lock(m_mutex);
        m_threads.emplace_back([request = std::move(request), respond = std::move(respond)] {
            respond(HttpResponse::json(200, echoOf(request)));
        });
    });
    const Endpoint later = [this](const HttpRequest &, Respond respond) {
        const std::lock_guard lock(m_mutex);
        m_later.push_back(std::move(respond));
    };
    add(HttpMethod::Get, "/later", later);
    add(HttpMethod::Put, "/later", later, kJsonBodyLimit);
}

} // namespace tawasul
