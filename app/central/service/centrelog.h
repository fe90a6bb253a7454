// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QtCore/QLoggingCategory>

namespace tawasul {

/// tawasul.central: what is wrong with the centre itself. Never what somebody sent, nor who (invariant I12).
Q_DECLARE_LOGGING_CATEGORY(central)

/// Writes an error of ours to that log; the wire hides its detail. Errors that a caller can do something
/// about are the caller's, and not logged.
void logFault(const Error &error);

} // namespace tawasul
