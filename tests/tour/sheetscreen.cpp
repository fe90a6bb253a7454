// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tourstates.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>

namespace tawasul {

namespace {

void openSheet(TourStage &stage, ActType act)
{
    stage.openCase(samples::opened(samples::ordinary()));
    stage.pane().openSheet(act);
}

void type(TourStage &stage, const char *field, const QString &text)
{
    auto &line = stage.part<QLineEdit>(field);
    line.setText(text);
    Q_EMIT line.textEdited(text);
}

void choose(TourStage &stage, const char *box, int index)
{
    stage.part<QComboBox>(box).setCurrentIndex(index);
}

void completed(TourStage &stage)
{
    openSheet(stage, ActType::Complete);
    type(stage, "operationNumber", QStringLiteral("7700214581"));
}

void completedByAWrongClock(TourStage &stage)
{
    completed(stage);
    ClockCheck check;
    check.verdict = ClockCheck::Verdict::Behind;
    check.off = std::chrono::minutes(135);
    check.isExact = true;
    stage.pane().setClock(check);
    stage.shell().setClock(check);
}

void awaiting(TourStage &stage)
{
    openSheet(stage, ActType::Complete);
    stage.part<QAbstractButton>("awaiting").setChecked(true);
}

// What a failed check knows already stands in the return that answers it.
void answer(TourStage &stage, const char *check)
{
    stage.openCase(samples::opened(samples::failedChecks()));
    stage.part<QWidget>(check).findChild<QAbstractButton *>(QStringLiteral("checkAnswer"))->click();
}

void rejected(TourStage &stage)
{
    openSheet(stage, ActType::Reject);
    choose(stage, "reason", 5);
}

void transferred(TourStage &stage)
{
    openSheet(stage, ActType::Transfer);
    choose(stage, "reason", 1);
    choose(stage, "toSection", 1);
}

void escalated(TourStage &stage)
{
    openSheet(stage, ActType::Escalate);
    choose(stage, "reason", 0);
    stage.part<QPlainTextEdit>("text").setPlainText(
        QStringLiteral("الجواز الجديد يختلف فيه الاسم عن السجل، ويلزم رأي القسم."));
}

void confirmed(TourStage &stage, ActType act, const char *button)
{
    openSheet(stage, act);
    stage.part<QAbstractButton>(button).click();
}

void refusedByDisk(TourStage &stage)
{
    completed(stage);
    stage.pane().actFailed(stage.pane().caseId(), {Error::Kind::Full, QStringLiteral("sql.full"), {}});
}

TourState state(const char *name, const char16_t *title, std::function<void(TourStage &)> show,
                bool main = false)
{
    return {QString(u"sheet-" % QLatin1StringView(name)), QString::fromUtf16(title), std::move(show), main};
}

} // namespace

TourScreen sheetScreen()
{
    return {QStringLiteral("الإجراءات"),
            {
                state("complete", u"إنهاء المعالجة بإثبات التنفيذ", completed, true),
                state("complete-clock", u"إنهاء المعالجة وساعة الجهاز متأخرة", completedByAWrongClock),
                state("complete-begun", u"إنهاء المعالجة، قبل الإدخال",
                      [](TourStage &stage) { openSheet(stage, ActType::Complete); }),
                state("complete-missing", u"إنهاء المعالجة وحقل ناقص",
                      [](TourStage &stage) { confirmed(stage, ActType::Complete, "confirm"); }),
                state("complete-awaiting", u"موافقة بانتظار التنفيذ", awaiting),
                state("return", u"إعادة لاستكمال النواقص",
                      [](TourStage &stage) { answer(stage, "check_attachments"); }),
                state("return-section", u"إعادة لعدم الاختصاص",
                      [](TourStage &stage) { answer(stage, "check_section"); }),
                state("return-missing", u"إعادة بلا سبب",
                      [](TourStage &stage) { confirmed(stage, ActType::Return, "confirm"); }),
                state("reject", u"رفض", rejected),
                state("reject-missing", u"رفض بلا سبب",
                      [](TourStage &stage) { confirmed(stage, ActType::Reject, "confirmReject"); }),
                state("transfer", u"إحالة", transferred),
                state("transfer-missing", u"إحالة بلا قسم",
                      [](TourStage &stage) {
                          openSheet(stage, ActType::Transfer);
                          choose(stage, "reason", 1);
                          stage.part<QAbstractButton>("confirm").click();
                      }),
                state("escalate", u"رفع إلى المشرف", escalated),
                state("note", u"ملاحظة", [](TourStage &stage) { openSheet(stage, ActType::Note); }),
                state("failed", u"القرص ممتلئ", refusedByDisk),
            }};
}

} // namespace tawasul
