// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace tawasul {

/// What a request line asks for, decoded.
struct HttpTarget
{
    QStringList path;
    QMap<QString, QString> query;
};

/// Reads the origin-form of RFC 9112 §3.2.1 and nothing else. Refused, because programs disagree on them:
/// other forms, bytes outside ASCII, bad percent-encoding, text that is not UTF-8, empty and dot segments,
/// encoded slashes and control characters, a fragment, and a query name given twice.
[[nodiscard]] std::optional<HttpTarget> readTarget(const QByteArray &target);

} // namespace tawasul
