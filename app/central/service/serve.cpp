// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/service/serve.h"

#include "app/central/service/centreservice.h"

#include <QtCore/QUrl>

#include <csignal>
#include <cstdio>
#include <pthread.h>

namespace tawasul {

namespace {

struct ListenAddress
{
    QString host;
    quint16 port = 0;
};

// HOST:PORT, an IPv6 host in brackets; QUrl knows both.
Result<ListenAddress> parseListen(const QString &text)
{
    const QUrl url(QStringLiteral("http://") % text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.port() < 0 || !url.path().isEmpty())
        return Error{Error::Kind::Invalid, QStringLiteral("server.address_invalid"), text};
    return ListenAddress{url.host(), static_cast<quint16>(url.port())};
}

// Blocked before any thread starts, so that only the main thread's sigwait() sees them.
sigset_t blockStopSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

HttpServerConfig configFor(const ListenAddress &address, const QStringList &hosts, CentreService &service)
{
    HttpServerConfig config;
    config.address = address.host;
    config.port = address.port;
    for (const QString &host : hosts)
        config.hosts.append(host.toLower().toLatin1());
    config.identify = [&service](const HttpRequest &head) {
        return service.knownTokens().personOf(head.bearerToken());
    };
    config.now = [&service] { return service.clock().now(); };
    return config;
}

} // namespace

Outcome serveRegister(const QString &dataFolder, const QString &listen, const QStringList &hosts)
{
    const auto address = parseListen(listen);
    if (!address)
        return address.error();
    const sigset_t signals = blockStopSignals();
    const SystemClock clock;
    SystemRandom random;
    CentreService service(dataFolder, clock, random);
    if (const Outcome started = service.start(); !started)
        return started;
    HttpRouter router;
    addRoutes(router, service);
    HttpServer server(router, configFor(*address, hosts, service));
    if (const Outcome started = server.start(); !started)
        return started;
    const QString host = address->host.contains(QLatin1Char(':'))
        ? QString(QLatin1Char('[') % address->host % QLatin1Char(']'))
        : address->host;
    std::printf("listening on http://%s:%d\n", host.toLatin1().constData(), server.port());
    std::fflush(stdout);
    int received = 0;
    sigwait(&signals, &received);
    server.stop();
    service.stop();
    return Done{};
}

} // namespace tawasul
