// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tourstates.h"
#include "ui/documents/securitystatus.h"

#include "models/arabic/bidi.h"
#include "ui/shared/casewords.h"
#include "ui/shared/errortext.h"
#include "ui/shell/leavingcard.h"
#include "ui/shell/toast.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

namespace tawasul {

namespace {

QString words(const char *english, const char *comment = nullptr)
{
    return QCoreApplication::translate("tawasul::Workplace", english, comment);
}

void sayRecorded(TourStage &stage)
{
    stage.fillList();
    const QString sentence =
        words("Recorded on this device: %1, request %2.", "%1 an act such as Complete, %2 a request number")
            .arg(actWord(ActType::Return), isolateId(QStringLiteral("1448002307")));
    stage.shell().toast().say(Tone::Success, sentence,
                              words("Undo", "an act that has not left this device yet"), [] {});
}

void sayTrouble(TourStage &stage)
{
    stage.openCase(samples::opened(samples::ordinary()));
    stage.shell().toast().say(Tone::Danger,
                              errorSentence({Error::Kind::Full, QStringLiteral("sql.full"), {}}));
}

void askToStay(TourStage &stage)
{
    stage.openCase(samples::opened(samples::ordinary()));
    SyncStatus status;
    status.link = SyncStatus::Link::Offline;
    status.waiting = 5;
    status.free = 5;
    status.parked = 1;
    stage.shell().leaving().ask(status, {.carried = true});
}

void askBeforeLosing(TourStage &stage)
{
    stage.openCase(samples::opened(samples::ordinary()));
    SyncStatus status;
    status.link = SyncStatus::Link::Offline;
    status.waiting = 2;
    status.free = 1;
    stage.shell().leaving().ask(status, {.unwritten = true});
}

void askBeforeClosing(TourStage &stage)
{
    stage.openCase(samples::opened(samples::ordinary()));
    SyncStatus status;
    status.link = SyncStatus::Link::Online;
    status.waiting = 2;
    status.free = 2;
    stage.shell().leaving().ask(status, {.unwritten = true}, Leaving::Closing);
}

void stay(TourStage &stage)
{
    askToStay(stage);
    stage.part<QPushButton>("leavingStay").click();
}

// With one of its submenus; that one is open too.
void openUserMenu(TourStage &stage, const QMenu &(*choose)(const QMenu &))
{
    stage.fillList();
    auto &button = stage.part<QPushButton>("userMenu");
    QMenu &menu = *button.menu();
    const int side = stage.window().layoutDirection() == Qt::RightToLeft
        ? button.mapToGlobal(button.rect().bottomRight()).x() - menu.sizeHint().width()
        : button.mapToGlobal(button.rect().bottomLeft()).x();
    menu.popup({side, button.mapToGlobal(button.rect().bottomLeft()).y()});
    const QMenu &chosen = choose(menu);
    menu.setActiveAction(chosen.menuAction());
    stage.waitFor([&chosen] { return chosen.isVisible(); });
}

const QMenu &textSizes(const QMenu &menu)
{
    return *menu.actions().value(1)->menu();
}

const QMenu &marks(const QMenu &menu)
{
    return *menu.findChild<QMenu *>(QStringLiteral("markMenu"));
}

void tellSecurity(TourStage &stage)
{
    stage.shell().setSecurity({true, true, true, false, true});
    openUserMenu(stage, [](const QMenu &menu) -> const QMenu & {
        return *menu.findChild<QMenu *>(QStringLiteral("securityMenu"));
    });
}

} // namespace

TourScreen shellScreen()
{
    return {QStringLiteral("النافذة"),
            {
                {QStringLiteral("leaving-ask"), QStringLiteral("تسجيل الخروج قبل اكتمال الإرسال"), askToStay},
                {QStringLiteral("leaving-unwritten"), QStringLiteral("تسجيل الخروج وما كُتب لم يُحفظ"),
                 askBeforeLosing},
                {QStringLiteral("leaving-close"), QStringLiteral("إغلاق النافذة وما كُتب لم يُحفظ"),
                 askBeforeClosing},
                {QStringLiteral("leaving-stay"), QStringLiteral("البقاء حتى اكتمال الإرسال"), stay},
                {QStringLiteral("toast-recorded"), QStringLiteral("إشعار بتسجيل الإجراء"), sayRecorded},
                {QStringLiteral("toast-trouble"), QStringLiteral("إشعار بتعذر الإجراء"), sayTrouble},
                {QStringLiteral("user-menu"), QStringLiteral("قائمة المستخدم"),
                 [](TourStage &stage) { openUserMenu(stage, textSizes); }},
                {QStringLiteral("user-menu-marks"), QStringLiteral("دلالة العلامات"),
                 [](TourStage &stage) { openUserMenu(stage, marks); }},
                {QStringLiteral("user-menu-security"), QStringLiteral("حالة الحماية"), tellSecurity},
            }};
}

} // namespace tawasul
