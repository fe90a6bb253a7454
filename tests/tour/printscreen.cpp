// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/samplepage.h"
#include "tests/tour/tourstates.h"
#include "ui/print/documentpaper.h"
#include "ui/print/papertext.h"
#include "ui/print/printsheet.h"
#include "ui/print/summarypaper.h"
#include "ui/shared/errortext.h"

#include <QtGui/QPainter>
#include <QtWidgets/QLabel>

namespace tawasul {

namespace {

constexpr int kPictureDots = 110;

OpenedCase decided()
{
    Case theCase = samples::ordinary();
    const Proposal words = samples::proposal(ActType::Complete);
    HistoryEntry entry = theCase.history.back();
    entry.act = ActId(QStringLiteral("0193-decision"));
    entry.type = ActType::Complete;
    entry.at = samples::now();
    entry.reason = words.reason;
    entry.execution = words.execution;
    entry.reply = words.reply;
    theCase.history.push_back(entry);
    theCase.status = CaseStatus::Completed;
    OpenedCase opened = samples::opened(theCase);
    opened.receipts.emplace(entry.act, KeptReceipt{QStringLiteral("K7QM-3T9D"), ReceiptProof::Proven});
    return opened;
}

OpenedCase undelivered(const OpenedCase &decision)
{
    OpenedCase opened = decision;
    opened.pending = {
        samples::outboxItem(opened.shown, ActType::Complete, OutboxState::Waiting, ParkReason::None)};
    opened.receipts.clear();
    return opened;
}

OpenedCase longWords()
{
    OpenedCase opened = decided();
    const Case names = samples::longNames();
    opened.shown.subject = names.subject;
    opened.shown.beneficiary = names.beneficiary;
    opened.shown.statutoryDeadline = names.statutoryDeadline;
    opened.shown.subService = names.subService;
    opened.shown.history.back().reply->text =
        QStringLiteral("مقدم الطلب: نفيد بأنه جرت مراجعة ما ورد في الطلب والمستندات المرفقة به، وتبين "
                       "استيفاء الشروط المطلوبة للخدمة وفق التعليمات النافذة. ")
            .repeated(28);
    return opened;
}

CaseSummary summaryOf(const TourStage &stage, const OpenedCase &opened)
{
    const Printing printing{samples::officer().name, opened.shown.number, samples::now(), false};
    return caseSummary(opened, printing, Numbers::Masked, stage.locale());
}

// The paper itself in place of the window's pages.
void lay(TourStage &stage, const QImage &picture)
{
    auto *paper = new QLabel;
    paper->setAlignment(Qt::AlignCenter);
    paper->setPixmap(
        QPixmap::fromImage(picture.scaledToHeight(stage.window().height() - 24, Qt::SmoothTransformation)));
    stage.window().addWidget(paper);
    stage.window().setCurrentWidget(paper);
}

TourState paper(const char *name, const char16_t *title, const std::function<OpenedCase()> &sample)
{
    return {QString(u"print-" % QLatin1StringView(name)), QString::fromUtf16(title),
            [sample](TourStage &stage) {
                stage.openCase(sample());
                lay(stage, summaryPicture(summaryOf(stage, sample()), 220));
            }};
}

void layPage(TourStage &stage)
{
    stage.openCase(samples::opened(samples::ordinary()));
    const qreal scale = 220 / 72.0 / kPaperUnit;
    QImage picture((kSheetOfPaper * scale).toSize(), QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.scale(scale, scale);
    const PaperStamp stamp = paperStamp(
        {samples::officer().name, samples::ordinary().number, samples::now(), false}, stage.locale());
    paintDocumentPage(painter, QRectF(QPointF(), kSheetOfPaper), {samplePage({1240, 1754}, 0), stamp.across},
                      stamp);
    painter.end();
    lay(stage, picture);
}

PrintSheet &ask(TourStage &stage, const OpenedCase &opened, PrintOffer::What what)
{
    stage.openCase(opened);
    stage.settle();
    const CaseSummary summary = summaryOf(stage, opened);
    const bool isSummary = what == PrintOffer::What::Summary;
    auto *sheet =
        new PrintSheet(stage.theme(), stage.locale(), stage.shell(),
                       {what, opened.shown.number, 3, isSummary ? summary.unconfirmedWhy : QString()});
    sheet->open();
    sheet->setPrinters({{QStringLiteral("Passports-Hall-2"), true}, {QStringLiteral("Counter-14"), false}});
    if (isSummary)
        sheet->setPicture(summaryPicture(summary, kPictureDots));
    return *sheet;
}

TourState asked(const char *name, const char16_t *title, const std::function<void(TourStage &)> &show)
{
    return {QString(u"print-" % QLatin1StringView(name)), QString::fromUtf16(title), show};
}

} // namespace

TourScreen printScreen()
{
    using What = PrintOffer::What;
    TourState summary = asked("ask-summary", u"طباعة الخلاصة",
                              [](TourStage &stage) { ask(stage, undelivered(decided()), What::Summary); });
    summary.main = true;
    return {QStringLiteral("الطباعة"),
            {
                paper("summary", u"خلاصة الطلب", decided),
                paper("summary-unconfirmed", u"خلاصة غير مؤكدة", [] { return undelivered(decided()); }),
                paper("summary-undecided", u"خلاصة طلب لم يُتخذ فيه قرار",
                      [] { return samples::opened(samples::ordinary()); }),
                paper("summary-long", u"أسماء طويلة ورد طويل", longWords),
                asked("page", u"صفحة مرفق مطبوعة", layPage),
                summary,
                asked("ask-attachment", u"طباعة مرفق",
                      [](TourStage &stage) { ask(stage, decided(), What::Attachment); }),
                asked("progress", u"تجهيز الصفحات",
                      [](TourStage &stage) { ask(stage, decided(), What::Attachment).showProgress(1, 3); }),
                asked("failed", u"تعذرت الطباعة",
                      [](TourStage &stage) {
                          ask(stage, decided(), What::Summary)
                              .showError(
                                  errorSentence({Error::Kind::Server, QStringLiteral("print.refused"), {}},
                                                Trouble::Print));
                      }),
            }};
}

} // namespace tawasul
