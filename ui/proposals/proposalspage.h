// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/arabic/displaylocale.h"
#include "models/desk/desk.h"
#include "ui/shared/card.h"

QT_BEGIN_NAMESPACE
class QScrollArea;
class QStackedLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace tawasul {

class EmptyState;
class PlainLabel;
class Theme;

/// The officer's own proposals and what became of each, the newest first. Only to be read: what is done about
/// them is done by whoever has the request.
class ProposalsPage : public Card
{
    Q_OBJECT

public:
    ProposalsPage(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent = nullptr);

    void setReference(const ReferencePtr &reference);
    void setProposals(const std::vector<OwnProposal> &proposals);
    /// The keyboard goes to the first line.
    void focusRows();

private:
    void showAll();
    QWidget *makeRow(const OwnProposal &own);
    [[nodiscard]] QString aboutOf(const OwnProposal &own) const;

    const Theme &m_theme;
    const Clock &m_clock;
    DisplayLocale m_locale;
    ReferencePtr m_reference;
    std::vector<OwnProposal> m_proposals;
    PlainLabel *m_means = nullptr;
    QStackedLayout *m_bodies = nullptr;
    QScrollArea *m_scroll;
    EmptyState *m_empty;
};

} // namespace tawasul
