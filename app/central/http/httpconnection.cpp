// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/httpconnection.h"

#include "app/central/http/contentcoding.h"
#include "app/central/http/headergate.h"
#include "app/central/http/httphead.h"
#include "app/central/http/httplog.h"
#include "app/central/http/httptarget.h"
#include "app/central/http/problem.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/write.hpp>

#include <QtCore/QFile>

#include <algorithm>
#include <array>
#include <typeinfo>

// Coroutines stay in this file and in httpstreaming.cpp, and no lambda with captures stands inside a co_await expression: GCC 12
// destroys its captures twice.

namespace tawasul {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

constexpr asio::use_awaitable_t<HttpConnection::Executor> kTask;
constexpr std::size_t kReadPiece = 4 * 1024;
constexpr std::size_t kBodyPiece = 16 * 1024;
constexpr qsizetype kPiece = 64 * 1024; // of an answer

// A refused body up to this size is read away, so that a mere 401 or 404 does not cost the client its
// connection.
constexpr qint64 kReadAway = 64 * 1024;

HttpMethod methodOf(http::verb verb)
{
    switch (verb) {
    case http::verb::get:
        return HttpMethod::Get;
    case http::verb::head:
        return HttpMethod::Head;
    case http::verb::post:
        return HttpMethod::Post;
    case http::verb::put:
        return HttpMethod::Put;
    case http::verb::delete_:
        return HttpMethod::Delete;
    default:
        return HttpMethod::Other;
    }
}

QByteArray bytesOf(boost::beast::string_view text)
{
    return { text.data(), static_cast<qsizetype>(text.size()) };
}

bool hasNoBody(int status)
{
    return status == 204 || status == 304;
}

/// Opens the file of an answer at its offset; false when it does not hold what was promised.
bool openPiece(QFile &file, const FileRange &range)
{
    file.setFileName(range.path);
    return range.offset >= 0 && range.length >= 0 && file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)
        && !file.isSequential() && file.size() - range.offset >= range.length && file.seek(range.offset);
}

} // namespace

/// One request on its way to its answer.
struct HttpConnection::Exchange
{
    explicit Exchange(HttpService &shared)
        : service(shared)
    {
        request.method = HttpMethod::Other; // until the head is read
        parser.body_limit(boost::none); // set once the route is known
        parser.header_limit(static_cast<std::uint32_t>(shared.config.headerBytes) + 1);
        parser.on_chunk_header(refuseExtension);
    }
    ~Exchange() { dropBody(); }
    Q_DISABLE_COPY_MOVE(Exchange)

    HttpService &service;
    http::request_parser<http::buffer_body> parser;
    std::function<void(std::uint64_t, boost::beast::string_view, error_code &)> refuseExtension =
        [](std::uint64_t, boost::beast::string_view extension, error_code &error) {
            if (!extension.empty())
                error = http::make_error_code(http::error::bad_chunk_extension);
        };
    HttpRequest request;
    RouteMatch match;
    HttpResponse response;
    std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
    std::ptrdiff_t fields = 0; ///< of the head; more of them at the end are trailers
    qint64 buffered = 0;
    qint64 bodyLimit = 0;
    qint64 sent = 0;
    unsigned version = 11;
    bool decided = false; ///< the head alone has settled the answer; the body is only read away

    void dropBody()
    {
        request.body.clear();
        service.bufferedBytes -= std::exchange(buffered, 0);
    }

    Step refuse(HttpResponse answer)
    {
        dropBody(); // now, not after lingering, since others may wait for the room
        response = std::move(answer);
        return Step::Refused;
    }
};

HttpConnection::HttpConnection(HttpService &service, Socket socket, QByteArray peer, QByteArray holder,
                               bool fromProxy)
    : m_service(service)
    , m_socket(std::move(socket))
    , m_deadline(m_socket.get_executor())
    , m_answered(m_socket.get_executor())
    , m_buffer(static_cast<std::size_t>(service.config.headerBytes) + kBodyPiece)
    , m_peer(std::move(peer))
    , m_holder(std::move(holder))
    , m_fromProxy(fromProxy)
{
    m_service.connections.insert(this);
    ++m_service.open;
}

