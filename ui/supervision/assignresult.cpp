// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What became of an order, and what may be done about it.
#include "ui/supervision/assignsheet.h"

#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

#include "ui/shared/button.h"
#include "ui/shared/casewords.h"
#include "ui/shared/errortext.h"
#include "ui/shared/note.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/strip.h"
#include "ui/supervision/orderview.h"

#include <algorithm>

namespace tawasul {

void AssignSheet::connectSteps()
{
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (!m_recorded || m_busy)
            return;
        m_busy = true; // until it is recorded: twice pressed, once ordered
        showButtons();
        Q_EMIT againRequested(m_recorded->order.id);
    });
    connect(m_other, &QPushButton::clicked, this, &AssignSheet::chooseForRefused);
    const auto ask = [this](const Button *button, auto signal) {
        connect(button, &QPushButton::clicked, this, [this, signal] {
            if (m_recorded)
                Q_EMIT(this->*signal)(m_recorded->order.id);
        });
    };
    ask(m_undo, &AssignSheet::undoRequested);
    ask(m_withdraw, &AssignSheet::withdrawRequested);
    ask(m_setAside, &AssignSheet::setAsideRequested);
    ask(m_sendAgain, &AssignSheet::sendAgainRequested);
}

void AssignSheet::setRecorded(const Result<AssignmentId> &recorded)
{
    if (!m_busy)
        return;
    if (recorded) {
        m_followed = *recorded; // shown as soon as the list of orders has it
        return;
    }
    m_busy = false;
    m_message->say(Tone::Danger, errorSentence(recorded.error()));
    showButtons();
}

void AssignSheet::setOrders(const std::vector<RecordedOrder> &orders)
{
    const AssignmentId id = m_followed.isEmpty() && m_recorded ? m_recorded->order.id : m_followed;
    if (id.isEmpty())
        return;
    const auto found = std::find_if(orders.begin(), orders.end(),
                                    [&id](const RecordedOrder &each) { return each.order.id == id; });
    if (found == orders.end()) {
        if (m_recorded && m_followed.isEmpty()) // it was withdrawn: nothing of it happens
            Q_EMIT closeRequested();
        return;
    }
    const bool isNew = !m_recorded || m_recorded->order.id != id;
    if (!isNew && *found == *m_recorded)
        return;
    // An undo is an order of its own: what became of it is what is wanted now.
    const auto undo = std::find_if(orders.begin(), orders.end(), [&](const RecordedOrder &each) {
        return !each.order.undoes.isEmpty() && each.order.id == found->undoneBy;
    });
    m_recorded = undo != orders.end() ? *undo : *found;
    m_followed = {};
    m_busy = false;
    if (isNew)
        m_scroll->verticalScrollBar()->setValue(0);
    showResult();
}

void AssignSheet::sayFailed(const Error &error)
{
    m_busy = false;
    m_message->say(Tone::Danger, errorSentence(error));
    showButtons();
}

void AssignSheet::showResult()
{
    // What had the keyboard goes; it stays on the sheet, and on no button that would take everything back.
    const QWidget *focus = window()->focusWidget();
    if (focus && isAncestorOf(focus))
        setFocus(Qt::OtherFocusReason);
    m_choices->hide();
    m_note->say({});
    m_view->show();
    m_view->presentResult(*m_recorded);
    const bool isUndo = !m_recorded->order.undoes.isEmpty();
    if (m_recorded->state == RecordedOrder::State::Answered)
        m_title->setText(isUndo ? tr("Result of the undoing") : tr("Result of the assignment"));
    else
        m_title->setText(isUndo ? tr("Details of the undoing") : tr("Details of the assignment order"));
    setAccessibleName(m_title->text());
    showStanding();
    showButtons();
}

void AssignSheet::showStanding()
{
    if (const QString note = OrderWords::note(*m_recorded); !note.isEmpty())
        return m_message->say(Tone::Warning, note);
    switch (m_recorded->state) {
    case RecordedOrder::State::Waiting:
        m_message->say(Tone::Info,
                       tr("The order is recorded on this device and is carried out once the central system "
                          "has answered. Nothing more needs to be done."));
        break;
    case RecordedOrder::State::Refused:
        m_message->say(Tone::Danger, m_recorded->problem ? errorSentence(*m_recorded->problem) : QString());
        break;
    case RecordedOrder::State::Answered:
        if (countOf(m_recorded->results, AssignmentOutcome::Refused) == 0)
            m_message->say(Tone::Success, tr("Everything was carried out."));
        else
            m_message->clear();
        break;
    case RecordedOrder::State::SetAside: // its note says so
        m_message->clear();
        break;
    }
}

void AssignSheet::showButtons()
{
    m_confirm->setVisible(!m_recorded);
    m_summary->setVisible(!m_recorded);
    m_confirm->setEnabled(mayConfirm());
    const OrderSteps steps = m_recorded ? stepsOf(*m_recorded) : OrderSteps();
    m_retry->setVisible(steps.again);
    m_retry->setEnabled(!m_busy);
    m_other->setVisible(steps.again && m_recorded->order.undoes.isEmpty());
    const auto left = m_recorded ? undoLeft(*m_recorded, m_clock.now()) : std::chrono::minutes(0);
    m_undo->setVisible(left.count() > 0);
    if (left.count() > 0) {
        //: On a button: take the assignment back; %1 how long that is possible, such as 14 minutes
        m_undo->setText(tr("Undo (%1 left)").arg(spanText(left, m_words.locale().digits)));
        m_undo->setAccessibleName(m_undo->text());
    }
    m_withdraw->setVisible(steps.withdraw);
    m_setAside->setVisible(steps.setAside);
    m_sendAgain->setVisible(steps.sendAgain);
}

void AssignSheet::tick()
{
    showButtons();
}

// The same cases once more, as they are now, for other choices.
void AssignSheet::chooseForRefused()
{
    if (!m_recorded)
        return;
    m_wishes.clear();
    std::optional<PersonId> to;
    for (const AssignmentVerdict &each : m_recorded->results) {
        if (each.outcome != AssignmentOutcome::Refused)
            continue;
        m_wishes.push_back({each.caseId, each.version > 0 ? std::optional(each.version) : std::nullopt, {}});
        to = each.to ? each.to->id : PersonId();
    }
    m_section = m_region = QString();
    m_byRule = false;
    begin(to);
    focusFirst();
}

} // namespace tawasul
