// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/service/eventhub.h"

#include "app/central/register/scopes.h"
#include "app/central/service/centrelog.h"

#include <QtCore/QHash>

#include <algorithm>

namespace tawasul {

namespace {

constexpr std::chrono::seconds kBetweenQuestions{30};
// Of a look, which is a second: new reference data concerns everybody, and each asks for it.
constexpr int kMostAtOnce = 500;

} // namespace

EventHub::EventHub(const Clock &clock)
    : m_clock(clock)
{
}

std::shared_ptr<EventStream> EventHub::listen(const Actor &person, const QString &token, qint64 position)
{
    // The word is the same for everybody and whatever happened.
    auto stream = std::make_shared<EventStream>(person.id.text().toLatin1(), "changes");
    const std::lock_guard lock(m_mutex);
    forgetThoseWhoLeft();
    m_listeners.push_back({stream, token, scopesOf(person), position, false, m_clock.monotonic()});
    m_count = static_cast<int>(m_listeners.size());
    return stream;
}

void EventHub::look(RegisterConnection &connection)
{
    const auto newest = connection.feed().newestPosition();
    if (!newest)
        return logFault(newest.error());
    const std::lock_guard lock(m_mutex);
    forgetThoseWhoLeft();
    if (std::exchange(m_looked, *newest) != *newest)
        findNews(connection, *newest);
    tellSome();
    askForSessions(connection);
}

void EventHub::findNews(RegisterConnection &connection, qint64 newest)
{
    QHash<QString, qint64> newestOf;
    for (const Listener &listener : m_listeners) {
        for (const QString &scope : listener.scopes)
            newestOf.insert(scope, 0);
    }
    if (const Outcome found = connection.feed().findNewestPositions(newestOf); !found)
        return logFault(found.error());
    for (Listener &listener : m_listeners) {
        listener.isOwed = listener.isOwed
            || std::any_of(listener.scopes.begin(), listener.scopes.end(),
                           [&](const QString &scope) { return newestOf.value(scope) > listener.seen; });
        listener.seen = newest;
    }
}

void EventHub::tellSome()
{
    int left = kMostAtOnce;
    for (Listener &listener : m_listeners) {
        if (!listener.isOwed)
            continue;
        if (left-- == 0)
            return;
        listener.isOwed = false;
        if (const auto stream = listener.stream.lock())
            stream->say();
    }
}

// A token ends by its time, by being exchanged, or with its account; whoever renews theirs comes back with
// the new one.
void EventHub::askForSessions(RegisterConnection &connection)
{
    const auto now = m_clock.monotonic();
    for (Listener &listener : m_listeners) {
        if (now - listener.askedAt < kBetweenQuestions)
            continue;
        listener.askedAt = now;
        const auto stream = listener.stream.lock();
        if (stream && !connection.sessions().whoIs(listener.token))
            stream->end();
    }
}

void EventHub::sessionEnded(const QString &token)
{
    const std::lock_guard lock(m_mutex);
    for (const Listener &listener : m_listeners) {
        if (const auto stream = listener.token == token ? listener.stream.lock() : nullptr)
            stream->end();
    }
}

void EventHub::endAll()
{
    const std::lock_guard lock(m_mutex);
    for (const Listener &listener : m_listeners) {
        if (const auto stream = listener.stream.lock())
            stream->end();
    }
    m_listeners.clear();
    m_count = 0;
}

void EventHub::forgetThoseWhoLeft()
{
    std::erase_if(m_listeners, [](const Listener &listener) {
        const auto stream = listener.stream.lock();
        return !stream || stream->isOver();
    });
    m_count = static_cast<int>(m_listeners.size());
}

} // namespace tawasul
