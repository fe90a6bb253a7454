// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tourstates.h"

#include "ui/decisions/decisionform.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

namespace tawasul {

namespace {

void open(TourStage &stage, const Case &theCase, const Actor &officer = samples::officer())
{
    stage.openCase(samples::opened(theCase), officer);
}

// An officer who keeps their reach over cases of any section.
Actor everywhere()
{
    Actor actor = samples::officer();
    actor.section.clear();
    return actor;
}

void openWithPending(TourStage &stage, const Case &theCase, ActType act, OutboxState state,
                     ParkReason why = ParkReason::None)
{
    OpenedCase opened = samples::opened(theCase);
    opened.pending = {samples::outboxItem(theCase, act, state, why)};
    if (state == OutboxState::Waiting)
        opened.pending.front().act.id = opened.shown.history.back().act;
    stage.openCase(opened, everywhere());
}

void openWithDraft(TourStage &stage)
{
    OpenedCase opened = samples::opened(samples::ordinary());
    DecisionForm form;
    form.type = ActType::Escalate;
    form.text = QStringLiteral("الجواز الجديد يختلف فيه الاسم عن السجل، ويلزم رأي القسم.");
    DecisionDrafts drafts;
    drafts.forms.insert(form.type, form);
    drafts.last = form.type;
    Draft draft;
    draft.content = toJson(drafts);
    opened.draft = draft;
    stage.openCase(opened);
}

Case withProposals(Case theCase, const std::vector<ActType> &types)
{
    int number = 0;
    for (const ActType type : types)
        theCase.proposals.push_back(samples::proposal(type, ++number));
    return theCase;
}

void readProposal(TourStage &stage)
{
    open(stage, withProposals(samples::ordinary(), {ActType::Complete}));
    stage.part<QAbstractButton>("proposalToggle").click();
}

void adoptProposal(TourStage &stage)
{
    open(stage, withProposals(samples::ordinary(), {ActType::Complete}));
    stage.part<QAbstractButton>("proposalAdopt").click();
}

void dismissProposal(TourStage &stage)
{
    open(stage, withProposals(samples::ordinary(), {ActType::Return}));
    stage.part<QAbstractButton>("proposalDismiss").click();
    stage.part<QAbstractButton>("dismissConfirm").click();
}

void openWithoutWords(TourStage &stage)
{
    Case theCase = samples::ordinary();
    theCase.description.clear();
    open(stage, theCase);
}

void openBesideNothing(TourStage &stage)
{
    stage.fillList();
    stage.shell().openCase();
}

void scrollFacts(TourStage &stage, const Case &theCase)
{
    open(stage, theCase);
    auto &facts = stage.part<QScrollArea>("factsSide");
    stage.waitFor([&] { return facts.verticalScrollBar()->maximum() > 0; });
    (void)stage.picture(); // laid out to the end
    facts.verticalScrollBar()->setValue(facts.verticalScrollBar()->maximum());
}

void askWhyThisDate(TourStage &stage)
{
    open(stage, samples::overdue());
    stage.settle();
    stage.part<QAbstractButton>("whyThisDate").click();
}

TourState state(const char *name, const char16_t *title, std::function<void(TourStage &)> show,
                bool main = false)
{
    return {QString(u"case-" % QLatin1StringView(name)), QString::fromUtf16(title), std::move(show), main};
}

TourState ofCase(const char *name, const char16_t *title, Case (*sample)(), bool main = false)
{
    return state(
        name, title, [sample](TourStage &stage) { open(stage, sample()); }, main);
}

} // namespace

TourScreen caseScreen()
{
    return {QStringLiteral("الطلب"),
            {
                ofCase("ordinary", u"الفحوص سليمة", samples::ordinary, true),
                state("ordinary-facts", u"البيانات والسجل",
                      [](TourStage &stage) { scrollFacts(stage, samples::ordinary()); }),
                ofCase("failing-checks", u"فحوص لم تجتز", samples::failedChecks),
                ofCase("long-names", u"أسماء طويلة وفحوص لا يمكن الجزم بها", samples::longNames),
                state("long-names-facts", u"بيانات طويلة",
                      [](TourStage &stage) { scrollFacts(stage, samples::longNames()); }),
                ofCase("overdue", u"متأخر", samples::overdue),
                state("why", u"لماذا هذا التاريخ؟", askWhyThisDate),
                ofCase("returned", u"معاد لمقدم الطلب", samples::returned),
                ofCase("resubmitted", u"وردت الاستكمالات", samples::resubmitted),
                ofCase("awaiting", u"بانتظار التنفيذ", samples::awaitingExecution),
                state("aged", u"طلب لم يؤكد منذ مدة",
                      [](TourStage &stage) {
                          open(stage, samples::ordinary());
                          stage.setLink(SyncStatus::Link::Offline);
                      }),
                state("draft", u"مسودة محفوظة", openWithDraft),
                state("waiting", u"إجراء بانتظار الإرسال",
                      [](TourStage &stage) {
                          openWithPending(stage, samples::awaitingExecution(), ActType::Complete,
                                          OutboxState::Waiting);
                      }),
                state("conflict", u"تعارض",
                      [](TourStage &stage) {
                          openWithPending(stage, samples::overdue(), ActType::Return, OutboxState::Parked,
                                          ParkReason::Conflict);
                      }),
                state("refused", u"لم يُقبل الإجراء",
                      [](TourStage &stage) {
                          openWithPending(stage, samples::ordinary(), ActType::Return, OutboxState::Parked,
                                          ParkReason::Refused);
                      }),
                state(
                    "proposal", u"مقترح من المسند إليه السابق",
                    [](TourStage &stage) {
                        open(stage, withProposals(samples::ordinary(), {ActType::Complete, ActType::Note}));
                    },
                    true),
                state("proposal-text", u"نص المقترح", readProposal),
                state("proposal-adopt", u"الأخذ بالمقترح", adoptProposal),
                state("proposal-dismiss", u"صرف النظر عن المقترح", dismissProposal),
                state("proposal-late", u"مقترح لا تتيحه الحالة",
                      [](TourStage &stage) {
                          open(stage, withProposals(samples::returned(), {ActType::Return}));
                      }),
                ofCase("unknown-status", u"حالة أحدث من البرنامج", samples::unknownStatus),
                state("auditor", u"حساب للاطلاع",
                      [](TourStage &stage) { open(stage, samples::ordinary(), samples::auditor()); }),
                state("nothing", u"لم يُفتح طلب", openBesideNothing),
                state("loading", u"قيد القراءة",
                      [](TourStage &stage) {
                          openBesideNothing(stage);
                          stage.pane().showLoading();
                      }),
                state("error", u"تعذر الفتح",
                      [](TourStage &stage) {
                          openBesideNothing(stage);
                          stage.pane().showError({Error::Kind::NotFound, QStringLiteral("case.unknown"), {}});
                      }),
                ofCase("extreme", u"ثلاثون مرفقًا", samples::extreme),
                state("no-description", u"بلا وصف", openWithoutWords),
            }};
}

} // namespace tawasul
