// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QtCore/QByteArray>

namespace tawasul {

/// The IMF-fixdate of RFC 9110 §5.6.7 for the Date header; formats once a second.
class HttpDate
{
public:
    [[nodiscard]] QByteArray text(Instant now);

private:
    std::chrono::sys_seconds m_second{};
    QByteArray m_text;
};

} // namespace tawasul
