// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxdetail.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/bidi.h"
#include "ui/outbox/technicaldetails.h"
#include "ui/shared/button.h"
#include "ui/shared/casewords.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/statuschip.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

Button *named(Button *button, const char *name, Icon glyph)
{
    button->setObjectName(QString::fromLatin1(name));
    button->setGlyph(glyph);
    return button;
}

} // namespace

OutboxDetail::OutboxDetail(const Theme &theme, const OutboxWords &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
    , m_title(new PlainLabel(TextRole::Section))
    , m_state(new StatusChip(theme, {}))
    , m_why(new PlainLabel(TextRole::Body))
    , m_conflict(named(new Button(theme, ButtonKind::Primary, tr("Resolve the conflict")), "outboxConflict",
                       Icon::GitMerge))
    , m_recall(named(new Button(theme, ButtonKind::Secondary, tr("Undo")), "outboxRecall", Icon::ArrowBackUp))
    , m_retry(
          named(new Button(theme, ButtonKind::Secondary, tr("Try again now")), "outboxRetry", Icon::Refresh))
    , m_hold(named(new Button(theme, ButtonKind::Secondary, tr("Hold back")), "outboxHold", Icon::Lock))
    , m_release(
          named(new Button(theme, ButtonKind::Primary, tr("Let go", "an act that was held back is sent")),
                "outboxRelease", Icon::Send))
    , m_open(named(new Button(theme, ButtonKind::Secondary, tr("Open the request")), "outboxOpen",
                   Icon::FileText))
    , m_details(new TechnicalDetails(theme))
{
    setObjectName(QStringLiteral("outboxDetail"));
    m_title->setObjectName(QStringLiteral("outboxDetailTitle"));
    m_why->setObjectName(QStringLiteral("outboxWhy"));
    m_why->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::medium, space::wide, space::medium);
    column->setSpacing(space::snug);
    column->addLayout(makeHead());
    column->addWidget(m_why);
    column->addLayout(makeButtons());
    column->addWidget(m_details);
    connect(m_open, &QPushButton::clicked, this, &OutboxDetail::openRequested);
    connect(m_retry, &QPushButton::clicked, this, &OutboxDetail::retryRequested);
    connect(m_recall, &QPushButton::clicked, this, &OutboxDetail::recallRequested);
    connect(m_hold, &QPushButton::clicked, this, &OutboxDetail::holdRequested);
    connect(m_release, &QPushButton::clicked, this, &OutboxDetail::releaseRequested);
    connect(m_conflict, &QPushButton::clicked, this, &OutboxDetail::conflictRequested);
}

QLayout *OutboxDetail::makeHead()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::medium);
    row->addWidget(m_title);
    row->addWidget(m_state);
    row->addStretch(1);
    return row;
}

QLayout *OutboxDetail::makeButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::snug);
    for (Button *button : {m_conflict, m_release, m_recall, m_retry, m_hold, m_open})
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(&m_details->toggle());
    return row;
}

void OutboxDetail::present(const OutboxItem &item, const OutboxStanding &standing, Instant now)
{
    const bool parked = item.state == OutboxState::Parked;
    m_title->setText(
        tr("%1 – request %2").arg(actWord(item.act.type), isolateId(OutboxWords::caseNumber(item))));
    m_state->setLook(OutboxWords::stateLook(standing.hold));
    //: The sentence of the pane: a clause, made whole
    m_why->setText(tr("%1.").arg(m_words.why(item, standing.hold)));
    m_conflict->setText(standing.hold == OutboxHold::Conflict      ? tr("Resolve the conflict")
                            : standing.hold == OutboxHold::Damaged ? tr("See what can be done")
                                                                   : tr("Resolve the refusal"));
    m_conflict->setAccessibleName(m_conflict->text());
    m_conflict->setVisible(parked);
    m_recall->setVisible(standing.recallable);
    // Shown with every act that could need it, so that it does not come and go with the clock.
    m_retry->setVisible(!parked && !standing.held && !standing.recallable);
    m_hold->setVisible(!parked && !standing.held);
    m_hold->setEnabled(standing.holdable);
    m_release->setVisible(standing.held);
    m_retry->setEnabled(standing.retryable);
    m_details->present(item, now, m_words.locale());
}

} // namespace tawasul
