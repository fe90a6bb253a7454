// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/central/testdoor.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>

#include <future>

namespace tawasul {

TestDoor::TestDoor(TestCentre &centre)
    : m_service(centre.folder(), centre.clock(), centre.random())
{
    must(m_service.start());
    addRoutes(m_router, m_service);
}

TestDoor::~TestDoor()
{
    m_service.stop();
}

HttpResponse TestDoor::ask(HttpMethod method, const QString &path, const QString &token,
                           const QByteArray &body, const HttpHeaders &more)
{
    const QUrl url(path);
    HttpRequest request;
    request.method = method;
    request.path = url.path().split(u'/', Qt::SkipEmptyParts);
    const QUrlQuery query(url);
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
        request.query.insert(name, value);
    request.headers = more;
    if (!token.isEmpty())
        request.headers.set("Authorization", "Bearer " + token.toLatin1());
    if (!body.isEmpty() && !request.headers.has("Content-Type"))
        request.headers.set("Content-Type", "application/json");
    request.body = body;
    request.peer = "192.0.2.1";
    auto answer = std::make_shared<std::promise<HttpResponse>>();
    std::future<HttpResponse> coming = answer->get_future();
    m_router.answer(std::move(request),
                    Respond([answer](HttpResponse response) { answer->set_value(std::move(response)); }));
    if (coming.wait_for(std::chrono::seconds(60)) != std::future_status::ready)
        qFatal("no answer to %s", qPrintable(path));
    return coming.get();
}

IssuedTokens TestDoor::signIn(const Actor &person, const QString &device)
{
    // By the service's own writer: the register has one at a time.
    std::promise<IssuedTokens> promise;
    std::future<IssuedTokens> tokens = promise.get_future();
    const bool posted = m_service.writer().post([&](RegisterConnection &connection) {
        const auto account = must(connection.accounts().byId(person.id));
        promise.set_value(must(connection.sessions().open(account.value(), device)));
    });
    if (!posted)
        qFatal("the writer is busy");
    return tokens.get();
}

void TestDoor::settle()
{
    std::promise<void> done;
    if (!m_service.writer().post([&done](RegisterConnection &) { done.set_value(); }))
        qFatal("the writer is busy");
    done.get_future().wait();
}

QByteArray bodyOf(const HttpResponse &response)
{
    const auto *bytes = std::get_if<QByteArray>(&response.body);
    return bytes ? *bytes : QByteArray();
}

QJsonObject jsonOf(const HttpResponse &response)
{
    return QJsonDocument::fromJson(bodyOf(response)).object();
}

QString codeOf(const HttpResponse &response)
{
    if (response.status < 400)
        return {};
    if (response.headers.value("Content-Type") != "application/problem+json")
        return QStringLiteral("(no problem+json)");
    const QJsonObject problem = jsonOf(response);
    if (problem.value(u"status").toInt() != response.status)
        return QStringLiteral("(another status)");
    const QString code = problem.value(u"code").toString();
    return code.isEmpty() ? QStringLiteral("(no code)") : code;
}

QString pathOf(const ActRequest &request)
{
    return QStringLiteral("/api/v1/cases/") % request.caseId.text() % QStringLiteral("/acts/")
        % request.actId.text();
}

HttpHeaders ifMatchOf(const ActRequest &request)
{
    HttpHeaders headers;
    if (request.ifMatch)
        headers.set("If-Match", '"' + QByteArray::number(*request.ifMatch) + '"');
    return headers;
}

} // namespace tawasul
