// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/central/rawclient.h"

#include <QtCore/QJsonDocument>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <utility>

namespace tawasul {

namespace {

constexpr int kPatienceMs = 20'000; // only ends a test that has gone wrong

bool wait(int socket, short events, int ms)
{
    pollfd entry{ socket, events, 0 };
    return ::poll(&entry, 1, ms) > 0;
}

} // namespace

QString RawAnswer::code() const
{
    return QJsonDocument::fromJson(body).object().value(QStringLiteral("code")).toString();
}

RawClient::RawClient(quint16 port, const char *address)
{
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    ::inet_pton(AF_INET, address, &to.sin_addr);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&to), sizeof to) != 0) {
        ::close(m_socket);
        m_socket = -1;
    }
}

RawClient::~RawClient()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

RawClient::RawClient(RawClient &&other) noexcept
    : m_socket(std::exchange(other.m_socket, -1))
    , m_received(std::move(other.m_received))
{}

bool RawClient::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count = ::send(m_socket, bytes.constData() + sent,
                                     static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        sent += count;
    }
    return true;
}

void RawClient::finishSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

void RawClient::takeLittle()
{
    const int size = 16 * 1024;
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
}

qint64 RawClient::receiveSome(qint64 most)
{
    if (!wait(m_socket, POLLIN, kPatienceMs))
        return 0;
    QByteArray piece(most, Qt::Uninitialized);
    return std::max<qint64>(0, ::recv(m_socket, piece.data(), static_cast<std::size_t>(most), 0));
}

bool RawClient::fill()
{
    if (!wait(m_socket, POLLIN, kPatienceMs))
        return false;
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    const ssize_t count = ::recv(m_socket, piece.data(), static_cast<std::size_t>(piece.size()), 0);
    if (count <= 0)
        return false;
    m_received.append(piece.constData(), count);
    return true;
}

std::optional<RawAnswer> RawClient::receive(bool toHead)
{
    qsizetype end = -1;
    while ((end = m_received.indexOf("\r\n\r\n")) < 0) {
        if (!fill())
            return std::nullopt;
    }
    RawAnswer answer;
    const QList<QByteArray> lines = m_received.left(end).split('\n');
    answer.status = lines.constFirst().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.append(line.left(colon), line.mid(colon + 1).trimmed());
    }
    const bool bodiless = toHead || answer.status == 204 || answer.status == 304 || answer.status < 200;
    const qsizetype length = bodiless ? 0 : answer.headers.value("Content-Length").toLongLong();
    while (m_received.size() < end + 4 + length) {
        if (!fill())
            return std::nullopt;
    }
    answer.body = m_received.mid(end + 4, length);
    m_received.remove(0, end + 4 + length);
    return answer;
}

std::optional<RawAnswer> RawClient::ask(const QByteArray &bytes)
{
    send(bytes);
    return receive();
}

bool RawClient::isClosed(std::chrono::milliseconds patience)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    for (;;) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        if (left.count() <= 0 || !wait(m_socket, POLLIN, static_cast<int>(left.count())))
            return false;
        char piece[4096];
        if (::recv(m_socket, piece, sizeof piece, 0) <= 0)
            return true;
    }
}

QByteArray RawClient::receiveAll()
{
    while (fill()) {}
    return m_received;
}

QByteArray getRequest(const QByteArray &path, const QByteArray &fields)
{
    return QByteArray("GET ")
        .append(path)
        .append(" HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\n")
        .append(fields)
        .append("\r\n");
}

QByteArray putRequest(const QByteArray &path, const QByteArray &body, const QByteArray &fields)
{
    return QByteArray("PUT ")
        .append(path)
        .append(" HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\nContent-Length: ")
        .append(QByteArray::number(body.size()))
        .append("\r\n")
        .append(fields)
        .append("\r\n")
        .append(body);
}

} // namespace tawasul
