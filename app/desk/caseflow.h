// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/documentflow.h"
#include "models/desk/desk.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace tawasul {

class CasePane;
class WorklistPage;
struct ListedCase;

/// The way of a case through the screens: opened from the list, kept fresh while it is open, acted on, and followed by
/// the next one. GUI thread.
class CaseFlow : public QObject
{
    Q_OBJECT

public:
    CaseFlow(Desk &desk, Store &store, SyncEngine &engine, PreviewHost &preview, CasePane &pane, WorklistPage &list);
    ~CaseFlow() override;

    void open(const CaseId &id);
    /// The pane is closed: what was typed is on disk before this returns to the event loop.
    void close();
    /// Opens the case and, in it, the sheet with what the parked act held.
    void decideAnew(const CaseId &id, const ActId &parked);
    [[nodiscard]] CaseId openId() const { return m_open; }
    void setOffline(bool offline) { m_documents.setOffline(offline); }

Q_SIGNALS:
    void opened();
    /// The last case was acted on, or the officer went back to the list.
    void closed();
    /// Something was recorded, for a word on screen.
    void recorded(const tawasul::ActId &id, const tawasul::Case &seen, tawasul::ActType act);
    /// Something else that the officer asked for was refused.
    void failed(const tawasul::Error &error);
    void conflictRequested(const tawasul::ActId &parked);
    void recallRequested(const tawasul::ActId &act);
    void retryRequested(const tawasul::ActId &act);

private:
    void show(const CaseId &id, const Result<OpenedCase> &answer);
    void refresh();
    void record(const Intention &intention);
    void recordedAs(const ActId &id, const Intention &intention, const std::optional<ListedCase> &next);
    void keepDraft(const CaseId &id, const QByteArray &content);
    void saveDraft();
    void readAhead();

    Desk &m_desk;
    CasePane &m_pane;
    WorklistPage &m_list;
    DocumentFlow m_documents;
    CaseId m_open;
    ActId m_anew; ///< the parked act to be decided anew once its case is on screen
    CaseId m_draftOf;
    QByteArray m_draft;
    QTimer m_draftTimer;
    bool m_recording = false;
};

} // namespace tawasul
