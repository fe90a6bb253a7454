// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/caseheaderbar.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/bidi.h"
#include "models/arabic/dateformat.h"
#include "models/arabic/tooltip.h"
#include "ui/casefile/whythisdate.h"
#include "ui/shared/button.h"
#include "ui/shared/casewords.h"
#include "ui/shared/copytext.h"
#include "ui/shared/elidedlabel.h"
#include "ui/shared/iconbutton.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/note.h"
#include "ui/shared/rawtext.h"
#include "ui/shared/rowmarks.h"
#include "ui/shared/statuschip.h"
#include "ui/shared/syncwords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

CaseHeaderBar::CaseHeaderBar(const Theme &theme, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_number(new ElidedLabel(TextRole::PageTitle, {}, Qt::ElideNone))
    , m_copy(new IconButton(theme, Icon::Copy,
                            tr("Copy the request number (%1)").arg(isolateId(u"Ctrl+Shift+C"))))
    , m_print(new IconButton(theme, Icon::Printer,
                             tr("Print the request summary (%1)").arg(isolateId(u"Ctrl+P"))))
    , m_status(new StatusChip(theme, {}))
    , m_marks(new QHBoxLayout)
    , m_service(new ElidedLabel(TextRole::Value))
    , m_persons(new ElidedLabel(TextRole::Secondary))
    , m_age(new Note(new IconMark(theme, Icon::CloudOff, inkOf(Tone::Warning), iconsize::small)))
    , m_clockMark(new IconMark(theme, Icon::Clock, Ink::Text3, iconsize::medium))
    , m_left(new PlainLabel(TextRole::Section))
    , m_day(new PlainLabel(TextRole::Secondary))
    , m_why(new Button(theme, ButtonKind::Ghost, tr("Why this date?")))
{
    m_number->setObjectName(QStringLiteral("caseNumber"));
    m_copy->setObjectName(QStringLiteral("copyNumber"));
    m_print->setObjectName(QStringLiteral("printSummary"));
    m_status->setObjectName(QStringLiteral("caseStatus"));
    m_service->setObjectName(QStringLiteral("caseService"));
    m_persons->setObjectName(QStringLiteral("casePersons"));
    m_age->setObjectName(QStringLiteral("caseAge"));
    m_left->setObjectName(QStringLiteral("timeLeft"));
    m_day->setObjectName(QStringLiteral("deadlineDay"));
    m_why->setObjectName(QStringLiteral("whyThisDate"));
    m_why->setAutoDefault(true);
    m_why->setProperty("flush", true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::wide);
    row->addLayout(makeStart(), 1);
    row->addLayout(makeEnd());
    connect(m_copy, &QToolButton::clicked, this, &CaseHeaderBar::copyNumber);
    connect(m_print, &QToolButton::clicked, this, &CaseHeaderBar::printRequested);
    connect(m_why, &QPushButton::clicked, this, &CaseHeaderBar::explainDeadline);
}

void CaseHeaderBar::setPrintAllowed(bool allowed)
{
    m_print->setVisible(allowed);
}

QLayout *CaseHeaderBar::makeStart()
{
    auto *first = new QHBoxLayout;
    first->setSpacing(space::snug);
    first->addWidget(m_number);
    first->addWidget(m_copy);
    first->addWidget(m_print);
    first->addWidget(m_status);
    m_marks->setSpacing(space::snug);
    first->addLayout(m_marks);
    first->addStretch(1);
    auto *column = new QVBoxLayout;
    column->setSpacing(space::hair);
    column->addLayout(first);
    column->addWidget(m_service);
    column->addWidget(m_persons);
    column->addWidget(m_age);
    return column;
}

QLayout *CaseHeaderBar::makeEnd()
{
    auto *first = new QHBoxLayout;
    first->setSpacing(space::small);
    first->addStretch(1);
    first->addWidget(m_clockMark);
    first->addWidget(m_left);
    auto *second = new QHBoxLayout;
    second->addStretch(1);
    second->addWidget(m_day);
    auto *third = new QHBoxLayout;
    third->addStretch(1);
    third->addWidget(m_why);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addLayout(first);
    column->addLayout(second);
    column->addLayout(third);
    return column;
}

void CaseHeaderBar::present(const Case &theCase, const ReferencePtr &reference, DisplayLocale locale)
{
    m_case = theCase;
    m_reference = reference;
    m_locale = locale;
    m_number->setText(isolateId(theCase.number));
    m_status->setLook(statusLook(theCase.status, theCase.statusText));
    while (QLayoutItem *old = m_marks->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (const Mark &mark : theCase.marks) {
        auto *chip = new StatusChip(m_theme, markLook(mark));
        chip->setObjectName(QStringLiteral("caseMark"));
        const QString reason = withoutControls(mark.reason);
        const QString tells = reason.isEmpty() ? priorityMark(mark.kind).meaning : reason;
        chip->setToolTip(plainTooltip(tells));
        chip->setAccessibleDescription(tells);
        m_marks->addWidget(chip);
    }
    const SubService *service = reference->subService(theCase.subService);
    m_service->setText(service ? named(service->name, locale.language) : isolateId(theCase.subService));
    const QString subject = isolateAny(theCase.subject.party.name);
    const QString beneficiary = isolateAny(theCase.beneficiary.name);
    m_persons->setText(subject == beneficiary || subject.isEmpty()
                           ? beneficiary
                           : tr("%1, applicant %2").arg(subject, beneficiary));
    showDeadline();
    showAge();
}

void CaseHeaderBar::setSyncStatus(const SyncStatus &status)
{
    m_sync = status;
    if (m_reference)
        showAge();
}

void CaseHeaderBar::showAge()
{
    const Instant now = m_clock.now();
    const bool isFresh = dataAge(m_sync, now, m_reference->calendar) == DataAge::Fresh;
    m_age->say(isFresh ? QString() : confirmedUntil(*m_sync.completeAt, now, m_locale));
}

void CaseHeaderBar::setDoubt(const ClockDoubt &doubt)
{
    m_doubt = doubt;
    if (m_reference)
        showDeadline();
}

void CaseHeaderBar::showDeadline()
{
    const bool open = isOpen(m_case.status);
    const Deadline deadline = m_case.deadline();
    for (QWidget *part : std::initializer_list<QWidget *>{m_clockMark, m_left, m_day, m_why})
        part->setVisible(open && deadline.day.isValid());
    if (!open)
        return;
    const TimeLeft left = timeLeft(deadline, m_clock.now(), m_reference->calendar);
    const bool mayBeOverdue = m_doubt.spans(deadline.at, m_clock.now());
    const Tone tone =
        mayBeOverdue ? Tone::Warning : timeLeftTone(left, m_reference->parameters.nearDueWorkingDays);
    const bool calm = tone == Tone::Neutral;
    m_left->setText(mayBeOverdue ? mayBeOverdueText() : timeLeftText(left, m_locale.digits));
    m_left->setTone(calm ? std::nullopt : std::optional(tone));
    m_clockMark->setGlyph(mayBeOverdue || left.state == TimeLeft::State::Overdue ? Icon::ClockExclamation
                                                                                 : Icon::Clock,
                          calm ? Ink::Text3 : inkOf(tone));
    const QString day = isolateId(shortDate(deadline.day, m_locale));
    m_day->setText(deadline.kind == Deadline::Kind::Service ? tr("Service deadline %1").arg(day)
                                                            : tr("Statutory deadline %1").arg(day));
    const QString dual = longDualDate(deadline.day, m_locale);
    m_day->setToolTip(plainTooltip(dual));
    m_day->setAccessibleDescription(rawText(dual));
}

void CaseHeaderBar::copyNumber() const
{
    copyText(m_case.number);
}

QWidget *CaseHeaderBar::lastStop() const
{
    return m_why;
}

void CaseHeaderBar::explainDeadline()
{
    if (!m_reference || m_why->isHidden())
        return;
    auto *popover = new WhyPopover(whyThisDate(m_case, m_case.deadline(), *m_reference, m_locale), this);
    popover->openUnder(*m_why);
}

} // namespace tawasul
