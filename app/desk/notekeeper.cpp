// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/notekeeper.h"

#include "models/desk/whenanswered.h"

#include <utility>

namespace tawasul {

namespace {

constexpr std::chrono::milliseconds kPause{500};
constexpr std::chrono::seconds kPauseAfterRefusal{3};

} // namespace

NoteKeeper::NoteKeeper(Desk &desk)
    : m_desk(desk)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &NoteKeeper::save);
}

NoteKeeper::~NoteKeeper()
{
    save();
}

void NoteKeeper::keep(const QString &note)
{
    m_unsaved = note;
    if (!m_pause.isActive())
        m_pause.start(kPause);
}

void NoteKeeper::save()
{
    m_pause.stop();
    const std::optional<QString> note = std::exchange(m_unsaved, std::nullopt);
    if (!note)
        return;
    whenAnswered(m_desk.saveHandover(*note), this,
                 [this, note = *note](const Outcome &saved) { hear(note, saved); });
}

void NoteKeeper::hear(const QString &note, const Outcome &saved)
{
    m_refusal = saved ? std::nullopt : std::optional(saved.error());
    if (!saved) {
        if (!m_unsaved)
            m_unsaved = note; // nothing newer was typed
        m_pause.start(kPauseAfterRefusal);
    }
    Q_EMIT answered();
}

} // namespace tawasul