HttpConnection::~HttpConnection()
{
    m_service.connections.erase(this);
    if (m_events) {
        m_events->detach();
        m_service.streams.release(m_events->holder());
    } else {
        m_service.limits.release(m_holder);
    }
    --m_service.open;
    m_service.connectionEnded();
}

HttpConnection::Task<void> HttpConnection::run(std::shared_ptr<HttpConnection> self)
{
    try {
        bool more = true;
        while (more) {
            more = co_await self->waitForRequest();
            if (more)
                more = co_await self->serveOne();
        }
        if (self->m_events)
            co_await self->stream();
    } catch (const std::exception &fault) {
        // A library's (out of memory, mostly); it costs this connection and no other.
        qCCritical(centralHttp) << "a connection failed:" << typeid(fault).name();
    }
    self->disarm();
    error_code ignored;
    self->m_socket.close(ignored);
}

void HttpConnection::drain()
{
    error_code ignored;
    if (m_idle)
        m_socket.cancel(ignored);
    if (m_events)
        m_events->end();
}

void HttpConnection::abort()
{
    m_aborted = true;
    error_code ignored;
    m_socket.close(ignored);
    m_answered.cancel();
}

HttpConnection::Task<bool> HttpConnection::waitForRequest()
{
    const HttpServerConfig &config = m_service.config;
    if (m_buffer.size() > 0) { // pipelined
        arm(config.headerTime);
        co_return true;
    }
    if (m_service.stopping)
        co_return false;
    m_buffer.shrink_to_fit(); // thousands of idle connections hold no buffers
    arm(m_fresh ? config.headerTime : config.idleTime);
    error_code error;
    m_idle = true;
    const std::size_t count =
        co_await m_socket.async_read_some(m_buffer.prepare(kReadPiece), asio::redirect_error(kTask, error));
    m_idle = false;
    if (error || m_timedOut)
        co_return false;
    m_buffer.commit(count);
    // A new connection keeps the deadline that began when it was accepted.
    if (!m_fresh)
        arm(config.headerTime);
    co_return true;
}

HttpConnection::Task<bool> HttpConnection::serveOne()
{
    Exchange exchange(m_service);
    Step step = co_await readHead(exchange);
    if (step == Step::Done)
        step = co_await readBody(exchange);
    if (step == Step::Done && !exchange.decided)
        step = co_await awaitAnswer(exchange);
    m_fresh = false;
    if (step == Step::Gone || m_aborted)
        co_return false;
    if (exchange.response.events)
        admitStream(exchange.response, exchange.version);
    if (m_events) {
        const bool begun = co_await writeStreamHead(exchange.response, exchange.version);
        finish(exchange);
        if (!begun)
            m_events->end();
        co_return false; // what follows needs nothing of the exchange
    }
    const bool keep = step == Step::Done && exchange.parser.get().keep_alive() && !m_service.stopping;
    const bool written = co_await write(exchange, keep);
    finish(exchange);
    if (m_fromProxy && m_service.limits.move(m_holder, {}))
        m_holder.clear(); // the next request of a proxy's connection may be anybody's
    if (written && !keep)
        co_await linger();
    co_return written &&keep;
}

HttpConnection::Task<HttpConnection::Step> HttpConnection::readHead(Exchange &exchange)
{
    const auto limit = static_cast<std::size_t>(m_service.config.headerBytes);
    HeaderGate gate;
    for (;;) {
        const auto received = m_buffer.cdata();
        const std::string_view bytes(static_cast<const char *>(received.data()), received.size());
        const HeaderGate::State state = gate.look(bytes.substr(0, limit));
        if (state == HeaderGate::State::Malformed)
            co_return exchange.refuse(problem(400, "request.malformed"));
        if (state == HeaderGate::State::Complete)
            co_return parseHead(exchange, gate.length());
        if (bytes.size() >= limit)
            co_return exchange.refuse(problem(431, "request.headers_too_large"));
        const std::size_t room = std::min(kReadPiece, limit - bytes.size());
        error_code error;
        const std::size_t count =
            co_await m_socket.async_read_some(m_buffer.prepare(room), asio::redirect_error(kTask, error));
        if (m_timedOut)
            co_return exchange.refuse(problem(408, "request.timeout"));
        if (error)
            co_return Step::Gone;
        m_buffer.commit(count);
    }
}

