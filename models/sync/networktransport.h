// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/transport.h"

#include <QtCore/QUrl>

#include <memory>

namespace tawasul {

/// The real network, by QNetworkAccessManager: TLS errors are never overlooked, plain http goes to loopback
/// addresses only (Refused elsewhere), redirects are not followed, no cookies, no cache, no proxy to
/// loopback. Made on any thread; used and destroyed on the network's, whose event loop must run. Calls that
/// are open when it goes are answered Stopped.
class NetworkTransport final : public Transport
{
public:
    /// `base` is the centre's address without /api/v1.
    explicit NetworkTransport(QUrl base);
    ~NetworkTransport() override;
    NetworkTransport(const NetworkTransport &) = delete;
    NetworkTransport &operator=(const NetworkTransport &) = delete;

    CallId send(TransportCall call, Answer answer) override;
    void stop(CallId id) override;

private:
    class Calls;
    QUrl m_base;
    std::unique_ptr<Calls> m_calls;
};

} // namespace tawasul
