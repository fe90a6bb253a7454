// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/caseflow.h"

#include "models/desk/whenanswered.h"
#include "ui/casefile/casepane.h"
#include "ui/decisions/decisionform.h"

#include <utility>

namespace tawasul {

namespace {

// Rows that the mark only passes over are not made ready.
constexpr std::chrono::milliseconds kRest{200};

// After these the case is out of the officer's hands, and the next one comes up by itself.
bool handsOn(ActType act)
{
    return decides(act) || act == ActType::Transfer || act == ActType::Escalate;
}

} // namespace

CaseFlow::CaseFlow(Desk &desk, Recorder &recorder, DraftKeeper &drafts, Store &store, SyncEngine &engine,
                   PreviewHost &preview, CasePane &pane, WorklistPage &list)
    : m_desk(desk)
    , m_recorder(recorder)
    , m_pane(pane)
    , m_list(list)
    , m_documents(desk, store, engine, preview, pane.documents())
    , m_drafts(drafts)
{
    connect(&desk.notifier(), &StoreNotifier::caseChanged, this, [this](const CaseId &id) {
        if (id == m_open)
            refresh();
    });
    connect(&desk.notifier(), &StoreNotifier::caseRemoved, this, [this](const CaseId &id) {
        if (id != m_open)
            return;
        m_pane.showError({Error::Kind::NotFound, QStringLiteral("case.unknown"), {}});
        m_pane.documents().leave(); // out of sight is not enough (invariant I7)
    });
    connect(&recorder, &Recorder::recorded, this,
            [this](const ActId &, const Case &seen, ActType type) { recorded(seen, type); });
    connect(&recorder, &Recorder::refused, this, &CaseFlow::refused);
    connect(&drafts, &DraftKeeper::failed, this, &CaseFlow::draftFailed);
    connect(&list, &WorklistPage::currentCaseChanged, this, [this](const CaseId &id) {
        m_current = id;
        m_rest.start(kRest);
    });
    // The flow is made when the first rows are seen, and the mark may rest on one of them already.
    if (const auto here = list.neighbour(0)) {
        m_current = here->id;
        m_rest.start(kRest);
    }
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_open.isEmpty())
            readAheadOf(m_current);
    });
    connectPane();
}

CaseFlow::~CaseFlow()
{
    m_drafts.saveAll();
}

void CaseFlow::connectPane()
{
    connect(&m_pane, &CasePane::actRequested, this, &CaseFlow::record);
    connect(&m_pane, &CasePane::draftChanged, &m_drafts, &DraftKeeper::keep);
    connect(&m_pane, &CasePane::draftDiscarded, &m_drafts, &DraftKeeper::discard);
    connect(&m_pane, &CasePane::retryRequested, this, &CaseFlow::retryRequested);
    connect(&m_pane, &CasePane::recallRequested, this, &CaseFlow::recallRequested);
    connect(&m_pane, &CasePane::conflictRequested, this, &CaseFlow::conflictRequested);
    connect(&m_pane, &CasePane::reloadRequested, this, &CaseFlow::load);
    connect(&m_pane, &CasePane::closeRequested, this, [this] {
        close();
        Q_EMIT closed();
    });
}

void CaseFlow::open(const CaseId &id)
{
    m_drafts.saveAll();
    m_documents.saveReadings(); // before the case is read, which may be the same one
    m_open = id;
    m_anew = {};
    m_takenBack.reset();
    load();
}

void CaseFlow::decideAnew(const CaseId &id, const ActId &parked)
{
    open(id);
    m_anew = parked;
}

void CaseFlow::load()
{
    m_pane.showLoading();
    Q_EMIT opened();
    whenAnswered(m_desk.openCase(m_open), this,
                 [this, id = m_open](const Result<OpenedCase> &answer) { show(id, answer); });
}

void CaseFlow::show(const CaseId &id, const Result<OpenedCase> &answer)
{
    if (id != m_open)
        return; // the officer went on meanwhile
    if (!answer)
        return m_pane.showError(answer.error());
    OpenedCase opened = *answer;
    if (const auto unsaved = m_drafts.unsaved(id)) // the disk refuses it: what was typed is only here
        opened.draft = Draft{id, *unsaved, {}};
    m_documents.keepInMind(opened.shown);
    m_pane.open(opened, m_desk.officer());
    if (const ActId anew = std::exchange(m_anew, {}); !anew.isEmpty())
        m_pane.decideAnew(anew);
    if (const auto recalled = std::exchange(m_takenBack, std::nullopt))
        m_pane.takeBack(*recalled);
    readAhead();
}

void CaseFlow::refresh()
{
    if (m_open.isEmpty() || m_recorder.isRecording(m_open))
        return; // the answer to recording shows what became of it
    whenAnswered(m_desk.readCase(m_open), this, [this, id = m_open](const Result<OpenedCase> &answer) {
        if (id != m_open || !answer || m_pane.caseId() != id)
            return;
        m_documents.keepInMind(answer->shown);
        m_pane.refresh(*answer);
    });
}

void CaseFlow::close()
{
    m_drafts.saveAll();
    m_documents.saveReadings();
    m_documents.leave();
    m_open = {};
}

void CaseFlow::record(const Intention &intention)
{
    // Before the act, which drops the draft in its own transaction: refused, what was typed is still there.
    m_drafts.saveAll();
    // Asked before the list changes: a decided case leaves it, and "next" with it. Only where the list stands
    // on it.
    const bool isListed = m_list.neighbour(0).value_or(ListedCase()).id == intention.caseId;
    m_next = isListed && handsOn(intention.type) ? m_list.neighbour(1) : std::nullopt;
    Case seen = m_pane.shownCase();
    if (seen.id != intention.caseId) {
        seen = {}; // sent behind another one, from a case that was left meanwhile
        seen.id = intention.caseId;
    }
    m_recorder.record(intention, seen);
}

void CaseFlow::recorded(const Case &seen, ActType type)
{
    m_pane.actRecorded(seen.id);
    if (seen.id != m_open)
        return; // the officer went on before the disk answered
    if (!handsOn(type))
        return refresh();
    if (const auto next = std::exchange(m_next, std::nullopt)) {
        m_list.setCurrent(*next); // the decided one may stay in the list, as one awaiting execution does
        return open(next->id);
    }
    close();
    Q_EMIT closed();
}

void CaseFlow::refused(const Case &seen, const Error &error)
{
    m_pane.actFailed(seen.id, error);
    if (seen.id != m_open) {
        Q_EMIT refusedElsewhere(seen, error);
        return;
    }
    refresh(); // what made it stale is on screen before the next try
}

void CaseFlow::takeBack(const Act &recalled)
{
    if (recalled.caseId == m_open && m_pane.isCaseShown())
        return m_pane.takeBack(recalled);
    // It is among the drafts on the disk already; what was typed since must not be written over it.
    if (const auto unsaved = m_drafts.unsaved(recalled.caseId))
        m_drafts.keep(recalled.caseId, draftOf(recalled, *unsaved));
    if (recalled.caseId == m_open)
        m_takenBack = recalled; // being opened, and perhaps read before
}

void CaseFlow::readAhead()
{
    if (const auto next = m_list.neighbour(1))
        readAheadOf(next->id);
}

void CaseFlow::readAheadOf(const CaseId &id)
{
    whenAnswered(m_desk.readCase(id), this, [this](const Result<OpenedCase> &answer) {
        if (answer)
            m_documents.readAhead(answer->shown, answer->readings);
    });
}

} // namespace tawasul
