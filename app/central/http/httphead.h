// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to the server.

#include "app/central/http/httpmessage.h"

#include <boost/beast/http/message.hpp>

namespace tawasul {

/// Whether an endpoint's answer can go on the wire: a line end in a header would let data write headers of
/// its own.
[[nodiscard]] bool isSendable(const HttpResponse &response);

[[nodiscard]] inline boost::beast::string_view viewOf(const QByteArray &bytes)
{
    return { bytes.constData(), static_cast<std::size_t>(bytes.size()) };
}

/// What an endpoint says in its head, and what the server adds to every one.
template <class Message>
void putHead(Message &message, const HttpResponse &response, const QByteArray &date)
{
    namespace http = boost::beast::http;
    for (const auto &[name, value] : response.headers)
        message.insert(viewOf(name), viewOf(value));
    if (!response.headers.has("Cache-Control"))
        message.set(http::field::cache_control, "no-store");
    message.set("X-Content-Type-Options", "nosniff");
    message.set(http::field::date, viewOf(date));
}

} // namespace tawasul