HttpConnection::Step HttpConnection::parseHead(Exchange &exchange, std::size_t length)
{
    error_code error;
    const std::size_t used = exchange.parser.put(asio::buffer(m_buffer.cdata(), length), error);
    m_buffer.consume(length);
    if (error == http::error::bad_version)
        return exchange.refuse(problem(505, "request.version_unsupported"));
    if (error || used != length || !exchange.parser.is_header_done())
        return exchange.refuse(problem(400, "request.malformed"));
    const auto &head = exchange.parser.get();
    exchange.version = head.version();
    for (const auto &field : head) {
        exchange.request.headers.append(bytesOf(field.name_string()), bytesOf(field.value()));
        ++exchange.fields;
    }
    const HttpHeaders &headers = exchange.request.headers;
    if (auto refused = m_service.rules.refusal(headers, static_cast<int>(exchange.version)))
        return exchange.refuse(std::move(*refused));
    if (head.method() == http::verb::unknown)
        return exchange.refuse(problem(501, "request.method_unknown"));
    const std::optional<HttpTarget> target = readTarget(bytesOf(head.target()));
    if (!target)
        return exchange.refuse(problem(400, "request.target_invalid"));
    exchange.request.method = methodOf(head.method());
    exchange.request.path = target->path;
    exchange.request.query = target->query;
    return judgeHead(exchange);
}

HttpConnection::Step HttpConnection::judgeHead(Exchange &exchange)
{
    HttpRequest &request = exchange.request;
    request.peer = m_peer;
    if (m_fromProxy)
        believeProxy(request);
    if (m_service.config.identify)
        request.identity = m_service.config.identify(request);
    if (!countFor(request.identity))
        return exchange.refuse(problem(429, "server.too_many_connections"));

    exchange.match = m_service.router.match(request.method, request.path);
    const qint64 declared = static_cast<qint64>(exchange.parser.content_length().value_or(0));
    if (auto refused = HttpRouter::refusal(exchange.match, request)) {
        exchange.response = std::move(*refused);
        if (exchange.parser.chunked() || declared > kReadAway || request.headers.has("Expect"))
            return Step::Refused;
        exchange.decided = true;
        exchange.bodyLimit = kReadAway;
        return Step::Done;
    }
    exchange.bodyLimit = exchange.match.route->bodyLimit;
    if (declared > exchange.bodyLimit)
        return exchange.refuse(problem(413, "request.too_large"));
    exchange.parser.body_limit(static_cast<std::uint64_t>(exchange.bodyLimit));
    return Step::Done;
}

bool HttpConnection::countFor(const QByteArray &identity)
{
    if (identity.isEmpty())
        return true; // stays counted as before: for its address, or for whom it last was
    QByteArray holder("identity:");
    holder += identity;
    if (!m_service.limits.move(m_holder, holder))
        return false;
    m_holder = holder;
    return true;
}

void HttpConnection::believeProxy(HttpRequest &request) const
{
    const QByteArray last = request.headers.value("X-Forwarded-For").split(',').constLast().trimmed();
    error_code error;
    const auto address = asio::ip::make_address(last.toStdString(), error);
    if (!error)
        request.peer = QByteArray::fromStdString(address.to_string());
}

HttpConnection::Task<bool> HttpConnection::sendContinue(Exchange &exchange)
{
    if (!exchange.request.headers.has("Expect") || exchange.version < 11 || m_buffer.size() > 0)
        co_return true;
    static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    error_code error;
    co_await asio::async_write(m_socket, asio::buffer(kContinue.data(), kContinue.size()),
                               asio::redirect_error(kTask, error));
    co_return !error && !m_timedOut;
}

