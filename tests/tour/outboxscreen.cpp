// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tourstates.h"

#include "tests/support/sampleoutbox.h"
#include "ui/shared/rowtable.h"

#include <QtWidgets/QAbstractButton>

namespace tawasul {

namespace {

using namespace samples;
using Items = std::vector<OutboxItem>;
using Link = SyncStatus::Link;

void wait(TourStage &stage, const Items &items, Link link = Link::Online)
{
    stage.setItems(items, link);
    stage.showOutbox();
}

void waitAtRow(TourStage &stage, int row)
{
    wait(stage, manyItems());
    stage.part<RowTable>("outboxView").setCurrentRow(row);
}

Items threeWaiting()
{
    const Error away{Error::Kind::Offline, QStringLiteral("centre.unreachable"), {}};
    return {triedBefore(recorded(ordinary(), ActType::Complete, 1, 61), 2, away, 30),
            recorded(ordinary(), ActType::Note, 2, 44), recorded(returned(), ActType::Return, 3, 9)};
}

void holdBack(TourStage &stage)
{
    Items items = threeWaiting();
    items[0].heldSince = stage.clock().now() - std::chrono::minutes(12);
    wait(stage, items);
}

void unfoldDetails(TourStage &stage)
{
    waitAtRow(stage, 4);
    stage.outbox().findChild<QAbstractButton *>(QStringLiteral("detailsToggle"))->click();
}

void failWish(TourStage &stage)
{
    waitAtRow(stage, 6);
    stage.outbox().wishFailed({Error::Kind::Full, QStringLiteral("sql.full"), {}});
}

void missRecall(TourStage &stage)
{
    wait(stage, manyItems());
    stage.outbox().recallMissed();
}

TourState state(const char *name, const char16_t *title, std::function<void(TourStage &)> show,
                bool main = false)
{
    return {QString(u"outbox-" % QLatin1StringView(name)), QString::fromUtf16(title), std::move(show), main};
}

} // namespace

TourScreen outboxScreen()
{
    return {
        QStringLiteral("بانتظار الإرسال"),
        {
            state(
                "many", u"كل ما قد ينتظره إجراء", [](TourStage &stage) { wait(stage, manyItems()); }, true),
            state("empty", u"أُرسل كل شيء", [](TourStage &stage) { wait(stage, {}); }),
            state("offline", u"لا يوجد اتصال",
                  [](TourStage &stage) { wait(stage, threeWaiting(), Link::Offline); }),
            state("others", u"إجراءات لحسابات أخرى",
                  [](TourStage &stage) {
                      stage.setItems({}, Link::Online, 3);
                      stage.showOutbox();
                  }),
            state("session-ended", u"انتهت الجلسة",
                  [](TourStage &stage) { wait(stage, threeWaiting(), Link::SessionEnded); }),
            state("recall", u"مهلة التراجع",
                  [](TourStage &stage) {
                      wait(stage, {recallable(recorded(ordinary(), ActType::Complete, 1, 0))});
                  }),
            state("held", u"إجراء موقوف إرساله", holdBack),
            state("parked", u"إجراء بانتظار المعالجة",
                  [](TourStage &stage) {
                      wait(stage, {rejectedMeanwhile(recorded(overdue(), ActType::Complete, 1, 61))});
                  }),
            state("refused", u"إجراء لم يُقبل", [](TourStage &stage) { waitAtRow(stage, 3); }),
            state("details", u"تفاصيل تقنية", unfoldDetails),
            state("failed", u"لم يُحفظ الاختيار", failWish),
            state("late", u"انتهت مهلة التراجع", missRecall),
            {QStringLiteral("proposals-some"), QStringLiteral("مقترحاتي"),
             [](TourStage &stage) { stage.showProposals(samples::ownProposals()); }, true},
            {QStringLiteral("proposals-none"), QStringLiteral("لا مقترحات"),
             [](TourStage &stage) { stage.showProposals({}); }, false},
        }};
}

} // namespace tawasul
