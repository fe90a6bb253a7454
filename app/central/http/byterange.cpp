// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/byterange.h"

#include "app/central/http/problem.h"

namespace tawasul {

namespace {

struct Span
{
    qint64 offset = 0;
    qint64 length = 0;
};

enum class RangeKind { Whole, Part, Outside };

struct RangeChoice
{
    RangeKind kind = RangeKind::Whole;
    Span span;
};

/// A count of bytes in plain digits; -1 when it is none. QByteArray::toLongLong alone would accept "+5" and "
/// 5".
qint64 countOf(const QByteArray &digits)
{
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return -1;
    }
    bool good = false;
    const qint64 count = digits.toLongLong(&good);
    return good ? count : -1;
}

RangeChoice chooseRange(const QByteArray &header, qint64 size)
{
    const qsizetype equals = header.indexOf('=');
    const qsizetype dash = header.indexOf('-');
    const bool oneByteRange = equals > 0 && dash > equals && !header.contains(',')
        && header.left(equals).compare("bytes", Qt::CaseInsensitive) == 0;
    if (!oneByteRange)
        return {};
    const QByteArray first = header.mid(equals + 1, dash - equals - 1).trimmed();
    const QByteArray last = header.mid(dash + 1).trimmed();
    if (first.isEmpty()) { // the last N bytes
        const qint64 suffix = countOf(last);
        if (suffix < 0 || last.isEmpty())
            return {};
        const qint64 length = std::min(suffix, size);
        if (length == 0)
            return { RangeKind::Outside, {} };
        return { RangeKind::Part, { size - length, length } };
    }
    const qint64 from = countOf(first);
    const qint64 to = last.isEmpty() ? size - 1 : countOf(last);
    if (from < 0 || (!last.isEmpty() && (to < 0 || to < from)))
        return {};
    if (from >= size)
        return { RangeKind::Outside, {} };
    return { RangeKind::Part, { from, std::min(to, size - 1) - from + 1 } };
}

} // namespace

bool namesTag(const QByteArray &list, const QByteArray &tag, bool weakly)
{
    const QList<QByteArray> parts = list.split(',');
    for (const QByteArray &part : parts) {
        QByteArray candidate = part.trimmed();
        if (candidate == "*")
            return true;
        if (weakly && candidate.startsWith("W/"))
            candidate.remove(0, 2);
        if (candidate == tag)
            return true;
    }
    return false;
}

HttpResponse answerWithFile(const HttpRequest &request, const OfferedFile &file)
{
    HttpResponse response;
    response.headers.set("ETag", file.tag);
    response.headers.set("Accept-Ranges", "bytes");
    if (namesTag(request.headers.value("If-None-Match"), file.tag, true)) {
        response.status = 304;
        return response;
    }
    response.headers.set("Content-Type", file.mediaType);
    const bool sameVersion =
        !request.headers.has("If-Range") || request.headers.value("If-Range") == file.tag;
    const RangeChoice choice = request.method == HttpMethod::Get && sameVersion
        ? chooseRange(request.headers.value("Range"), file.size)
        : RangeChoice{};
    const QByteArray size = QByteArray::number(file.size);
    if (choice.kind == RangeKind::Outside) {
        HttpResponse outside = problem(416, "request.range_outside");
        outside.headers.set("Content-Range", QByteArray("bytes */").append(size));
        return outside;
    }
    if (choice.kind == RangeKind::Whole) {
        response.body = FileRange{ file.path, 0, file.size };
        return response;
    }
    const auto [offset, length] = choice.span;
    QByteArray range("bytes ");
    range += QByteArray::number(offset);
    range += '-';
    range += QByteArray::number(offset + length - 1);
    range += '/';
    range += size;
    response.status = 206;
    response.headers.set("Content-Range", range);
    response.body = FileRange{ file.path, offset, length };
    return response;
}

} // namespace tawasul
