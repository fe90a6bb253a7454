// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/outboxflow.h"

#include "models/desk/whenanswered.h"
#include "models/sync/lanes.h"
#include "ui/conflicts/conflictspage.h"
#include "ui/decisions/decisionform.h"
#include "ui/outbox/outboxpage.h"

#include <algorithm>

namespace tawasul {

SyncStatus countedIn(const std::vector<OutboxItem> &items, SyncStatus status)
{
    Lanes lanes;
    lanes.replace(items, {}, {});
    status.waiting = lanes.waiting();
    status.parked = lanes.parked();
    status.free = lanes.free();
    return status;
}

OutboxFlow::OutboxFlow(Desk &desk)
    : m_desk(desk)
{
    connect(&desk.notifier(), &StoreNotifier::outboxChanged, this, &OutboxFlow::setItems);
    whenAnswered(desk.outbox(), this, [this](const Result<std::vector<OutboxItem>> &items) {
        if (items)
            setItems(*items);
        else
            wishFailed(items.error());
    });
}

void OutboxFlow::keep(OutboxPage &outbox)
{
    m_outbox = &outbox;
    connect(&outbox, &OutboxPage::retryRequested, this, &OutboxFlow::retry);
    connect(&outbox, &OutboxPage::recallRequested, this, &OutboxFlow::recall);
    connect(&outbox, &OutboxPage::holdRequested, this, &OutboxFlow::hold);
    connect(&outbox, &OutboxPage::releaseRequested, this, &OutboxFlow::release);
    connect(&outbox, &OutboxPage::conflictRequested, this, &OutboxFlow::conflictRequested);
    connect(&outbox, &OutboxPage::caseChosen, this, &OutboxFlow::caseChosen);
    connect(&outbox, &OutboxPage::ledgerWanted, this, &OutboxFlow::askLedger);
    if (m_known)
        outbox.setItems(m_items);
}

void OutboxFlow::keep(ConflictsPage &conflicts)
{
    m_conflicts = &conflicts;
    connect(&m_desk.notifier(), &StoreNotifier::referenceChanged, &conflicts, &ConflictsPage::setReference);
    connect(&conflicts, &ConflictsPage::takeTheirsRequested, this, &OutboxFlow::takeTheirs);
    connect(&conflicts, &ConflictsPage::decideAnewRequested, this, &OutboxFlow::decideAnewRequested);
    connect(&conflicts, &ConflictsPage::retryRequested, this, &OutboxFlow::retry);
    connect(&conflicts, &ConflictsPage::caseChosen, this, &OutboxFlow::caseChosen);
    if (const ReferencePtr reference = m_desk.reference())
        conflicts.setReference(reference);
    if (m_known)
        conflicts.setItems(m_items);
}

void OutboxFlow::setItems(const std::vector<OutboxItem> &items)
{
    m_items = items;
    m_known = true;
    if (m_outbox)
        m_outbox->setItems(items);
    if (m_conflicts)
        m_conflicts->setItems(items);
    const auto parked = std::count_if(
        items.begin(), items.end(), [](const OutboxItem &item) { return item.state == OutboxState::Parked; });
    const auto all = static_cast<int>(items.size());
    Q_EMIT countsChanged(all - static_cast<int>(parked), static_cast<int>(parked));
}

SyncStatus OutboxFlow::counted(SyncStatus status) const
{
    return m_known ? countedIn(m_items, std::move(status)) : status;
}

void OutboxFlow::askLedger()
{
    m_ledgerIsOld = true;
    if (std::exchange(m_asksLedger, true))
        return;
    m_ledgerIsOld = false;
    whenAnswered(m_desk.ledger(), this, [this](const Result<OutboxLedger> &ledger) {
        m_asksLedger = false;
        if (m_outbox && ledger)
            m_outbox->setLedger(*ledger);
        else if (m_outbox)
            m_outbox->ledgerUnread(ledger.error());
        if (m_ledgerIsOld)
            askLedger();
    });
}

void OutboxFlow::wishFailed(const Error &error)
{
    if (m_outbox && m_outbox->isVisible())
        m_outbox->wishFailed(error);
    else if (m_conflicts && m_conflicts->isVisible())
        m_conflicts->choiceFailed(error);
    else
        Q_EMIT failed(error);
}

void OutboxFlow::recall(const ActId &act)
{
    whenAnswered(m_desk.recall(act, draftOf), this, [this, act](const Result<std::optional<Act>> &answer) {
        if (!answer)
            wishFailed(answer.error());
        else if (*answer)
            Q_EMIT recalled(**answer);
        else if (m_outbox && m_outbox->isVisible())
            m_outbox->recallMissed();
        else
            Q_EMIT recallMissed(act);
    });
}

void OutboxFlow::retry(const ActId &act)
{
    hear(m_desk.retryNow(act));
}

void OutboxFlow::hold(const ActId &act)
{
    hear(m_desk.hold(act));
}

void OutboxFlow::release(const ActId &act)
{
    hear(m_desk.release(act));
}

void OutboxFlow::hear(const QFuture<Outcome> &wish)
{
    whenAnswered(wish, this, [this](const Outcome &outcome) {
        if (!outcome)
            wishFailed(outcome.error());
    });
}

void OutboxFlow::takeTheirs(const ActId &act)
{
    whenAnswered(m_desk.takeTheirs(act), this, [this](const Outcome &outcome) {
        if (!outcome && m_conflicts)
            m_conflicts->choiceFailed(outcome.error());
    });
}

} // namespace tawasul
