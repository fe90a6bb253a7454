// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/http/eventstream.h"
#include "app/central/http/httpheaders.h"

#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <memory>
#include <variant>

namespace tawasul {

/// The methods the centre knows; everything else that is a method of the web is Other and belongs to no
/// route.
enum class HttpMethod { Get, Head, Post, Put, Delete, Other };

/// The name on the wire; "-" for Other, so that no text of a request reaches a log.
[[nodiscard]] QByteArray nameOf(HttpMethod method);

/// One request, whole and already judged well-formed; a value that may go to any thread.
struct HttpRequest
{
    HttpMethod method = HttpMethod::Get;
    /// Segments, percent-decoded. None is empty, "." or ".."; none contains '/', '\' or a control character.
    QStringList path;
    QMap<QString, QString> query; ///< decoded; a name never occurs twice
    QMap<QString, QString> parameters; ///< of the route's template, for example id → 01J…
    HttpHeaders headers; ///< of the head only: trailers are refused
    QByteArray body;
    QByteArray peer; ///< address of the client, as text; for the journal, not for the log
    QByteArray identity; ///< what HttpServerConfig::identify said; empty when nobody is known yet

    /// The token of `Authorization: Bearer …` (RFC 6750); empty when there is none.
    [[nodiscard]] QByteArray bearerToken() const;
};

/// A piece of a file on disk, sent without being loaded whole.
struct FileRange
{
    QString path;
    qint64 offset = 0;
    qint64 length = 0;

    friend bool operator==(const FileRange &, const FileRange &) = default;
};

/// One answer. The server adds Date, Content-Length, Connection, and `Cache-Control: no-store` unless it is
/// set.
struct HttpResponse
{
    int status = 200;
    HttpHeaders headers;
    std::variant<QByteArray, FileRange> body;
    /// Given, the answer goes on with these events after its head, and has no other body.
    std::shared_ptr<EventStream> events;

    [[nodiscard]] static HttpResponse json(int status, const QByteArray &body);
    [[nodiscard]] static HttpResponse empty(int status);
    [[nodiscard]] static HttpResponse stream(std::shared_ptr<EventStream> events);

    /// Bytes of the body, before any compression.
    [[nodiscard]] qint64 length() const;
};

} // namespace tawasul
