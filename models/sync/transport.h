// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <chrono>
#include <functional>
#include <optional>
#include <utility>

namespace tawasul {

/// What came back.
struct TransportReply
{
    enum class Failure {
        None,     ///< the centre answered; see status
        Offline,  ///< not reached, or the answer was lost: the call may have taken effect
        Refused,  ///< TLS or the address itself: nothing was sent
        TooLarge, ///< more bytes than allowed
        Stopped,  ///< by onPiece or by the caller
    };

    Failure failure = Failure::None;
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;        ///< decompressed
    QString detail;         ///< for the log
    bool neverLeft = false; ///< known of a failure: nobody heard of the call, so that nothing took effect

    /// The header's value, or empty; names compare without regard to case.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;

    [[nodiscard]] bool answered() const { return failure == Failure::None; }
};

/// One call to the centre, below the base address.
struct TransportCall
{
    QByteArray method = "GET";
    QString path;  ///< after /api/v1, for example "/cases/ID"; already percent-encoded
    QString query; ///< already percent-encoded, without '?'
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    std::chrono::milliseconds timeout{30'000}; ///< without any progress
    qint64 mostBytes = 64LL * 1024 * 1024; ///< an answer that grows beyond is cut off and counts as malformed
    /// Given, the body of a 2xx answer is handed over piece by piece as it arrives instead of being kept, the
    /// head of that answer before its first piece; false stops the call. Bodies of all other answers are
    /// kept.
    std::function<bool(const TransportReply &head)> onHead;
    std::function<bool(const QByteArray &piece)> onPiece;
};

/// The door to the network. Calls and answers on the network executor; tests put a simulated network or the
/// real centre in process behind it.
class Transport
{
public:
    using Answer = std::function<void(TransportReply)>;
    using CallId = quint64;

    virtual ~Transport() = default;

    /// `answer` is called exactly once and never inside send() or stop(), also after stop().
    virtual CallId send(TransportCall call, Answer answer) = 0;
    /// The answer will be Stopped, unless it was already on its way.
    virtual void stop(CallId id) = 0;
};

} // namespace tawasul
