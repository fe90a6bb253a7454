// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tourstates.h"

#include "ui/shared/skeletonrows.h"
#include "ui/shell/searchfield.h"

#include <algorithm>

namespace tawasul {

namespace {

using Link = SyncStatus::Link;

bool isShown(TourStage &stage, const char *name)
{
    const auto *part = stage.window().findChild<QWidget *>(QString::fromLatin1(name));
    return part && part->isVisible();
}

void loading(TourStage &stage)
{
    stage.setLink(Link::Connecting, [](SyncStatus &status) { status.completeAt.reset(); });
    // The blocks come only after a moment, so that nothing flickers.
    stage.waitFor([&] { return stage.list().findChild<SkeletonRows *>() != nullptr; });
}

void filling(TourStage &stage)
{
    stage.heads().resize(12);
    stage.fillList();
    stage.setLink(Link::Online, [](SyncStatus &status) {
        status.filling = true;
        status.fetched = 12'400;
        status.completeAt.reset();
        status.waiting = status.parked = 0;
    });
}

void type(TourStage &stage, const QString &text)
{
    stage.fillList();
    const int before = stage.list().model().rowCount();
    stage.part<SearchField>("searchField").setText(text);
    stage.waitFor([&] { return stage.list().model().rowCount() != before; });
}

void allDone(TourStage &stage)
{
    std::erase_if(stage.heads(), [](const CaseHead &head) {
        return isOpen(head.status) && head.status != CaseStatus::Returned;
    });
    stage.list().setWorklist(worklistOf(stage.heads()));
}

void failed(TourStage &stage)
{
    stage.fillList();
    stage.source().failNext({Error::Kind::Storage, QStringLiteral("cache.unreadable"), {}});
    stage.list().refreshCase(stage.heads().front().id);
    stage.waitFor([&] { return isShown(stage, "worklistStrip"); });
}

void longNames(TourStage &stage)
{
    const QStringList names{
        QStringLiteral("عبدالرحمن بن محمد بن عبدالعزيز بن إبراهيم آل الشيخ المطيري الحربي العتيبي الدوسري"),
        QStringLiteral("BANDARANAYAKA MUDIYANSELAGE THILAKARATHNE BANDA WIJESINGHE ARACHCHILAGE"),
        QStringLiteral("بنداراناياكا موديانسيلاجي ثيلاكاراتني باندا ويجيسينغي أراتشيلاجي دون سوماباندا"),
        QStringLiteral("أ"),
    };
    qsizetype next = 0;
    for (CaseHead &head : stage.heads()) {
        head.beneficiaryName = names[next % names.size()];
        head.subjectName = names[(next + 1) % names.size()];
        stage.source().put(head);
        ++next;
    }
    stage.fillList();
}

void withLink(TourStage &stage, Link link, std::optional<Error> problem = {})
{
    stage.fillList();
    stage.setLink(link, [&](SyncStatus &status) { status.problem = problem; });
}

ClockCheck clockBehind(TourStage &stage)
{
    ClockCheck check;
    check.verdict = ClockCheck::Verdict::Behind;
    check.off = std::chrono::minutes(135);
    check.isExact = true;
    check.earliest = check.likely = check.latest = stage.clock().now();
    return check;
}

// The device was off over the weekend, and its clock stands before what the centre told last.
ClockCheck clockInDoubt(TourStage &stage)
{
    ClockCheck check = clockBehind(stage);
    check.off = std::chrono::hours(24 * 20);
    check.isExact = false;
    check.latest += std::chrono::hours(72);
    return check;
}

void withClock(TourStage &stage, const ClockCheck &check)
{
    stage.fillList();
    stage.list().setClock(check);
    stage.shell().setClock(check);
}

void withDensity(TourStage &stage, Density density)
{
    stage.fillList();
    stage.setDensity(density);
}

TourState state(const char *name, const char16_t *title, std::function<void(TourStage &)> show,
                bool main = false)
{
    return {QString(u"worklist-" % QLatin1StringView(name)), QString::fromUtf16(title), std::move(show),
            main};
}

} // namespace

TourScreen worklistScreen()
{
    return {
        QStringLiteral("قائمة العمل"),
        {
            state(
                "normal", u"المعتاد", [](TourStage &stage) { stage.fillList(); }, true),
            state("loading", u"قيد القراءة", loading),
            state("filling", u"أول مزامنة", filling),
            state("offline", u"لا يوجد اتصال", [](TourStage &stage) { withLink(stage, Link::Offline); }),
            state("aged", u"لا يوجد اتصال، والبيانات قديمة",
                  [](TourStage &stage) {
                      stage.fillList();
                      stage.setLink(Link::Offline, [&stage](SyncStatus &status) {
                          status.completeAt = stage.clock().now() - std::chrono::hours(24 * 4);
                      });
                  }),
            state("failing", u"النظام المركزي لا يجيب كما ينبغي",
                  [](TourStage &stage) {
                      withLink(stage, Link::Failing,
                               Error{Error::Kind::Server, QStringLiteral("http.500"), {}});
                  }),
            state("session-ended", u"انتهت الجلسة",
                  [](TourStage &stage) { withLink(stage, Link::SessionEnded); }),
            state("too-old", u"إصدار قديم",
                  [](TourStage &stage) {
                      withLink(stage, Link::TooOld,
                               Error{Error::Kind::Invalid, QStringLiteral("client.too_old"), {}});
                  }),
            state("clock-behind", u"ساعة الجهاز متأخرة",
                  [](TourStage &stage) { withClock(stage, clockBehind(stage)); }),
            state("clock-doubt", u"وقت الجهاز غير مؤكد",
                  [](TourStage &stage) { withClock(stage, clockInDoubt(stage)); }),
            state("first-use", u"لا طلبات مسندة",
                  [](TourStage &stage) { stage.list().setWorklist(worklistOf({})); }),
            state("search", u"بحث", [](TourStage &stage) { type(stage, QStringLiteral("محم")); }),
            state("no-match", u"لا نتائج", [](TourStage &stage) { type(stage, QStringLiteral("9999999")); }),
            state("all-done", u"لا طلبات متبقية", allDone),
            state("failed", u"تعذرت قراءة القرص", failed),
            state("long-names", u"أسماء طويلة", longNames),
            state("compact", u"صفوف متراصة", [](TourStage &stage) { withDensity(stage, Density::Compact); }),
            state("comfortable", u"صفوف واسعة",
                  [](TourStage &stage) { withDensity(stage, Density::Comfortable); }),
        }};
}

} // namespace tawasul
