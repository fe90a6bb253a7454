// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/httpserver.h"

#include "app/central/http/httpconnection.h"
#include "app/central/http/httplog.h"
#include "app/central/http/problem.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/address.hpp>

#include <sys/socket.h>

#include <thread>

namespace tawasul {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

namespace {

constexpr std::chrono::milliseconds kAcceptPause{ 100 };

/// The key under which an address is counted. A customer of IPv6 has a /64 at will, so that is the unit.
QByteArray holderOf(const asio::ip::address &address)
{
    if (!address.is_v6() || address.to_v6().is_v4_mapped())
        return QByteArray::fromStdString("peer:" + address.to_string());
    asio::ip::address_v6::bytes_type bytes = address.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return QByteArray::fromStdString("peer:" + asio::ip::address_v6(bytes).to_string());
}

/// Hosts by which a server on this address may be called when none are configured.
QList<QByteArray> hostsOf(const asio::ip::address &address)
{
    QByteArray literal = QByteArray::fromStdString(address.to_string());
    if (address.is_v6())
        literal = QByteArray("[").append(literal).append(']');
    QList<QByteArray> hosts{ literal };
    if (address.is_loopback())
        hosts.append("localhost");
    return hosts;
}

/// A refusal without a connection: written if the socket takes it at once, since a flood must not cost more.
QByteArray shortRefusal(int status, const char *code)
{
    const HttpResponse response = problem(status, code);
    const QByteArray body = std::get<QByteArray>(response.body);
    QByteArray text("HTTP/1.1 ");
    text += QByteArray::number(status);
    text += ' ';
    text += QByteArray(phraseOf(status).data(), phraseOf(status).size());
    text += "\r\nContent-Type: application/problem+json\r\nCache-Control: no-store\r\nRetry-After: 5\r\n"
            "Connection: close\r\nContent-Length: ";
    text += QByteArray::number(body.size());
    text += "\r\n\r\n";
    text += body;
    return text;
}

} // namespace

class HttpServer::Engine
{
public:
    Engine(const HttpRouter &router, HttpServerConfig config)
        : m_config(std::move(config))
        , m_service{ .router = router,
                     .config = m_config,
                     .rules = { m_config.hosts },
                     .limits = ConnectionLimits(m_config.connections, m_config.connectionsPerHolder),
                     .streams = ConnectionLimits(m_config.streams, m_config.streamsPerHolder),
                     .door = std::make_shared<IoDoor>(m_io),
                     .connectionEnded = [this] { endIfDrained(); },
                     .connections = {},
                     .date = {} }
    {}

    ~Engine() { stop(); }
    Q_DISABLE_COPY_MOVE(Engine)

    Outcome start();
    void stop();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] int connections() const { return m_service.open.load(); }

private:
    void accept();
    void welcome(HttpConnection::Socket socket);
    static void refuse(HttpConnection::Socket &socket, const QByteArray &text);
    void beginStop();
    void endIfDrained();

    const HttpServerConfig m_config;
    asio::io_context m_io{ 1 };
    HttpService m_service;
    asio::executor_work_guard<asio::io_context::executor_type> m_work{ m_io.get_executor() };
    asio::basic_socket_acceptor<tcp, HttpConnection::Executor> m_acceptor{ m_io.get_executor() };
    asio::steady_timer m_pause{ m_io };
    asio::steady_timer m_drain{ m_io };
    quint16 m_port = 0;
    const QByteArray m_full = shortRefusal(503, "server.full");
    const QByteArray m_tooMany = shortRefusal(429, "server.too_many_connections");
    std::thread m_thread;
};

Outcome HttpServer::Engine::start()
{
    Q_ASSERT(!m_thread.joinable());
    error_code error;
    const asio::ip::address address = asio::ip::make_address(m_config.address.toStdString(), error);
    if (error)
        return Error{ Error::Kind::Invalid, QStringLiteral("server.address_invalid"), m_config.address };
    if (m_config.hosts.isEmpty()) {
        if (address.is_unspecified())
            return Error{ Error::Kind::Invalid, QStringLiteral("server.hosts_missing"), m_config.address };
        m_service.rules.hosts = hostsOf(address);
    }
    const tcp::endpoint endpoint(address, m_config.port);
    m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return Error{ Error::Kind::Offline, QStringLiteral("server.port_taken"),
                      QString::fromStdString(error.message()) };
    m_port = m_acceptor.local_endpoint().port();
    accept();
    m_thread = std::thread([this] { m_io.run(); });
    return Done{};
}

