// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QtCore/QByteArray>

namespace tawasul::wire {

/// The HTTP status that stands for a kind of error.
[[nodiscard]] int httpStatus(Error::Kind kind);

/// The kind of error that an HTTP status stands for.
[[nodiscard]] Error::Kind errorKind(int httpStatus);

/// An error as problem+json (RFC 9457) with our stable `code`. The detail of Storage, Corrupt and Server
/// errors stays in the centre's log.
[[nodiscard]] QByteArray problemJson(const Error &error);

/// The error behind a refused request: `code` and `detail` (one line, at most 500 characters) of the problem
/// when the body is one of ours, otherwise "http.STATUS". Never fails: a body that makes no sense is itself
/// only an error.
[[nodiscard]] Error errorFromProblem(int httpStatus, const QByteArray &body);

} // namespace tawasul::wire
