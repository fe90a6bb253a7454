// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/leavetaking.h"

#include "app/desk/outboxflow.h"
#include "models/desk/whenanswered.h"

namespace tawasul {

LeaveTaking::LeaveTaking(Desk &desk, DraftKeeper &drafts, NoteKeeper &note)
    : m_desk(desk)
    , m_drafts(drafts)
    , m_note(note)
{
    const auto again = [this] {
        if (m_card)
            m_card->setUnwritten(holdsUnwritten());
    };
    connect(&drafts, &DraftKeeper::answeredSaving, this, again);
    connect(&note, &NoteKeeper::answered, this, again);
}

bool LeaveTaking::holdsUnwritten() const
{
    return m_drafts.holdsAny() || m_note.unsaved().has_value();
}

// The journal answers one question after the other, so by its answer what was typed is on the disk or
// refused. It also knows what is unsent; whoever leaves right after coming in is faster than the engine's
// count.
void LeaveTaking::begin(const SyncStatus &status, LeavingCard &card, std::function<void()> leave)
{
    writeAll(card, [this, status, leave = std::move(leave)](const Result<std::vector<OutboxItem>> &items) {
        ask(items ? countedIn(*items, status) : status, Leaving::SigningOut, leave);
    });
}

void LeaveTaking::beforeClosing(const SyncStatus &status, LeavingCard &card, std::function<void()> close)
{
    writeAll(card, [this, status, close = std::move(close)](const Result<std::vector<OutboxItem>> &items) {
        if (holdsUnwritten())
            ask(items ? countedIn(*items, status) : status, Leaving::Closing, close);
        else
            close();
    });
}

void LeaveTaking::writeAll(LeavingCard &card,
                           std::function<void(const Result<std::vector<OutboxItem>> &)> then)
{
    m_card = &card;
    m_drafts.saveAll();
    m_note.save();
    whenAnswered(m_desk.outbox(), &card, std::move(then));
}

void LeaveTaking::ask(const SyncStatus &status, Leaving leaving, const std::function<void()> &leave)
{
    if (status.waiting + status.parked + status.orders == 0 && !holdsUnwritten())
        return leave();
    QObject::disconnect(m_chosen);
    m_chosen = connect(m_card.data(), &LeavingCard::leaveChosen, this, leave);
    whenAnswered(m_desk.unsent(), m_card.data(), [this, status, leaving](const Result<UnsentCounts> &counts) {
        m_card->ask(status, {counts && counts->carried == counts->waiting, holdsUnwritten()}, leaving);
    });
}

} // namespace tawasul
