// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/httplog.h"

namespace tawasul {

Q_LOGGING_CATEGORY(centralHttp, "tawasul.central.http")

} // namespace tawasul
