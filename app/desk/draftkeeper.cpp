// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/draftkeeper.h"

#include "models/desk/whenanswered.h"

#include <utility>

namespace tawasul {

namespace {

// Zero lost characters older than two seconds is the promise; this keeps well inside it.
constexpr std::chrono::milliseconds kPause{500};
constexpr std::chrono::seconds kPauseAfterRefusal{3};

} // namespace

DraftKeeper::DraftKeeper(Desk &desk)
    : m_desk(desk)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::saveAll);
}

DraftKeeper::~DraftKeeper()
{
    saveAll();
}

void DraftKeeper::keep(const CaseId &id, const QByteArray &content)
{
    m_unsaved.insert_or_assign(id, Unwritten(content, ++m_last));
    if (!m_timer.isActive())
        m_timer.start(kPause);
}

void DraftKeeper::discard(const CaseId &id)
{
    forget(id);
    whenAnswered(m_desk.discardDraft(id), this, [this](const Outcome &done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
}

void DraftKeeper::forget(const CaseId &id)
{
    m_unsaved.erase(id);
}

std::optional<QByteArray> DraftKeeper::unsaved(const CaseId &id) const
{
    const auto found = m_unsaved.find(id);
    return found == m_unsaved.end() ? std::nullopt : std::optional(found->second.text());
}

void DraftKeeper::saveAll()
{
    m_timer.stop();
    for (auto &[id, draft] : m_unsaved) {
        if (!draft.begin())
            continue;
        whenAnswered(
            m_desk.saveDraft(id, draft.text()), this,
            [this, id = id, number = draft.number()](const Outcome &saved) { answered(id, number, saved); });
    }
}

void DraftKeeper::answered(const CaseId &id, std::uint64_t number, const Outcome &saved)
{
    const auto found = m_unsaved.find(id);
    const bool isHeld = found != m_unsaved.end();
    if (saved) {
        m_refused = false;
        if (isHeld && found->second.isNewest(number))
            m_unsaved.erase(found);
    } else if (isHeld) {
        found->second.refused(number);
        m_timer.start(kPauseAfterRefusal);
        if (!std::exchange(m_refused, true))
            Q_EMIT failed(saved.error());
    }
    Q_EMIT answeredSaving();
}

} // namespace tawasul
