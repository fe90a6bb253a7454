// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/casepane.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/bidi.h"
#include "models/domain/workflow.h"
#include "ui/casefile/actionrow.h"
#include "ui/casefile/alertstrips.h"
#include "ui/casefile/attachmentlist.h"
#include "ui/casefile/caseheaderbar.h"
#include "ui/casefile/proposalcard.h"
#include "ui/casefile/sheethost.h"
#include "ui/decisions/answers.h"
#include "ui/decisions/decisionsheet.h"
#include "ui/documents/documentdock.h"
#include "ui/documents/documentpane.h"
#include "ui/shared/card.h"
#include "ui/shared/casewords.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/errortext.h"
#include "ui/shared/skeletonrows.h"
#include "ui/shared/splitter.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr double kFactsShare = 0.43; ///< of the pane's width; the document never has less than half
constexpr int kSkeletonRows = 8;

} // namespace

CasePane::CasePane(const Theme &theme, const Clock &time, const Clock &machine, DisplayLocale locale,
                   QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(machine)
    , m_locale(locale)
    , m_pages(new QStackedLayout(this))
    , m_loading(new Card)
    , m_header(new CaseHeaderBar(theme, time))
    , m_alerts(new AlertStrips(theme))
    , m_proposal(new ProposalCard(theme, locale))
    , m_actions(new ActionRow(theme))
    , m_splitter(new Splitter)
    , m_facts(new FactsSide(theme, locale))
    , m_sheet(new DecisionSheet(theme, time, locale))
    , m_host(new SheetHost(theme, m_facts, m_sheet))
    , m_documents(new DocumentPane(theme, locale))
    , m_dock(new DocumentDock(theme, m_documents))
{
    setObjectName(QStringLiteral("casePane"));
    setAccessibleName(tr("Request"));
    m_loading->setObjectName(QStringLiteral("caseLoading"));
    static_cast<Card *>(m_loading)->column().addWidget(
        new SkeletonRows(theme, kSkeletonRows, rowHeight(Density::Comfortable)));
    static_cast<Card *>(m_loading)->column().addStretch(1);
    m_casePage = makeCasePage();
    m_pages->addWidget(m_loading);
    m_pages->addWidget(m_casePage);
    connectParts();
    addKeys();
    showNothing();
}

QWidget *CasePane::makeCasePage()
{
    auto *card = new Card;
    card->setObjectName(QStringLiteral("casePage"));
    card->column().setSpacing(space::medium);
    card->column().addWidget(m_header);
    card->column().addWidget(m_alerts);
    card->column().addWidget(m_proposal);
    card->column().addWidget(m_actions);
    card->column().addWidget(makeRule(card));
    m_splitter->addWidget(m_host);
    m_splitter->addWidget(m_dock);
    m_splitter->setChildrenCollapsible(false);
    card->column().addWidget(m_splitter, 1);
    return card;
}

void CasePane::connectParts()
{
    connect(m_header, &CaseHeaderBar::printRequested, this, &CasePane::summaryPrintRequested);
    connect(m_actions, &ActionRow::actChosen, this, &CasePane::openSheet);
    connect(m_alerts, &AlertStrips::actionChosen, this, &CasePane::alertChosen);
    connect(m_proposal, &ProposalCard::adoptRequested, this, &CasePane::adopt);
    connect(m_proposal, &ProposalCard::dismissRequested, this, &CasePane::dismiss);
    connect(m_facts, &FactsSide::returnRequested, this, &CasePane::answerCheck);
    connect(&m_facts->attachments(), &AttachmentList::attachmentChosen, m_documents,
            &DocumentPane::showAttachment);
    connect(m_documents, &DocumentPane::attachmentShown, &m_facts->attachments(),
            &AttachmentList::setCurrent);
    connect(m_documents, &DocumentPane::copyRequested, this, [this](const QString &sha256) {
        if (m_opened.reference)
            openSheetWith(answerToUnreadableFile(sha256, m_opened.shown, *m_opened.reference));
    });
    connect(m_documents, &DocumentPane::labelsChanged, this, &CasePane::checkAgain);
    connect(m_sheet, &DecisionSheet::confirmed, this, &CasePane::sendForm);
    connect(m_sheet, &DecisionSheet::changed, this, &CasePane::draftEdited);
    connect(m_sheet, &DecisionSheet::closeRequested, this, &CasePane::closeSheet);
    connect(m_sheet, &DecisionSheet::draftDiscarded, this, &CasePane::discardDraft);
    m_recallEnds.setSingleShot(true);
    m_recallEnds.setTimerType(Qt::PreciseTimer); // a coarse one may fire before the window ends
    connect(&m_recallEnds, &QTimer::timeout, this, &CasePane::showAlerts);
}

void CasePane::goOn()
{
    if (isSheetOpen())
        m_sheet->confirm();
    else
        openSheet(ActType::Complete);
}

bool CasePane::isCaseShown() const
{
    return m_pages->currentWidget() == m_casePage && m_opened.reference;
}

void CasePane::leaveCase(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    m_opened = {};
    m_drafts = {};
    m_allowed.clear();
    m_takenBack.reset();
    m_recallEnds.stop();
    m_host->closeSheet();
    m_actions->show();
    // Behind this page it is out of sight; in a window of its own it is not.
    if (m_dock->hasOwnWindow())
        m_documents->leave();
}

void CasePane::showNothing()
{
    delete m_message;
    auto *card = new Card;
    card->column().addWidget(new EmptyState(m_theme,
                                            {Icon::FileText,
                                             tr("No request is open"),
                                             tr("A request chosen in the list is shown here."),
                                             {},
                                             Ink::Text3}));
    m_message = card;
    m_message->setObjectName(QStringLiteral("caseEmpty"));
    m_pages->addWidget(m_message);
    leaveCase(m_message);
}

void CasePane::showLoading()
{
    leaveCase(m_loading);
}

void CasePane::showError(const Error &error)
{
    delete m_message;
    auto *card = new Card;
    // What left the list does not come back by being asked for again.
    const bool gone = error.code == QLatin1StringView("case.unknown");
    auto *state =
        new EmptyState(m_theme,
                       {Icon::AlertCircle, tr("The request could not be opened"), errorSentence(error),
                        gone ? tr("Back to the worklist") : tr("Try again"), Ink::Danger});
    connect(state, &EmptyState::actionChosen, this,
            gone ? &CasePane::closeRequested : &CasePane::reloadRequested);
    card->column().addWidget(state);
    m_message = card;
    m_message->setObjectName(QStringLiteral("caseError"));
    m_pages->addWidget(m_message);
    leaveCase(m_message);
}

void CasePane::open(const OpenedCase &opened, const Actor &officer)
{
    m_officer = officer;
    m_opened = opened;
    m_takenBack.reset();
    m_host->closeSheet();
    m_actions->show();
    m_drafts = opened.draft ? draftsFromJson(opened.draft->content) : DecisionDrafts{};
    m_pages->setCurrentWidget(m_casePage);
    showAll();
    m_facts->scrollToTop();
    focusStart();
}

void CasePane::refresh(const OpenedCase &opened)
{
    if (m_opened.shown.id.isEmpty() || opened.shown.id != m_opened.shown.id)
        return;
    m_opened = opened;
    showAll();
    if (isSheetOpen())
        m_sheet->setSeen(m_opened.shown, may(m_sheet->type()));
    else
        openTakenBack();
}

void CasePane::tick()
{
    if (m_opened.shown.id.isEmpty() || !m_opened.reference)
        return;
    m_header->present(m_opened.shown, m_opened.reference, m_locale);
    showAlerts();
}

void CasePane::showAll()
{
    if (!m_opened.reference) {
        showError({Error::Kind::NotFound, QStringLiteral("reference.unknown"), {}});
        return;
    }
    m_allowed = allowedActs(m_opened.shown, m_officer);
    m_documents->setChoices(documentChoices());
    m_documents->setAttachments(m_opened.shown.attachments, m_opened.readings);
    m_checks = precheck(m_opened.shown, *m_opened.reference, m_documents->readings());
    m_header->present(m_opened.shown, m_opened.reference, m_locale);
    m_actions->present(m_allowed, whyNoActs());
    m_facts->present(m_opened, m_checks, may(ActType::Return));
    m_facts->attachments().setCurrent(m_documents->shownAttachment());
    showAlerts();
    keepShares();
}

void CasePane::showAlerts()
{
    const bool resumable = !isSheetOpen() && !m_drafts.isEmpty() && may(m_drafts.last);
    m_alerts->present(alertsOf(
        m_opened, {may(ActType::Return) && !isSheetOpen(), resumable ? actWord(m_drafts.last) : QString()},
        m_clock.now(), m_locale));
    m_documents->setCopyAllowed(may(ActType::Return) && !isSheetOpen());
    showProposal();
    orderTabs();
    // What can no longer be taken back is not offered any longer.
    const Instant now = m_clock.now();
    if (const std::optional<Instant> end = recallEnd(m_opened.pending, now))
        m_recallEnds.start(*end - now + std::chrono::milliseconds(1));
    else
        m_recallEnds.stop();
}

void CasePane::orderTabs()
{
    m_alerts->orderTabsAfter(m_header->lastStop());
}

bool CasePane::may(ActType act) const
{
    return std::find(m_allowed.begin(), m_allowed.end(), act) != m_allowed.end();
}

bool CasePane::isSheetOpen() const
{
    return m_host->isOpen();
}

QString CasePane::whyNoActs() const
{
    if (m_officer.role == Role::Auditor || m_officer.role == Role::Administrator)
        return tr("This account may read and not act.");
    const std::optional<PersonName> &assignee = m_opened.shown.assignee;
    if (assignee && assignee->id != m_officer.id)
        return tr("Assigned to %1.").arg(isolateAny(assignee->name));
    return tr("No act is possible in this status.");
}

void CasePane::alertChosen(const Alert &alert)
{
    switch (alert.kind) {
    case Alert::Kind::Conflict:
    case Alert::Kind::Refused:
        Q_EMIT conflictRequested(alert.act);
        break;
    case Alert::Kind::Delayed:
        Q_EMIT retryRequested(alert.act);
        break;
    case Alert::Kind::Waiting:
        Q_EMIT recallRequested(alert.act);
        break;
    case Alert::Kind::NotLinked:
        openSheetWith(answerToMissingLink(*m_opened.reference));
        break;
    case Alert::Kind::Draft:
        openSheet(m_drafts.last);
        break;
    case Alert::Kind::UnknownStatus:
    case Alert::Kind::Overdue:
        break;
    }
}

void CasePane::openSheet(ActType act)
{
    DecisionForm begun;
    begun.type = act;
    if (isCaseShown() && may(act) && !isSheetOpen())
        showSheet(m_drafts.forms.value(act, begun));
}

void CasePane::returnRequestedByKey()
{
    // The key of the return takes along what a failed check already knows.
    const QString failed = firstFailed(m_checks);
    if (failed.isEmpty())
        openSheet(ActType::Return);
    else
        answerCheck(failed);
}

void CasePane::answerCheck(const QString &check)
{
    if (m_opened.reference)
        openSheetWith(answerToCheck(check, m_checks, *m_opened.reference));
}

void CasePane::openSheetWith(const DecisionForm &begun)
{
    if (!isCaseShown() || !may(begun.type) || isSheetOpen())
        return;
    // What a person wrote goes before what the program proposes.
    const bool written = m_drafts.forms.contains(begun.type);
    showSheet(m_drafts.forms.value(begun.type, begun));
    if (written && m_sheet->form().reason != begun.reason)
        m_sheet->tell(tr("The draft written before is shown, with the reason it was written for."));
}

const OutboxItem *CasePane::parkedItem(const ActId &act) const
{
    const auto found =
        std::find_if(m_opened.pending.begin(), m_opened.pending.end(), [&act](const OutboxItem &item) {
            return item.state == OutboxState::Parked && item.act.id == act;
        });
    return found == m_opened.pending.end() ? nullptr : &*found;
}

void CasePane::decideAnew(const ActId &parked)
{
    const OutboxItem *item = parkedItem(parked);
    if (!item || !isCaseShown())
        return;
    if (isSheetOpen())
        closeSheet();
    const ActType type = item->act.type;
    showSheet(m_drafts.forms.value(type, formOf(item->act, m_opened.shown, *m_opened.reference)));
    m_decidedAnew = parked;
    if (!may(type))
        m_sheet->setSeen(m_opened.shown, false);
}

void CasePane::showSheet(const DecisionForm &begun)
{
    m_decidedAnew.reset();
    m_takenBack.reset();
    m_sheet->open(m_opened.shown, m_opened.reference, begun);
    m_host->openSheet();
    m_actions->hide();
    showAlerts();
    m_sheet->focusFirst();
}

void CasePane::closeSheet()
{
    if (!isSheetOpen())
        return;
    m_host->closeSheet();
    m_actions->show();
    showAlerts();
    focusStart();
}

void CasePane::draftEdited(const DecisionForm &form)
{
    const bool before = !m_drafts.isEmpty();
    if (isWorthKeeping(form)) {
        m_drafts.forms.insert(form.type, form);
        m_drafts.last = form.type;
    } else {
        forgetDraft(form.type);
    }
    if (!m_drafts.isEmpty())
        Q_EMIT draftChanged(caseId(), toJson(m_drafts));
    else if (before)
        Q_EMIT draftDiscarded(caseId());
}

void CasePane::discardDraft()
{
    forgetDraft(m_sheet->type());
    if (m_drafts.isEmpty())
        Q_EMIT draftDiscarded(caseId());
    else
        Q_EMIT draftChanged(caseId(), toJson(m_drafts));
    closeSheet();
}

void CasePane::forgetDraft(ActType type)
{
    m_drafts.forms.remove(type);
    if (!m_drafts.forms.contains(m_drafts.last))
        m_drafts.last = m_drafts.isEmpty() ? ActType::Unknown : m_drafts.forms.firstKey();
}

void CasePane::sendForm(const DecisionForm &form)
{
    if (!isCaseShown())
        return;
    m_sheet->setBusy(true);
    if (isSent(caseId(), form.type))
        return; // confirmed before, and the sheet opened again: one answer serves both
    Sent sent{intentionOf(form, m_sheet->seen(), *m_opened.reference), form, m_drafts};
    sent.intention.replaces = replacedBy(form.type);
    if (DecisionDrafts rest = m_drafts; rest.forms.remove(form.type) >= 0 && !rest.isEmpty()) {
        rest.last = rest.forms.contains(rest.last) ? rest.last : rest.forms.firstKey();
        sent.intention.remainingDraft = toJson(rest);
    }
    sent.drafts.forms.insert(form.type, form);
    sent.drafts.last = form.type;
    send(std::move(sent));
}

void CasePane::sendNext()
{
    if (m_sent.empty())
        return;
    const Intention next = m_sent.front().intention; // answered at once, it is gone before the call returns
    Q_EMIT actRequested(next);
}

bool CasePane::isSent(const CaseId &caseId, ActType type) const
{
    return std::any_of(m_sent.begin(), m_sent.end(), [&](const Sent &sent) {
        return sent.intention.caseId == caseId && sent.intention.type == type;
    });
}

std::optional<CasePane::Sent> CasePane::takeSent(const CaseId &caseId)
{
    if (m_sent.empty() || m_sent.front().intention.caseId != caseId)
        return std::nullopt;
    std::optional<Sent> sent = std::move(m_sent.front());
    m_sent.pop_front();
    return sent;
}

std::optional<ActId> CasePane::replacedBy(ActType act) const
{
    if (m_decidedAnew && parkedItem(*m_decidedAnew))
        return m_decidedAnew;
    // A decision stands for the parked one before it, a transfer for a parked transfer; notes stand beside
    // each other.
    const auto found =
        std::find_if(m_opened.pending.begin(), m_opened.pending.end(), [act](const OutboxItem &item) {
            const bool alike = decides(act) ? decides(item.act.type) : item.act.type == act;
            return item.state == OutboxState::Parked && alike && !commutes(act);
        });
    return found == m_opened.pending.end() ? std::nullopt : std::optional(found->act.id);
}

void CasePane::takeBack(const Act &recalled)
{
    if (recalled.caseId != caseId() || !isCaseShown())
        return;
    if (isSheetOpen())
        closeSheet();
    addRecalled(m_drafts, formOf(recalled, m_opened.shown, *m_opened.reference));
    Q_EMIT draftChanged(caseId(), toJson(m_drafts));
    showAlerts();
    m_takenBack = TakenBack{recalled.id, recalled.type};
    openTakenBack();
}

void CasePane::openTakenBack()
{
    // The news of the recall may be on its way still: the sheet begins on the case as it is without the act.
    const bool settled = m_takenBack && may(m_takenBack->type)
        && std::none_of(m_opened.pending.begin(), m_opened.pending.end(),
                        [this](const OutboxItem &item) { return item.act.id == m_takenBack->act; });
    if (settled)
        openSheet(m_takenBack->type);
}

void CasePane::actRecorded(const CaseId &caseId)
{
    std::optional<Sent> sent = takeSent(caseId);
    if (!sent)
        return;
    // The journal dropped the drafts of the case with the act: what else was begun on it is kept anew.
    const ActType type = sent->form.type;
    if (caseId == this->caseId()) {
        forgetDraft(type);
        if (!m_drafts.isEmpty())
            Q_EMIT draftChanged(caseId, toJson(m_drafts));
        if (isSheetOpen() && m_sheet->type() == type)
            closeSheet();
        else
            showAlerts();
    } else if (sent->drafts.forms.remove(type) == 1 && !sent->drafts.isEmpty()) {
        sent->drafts.last = sent->drafts.forms.firstKey();
        Q_EMIT draftChanged(caseId, toJson(sent->drafts));
    }
    sendNext();
}

void CasePane::actFailed(const CaseId &caseId, const Error &error)
{
    const std::optional<Sent> sent = takeSent(caseId);
    if (caseId != this->caseId()) {
        if (sent)
            Q_EMIT draftChanged(caseId, toJson(sent->drafts));
        return sendNext();
    }
    if (sent && sent->intention.type == ActType::Dismiss) {
        m_proposal->showError(errorSentence(error));
        return sendNext();
    }
    if (sent && !isSheetOpen()) {
        const std::optional<ActId> anew = m_decidedAnew;
        showSheet(sent->form);
        m_decidedAnew = anew;
    }
    if (isSheetOpen() && (!sent || m_sheet->type() == sent->form.type))
        m_sheet->showError(errorSentence(error));
    sendNext();
}

void CasePane::focusStart()
{
    if (QWidget *answer = m_facts->firstAnswer())
        answer->setFocus(Qt::OtherFocusReason);
    else if (QWidget *first = m_actions->first())
        first->setFocus(Qt::OtherFocusReason);
    else
        m_documents->focusPage();
}

void CasePane::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_PageDown:
        m_documents->turnPage(1);
        return;
    case Qt::Key_PageUp:
        m_documents->turnPage(-1);
        return;
    case Qt::Key_Escape:
        if (isSheetOpen())
            closeSheet();
        else
            Q_EMIT closeRequested();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CasePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    keepShares();
}

void CasePane::keepShares()
{
    const int whole = m_splitter->contentsRect().width();
    m_host->setMaximumWidth((whole - m_splitter->handleWidth()) / 2);
    const int facts = qRound(whole * kFactsShare);
    m_splitter->setSizes({facts, whole - facts - m_splitter->handleWidth()});
}

} // namespace tawasul
