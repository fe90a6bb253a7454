// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QtCore/QDate>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QStringBuilder>
#include <QtCore/QStringList>
#include <QtCore/QTime>

#include <optional>
#include <vector>

namespace tawasul::wire {

/// Reads the fields of one JSON object strictly and remembers the first thing that was wrong, so that a
/// decoder can read on and ask once. Unknown fields are ignored; a missing or mistyped
/// one is not.
class JsonReader
{
public:
    /// `what` names the object in errors ("case", "act"). The object is kept alive by the reader.
    JsonReader(QJsonObject object, QString what);

    /// A string that must be there; may be empty.
    [[nodiscard]] QString text(QLatin1String name);
    /// A string that must be there and hold something.
    [[nodiscard]] QString filledText(QLatin1String name);
    /// A string, or empty when the field is missing or null.
    [[nodiscard]] QString optionalText(QLatin1String name);
    [[nodiscard]] QStringList optionalTexts(QLatin1String name);
    [[nodiscard]] QStringList texts(QLatin1String name);

    /// A whole number that JSON can carry exactly (|n| < 2^53, RFC 7493), within [least, greatest].
    [[nodiscard]] qint64 integer(QLatin1String name, qint64 least, qint64 greatest);
    [[nodiscard]] qint64 optionalInteger(QLatin1String name, qint64 least, qint64 greatest, qint64 otherwise);
    [[nodiscard]] bool boolean(QLatin1String name);
    [[nodiscard]] bool optionalBoolean(QLatin1String name, bool otherwise);

    [[nodiscard]] Instant instant(QLatin1String name);
    [[nodiscard]] std::optional<Instant> optionalInstant(QLatin1String name);
    /// A day as YYYY-MM-DD.
    [[nodiscard]] QDate day(QLatin1String name);
    [[nodiscard]] QDate optionalDay(QLatin1String name);
    /// A time of day as HH:MM.
    [[nodiscard]] QTime timeOfDay(QLatin1String name);

    [[nodiscard]] QJsonObject object(QLatin1String name);
    /// The object, or nothing when the field is missing or null.
    [[nodiscard]] std::optional<QJsonObject> optionalObject(QLatin1String name);
    /// The array's elements, which must all be objects.
    [[nodiscard]] std::vector<QJsonObject> objects(QLatin1String name);
    [[nodiscard]] std::vector<QJsonObject> optionalObjects(QLatin1String name);

    /// Takes over the error of a nested value, under this object's name.
    void fail(const Error &nested);
    /// The same for the value in that field: the field's name takes the place of what the value called
    /// itself.
    void fail(const QString &field, const Error &nested);
    /// Remembers that the field does not make sense.
    void fail(QLatin1String name, const char *why);

    /// The first thing that was wrong: kind Invalid, code "wire.malformed", detail "case.version: missing".
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    [[nodiscard]] QJsonValue required(QLatin1String name);

    QJsonObject m_object;
    QString m_what;
    std::optional<Error> m_error;
};

/// The values of these objects, which stand in the field `name`; the first one that makes no sense is
/// remembered by the reader, under its place in the list.
template<class T>
[[nodiscard]] std::vector<T> decodedList(JsonReader &reader, QLatin1String name,
                                         const std::vector<QJsonObject> &objects,
                                         Result<T> (*decode)(const QJsonObject &))
{
    std::vector<T> values;
    values.reserve(objects.size());
    for (std::size_t i = 0; i < objects.size(); ++i) {
        Result<T> value = decode(objects[i]);
        if (!value) {
            reader.fail(QString(name % QLatin1Char('[') % QString::number(i) % QLatin1Char(']')),
                        value.error());
            break;
        }
        values.push_back(std::move(value).value());
    }
    return values;
}

/// The one object that a document of bytes holds, or wire.malformed.
[[nodiscard]] Result<QJsonObject> parseObject(const QByteArray &json, const QString &what);

/// Compact UTF-8, keys in the fixed order of QJsonObject: same value, same bytes.
[[nodiscard]] QByteArray toBytes(const QJsonObject &object);

} // namespace tawasul::wire
