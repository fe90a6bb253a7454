// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tourstates.h"

namespace tawasul {

namespace {

void present(TourStage &stage, const DocumentState &state)
{
    const Case theCase = samples::ordinary();
    stage.openCase(samples::opened(theCase));
    stage.pane().documents().setState(theCase.attachments.front().sha256, state);
}

TourState state(const char *name, const char16_t *title, std::function<void(TourStage &)> show)
{
    return {QString(u"document-" % QLatin1StringView(name)), QString::fromUtf16(title), std::move(show)};
}

TourState refused(const char *name, const char16_t *title, const char *code)
{
    return state(name, title, [code](TourStage &stage) {
        DocumentState failed;
        failed.kind = DocumentState::Kind::Failed;
        failed.error = {Error::Kind::Corrupt, QString::fromLatin1(code), {}};
        failed.foundType = QStringLiteral("application/pdf");
        present(stage, failed);
    });
}

TourState away(const char *name, const char16_t *title, DocumentState::Kind kind, int percent)
{
    return state(name, title, [kind, percent](TourStage &stage) {
        DocumentState absent;
        absent.kind = kind;
        absent.percent = percent;
        present(stage, absent);
    });
}

void turnAndZoom(TourStage &stage)
{
    stage.openCase(samples::opened(samples::ordinary()));
    DocumentPane &documents = stage.pane().documents();
    documents.turnPage(1);
    documents.zoomStep(1);
    documents.zoomStep(1);
}

void withoutFiles(TourStage &stage)
{
    Case theCase = samples::ordinary();
    theCase.attachments.clear();
    stage.openCase(samples::opened(theCase));
}

} // namespace

TourScreen documentScreen()
{
    using Kind = DocumentState::Kind;
    return {QStringLiteral("المستند"),
            {
                state("page", u"صفحة",
                      [](TourStage &stage) { stage.openCase(samples::opened(samples::ordinary())); }),
                state("zoomed", u"صفحة مكبرة", turnAndZoom),
                away("opening", u"قيد الفتح", Kind::Loading, -1),
                away("downloading", u"قيد التنزيل", Kind::Away, 42),
                away("queued", u"بانتظار التنزيل", Kind::Away, -1),
                away("offline", u"غير موجود دون اتصال", Kind::Offline, -1),
                refused("damaged", u"ملف تالف", "preview.damaged"),
                refused("encrypted", u"ملف محمي", "preview.encrypted"),
                refused("unsupported", u"نوع لا يُعرض", "preview.unsupported"),
                refused("crashed", u"توقفت المعاينة", "preview.crashed"),
                state("none", u"بلا مرفقات", withoutFiles),
            }};
}

} // namespace tawasul
