// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tourstates.h"

#include "tests/support/sampleoutbox.h"
#include "ui/decisions/decisionform.h"
#include "ui/endofday/endofdaypage.h"

#include <QtWidgets/QPushButton>

namespace tawasul {

namespace {

using namespace samples;

QByteArray begun(ActType type)
{
    DecisionDrafts drafts;
    drafts.last = drafts.forms[type].type = type;
    drafts.forms[type].text = QStringLiteral("للمتابعة");
    return toJson(drafts);
}

EndOfDay fullDay(TourStage &stage)
{
    EndOfDay day;
    day.unsent.value = manyItems();
    day.drafts.value.emplace();
    day.ending.value.emplace();
    for (const Case &theCase : {longNames(), overdue()})
        day.drafts.value->push_back(
            {{theCase.id, begun(ActType::Return), stage.clock().now() - std::chrono::minutes(50)}, theCase});
    day.drafts.value->push_back({{CaseId(QStringLiteral("gone")), begun(ActType::Escalate),
                                  stage.clock().now() - std::chrono::hours(30)},
                                 std::nullopt});
    day.nextDay = QDate(2026, 11, 23);
    for (const CaseHead &head : stage.heads()) {
        if (riyadhDate(head.deadline.at) == day.nextDay)
            day.ending.value->push_back(head);
    }
    day.endingMore = 7;
    return day;
}

void full(TourStage &stage)
{
    stage.setItems(manyItems(), SyncStatus::Link::Online);
    stage.endOfDay().setDay(fullDay(stage));
    stage.endOfDay().setNote(
        {QStringLiteral("الطلب 1448021457: وصل الجواز الأصلي مع المندوب، ويلزم ختم النقل قبل الظهر.\n"
                        "Mr. Wijesinghe calls again at 09:00."),
         stage.clock().now() - std::chrono::minutes(3)});
    stage.showEndOfDay();
}

void empty(TourStage &stage)
{
    stage.setItems({}, SyncStatus::Link::Online);
    EndOfDay day;
    day.nextDay = QDate(2026, 11, 23);
    day.unsent.value.emplace();
    day.drafts.value.emplace();
    day.ending.value.emplace();
    stage.endOfDay().setDay(day);
    stage.showEndOfDay();
}

void unread(TourStage &stage)
{
    stage.setItems({}, SyncStatus::Link::Online);
    EndOfDay day = fullDay(stage);
    day.unsent = {std::nullopt, true};
    stage.endOfDay().setDay(day);
    stage.showEndOfDay();
    stage.part<QPushButton>("leftoverToggle").click();
}

} // namespace

TourScreen endOfDayScreen()
{
    return {QStringLiteral("نهاية الدوام"),
            {
                {QStringLiteral("endofday-full"), QStringLiteral("ما تبقى، ومذكرة التسليم"), full, true},
                {QStringLiteral("endofday-empty"), QStringLiteral("لم يتبق شيء"), empty},
                {QStringLiteral("endofday-unread"), QStringLiteral("تعذرت القراءة، ومسودة طلب غادر الجهاز"),
                 unread},
                {QStringLiteral("endofday-failed"), QStringLiteral("تعذر حفظ المذكرة"),
                 [](TourStage &stage) {
                     full(stage);
                     stage.endOfDay().sayNote(Error{Error::Kind::Full, QStringLiteral("sql.full"), {}});
                 }},
            }};
}

} // namespace tawasul
