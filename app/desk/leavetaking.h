// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/draftkeeper.h"
#include "app/desk/notekeeper.h"
#include "models/sync/syncstatus.h"
#include "ui/shell/leavingcard.h"

#include <QtCore/QPointer>

#include <functional>

namespace tawasul {

/// Asks whoever signs out about what would stay behind: acts that are not sent, and what was typed and is not
/// on the disk because the disk refuses it. GUI thread.
class LeaveTaking : public QObject
{
    Q_OBJECT

public:
    LeaveTaking(Desk &desk, DraftKeeper &drafts, NoteKeeper &note);

    /// Has everything typed written, then asks by the card; `leave` once somebody chose it there, and where
    /// there is nothing to ask about.
    void begin(const SyncStatus &status, LeavingCard &card, std::function<void()> leave);
    /// Has everything typed written, then asks by the card about what the disk refuses; `close` once somebody
    /// chose it there, and where the disk takes all.
    void beforeClosing(const SyncStatus &status, LeavingCard &card, std::function<void()> close);
    /// Whether something typed is only in memory.
    [[nodiscard]] bool holdsUnwritten() const;

private:
    void writeAll(LeavingCard &card, std::function<void(const Result<std::vector<OutboxItem>> &)> then);
    void ask(const SyncStatus &status, Leaving leaving, const std::function<void()> &leave);

    Desk &m_desk;
    DraftKeeper &m_drafts;
    NoteKeeper &m_note;
    QPointer<LeavingCard> m_card;
    QMetaObject::Connection m_chosen; ///< what follows when somebody chooses to leave by that card
};

} // namespace tawasul
