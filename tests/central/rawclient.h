// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/http/httpheaders.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>

#include <chrono>
#include <optional>

namespace tawasul {

/// One answer as it was on the wire.
struct RawAnswer
{
    int status = 0;
    HttpHeaders headers;
    QByteArray body;

    [[nodiscard]] QString code() const; ///< of a problem+json body
};

/// A TCP client on the loopback that sends whatever bytes it is given; blocking, for tests only.
class RawClient
{
public:
    explicit RawClient(quint16 port, const char *address = "127.0.0.1");
    ~RawClient();
    RawClient(RawClient &&other) noexcept;
    Q_DISABLE_COPY(RawClient)

    [[nodiscard]] bool isConnected() const { return m_socket >= 0; }
    /// False when the other side has closed; sending goes on until everything is taken otherwise.
    bool send(const QByteArray &bytes);
    void finishSending();
    /// The next answer; nothing when the connection ends before it is whole. `toHead`: the request was a
    /// HEAD.
    [[nodiscard]] std::optional<RawAnswer> receive(bool toHead = false);
    [[nodiscard]] std::optional<RawAnswer> ask(const QByteArray &bytes);
    /// True when the server closes within `patience`; bytes on the way are dropped.
    [[nodiscard]] bool isClosed(std::chrono::milliseconds patience = std::chrono::seconds(10));
    /// From now on the system keeps little of what has not been read.
    void takeLittle();
    /// Some bytes of whatever comes; 0 when nothing does.
    [[nodiscard]] qint64 receiveSome(qint64 most);
    /// Everything until the server closes.
    [[nodiscard]] QByteArray receiveAll();

private:
    bool fill();

    int m_socket = -1;
    QByteArray m_received;
};

/// "GET /path HTTP/1.1" with Host, a token, and more fields ("Name: value\r\n").
[[nodiscard]] QByteArray getRequest(const QByteArray &path, const QByteArray &fields = {});
[[nodiscard]] QByteArray putRequest(const QByteArray &path, const QByteArray &body,
                                    const QByteArray &fields = {});

} // namespace tawasul
