// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/samplepage.h"
#include "tests/tour/tourstates.h"

#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLineEdit>

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

// Drawn also small, in high contrast and with large text.
TourState everyWay(TourState state)
{
    state.main = true;
    return state;
}

TourState refused(const char *name, const char16_t *title, const char *code)
{
    return state(name, title, [code](TourStage &stage) {
        DocumentState failed;
        failed.kind = DocumentState::Kind::Failed;
        failed.error = {Error::Kind::Corrupt, QString::fromLatin1(code), {}};
        failed.foundType = QStringLiteral("PDF");
        present(stage, failed);
    });
}

// A name that reads otherwise than it is, over content that is not what the name says.
void deceive(TourStage &stage)
{
    Case theCase = samples::ordinary();
    theCase.attachments.front().name = QStringLiteral("صورة الجواز\u202Efdp.jpg.exe");
    stage.openCase(samples::opened(theCase));
    DocumentState ready;
    ready.kind = DocumentState::Kind::Ready;
    ready.pages = {kSamplePage, kSamplePage};
    ready.foundType = QStringLiteral("PDF");
    stage.pane().documents().setState(theCase.attachments.front().sha256, ready);
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

// As the keyboard does it.
void act(TourStage &stage, std::initializer_list<const char *> keys)
{
    for (const char *key : keys)
        stage.part<QAction>(key).trigger();
    stage.settle();
}

TourState acted(const char *name, const char16_t *title, std::initializer_list<const char *> keys)
{
    return state(name, title, [keys = std::vector<const char *>(keys)](TourStage &stage) {
        stage.openCase(samples::opened(samples::ordinary()));
        for (const char *key : keys)
            act(stage, {key});
    });
}

OpenedCase labelled(const PageLabels &labels)
{
    Case theCase = samples::ordinary();
    theCase.attachments.front().documents.clear();
    OpenedCase opened = samples::opened(theCase);
    DocumentReading reading;
    reading.pages = 3;
    reading.labels = labels;
    opened.readings.insert(theCase.attachments.front().sha256, reading);
    return opened;
}

void stripOfLabelledPages(TourStage &stage)
{
    stage.openCase(
        labelled({{0, 1, QStringLiteral("old_passport")}, {2, 2, QStringLiteral("new_passport")}}));
    act(stage, {"keyStrip"});
    QTest::qWait(200); // pages that only pass by are not asked for
}

void somePagesLabelled(TourStage &stage)
{
    stage.openCase(labelled({{0, 0, QStringLiteral("old_passport")}}));
    act(stage, {"keyNextUnlabelled", "keyLabel"});
}

void onePageFailed(TourStage &stage)
{
    stage.openCase(samples::opened(samples::ordinary()));
    stage.settle(); // its picture has come in the size of the window
    stage.pane().documents().setPageFailed(samples::ordinary().attachments.front().sha256, 0,
                                           {Error::Kind::Corrupt, QStringLiteral("preview.timeout"), {}});
}

QString shownFile()
{
    return samples::ordinary().attachments.front().sha256;
}

// From the heading into the rows of the form.
void selectText(TourStage &stage)
{
    stage.openCase(samples::opened(samples::ordinary()));
    stage.settle();
    stage.part<PageCanvas>("pageCanvas").selectText(0, {samplePageText(0).text().indexOf(u'–') + 2, 90});
    stage.settle();
}

void findWords(TourStage &stage)
{
    stage.openCase(samples::opened(samples::ordinary()));
    act(stage, {"keyFitPage", "keyFind"});
    auto &field = stage.part<QLineEdit>("findWords");
    field.setText(QStringLiteral("تجريبيه"));
    QTest::keyClick(&field, Qt::Key_Return);
    act(stage, {"keyFindNext", "keyFindNext"});
}

void findNothing(TourStage &stage)
{
    stage.openCase(samples::opened(samples::ordinary()));
    act(stage, {"keyFind"});
    auto &field = stage.part<QLineEdit>("findWords");
    field.setText(QStringLiteral("غير موجود"));
    QTest::keyClick(&field, Qt::Key_Return);
    stage.settle();
}

void nearlyBlank(TourStage &stage)
{
    stage.openCase(samples::opened(samples::ordinary()));
    DocumentPane &documents = stage.pane().documents();
    act(stage, {"keyFitPage", "keyContinuous", "keyStrip"});
    QTest::qWait(200); // pages that only pass by are not asked for
    documents.goToPage(1);
    stage.settle();
    QImage blank(stage.part<PageCanvas>("pageCanvas").devicePixels(1), QImage::Format_RGB32);
    blank.fill(QColor(0xFDFCF8));
    documents.setPage(shownFile(), 1, blank);
    documents.setThumbnail(shownFile(), 1, blank.scaled(60, 84));
    documents.setNearlyBlank(shownFile(), 1, true);
    stage.settle();
}

void offerUpright(TourStage &stage)
{
    stage.openCase(samples::opened(samples::ordinary()));
    stage.settle();
    DocumentPane &documents = stage.pane().documents();
    documents.setPageSize(shownFile(), 0, kSamplePage.transposed());
    stage.settle();
    documents.setText(shownFile(), 0, PageText(QStringLiteral("a"), {{{0, 1}, {1, 1, 9, 9}, 0}}, true, 1));
    stage.settle(); // the room has become lower
    const QSize seen = stage.part<PageCanvas>("pageCanvas").devicePixels(0);
    documents.setPage(shownFile(), 0, samplePage(seen.transposed(), 0).transformed(QTransform().rotate(-90)));
    stage.settle();
}

void tellFindings(TourStage &stage)
{
    stage.openCase(samples::opened(samples::ordinary()));
    auto frame = makeFrame<FindingsFrame>(1);
    frame.flags = kFindingScripts | kFindingExternalLinks | kFindingLaterEdits;
    frame.scripts = 2;
    frame.externalLinks = 5;
    stage.pane().documents().setFindings(shownFile(), *DocumentFindings::from(frame));
    stage.settle();
}

void notExamined(TourStage &stage)
{
    stage.openCase(samples::opened(samples::ordinary()));
    stage.pane().documents().setFindings(shownFile(), DocumentFindings::notExamined());
    stage.settle();
}

// A file that does not open, once it has been waited for.
void waitLong(TourStage &stage)
{
    present(stage, DocumentState{});
    QTest::qWait(1'200);
    stage.settle();
}

void askForAnotherCopy(TourStage &stage)
{
    DocumentState failed;
    failed.kind = DocumentState::Kind::Failed;
    failed.error = {Error::Kind::Corrupt, QStringLiteral("preview.unreadable"), {}};
    present(stage, failed);
    stage.part<QAbstractButton>("documentCopy").click();
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
                state("deceptive", u"اسم مضلل", deceive),
                state("zoomed", u"صفحة مكبرة", turnAndZoom),
                away("opening", u"قيد الفتح", Kind::Loading, -1),
                away("downloading", u"قيد التنزيل", Kind::Away, 42),
                away("queued", u"بانتظار التنزيل", Kind::Away, -1),
                away("offline", u"غير موجود دون اتصال", Kind::Offline, -1),
                everyWay(refused("damaged", u"ملف تالف", "preview.unreadable")),
                refused("stopped", u"أوقف الانتظار", "preview.stopped"),
                refused("encrypted", u"ملف محمي", "preview.encrypted"),
                refused("unsupported", u"نوع لا يُعرض", "preview.unknown_type"),
                refused("crashed", u"توقفت المعاينة", "preview.crashed"),
                acted("continuous", u"صفحات متصلة", {"keyFitPage", "keyContinuous"}),
                acted("rotated", u"صفحة مدورة", {"keyTurnRight"}),
                acted("magnified", u"عدسة مكبرة", {"keyMagnifier"}),
                acted("dark-paper", u"خلفية داكنة", {"keyInvert", "keyLight"}),
                acted("go-to", u"الانتقال إلى صفحة", {"keyGoTo"}),
                acted("own-window", u"نافذة مستقلة", {"keyWindow"}),
                state("strip", u"شريط الصفحات", stripOfLabelledPages),
                everyWay(state("selection", u"نص محدد", selectText)),
                everyWay(state("found", u"البحث في المستند", findWords)),
                state("not-found", u"بحث بلا نتائج", findNothing),
                state("nearly-blank", u"صفحة شبه فارغة", nearlyBlank),
                everyWay(state("upright", u"صفحة على جانبها", offerUpright)),
                state("findings", u"ما يتضمنه الملف", tellFindings),
                everyWay(state("not-examined", u"ملف لم يُفحص", notExamined)),
                everyWay(state("waiting", u"صفحة لا تظهر", waitLong)),
                everyWay(state("labelling", u"تسمية الصفحات", somePagesLabelled)),
                state("page-failed", u"صفحة تعذر عرضها", onePageFailed),
                state("another-copy", u"طلب نسخة أخرى", askForAnotherCopy),
                state("none", u"بلا مرفقات", withoutFiles),
            }};
}

} // namespace tawasul
