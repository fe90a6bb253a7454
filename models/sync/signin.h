// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/protocol/messages.h"
#include "models/sync/transport.h"

#include <functional>

namespace tawasul {

/// Which centre answers at an address, asked before anybody signs in.
struct CentreGreeting
{
    QString centre;
    bool training = false;
    QString version;
};

/// `GET /health/ready`. Offline, centre.unreachable; Server, centre.not_ready; wire.malformed.
void greetCentre(Transport &transport, std::function<void(Result<CentreGreeting>)> answered);

/// `POST /session`. Unauthenticated, session.wrong_credentials; Busy, session.too_many_tries; Offline,
/// centre.unreachable; wire.malformed. The password is in no log and in no error.
void signIn(Transport &transport, const wire::SignIn &form,
            std::function<void(Result<wire::SessionGrant>)> answered);

/// `DELETE /session` for a session that nobody wants: granted, and then refused on this side. Nobody waits
/// for the answer, and whatever it is changes nothing.
void signOutQuietly(Transport &transport, const QString &accessToken);

} // namespace tawasul
