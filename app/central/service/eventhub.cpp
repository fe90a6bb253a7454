// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/service/eventhub.h"

#include "app/central/register/scopes.h"
#include "app/central/service/centrelog.h"

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
    Questions questions = questionsAt(*newest);
    // Not under the mutex: whoever comes, goes or signs out waits for no disk.
    Outcome found = Done{};
    if (!questions.newestOf.isEmpty())
        found = connection.feed().findNewestPositions(questions.newestOf);
    if (found)
        takeNews(questions.newestOf, *newest);
    else
        logFault(found.error());
    endSessionsOf(connection, questions.tokens);
    const std::lock_guard lock(m_mutex);
    tellSome();
}

EventHub::Questions EventHub::questionsAt(qint64 newest)
{
    const std::lock_guard lock(m_mutex);
    forgetThoseWhoLeft();
    Questions questions;
    const auto now = m_clock.monotonic();
    for (Listener &listener : m_listeners) {
        if (listener.seen < newest) {
            for (const QString &scope : listener.scopes)
                questions.newestOf.insert(scope, 0);
        }
        if (now - listener.askedAt >= kBetweenQuestions) {
            listener.askedAt = now;
            questions.tokens.emplace_back(listener.stream, listener.token);
        }
    }
    return questions;
}

// Whoever came meanwhile, for scopes that were not asked for, is asked for at the next look.
void EventHub::takeNews(const QHash<QString, qint64> &newestOf, qint64 newest)
{
    const std::lock_guard lock(m_mutex);
    for (Listener &listener : m_listeners) {
        const auto &scopes = listener.scopes;
        const bool isAnswered = std::all_of(scopes.begin(), scopes.end(),
                                            [&](const QString &scope) { return newestOf.contains(scope); });
        if (listener.seen >= newest || !isAnswered)
            continue;
        listener.isOwed = listener.isOwed
            || std::any_of(scopes.begin(), scopes.end(),
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
void EventHub::endSessionsOf(RegisterConnection &connection, const Tokens &tokens)
{
    for (const auto &[stream, token] : tokens) {
        const auto open = stream.lock();
        if (open && !connection.sessions().whoIs(token))
            open->end();
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
