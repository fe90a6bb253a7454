// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/desk.h"
#include "models/sync/syncstatus.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

namespace tawasul {

class ConflictsPage;
class OutboxPage;

/// The status with what these acts come to.
[[nodiscard]] SyncStatus countedIn(const std::vector<OutboxItem> &items, SyncStatus status);

/// Knows what the centre has not acknowledged, keeps the two pages of it, and carries out what is wished and
/// chosen there. GUI thread.
class OutboxFlow : public QObject
{
    Q_OBJECT

public:
    explicit OutboxFlow(Desk &desk);

    /// A page is kept from here on; each is made when it is first looked at.
    void keep(OutboxPage &outbox);
    void keep(ConflictsPage &conflicts);

    /// Takes an act back if that is still possible; recalled() or recallMissed() says so.
    void recall(const ActId &act);
    void retry(const ActId &act);
    /// Keeps it back, or lets it go again.
    void hold(const ActId &act);
    void release(const ActId &act);

    /// What waits, as the journal has it; the engine counts later. Untouched before a snapshot has come.
    [[nodiscard]] SyncStatus counted(SyncStatus status) const;
    [[nodiscard]] const std::vector<OutboxItem> &items() const { return m_items; }

Q_SIGNALS:
    void countsChanged(int waiting, int parked);
    void recalled(const tawasul::Act &act);
    /// A wish came to nothing on this machine, and the page it is said on otherwise is not in sight.
    void failed(const tawasul::Error &error);
    /// It is on its way already; said on the page of the outbox if that is in sight.
    void recallMissed(const tawasul::ActId &act);
    void caseChosen(const tawasul::CaseId &id);
    void conflictRequested(const tawasul::ActId &act);
    void decideAnewRequested(const tawasul::CaseId &id, const tawasul::ActId &act);

private:
    void setItems(const std::vector<OutboxItem> &items);
    void hear(const QFuture<Outcome> &wish);
    void wishFailed(const Error &error);
    void takeTheirs(const ActId &act);
    void askLedger();

    Desk &m_desk;
    QPointer<OutboxPage> m_outbox;
    QPointer<ConflictsPage> m_conflicts;
    std::vector<OutboxItem> m_items;
    bool m_asksLedger = false;
    bool m_ledgerIsOld = false; ///< asked for while it was being counted
    bool m_known = false;       ///< a snapshot has come
};

} // namespace tawasul
