// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to the server.

#include "app/central/http/httpservice.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <chrono>
#include <memory>
#include <optional>

namespace tawasul {

/// One accepted connection: reads requests one after another, has each answered, writes the answers in order.
/// All of it runs on the I/O thread.
class HttpConnection : public std::enable_shared_from_this<HttpConnection>
{
public:
    using Executor = boost::asio::io_context::executor_type;
    using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
    template <class T> using Task = boost::asio::awaitable<T, Executor>;

    /// `holder` is the key under which `service.limits` has admitted the connection.
    HttpConnection(HttpService &service, Socket socket, QByteArray peer, QByteArray holder, bool fromProxy);
    ~HttpConnection();
    Q_DISABLE_COPY_MOVE(HttpConnection)

    /// Serves until the connection ends. `self` keeps it alive.
    static Task<void> run(std::shared_ptr<HttpConnection> self);

    /// Ends the connection if it is idle; otherwise it ends after the answer that it owes.
    void drain();
    /// Ends it now.
    void abort();

private:
    struct Exchange;
    /// How a phase of an exchange ended.
    enum class Step {
        Done, ///< go on
        Refused, ///< answer with exchange.response, then close
        Gone, ///< nobody is left to answer
    };

    Task<bool> waitForRequest();
    Task<bool> serveOne();
    Task<Step> readHead(Exchange &exchange);
    Task<Step> readBody(Exchange &exchange);
    Task<bool> sendContinue(Exchange &exchange);
    Task<Step> awaitAnswer(Exchange &exchange);
    Task<bool> write(Exchange &exchange, bool keep);
    Task<bool> writeStreamHead(const HttpResponse &response, unsigned version);
    Task<void> stream();
    Task<bool> writeChunk(const QByteArray &bytes);
    Task<void> linger();

    Step parseHead(Exchange &exchange, std::size_t length);
    Step judgeHead(Exchange &exchange);
    Step takePiece(Exchange &exchange, const char *bytes, qsizetype length);
    Step bodyFault(Exchange &exchange, const boost::system::error_code &error);
    bool countFor(const QByteArray &identity);
    void believeProxy(HttpRequest &request) const;
    void handOver(Exchange &exchange);
    void deliver(unsigned serial, HttpResponse response);
    void admitStream(HttpResponse &response, unsigned version);
    void watchPeer();
    void finish(const Exchange &exchange) const;

    void arm(std::chrono::milliseconds limit);
    void disarm();
    void expire();
    [[nodiscard]] static std::chrono::milliseconds limitFor(std::chrono::milliseconds base, qint64 bytes,
                                                            qint64 rate);

    HttpService &m_service;
    Socket m_socket;
    boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                      boost::asio::wait_traits<std::chrono::steady_clock>, Executor>
        m_deadline;
    decltype(m_deadline) m_answered;
    boost::beast::flat_buffer m_buffer;
    std::optional<HttpResponse> m_answer;
    std::shared_ptr<EventStream> m_events; ///< once the connection is counted among the streams
    QByteArray m_peer;
    QByteArray m_holder;
    unsigned m_serial = 0; ///< of the exchange; an answer to an earlier one is late and dropped
    bool m_fromProxy = false;
    bool m_fresh = true; ///< no request has been served yet
    bool m_idle = false;
    bool m_timedOut = false;
    bool m_peerStirred = false; ///< while it listens a client says nothing, so it leaves
    bool m_aborted = false;
};

} // namespace tawasul
