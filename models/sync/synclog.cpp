// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/synclog.h"

namespace tawasul {

Q_LOGGING_CATEGORY(lcSync, "tawasul.sync", QtInfoMsg)

} // namespace tawasul