void HttpServer::Engine::accept()
{
    m_acceptor.async_accept(m_io.get_executor(), [this](error_code error, HttpConnection::Socket socket) {
        if (m_service.stopping || error == asio::error::operation_aborted)
            return;
        if (error) {
            // Most likely out of descriptors: waiting lets some connections end; spinning would not.
            qCWarning(centralHttp) << "accepting failed:" << error.value();
            m_pause.expires_after(kAcceptPause);
            m_pause.async_wait([this](error_code stopped) {
                if (!stopped && !m_service.stopping)
                    accept();
            });
            return;
        }
        welcome(std::move(socket));
        accept();
    });
}

void HttpServer::Engine::welcome(HttpConnection::Socket socket)
{
    error_code error;
    const asio::ip::address address = socket.remote_endpoint(error).address();
    if (error)
        return; // it left before it was let in
    socket.set_option(tcp::no_delay(true), error);
    const QByteArray peer = QByteArray::fromStdString(address.to_string());
    const bool fromProxy = m_config.trustedProxies.contains(peer);
    const QByteArray holder = fromProxy ? QByteArray() : holderOf(address);
    switch (m_service.limits.admit(holder)) {
    case ConnectionLimits::Verdict::Full:
        return refuse(socket, m_full);
    case ConnectionLimits::Verdict::TooManyOfHolder:
        return refuse(socket, m_tooMany);
    case ConnectionLimits::Verdict::Welcome:
        break;
    }
    auto connection = std::make_shared<HttpConnection>(m_service, std::move(socket), peer, holder, fromProxy);
    asio::co_spawn(m_io.get_executor(), HttpConnection::run(std::move(connection)), asio::detached);
}

void HttpServer::Engine::refuse(HttpConnection::Socket &socket, const QByteArray &text)
{
    // What does not fit is lost, and may be: the connection is closed either way.
    [[maybe_unused]] const ssize_t sent =
        ::send(socket.native_handle(), text.constData(), static_cast<std::size_t>(text.size()),
               MSG_DONTWAIT | MSG_NOSIGNAL);
    error_code ignored;
    socket.shutdown(tcp::socket::shutdown_send, ignored);
    socket.close(ignored);
}

void HttpServer::Engine::stop()
{
    if (!m_thread.joinable())
        return;
    Q_ASSERT(m_thread.get_id() != std::this_thread::get_id());
    asio::post(m_io, [this] { beginStop(); });
    m_thread.join();
    m_service.door->close();
}

void HttpServer::Engine::beginStop()
{
    m_service.stopping = true;
    error_code ignored;
    m_acceptor.close(ignored);
    m_pause.cancel();
    m_drain.expires_after(m_config.drainTime);
    m_drain.async_wait([this](error_code error) {
        if (error)
            return;
        qCWarning(centralHttp) << "stopping with" << m_service.connections.size() << "connections unfinished";
        for (HttpConnection *connection : m_service.connections)
            connection->abort();
    });
    for (HttpConnection *connection : m_service.connections)
        connection->drain();
    endIfDrained();
}

void HttpServer::Engine::endIfDrained()
{
    if (!m_service.stopping || !m_service.connections.empty())
        return;
    m_drain.cancel();
    m_work.reset();
}

HttpServer::HttpServer(const HttpRouter &router, HttpServerConfig config)
    : m_engine(std::make_unique<Engine>(router, std::move(config)))
{}

HttpServer::~HttpServer() = default;

Outcome HttpServer::start()
{
    return m_engine->start();
}

quint16 HttpServer::port() const
{
    return m_engine->port();
}

int HttpServer::connections() const
{
    return m_engine->connections();
}

void HttpServer::stop()
{
    m_engine->stop();
}

} // namespace tawasul
