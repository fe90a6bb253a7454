// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/http/httpmessage.h"

#include <optional>

namespace tawasul {

/// How the bytes of a body are packed for the way.
enum class ContentCoding { Identity, Gzip, Zstd };

/// Bodies up to this size go as they are: the saving is less than a packet.
inline constexpr qsizetype kSmallestPackedBody = 1024;

/// The coding that a client prefers by its Accept-Encoding (RFC 9110 §12.5.3); zstd before gzip among equals.
[[nodiscard]] ContentCoding preferredCoding(const QByteArray &acceptEncoding);

/// The packed bytes; nothing when the library fails. Any thread.
[[nodiscard]] std::optional<QByteArray> packed(const QByteArray &bytes, ContentCoding coding);

/// Packs the body as the client asked when it is JSON, large enough, and not packed already; sets
/// Content-Encoding, Vary, and turns a strong ETag into a weak one, since the bytes are no longer those it
/// named.
void packBody(HttpResponse &response, const QByteArray &acceptEncoding);

} // namespace tawasul
