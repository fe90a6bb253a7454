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

/// Where the server listens and what it puts up with. Numbers marked "ours" are our judgement;
/// the others are usual for a server that faces many slow clients.
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

    /// Request line and fields together (D7).
    qsizetype headerBytes = 16 * 1024;
    /// For the whole head; of a new connection, from accepting it (D7).
    std::chrono::milliseconds headerTime = std::chrono::seconds(10);
    /// For a body, plus its size at the slowest rate (ours).
    std::chrono::milliseconds bodyTime = std::chrono::seconds(8);
    /// For the endpoint; then 503 (ours).
    std::chrono::milliseconds answerTime = std::chrono::seconds(30);
    /// For taking each 64 KiB of an answer, plus their size at the rate of the slowest reader: a region at the
    /// end of a narrow line gets its page and its document, and who stops reading is gone soon (ours).
    std::chrono::milliseconds writeTime = std::chrono::seconds(10);
    qint64 slowestReader = 8 * 1024;
    /// Between two requests (D7).
    std::chrono::milliseconds idleTime = std::chrono::seconds(60);
    /// For what is in flight when the server stops (V5).
    std::chrono::milliseconds drainTime = std::chrono::seconds(10);
    /// For a refused client to stop sending and read why; so much of what it sends is dropped meanwhile
    /// (ours).
    std::chrono::milliseconds lingerTime = std::chrono::seconds(2);
    qint64 lingerBytes = 4 * 1024 * 1024;
    /// Bytes a second. With bodyTime and lingerTime it ends a slow body of 1 MiB within the 15 s of V1
    /// (ours).
    qint64 slowestRate = 256 * 1024;
    /// Bodies in memory, of all connections; then 503 (ours).
    qint64 bufferedBytes = 256 * 1024 * 1024;
    /// In all; then 503 (D7).
    int connections = 2'000;
    /// Of one identity, or of one address (of IPv6: one /64) while nobody is known; then 429 (D7).
    int connectionsPerHolder = 100;

    /// Answers that go on, beside those connections: idle ones cost little. In all; then 503 (ours).
    int streams = 8'000;
    /// Of one holder; then 429: a person has a few machines (ours).
    int streamsPerHolder = 4;
    /// Between two signs of life of such an answer, which also find out who has left without a word (ours).
    std::chrono::milliseconds heartbeat = std::chrono::seconds(20);

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
