// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/identities/signinguard.h"

#include <algorithm>

namespace tawasul {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr int kFreeTriesByName = 5;
constexpr int kFreeTriesByAddress = 50; // an office may share one address
constexpr seconds kLongestWait{300};
constexpr qsizetype kMostKeys = 20'000;

QString nameKey(const QString &username)
{
    return QStringLiteral("n:") % username.toLower();
}

QString addressKey(const QString &address)
{
    return QStringLiteral("a:") % address;
}

} // namespace

SignInGuard::SignInGuard(const Clock &clock)
    : m_clock(clock)
{
}

seconds SignInGuard::mustWait(const QString &username, const QString &address) const
{
    const QMutexLocker lock(&m_mutex);
    milliseconds wait{0};
    for (const QString &key : {nameKey(username), addressKey(address)}) {
        if (const auto tries = m_tries.constFind(key); tries != m_tries.constEnd())
            wait = std::max(wait, tries->allowedFrom - m_clock.monotonic());
    }
    return std::chrono::ceil<seconds>(wait);
}

void SignInGuard::count(const QString &key, int freeTries)
{
    // Somebody who floods the table with invented names must not grow it for ever; forgetting is safe, since
    // the address is counted too.
    if (m_tries.size() >= kMostKeys)
        m_tries.clear();
    Tries &tries = m_tries[key];
    ++tries.failures;
    const int beyond = tries.failures - freeTries;
    if (beyond < 0)
        return;
    const seconds wait = std::min(kLongestWait, seconds(1LL << std::min(beyond, 9)));
    tries.allowedFrom = m_clock.monotonic() + wait;
}

void SignInGuard::failed(const QString &username, const QString &address)
{
    const QMutexLocker lock(&m_mutex);
    count(nameKey(username), kFreeTriesByName);
    count(addressKey(address), kFreeTriesByAddress);
}

void SignInGuard::succeeded(const QString &username)
{
    const QMutexLocker lock(&m_mutex);
    m_tries.remove(nameKey(username));
}

} // namespace tawasul
