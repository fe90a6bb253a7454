// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/httptarget.h"

#include <QtCore/QStringDecoder>
#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>

#include <algorithm>

namespace tawasul {

namespace {

std::optional<QString> decoded(const QByteArray &encoded)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8.decode(QByteArray::fromPercentEncoding(encoded));
    const bool hasControl =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    if (utf8.hasError() || hasControl)
        return std::nullopt;
    return text;
}

std::optional<QStringList> readPath(const QByteArray &path)
{
    QStringList segments;
    // "/" alone is the root, a path of no segments; otherwise every segment has a name.
    if (path == "/")
        return segments;
    const QList<QByteArray> parts = path.mid(1).split('/');
    for (const QByteArray &encoded : parts) {
        const std::optional<QString> segment = decoded(encoded);
        if (!segment || segment->isEmpty() || *segment == QLatin1String(".")
            || *segment == QLatin1String("..") || segment->contains(u'/') || segment->contains(u'\\'))
            return std::nullopt;
        segments.append(*segment);
    }
    return segments;
}

std::optional<QMap<QString, QString>> readQuery(const QString &encoded)
{
    QMap<QString, QString> values;
    if (encoded.isEmpty())
        return values;
    const auto items = QUrlQuery(encoded).queryItems(QUrl::FullyEncoded);
    for (const auto &[name, value] : items) {
        const std::optional<QString> key = decoded(name.toLatin1());
        const std::optional<QString> text = decoded(value.toLatin1());
        if (!key || !text || key->isEmpty() || values.contains(*key))
            return std::nullopt;
        values.insert(*key, *text);
    }
    return values;
}

} // namespace

std::optional<HttpTarget> readTarget(const QByteArray &target)
{
    const bool visibleAscii =
        std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (!target.startsWith('/') || !visibleAscii)
        return std::nullopt;
    // An authority of our own in front keeps QUrl from reading "//host/path" as one.
    QByteArray absolute("http://centre");
    absolute += target;
    const QUrl url = QUrl::fromEncoded(absolute, QUrl::StrictMode);
    if (!url.isValid() || url.hasFragment() || url.host() != QLatin1String("centre"))
        return std::nullopt;
    // The path is split before it is decoded: QUrl would already have turned some of %2E and the like.
    const std::optional<QStringList> path = readPath(target.split('?').constFirst());
    const std::optional<QMap<QString, QString>> query = readQuery(url.query(QUrl::FullyEncoded));
    if (!path || !query)
        return std::nullopt;
    return HttpTarget{ *path, *query };
}

} // namespace tawasul
