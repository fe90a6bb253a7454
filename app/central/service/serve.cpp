// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/service/serve.h"

#include "app/central/register/centrelock.h"
#include "app/central/service/centrelog.h"
#include "app/central/service/centreservice.h"
#include "app/central/service/openfiles.h"

#include <QtCore/QUrl>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <ctime>
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
    const bool isOnlyAddress =
        url.userInfo().isEmpty() && url.path().isEmpty() && !url.hasQuery() && !url.hasFragment();
    if (!url.isValid() || url.host().isEmpty() || url.port() < 0 || !isOnlyAddress)
        return Error{Error::Kind::Invalid, QStringLiteral("server.address_invalid"), text};
    return ListenAddress{url.host(), static_cast<quint16>(url.port())};
}

// Blocked before any thread starts, so that only the main thread sees them, where it waits for them.
sigset_t blockStopSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN); // whoever reads the log may go before the centre does
    return signals;
}

// Until one of the signals comes; meanwhile listeners hear of what changed, and the register is kept tidy.
void waitFor(const sigset_t &signals, CentreService &service)
{
    constexpr int kLooksBetweenTidyings = 3'600;
    const timespec second{1, 0};
    for (int looks = 1;; ++looks) {
        if (sigtimedwait(&signals, nullptr, &second) > 0)
            return;
        if (errno != EAGAIN)
            continue;
        service.lookForListeners();
        if (looks % kLooksBetweenTidyings == 0)
            service.tidySoon();
    }
}

// Whoever runs it reads here how many connections its system leaves it. Fewer are no reason to refuse the few
// that there may be. Listeners get what is left: without them desks poll as often as they did.
void makeRoomFor(HttpServerConfig &config)
{
    const int connections = config.connections;
    const Result<quint64> reached = raiseOpenFiles();
    if (!reached)
        return logFault(reached.error());
    while (config.streams > 0 && !areEnoughFor(*reached, connections + config.streams))
        config.streams /= 2;
    if (areEnoughFor(*reached, connections))
        qCInfo(central).nospace() << "open files: up to " << *reached;
    else
        qCWarning(central).nospace() << "open files: up to " << *reached << ", too few for " << connections
                                     << " connections; the hard limit (ulimit -Hn, LimitNOFILE) sets it";
}

QList<QByteArray> asBytes(const QStringList &texts)
{
    QList<QByteArray> bytes;
    for (const QString &text : texts)
        bytes.append(text.toLower().toLatin1());
    return bytes;
}

HttpServerConfig configFor(const ListenAddress &address, const ServeOptions &options, CentreService &service)
{
    HttpServerConfig config;
    config.address = address.host;
    config.port = address.port;
    config.hosts = asBytes(options.hosts);
    config.trustedProxies = asBytes(options.proxies);
    config.identify = [&service](const HttpRequest &head) {
        return service.knownTokens().personOf(head.bearerToken());
    };
    config.now = [&service] { return service.clock().now(); };
    return config;
}

} // namespace

Outcome serveRegister(const ServeOptions &options)
{
    const auto address = parseListen(options.listen);
    if (!address)
        return address.error();
    const auto lock = CentreLock::toServe(options.dataFolder); // until the last thread has ended
    if (!lock)
        return lock.error();
    const sigset_t signals = blockStopSignals();
    const SystemClock clock;
    SystemRandom random;
    CentreService service(options.dataFolder, clock, random);
    if (const Outcome started = service.start(); !started)
        return started;
    HttpRouter router;
    addRoutes(router, service);
    HttpServerConfig config = configFor(*address, options, service);
    makeRoomFor(config);
    HttpServer server(router, config);
    if (const Outcome started = server.start(); !started)
        return started;
    const QString host = address->host.contains(QLatin1Char(':'))
        ? QString(QLatin1Char('[') % address->host % QLatin1Char(']'))
        : address->host;
    std::printf("listening on http://%s:%d\n", host.toLatin1().constData(), server.port());
    std::fflush(stdout);
    waitFor(signals, service);
    server.stop();
    service.stop();
    return Done{};
}

} // namespace tawasul
