// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How attachments were read. What cannot be read back is as if it had never been: nobody's work is lost but a
// place in a file.
#include "models/sql/rows.h"
#include "models/store/journalbody.h"
#include "models/store/journalsteps.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace tawasul {

namespace {

QByteArray storedTurns(const std::map<int, int> &turns)
{
    QJsonObject object;
    for (const auto &[page, turn] : turns)
        object.insert(QString::number(page), turn);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::map<int, int> turnsFrom(const QByteArray &json)
{
    std::map<int, int> turns;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto each = object.begin(); each != object.end(); ++each) {
        bool isNumber = false;
        const int page = each.key().toInt(&isNumber);
        const int turn = each.value().toInt() & 3;
        if (isNumber && page >= 0 && turn != 0)
            turns.emplace(page, turn);
    }
    return turns;
}

QByteArray storedLabels(const PageLabels &labels)
{
    QJsonArray array;
    for (const PageLabel &label : labels)
        array.append(QJsonObject{{QStringLiteral("first"), label.first},
                                 {QStringLiteral("last"), label.last},
                                 {QStringLiteral("document"), label.document}});
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

PageLabels labelsFrom(const QByteArray &json, int pages)
{
    PageLabels labels;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &each : array) {
        const QJsonObject object = each.toObject();
        const PageLabel label{object.value(QLatin1StringView("first")).toInt(-1),
                              object.value(QLatin1StringView("last")).toInt(-1),
                              object.value(QLatin1StringView("document")).toString()};
        if (label.first >= 0 && label.first <= label.last && label.last < pages && !label.document.isEmpty())
            labels.push_back(label);
    }
    return labels;
}

Result<std::optional<DocumentReading>> readingOf(Database &database, const QString &sha256)
{
    return readOne(
        database,
        QStringLiteral("SELECT page, pages, continuous, turn, turns, labels FROM reading WHERE sha256 = ?"),
        [](Query &row) {
            DocumentReading reading;
            reading.page = static_cast<int>(row.int64(0));
            reading.pages = static_cast<int>(row.int64(1));
            reading.continuous = row.int64(2) != 0;
            reading.turn = static_cast<int>(row.int64(3));
            reading.turns = turnsFrom(row.blob(4));
            reading.labels = labelsFrom(row.blob(5), reading.pages);
            return reading;
        },
        sha256);
}

} // namespace

Result<DocumentReadings> Journal::readings(const QStringList &sha256s)
{
    DocumentReadings readings;
    for (const QString &sha256 : sha256s) {
        const auto reading = readingOf(m_body->database, sha256);
        if (!reading)
            return reading.error();
        if (*reading)
            readings.insert(sha256, **reading);
    }
    return readings;
}

Outcome Journal::saveReading(const QString &sha256, const DocumentReading &reading)
{
    return done(changeRows(m_body->database,
                           QStringLiteral("INSERT OR REPLACE INTO reading (sha256, page, pages, continuous,"
                                          " turn, turns, labels, read_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                           sha256, qint64(reading.page), qint64(reading.pages), reading.continuous,
                           qint64(reading.turn), storedTurns(reading.turns), storedLabels(reading.labels),
                           m_body->now()));
}

Outcome Journal::forgetReadings(Instant readBefore)
{
    return done(changeRows(m_body->database, QStringLiteral("DELETE FROM reading WHERE read_at < ?"),
                           toIso(readBefore)));
}

} // namespace tawasul
