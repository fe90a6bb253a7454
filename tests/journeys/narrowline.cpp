// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/narrowline.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QUrl>
#include <QtNetwork/QHostAddress>

namespace tawasul {

namespace {

constexpr int kTickMs = 10;
constexpr qint64 kLongestTickMs = 100;
// As much as a line keeps in its buffers; then the sender has to wait.
constexpr qint64 kMostQueued = 32 * 1024;
constexpr qint64 kPacket = 1'400;

} // namespace

NarrowLine::NarrowLine(quint16 target)
    : m_target(target)
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port for the narrow line");
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection())
            join(client);
    });
    connect(&m_tick, &QTimer::timeout, this, [this] { tick(); });
    m_tick.start(kTickMs);
}

NarrowLine::~NarrowLine()
{
    for (const auto &way : m_ways) {
        way->from->disconnect(this);
        way->to->disconnect(this);
    }
}

QUrl NarrowLine::address() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_server.serverPort());
    return url;
}

void NarrowLine::startCounting()
{
    m_down = 0;
    m_up = 0;
    m_asked.clear();
}

qsizetype NarrowLine::firstAsked(const QString &word) const
{
    const auto found = std::find_if(m_asked.begin(), m_asked.end(),
                                    [&word](const QString &asked) { return asked.startsWith(word); });
    return found == m_asked.end() ? -1 : found - m_asked.begin();
}

qint64 NarrowLine::now() const
{
    static const QElapsedTimer kClock = [] {
        QElapsedTimer clock;
        clock.start();
        return clock;
    }();
    return kClock.elapsed();
}

void NarrowLine::join(QTcpSocket *client)
{
    auto *centre = new QTcpSocket(client);
    client->setReadBufferSize(kMostQueued);
    centre->setReadBufferSize(kMostQueued);
    const auto leave = [this, client] {
        QMetaObject::invokeMethod(
            client, [this, client] { drop(client); }, Qt::QueuedConnection);
    };
    connect(client, &QTcpSocket::disconnected, this, leave);
    connect(centre, &QTcpSocket::disconnected, this, leave);
    connect(centre, &QTcpSocket::errorOccurred, this, leave);
    for (const bool isDown : {false, true}) {
        auto way = std::make_unique<Way>();
        way->from = isDown ? centre : client;
        way->to = isDown ? client : centre;
        way->isDown = isDown;
        m_ways.push_back(std::move(way));
    }
    centre->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
}

void NarrowLine::drop(QTcpSocket *client)
{
    const auto belongs = [client](const std::unique_ptr<Way> &way) {
        return way->from == client || way->to == client;
    };
    // What the centre said before it closed still arrives.
    for (const auto &way : m_ways) {
        if (!belongs(way) || !way->isDown || client->state() != QAbstractSocket::ConnectedState)
            continue;
        for (const Piece &piece : way->waiting)
            client->write(piece.bytes);
        client->write(way->from->readAll());
    }
    m_ways.erase(std::remove_if(m_ways.begin(), m_ways.end(), belongs), m_ways.end());
    client->disconnectFromHost();
    client->deleteLater();
}

void NarrowLine::note(const Way &way, const QByteArray &bytes)
{
    if (way.isDown) {
        m_down += bytes.size();
        if (bytes.startsWith("HTTP/1.1 "))
            m_lastHead = bytes.left(bytes.indexOf("\r\n\r\n"));
        return;
    }
    m_up += bytes.size();
    const QByteArray line = bytes.left(bytes.indexOf("\r\n"));
    if (line.endsWith(" HTTP/1.1"))
        m_asked += QString::fromLatin1(line.chopped(9));
}

void NarrowLine::take(Way &way)
{
    if (way.to->state() != QAbstractSocket::ConnectedState)
        return; // it is read once that stands
    while (way.queued < kMostQueued && way.from->bytesAvailable() > 0) {
        const QByteArray bytes = way.from->read(kPacket);
        const bool stalls = m_measure.stallPercent > 0 && int(m_chance() % 100) < m_measure.stallPercent;
        const qint64 due = now() + m_measure.latencyMs + (stalls ? m_measure.stallMs : 0);
        // A stream stays in order: whoever is behind a lost packet waits for it too.
        const qint64 last = way.waiting.empty() ? 0 : way.waiting.back().due;
        way.waiting.push_back({std::max(due, last), bytes});
        way.queued += bytes.size();
    }
}

/// One packet, when it is time; its size.
qint64 NarrowLine::pass(Way &way, qint64 at)
{
    if (way.waiting.empty() || way.waiting.front().due > at)
        return 0;
    const QByteArray bytes = std::move(way.waiting.front().bytes);
    way.waiting.erase(way.waiting.begin());
    way.queued -= bytes.size();
    note(way, bytes);
    way.to->write(bytes);
    return bytes.size();
}

void NarrowLine::tick()
{
    const qint64 at = now();
    // A test that was held up finds the line as narrow as before.
    const double passed = static_cast<double>(std::min(at - m_ticked, kLongestTickMs)) / 1000;
    m_ticked = at;
    const auto rate = static_cast<double>(m_measure.bytesPerSecond);
    for (double &credit : m_credit) // what was not used is lost, but for one packet
        credit = rate > 0 ? std::min(credit + rate * passed, std::max(rate * passed, double(kPacket))) : 1e12;
    carry(true, at);
    carry(false, at);
}

void NarrowLine::carry(bool isDown, qint64 at)
{
    std::vector<Way *> ways;
    for (const auto &way : m_ways) {
        if (way->isDown != isDown)
            continue;
        take(*way);
        ways.push_back(way.get());
    }
    // A packet each in turn; whoever comes first this time comes later another time.
    std::shuffle(ways.begin(), ways.end(), m_chance);
    double &credit = m_credit.at(isDown ? 1 : 0);
    bool moved = true;
    while (moved) {
        moved = false;
        for (Way *way : ways) {
            const qint64 size = credit > 0 ? pass(*way, at) : 0;
            credit -= static_cast<double>(size);
            moved = moved || size > 0;
        }
    }
}

} // namespace tawasul
