// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/conflictcard.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include "ui/conflicts/choicepanel.h"
#include "ui/conflicts/comparison.h"
#include "ui/outbox/outboxwords.h"
#include "ui/outbox/technicaldetails.h"
#include "ui/shared/busymark.h"
#include "ui/shared/note.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/statuschip.h"
#include "ui/shared/strip.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kLowest = 520; ///< pixels of height in which the story, both versions and the choices are seen

template<class T>
T *withName(T *widget, const char *name)
{
    widget->setObjectName(QString::fromLatin1(name));
    return widget;
}

} // namespace

ConflictCard::ConflictCard(const Theme &theme, DisplayLocale locale, QWidget *parent)
    : Card(parent)
    , m_theme(theme)
    , m_locale(locale)
    , m_title(withName(new PlainLabel(TextRole::PageTitle), "conflictTitle"))
    , m_state(new StatusChip(theme, {}))
    , m_about(withName(new PlainLabel(TextRole::Secondary), "conflictAbout"))
    , m_open(withName(new Button(theme, ButtonKind::Secondary, tr("Open the request")), "conflictOpen"))
    , m_happened(withName(new Strip(theme), "conflictHappened"))
    , m_failed(withName(new Strip(theme), "conflictFailed"))
    , m_comparison(new Comparison(theme))
    , m_details(new TechnicalDetails(theme))
    , m_anew(new ChoicePanel(theme, "decideAnew", Icon::Pencil, ChoicePanel::Asks::Once))
    , m_theirs(new ChoicePanel(theme, "takeTheirs", Icon::CloudDown, ChoicePanel::Asks::Twice))
    , m_resend(new ChoicePanel(theme, "resend", Icon::Refresh, ChoicePanel::Asks::Once))
    , m_busyNote(withName(new Note(new BusyMark(theme, iconsize::medium)), "conflictBusy"))
    , m_choices(makeChoices())
{
    setObjectName(QStringLiteral("conflictCard"));
    m_open->setGlyph(Icon::FileText);
    m_about->setWordWrap(true);
    column().addLayout(makeHead());
    column().addWidget(m_happened);
    column().addWidget(makeBody(), 1);
    column().addWidget(m_choices);
    connect(m_open, &QPushButton::clicked, this, &ConflictCard::openRequested);
    connect(m_theirs, &ChoicePanel::chosen, this, &ConflictCard::takeTheirsRequested);
    connect(m_anew, &ChoicePanel::chosen, this, &ConflictCard::decideAnewRequested);
    connect(m_resend, &ChoicePanel::chosen, this, &ConflictCard::resendRequested);
}

QLayout *ConflictCard::makeHead()
{
    auto *titles = new QHBoxLayout;
    titles->setSpacing(space::medium);
    titles->addWidget(m_title);
    titles->addWidget(m_state);
    titles->addStretch(1);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::hair);
    words->addLayout(titles);
    words->addWidget(m_about);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::medium);
    row->addLayout(words, 1);
    row->addWidget(m_open, 0, Qt::AlignTop);
    return row;
}

QWidget *ConflictCard::makeBody()
{
    auto *page = new QWidget;
    m_body = new QVBoxLayout(page);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(space::medium);
    m_body->addWidget(m_comparison);
    m_body->addWidget(&m_details->toggle(), 0, Qt::AlignLeading);
    m_body->addWidget(m_details);
    m_body->addStretch(1);
    m_details->toggle().setProperty("flush", true);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("conflictBody"));
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Clear of the scroll bar where there is one, else as wide as what stands above and below.
    connect(scroll->verticalScrollBar(), &QScrollBar::rangeChanged, m_body, [this](int, int most) {
        m_body->setContentsMargins(margins(0, 0, most > 0 ? space::medium : 0, 0, layoutDirection()));
    });
    return scroll;
}

QWidget *ConflictCard::makeChoices()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::broad);
    for (ChoicePanel *panel : {m_anew, m_resend, m_theirs})
        row->addWidget(panel, 1);
    auto *choices = new QWidget;
    auto *column = new QVBoxLayout(choices);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addWidget(makeRule(choices));
    column->addWidget(m_failed);
    column->addLayout(row);
    column->addWidget(m_busyNote);
    return choices;
}

// The choices are always in sight: whoever does not see them cannot know that there are any. With large text
// the story gives way instead, and is read with what it leads to.
void ConflictCard::placeStory()
{
    constexpr int kBelowHead = 1;
    const bool isLow = height() < m_theme.scaled(kLowest);
    QVBoxLayout &place = isLow ? *m_body : column();
    if (m_happened->parentWidget() == place.parentWidget())
        return;
    const bool isShown = !m_happened->isHidden();
    place.insertWidget(isLow ? 0 : kBelowHead, m_happened);
    m_happened->setVisible(isShown);
}

void ConflictCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    placeStory();
}

void ConflictCard::present(const OutboxItem &item, const Reference &reference, Instant now)
{
    const bool another = std::exchange(m_act, item.act.id) != item.act.id;
    if (another)
        m_failed->clear();
    m_details->present(item, now, m_locale);
    ConflictStory story = storyOf(item, reference, now, m_locale);
    if (!another && story == m_story)
        return;
    m_story = std::move(story);
    m_title->setText(m_story.title);
    m_state->setLook(OutboxWords::stateLook(parkedHold(item)));
    m_about->setText(m_story.about);
    m_happened->say(m_story.tone, m_story.happened);
    m_comparison->present(m_story);
    m_comparison->setVisible(!m_story.fields.empty());
    m_theirs->present(m_story.takeTheirs);
    m_anew->present(m_story.decideAnew);
    m_resend->present(m_story.resend);
}

void ConflictCard::setBusy(bool busy)
{
    for (ChoicePanel *panel : {m_anew, m_resend, m_theirs})
        panel->setBusy(busy);
    if (busy)
        m_failed->clear();
    m_busyNote->say(busy ? tr("Being recorded…") : QString());
}

void ConflictCard::sayFailed(const Error &error)
{
    m_failed->say(Tone::Danger, OutboxWords::notSaved(error));
}

void ConflictCard::focusChoices()
{
    for (const ChoicePanel *panel : {m_anew, m_resend, m_theirs}) {
        for (Button *button : panel->findChildren<Button *>()) {
            if (button->isVisibleTo(this) && button->isEnabled())
                return button->setFocus(Qt::TabFocusReason);
        }
    }
}

} // namespace tawasul
