// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tourstates.h"

#include "tests/support/samplesupervision.h"
#include "ui/supervision/chart.h"
#include "ui/supervision/staffpicker.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QMenu>

namespace tawasul {

namespace {

using namespace samples;

void openOn(TourStage &stage, const Board &of)
{
    stage.board().setBoard(of);
    RecordedOrder restored = order(RecordedOrder::State::SetAside);
    restored.tries = 2;
    restored.problem = Error{Error::Kind::Conflict, QStringLiteral("centre.epoch_changed"), {}};
    stage.board().setOrders(
        {order(RecordedOrder::State::Answered), order(RecordedOrder::State::Waiting), restored});
    stage.showBoard();
}

void ordinaryBoard(TourStage &stage)
{
    openOn(stage, board());
}

void cases(TourStage &stage)
{
    ordinaryBoard(stage);
    BoardQuestion question;
    question.officer = PersonId();
    stage.board().ask(question);
    stage.board().setCases(question, headers(17, true));
    auto &table = stage.part<QAbstractItemView>("boardCases");
    const QAbstractItemModel &model = *table.model();
    table.selectionModel()->select({model.index(0, 0), model.index(3, 3)},
                                   QItemSelectionModel::ClearAndSelect);
}

// More than are shown at once; the end of the list is in sight.
void manyCases(TourStage &stage)
{
    Board of = board();
    of.officers.back().load.onTrack += 1187;
    of.all.onTrack += 1187;
    openOn(stage, of);
    BoardQuestion question;
    question.officer = PersonId();
    stage.board().ask(question);
    question.most = BoardPage::kCasesAtOnce + 1;
    stage.board().setCases(question, headers(*question.most, true));
}

// What a person has to decide: on hold, may have taken effect, cannot be read, not accepted.
void asideOrders(TourStage &stage)
{
    using State = RecordedOrder::State;
    ordinaryBoard(stage);
    RecordedOrder held = order(State::SetAside);
    RecordedOrder tried = held;
    tried.order.id = AssignmentId(QStringLiteral("order-2"));
    tried.order.text.clear();
    tried.tries = 2;
    RecordedOrder broken;
    broken.order.id = AssignmentId(QStringLiteral("019ab2f0-77aa-7c3e-9d51-0c6f1e2a4b58"));
    broken.order.recordedAt = held.order.recordedAt;
    broken.state = State::SetAside;
    broken.problem = Error{Error::Kind::Corrupt, QStringLiteral("store.unreadable"), {}};
    RecordedOrder refused = order(State::Refused);
    refused.results.clear();
    refused.problem = Error{Error::Kind::Forbidden, QStringLiteral("assignment.forbidden"), {}};
    stage.board().setOrders({held, tried, broken, refused});
    stage.part<QAbstractButton>("boardOrders").click();
}

AssignmentTrial trialOf(const std::vector<AssignmentVerdict> &results)
{
    return {results, loadChanges(), now(), 0, now()};
}

// Answers the question of the sheet once it asks.
void withTrial(TourStage &stage, const AssignmentTrial &trial)
{
    bool answered = false;
    QObject::connect(&stage.board(), &BoardPage::trialWanted, &stage.board(),
                     [&stage, &answered, trial](const AssignmentOrder &asked) {
                         stage.board().setTrial(asked, trial);
                         answered = true;
                     });
    stage.part<StaffPicker>("staffPicker").choose(PersonId(QStringLiteral("s-3")));
    stage.waitFor([&answered] { return answered; });
    QObject::disconnect(&stage.board(), &BoardPage::trialWanted, &stage.board(), nullptr);
}

void trial(TourStage &stage)
{
    cases(stage);
    stage.part<QAbstractButton>("reassign").click();
    withTrial(stage, trialOf(verdicts(AssignmentOutcome::Done)));
}

void ruled(TourStage &stage)
{
    ordinaryBoard(stage);
    stage.part<QAbstractButton>("rebalance").click();
}

void result(TourStage &stage, RecordedOrder::State state)
{
    ordinaryBoard(stage);
    RecordedOrder of = order(state);
    if (state == RecordedOrder::State::Refused) {
        of.results.clear();
        of.loads.clear();
        of.problem = Error{Error::Kind::Forbidden, QStringLiteral("assignment.forbidden"), {}};
    }
    stage.board().setOrders({of});
    stage.part<QAbstractButton>("boardOrders").click();
    stage.part<QWidget>("orderList").findChild<QAbstractButton *>(QStringLiteral("recordStep"))->click();
}

void outage(TourStage &stage)
{
    std::ignore = stage.board();
    stage.setLink(SyncStatus::Link::Offline);
    trial(stage);
}

QMenu *menuOf(TourStage &stage)
{
    ordinaryBoard(stage);
    Q_EMIT stage.part<Chart>("officerBars").menuAsked(0, stage.window().mapToGlobal(QPoint(700, 420)));
    return stage.board().findChild<QMenu *>(QStringLiteral("officerMenu"));
}

void asideLeaves(TourStage &stage)
{
    ordinaryBoard(stage);
    RecordedLeave aside;
    aside.id = OrderId(QStringLiteral("leave-order"));
    aside.recordedAt = now();
    aside.leave = staff()[4].leaves.front();
    aside.state = RecordedOrder::State::SetAside;
    stage.board().setLeaveOrders({aside});
    stage.part<QAbstractButton>("boardLeaves").click();
}

void partialBoard(TourStage &stage)
{
    Board of = board();
    of.isPartial = true;
    of.staffAt.reset();
    openOn(stage, of);
}

void leave(TourStage &stage, Leave::Kind kind)
{
    QMenu *menu = menuOf(stage);
    const char *which = kind == Leave::Kind::Planned ? "menuLeave" : "menuAbsent";
    menu->findChild<QAction *>(QString::fromLatin1(which))->trigger();
    menu->close();
}

void oldOpening(TourStage &stage)
{
    stage.dayOpening().setOpening(opening());
    stage.setLink(SyncStatus::Link::Offline, [&stage](SyncStatus &status) {
        status.completeAt = status.since = stage.clock().now() - std::chrono::hours(67);
    });
    stage.showDayOpening();
}

std::vector<TourState> openingStates()
{
    return {
        {QStringLiteral("opening-ordinary"), QStringLiteral("ما ينتظر في بداية الدوام"),
         [](TourStage &stage) {
             stage.dayOpening().setOpening(opening());
             stage.showDayOpening();
         },
         true},
        {QStringLiteral("opening-empty"), QStringLiteral("لا شيء ينتظر"),
         [](TourStage &stage) {
             DayOpening nothing;
             nothing.countedAt = nothing.since = now();
             nothing.staffAt = now();
             stage.dayOpening().setOpening(nothing);
             stage.showDayOpening();
         }},
        {QStringLiteral("opening-outage"), QStringLiteral("لا يوجد اتصال، والبيانات قديمة"), oldOpening},
        {QStringLiteral("opening-waiting"), QStringLiteral("قبل أن تُقرأ الأعداد"),
         [](TourStage &stage) { stage.showDayOpening(); }},
    };
}

std::vector<TourState> boardStates()
{
    using State = RecordedOrder::State;
    return {
        {QStringLiteral("board-ordinary"), QStringLiteral("توزيع الطلبات"), ordinaryBoard, true},
        {QStringLiteral("board-days"), QStringLiteral("المهل حسب اليوم"),
         [](TourStage &stage) {
             ordinaryBoard(stage);
             stage.part<QAbstractButton>("boardDays").click();
             stage.board().focusFirst();
         },
         true},
        {QStringLiteral("board-tables"), QStringLiteral("الأعداد نفسها في جداول"),
         [](TourStage &stage) {
             ordinaryBoard(stage);
             stage.part<QAbstractButton>("asTables").click();
             stage.board().focusFirst();
         }},
        {QStringLiteral("board-empty"), QStringLiteral("لا طلبات مفتوحة"),
         [](TourStage &stage) { openOn(stage, emptyBoard()); }},
        {QStringLiteral("board-large"), QStringLiteral("مائتا موظف"),
         [](TourStage &stage) { openOn(stage, largeBoard(200)); }},
        {QStringLiteral("board-cases"), QStringLiteral("الطلبات وراء العدد"), cases, true},
        {QStringLiteral("board-rule"), QStringLiteral("إسناد بقاعدة"), ruled},
        {QStringLiteral("board-trial"), QStringLiteral("ما سيحدث قبل التنفيذ"), trial, true},
        {QStringLiteral("board-outage"), QStringLiteral("إسناد دون اتصال"), outage},
        {QStringLiteral("board-result"), QStringLiteral("نتيجة الإسناد"),
         [](TourStage &stage) { result(stage, State::Answered); }},
        {QStringLiteral("board-waiting"), QStringLiteral("أمر بانتظار الإرسال"),
         [](TourStage &stage) { result(stage, State::Waiting); }, true},
        {QStringLiteral("board-aside"), QStringLiteral("أمر معلّق"),
         [](TourStage &stage) { result(stage, State::SetAside); }, true},
        {QStringLiteral("board-partial"), QStringLiteral("بيانات لم تكتمل"), partialBoard},
        {QStringLiteral("board-menu"), QStringLiteral("إجراءات الموظف"),
         [](TourStage &stage) { std::ignore = menuOf(stage); }},
        {QStringLiteral("board-refused"), QStringLiteral("أمر لم يُقبل"),
         [](TourStage &stage) { result(stage, State::Refused); }},
        {QStringLiteral("board-orders"), QStringLiteral("أوامر الإسناد"),
         [](TourStage &stage) {
             ordinaryBoard(stage);
             stage.part<QAbstractButton>("boardOrders").click();
         }},
        {QStringLiteral("board-orders-aside"), QStringLiteral("أوامر معلّقة، وأمر تعذّرت قراءته"), asideOrders,
         true},
        {QStringLiteral("board-cases-many"), QStringLiteral("أول الطلبات، ويوجد غيرها"), manyCases},
        {QStringLiteral("board-leaves"), QStringLiteral("الإجازات"),
         [](TourStage &stage) {
             ordinaryBoard(stage);
             stage.part<QAbstractButton>("boardLeaves").click();
         }},
        {QStringLiteral("board-leaves-aside"), QStringLiteral("إجازة معلّقة"), asideLeaves},
        {QStringLiteral("board-absent"), QStringLiteral("غياب اليوم"),
         [](TourStage &stage) { leave(stage, Leave::Kind::Unplanned); }},
        {QStringLiteral("board-leave"), QStringLiteral("تسجيل إجازة"),
         [](TourStage &stage) { leave(stage, Leave::Kind::Planned); }},
    };
}

} // namespace

TourScreen supervisionScreen()
{
    std::vector<TourState> states = openingStates();
    for (TourState &state : boardStates())
        states.push_back(std::move(state));
    return {QStringLiteral("الإشراف"), std::move(states)};
}

} // namespace tawasul
