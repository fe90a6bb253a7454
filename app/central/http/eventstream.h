// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <functional>
#include <mutex>

namespace tawasul {

/// The near end of an answer that goes on (server-sent events): one word, said again whenever there is reason
/// to. Whoever holds it says so from any thread; the connection that it was answered with writes it. What is
/// said again before the first was written is said once.
class EventStream
{
public:
    /// `holder` is whose stream it is: each may have a few. `word` is the data of every event.
    EventStream(QByteArray holder, const QByteArray &word);
    Q_DISABLE_COPY_MOVE(EventStream)

    void say();
    /// The answer is over once what was said is written.
    void end();
    /// Nobody listens any more, or nobody ever will.
    [[nodiscard]] bool isOver() const;

    [[nodiscard]] const QByteArray &holder() const { return m_holder; }

    // --- for the connection ---

    enum class Next { Nothing, Event, End };

    /// `wake` is called, from any thread, when there may be something to write; it waits for nothing.
    void attach(std::function<void()> wake);
    /// Nothing is called afterwards.
    void detach();
    [[nodiscard]] Next take();
    [[nodiscard]] const QByteArray &event() const { return m_event; }

private:
    void wake();

    const QByteArray m_holder;
    const QByteArray m_event;
    mutable std::mutex m_mutex;
    std::function<void()> m_wake;
    bool m_isSaid = false;
    bool m_isEnded = false;
};

} // namespace tawasul
