// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/service/centrelog.h"

namespace tawasul {

Q_LOGGING_CATEGORY(central, "tawasul.central")

void logFault(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Server:
    case Error::Kind::Storage:
    case Error::Kind::Full:
    case Error::Kind::Corrupt:
    case Error::Kind::TooNew:
        qCCritical(central).noquote() << error.code << error.detail;
        break;
    case Error::Kind::Invalid:
    case Error::Kind::NotFound:
    case Error::Kind::Unauthenticated:
    case Error::Kind::Forbidden:
    case Error::Kind::Conflict:
    case Error::Kind::Stale:
    case Error::Kind::Offline:
    case Error::Kind::Busy:
    case Error::Kind::Cancelled:
        break;
    }
}

} // namespace tawasul
