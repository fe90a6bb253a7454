// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/requestrules.h"

#include "app/central/http/problem.h"

#include <algorithm>
#include <array>

namespace tawasul {

namespace {

using Refusal = std::optional<HttpResponse>;

// A second field of one of these makes two readers of the message see two different messages.
constexpr std::array kOnce{
    "Host",
    "Content-Length",
    "Transfer-Encoding",
    "Content-Type",
    "Content-Encoding",
    "Content-Range",
    "If-Match",
    "If-None-Match",
    "Authorization",
    "If-Range",
    "Range",
    "Expect",
    "Origin",
    "Upgrade",
};

bool allDigits(QByteArrayView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The host of `name`, `name:port`, `[v6]` or `[v6]:port`; empty when it is none of them.
QByteArray hostWithoutPort(const QByteArray &value)
{
    const qsizetype end = value.startsWith('[') ? value.indexOf(']') + 1 : value.indexOf(':');
    if (end < 0 || end == value.size())
        return value;
    if (end == 0 || value.at(end) != ':' || !allDigits(QByteArrayView(value).sliced(end + 1)))
        return {};
    return value.left(end);
}

Refusal malformed(const char *code)
{
    return problem(400, code);
}

Refusal framingRefusal(const HttpHeaders &headers, int version)
{
    const bool coded = headers.has("Transfer-Encoding");
    const bool measured = headers.has("Content-Length");
    if (coded && measured)
        return malformed("request.length_ambiguous");
    // 18 digits always fit; Beast would also accept "5, 5".
    const QByteArray length = headers.value("Content-Length");
    if (measured && (!allDigits(length) || length.size() > 18))
        return malformed("request.length_invalid");
    if (coded
        && (version < 11 || headers.value("Transfer-Encoding").compare("chunked", Qt::CaseInsensitive) != 0))
        return malformed("request.coding_unknown");
    return std::nullopt;
}

} // namespace

std::optional<HttpResponse> RequestRules::refusal(const HttpHeaders &headers, int version) const
{
    for (const char *name : kOnce) {
        if (headers.count(name) > 1)
            return malformed("request.header_repeated");
    }
    if (Refusal framing = framingRefusal(headers, version))
        return framing;
    // Required also of HTTP/1.0: a caller that does not say whom it calls may have been misled (DNS
    // rebinding).
    const QByteArray host = hostWithoutPort(headers.value("Host")).toLower();
    if (host.isEmpty())
        return malformed("request.host_invalid");
    if (!hosts.contains(host))
        return problem(421, "request.host_unknown");
    // Only browsers send Origin, and no web page has business with the centre.
    if (headers.has("Origin"))
        return problem(403, "request.origin_refused");
    if (headers.has("Content-Encoding"))
        return problem(415, "request.encoding_unsupported");
    if (headers.has("Expect") && headers.value("Expect").compare("100-continue", Qt::CaseInsensitive) != 0)
        return problem(417, "request.expectation_unknown");
    return std::nullopt;
}

} // namespace tawasul
