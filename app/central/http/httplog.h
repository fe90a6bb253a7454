// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLoggingCategory>

namespace tawasul {

/// tawasul.central.http: one line an exchange — method, route template, status, milliseconds, bytes. Never a
/// path, an identifier, an address or a body (invariant I12).
Q_DECLARE_LOGGING_CATEGORY(centralHttp)

} // namespace tawasul