HttpConnection::Task<HttpConnection::Step> HttpConnection::readBody(Exchange &exchange)
{
    auto &parser = exchange.parser;
    if (parser.is_done())
        co_return Step::Done;
    const auto declared = static_cast<qint64>(parser.content_length().value_or(0));
    arm(limitFor(m_service.config.bodyTime, parser.chunked() ? exchange.bodyLimit : declared,
                 m_service.config.slowestRate));
    const bool invited = co_await sendContinue(exchange);
    if (!invited)
        co_return Step::Gone;
    std::array<char, kBodyPiece> piece;
    while (!parser.is_done()) {
        auto &body = parser.get().body();
        body.data = piece.data();
        body.size = piece.size();
        error_code error;
        co_await http::async_read(m_socket, m_buffer, parser, asio::redirect_error(kTask, error));
        if (m_timedOut)
            co_return exchange.refuse(problem(408, "request.timeout"));
        if (error && error != http::error::need_buffer)
            co_return bodyFault(exchange, error);
        const Step step = takePiece(exchange, piece.data(), static_cast<qsizetype>(piece.size() - body.size));
        if (step != Step::Done)
            co_return step;
    }
    // Trailers would be headers that came after the head was judged.
    if (std::distance(parser.get().begin(), parser.get().end()) != exchange.fields)
        co_return exchange.refuse(problem(400, "request.trailers_refused"));
    co_return Step::Done;
}

HttpConnection::Step HttpConnection::takePiece(Exchange &exchange, const char *bytes, qsizetype length)
{
    if (exchange.decided)
        return Step::Done;
    if (exchange.buffered + length > exchange.bodyLimit)
        return exchange.refuse(problem(413, "request.too_large"));
    if (m_service.bufferedBytes + length > m_service.config.bufferedBytes)
        return exchange.refuse(problem(503, "server.full"));
    exchange.buffered += length;
    m_service.bufferedBytes += length;
    exchange.request.body.append(bytes, length);
    return Step::Done;
}

HttpConnection::Step HttpConnection::bodyFault(Exchange &exchange, const error_code &error)
{
    if (error == http::error::body_limit)
        return exchange.refuse(problem(413, "request.too_large"));
    const bool left = error == http::error::end_of_stream || error == http::error::partial_message;
    if (left || error.category() != http::make_error_code(http::error::bad_chunk).category())
        return Step::Gone;
    return exchange.refuse(problem(400, "request.malformed"));
}

HttpConnection::Task<HttpConnection::Step> HttpConnection::awaitAnswer(Exchange &exchange)
{
    disarm();
    m_answer.reset();
    ++m_serial;
    m_answered.expires_after(m_service.config.answerTime);
    handOver(exchange);
    error_code error;
    co_await m_answered.async_wait(asio::redirect_error(kTask, error));
    if (m_aborted)
        co_return Step::Gone;
    if (!m_answer) {
        ++m_serial;
        qCWarning(centralHttp) << "no answer in time from" << exchange.match.route->operationId;
        co_return exchange.refuse(problem(503, "server.busy"));
    }
    exchange.response = std::move(*m_answer);
    m_answer.reset();
    co_return Step::Done;
}

void HttpConnection::handOver(Exchange &exchange)
{
    // A HEAD's length is that of the bytes as stored, so nothing is packed for it.
    const QByteArray acceptEncoding = exchange.request.method == HttpMethod::Head
        ? QByteArray()
        : exchange.request.headers.value("Accept-Encoding");
    Respond respond([door = m_service.door, weak = weak_from_this(), serial = m_serial,
                     acceptEncoding](HttpResponse response) {
        packBody(response, acceptEncoding); // here, on the answering thread, which may be one of many
        door->post([weak, serial, response = std::move(response)]() mutable {
            if (const auto self = weak.lock())
                self->deliver(serial, std::move(response));
        });
    });
    m_service.router.answer(std::move(exchange.request), std::move(respond));
    exchange.request.method = exchange.match.route->method;
}

void HttpConnection::deliver(unsigned serial, HttpResponse response)
{
    if (serial != m_serial)
        return; // the client has had its 503
    m_answer = std::move(response);
    m_answered.cancel();
}

