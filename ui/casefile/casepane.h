// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <deque>

#include "models/arabic/displaylocale.h"
#include "models/desk/desk.h"
#include "models/domain/precheck.h"
#include "models/sync/syncstatus.h"
#include "ui/casefile/factsside.h"
#include "ui/decisions/decisionform.h"

QT_BEGIN_NAMESPACE
class QStackedLayout;
QT_END_NAMESPACE

namespace tawasul {

class ActionRow;
struct Alert;
struct DocumentChoice;
class AlertStrips;
class Card;
class CaseHeaderBar;
class DecisionSheet;
class DocumentPane;
class DocumentDock;
class EmptyState;
class ProposalCard;
class SheetHost;
class Splitter;
class Theme;

/// A case: its header, what is urgent about it, what may be done, the facts and the document beside them. It
/// is given values and says by signals what the officer wants; it records nothing itself.
class CasePane : public QWidget
{
    Q_OBJECT

public:
    /// Deadlines are shown against `time`; what waits on this machine goes by its own clock.
    CasePane(const Theme &theme, const Clock &time, const Clock &machine, DisplayLocale locale,
             QWidget *parent = nullptr);

    /// Nothing is chosen in the list.
    void showNothing();
    /// A case is being read.
    void showLoading();
    /// It could not be read.
    void showError(const Error &error);
    /// Another case: everything starts anew, and the keyboard stands where work begins.
    void open(const OpenedCase &opened, const Actor &officer);
    /// The same case, changed: an open sheet and what is typed in it stay.
    void refresh(const OpenedCase &opened);
    void setClock(const ClockCheck &check);
    /// Until when the case is known to be as it is shown.
    void setSyncStatus(const SyncStatus &status);
    /// Deadlines are told against the clock: called when a minute has passed.
    void tick();

    [[nodiscard]] CaseId caseId() const { return m_opened.shown.id; }
    [[nodiscard]] const Case &shownCase() const { return m_opened.shown; }
    [[nodiscard]] const OpenedCase &standing() const { return m_opened; }
    [[nodiscard]] DocumentPane &documents() const { return *m_documents; }
    [[nodiscard]] bool isSheetOpen() const;

    void openSheet(ActType act);
    /// Opens the sheet with what a parked act of this case held; confirming it replaces that act. A draft
    /// that was written since goes before. Where the act is not possible any more, the sheet says so and
    /// shows the text. Nothing when the act is not parked.
    void decideAnew(const ActId &parked);
    /// Opens the sheet with what somebody else proposed; confirming it is an act of this officer that adopts
    /// it. A draft of the same kind goes before. Nothing where the act is not possible.
    void adopt(const ActId &proposal);
    /// An act was taken back before it was sent: what it held becomes a draft of the case again, and its
    /// sheet opens as soon as the case is shown without the act. Nothing when another case is shown;
    /// draftOf() makes the draft of that one.
    void takeBack(const Act &recalled);
    [[nodiscard]] bool isCaseShown() const;
    /// What became of the act that was asked for last on that case, whatever is shown meanwhile.
    void actRecorded(const CaseId &caseId);
    void actFailed(const CaseId &caseId, const Error &error);

    /// What this officer may print; what they may not is not offered. Until this is told, all of it.
    void setPrintAllowed(bool summary, bool attachments);

Q_SIGNALS:
    /// One at a time: the next one is asked for when this one was answered.
    void actRequested(const Intention &intention);
    /// At every change; whoever saves it waits a moment. Also of a case that is not shown any more, whose act
    /// was answered late.
    void draftChanged(const CaseId &caseId, const QByteArray &json);
    void draftDiscarded(const CaseId &caseId);
    void conflictRequested(const ActId &act);
    void retryRequested(const ActId &act);
    void recallRequested(const ActId &act);
    void summaryPrintRequested();
    /// Esc without a sheet: back to the list.
    void closeRequested();
    void reloadRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    // Confirmed and not answered yet.
    struct Sent
    {
        Intention intention;
        DecisionForm form;
        DecisionDrafts drafts; ///< of its case, that form among them
    };
    struct TakenBack
    {
        ActId act;
        ActType type = ActType::Unknown;
    };

    QWidget *makeCasePage();
    void addKeys();
    void orderTabs();
    void connectParts();
    void goOn();
    void leaveCase(QWidget *page);
    [[nodiscard]] bool may(ActType act) const;
    void showAll();
    void showAlerts();
    [[nodiscard]] QString whyNoActs() const;
    void alertChosen(const Alert &alert);
    void answerCheck(const QString &check);
    void checkAgain();
    [[nodiscard]] std::vector<DocumentChoice> documentChoices() const;
    void openSheetWith(const DecisionForm &begun);
    void showSheet(const DecisionForm &begun);
    [[nodiscard]] const OutboxItem *parkedItem(const ActId &act) const;
    [[nodiscard]] std::optional<ActId> replacedBy(ActType act) const;
    void closeSheet();
    void draftEdited(const DecisionForm &form);
    void discardDraft();
    void forgetDraft(ActType type);
    void dismiss(const ActId &proposal, const QString &why);
    void send(Sent sent);
    void showProposal();
    void openTakenBack();
    void sendForm(const DecisionForm &form);
    [[nodiscard]] bool isSent(const CaseId &caseId, ActType type) const;
    [[nodiscard]] std::optional<Sent> takeSent(const CaseId &caseId);
    void sendNext();
    void returnRequestedByKey();
    void printByKey();
    bool m_mayPrintSummary = true;
    void focusStart();
    void keepShares();

    const Theme &m_theme;
    const Clock &m_clock;
    DisplayLocale m_locale;
    OpenedCase m_opened;
    Actor m_officer;
    std::vector<ActType> m_allowed;
    Prechecks m_checks;
    DecisionDrafts m_drafts;
    std::optional<ActId> m_decidedAnew;   ///< the parked act that the open sheet is for
    std::optional<TakenBack> m_takenBack; ///< its sheet opens when the case is shown without it
    std::deque<Sent> m_sent;              ///< the first of them is being recorded
    QTimer m_recallEnds;
    QStackedLayout *m_pages;
    QWidget *m_message = nullptr;
    QWidget *m_loading;
    QWidget *m_casePage;
    CaseHeaderBar *m_header;
    AlertStrips *m_alerts;
    ProposalCard *m_proposal;
    ActionRow *m_actions;
    Splitter *m_splitter;
    FactsSide *m_facts;
    DecisionSheet *m_sheet;
    SheetHost *m_host;
    DocumentPane *m_documents;
    DocumentDock *m_dock; ///< of the documents
};

} // namespace tawasul
