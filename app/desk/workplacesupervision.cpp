// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pages of whoever supervises, among the others of the workplace.
#include "app/desk/workplace.h"

#include "app/desk/caseflow.h"
#include "app/desk/outboxflow.h"
#include "app/desk/supervisionflow.h"
#include "ui/shell/shell.h"
#include "ui/shell/toast.h"
#include "ui/supervision/boardpage.h"
#include "ui/supervision/dayopeningpage.h"

#include <QtWidgets/QVBoxLayout>

namespace tawasul {

namespace {

QWidget *makePlace()
{
    auto *place = new QWidget;
    auto *room = new QVBoxLayout(place);
    room->setContentsMargins(0, 0, 0, 0);
    return place;
}

} // namespace

void Workplace::addSupervision()
{
    m_dayOpeningSection = m_boardSection = -1;
    if (!SupervisionFlow::maySupervise(m_entrance.officer.role))
        return;
    m_shell->addGroup(tr("Supervision", "navigation: a word over sections"));
    m_dayOpeningPlace = makePlace();
    m_dayOpeningSection = m_shell->addSection(
        Icon::CalendarDue, tr("Start of the day", "navigation: what waits for a supervisor"),
        m_dayOpeningPlace, Shell::Beside::Nothing);
    m_boardPlace = makePlace();
    m_boardSection = m_shell->addSection(Icon::LayoutBoardSplit,
                                         tr("Workload board", "navigation: the board of a supervisor"),
                                         m_boardPlace, Shell::Beside::Nothing);
}

void Workplace::connectSupervision()
{
    if (m_boardSection < 0)
        return;
    OpenProfile &profile = *m_entrance.profile;
    m_supervisionFlow = std::make_unique<SupervisionFlow>(profile.desk(), profile.store(), m_around.random);
    connect(m_supervisionFlow.get(), &SupervisionFlow::caseChosen, this,
            [this](const CaseId &id) { caseFlow().open(id); });
    connect(m_supervisionFlow.get(), &SupervisionFlow::caseAbsent, m_shell, [this] {
        m_shell->toast().say(Tone::Info, tr("Of this request only what the board counts is on this device."));
    });
    connect(m_supervisionFlow.get(), &SupervisionFlow::undone, m_shell, [this] {
        m_shell->toast().say(Tone::Success,
                             tr("The undoing is recorded. Its result is among the assignment "
                                "orders."));
    });
    connect(m_supervisionFlow.get(), &SupervisionFlow::withdrawn, m_shell, [this] {
        m_shell->toast().say(Tone::Success, tr("The order is withdrawn; no request was moved by it."));
    });
    connect(m_supervisionFlow.get(), &SupervisionFlow::leaveRecorded, m_shell,
            [this] { m_shell->toast().say(Tone::Success, tr("The leave is recorded on this device.")); });
}

// The day begins with what waits.
void Workplace::landSupervisor()
{
    if (m_dayOpeningSection < 0)
        return;
    m_shell->setSection(m_dayOpeningSection);
}

DayOpeningPage &Workplace::dayOpening()
{
    if (!m_dayOpening) {
        const Fitting fitting(m_theme);
        m_dayOpening = new DayOpeningPage(m_theme, m_entrance.profile->desk().time(), m_locale);
        m_dayOpening->setSyncStatus(statusHere());
        m_supervisionFlow->keep(*m_dayOpening);
        connect(m_dayOpening, &DayOpeningPage::asked, this, [this](const BoardQuestion &question) {
            m_shell->setSection(m_boardSection);
            board().ask(question);
        });
        connect(m_dayOpening, &DayOpeningPage::boardRequested, m_shell,
                [this] { m_shell->setSection(m_boardSection); });
        m_dayOpeningPlace->layout()->addWidget(m_dayOpening);
        m_dayOpening->show();
    }
    return *m_dayOpening;
}

BoardPage &Workplace::board()
{
    if (!m_board) {
        const Fitting fitting(m_theme);
        m_board = new BoardPage(m_theme, m_entrance.profile->desk().time(), m_locale);
        m_board->setSyncStatus(statusHere());
        m_supervisionFlow->keep(*m_board);
        m_boardPlace->layout()->addWidget(m_board);
        m_board->show();
    }
    return *m_board;
}

void Workplace::showSupervision(int section)
{
    if (section < 0)
        return;
    if (section == m_dayOpeningSection)
        dayOpening().focusFirst();
    else if (section == m_boardSection)
        board().focusFirst();
}

} // namespace tawasul
