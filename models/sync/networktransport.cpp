// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/networktransport.h"

#include "models/sync/deskversion.h"

#include <QtCore/QPointer>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QNetworkReply>

#include <unordered_map>

namespace tawasul {

namespace {

using Failure = TransportReply::Failure;

constexpr qint64 kPiece = 64LL * 1024;
// From here on Qt gives up what unfolds to more than forty times its size on the way. No page is as large, so
// that many cases of one make are not taken for an attack.
constexpr qint64 kSuspiciousFrom = 10LL * 1024 * 1024;

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

bool isAllowed(const QUrl &base)
{
    return base.isValid() && !base.host().isEmpty()
        && (base.scheme() == QLatin1String("https")
            || (base.scheme() == QLatin1String("http") && isLoopback(base.host())));
}

QUrl addressOf(const QUrl &base, const TransportCall &call)
{
    QByteArray text = base.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash
                                    | QUrl::RemoveUserInfo)
                          .toEncoded();
    text += "/api/v1" + call.path.toLatin1();
    if (!call.query.isEmpty())
        text += '?' + call.query.toLatin1();
    return QUrl::fromEncoded(text, QUrl::StrictMode);
}

QNetworkRequest requestFor(const QUrl &url, const TransportCall &call)
{
    using Request = QNetworkRequest;
    Request request(url);
    request.setAttribute(Request::RedirectPolicyAttribute, Request::ManualRedirectPolicy);
    request.setAttribute(Request::CacheLoadControlAttribute, Request::AlwaysNetwork);
    request.setAttribute(Request::CacheSaveControlAttribute, false);
    request.setAttribute(Request::CookieLoadControlAttribute, Request::Manual);
    request.setAttribute(Request::CookieSaveControlAttribute, Request::Manual);
    request.setAttribute(Request::AuthenticationReuseAttribute, Request::Manual);
    request.setTransferTimeout(static_cast<int>(call.timeout.count()));
    // Packed as Qt can unpack it (zstd before gzip) unless the call says otherwise.
    request.setDecompressedSafetyCheckThreshold(kSuspiciousFrom);
    const QByteArray version = deskVersion().toLatin1();
    request.setRawHeader("User-Agent", "TawasulDesk/" + version);
    request.setRawHeader("Tawasul-Desk", version);
    for (const auto &[name, value] : call.headers)
        request.setRawHeader(name, value);
    return request;
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

// Qt numbers as errors also what the centre answered with 4xx and 5xx (from 201 on); those are answers here.
// What is left says that no whole answer came.
Failure failureOf(const QNetworkReply &reply)
{
    using Error = QNetworkReply::NetworkError;
    const Error error = reply.error();
    const int status = statusOf(reply);
    if (error == Error::SslHandshakeFailedError)
        return Failure::Refused;
    const bool ofAnswer = error == Error::NoError
        || (status >= 400 && error >= Error::ContentAccessDenied && error != Error::ProtocolFailure);
    return ofAnswer && status > 0 ? Failure::None : Failure::Offline;
}

// There was nobody to speak to, or nothing was said to whom there was.
bool isKnownToHaveStayed(const QNetworkReply &reply)
{
    using Error = QNetworkReply::NetworkError;
    switch (reply.error()) {
    case Error::ConnectionRefusedError:
    case Error::HostNotFoundError:
    case Error::SslHandshakeFailedError:
    case Error::ProxyConnectionRefusedError:
    case Error::ProxyNotFoundError:
        return true;
    default:
        return false;
    }
}

QNetworkReply *sent(QNetworkAccessManager &network, const QNetworkRequest &request, const TransportCall &call)
{
    if (call.method == "GET")
        return network.get(request);
    if (call.method == "PUT")
        return network.put(request, call.body);
    if (call.method == "POST")
        return network.post(request, call.body);
    return network.sendCustomRequest(request, call.method, call.body);
}

} // namespace

/// The calls that are open, each with the reply of Qt behind it.
class NetworkTransport::Calls : public QObject
{
public:
    explicit Calls(QUrl base)
        : m_base(std::move(base))
    {
        m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        if (isLoopback(m_base.host()))
            m_network.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    }

    ~Calls() override
    {
        auto open = std::move(m_open);
        for (auto &[id, call] : open) {
            if (call.reply) {
                call.reply->disconnect(this);
                call.reply->abort();
                delete call.reply;
            }
            TransportReply reply;
            reply.failure = Failure::Stopped;
            call.answer(std::move(reply));
        }
    }

