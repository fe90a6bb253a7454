// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/http/httpmessage.h"
#include "models/domain/result.h"

#include <QtCore/QLatin1String>

namespace tawasul {

/// An answer of type application/problem+json (RFC 9457): type, title, status, detail and our stable `code`,
/// on which programs branch and from which the screen makes its Arabic sentence. `detail` is English, for
/// engineers.
[[nodiscard]] HttpResponse problem(int status, const char *code, const QString &detail = {});

/// The same from an Error of the models, as models/protocol/problem.h maps it for both ends; the detail of a
/// fault of ours stays inside.
[[nodiscard]] HttpResponse problem(const Error &error);

/// The phrase of RFC 9110 for a status, for example "Not Found".
[[nodiscard]] QLatin1String phraseOf(int status);

} // namespace tawasul
