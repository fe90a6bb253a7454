// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/endofdayflow.h"

#include "models/desk/whenanswered.h"
#include "models/itemmodels/worklistfilter.h"
#include "ui/endofday/endofdaypage.h"

#include <algorithm>

namespace tawasul {

namespace {

constexpr std::size_t kMostEnding = 20; ///< whose heads are read; the rest is counted

template<class T>
void take(Gathered<T> &into, const Result<T> &answer)
{
    into.isUnread = !answer;
    into.value = answer ? std::optional(*answer) : std::nullopt;
}

} // namespace

EndOfDayFlow::EndOfDayFlow(Desk &desk, NoteKeeper &note, EndOfDayPage &page)
    : m_desk(desk)
    , m_note(note)
    , m_page(&page)
{
    connect(&page, &EndOfDayPage::shown, this, &EndOfDayFlow::gather);
    connect(&page, &EndOfDayPage::noteEdited, &note, &NoteKeeper::keep);
    connect(&note, &NoteKeeper::answered, &page, [&note, &page] { page.sayNote(note.refusal()); });
    const auto again = [this] {
        if (m_page && m_page->isVisible())
            gather();
    };
    StoreNotifier &notifier = desk.notifier();
    connect(&notifier, &StoreNotifier::outboxChanged, this, again);
    connect(&notifier, &StoreNotifier::worklistChanged, this, again);
    connect(&notifier, &StoreNotifier::referenceChanged, &page, &EndOfDayPage::setReference);
    if (const ReferencePtr reference = desk.reference())
        page.setReference(reference);
    showNote();
}

// What the disk has not taken is newer than what it holds: the page may be made anew, in another language,
// while it refuses.
void EndOfDayFlow::showNote()
{
    whenAnswered(m_desk.handover(), this, [this](const Result<std::optional<HandoverNote>> &note) {
        if (!m_page)
            return;
        if (m_note.unsaved()) {
            m_page->continueNote(*m_note.unsaved());
            m_page->sayNote(m_note.refusal());
        } else if (note && *note) {
            m_page->setNote(**note);
        }
    });
}

void EndOfDayFlow::gather()
{
    whenAnswered(m_desk.outbox(), this, [this](const Result<std::vector<OutboxItem>> &items) {
        take(m_day.unsent, items);
        publish();
    });
    whenAnswered(m_desk.drafts(), this, [this](const Result<std::vector<BegunDraft>> &drafts) {
        take(m_day.drafts, drafts);
        publish();
    });
    gatherEnding();
}

void EndOfDayFlow::gatherEnding()
{
    const ReferencePtr reference = m_desk.reference();
    const WorklistPtr worklist = m_desk.worklist();
    if (!reference || !worklist || !reference->calendar.isUsable())
        return;
    m_day.nextDay = reference->calendar.addWorkingDays(riyadhDate(m_desk.time().now()), 1);
    std::vector<qint64> rows = rowsEndingOn(*worklist, m_day.nextDay);
    m_day.endingMore = static_cast<int>(rows.size() - std::min(rows.size(), kMostEnding));
    rows.resize(std::min(rows.size(), kMostEnding));
    whenAnswered(m_desk.heads(rows), this, [this](const Result<std::vector<CaseHead>> &heads) {
        take(m_day.ending, heads);
        publish();
    });
}

void EndOfDayFlow::publish()
{
    if (m_page)
        m_page->setDay(m_day);
}

} // namespace tawasul
