// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/identities/signinguard.h"

#include <algorithm>
#include <cmath>

namespace tawasul {

namespace {

using std::chrono::duration;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr seconds kLongestWait{300};
constexpr qsizetype kMostKeys = 20'000; // of names and of addresses

// As SQLite's NOCASE compares the names of accounts, so that no spelling of a name has tries of its own.
QString keyOf(const QString &username)
{
    QString key = username;
    for (QChar &letter : key) {
        if (letter >= u'A' && letter <= u'Z')
            letter = QChar(letter.unicode() + (u'a' - u'A'));
    }
    return key;
}

} // namespace

SignInGuard::SignInGuard(const Clock &clock)
    : m_clock(clock)
    , m_names{5, std::chrono::minutes(10), {}}
    , m_addresses{50, seconds(30), {}}
{
}

seconds SignInGuard::admit(const QString &username, const QString &address)
{
    const QMutexLocker lock(&m_mutex);
    const milliseconds now = m_clock.monotonic();
    const QString name = keyOf(username);
    const milliseconds wait = std::max(m_names.wait(name, now), m_addresses.wait(address, now));
    if (wait.count() == 0)
        m_names.count(name, now);
    return std::chrono::ceil<seconds>(wait);
}

void SignInGuard::failed(const QString &address)
{
    const QMutexLocker lock(&m_mutex);
    m_addresses.count(address, m_clock.monotonic());
}

void SignInGuard::succeeded(const QString &username)
{
    const QMutexLocker lock(&m_mutex);
    m_names.tries.remove(keyOf(username));
}

void SignInGuard::withdrawn(const QString &username)
{
    const QMutexLocker lock(&m_mutex);
    const auto entry = m_names.tries.find(keyOf(username));
    if (entry == m_names.tries.end())
        return;
    entry->failures = std::max(0.0, entry->failures - 1);
    entry->allowedFrom = {};
}

milliseconds SignInGuard::Book::wait(const QString &key, milliseconds now) const
{
    const auto entry = tries.constFind(key);
    return entry == tries.constEnd() ? milliseconds(0) : std::max(milliseconds(0), entry->allowedFrom - now);
}

void SignInGuard::Book::fade(Tries &entry, milliseconds now) const
{
    const double forgotten = duration<double>(now - entry.countedAt) / duration<double>(fading);
    entry.failures = std::max(0.0, entry.failures - forgotten);
    entry.countedAt = now;
}

void SignInGuard::Book::count(const QString &key, milliseconds now)
{
    makeRoom(now);
    auto entry = tries.find(key);
    if (entry == tries.end())
        entry = tries.insert(key, {0, now, {}});
    fade(*entry, now);
    entry->failures += 1;
    const int beyond = static_cast<int>(std::ceil(entry->failures)) - freeTries;
    if (beyond >= 0)
        entry->allowedFrom = now + std::min(kLongestWait, seconds(1LL << std::min(beyond, 9)));
}

// Somebody who floods the guard with invented names must not grow it for ever, nor make it forget the others
// before they have faded; unless all of them are fresh.
void SignInGuard::Book::makeRoom(milliseconds now)
{
    if (tries.size() < kMostKeys)
        return;
    for (Tries &entry : tries)
        fade(entry, now);
    tries.removeIf([](const auto &entry) { return entry.value().failures == 0; });
    if (tries.size() >= kMostKeys)
        tries.clear();
}

} // namespace tawasul
