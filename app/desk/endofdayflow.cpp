// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/endofdayflow.h"

#include "models/desk/whenanswered.h"
#include "models/itemmodels/worklistfilter.h"
#include "ui/endofday/endofdaypage.h"

#include <utility>

namespace tawasul {

namespace {

constexpr std::chrono::milliseconds kPause{500};
constexpr std::chrono::seconds kPauseAfterRefusal{3};
constexpr std::size_t kMostEnding = 20; ///< whose heads are read; the rest is counted

} // namespace

EndOfDayFlow::EndOfDayFlow(Desk &desk, EndOfDayPage &page)
    : m_desk(desk)
    , m_page(&page)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &EndOfDayFlow::saveNote);
    connect(&page, &EndOfDayPage::shown, this, &EndOfDayFlow::gather);
    connect(&page, &EndOfDayPage::noteEdited, this, [this](const QString &note) {
        m_unsaved = note;
        if (!m_pause.isActive())
            m_pause.start(kPause);
    });
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
    whenAnswered(desk.handover(), &page, [&page](const Result<std::optional<HandoverNote>> &note) {
        if (note && *note)
            page.setNote(**note);
    });
}

EndOfDayFlow::~EndOfDayFlow()
{
    saveNote();
}

void EndOfDayFlow::gather()
{
    whenAnswered(m_desk.outbox(), this, [this](const Result<std::vector<OutboxItem>> &items) {
        if (items)
            m_day.unsent = *items;
        publish();
    });
    whenAnswered(m_desk.drafts(), this, [this](const Result<std::vector<BegunDraft>> &drafts) {
        if (drafts)
            m_day.drafts = *drafts;
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
        if (heads)
            m_day.ending = *heads;
        publish();
    });
}

void EndOfDayFlow::publish()
{
    if (m_page)
        m_page->setDay(m_day);
}

void EndOfDayFlow::saveNote()
{
    m_pause.stop();
    const std::optional<QString> text = std::exchange(m_unsaved, std::nullopt);
    if (!text)
        return;
    whenAnswered(m_desk.saveHandover(*text), this,
                 [this, text = *text](const Outcome &saved) { noteSaved(text, saved); });
}

void EndOfDayFlow::noteSaved(const QString &text, const Outcome &saved)
{
    if (m_page)
        m_page->sayNote(saved ? std::nullopt : std::optional(saved.error()));
    if (saved)
        return;
    if (!m_unsaved)
        m_unsaved = text; // nothing newer was typed
    m_pause.start(kPauseAfterRefusal);
}

} // namespace tawasul
