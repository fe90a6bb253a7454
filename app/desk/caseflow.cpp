// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/caseflow.h"

#include "models/desk/whenanswered.h"
#include "ui/casefile/casepane.h"
#include "ui/worklist/worklistpage.h"

#include <utility>

namespace tawasul {

namespace {

// Zero lost characters older than two seconds is the promise (features.md §3); this keeps well inside it.
constexpr std::chrono::milliseconds kDraftPause{500};

// After these the case is out of the officer's hands, and the next one comes up by itself.
bool handsOn(ActType act)
{
    return decides(act) || act == ActType::Transfer || act == ActType::Escalate;
}

} // namespace

CaseFlow::CaseFlow(Desk &desk, Store &store, SyncEngine &engine, PreviewHost &preview, CasePane &pane,
                   WorklistPage &list)
    : m_desk(desk)
    , m_pane(pane)
    , m_list(list)
    , m_documents(store, engine, preview, pane.documents())
{
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kDraftPause);
    connect(&m_draftTimer, &QTimer::timeout, this, &CaseFlow::saveDraft);
    connect(&desk.notifier(), &StoreNotifier::caseChanged, this, [this](const CaseId &id) {
        if (id == m_open)
            refresh();
    });
    connect(&desk.notifier(), &StoreNotifier::caseRemoved, this, [this](const CaseId &id) {
        if (id == m_open)
            m_pane.showError({Error::Kind::NotFound, QStringLiteral("case.unknown"), {}});
    });
    connect(&pane, &CasePane::actRequested, this, &CaseFlow::record);
    connect(&pane, &CasePane::draftChanged, this, &CaseFlow::keepDraft);
    connect(&pane, &CasePane::draftDiscarded, this, [this](const CaseId &id) {
        m_draftTimer.stop();
        m_draftOf = {};
        whenAnswered(m_desk.discardDraft(id), this, [this](const Outcome &done) {
            if (!done)
                Q_EMIT failed(done.error());
        });
    });
    connect(&pane, &CasePane::retryRequested, this, &CaseFlow::retryRequested);
    connect(&pane, &CasePane::recallRequested, this, &CaseFlow::recallRequested);
    connect(&pane, &CasePane::conflictRequested, this, &CaseFlow::conflictRequested);
    connect(&pane, &CasePane::reloadRequested, this, [this] { open(m_open); });
    connect(&pane, &CasePane::closeRequested, this, [this] {
        close();
        Q_EMIT closed();
    });
}

CaseFlow::~CaseFlow()
{
    saveDraft();
}

void CaseFlow::open(const CaseId &id)
{
    saveDraft();
    m_open = id;
    m_anew = {};
    m_pane.showLoading();
    Q_EMIT opened();
    whenAnswered(m_desk.openCase(id), this, [this, id](const Result<OpenedCase> &answer) { show(id, answer); });
}

void CaseFlow::show(const CaseId &id, const Result<OpenedCase> &answer)
{
    if (id != m_open)
        return; // the officer went on meanwhile
    if (!answer)
        return m_pane.showError(answer.error());
    m_pane.open(*answer, m_desk.officer());
    if (const ActId anew = std::exchange(m_anew, {}); !anew.isEmpty())
        m_pane.decideAnew(anew);
    readAhead();
}

void CaseFlow::decideAnew(const CaseId &id, const ActId &parked)
{
    open(id);
    m_anew = parked;
}

void CaseFlow::refresh()
{
    if (m_recording)
        return; // the answer to recording shows what became of it
    whenAnswered(m_desk.readCase(m_open), this, [this, id = m_open](const Result<OpenedCase> &answer) {
        if (id == m_open && answer && m_pane.caseId() == id)
            m_pane.refresh(*answer);
    });
}

void CaseFlow::close()
{
    saveDraft();
    m_open = {};
}

void CaseFlow::record(const Intention &intention)
{
    if (m_recording)
        return;
    m_recording = true;
    // Asked before the list changes: a decided case leaves it, and "next" with it.
    const std::optional<ListedCase> next = handsOn(intention.type) ? m_list.neighbour(1) : std::nullopt;
    m_draftTimer.stop();
    whenAnswered(m_desk.record(intention), this, [this, intention, next](const Result<ActId> &answer) {
        m_recording = false;
        if (!answer) {
            saveDraft(); // what was typed outlives the program even though the act was refused
            return m_pane.actFailed(answer.error());
        }
        m_draftOf = {}; // the record took its place
        recordedAs(*answer, intention, next);
    });
}

void CaseFlow::recordedAs(const ActId &id, const Intention &intention, const std::optional<ListedCase> &next)
{
    const Case seen = m_pane.shownCase();
    m_pane.actRecorded();
    Q_EMIT recorded(id, seen, intention.type);
    if (!handsOn(intention.type))
        return refresh();
    if (next) {
        m_list.setCurrent(*next); // the decided one may stay in the list, as one awaiting execution does
        return open(next->id);
    }
    close();
    Q_EMIT closed();
}

void CaseFlow::keepDraft(const CaseId &id, const QByteArray &content)
{
    if (id != m_draftOf)
        saveDraft();
    m_draftOf = id;
    m_draft = content;
    if (!m_draftTimer.isActive())
        m_draftTimer.start();
}

void CaseFlow::saveDraft()
{
    m_draftTimer.stop();
    if (m_draftOf.isEmpty())
        return;
    whenAnswered(m_desk.saveDraft(std::exchange(m_draftOf, {}), m_draft), this, [this](const Outcome &saved) {
        if (!saved)
            Q_EMIT failed(saved.error());
    });
}

void CaseFlow::readAhead()
{
    const auto next = m_list.neighbour(1);
    if (!next)
        return;
    whenAnswered(m_desk.readCase(next->id), this, [this](const Result<OpenedCase> &answer) {
        if (answer)
            m_documents.readAhead(answer->shown);
    });
}

} // namespace tawasul
