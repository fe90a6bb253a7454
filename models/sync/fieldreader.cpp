// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/fieldreader.h"

#include "models/domain/instant.h"

#include <QtCore/QDate>

#include <cmath>

namespace tawasul {

namespace {

constexpr double kLargestExact = 9007199254740992.0; // 2^53
constexpr std::size_t kDaySize = 10;                 // YYYY-MM-DD
constexpr std::size_t kInstantSize = 24;             // YYYY-MM-DDTHH:MM:SS.mmmZ

QString unicode(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// The number that these two or four digits are, or -1.
int digits(std::string_view text, std::size_t from, std::size_t count)
{
    int number = 0;
    for (const char c : text.substr(from, count)) {
        if (c < '0' || c > '9')
            return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

// Whether a text of at least ten characters begins with a day that exists. Only says yes to the one form that
// everything of ours writes; every other text is left to QDate and QDateTime, which know the rest of ISO
// 8601.
bool beginsWithPlainDay(std::string_view text)
{
    const int year = digits(text, 0, 4);
    return year > 0 && text[4] == '-' && text[7] == '-'
        && QDate::isValid(year, digits(text, 5, 2), digits(text, 8, 2));
}

bool isPlainInstant(std::string_view text)
{
    const auto within = [&text](std::size_t from, std::size_t count, int most) {
        const int number = digits(text, from, count);
        return number >= 0 && number <= most;
    };
    return text.size() == kInstantSize && beginsWithPlainDay(text) && text[10] == 'T' && within(11, 2, 23)
        && text[13] == ':' && within(14, 2, 59) && text[16] == ':' && within(17, 2, 59) && text[19] == '.'
        && within(20, 3, 999) && text[23] == 'Z';
}

std::optional<qint64> exactInteger(const simdjson::dom::element &element)
{
    std::int64_t whole = 0;
    if (element.get(whole) == simdjson::SUCCESS)
        return std::abs(static_cast<double>(whole)) <= kLargestExact ? std::optional<qint64>(whole)
                                                                     : std::nullopt;
    double number = 0;
    if (element.get(number) != simdjson::SUCCESS || std::trunc(number) != number
        || std::abs(number) > kLargestExact)
        return std::nullopt;
    return static_cast<qint64>(number);
}

} // namespace

FieldReader::FieldReader(Object object, const char *what, Reading &reading)
    : m_what(what)
    , m_reading(reading)
{
    for (const auto field : object)
        m_members.append(Member{field.key, field.value});
}

void FieldReader::fail(QLatin1String name, const char *why)
{
    if (!m_reading.error)
        m_reading.error =
            Error{Error::Kind::Invalid, QStringLiteral("wire.malformed"),
                  QLatin1String(m_what) % QLatin1Char('.') % name % QLatin1String(": ") % QLatin1String(why)};
}

const FieldReader::Element *FieldReader::find(QLatin1String name) const
{
    const std::string_view wanted(name.data(), static_cast<std::size_t>(name.size()));
    for (qsizetype i = m_members.size() - 1; i >= 0; --i) {
        if (m_members[i].name == wanted)
            return &m_members[i].value;
    }
    return nullptr;
}

const FieldReader::Element *FieldReader::required(QLatin1String name)
{
    const Element *element = find(name);
    if (!element)
        fail(name, "missing");
    return element;
}

bool FieldReader::isAbsent(QLatin1String name) const
{
    const Element *element = find(name);
    return !element || element->is_null();
}

std::string_view FieldReader::text(QLatin1String name)
{
    const Element *element = required(name);
    std::string_view value;
    if (element && element->get(value) != simdjson::SUCCESS)
        fail(name, "not a text");
    return value;
}

std::string_view FieldReader::filledText(QLatin1String name)
{
    const std::string_view value = text(name);
    if (value.empty())
        fail(name, "empty");
    return value;
}

std::string_view FieldReader::optionalText(QLatin1String name)
{
    return isAbsent(name) ? std::string_view() : text(name);
}

void FieldReader::optionalTexts(QLatin1String name)
{
    if (isAbsent(name))
        return;
    const auto list = array(name);
    if (!list)
        return;
    for (const Element element : *list) {
        if (!element.is_string())
            fail(name, "not a list of texts");
    }
}

qint64 FieldReader::integer(QLatin1String name, qint64 least, qint64 greatest)
{
    const Element *element = required(name);
    const auto value = element ? exactInteger(*element) : std::nullopt;
    if (!value)
        fail(name, "not a whole number");
    else if (*value < least || *value > greatest)
        fail(name, "out of range");
    return value.value_or(least);
}

qint64 FieldReader::optionalInteger(QLatin1String name, qint64 least, qint64 greatest, qint64 otherwise)
{
    return isAbsent(name) ? otherwise : integer(name, least, greatest);
}

bool FieldReader::boolean(QLatin1String name)
{
    const Element *element = required(name);
    bool value = false;
    if (element && element->get(value) != simdjson::SUCCESS)
        fail(name, "not true or false");
    return value;
}

std::string_view FieldReader::instant(QLatin1String name)
{
    const std::string_view value = text(name);
    if (isPlainInstant(value))
        return value;
    const auto parsed = instantFromIso(unicode(value));
    if (!parsed) {
        fail(name, "not an instant in ISO 8601 with zone");
        return {};
    }
    return m_reading.texts.emplace_back(toIso(*parsed).toStdString());
}

std::string_view FieldReader::optionalInstant(QLatin1String name)
{
    return isAbsent(name) ? std::string_view() : instant(name);
}

std::string_view FieldReader::day(QLatin1String name)
{
    const std::string_view value = text(name);
    if (value.size() == kDaySize && beginsWithPlainDay(value))
        return value;
    const QString slow = unicode(value);
    const QDate parsed = QDate::fromString(slow, Qt::ISODate);
    if (!parsed.isValid() || parsed.toString(Qt::ISODate) != slow)
        fail(name, "not a day");
    return m_reading.texts.emplace_back(slow.toStdString());
}

void FieldReader::optionalDay(QLatin1String name)
{
    if (!isAbsent(name))
        static_cast<void>(day(name));
}

std::optional<FieldReader::Object> FieldReader::object(QLatin1String name)
{
    const Element *element = required(name);
    Object value;
    if (!element)
        return std::nullopt;
    if (element->get(value) != simdjson::SUCCESS) {
        fail(name, "not an object");
        return std::nullopt;
    }
    return value;
}

std::optional<FieldReader::Object> FieldReader::optionalObject(QLatin1String name)
{
    return isAbsent(name) ? std::nullopt : object(name);
}

std::optional<simdjson::dom::array> FieldReader::array(QLatin1String name)
{
    const Element *element = required(name);
    simdjson::dom::array value;
    if (!element)
        return std::nullopt;
    if (element->get(value) != simdjson::SUCCESS) {
        fail(name, "not a list");
        return std::nullopt;
    }
    return value;
}

} // namespace tawasul
