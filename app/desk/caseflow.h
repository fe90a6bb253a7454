// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/documentflow.h"
#include "app/desk/draftkeeper.h"
#include "app/desk/recorder.h"
#include "models/desk/desk.h"
#include "ui/worklist/worklistpage.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace tawasul {

class CasePane;

/// The way of a case through the screens: opened from the list, kept fresh while it is open, acted on, and
/// followed by the next one. GUI thread.
class CaseFlow : public QObject
{
    Q_OBJECT

public:
    CaseFlow(Desk &desk, Recorder &recorder, DraftKeeper &drafts, Store &store, SyncEngine &engine,
             PreviewHost &preview, CasePane &pane, WorklistPage &list);
    /// What was typed last is given to the journal first: the screens that follow read it there.
    ~CaseFlow() override;

    void open(const CaseId &id);
    /// The pane is closed; what was typed is on its way to the disk.
    void close();
    /// Opens the case and, in it, the sheet with what the parked act held.
    void decideAnew(const CaseId &id, const ActId &parked);
    /// An act was recalled: what it held is a draft again, on screen if its case is.
    void takeBack(const Act &recalled);
    [[nodiscard]] CaseId openId() const { return m_open; }
    void setOffline(bool offline) { m_documents.setOffline(offline); }

Q_SIGNALS:
    void opened();
    /// The last case was acted on, or the officer went back to the list.
    void closed();
    /// An act on a case that is not on screen any more was refused; its draft is kept.
    void refusedElsewhere(const tawasul::Case &seen, const tawasul::Error &error);
    /// What is being typed cannot be kept.
    void draftFailed(const tawasul::Error &error);
    void conflictRequested(const tawasul::ActId &parked);
    void recallRequested(const tawasul::ActId &act);
    void retryRequested(const tawasul::ActId &act);

private:
    void connectPane();
    void load();
    void show(const CaseId &id, const Result<OpenedCase> &answer);
    void refresh();
    void record(const Intention &intention);
    void recorded(const Case &seen, ActType type);
    void refused(const Case &seen, const Error &error);
    void readAhead();
    void readAheadOf(const CaseId &id);

    Desk &m_desk;
    Recorder &m_recorder;
    CasePane &m_pane;
    WorklistPage &m_list;
    DocumentFlow m_documents;
    DraftKeeper &m_drafts;
    CaseId m_open;
    ActId m_anew;                     ///< the parked act to be decided anew once its case is on screen
    std::optional<Act> m_takenBack;   ///< while its case was being opened
    std::optional<ListedCase> m_next; ///< what follows the case that was acted on
    CaseId m_current;                 ///< in the list, to be made ready
    QTimer m_rest;                    ///< the mark in the list rests on a row
};

} // namespace tawasul
