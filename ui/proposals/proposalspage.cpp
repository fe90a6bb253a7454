// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proposals/proposalspage.h"

#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/bidi.h"
#include "ui/shared/casewords.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/proposalwords.h"
#include "ui/shared/rawtext.h"
#include "ui/shared/receiptwords.h"
#include "ui/shared/statuschip.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

// A month of them is told; more than this nobody has, and nobody would read.
constexpr std::size_t kMostRows = 200;

PlainLabel *wrapped(TextRole role, const QString &text)
{
    auto *label = new PlainLabel(role, text);
    label->setWordWrap(true);
    return label;
}

PlainLabel *labelled(const char *name, PlainLabel *label)
{
    label->setObjectName(QString::fromLatin1(name));
    return label;
}

} // namespace

ProposalsPage::ProposalsPage(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent)
    : Card(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_locale(locale)
    , m_scroll(new QScrollArea)
    , m_empty(new EmptyState(theme,
                             {Icon::UserShare,
                              tr("No proposals"),
                              tr("Work on a request that was assigned to somebody else before it was sent is "
                                 "kept as a proposal and "
                                 "followed here."),
                              {},
                              Ink::Text3}))
{
    setObjectName(QStringLiteral("proposalsPage"));
    m_empty->setObjectName(QStringLiteral("stateNoProposals"));
    auto *title = new PlainLabel(TextRole::PageTitle, tr("My proposals"));
    title->setObjectName(QStringLiteral("proposalsTitle"));
    m_scroll->setObjectName(QStringLiteral("proposalsView"));
    m_scroll->setAccessibleName(tr("My proposals"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column().setSpacing(space::medium);
    m_means = wrapped(TextRole::Body,
                      tr("Work on requests that had been assigned to somebody else when it reached the "
                         "central system, and what became of it."));
    m_means->setObjectName(QStringLiteral("proposalsMeaning"));
    column().addWidget(title);
    column().addWidget(m_means);
    auto *place = new QWidget;
    m_bodies = new QStackedLayout(place);
    m_bodies->addWidget(m_scroll);
    m_bodies->addWidget(m_empty);
    column().addWidget(place, 1);
    showAll();
}

void ProposalsPage::setReference(const ReferencePtr &reference)
{
    m_reference = reference;
    showAll();
}

void ProposalsPage::setProposals(const std::vector<OwnProposal> &proposals)
{
    if (proposals == m_proposals)
        return;
    m_proposals = proposals;
    showAll();
}

void ProposalsPage::focusRows()
{
    const auto rows = m_scroll->findChildren<QFrame *>(QStringLiteral("proposalRow"));
    if (!rows.isEmpty())
        rows.front()->setFocus(Qt::OtherFocusReason);
}

void ProposalsPage::showAll()
{
    m_means->setVisible(!m_proposals.empty()); // the empty state says it itself
    m_bodies->setCurrentWidget(m_proposals.empty() ? static_cast<QWidget *>(m_empty) : m_scroll);
    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(margins(space::tiny, space::tiny, space::snug, space::tiny, layoutDirection()));
    rows->setSpacing(space::snug);
    for (std::size_t n = 0; n < std::min(m_proposals.size(), kMostRows); ++n)
        rows->addWidget(makeRow(m_proposals[n]));
    rows->addStretch(1);
    m_scroll->setWidget(page); // the one of before goes
}

// The case is somebody else's now; this is how its author knew it.
QString ProposalsPage::aboutOf(const OwnProposal &own) const
{
    QStringList parts;
    if (!own.subService.isEmpty()) {
        const SubService *service = m_reference ? m_reference->subService(own.subService) : nullptr;
        parts.append(service ? isolateAny(named(service->name, m_locale.language))
                             : isolateId(own.subService));
    }
    if (!own.beneficiary.isEmpty())
        parts.append(isolateAny(own.beneficiary));
    return parts.join(QStringLiteral(" · "));
}

QWidget *ProposalsPage::makeRow(const OwnProposal &own)
{
    const Proposal &proposal = own.proposal;
    auto *row = new QFrame;
    row->setObjectName(QStringLiteral("proposalRow"));
    row->setProperty("card", true);
    row->setFocusPolicy(Qt::TabFocus);
    row->setProperty("ring", true);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::hair);
    const QString title = tr("Request %1", "a request number").arg(isolateId(own.number));
    const QString what = proposedAct(proposal, m_reference.get(), m_locale.language);
    const QString moments = proposalMoments(proposal, m_clock.now(), m_locale);
    const QString outcome = proposalOutcome(proposal, m_clock.now(), m_locale);
    const QString about = aboutOf(own);
    const QString receipt = own.receipt ? receiptSentence(*own.receipt) : QString();
    words->addWidget(wrapped(TextRole::TableMain, title));
    if (!about.isEmpty())
        words->addWidget(labelled("proposalAbout", wrapped(TextRole::Secondary, about)));
    words->addWidget(wrapped(TextRole::Value, what));
    words->addWidget(wrapped(TextRole::Secondary, moments));
    if (!receipt.isEmpty())
        words->addWidget(labelled("proposalReceipt", wrapped(TextRole::Secondary, receipt)));
    words->addWidget(wrapped(proposal.closedAt ? TextRole::Value : TextRole::Body, outcome));
    const QString why = withoutControls(proposal.closingText);
    const QString reasonLabel = tr("Reason given:", "for dismissing a proposal");
    if (!why.isEmpty()) {
        auto *reason = wrapped(TextRole::Body, why);
        reason->setLayoutDirection(paragraphDirection(why, layoutDirection()));
        auto *label = wrapped(TextRole::Secondary, reasonLabel);
        label->setObjectName(QStringLiteral("proposalReason"));
        words->addWidget(label);
        words->addWidget(reason);
    }
    const ChipLook look = proposalLook(proposal);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(space::medium, space::snug, space::medium, space::snug);
    line->setSpacing(space::medium);
    line->addLayout(words, 1);
    line->addWidget(new StatusChip(m_theme, look), 0, Qt::AlignTop);
    QStringList spoken{title, about, what, look.word, outcome, receipt};
    if (!why.isEmpty())
        spoken.insert(5, QString(reasonLabel % u' ' % why));
    spoken.removeAll(QString());
    row->setAccessibleName(rawText(spoken.join(QStringLiteral(". "))));
    return row;
}

} // namespace tawasul
