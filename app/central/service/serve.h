// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QtCore/QStringList>

namespace tawasul {

/// How a register is served.
struct ServeOptions
{
    QString dataFolder;
    QString listen; ///< HOST:PORT, the host a literal address (IPv6 in brackets); port 0 takes any free one
    QStringList hosts;   ///< names by which clients may call
    QStringList proxies; ///< addresses of front proxies, whose word on a client's address is believed
};

/// Serves a data folder until SIGTERM or SIGINT, then finishes what is in flight. Prints one line once it can
/// be called: "listening on http://HOST:PORT", and logs how many files the system lets it have open
/// (openfiles.h). Errors of openCentre(), and server.address_invalid,
/// server.hosts_missing, server.port_taken.
[[nodiscard]] Outcome serveRegister(const ServeOptions &options);

} // namespace tawasul
