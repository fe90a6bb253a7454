// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/http/httpserver.h"
#include "app/central/service/centreservice.h"
#include "models/domain/uuid.h"

#include <QtCore/QUrl>

namespace tawasul {

/// The real centre on a port of its own, with cases of the generator that are all one officer's. It works on
/// threads of this process, so that what its callers cost in processes of theirs is told apart.
class BenchCentre
{
public:
    /// Makes a register in that folder, which must be empty, and serves it; ends the program when it cannot.
    BenchCentre(const QString &folder, int cases);
    ~BenchCentre();
    BenchCentre(const BenchCentre &) = delete;
    BenchCentre &operator=(const BenchCentre &) = delete;

    [[nodiscard]] QUrl address() const;
    /// An access token of the officer, as if their password had been right.
    [[nodiscard]] QString token();

private:
    SystemClock m_clock;
    SystemRandom m_random;
    HttpRouter m_router;
    std::unique_ptr<CentreService> m_service;
    std::unique_ptr<HttpServer> m_server;
};

/// Whose cases they are.
[[nodiscard]] Actor benchOfficer();

} // namespace tawasul
