// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How documents are looked at: under each other, turned, lit, magnified, and by their strip.
#include <QtGui/QWheelEvent>
#include <QtTest/QAbstractItemModelTester>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSlider>
#include <QtWidgets/QToolButton>

#include "tests/support/documentpanetest.h"
#include "ui/documents/thumbnailmodel.h"

using namespace tawasul;

class DocumentViewsTest : public DocumentPaneTest
{
    Q_OBJECT

private Q_SLOTS:
    // --- pages under each other ---

    void continuousPagesAreAskedForAsTheyComeIntoSight()
    {
        openDocument(40);
        act("keyFitPage");
        act("keyContinuous");
        QVERIFY(canvas().isContinuous());
        m_wanted->clear();
        auto *bar = canvas().verticalScrollBar();
        bar->setValue(bar->maximum() / 2);
        const std::vector<int> seen = canvas().visiblePages();
        QVERIFY(seen.size() >= 2);
        QVERIFY(seen.front() > 10);
        for (const int page : seen)
            QVERIFY(wantedPages().contains(page));
        // What is in sight comes first, and nothing else before it is here.
        QCOMPARE(wantedPages().size(), static_cast<qsizetype>(seen.size()));
        for (const int page : seen)
            m_pane->setPage(sha(), page, pagePicture(canvas().devicePixels(page), page));
        QCOMPARE(wantedPages().last(), *std::max_element(seen.begin(), seen.end()) + 1);
        QCOMPARE(m_pane->shownPage(), canvas().current());
    }

    void whatIsOutOfSightIsNotWaitedFor()
    {
        openDocument(40);
        act("keyContinuous");
        QSignalSpy dropped(m_pane.get(), &DocumentPane::pageDropped);
        m_pane->goToPage(30);
        QVERIFY(dropped.count() >= 1);
        QCOMPARE(dropped.first().at(1).toInt(), 0);
        QVERIFY(m_pane->isInSight(sha(), 30));
        QVERIFY(!m_pane->isInSight(sha(), 0));
        QVERIFY(!m_pane->isInSight(sha(1), 30));
    }

