// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QtCore/QStringList>

namespace tawasul {

/// Serves a data folder until SIGTERM or SIGINT, then finishes what is in flight. Prints one line once it can
/// be called: "listening on http://HOST:PORT". Errors of openCentre(), and server.address_invalid,
/// server.port_taken.
[[nodiscard]] Outcome serveRegister(const QString &dataFolder, const QString &listen,
                                    const QStringList &hosts);

} // namespace tawasul
