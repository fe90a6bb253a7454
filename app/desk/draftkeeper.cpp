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
    m_unsaved.insert(id, content);
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
    m_unsaved.remove(id);
    ++m_forgotten[id];
}

std::optional<QByteArray> DraftKeeper::unsaved(const CaseId &id) const
{
    const auto found = m_unsaved.constFind(id);
    return found == m_unsaved.cend() ? std::nullopt : std::optional(*found);
}

void DraftKeeper::saveAll()
{
    m_timer.stop();
    const QHash<CaseId, QByteArray> unsaved = std::exchange(m_unsaved, {});
    for (auto draft = unsaved.cbegin(); draft != unsaved.cend(); ++draft)
        save(draft.key(), draft.value());
}

void DraftKeeper::save(const CaseId &id, const QByteArray &content)
{
    whenAnswered(m_desk.saveDraft(id, content), this,
                 [this, id, content, forgotten = m_forgotten.value(id)](const Outcome &saved) {
                     answered(id, content, forgotten, saved);
                 });
}

void DraftKeeper::answered(const CaseId &id, const QByteArray &content, int forgotten, const Outcome &saved)
{
    if (saved)
        m_refused = false;
    else if (forgotten == m_forgotten.value(id))
        keepRefused(id, content, saved.error());
    Q_EMIT answeredSaving();
}

void DraftKeeper::keepRefused(const CaseId &id, const QByteArray &content, const Error &error)
{
    if (!m_unsaved.contains(id))
        m_unsaved.insert(id, content); // nothing newer was typed
    m_timer.start(kPauseAfterRefusal);
    if (!std::exchange(m_refused, true))
        Q_EMIT failed(error);
}

} // namespace tawasul
