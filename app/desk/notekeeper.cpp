// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/notekeeper.h"

#include "models/desk/whenanswered.h"

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
    m_unsaved.emplace(note, ++m_last);
    if (!m_pause.isActive())
        m_pause.start(kPause);
}

void NoteKeeper::save()
{
    m_pause.stop();
    if (!m_unsaved || !m_unsaved->begin())
        return;
    whenAnswered(m_desk.saveHandover(m_unsaved->text()), this,
                 [this, number = m_unsaved->number()](const Outcome &saved) { hear(number, saved); });
}

std::optional<QString> NoteKeeper::unsaved() const
{
    return m_unsaved ? std::optional(m_unsaved->text()) : std::nullopt;
}

void NoteKeeper::hear(std::uint64_t number, const Outcome &saved)
{
    m_refusal = saved ? std::nullopt : std::optional(saved.error());
    if (saved && m_unsaved && m_unsaved->isNewest(number))
        m_unsaved.reset();
    if (!saved && m_unsaved) {
        m_unsaved->refused(number);
        m_pause.start(kPauseAfterRefusal);
    }
    Q_EMIT answered();
}

} // namespace tawasul
