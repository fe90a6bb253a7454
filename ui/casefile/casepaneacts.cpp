// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The keys of the case, and what becomes of proposals on it.
#include <QtGui/QAction>

#include "models/arabic/bidi.h"
#include "ui/casefile/caseheaderbar.h"
#include "ui/casefile/casepane.h"
#include "ui/casefile/proposalcard.h"
#include "ui/decisions/decisionsheet.h"
#include "ui/documents/documentpane.h"
#include "ui/shared/casewords.h"

namespace tawasul {

void CasePane::addKeys()
{
    // Actions, not shortcuts: the window finds them when the keyboard writes Arabic, and the palette lists
    // them.
    const auto add = [this](const char *objectName, const QString &name,
                            std::initializer_list<const char *> keys, auto &&act) {
        QList<QKeySequence> sequences;
        for (const char *each : keys)
            sequences.append(QKeySequence(QString::fromLatin1(each)));
        auto *action = new QAction(name, this);
        action->setObjectName(QString::fromLatin1(objectName));
        action->setShortcuts(sequences);
        connect(action, &QAction::triggered, this, [this, act] {
            if (isCaseShown())
                act();
        });
        addAction(action);
    };
    add("keyComplete", actWord(ActType::Complete), {"Ctrl+Return", "Ctrl+Enter"}, [this] { goOn(); });
    add("keyReturn", actWord(ActType::Return), {"Ctrl+D"}, [this] { returnRequestedByKey(); });
    add("keyEscalate", actWord(ActType::Escalate), {"Ctrl+M"}, [this] { openSheet(ActType::Escalate); });
    add("keyReject", actWord(ActType::Reject), {"Ctrl+Shift+R"}, [this] { openSheet(ActType::Reject); });
    add("keyAdopt", tr("Adopt the proposal"), {"F7"}, [this] {
        if (m_proposal->canAdopt())
            adopt(m_proposal->proposal());
    });
    add("keyCopyNumber", tr("Copy the request number"), {"Ctrl+Shift+C"}, [this] { m_header->copyNumber(); });
    addAction(&m_documents->findAction());
    add("keyPrint", tr("Print"), {"Ctrl+P"}, [this] { printByKey(); });
    add("keyDescription", tr("Description"), {"Alt+1"},
        [this] { m_facts->goTo(FactsSide::Part::Description); });
    add("keyAttachments", tr("Attachments"), {"Alt+2"},
        [this] { m_facts->goTo(FactsSide::Part::Attachments); });
    add("keyFacts", tr("Facts"), {"Alt+3"}, [this] { m_facts->goTo(FactsSide::Part::Facts); });
    add("keyHistory", tr("History"), {"Alt+4"}, [this] { m_facts->goTo(FactsSide::Part::History); });
}

// What has the keyboard is meant: the document, or else the case.
void CasePane::printByKey()
{
    const QWidget *focus = window()->focusWidget();
    if (focus && m_documents->isAncestorOf(focus))
        m_documents->print();
    else if (m_mayPrintSummary)
        Q_EMIT summaryPrintRequested();
}

void CasePane::setPrintAllowed(bool summary, bool attachments)
{
    m_mayPrintSummary = summary;
    m_header->setPrintAllowed(summary);
    m_documents->setPrintAllowed(attachments);
}

// What was seen on the pages counts as what the sender might have said of them.
void CasePane::checkAgain()
{
    if (!isCaseShown())
        return;
    m_checks = precheck(m_opened.shown, *m_opened.reference, m_documents->readings());
    m_facts->presentChecks(m_checks, *m_opened.reference, may(ActType::Return));
}

// Pages are labelled where it answers something: the service asks for documents, and this officer may act.
std::vector<DocumentChoice> CasePane::documentChoices() const
{
    const Reference &reference = *m_opened.reference;
    const SubService *subService = reference.subService(m_opened.shown.subService);
    if (!subService || subService->requiredDocuments.isEmpty() || m_allowed.empty())
        return {};
    std::vector<DocumentChoice> choices;
    for (const QString &code : subService->requiredDocuments) {
        const NamedCode *document = reference.document(code);
        choices.push_back({code, document ? named(document->name, m_locale.language) : code, true});
    }
    for (const NamedCode &document : reference.documents) {
        if (!subService->requiredDocuments.contains(document.code))
            choices.push_back({document.code, named(document.name, m_locale.language), false});
    }
    return choices;
}

void CasePane::showProposal()
{
    if (isSheetOpen() || !m_opened.reference)
        m_proposal->clear();
    else
        m_proposal->present(m_opened, m_allowed, m_clock.now());
}

void CasePane::adopt(const ActId &proposal)
{
    const Proposal *found = proposalOf(m_opened.shown, proposal);
    if (!found || !isCaseShown() || !may(found->type) || isSheetOpen())
        return;
    Act act;
    act.type = found->type;
    act.reason = found->reason;
    act.text = found->text;
    act.reply = found->reply;
    act.execution = found->execution;
    act.toSection = found->toSection;
    act.toSubService = found->toSubService;
    const QString author = isolateAny(found->author.name);
    // What a person wrote goes before what another one proposes.
    const bool written = m_drafts.forms.contains(act.type);
    DecisionForm form = m_drafts.forms.value(act.type, formOf(act, m_opened.shown, *m_opened.reference));
    form.proposal = proposal;
    showSheet(form);
    m_sheet->tell(
        written
            ? tr("The draft written before is shown. Confirming it adopts the proposal by %1.").arg(author)
            : tr("Filled in from the proposal by %1; confirming it adopts the proposal.").arg(author));
}

void CasePane::dismiss(const ActId &proposal, const QString &why)
{
    if (!isCaseShown() || !may(ActType::Dismiss) || isSent(caseId(), ActType::Dismiss))
        return;
    DecisionForm form;
    form.type = ActType::Dismiss;
    form.text = why;
    form.proposal = proposal;
    send({intentionOf(form, m_opened.shown, *m_opened.reference), form, m_drafts});
}

void CasePane::send(Sent sent)
{
    m_sent.push_back(std::move(sent));
    if (m_sent.size() == 1)
        sendNext();
}

} // namespace tawasul
