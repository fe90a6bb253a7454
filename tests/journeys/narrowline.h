// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QTimer>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <array>
#include <memory>
#include <random>
#include <vector>

namespace tawasul {

/// A door to the centre at the end of a narrow line: what its connections carry shares one rate, comes late,
/// and stands still now and then, as it does when a packet is lost and sent again. It counts bytes and keeps
/// what was asked, in order. Without a rate it only counts.
class NarrowLine : public QObject
{
public:
    struct Measure
    {
        qint64 bytesPerSecond = 0; ///< each way; 0: as fast as it goes
        int latencyMs = 0;         ///< one way
        int stallPercent = 0;      ///< of pieces
        int stallMs = 0;
    };

    explicit NarrowLine(quint16 target);
    ~NarrowLine() override;

    [[nodiscard]] QUrl address() const;
    void become(const Measure &measure) { m_measure = measure; }

    [[nodiscard]] qint64 down() const { return m_down; } ///< bytes from the centre
    [[nodiscard]] qint64 up() const { return m_up; }
    [[nodiscard]] const QStringList &asked() const { return m_asked; } ///< "GET /api/v1/…", as it set out
    /// The first question that begins so, or -1.
    [[nodiscard]] qsizetype firstAsked(const QString &word) const;
    [[nodiscard]] const QByteArray &lastHead() const { return m_lastHead; } ///< of the last answer
    void startCounting();

private:
    struct Piece
    {
        qint64 due = 0; ///< ms
        QByteArray bytes;
    };
    /// One direction of one connection.
    struct Way
    {
        QTcpSocket *from = nullptr;
        QTcpSocket *to = nullptr;
        bool isDown = false;
        std::vector<Piece> waiting;
        qint64 queued = 0;
    };

    void join(QTcpSocket *client);
    void take(Way &way);
    void note(const Way &way, const QByteArray &bytes);
    void tick();
    void carry(bool isDown, qint64 at);
    [[nodiscard]] qint64 pass(Way &way, qint64 at);
    void drop(QTcpSocket *client);
    [[nodiscard]] qint64 now() const;

    QTcpServer m_server;
    QTimer m_tick;
    const quint16 m_target;
    Measure m_measure;
    std::mt19937_64 m_chance{7};
    std::vector<std::unique_ptr<Way>> m_ways;
    std::array<double, 2> m_credit{}; ///< bytes that each way may still carry; below zero after a packet
    qint64 m_ticked = 0;
    qint64 m_down = 0;
    qint64 m_up = 0;
    QStringList m_asked;
    QByteArray m_lastHead;
};

} // namespace tawasul
