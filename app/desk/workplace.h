// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/draftkeeper.h"
#include "app/desk/leavetaking.h"
#include "app/desk/notekeeper.h"
#include "app/desk/reconnector.h"
#include "app/desk/recorder.h"
#include "app/desk/settings.h"
#include "app/desk/signinflow.h"
#include "app/desk/todaywatch.h"
#include "app/desk/worklistquestions.h"
#include "models/arabic/displaylocale.h"
#include "ui/shared/errortext.h"
#include "ui/theme/theme.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include <functional>
#include <memory>

namespace tawasul {

class BoardPage;
class CaseFlow;
class CasePane;
class DayOpeningPage;
class EndOfDayFlow;
class EndOfDayPage;
class ConflictsPage;
class OutboxFlow;
class OutboxPage;
class PreviewHost;
class PrintFlow;
class ProposalsFlow;
class ProposalsPage;
class Shell;
class Spooler;
class SupervisionFlow;
class WorklistPage;

/// The signed-in desk: the open profile, and the screens that are wired to it. The one place that sees the
/// desk, the engine and the screens together. GUI thread.
class Workplace : public QObject
{
    Q_OBJECT

public:
    Workplace(Entrance entrance, bool training, const Theme &theme, Settings &settings,
              const Surroundings &around, PreviewHost &preview);
    ~Workplace() override;

    /// Makes the screens in a language; those of before are deleted. The caller shows the shell and owns it.
    [[nodiscard]] QWidget *makeShell(Language language);

    /// Whether the window may close now. Where something typed is not on the disk, not yet: it is written, or
    /// asked about, and `close` called when nothing is lost.
    [[nodiscard]] bool mayClose(std::function<void()> close);

Q_SIGNALS:
    void schemeRequested(tawasul::Scheme scheme);
    void textPercentRequested(int percent);
    void languageRequested(tawasul::Language language);
    /// The officer signed out; what is recorded stays in the profile.
    void left();

private:
    void hearProfile();
    void connectShell();
    void connectWorklist();
    void connectCase();
    void makePrinting();
    void connectOutbox();
    void connectProposals();
    void showConflict(const ActId &act);
    void greetWithNote();
    void addSections();
    void addSupervision();
    void connectSupervision();
    void landSupervisor();
    void showSupervision(int section);
    [[nodiscard]] CaseFlow &caseFlow();
    [[nodiscard]] OutboxPage &outbox();
    [[nodiscard]] ConflictsPage &conflicts();
    [[nodiscard]] ProposalsPage &proposals();
    [[nodiscard]] EndOfDayPage &endOfDay();
    [[nodiscard]] DayOpeningPage &dayOpening();
    [[nodiscard]] BoardPage &board();
    void rowsRead();
    void furnish();
    [[nodiscard]] SyncStatus statusHere() const;
    void showStatus();
    void showPosture();
    void showClock();
    void sayOffline();
    void offerSignIn();
    void tick();

    void sayProposed(const OwnProposal &own);
    void sayRecorded(const ActId &id, const Case &seen, ActType type);
    void sayFailed(const Error &error, Trouble what);
    void askBeforeSignOut();
    void signOut();

    const bool m_training;
    const Theme &m_theme;
    Settings &m_settings;
    const Surroundings m_around;
    PreviewHost &m_preview;
    Entrance m_entrance; ///< the profile in it outlives the screens
    std::unique_ptr<WorklistQuestions> m_questions;
    std::unique_ptr<Recorder> m_recorder; ///< outlives the screens: its answers are heard in any language
    std::unique_ptr<DraftKeeper>
        m_drafts; ///< likewise: the disk may refuse for longer than a screen is there
    std::unique_ptr<NoteKeeper> m_note;
    std::unique_ptr<TodayWatch> m_today;
    std::unique_ptr<LeaveTaking> m_leaveTaking;
    QPointer<Shell> m_shell;
    QPointer<WorklistPage> m_worklist;
    QPointer<QWidget> m_outboxPlace; ///< where the page stands once it is made
    QPointer<QWidget> m_conflictsPlace;
    QPointer<QWidget> m_proposalsPlace;
    QPointer<QWidget> m_endOfDayPlace;
    QPointer<QWidget> m_dayOpeningPlace;
    QPointer<QWidget> m_boardPlace;
    // Made when they are first needed, or the first rows would wait for them; see caseFlow() and the others.
    QPointer<CasePane> m_pane;
    QPointer<OutboxPage> m_outbox;
    QPointer<ConflictsPage> m_conflicts;
    QPointer<ProposalsPage> m_proposals;
    QPointer<EndOfDayPage> m_endOfDay;
    QPointer<DayOpeningPage> m_dayOpening;
    QPointer<BoardPage> m_board;
    std::unique_ptr<CaseFlow> m_caseFlow;
    std::unique_ptr<OutboxFlow> m_outboxFlow;
    std::unique_ptr<ProposalsFlow> m_proposalsFlow;
    std::unique_ptr<EndOfDayFlow> m_endOfDayFlow;
    std::unique_ptr<SupervisionFlow> m_supervisionFlow; ///< of whoever supervises
    std::unique_ptr<Spooler> m_spooler;                 ///< outlives the screens: what it was given goes on
    std::unique_ptr<ThreadExecutor> m_painting;         ///< of sheets; begins when a case may be printed
    std::unique_ptr<PrintFlow> m_printFlow;
    std::unique_ptr<Reconnector> m_reconnector; ///< after an offline sign-in
    SyncStatus m_status;                        ///< as the engine told it; shown with the journal's counts
    DisplayLocale m_locale;
    int m_worklistSection = 0;
    int m_outboxSection = 0;
    int m_conflictsSection = 0;
    int m_proposalsSection = 0;
    int m_endOfDaySection = 0;
    int m_dayOpeningSection = -1; ///< -1: not for this role
    int m_boardSection = -1;
    bool m_hasGreeted = false; ///< what was left for this sign-in is told once
    QTimer m_tick;
    QTimer m_furnishing; ///< the first rows are seen; what comes next is made ready
};

} // namespace tawasul
