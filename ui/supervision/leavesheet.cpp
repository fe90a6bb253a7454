// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/leavesheet.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/bidi.h"
#include "models/arabic/dateformat.h"
#include "ui/decisions/choicebox.h"
#include "ui/decisions/labelledfield.h"
#include "ui/shared/button.h"
#include "ui/shared/card.h"
#include "ui/shared/errortext.h"
#include "ui/shared/filterchip.h"
#include "ui/shared/iconbutton.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/strip.h"
#include "ui/supervision/dayfield.h"
#include "ui/theme/metrics.h"

#include <algorithm>

namespace tawasul {

namespace {

QString none()
{
    return QStringLiteral("-");
}

template<class W>
W *withName(W *widget, const char *name)
{
    widget->setObjectName(QString::fromLatin1(name));
    return widget;
}

} // namespace

LeaveSheet::LeaveSheet(const Theme &theme, const BoardWords &words, const Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_words(words)
    , m_clock(clock)
    , m_title(withName(new PlainLabel(TextRole::Section, tr("Recording a leave")), "leaveTitle"))
    , m_name(withName(new PlainLabel(TextRole::Value), "leaveOfficer"))
    , m_message(withName(new Strip(theme), "leaveMessage"))
    , m_today(withName(new FilterChip(tr("Absent today")), "leaveToday"))
    , m_open(withName(new FilterChip(tr("Absent until further notice")), "leaveOpen"))
    , m_planned(withName(new FilterChip(tr("Planned days")), "leavePlanned"))
    , m_days(new QWidget)
    , m_first(new DayField(theme, words.locale(), tr("First day"), "leaveFirst"))
    , m_last(new DayField(theme, words.locale(), tr("Last day"), "leaveLast"))
    , m_substitute(withName(new ChoiceBox({}), "leaveSubstitute"))
    , m_substituteRow(new LabelledField(theme, tr("Substitute"), m_substitute))
    , m_means(new PlainLabel(TextRole::Secondary))
    , m_confirm(withName(new Button(theme, ButtonKind::Primary, tr("Record the leave")), "leaveConfirm"))
{
    setObjectName(QStringLiteral("leaveSheet"));
    setProperty("sheet", true);
    setAccessibleName(m_title->text());
    m_means->setWordWrap(true);
    auto *days = new QHBoxLayout(m_days);
    days->setContentsMargins(0, 0, 0, 0);
    days->setSpacing(space::medium);
    days->addWidget(m_first, 1, Qt::AlignTop);
    days->addWidget(m_last, 1, Qt::AlignTop);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_confirm);
    foot->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::medium, space::wide, space::medium);
    column->setSpacing(space::medium);
    column->addLayout(makeHead());
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_message, m_name, makeWays(), m_days, m_substituteRow, m_means})
        column->addWidget(part);
    column->addStretch(1);
    column->addWidget(makeRule(this));
    column->addLayout(foot);
    connect(m_confirm, &QPushButton::clicked, this, &LeaveSheet::confirm);
    for (const DayField *field : {m_first, m_last})
        connect(field, &DayField::edited, m_message, &Strip::clear);
    connect(m_substitute, &QComboBox::currentIndexChanged, m_message, [this] {
        m_message->clear();
        m_substituteRow->setProblem({});
    });
}

QLayout *LeaveSheet::makeHead()
{
    auto *close =
        withName(new IconButton(m_theme, Icon::X, tr("Close (%1)").arg(isolateId(u"Esc"))), "closeLeave");
    connect(close, &QToolButton::clicked, this, &LeaveSheet::closeRequested);
    auto *row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addWidget(close);
    return row;
}

QWidget *LeaveSheet::makeWays()
{
    auto *ways = new QWidget;
    auto *group = new QButtonGroup(this);
    auto *row = new QHBoxLayout(ways);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::snug);
    for (const auto &[chip, way] :
         {std::pair(m_today, Way::Today), std::pair(m_open, Way::Open), std::pair(m_planned, Way::Planned)}) {
        group->addButton(chip);
        row->addWidget(chip);
        connect(chip, &QPushButton::clicked, this, [this, way = way] { chooseWay(way); });
    }
    row->addStretch(1);
    return ways;
}

