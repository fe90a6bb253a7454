// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/outboxflow.h"

#include "models/desk/whenanswered.h"
#include "ui/conflicts/conflictspage.h"
#include "ui/outbox/outboxpage.h"

#include <algorithm>

namespace tawasul {

OutboxFlow::OutboxFlow(Desk &desk, OutboxPage &outbox, ConflictsPage &conflicts)
    : m_desk(desk)
    , m_outbox(outbox)
    , m_conflicts(conflicts)
{
    connectPages();
    connect(&desk.notifier(), &StoreNotifier::outboxChanged, this, &OutboxFlow::setItems);
    connect(&desk.notifier(), &StoreNotifier::referenceChanged, &conflicts, &ConflictsPage::setReference);
    if (const ReferencePtr reference = desk.reference())
        conflicts.setReference(reference);
    whenAnswered(desk.outbox(), this, [this](const Result<std::vector<OutboxItem>> &items) {
        if (items)
            setItems(*items);
        else
            wishFailed(items.error());
    });
}

void OutboxFlow::connectPages()
{
    connect(&m_outbox, &OutboxPage::retryRequested, this, &OutboxFlow::retry);
    connect(&m_outbox, &OutboxPage::recallRequested, this, &OutboxFlow::recall);
    connect(&m_outbox, &OutboxPage::conflictRequested, this, &OutboxFlow::conflictRequested);
    connect(&m_outbox, &OutboxPage::caseChosen, this, &OutboxFlow::caseChosen);
    connect(&m_outbox, &OutboxPage::ledgerWanted, this, &OutboxFlow::askLedger);
    connect(&m_conflicts, &ConflictsPage::takeTheirsRequested, this, &OutboxFlow::takeTheirs);
    connect(&m_conflicts, &ConflictsPage::decideAnewRequested, this, &OutboxFlow::decideAnewRequested);
    connect(&m_conflicts, &ConflictsPage::retryRequested, this, &OutboxFlow::retry);
    connect(&m_conflicts, &ConflictsPage::caseChosen, this, &OutboxFlow::caseChosen);
}

void OutboxFlow::setItems(const std::vector<OutboxItem> &items)
{
    m_items = items;
    m_outbox.setItems(items);
    m_conflicts.setItems(items);
    const auto parked = std::count_if(
        items.begin(), items.end(), [](const OutboxItem &item) { return item.state == OutboxState::Parked; });
    const auto all = static_cast<int>(items.size());
    Q_EMIT countsChanged(all - static_cast<int>(parked), static_cast<int>(parked));
}

void OutboxFlow::askLedger()
{
    m_ledgerIsOld = true;
    if (std::exchange(m_asksLedger, true))
        return;
    m_ledgerIsOld = false;
    whenAnswered(m_desk.ledger(), this, [this](const Result<OutboxLedger> &ledger) {
        m_asksLedger = false;
        if (ledger)
            m_outbox.setLedger(*ledger);
        if (m_ledgerIsOld)
            askLedger();
    });
}

void OutboxFlow::wishFailed(const Error &error)
{
    if (m_outbox.isVisible())
        m_outbox.wishFailed(error);
    else if (m_conflicts.isVisible())
        m_conflicts.choiceFailed(error);
    else
        Q_EMIT failed(error);
}

Act OutboxFlow::actOf(const ActId &id) const
{
    const auto item = std::find_if(m_items.begin(), m_items.end(),
                                   [&id](const OutboxItem &each) { return each.act.id == id; });
    return item == m_items.end() ? Act() : item->act;
}

void OutboxFlow::recall(const ActId &act)
{
    // Taken now: once it is recalled it is in no snapshot.
    whenAnswered(m_desk.recall(act), this, [this, act, content = actOf(act)](const Result<bool> &answer) {
        if (!answer)
            wishFailed(answer.error());
        else if (*answer)
            Q_EMIT recalled(content);
        else if (m_outbox.isVisible())
            m_outbox.recallMissed();
        else
            Q_EMIT recallMissed(act);
    });
}

void OutboxFlow::retry(const ActId &act)
{
    whenAnswered(m_desk.retryNow(act), this, [this](const Outcome &outcome) {
        if (!outcome)
            wishFailed(outcome.error());
    });
}

void OutboxFlow::takeTheirs(const ActId &act)
{
    whenAnswered(m_desk.takeTheirs(act), this, [this](const Outcome &outcome) {
        if (!outcome)
            m_conflicts.choiceFailed(outcome.error());
    });
}

} // namespace tawasul
