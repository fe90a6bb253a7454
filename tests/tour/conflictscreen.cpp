// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tourstates.h"

#include "tests/support/sampleoutbox.h"

#include <QtWidgets/QAbstractButton>

namespace tawasul {

namespace {

using namespace samples;
using Items = std::vector<OutboxItem>;

void park(TourStage &stage, const Items &items)
{
    stage.setItems(items, SyncStatus::Link::Online);
    stage.showConflicts();
}

void press(TourStage &stage, const char *button)
{
    stage.conflicts().findChild<QAbstractButton *>(QString::fromLatin1(button))->click();
}

Items one()
{
    return {rejectedMeanwhile(recorded(overdue(), ActType::Complete, 1, 61))};
}

Items several()
{
    return {
        rejectedMeanwhile(recorded(overdue(), ActType::Complete, 1, 61)),
        reassignedMeanwhile(recorded(longNames(), ActType::Complete, 2, 60 * 27)),
        refused(recorded(failedChecks(), ActType::Return, 3, 40),
                {Error::Kind::Forbidden, QStringLiteral("act.forbidden"), {}}),
        resubmittedMeanwhile(recorded(returned(), ActType::Return, 4, 22)),
    };
}

Items refusedThere()
{
    return {refused(recorded(ordinary(), ActType::Return, 1, 40),
                    {Error::Kind::Conflict, QStringLiteral("act.illegal"), {}})};
}

Items notSent()
{
    return {unfounded(recorded(ordinary(), ActType::Complete, 1, 40))};
}

Items damagedHere()
{
    return {damaged(recorded(ordinary(), ActType::Complete, 1, 40))};
}

void showLongNames(TourStage &stage)
{
    park(stage, several());
    stage.conflicts().show(several()[1].act.id);
}

void askForTheirs(TourStage &stage)
{
    park(stage, {resubmittedMeanwhile(recorded(overdue(), ActType::Escalate, 1, 61))});
    press(stage, "takeTheirs");
}

void takeTheirs(TourStage &stage)
{
    park(stage, several());
    press(stage, "takeTheirs");
    press(stage, "takeTheirsConfirm");
}

void failChoice(TourStage &stage)
{
    takeTheirs(stage);
    stage.conflicts().choiceFailed({Error::Kind::Full, QStringLiteral("sql.full"), {}});
}

void unfoldDetails(TourStage &stage)
{
    park(stage, refusedThere());
    press(stage, "detailsToggle");
}

TourState state(const char *name, const char16_t *title, std::function<void(TourStage &)> show,
                bool main = false)
{
    return {QString(u"conflicts-" % QLatin1StringView(name)), QString::fromUtf16(title), std::move(show),
            main};
}

TourState of(const char *name, const char16_t *title, Items (*items)(), bool main = false)
{
    return state(
        name, title, [items](TourStage &stage) { park(stage, items()); }, main);
}

} // namespace

TourScreen conflictScreen()
{
    return {QStringLiteral("التعارضات"),
            {
                of("one", u"تعارض واحد", one, true),
                of("several", u"تعارضات عدة", several, true),
                of("empty", u"لا تعارضات", [] { return Items(); }),
                of("refused", u"رفضه النظام المركزي", refusedThere),
                of("unfounded", u"إجراء لم يعد ممكنًا", notSent),
                of("damaged", u"سجل إجراء تالف", damagedHere),
                state("details", u"تفاصيل تقنية", unfoldDetails),
                state("long-names", u"أسماء طويلة", showLongNames),
                state("confirm", u"تأكيد اعتماد النسخة المركزية", askForTheirs),
                state("busy", u"قيد التسجيل", takeTheirs),
                state("failed", u"لم يُحفظ الاختيار", failChoice),
            }};
}

} // namespace tawasul