void LeaveSheet::setStaff(const std::vector<Colleague> &staff)
{
    m_staff = staff;
    offerSubstitutes();
}

void LeaveSheet::open(const PersonName &officer, Leave::Kind kind)
{
    m_officer = officer;
    m_message->clear();
    m_name->setText(m_words.officer(officer));
    m_first->setDay({});
    m_last->setDay({});
    m_confirm->setEnabled(true);
    offerSubstitutes();
    m_substitute->choose(none());
    chooseWay(kind == Leave::Kind::Planned ? Way::Planned : Way::Today);
}

void LeaveSheet::chooseWay(Way way)
{
    m_way = way;
    m_message->clear();
    (way == Way::Today ? m_today : way == Way::Open ? m_open : m_planned)->setChecked(true);
    m_days->setVisible(way == Way::Planned);
    const QDate today = riyadhDate(m_clock.now());
    const QString date = longDualDate(today, m_words.locale());
    m_means->setText(
        way == Way::Planned
            ? tr("Requests that would go to the officer on these days go to the substitute. What "
                 "the officer already has stays until it is reassigned.")
            //: %1 a date in both calendars
            : way == Way::Today
            ? tr("Away today only: %1. What the officer has stays until it is reassigned.").arg(date)
            : tr("Away from today, %1, until the leave is ended. What the officer has stays "
                 "until it is reassigned.")
                  .arg(date));
    m_substituteRow->setLabel(way == Way::Planned ? tr("Substitute") : tr("Substitute (optional)"));
}

// Whoever is away today is named so; the days decide, and checkLeave() knows them.
void LeaveSheet::offerSubstitutes()
{
    QList<std::pair<QString, QString>> people{{none(), tr("Nobody", "as a substitute")}};
    for (const Colleague &each : m_staff) {
        if (each.role != Role::Officer || !each.active || each.name.id == m_officer.id)
            continue;
        const QString name = m_words.officer(each.name);
        const Leave *leave = leaveAt(each, m_clock.now());
        people.append({each.name.id.text(),
                       //: %1 a name; the officer is on leave
                       leave ? tr("%1 (on leave)").arg(name) : name});
    }
    const QString before = m_substitute->chosen();
    m_substitute->setChoices(people, before.isEmpty() ? none() : before);
}

Leave LeaveSheet::leave() const
{
    Leave leave;
    leave.officer = m_officer;
    leave.kind = m_way == Way::Planned ? Leave::Kind::Planned : Leave::Kind::Unplanned;
    const QDate today = riyadhDate(m_clock.now());
    leave.first = m_way == Way::Planned ? m_first->day() : today;
    leave.last = m_way == Way::Planned ? m_last->day() : m_way == Way::Today ? today : QDate();
    for (const Colleague &each : m_staff) {
        if (each.name.id.text() == m_substitute->chosen())
            leave.substitute = each.name;
    }
    return leave;
}

void LeaveSheet::confirm()
{
    Roster roster;
    for (const Colleague &each : m_staff)
        roster.insert(each.name.id, each);
    const Leave wanted = leave();
    const Outcome sound = checkLeave(wanted, nullptr, roster, riyadhDate(m_clock.now()));
    if (!sound)
        return showProblem(sound.error());
    m_confirm->setEnabled(false);
    Q_EMIT confirmed(wanted);
}

void LeaveSheet::showProblem(const Error &error)
{
    m_message->say(Tone::Danger, errorSentence(error));
    m_confirm->setEnabled(true);
    if (error.code.startsWith(u"leave.invalid.substitute"))
        m_substitute->setFocus(Qt::OtherFocusReason);
    else if (m_way == Way::Planned)
        (error.code == u"leave.invalid.order" ? m_last : m_first)->focusField();
}

void LeaveSheet::setRecorded(const Outcome &recorded)
{
    if (!recorded)
        return showProblem(recorded.error());
    Q_EMIT closeRequested();
}

void LeaveSheet::focusFirst()
{
    // An absence of today needs nothing but to be confirmed.
    if (m_way == Way::Planned)
        m_first->focusField();
    else
        m_confirm->setFocus(Qt::TabFocusReason);
}

void LeaveSheet::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else if (enter)
        confirm();
    else
        QFrame::keyPressEvent(event);
}

} // namespace tawasul
