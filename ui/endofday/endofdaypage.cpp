// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/endofday/endofdaypage.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/bidi.h"
#include "models/arabic/dateformat.h"
#include "ui/endofday/leftoverlist.h"
#include "ui/shared/button.h"
#include "ui/shared/copytext.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/strip.h"
#include "ui/shared/syncwords.h"
#include "ui/shared/textarea.h"
#include "ui/theme/metrics.h"

#include <utility>

namespace tawasul {

namespace {

template<class T>
void present(LeftoverList &list, const Gathered<T> &gathered, const QString &heading,
             const std::vector<EndOfDayLine> &lines, Tone tone, int more = 0)
{
    if (gathered.value)
        list.present(heading, lines, tone, more);
    else
        list.presentUnknown(heading, gathered.isUnread ? Tone::Danger : Tone::Neutral);
}

} // namespace

EndOfDayPage::EndOfDayPage(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent)
    : Card(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_words(locale)
    , m_date(new PlainLabel(TextRole::Secondary))
    , m_ready(new PlainLabel(TextRole::Secondary))
    , m_waiting(new LeftoverList(theme, Icon::CloudUp, locale, tr("Show what waits")))
    , m_parked(new LeftoverList(theme, Icon::GitMerge, locale, tr("Show what needs a choice")))
    , m_drafts(new LeftoverList(theme, Icon::Pencil, locale, {}))
    , m_ending(new LeftoverList(theme, Icon::CalendarDue, locale, {}))
    , m_note(new TextArea)
    , m_noteSaved(new PlainLabel(TextRole::Secondary))
    , m_noteStrip(new Strip(theme))
    , m_copied(new PlainLabel(TextRole::Secondary))
    , m_copy(new Button(theme, ButtonKind::Secondary, tr("Copy as text")))
    , m_signOut(new Button(theme, ButtonKind::Primary, tr("Sign out")))
{
    setObjectName(QStringLiteral("endOfDayPage"));
    m_waiting->setObjectName(QStringLiteral("endWaiting"));
    m_parked->setObjectName(QStringLiteral("endParked"));
    m_drafts->setObjectName(QStringLiteral("endDrafts"));
    m_ending->setObjectName(QStringLiteral("endEnding"));
    m_note->setObjectName(QStringLiteral("handoverNote"));
    m_noteSaved->setObjectName(QStringLiteral("handoverSaved"));
    m_noteStrip->setObjectName(QStringLiteral("handoverStrip"));
    m_copied->setObjectName(QStringLiteral("endCopied"));
    m_copy->setObjectName(QStringLiteral("endCopy"));
    m_copy->setGlyph(Icon::Copy);
    m_signOut->setObjectName(QStringLiteral("endSignOut"));
    auto *sides = new QHBoxLayout;
    sides->setSpacing(space::broad);
    sides->addWidget(makeLists(), 3);
    sides->addWidget(makeNote(), 2);
    column().setSpacing(space::medium);
    column().addWidget(makeHead());
    column().addLayout(sides, 1);
    column().addWidget(makeRule(this));
    column().addWidget(makeFoot());
    connect(m_waiting, &LeftoverList::allRequested, this, &EndOfDayPage::outboxRequested);
    connect(m_parked, &LeftoverList::allRequested, this, &EndOfDayPage::conflictsRequested);
    for (LeftoverList *list : {m_waiting, m_parked, m_drafts, m_ending})
        connect(list, &LeftoverList::chosen, this, &EndOfDayPage::caseChosen);
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        if (m_isFilling)
            return;
        m_wasTyped = true;
        m_copied->setText({});
        Q_EMIT noteEdited(note());
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        copyText(plainText());
        m_copied->setText(tr("Copied"));
    });
    connect(m_signOut, &QPushButton::clicked, this, &EndOfDayPage::signOutRequested);
    showAll();
}

QWidget *EndOfDayPage::makeHead()
{
    auto *head = new QWidget;
    auto *title = new PlainLabel(TextRole::PageTitle, tr("End of the day"));
    title->setObjectName(QStringLiteral("endOfDayTitle"));
    auto *words = new QVBoxLayout(head);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(space::tiny);
    words->addWidget(title);
    words->addWidget(m_date);
    m_ready->setObjectName(QStringLiteral("endReadyToday"));
    words->addWidget(m_ready);
    return head;
}