HttpConnection::Task<bool> HttpConnection::write(Exchange &exchange, bool keep)
{
    HttpResponse &response = exchange.response;
    QFile file;
    const FileRange *range = std::get_if<FileRange>(&response.body);
    if (!isSendable(response) || (range && !openPiece(file, *range))) {
        qCCritical(centralHttp) << "an answer could not be sent, status" << response.status;
        response = problem(500, "server.answer_unusable");
    }
    const bool silent = exchange.request.method == HttpMethod::Head || hasNoBody(response.status);
    http::response<http::buffer_body> message(http::int_to_status(static_cast<unsigned>(response.status)),
                                              exchange.version);
    putHead(message, response, m_service.date.text(m_service.config.now()));
    if (!hasNoBody(response.status))
        message.content_length(static_cast<std::uint64_t>(response.length()));
    message.keep_alive(keep);

    http::response_serializer<http::buffer_body> serializer(message);
    const QByteArray whole = file.isOpen() || silent ? QByteArray() : std::get<QByteArray>(response.body);
    qint64 left = silent ? 0 : response.length();
    for (;;) {
        const qint64 size = std::min<qint64>(left, kPiece);
        const QByteArray piece = file.isOpen() ? file.read(size) : whole.mid(whole.size() - left, size);
        if (piece.size() < size)
            co_return false; // it shrank under our hands; the length is promised, so only closing is honest
        arm(limitFor(m_service.config.writeTime, size, m_service.config.slowestReader));
        left -= piece.size();
        message.body().data = const_cast<char *>(piece.constData()); // Beast only reads it
        message.body().size = static_cast<std::size_t>(piece.size());
        message.body().more = left > 0;
        error_code error;
        co_await http::async_write(m_socket, serializer, asio::redirect_error(kTask, error));
        if (m_timedOut || (error && error != http::error::need_buffer))
            co_return false;
        exchange.sent += piece.size();
        if (left <= 0)
            co_return true;
    }
}

HttpConnection::Task<void> HttpConnection::linger()
{
    // Closing with unread bytes resets the connection, and the client might never see why it was refused.
    error_code error;
    m_socket.shutdown(asio::socket_base::shutdown_send, error);
    m_buffer.clear();
    arm(m_service.config.lingerTime);
    qint64 dropped = 0;
    while (!error && !m_timedOut && dropped < m_service.config.lingerBytes) {
        const std::size_t count = co_await m_socket.async_read_some(m_buffer.prepare(kBodyPiece),
                                                                    asio::redirect_error(kTask, error));
        dropped += static_cast<qint64>(count);
    }
}

void HttpConnection::finish(const Exchange &exchange) const
{
    const Route *route = exchange.match.route;
    HttpExchangeRecord record;
    record.method = exchange.request.method;
    record.pathTemplate = route ? route->pathTemplate : QByteArrayLiteral("-");
    record.status = exchange.response.status;
    record.duration = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now()
                                                                            - exchange.started);
    record.bytes = exchange.sent;
    qCInfo(centralHttp).nospace().noquote()
        << nameOf(record.method) << ' ' << record.pathTemplate << ' ' << record.status << ' '
        << QByteArray::number(static_cast<double>(record.duration.count()) / 1000.0, 'f', 1) << " ms "
        << record.bytes << " B";
    if (m_service.config.finished)
        m_service.config.finished(record);
}

void HttpConnection::arm(std::chrono::milliseconds limit)
{
    m_timedOut = false;
    m_deadline.expires_after(limit);
    m_deadline.async_wait([weak = weak_from_this()](error_code error) {
        if (error)
            return;
        if (const auto self = weak.lock())
            self->expire();
    });
}

void HttpConnection::disarm()
{
    m_timedOut = false;
    m_deadline.expires_at(std::chrono::steady_clock::time_point::max());
}

void HttpConnection::expire()
{
    // The timer may have run out just before the next phase set it anew.
    if (m_deadline.expiry() > std::chrono::steady_clock::now())
        return;
    m_timedOut = true;
    error_code ignored;
    m_socket.cancel(ignored);
}

std::chrono::milliseconds HttpConnection::limitFor(std::chrono::milliseconds base, qint64 bytes, qint64 rate)
{
    return base + std::chrono::milliseconds(bytes * 1000 / rate);
}

} // namespace tawasul
