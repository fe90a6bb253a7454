// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <random>

namespace tawasul {

/// A door to the centre on a port of its own that holds bytes back for a while, and now and then cuts a
/// connection, before or after the centre has read or answered.
class CuttingProxy : public QObject
{
public:
    explicit CuttingProxy(std::uint64_t seed);

    [[nodiscard]] bool listen();
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// Where the centre is now.
    void leadTo(quint16 port) { m_target = port; }
    /// Off when all is to be well again.
    void setCuts(bool cuts) { m_cuts = cuts; }
    [[nodiscard]] int cuts() const { return m_cutCount; }

private:
    void join(QTcpSocket *client);
    void pass(QTcpSocket *from, QTcpSocket *to);

    QTcpServer m_server;
    std::mt19937_64 m_chance;
    quint16 m_target = 0;
    bool m_cuts = true;
    int m_cutCount = 0;
};

} // namespace tawasul