QWidget *EndOfDayPage::makeLists()
{
    auto *lists = new QWidget;
    auto *rows = new QVBoxLayout(lists);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::broad);
    for (LeftoverList *list : {m_waiting, m_parked, m_drafts, m_ending})
        rows->addWidget(list);
    rows->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(lists);
    return scroll;
}

QWidget *EndOfDayPage::makeNote()
{
    auto *side = new QWidget;
    auto *title = new PlainLabel(TextRole::Section, tr("Handover note"));
    auto *means = new PlainLabel(TextRole::Secondary,
                                 tr("It stays on this device for the next sign-in of this account, and is "
                                    "saved while it is written."));
    means->setWordWrap(true);
    m_note->setAccessibleName(title->text());
    m_note->setAccessibleDescription(means->text());
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::snug);
    column->addWidget(title);
    column->addWidget(means);
    column->addWidget(m_note, 1);
    column->addWidget(m_noteSaved);
    column->addWidget(m_noteStrip);
    return side;
}

QWidget *EndOfDayPage::makeFoot()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::medium);
    for (Button *button : {m_signOut, m_copy}) {
        button->setAutoDefault(true);
        row->addWidget(button);
    }
    row->addWidget(m_copied);
    row->addStretch(1);
    return foot;
}

void EndOfDayPage::setReference(const ReferencePtr &reference)
{
    m_words.setReference(reference);
    showAll();
}

void EndOfDayPage::setDay(const EndOfDay &day)
{
    m_day = day;
    showAll();
}

void EndOfDayPage::setSyncStatus(const SyncStatus &status)
{
    m_status = status;
    showAll();
}

void EndOfDayPage::setNote(const HandoverNote &note)
{
    if (m_wasTyped)
        return;
    fillNote(note.text);
    m_noteSaved->setText(note.text.isEmpty()
                             ? QString()
                             : tr("Saved %1").arg(momentText(note.savedAt, m_clock.now(), m_words.locale())));
}

void EndOfDayPage::continueNote(const QString &typed)
{
    if (std::exchange(m_wasTyped, true))
        return;
    fillNote(typed);
}

void EndOfDayPage::fillNote(const QString &text)
{
    // Not by silencing the field: it finds the direction of its words by the same signal.
    m_isFilling = true;
    m_note->setPlainText(text);
    m_isFilling = false;
}

void EndOfDayPage::sayNote(const std::optional<Error> &failure)
{
    if (!failure)
        m_noteStrip->clear();
    else
        m_noteStrip->say(Tone::Danger,
                         tr("The note could not be saved on this device. What was written is kept as long as "
                            "the program runs, and saving is tried again by itself (code %1).")
                             .arg(isolateId(failure->code)));
}

void EndOfDayPage::showAll()
{
    const Instant now = m_clock.now();
    m_ready->setText(readyToday(m_status, m_words.locale()));
    m_ready->setVisible(m_status.today > 0);
    m_date->setText(longDualDate(riyadhDate(now), m_words.locale()));
    present(*m_waiting, m_day.unsent, m_words.waitingHeading(m_day), m_words.waiting(m_day, now), Tone::Info);
    present(*m_parked, m_day.unsent, m_words.parkedHeading(m_day), m_words.parked(m_day, now), Tone::Danger);
    present(*m_drafts, m_day.drafts, m_words.draftsHeading(m_day), m_words.drafts(m_day, now), Tone::Neutral);
    present(*m_ending, m_day.ending, m_words.endingHeading(m_day), m_words.ending(m_day), Tone::Warning,
            m_day.endingMore);
    m_signOut->setText(m_status.free > 0 ? tr("Stay until everything is sent, or sign out") : tr("Sign out"));
    m_signOut->setAccessibleName(m_signOut->text());
}

void EndOfDayPage::focusFirst()
{
    m_note->setFocus(Qt::ShortcutFocusReason);
}

QString EndOfDayPage::note() const
{
    return m_note->toPlainText();
}

QString EndOfDayPage::plainText() const
{
    return m_words.plainText(m_day, note(), m_clock.now());
}

void EndOfDayPage::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    Q_EMIT shown();
}

} // namespace tawasul
