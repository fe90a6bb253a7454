// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/jsontext.h"

#include "models/protocol/jsonreader.h"

#include <QtCore/QJsonDocument>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace tawasul::wire {

namespace {

bool isPlain(QChar sign)
{
    return sign >= u' ' && sign <= u'~' && sign != u'"' && sign != u'\\';
}

// Qt knows how everything else is written.
QByteArray quoted(QStringView text)
{
    const QByteArray object = toBytes({{QString(), text.toString()}});
    constexpr qsizetype kBefore = std::ssize("{\"\":") - 1;
    return object.sliced(kBefore).chopped(1);
}

} // namespace

void appendText(QByteArray &json, QStringView text)
{
    if (!std::all_of(text.begin(), text.end(), isPlain)) {
        json.append(quoted(text));
        return;
    }
    const qsizetype before = json.size();
    json.resize(before + text.size() + 2);
    char *out = json.data() + before;
    *out++ = '"';
    out = std::transform(text.begin(), text.end(), out,
                         [](QChar sign) { return static_cast<char>(sign.unicode()); });
    *out = '"';
}

void appendNumber(QByteArray &json, qint64 number)
{
    std::array<char, std::numeric_limits<qint64>::digits10 + 2> digits{}; // and a sign
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    json.append(digits.data(), written.ptr - digits.data());
}

void insertFirst(QByteArray &object, QLatin1String name, QByteArrayView value)
{
    QByteArray whole;
    whole.reserve(object.size() + name.size() + value.size() + 4);
    whole.append("{\"").append(name.data(), name.size()).append("\":").append(value);
    whole.append(',').append(QByteArrayView(object).sliced(1));
    object = std::move(whole);
}

void insertLast(QByteArray &object, QLatin1String name, QByteArrayView value)
{
    object.chop(1);
    object.reserve(object.size() + name.size() + value.size() + 5);
    object.append(",\"").append(name.data(), name.size()).append("\":").append(value).append('}');
}

} // namespace tawasul::wire
