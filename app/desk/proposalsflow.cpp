// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/proposalsflow.h"

#include "models/desk/whenanswered.h"
#include "ui/proposals/proposalspage.h"

#include <algorithm>

namespace tawasul {

ProposalsFlow::ProposalsFlow(Desk &desk)
    : m_desk(desk)
{
    connect(&desk.notifier(), &StoreNotifier::proposalsChanged, this, &ProposalsFlow::ask);
    ask();
}

void ProposalsFlow::keep(ProposalsPage &page)
{
    m_page = &page;
    connect(&m_desk.notifier(), &StoreNotifier::referenceChanged, &page, &ProposalsPage::setReference);
    if (const ReferencePtr reference = m_desk.reference())
        page.setReference(reference);
    page.setProposals(m_proposals);
}

void ProposalsFlow::look()
{
    m_isLooking = true;
    std::vector<OwnProposal> news;
    std::copy_if(m_proposals.begin(), m_proposals.end(), std::back_inserter(news),
                 [](const OwnProposal &own) { return own.isNews; });
    if (news.empty())
        return;
    whenAnswered(m_desk.proposalsSeen(std::move(news)), this, [this](const Outcome &marked) {
        if (!marked)
            Q_EMIT failed(marked.error());
    });
}

void ProposalsFlow::ask()
{
    m_isOld = true;
    if (std::exchange(m_isAsking, true))
        return;
    m_isOld = false;
    whenAnswered(m_desk.proposals(), this, [this](const Result<std::vector<OwnProposal>> &proposals) {
        m_isAsking = false;
        if (proposals)
            take(*proposals);
        else
            Q_EMIT failed(proposals.error());
        if (m_isOld)
            ask();
    });
}

void ProposalsFlow::take(const std::vector<OwnProposal> &proposals)
{
    m_proposals = proposals;
    if (m_page)
        m_page->setProposals(proposals);
    Q_EMIT newsCounted(static_cast<int>(std::count_if(proposals.begin(), proposals.end(),
                                                      [](const OwnProposal &own) { return own.isNews; })));
    const auto before = std::exchange(m_known, {});
    for (const OwnProposal &own : proposals)
        m_known.emplace(own.proposal.act, own.proposal.state);
    // What was there when the program began has its badge; only what happens now is worth a word.
    if (!std::exchange(m_isKnown, true))
        return;
    for (const OwnProposal &own : proposals) {
        const auto known = before.find(own.proposal.act);
        const bool isNew = known == before.end() || known->second != own.proposal.state;
        if (isNew && (own.isNews || own.proposal.state == Proposal::State::Open))
            Q_EMIT happened(own);
    }
    if (m_isLooking)
        look();
}

} // namespace tawasul
