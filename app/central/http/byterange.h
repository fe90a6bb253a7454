// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/http/httpmessage.h"

#include <optional>

namespace tawasul {

/// A file as an endpoint offers it: what it is called by (`tag`, a strong entity tag with its quotes) and of
/// what type.
struct OfferedFile
{
    QString path;
    qint64 size = 0;
    QByteArray tag;
    QByteArray mediaType;
};

/// The answer to GET or HEAD for that file (RFC 9110 §13-14): 200 whole, 206 for one range, 304 when
/// If-None-Match names it, 416 when the range lies outside. Several ranges at once, other units and an
/// If-Range of another version get the whole file, as the standard allows.
[[nodiscard]] HttpResponse answerWithFile(const HttpRequest &request, const OfferedFile &file);

/// Whether a list of entity tags (If-None-Match, If-Match) names this one; "*" names all. `weakly` ignores
/// the W/ mark, as If-None-Match asks.
[[nodiscard]] bool namesTag(const QByteArray &list, const QByteArray &tag, bool weakly);

} // namespace tawasul
