// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace tawasul {

/// The version of this program as the centre hears it, such as "0.1.0".
[[nodiscard]] QString deskVersion();

/// Whether the centre, which names the oldest version that it still accepts, accepts this one. A name that is
/// no version forbids nothing.
[[nodiscard]] bool isAcceptedBy(const QString &oldestDesk);

} // namespace tawasul
