// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/cuttingproxy.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtNetwork/QHostAddress>

namespace tawasul {

namespace {

constexpr unsigned kCutPercent = 4; // of pieces
constexpr int kLongestDelayMs = 30;

} // namespace

CuttingProxy::CuttingProxy(std::uint64_t seed)
    : m_chance(seed)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection())
            join(client);
    });
}

bool CuttingProxy::listen()
{
    return m_server.listen(QHostAddress::LocalHost);
}

void CuttingProxy::join(QTcpSocket *client)
{
    auto *centre = new QTcpSocket(client);
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(centre, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(centre, &QTcpSocket::errorOccurred, client, &QTcpSocket::disconnectFromHost);
    connect(client, &QTcpSocket::readyRead, this, [this, client, centre] { pass(client, centre); });
    connect(centre, &QTcpSocket::readyRead, this, [this, client, centre] { pass(centre, client); });
    connect(centre, &QTcpSocket::connected, this, [this, client, centre] { pass(client, centre); });
    centre->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
}

void CuttingProxy::pass(QTcpSocket *from, QTcpSocket *to)
{
    if (to->state() != QAbstractSocket::ConnectedState)
        return; // it is read once that stands
    const QByteArray piece = from->readAll();
    if (m_cuts && m_chance() % 100 < kCutPercent) {
        ++m_cutCount;
        from->abort();
        return to->abort();
    }
    const int delay = m_cuts ? static_cast<int>(m_chance() % kLongestDelayMs) : 0;
    // Equal or growing delays would reorder; a stream stays in order by one timer for each piece, in turn.
    const int turn = to->property("turn").toInt() + delay;
    to->setProperty("turn", turn);
    QTimer::singleShot(turn, to, [to, piece, delay] {
        to->setProperty("turn", to->property("turn").toInt() - delay);
        to->write(piece);
    });
}

} // namespace tawasul
