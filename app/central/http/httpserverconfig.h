// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/http/httpmessage.h"
#include "models/domain/instant.h"

#include <chrono>
#include <functional>

namespace tawasul {

/// What is known of one finished exchange; nothing in it is personal.
struct HttpExchangeRecord
{
    HttpMethod method = HttpMethod::Other;
    QByteArray pathTemplate; ///< of the route; "-" when there was none
    int status = 0;
    std::chrono::microseconds duration{}; ///< from the first byte of the request to the last of the answer
    qint64 bytes = 0; ///< of the body as it was sent
};

/// Where the server listens and what it puts up with. The numbers are those of reliability.md D7 where it
/// names them; "ours" marks the others.
struct HttpServerConfig
{
    QString address = QStringLiteral("127.0.0.1"); ///< a literal IPv4 or IPv6 address
    quint16 port = 0; ///< 0: any free one, see HttpServer::port()

    /// Host names by which clients may call, lower case, without a port. Empty: the address itself, and
    /// "localhost" on a loopback address; an address that means "all" must name them.
    QList<QByteArray> hosts;
    /// Addresses of front proxies. Their connections are not counted against an address, and the last entry
    /// of their X-Forwarded-For is believed to be the client.
    QList<QByteArray> trustedProxies;

    qsizetype headerBytes = 16 * 1024; ///< request line and fields (D7)
    std::chrono::milliseconds headerTime{
        10'000
    }; ///< for the whole head; of a new connection, from accepting it (D7)
    std::chrono::milliseconds bodyTime{ 10'000 }; ///< for a body, plus its size at the slowest rate (ours)
    std::chrono::milliseconds answerTime{ 30'000 }; ///< for the endpoint; then 503 (ours)
    std::chrono::milliseconds writeTime{
        10'000
    }; ///< for an answer, plus its size at the slowest rate (ours)
    std::chrono::milliseconds idleTime{ 60'000 }; ///< between two requests (D7)
    std::chrono::milliseconds drainTime{ 10'000 }; ///< for what is in flight when the server stops (V5)
    std::chrono::milliseconds lingerTime{
        2'000
    }; ///< for a refused client to stop sending and read why (ours)
    qint64 lingerBytes = 4 * 1024 * 1024; ///< that many bytes of it are read and dropped meanwhile (ours)
    qint64 slowestRate = 256 * 1024; ///< bytes a second; keeps 1 MiB within the 15 s of V1 (ours)
    qint64 bufferedBytes = 256 * 1024 * 1024; ///< bodies in memory, of all connections; then 503 (ours)
    int connections = 2'000; ///< in all; then 503 (D7)
    int connectionsPerHolder = 100; ///< of one identity, or of one address while unknown; then 429 (D7)

    /// Who sends this head, as an opaque key; empty when that is not known (yet). Called on the I/O thread
    /// for every request, so it looks into memory only.
    std::function<QByteArray(const HttpRequest &head)> identify;
    /// Told of every finished exchange, on the I/O thread; for counters.
    std::function<void(const HttpExchangeRecord &)> finished;
    /// The time of the Date header (invariant I11).
    std::function<Instant()> now = [] {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    };
};

} // namespace tawasul
