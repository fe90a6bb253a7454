// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/dayopeningpage.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/bidi.h"
#include "models/arabic/dateformat.h"
#include "ui/shared/button.h"
#include "ui/shared/countedtext.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/errortext.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/rawtext.h"
#include "ui/shared/skeletonrows.h"
#include "ui/shared/strip.h"
#include "ui/shared/syncwords.h"
#include "ui/supervision/agewords.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr int kSkeletons = 5;
constexpr int kRow = 72;
constexpr int kFigureWidth = 72;
constexpr std::size_t kMostMachines = 12;

} // namespace

DayOpeningPage::DayOpeningPage(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent)
    : Card(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_words(locale)
    , m_date(new PlainLabel(TextRole::Secondary))
    , m_age(new PlainLabel(TextRole::Secondary))
    , m_strip(new Strip(theme))
    , m_lines(new QVBoxLayout)
    , m_away(new PlainLabel(TextRole::Secondary))
    , m_waiting(new SkeletonRows(theme, kSkeletons, kRow))
    , m_empty(new EmptyState(theme,
                             {Icon::CircleCheck, tr("Nothing waits"),
                              tr("No request is overdue, unassigned or new, and every device has sent its "
                                 "work."),
                              tr("Show the distribution of requests"), Ink::Success}))
{
    setObjectName(QStringLiteral("dayOpeningPage"));
    m_age->setObjectName(QStringLiteral("openingAge"));
    m_strip->setObjectName(QStringLiteral("openingStrip"));
    m_away->setObjectName(QStringLiteral("openingAway"));
    m_empty->setObjectName(QStringLiteral("openingEmpty"));
    m_away->setWordWrap(true);
    auto *title = new PlainLabel(TextRole::PageTitle, tr("Start of the day"));
    title->setObjectName(QStringLiteral("openingTitle"));
    auto *body = new QWidget;
    auto *rows = new QVBoxLayout(body);
    rows->setContentsMargins(space::tiny, 0, space::tiny, 0);
    rows->setSpacing(space::medium);
    m_lines->setSpacing(0);
    rows->addLayout(m_lines);
    rows->addWidget(m_away);
    for (QWidget *part : {m_waiting, m_empty})
        rows->addWidget(part);
    rows->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    column().setSpacing(space::medium);
    auto *head = new QVBoxLayout;
    head->setSpacing(space::tiny);
    for (PlainLabel *label : {title, m_date, m_age})
        head->addWidget(label);
    column().addLayout(head);
    column().addWidget(m_strip);
    column().addWidget(scroll, 1);
    connect(static_cast<EmptyState *>(m_empty), &EmptyState::actionChosen, this,
            &DayOpeningPage::boardRequested);
    showAll();
}

void DayOpeningPage::setReference(const ReferencePtr &reference)
{
    m_words.setReference(reference);
    showAge();
}

void DayOpeningPage::setOpening(const DayOpening &opening)
{
    m_opening = opening;
    const QString gap = gapWords(opening.isPartial, opening.staffAt.has_value());
    if (gap.isEmpty())
        m_strip->clear();
    else
        m_strip->say(Tone::Info, gap);
    showAll();
}

void DayOpeningPage::setUnread(const Error &error)
{
    m_strip->say(Tone::Danger, errorSentence(error, Trouble::Screens));
}

void DayOpeningPage::setSyncStatus(const SyncStatus &status)
{
    m_status = status;
    showAge();
}

void DayOpeningPage::tick()
{
    showAge();
    fill();
}

void DayOpeningPage::showAge()
{
    m_date->setText(longDualDate(riyadhDate(m_clock.now()), m_words.locale()));
    const AgeLine age = ageLine(m_status, m_clock.now(), m_words);
    m_age->setText(age.text);
    m_age->setTone(age.tone);
    m_age->setVisible(!age.text.isEmpty());
}

void DayOpeningPage::showAll()
{
    showAge();
    fill();
    QStringList away;
    for (const OfficerLoad &each : m_opening ? m_opening->away : std::vector<OfficerLoad>())
        //: %1 a name, %2 such as On leave until 25/11/2026
        away.append(tr("%1: %2", "an officer").arg(m_words.officer(each.officer), m_words.away(each)));
    m_away->setText(away.isEmpty() ? QString()
                                   //: %1 a list of officers, one to a line
                                   : tr("Away today:\n%1").arg(away.join(u'\n')));
    m_away->setVisible(!away.isEmpty());
}

std::vector<DayOpeningPage::Line> DayOpeningPage::lines() const
{
    using Matter = BoardQuestion::Matter;
    const DayOpening &day = *m_opening;
    const QString show = tr("Show and distribute");
    const QString since = momentText(day.since, m_clock.now(), m_words.locale());
    BoardQuestion overdue;
    overdue.standing = Standing::Overdue;
    BoardQuestion ending;
    ending.matter = Matter::EndsTodayOfficerAway;
    BoardQuestion unassigned;
    unassigned.officer = PersonId();
    BoardQuestion arrived;
    arrived.matter = Matter::ArrivedSince;
    arrived.since = day.since;
    BoardQuestion returned = arrived;
    returned.matter = Matter::ReturnedSince;
    const auto said = [this](const QString &sentence, int count) {
        return countedText(sentence, count, m_words.locale().digits);
    };
    return {
        {"openOverdue",
         day.overdue,
         Icon::AlertCircle,
         Tone::Danger,
         said(tr("request(s) are overdue", nullptr, day.overdue), day.overdue),
         {},
         show,
         overdue},
        {"openEndingAway",
         day.endsTodayOfficerAway,
         Icon::UserX,
         Tone::Warning,
         said(tr("request(s) are due today while their officer is away", nullptr, day.endsTodayOfficerAway),
              day.endsTodayOfficerAway),
         {},
         show,
         ending},
        {"openUnassigned",
         day.unassigned,
         Icon::UserQuestion,
         Tone::Warning,
         said(tr("request(s) are assigned to nobody", nullptr, day.unassigned), day.unassigned),
         {},
         show,
         unassigned},
        {"openArrived", day.arrived, Icon::Inbox, Tone::Info,
         said(tr("request(s) arrived since the last closing hour", nullptr, day.arrived), day.arrived),
         //: %1 a time
         tr("Since %1").arg(since), show, arrived},
        {"openReturned", day.returned, Icon::FileImport, Tone::Info,
         said(tr("request(s) were answered by their applicants since the last closing hour", nullptr,
                 day.returned),
              day.returned),
         tr("Since %1").arg(since), show, returned},
    };
}

DayOpeningPage::Line DayOpeningPage::machineLine(const UnsentMachine &machine) const
{
    BoardQuestion theirs;
    theirs.officer = machine.officer.id;
    const Instant now = m_clock.now();
    QStringList detail{tr("Device: %1").arg(isolateId(machine.device))};
    if (machine.oldestRecordedAt)
        detail.append(
            tr("the oldest since %1").arg(momentText(*machine.oldestRecordedAt, now, m_words.locale())));
    detail.append(tr("told %1").arg(momentText(machine.reportedAt, now, m_words.locale())));
    return {
        "openMachine", machine.unsent, Icon::CloudUp, Tone::Neutral,
        //: After a number of acts; %1 a name
        countedText(
            tr("act(s) of %1 are not sent", nullptr, machine.unsent).arg(m_words.officer(machine.officer)),
            machine.unsent, m_words.locale().digits),
        //: Between the parts of one line
        detail.join(tr(", ")), tr("Show the officer's requests"), theirs};
}

void DayOpeningPage::fill()
{
    std::vector<Line> shown;
    if (m_opening) {
        for (Line &line : lines()) {
            if (line.count > 0)
                shown.push_back(std::move(line));
        }
        for (const UnsentMachine &machine : m_opening->machines) {
            if (shown.size() < kMostMachines)
                shown.push_back(machineLine(machine));
        }
    }
    // Asked before anything is hidden, which would send the keyboard elsewhere.
    const QWidget *focus = window()->focusWidget();
    const bool isHere = focus && (focus == this || isAncestorOf(focus));
    const QString before = isHere ? focus->objectName() : QString();
    // While cases are being fetched nobody can say that nothing waits.
    const bool isUnknown = !m_opening || (m_opening->isPartial && shown.empty());
    m_waiting->setVisible(isUnknown);
    m_empty->setVisible(!isUnknown && shown.empty());
    if (shown == m_shown)
        return; // the button that has the keyboard stays
    m_shown = std::move(shown);
    while (QLayoutItem *old = m_lines->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (const Line &line : m_shown) {
        QWidget *place = makeLine(line);
        m_lines->addWidget(place);
        place->show(); // now and not by the layout, or its button could not take the keyboard
        m_lines->addWidget(makeRule(this));
    }
    if (isHere)
        focusStep(before);
}

// The keyboard stays where it was, as far as that is still there.
void DayOpeningPage::focusStep(const QString &name)
{
    auto *step = name.isEmpty() ? nullptr : findChild<Button *>(name);
    if (step && step->isVisibleTo(this))
        step->setFocus(Qt::OtherFocusReason);
    else
        focusFirst();
}

QWidget *DayOpeningPage::makeLine(const Line &line)
{
    auto *place = new QWidget;
    place->setObjectName(QStringLiteral("openingLine"));
    auto *count = new PlainLabel(TextRole::Figure, m_words.number(line.count));
    count->setObjectName(QStringLiteral("openingCount"));
    count->setMinimumWidth(m_theme.scaled(kFigureWidth));
    count->setTone(line.tone == Tone::Danger ? std::optional(line.tone) : std::nullopt);
    auto *sentence = new PlainLabel(TextRole::Value, line.sentence);
    sentence->setObjectName(QStringLiteral("openingSentence"));
    auto *words = new QVBoxLayout;
    words->setSpacing(space::hair);
    words->addStretch(1);
    sentence->setWordWrap(true);
    words->addWidget(sentence);
    if (!line.detail.isEmpty()) {
        auto *detail = new PlainLabel(TextRole::Secondary, line.detail);
        detail->setWordWrap(true);
        words->addWidget(detail);
    }
    words->addStretch(1);
    auto *step = new Button(m_theme, ButtonKind::Secondary, line.step);
    step->setObjectName(QString::fromLatin1(line.name));
    //: On a button, read out: what it does, and what waits: a number and a sentence
    step->setAccessibleName(
        rawText(tr("%1: %2 %3").arg(line.step, m_words.number(line.count), line.sentence)));
    connect(step, &QPushButton::clicked, this, [this, question = line.question] { Q_EMIT asked(question); });
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, space::snug, 0, space::snug);
    row->setSpacing(space::wide);
    row->addWidget(new IconMark(m_theme, line.icon, inkOf(line.tone), iconsize::huge));
    row->addWidget(count);
    row->addLayout(words, 1);
    row->addWidget(step, 0, Qt::AlignVCenter);
    place->setMinimumHeight(m_theme.scaled(kRow));
    return place;
}

// Lines that are still to come cannot have the keyboard: the page holds it for them.
void DayOpeningPage::focusFirst()
{
    for (Button *button : findChildren<Button *>()) {
        if (button->isVisibleTo(this))
            return button->setFocus(Qt::OtherFocusReason);
    }
    setFocus(Qt::OtherFocusReason);
}

void DayOpeningPage::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    Q_EMIT shown();
}

} // namespace tawasul
