// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A connection whose answer goes on.
#include "app/central/http/httpconnection.h"
#include "app/central/http/httphead.h"
#include "app/central/http/problem.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/chunk_encode.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/write.hpp>

namespace tawasul {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

constexpr asio::use_awaitable_t<HttpConnection::Executor> kTask;

// A comment: a sign of life that says nothing.
const QByteArray &signOfLife()
{
    static const QByteArray kComment = QByteArrayLiteral(": \n\n");
    return kComment;
}

std::optional<HttpResponse> refusalOf(const HttpResponse &response, unsigned version)
{
    if (!isSendable(response))
        return problem(500, "server.answer_unusable");
    if (version < 11)
        return problem(505, "request.version_unsupported");
    return std::nullopt;
}

std::optional<HttpResponse> refusalFor(ConnectionLimits::Verdict verdict)
{
    switch (verdict) {
    case ConnectionLimits::Verdict::Full:
        return problem(503, "server.full");
    case ConnectionLimits::Verdict::TooManyOfHolder:
        return problem(429, "server.too_many_streams");
    case ConnectionLimits::Verdict::Welcome:
        break;
    }
    return std::nullopt;
}

} // namespace

/// Counts the connection among the streams from now on, or answers why not.
void HttpConnection::admitStream(HttpResponse &response, unsigned version)
{
    std::shared_ptr<EventStream> events = std::exchange(response.events, nullptr);
    std::optional<HttpResponse> refused = refusalOf(response, version);
    if (!refused && m_service.stopping)
        refused = problem(503, "server.stopping");
    if (!refused)
        refused = refusalFor(m_service.streams.admit(events->holder()));
    if (refused) {
        refused->headers.set("Retry-After", "60");
        response = std::move(*refused);
        events->detach();
        return;
    }
    m_service.limits.release(m_holder);
    m_events = std::move(events);
    m_events->attach([door = m_service.door, weak = weak_from_this()] {
        door->post([weak] {
            if (const auto self = weak.lock())
                self->m_answered.cancel();
        });
    });
}

HttpConnection::Task<bool> HttpConnection::writeStreamHead(const HttpResponse &response, unsigned version)
{
    http::response<http::empty_body> message(http::int_to_status(static_cast<unsigned>(response.status)),
                                             version);
    putHead(message, response, m_service.date.text(m_service.config.now()));
    message.keep_alive(false);
    message.chunked(true);
    arm(m_service.config.writeTime);
    http::response_serializer<http::empty_body> serializer(message);
    error_code error;
    co_await http::async_write_header(m_socket, serializer, asio::redirect_error(kTask, error));
    co_return !error && !m_timedOut;
}

HttpConnection::Task<void> HttpConnection::stream()
{
    m_buffer = boost::beast::flat_buffer(); // thousands of listeners hold no buffers
    watchPeer();
    // At once, so that whoever opens it knows that it stands.
    bool goesOn = co_await writeChunk(signOfLife());
    while (goesOn && !m_aborted && !m_peerStirred) {
        const EventStream::Next next = m_events->take();
        if (next == EventStream::Next::End) {
            error_code ignored;
            arm(m_service.config.writeTime);
            co_await asio::async_write(m_socket, http::make_chunk_last(),
                                       asio::redirect_error(kTask, ignored));
            co_return;
        }
        if (next == EventStream::Next::Event) {
            goesOn = co_await writeChunk(m_events->event());
            continue;
        }
        error_code error;
        m_answered.expires_after(m_service.config.heartbeat);
        co_await m_answered.async_wait(asio::redirect_error(kTask, error));
        if (!error) // nobody woke it
            goesOn = co_await writeChunk(signOfLife());
    }
}

HttpConnection::Task<bool> HttpConnection::writeChunk(const QByteArray &bytes)
{
    arm(m_service.config.writeTime);
    error_code error;
    co_await asio::async_write(
        m_socket, http::make_chunk(asio::buffer(bytes.constData(), static_cast<std::size_t>(bytes.size()))),
        asio::redirect_error(kTask, error));
    const bool written = !error && !m_timedOut;
    disarm();
    co_return written;
}

void HttpConnection::watchPeer()
{
    m_socket.async_wait(Socket::wait_read, [weak = weak_from_this()](error_code error) {
        const auto self = weak.lock();
        if (!self || error)
            return;
        self->m_peerStirred = true;
        self->m_answered.cancel();
    });
}

} // namespace tawasul
