// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/desk.h"
#include "ui/theme/tokens.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <map>

namespace tawasul {

class ProposalsPage;

/// The way of the officer's own proposals to the screens: the page, the badge for what was not looked at yet,
/// and a word when something became of one. GUI thread.
class ProposalsFlow : public QObject
{
    Q_OBJECT

public:
    explicit ProposalsFlow(Desk &desk);

    /// The page is kept up to date from now on.
    void keep(ProposalsPage &page);
    /// The officer has the page before them: what is news is news no longer.
    void look();
    /// They went elsewhere.
    void lookAway() { m_isLooking = false; }

Q_SIGNALS:
    void newsCounted(int news);
    /// It came to be, or something became of it, since this program began.
    void happened(const tawasul::OwnProposal &own);
    void failed(const tawasul::Error &error);

private:
    void ask();
    void take(const std::vector<OwnProposal> &proposals);

    Desk &m_desk;
    QPointer<ProposalsPage> m_page;
    std::vector<OwnProposal> m_proposals;
    std::map<ActId, Proposal::State> m_known;
    bool m_isKnown = false;
    bool m_isAsking = false;
    bool m_isOld = false;
    bool m_isLooking = false;
};

} // namespace tawasul
