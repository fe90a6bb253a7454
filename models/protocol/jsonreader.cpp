// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/jsonreader.h"

#include <QtCore/QJsonDocument>

#include <cmath>

namespace tawasul::wire {

namespace {

// 2^53: itself the double nearest to 2^53 + 1, so already doubtful.
constexpr double kFirstInexact = 9007199254740992.0;

Error malformed(const QString &where, const QString &why)
{
    return {Error::Kind::Invalid, QStringLiteral("wire.malformed"), where % QStringLiteral(": ") % why};
}

std::optional<qint64> exactInteger(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    const double number = value.toDouble();
    if (std::trunc(number) != number || std::abs(number) >= kFirstInexact)
        return std::nullopt;
    return static_cast<qint64>(number);
}

/// A day as it is always written; none for other forms. Qt takes many times as long.
QDate readDay(QStringView text)
{
    constexpr QStringView kForm = u"0000-00-00";
    if (text.size() != kForm.size())
        return {};
    for (qsizetype n = 0; n < kForm.size(); ++n) {
        const bool isDigit = text[n] >= u'0' && text[n] <= u'9';
        if (kForm[n] == u'0' ? !isDigit : text[n] != kForm[n])
            return {};
    }
    return QDate(text.sliced(0, 4).toInt(), text.sliced(5, 2).toInt(), text.sliced(8, 2).toInt());
}

} // namespace

JsonReader::JsonReader(QJsonObject object, QString what)
    : m_object(std::move(object))
    , m_what(std::move(what))
{
}

void JsonReader::fail(const Error &nested)
{
    if (!m_error)
        m_error = Error{nested.kind, nested.code, m_what % QLatin1Char('.') % nested.detail};
}

void JsonReader::fail(const QString &field, const Error &nested)
{
    if (!m_error)
        m_error = Error{nested.kind, nested.code,
                        m_what % QLatin1Char('.') % field % QLatin1Char('.')
                            % nested.detail.section(QLatin1Char('.'), 1)};
}

void JsonReader::fail(QLatin1String name, const char *why)
{
    if (!m_error)
        m_error = malformed(m_what % QLatin1Char('.') % name, QString::fromLatin1(why));
}

QJsonValue JsonReader::required(QLatin1String name)
{
    const auto found = m_object.constFind(name);
    if (found == m_object.constEnd()) {
        fail(name, "missing");
        return {};
    }
    return *found;
}

QString JsonReader::text(QLatin1String name)
{
    const QJsonValue value = required(name);
    if (!value.isString())
        fail(name, "not a text");
    return value.toString();
}

QString JsonReader::filledText(QLatin1String name)
{
    QString value = text(name);
    if (value.isEmpty())
        fail(name, "empty");
    return value;
}

QString JsonReader::optionalText(QLatin1String name)
{
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined() || value.isNull())
        return {};
    return text(name);
}

QStringList JsonReader::texts(QLatin1String name)
{
    const QJsonValue value = required(name);
    if (!value.isArray()) {
        fail(name, "not a list");
        return {};
    }
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &element : array) {
        if (!element.isString())
            fail(name, "not a list of texts");
        list.append(element.toString());
    }
    return list;
}

QStringList JsonReader::optionalTexts(QLatin1String name)
{
    const QJsonValue value = m_object.value(name);
    return value.isUndefined() || value.isNull() ? QStringList() : texts(name);
}

qint64 JsonReader::integer(QLatin1String name, qint64 least, qint64 greatest)
{
    const auto value = exactInteger(required(name));
    if (!value) {
        fail(name, "not a whole number");
        return least;
    }
    if (*value < least || *value > greatest)
        fail(name, "out of range");
    return *value;
}

qint64 JsonReader::optionalInteger(QLatin1String name, qint64 least, qint64 greatest, qint64 otherwise)
{
    const QJsonValue value = m_object.value(name);
    return value.isUndefined() || value.isNull() ? otherwise : integer(name, least, greatest);
}

bool JsonReader::boolean(QLatin1String name)
{
    const QJsonValue value = required(name);
    if (!value.isBool())
        fail(name, "not true or false");
    return value.toBool();
}

bool JsonReader::optionalBoolean(QLatin1String name, bool otherwise)
{
    const QJsonValue value = m_object.value(name);
    return value.isUndefined() || value.isNull() ? otherwise : boolean(name);
}

Instant JsonReader::instant(QLatin1String name)
{
    const auto value = instantFromIso(text(name));
    if (!value)
        fail(name, "not an instant in ISO 8601 with zone");
    return value.value_or(Instant{});
}

std::optional<Instant> JsonReader::optionalInstant(QLatin1String name)
{
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    return instant(name);
}

QDate JsonReader::day(QLatin1String name)
{
    const QString value = text(name);
    if (const QDate own = readDay(value); own.isValid())
        return own;
    const QDate parsed = QDate::fromString(value, Qt::ISODate);
    if (!parsed.isValid() || parsed.toString(Qt::ISODate) != value)
        fail(name, "not a day");
    return parsed;
}

QDate JsonReader::optionalDay(QLatin1String name)
{
    const QJsonValue value = m_object.value(name);
    return value.isUndefined() || value.isNull() ? QDate() : day(name);
}

QTime JsonReader::timeOfDay(QLatin1String name)
{
    static const QString kForm = QStringLiteral("HH:mm");
    const QString value = text(name);
    const QTime parsed = QTime::fromString(value, kForm);
    if (!parsed.isValid() || parsed.toString(kForm) != value)
        fail(name, "not a time of day");
    return parsed;
}

QJsonObject JsonReader::object(QLatin1String name)
{
    const QJsonValue value = required(name);
    if (!value.isObject())
        fail(name, "not an object");
    return value.toObject();
}

std::optional<QJsonObject> JsonReader::optionalObject(QLatin1String name)
{
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    return object(name);
}

std::vector<QJsonObject> JsonReader::objects(QLatin1String name)
{
    std::vector<QJsonObject> list;
    const QJsonValue value = required(name);
    if (!value.isArray()) {
        fail(name, "not a list");
        return list;
    }
    const QJsonArray array = value.toArray();
    list.reserve(static_cast<std::size_t>(array.size()));
    for (const QJsonValue &element : array) {
        if (!element.isObject())
            fail(name, "not a list of objects");
        list.push_back(element.toObject());
    }
    return list;
}

std::vector<QJsonObject> JsonReader::optionalObjects(QLatin1String name)
{
    const QJsonValue value = m_object.value(name);
    return value.isUndefined() || value.isNull() ? std::vector<QJsonObject>() : objects(name);
}

Result<QJsonObject> parseObject(const QByteArray &json, const QString &what)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return malformed(what, error.errorString());
    if (!document.isObject())
        return malformed(what, QStringLiteral("not an object"));
    return document.object();
}

QByteArray toBytes(const QJsonObject &object)
{
    // Qt drops a U+FEFF at the start of a text when it reads one, as if it were the mark of a file; other
    // readers do not. Escaped, it is the same to all.
    return QJsonDocument(object).toJson(QJsonDocument::Compact).replace("\xEF\xBB\xBF", "\\ufeff");
}

} // namespace tawasul::wire
