// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/service/knowntokens.h"

#include <QtCore/QCryptographicHash>

namespace tawasul {

namespace {

// 5,000 desks with a new token every quarter of an hour; starting over only costs counting by address for a
// while.
constexpr qsizetype kMost = 50'000;

QByteArray hashOf(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

} // namespace

void KnownTokens::remember(const QByteArray &token, const QByteArray &person)
{
    const QMutexLocker lock(&m_mutex);
    if (m_persons.size() >= kMost)
        m_persons.clear();
    m_persons.insert(hashOf(token), person);
}

QByteArray KnownTokens::personOf(const QByteArray &token) const
{
    const QMutexLocker lock(&m_mutex);
    return m_persons.value(hashOf(token));
}

} // namespace tawasul
