// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/httpdate.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

namespace tawasul {

QByteArray HttpDate::text(Instant now)
{
    const auto second = std::chrono::floor<std::chrono::seconds>(now);
    if (second != m_second || m_text.isEmpty()) {
        const auto utc = QDateTime::fromSecsSinceEpoch(second.time_since_epoch().count(), Qt::UTC);
        m_text = QLocale::c().toString(utc, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
        m_second = second;
    }
    return m_text;
}

} // namespace tawasul
