// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLoggingCategory>

namespace tawasul {

/// "tawasul.sync": ids, codes and counts; never a name, an identifier or a text (invariant I12).
Q_DECLARE_LOGGING_CATEGORY(lcSync)

} // namespace tawasul
