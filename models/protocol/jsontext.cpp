// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/jsontext.h"

#include "models/protocol/jsonreader.h"

#include <QtCore/QJsonDocument>

#include <algorithm>

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

QByteArray member(QLatin1String name, const QByteArray &value)
{
    return '"' + QByteArray(name.data(), name.size()) + "\":" + value;
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

void insertFirst(QByteArray &object, QLatin1String name, const QByteArray &value)
{
    object.insert(1, member(name, value) + ',');
}

void insertLast(QByteArray &object, QLatin1String name, const QByteArray &value)
{
    object.insert(object.size() - 1, ',' + member(name, value));
}

} // namespace tawasul::wire
