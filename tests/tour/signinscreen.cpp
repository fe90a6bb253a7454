// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tourstates.h"

#include "ui/shared/errortext.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>

namespace tawasul {

namespace {

const SignInForm kKnown{QStringLiteral("n.alqahtani"), {}};
const SignInForm kWhole{QStringLiteral("n.alqahtani"), QStringLiteral("not a password")};

void sayOffline(TourStage &stage)
{
    stage.signIn().prefill(kKnown);
    stage.signIn().setOfflineNote(QCoreApplication::translate(
        "tawasul::DeskApp",
        "There is no connection to the central system. Accounts that have been used on "
        "this device can sign in and work."));
}

void sayWrong(TourStage &stage)
{
    stage.signIn().prefill(kWhole);
    stage.signIn().showError(
        errorSentence({Error::Kind::Forbidden, QStringLiteral("session.wrong_credentials"), {}}));
}

void sayFirstNeedsCentre(TourStage &stage)
{
    sayOffline(stage);
    stage.signIn().showError(
        errorSentence({Error::Kind::Offline, QStringLiteral("signin.first_needs_centre"), {}}),
        SignInField::Username);
}

void pressCapsLock(TourStage &stage)
{
    stage.signIn().prefill(kKnown);
    auto &password = stage.part<QLineEdit>("password");
    QKeyEvent letter(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QStringLiteral("A"));
    QApplication::sendEvent(&password, &letter);
}

} // namespace

TourScreen signInScreen()
{
    return {QStringLiteral("تسجيل الدخول"),
            {
                {QStringLiteral("signin-plain"), QStringLiteral("فارغة"),
                 [](TourStage &stage) { stage.signIn().prefill({}); }, true},
                {QStringLiteral("signin-known"), QStringLiteral("آخر مستخدم"),
                 [](TourStage &stage) { stage.signIn().prefill(kKnown); }},
                {QStringLiteral("signin-prefilled"), QStringLiteral("معبأة"),
                 [](TourStage &stage) { stage.signIn().prefill(kWhole); }},
                {QStringLiteral("signin-busy"), QStringLiteral("قيد التحقق"),
                 [](TourStage &stage) {
                     stage.signIn().prefill(kWhole);
                     stage.signIn().setBusy(true);
                 }},
                {QStringLiteral("signin-wrong"), QStringLiteral("كلمة مرور غير صحيحة"), sayWrong},
                {QStringLiteral("signin-offline"), QStringLiteral("لا يوجد اتصال"), sayOffline},
                {QStringLiteral("signin-first-offline"), QStringLiteral("أول دخول دون اتصال"),
                 sayFirstNeedsCentre},
                {QStringLiteral("signin-unsent"), QStringLiteral("إجراءات لم تُرسل بعد"),
                 [](TourStage &stage) {
                     sayOffline(stage);
                     stage.signIn().setUnsent({{QStringLiteral("نورة بنت سعد القحطاني"), 3, 3},
                                               {QStringLiteral("فهد بن عبدالله الشهري"), 1, 0, 2}});
                 }},
                {QStringLiteral("signin-caps"), QStringLiteral("قفل الأحرف الكبيرة"), pressCapsLock},
            }};
}

} // namespace tawasul