    CallId send(TransportCall call, Answer answer)
    {
        const CallId id = ++m_last;
        Call &open = m_open[id];
        open.call = std::move(call);
        open.answer = std::move(answer);
        if (!isAllowed(m_base)) {
            endLater(id, Failure::Refused, QStringLiteral("only https, or http to a loopback address"));
            return id;
        }
        const QUrl url = addressOf(m_base, open.call);
        if (!url.isValid()) {
            endLater(id, Failure::Refused, QStringLiteral("no address: ") % url.errorString());
            return id;
        }
        open.reply = sent(m_network, requestFor(url, open.call), open.call);
        connect(open.reply, &QNetworkReply::readyRead, this, [this, id] { take(id); });
        connect(open.reply, &QNetworkReply::finished, this, [this, id] { finish(id); });
        return id;
    }

    void stop(CallId id) { endLater(id, Failure::Stopped, QString()); }

private:
    struct Call
    {
        TransportCall call;
        Answer answer;
        QPointer<QNetworkReply> reply;
        QByteArray body;
        qint64 received = 0;
        bool headSeen = false;
        std::optional<Failure> ending; ///< decided here, not by the network
        QString detail;
    };

    // From the event loop, never from inside send() or stop().
    void endLater(CallId id, Failure failure, const QString &detail)
    {
        const auto found = m_open.find(id);
        if (found == m_open.end() || found->second.ending)
            return;
        found->second.ending = failure;
        found->second.detail = detail;
        QMetaObject::invokeMethod(
            this, [this, id] { finish(id); }, Qt::QueuedConnection);
    }

    void take(CallId id)
    {
        const auto found = m_open.find(id);
        if (found == m_open.end() || found->second.ending || !found->second.reply)
            return;
        Call &open = found->second;
        const int status = statusOf(*open.reply);
        const bool streams = open.call.onPiece && status >= 200 && status <= 299;
        if (streams && !seeHead(open))
            return endLater(id, Failure::Stopped, QStringLiteral("by the receiver"));
        // Piece by piece, so that what unfolds from a few bytes is noticed before all of it is here. Qt
        // itself may have given it up.
        while (!open.ending && open.reply->isOpen()) {
            const QByteArray piece = open.reply->read(kPiece);
            if (piece.isEmpty())
                return;
            open.received += piece.size();
            if (open.received > open.call.mostBytes)
                return endLater(id, Failure::TooLarge, QStringLiteral("more bytes than allowed"));
            if (!streams)
                open.body += piece;
            else if (!open.call.onPiece(piece))
                return endLater(id, Failure::Stopped, QStringLiteral("by the receiver"));
        }
    }

    static bool seeHead(Call &open)
    {
        if (std::exchange(open.headSeen, true) || !open.call.onHead)
            return true;
        return open.call.onHead(head(*open.reply));
    }

    static TransportReply head(const QNetworkReply &reply)
    {
        TransportReply head;
        head.status = statusOf(reply);
        for (const auto &[name, value] : reply.rawHeaderPairs())
            head.headers.append({name, value});
        return head;
    }

    void finish(CallId id)
    {
        take(id);
        const auto found = m_open.find(id);
        if (found == m_open.end())
            return;
        Call open = std::move(found->second);
        m_open.erase(found);
        TransportReply reply;
        if (open.reply)
            reply = head(*open.reply);
        reply.body = std::move(open.body);
        if (open.ending) {
            reply.failure = *open.ending;
            reply.detail = open.detail;
        } else if (open.reply) {
            reply.failure = failureOf(*open.reply);
            if (!reply.answered()) {
                reply.detail = open.reply->errorString();
                reply.neverLeft = isKnownToHaveStayed(*open.reply);
            }
        }
        if (open.reply) {
            open.reply->disconnect(this);
            open.reply->abort();
            open.reply->deleteLater();
        }
        open.answer(std::move(reply));
    }

    const QUrl m_base;
    QNetworkAccessManager m_network;
    std::unordered_map<CallId, Call> m_open;
    CallId m_last = 0;
};

NetworkTransport::NetworkTransport(QUrl base)
    : m_base(std::move(base))
{
}

NetworkTransport::~NetworkTransport() = default;

Transport::CallId NetworkTransport::send(TransportCall call, Answer answer)
{
    if (!m_calls)
        m_calls = std::make_unique<Calls>(m_base); // here, so that it lives on the network's thread
    return m_calls->send(std::move(call), std::move(answer));
}

void NetworkTransport::stop(CallId id)
{
    if (m_calls)
        m_calls->stop(id);
}

} // namespace tawasul