    // As far as the worker may say that pages reach: ten kilometres one way, and nothing the other.
    void pagesOfAnySizeHaveAPlace_data()
    {
        constexpr double kFar = 28'346'457;
        constexpr double kNothing = 0.001;
        QTest::addColumn<std::vector<QSizeF>>("points");
        QTest::addColumn<PageZoom::Fit>("fit");
        QTest::addColumn<int>("percent");
        QTest::newRow("high and thin") << std::vector{QSizeF(1, 1'600'000)} << PageZoom::Fit::Width << 100;
        QTest::newRow("the highest") << std::vector{QSizeF(kNothing, kFar)} << PageZoom::Fit::Width << 100;
        QTest::newRow("the widest") << std::vector{QSizeF(kFar, kNothing)} << PageZoom::Fit::Free << 6400;
        QTest::newRow("the largest") << std::vector{QSizeF(kFar, kFar)} << PageZoom::Fit::Free << 6400;
        QTest::newRow("the smallest") << std::vector{QSizeF(kNothing, kNothing)} << PageZoom::Fit::Free << 10;
        QTest::newRow("as many as may be")
            << std::vector(10'000, QSizeF(kNothing, kFar)) << PageZoom::Fit::Width << 100;
        QTest::newRow("many large ones")
            << std::vector(10'000, QSizeF(kFar, kFar)) << PageZoom::Fit::Free << 6400;
    }
    void pagesOfAnySizeHaveAPlace()
    {
        QFETCH(std::vector<QSizeF>, points);
        QFETCH(PageZoom::Fit, fit);
        QFETCH(int, percent);
        const PageZoom zoom{fit, percent};
        const QSize room(500, 640);
        int bottom = 0;
        const PageLayout layout = layOutPages(points, room, zoom, -1);
        QCOMPARE(layout.count(), int(points.size()));
        for (const QRect &place : layout.pages) {
            QVERIFY2(place.width() >= 1 && place.height() >= 1 && place.top() >= bottom,
                     qPrintable(QDebug::toString(place)));
            QVERIFY(place.left() >= 0 && place.width() <= 1'000'000 && place.height() <= 1'000'000);
            bottom = place.bottom();
        }
        QVERIFY(std::max(layout.size.height(), room.height()) > bottom
                && layout.size.width() >= layout.pages.front().width());
        // And on screen, under the magnifier, with whatever is asked of each page.
        m_pane->setAttachments(m_files);
        DocumentState state;
        state.kind = DocumentState::Kind::Ready;
        state.pages = points;
        m_pane->setState(sha(), state);
        act("keyContinuous");
        m_pane->setZoom(zoom);
        m_pane->goToPage(int(points.size()) - 1);
        QCOMPARE(m_pane->shownPage(), int(points.size()) - 1);
        const QSize wanted = canvas().devicePixels();
        QVERIFY(wanted.width() >= 1 && wanted.height() >= 1);
        act("keyMagnifier");
        QVERIFY(canvas().magnifiedPixels().width() >= 1 && canvas().magnifiedPixels().height() >= 1);
        m_pane->setPage(sha(), m_pane->shownPage(), pagePicture(QSize(20, 20)));
        m_pane->setThumbnail(sha(), m_pane->shownPage(), pagePicture(QSize(20, 20)));
        QVERIFY(!m_pane->grab().isNull());
    }

    void theEndsAreReached()
    {
        openDocument(5);
        act("keyContinuous");
        auto *bar = canvas().verticalScrollBar();
        bar->setValue(bar->maximum());
        QCOMPARE(m_pane->shownPage(), 4);
        bar->setValue(0);
        QCOMPARE(m_pane->shownPage(), 0);
        for (int page = 1; page < 5; ++page) {
            QTest::keyClick(m_pane.get(), Qt::Key_PageDown);
            QCOMPARE(m_pane->shownPage(), page);
        }
    }

    void aZoomKeepsWhatIsUnderThePointer()
    {
        openDocument(3);
        act("keyContinuous");
        m_pane->setZoom({PageZoom::Fit::Free, 100});
        m_pane->goToPage(1);
        const QPoint pointer(120, 260);
        const auto share = [&] {
            const auto layout =
                layOutPages({kA4, kA4, kA4}, canvas().viewport()->size(), canvas().zoom(), -1);
            const QPoint point = pointer
                + QPoint(canvas().horizontalScrollBar()->value(), canvas().verticalScrollBar()->value());
            const QRect place = layout.place(1);
            return QPointF(double(point.x() - place.left()) / place.width(),
                           double(point.y() - place.top()) / place.height());
        };
        const QPointF before = share();
        QWheelEvent wheel(pointer, canvas().viewport()->mapToGlobal(pointer), {}, {0, 120}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(canvas().viewport(), &wheel);
        QVERIFY(canvas().percent() > 100);
        QVERIFY(std::abs(share().x() - before.x()) < 0.01);
        QVERIFY(std::abs(share().y() - before.y()) < 0.01);
    }

    // It turns a step of the wheel in many small ones.
    void aTouchpadZoomsToo()
    {
        openDocument(1);
        m_pane->setZoom({PageZoom::Fit::Free, 100});
        QSignalSpy stepped(&canvas(), &PageCanvas::zoomStepped);
        const auto turn = [this](int by) {
            QWheelEvent wheel({100, 100}, canvas().viewport()->mapToGlobal(QPointF(100, 100)), {}, {0, by},
                              Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(canvas().viewport(), &wheel);
        };
        for (int i = 0; i < 3; ++i)
            turn(30);
        QCOMPARE(stepped.count(), 0);
        turn(30);
        QCOMPARE(stepped.count(), 1);
        QCOMPARE(stepped.last().at(0).toInt(), 1);
        turn(90);
        turn(-90); // the other way begins anew
        QCOMPARE(stepped.count(), 1);
        turn(-30);
        QCOMPARE(stepped.count(), 2);
        QCOMPARE(stepped.last().at(0).toInt(), -1);
    }

    // While its light stays the same, so does its picture; another place on the paper is lit anew.
    void whatIsLitFollowsThePaper()
    {
        openDocument(1);
        m_pane->setZoom({PageZoom::Fit::Free, 200});
        bringPage(0);
        act("keyInvert");
        const auto seen = [this] { return canvas().viewport()->grab().toImage(); };
        QScrollBar &bar = *canvas().verticalScrollBar();
        bar.setValue(bar.maximum() / 4); // the window is full of it here and there
        const QImage top = seen();
        QCOMPARE(seen(), top);
        bar.setValue(bar.maximum() * 3 / 4);
        const QImage bottom = seen();
        const QPoint middle = bottom.rect().center();
        QVERIFY(bottom.pixelColor(middle) != top.pixelColor(middle));
        bar.setValue(bar.maximum() / 4);
        bar.setValue(bar.maximum() * 3 / 4);
        QCOMPARE(seen(), bottom);
        bringPage(0); // the same pixels in another picture
        QCOMPARE(seen(), bottom);
        act("keyInvert");
        QVERIFY(seen() != bottom);
    }

    void spaceAndTheMiddleButtonMoveThePaper_data()
    {
        QTest::addColumn<bool>("space");
        QTest::newRow("space") << true;
        QTest::newRow("middle button") << false;
    }
    void spaceAndTheMiddleButtonMoveThePaper()
    {
        QFETCH(bool, space);
        openDocument(2);
        m_pane->setZoom({PageZoom::Fit::Free, 200});
        m_pane->focusPage();
        auto *bar = canvas().verticalScrollBar();
        bar->setValue(300);
        const Qt::MouseButton button = space ? Qt::LeftButton : Qt::MiddleButton;
        if (space)
            QTest::keyPress(&canvas(), Qt::Key_Space);
        QTest::mousePress(canvas().viewport(), button, {}, {200, 200});
        QMouseEvent move(QEvent::MouseMove, QPointF(200, 150),
                         canvas().viewport()->mapToGlobal(QPoint(200, 150)), Qt::NoButton, button, {});
        QApplication::sendEvent(canvas().viewport(), &move);
        QTest::mouseRelease(canvas().viewport(), button, {}, {200, 150});
        if (space)
            QTest::keyRelease(&canvas(), Qt::Key_Space);
        QCOMPARE(bar->value(), 350); // moved by hand, not read on
        QCOMPARE(m_pane->shownPage(), 0);
    }

    void aPageIsGoneToByItsNumber()
    {
        openDocument(40);
        act("keyGoTo");
        auto *ask = QApplication::activePopupWidget();
        QVERIFY(ask);
        auto *number = ask->findChild<QLineEdit *>(QStringLiteral("goToNumber"));
        QTest::keyClicks(number, QStringLiteral("41"));
        QTest::keyClick(number, Qt::Key_Return);
        QVERIFY(ask->isVisible());
        QCOMPARE(m_pane->shownPage(), 0);
        number->setText(QStringLiteral("٣٣"));
        QTest::keyClick(number, Qt::Key_Return);
        QCOMPARE(m_pane->shownPage(), 32);
        QVERIFY(!ask->isVisible());
    }

    // --- turned ---

    void aTurnedPageIsAskedForUprightAndShownTurned()
    {
        openDocument(2);
        m_pane->setPage(sha(), 0, pagePicture(canvas().devicePixels()));
        act("keyTurnRight");
        QCOMPARE(m_wanted->last().at(1).toInt(), 0);
        const QSize upright = m_wanted->last().at(2).toSize();
        QCOMPARE(upright, canvas().devicePixels().transposed());
        QVERIFY(canvas().devicePixels().width() > canvas().devicePixels().height());
        m_pane->setPage(sha(), 0, pagePicture(upright));
        QVERIFY(canvas().isWaiting()); // it was drawn before the page was turned
        const QImage lying = pagePicture(upright).transformed(QTransform().rotate(90));
        m_pane->setPage(sha(), 0, lying, 1);
        QCOMPARE(canvas().pictureSize(0), canvas().devicePixels());
        // To the right: what was above is on the right now.
        const QImage look = canvas().viewport()->grab().toImage();
        const QPoint middle = look.rect().center();
        QVERIFY(qRed(look.pixel(middle + QPoint(100, 0))) > 150);
        QVERIFY(qRed(look.pixel(middle - QPoint(100, 0))) < 50);
        QCOMPARE(turnOf(kept(), 0), 1);
        QCOMPARE(turnOf(kept(), 1), 0);
        act("keyTurnLeft");
        QCOMPARE(turnOf(kept(), 0), 0);
    }

    void allPagesTurnTogether()
    {
        openDocument(3);
        act("keyTurnAll");
        QCOMPARE(kept().turn, 1);
        m_pane->goToPage(2);
        QVERIFY(canvas().devicePixels().width() > canvas().devicePixels().height());
        // A page whose own size becomes known later keeps its turn.
        m_pane->setPageSize(sha(), 2, QSizeF(842, 595));
        QVERIFY(canvas().devicePixels().width() < canvas().devicePixels().height());
    }

    // --- remembered ---

    void aDocumentOpensAsItWasLeft()
    {
        DocumentReading left;
        left.page = 30;
        left.pages = 40;
        left.continuous = true;
        left.turns = {{30, 1}};
        m_pane->setAttachments(m_files, {{sha(), left}});
        QCOMPARE(m_pane->shownPage(), 30); // already before it is opened: that page is opened first
        m_pane->setState(sha(), DocumentState());
        m_pane->setState(sha(), readyState(40));
        QCOMPARE(m_pane->shownPage(), 30);
        QVERIFY(canvas().isContinuous());
        QVERIFY(part<QAction>("keyContinuous").isChecked());
        QCOMPARE(m_wanted->first().at(1).toInt(), 30);
        QVERIFY(canvas().devicePixels().width() > canvas().devicePixels().height());
        QCOMPARE(m_changed->count(), 0); // nothing has changed yet
        m_pane->showAttachment(sha(1));
        m_pane->setState(sha(1), readyState(2));
        QCOMPARE(m_pane->shownPage(), 0);
        QVERIFY(!canvas().isContinuous());
        m_pane->showAttachment(sha());
        QCOMPARE(m_pane->shownPage(), 30);
    }

    void whatIsReadNowGoesBeforeWhatTheDiskKnew()
    {
        openDocument(10);
        const auto told = m_changed->count();
        m_pane->goToPage(4);
        QCOMPARE(m_changed->count(), told); // it may be the page that never comes
        bringPage(4);
        QCOMPARE(m_changed->count(), told + 1);
        QCOMPARE(kept().page, 4);
        QCOMPARE(kept().pages, 10);
        bringPage(4);
        QCOMPARE(m_changed->count(), told + 1);
        m_pane->goToPage(5);
        m_pane->goToPage(4); // seen before
        QCOMPARE(kept().page, 4);
        DocumentReading old;
        old.page = 2;
        old.pages = 10;
        m_pane->setAttachments(m_files, {{sha(), old}, {sha(1), old}});
        QCOMPARE(m_pane->shownPage(), 4);
        m_pane->showAttachment(sha(1));
        QCOMPARE(m_pane->shownPage(), 2);
    }

    void aPageThatIsGoneIsTheLastOne()
    {
        DocumentReading left;
        left.page = 30;
        m_pane->setAttachments(m_files, {{sha(), left}});
        m_pane->setState(sha(), readyState(3));
        QCOMPARE(m_pane->shownPage(), 2);
    }

    // --- one page in trouble ---

    void onePageThatCannotBeShownLeavesTheOthers()
    {
        openDocument(3);
        m_pane->setPageFailed(sha(), 0, {Error::Kind::Corrupt, QStringLiteral("preview.crashed"), {}});
        QVERIFY(canvas().hasProblem(0));
        QVERIFY(canvas().isVisible());
        QCOMPARE(wantedPages().last(), 1);
        m_pane->turnPage(1);
        QCOMPARE(m_pane->shownPage(), 1);
    }

    // --- light and lens ---

    void lightChangesWhatIsSeenAndNothingElse_data()
    {
        QTest::addColumn<PageLight>("light");
        QTest::addColumn<QRgb>("from");
        QTest::addColumn<QRgb>("to");
        QTest::newRow("plain") << PageLight{} << qRgb(10, 20, 30) << qRgb(10, 20, 30);
        QTest::newRow("white becomes black") << PageLight{0, 0, true} << qRgb(255, 255, 255) << qRgb(0, 0, 0);
        QTest::newRow("red stays red") << PageLight{0, 0, true} << qRgb(200, 0, 0) << qRgb(255, 55, 55);
        QTest::newRow("brighter") << PageLight{40, 0, false} << qRgb(100, 100, 100) << qRgb(151, 151, 151);
        QTest::newRow("never beyond white")
            << PageLight{100, 0, false} << qRgb(250, 250, 250) << qRgb(255, 255, 255);
        QTest::newRow("all contrast") << PageLight{0, 100, false} << qRgb(120, 140, 120) << qRgb(0, 255, 0);
    }
    void lightChangesWhatIsSeenAndNothingElse()
    {
        QFETCH(PageLight, light);
        QFETCH(QRgb, from);
        QFETCH(QRgb, to);
        QImage image(3, 2, QImage::Format_RGB32);
        image.fill(from);
        applyLight(image, light);
        const QRgb got = image.pixel(2, 1);
        for (const auto &[a, b] : {std::pair{qRed(got), qRed(to)}, std::pair{qGreen(got), qGreen(to)},
                                   std::pair{qBlue(got), qBlue(to)}})
            QVERIFY2(std::abs(a - b) <= 1, qPrintable(QString::number(got, 16)));
    }

    void darkPaperIsSeenAndTheSwitchFollows()
    {
        openDocument(1);
        QImage white(canvas().devicePixels(), QImage::Format_RGB32);
        white.fill(Qt::white);
        m_pane->setPage(sha(), 0, white);
        const auto middle = [this] {
            const QImage look = canvas().viewport()->grab().toImage();
            return qGray(look.pixel(look.rect().center()));
        };
        QVERIFY(middle() > 240);
        act("keyInvert");
        QVERIFY(middle() < 20);
        act("keyLight");
        auto *ask = QApplication::activePopupWidget();
        QVERIFY(ask);
        ask->findChild<QSlider *>(QStringLiteral("brightness"))->setValue(100);
        ask->findChild<QAbstractButton *>(QStringLiteral("plainLight"))->click();
        QVERIFY(middle() > 240);
        QVERIFY(!part<QAction>("keyInvert").isChecked());
    }

    void theMagnifierAsksForMorePixels()
    {
        openDocument(1);
        m_pane->setPage(sha(), 0, pagePicture(canvas().devicePixels()));
        m_pane->focusPage();
        QSignalSpy detail(m_pane.get(), &DocumentPane::detailWanted);
        act("keyMagnifier");
        QVERIFY(canvas().hasMagnifier());
        QCOMPARE(detail.count(), 1);
        QCOMPARE(detail.last().at(2).toSize(), canvas().devicePixels() * 2);
        m_pane->setPage(sha(), 0, pagePicture(canvas().devicePixels() * 2));
        QCOMPARE(canvas().pictureSize(0), canvas().devicePixels()); // the page itself stays sharp
        QTest::keyClick(&canvas(), Qt::Key_Down);
        QCOMPARE(detail.count(), 1); // the same page
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QVERIFY(!canvas().hasMagnifier());
        QVERIFY(!part<QAction>("keyMagnifier").isChecked());
    }

    // --- the strip ---

    void theModelOfTheStripIsOne()
    {
        ThumbnailModel model{DisplayLocale{}};
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reset(3);
        model.setPicture(1, pagePicture({8, 8}));
        model.setPicture(7, pagePicture({8, 8}));
        QVERIFY(model.hasPicture(1) && !model.hasPicture(7));
        model.setLabels({{0, QStringLiteral("هوية مقيم")}});
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("صفحة 1 – هوية مقيم"));
        model.dropPicture(1);
        QVERIFY(!model.hasPicture(1));
        model.reset(0);
        QCOMPARE(model.rowCount(), 0);
    }

    void theStripAsksOnlyForWhatIsInSight()
    {
        QSignalSpy wanted(m_pane.get(), &DocumentPane::thumbnailWanted);
        openDocument(200);
        QTest::qWait(120);
        QCOMPARE(wanted.count(), 0); // it is not shown
        act("keyStrip");
        QTRY_VERIFY(wanted.count() >= 3);
        QVERIFY(wanted.count() < 10);
        auto &strip = part<QListView>("thumbnailStrip");
        m_pane->goToPage(150);
        QTRY_VERIFY(wanted.last().at(1).toInt() >= 149);
        QVERIFY(wanted.count() < 20);
        QCOMPARE(strip.currentIndex().row(), 150);
        m_pane->setThumbnail(sha(), 150, pagePicture({60, 80}));
        QVERIFY(!strip.currentIndex().data(ThumbnailModel::PictureRole).value<QImage>().isNull());
        strip.setFocus();
        QTest::keyClick(&strip, Qt::Key_Down);
        QCOMPARE(m_pane->shownPage(), 151);
    }

    // --- keys ---

    void everyActionHasAKeyAndIsTold()
    {
        openDocument(2);
        QStringList keys;
        const QList<QAction *> actions = m_pane->actions();
        QCOMPARE(actions.size(), 24);
        for (const QAction *action : actions) {
            QVERIFY(!action->text().isEmpty());
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString()));
                keys.append(key.toString());
            }
            QVERIFY(!action->shortcuts().isEmpty());
        }
        for (const char *name :
             {"turnRight", "continuous", "strip", "magnifier", "labelButton", "nextUnlabelled"})
            QVERIFY2(part<QToolButton>(name).toolTip().contains(
                         part<QToolButton>(name).defaultAction()->shortcut().toString()),
                     name);
    }

    void manyButtonsAreShownWhereThereIsRoom()
    {
        openDocument(2);
        QVERIFY(!part<QWidget>("turnRight").isVisible());
        QVERIFY(part<QWidget>("documentMenu").isVisible());
        m_pane->resize(900, 640);
        QTRY_VERIFY(part<QWidget>("turnRight").isVisible());
    }
};

QTEST_MAIN(DocumentViewsTest)
#include "tst_documentviews.moc"
