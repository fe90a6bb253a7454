// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is said about single pages: nearly blank, upside down, not to be shown; and what is not waited for.
#include <QtTest/QAbstractItemModelTester>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QListView>
#include <QtWidgets/QScrollBar>

#include "tests/support/documentpanetest.h"
#include "ui/documents/thumbnailmodel.h"
#include "ui/shared/strip.h"

using namespace tawasul;

namespace {

PageText lying(int quarters)
{
    return {QStringLiteral("text"), {{{0, 4}, {100, 100, 40, 16}, 0}}, true, quarters};
}

} // namespace

class DocumentMarksTest : public DocumentPaneTest
{
    Q_OBJECT

private:
    Strip &offer() const { return part<Strip>("uprightOffer"); }
    QAbstractButton *retryButton() const
    {
        return m_pane->findChild<QAbstractButton *>(QStringLiteral("retryPage"));
    }
    static Error crash() { return {Error::Kind::Corrupt, QStringLiteral("preview.crashed"), {}}; }
    int turnOfPage(int page) const { return turnOf(m_pane->readings().value(sha()), page); }

private Q_SLOTS:
    // --- nearly blank ---

    void aPageThatIsNearlyBlankIsMarkedAndShown()
    {
        QSignalSpy wanted(m_pane.get(), &DocumentPane::blanknessWanted);
        openDocument(3);
        act("keyFitPage");
        QCOMPARE(wanted.count(), 0);
        QImage white(canvas().devicePixels(), QImage::Format_RGB32);
        white.fill(Qt::white);
        m_pane->setPage(sha(), 0, white);
        // In the very pixels that are known already.
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.last(), (QList<QVariant>{sha(), 0, canvas().devicePixels()}));
        const QImage before = canvas().viewport()->grab().toImage();
        m_pane->setNearlyBlank(sha(), 0, true);
        QVERIFY(canvas().viewport()->grab().toImage() != before);
        QVERIFY(!canvas().isWaiting());
        QVERIFY(canvas().accessibleName().contains(QStringLiteral("شبه فارغة")));
        auto &strip = part<QListView>("thumbnailStrip");
        const QAbstractItemModelTester tester(strip.model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(strip.model()->rowCount(), 3);
        QVERIFY(strip.model()->index(0, 0).data(ThumbnailModel::NearlyBlankRole).toBool());
        QVERIFY(!strip.model()->index(1, 0).data(ThumbnailModel::NearlyBlankRole).toBool());
        QCOMPARE(strip.model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("صفحة 1 – شبه فارغة"));
        // Known once, it is not asked again; of a page that is only in the strip it is asked in any pixels.
        m_pane->goToPage(1);
        m_pane->goToPage(0);
        QCOMPARE(wanted.count(), 1);
        m_pane->setThumbnail(sha(), 2, white);
        QCOMPARE(wanted.last(), (QList<QVariant>{sha(), 2, QSize()}));
        m_pane->setNearlyBlank(sha(), 2, false);
        QVERIFY(!strip.model()->index(2, 0).data(ThumbnailModel::NearlyBlankRole).toBool());
        m_pane->showAttachment(sha(1));
        m_pane->setState(sha(1), readyState(1));
        QVERIFY(!strip.model()->index(0, 0).data(ThumbnailModel::NearlyBlankRole).toBool());
    }

    // --- upright ---

    // Nothing is written on it that would tell: its picture is looked into, once somebody stays with it.
    void aScanThatLiesIsOfferedToBeTurned()
    {
        QSignalSpy wanted(m_pane.get(), &DocumentPane::orientationWanted);
        openDocument(6);
        act("keyFitPage");
        bringPage(0);
        QTest::qWait(900);
        QCOMPARE(wanted.count(), 0); // what is written there is not known yet
        m_pane->setText(sha(), 0, PageText());
        QCOMPARE(wanted.count(), 0);
        QTRY_COMPARE(wanted.count(), 1);
        QCOMPARE(wanted.last(), (QList<QVariant>{sha(), 0}));
        m_pane->setOrientation(sha(1), 0, 2); // of another file
        QVERIFY(!offer().isVisible());
        m_pane->setOrientation(sha(), 0, 3);
        QVERIFY(offer().isVisible());
        QCOMPARE(offer().message(), QStringLiteral("يبدو أن هذه الصفحة موضوعة على جانبها."));
        QCOMPARE(turnOfPage(0), 0);
        m_pane->goToPage(1);
        QVERIFY(!offer().isVisible());
        m_pane->goToPage(0);
        QVERIFY(offer().isVisible());
        act("keyUpright");
        QCOMPARE(turnOfPage(0), 3);
        QVERIFY(!offer().isVisible());
        act("keyTurnLeft"); // somebody wants it so
        QVERIFY(!offer().isVisible());
        QCOMPARE(wanted.count(), 1);
    }

    void aScanIsNotLookedIntoForNothing()
    {
        QSignalSpy wanted(m_pane.get(), &DocumentPane::orientationWanted);
        openDocument(6);
        act("keyFitPage");
        const auto visit = [this](int page, const PageText &text) {
            m_pane->goToPage(page);
            bringPage(page);
            m_pane->setText(sha(), page, text);
        };
        visit(0, PageText());
        visit(1, PageText()); // passed by
        visit(2, PageText());
        m_pane->setNearlyBlank(sha(), 2, true);
        QTest::qWait(900);
        QCOMPARE(wanted.count(), 0);
        visit(3, PageText());
        act("keyTurnRight"); // it lies as somebody wants it
        QTest::qWait(900);
        QCOMPARE(wanted.count(), 0);
        std::vector<TextPiece> letters(60, TextPiece{{0, 1}, {100, 100, 9, 16}, 0});
        visit(4, PageText(QString(60, u'x'), letters, true)); // written, and upright
        QTest::qWait(900);
        QCOMPARE(wanted.count(), 0);
        visit(5, PageText());
        m_pane->hide();
        QTest::qWait(900);
        QCOMPARE(wanted.count(), 0);
        m_pane->show();
        QTRY_COMPARE(wanted.count(), 1);
        m_pane->setOrientation(sha(), 5, 2);
        QCOMPARE(offer().message(), QStringLiteral("يبدو أن هذه الصفحة مقلوبة."));
        part<QAbstractButton>("leaveAsItIs").click();
        QVERIFY(!offer().isVisible());
        m_pane->goToPage(0);
        m_pane->goToPage(5);
        QVERIFY(!offer().isVisible());
    }

    void turningUprightIsOfferedAndNeverDoneUnasked_data()
    {
        QTest::addColumn<int>("quarters");
        QTest::addColumn<QString>("words");
        const QString side = QStringLiteral("هذه الصفحة موضوعة على جانبها.");
        QTest::newRow("upright") << 0 << QString();
        QTest::newRow("on its right side") << 3 << side;
        QTest::newRow("on its left side") << 1 << side;
        QTest::newRow("on its head") << 2 << QStringLiteral("هذه الصفحة مقلوبة.");
    }
    void turningUprightIsOfferedAndNeverDoneUnasked()
    {
        QFETCH(int, quarters);
        QFETCH(QString, words);
        openDocument(2);
        bringPage(0);
        QVERIFY(!offer().isVisible());
        m_pane->setText(sha(), 0, lying(quarters));
        QCOMPARE(offer().isVisible(), quarters != 0);
        QCOMPARE(offer().message(), words);
        QCOMPARE(turnOfPage(0), 0);
        QCOMPARE(part<QAction>("keyUpright").isEnabled(), quarters != 0);
        if (quarters == 0)
            return;
        m_pane->turnPage(1); // of another page nothing is known
        QVERIFY(!offer().isVisible());
        m_pane->turnPage(-1);
        QVERIFY(offer().isVisible());
        act("keyUpright");
        QCOMPARE(turnOfPage(0), quarters);
        QCOMPARE(turnOfPage(1), 0);
        QVERIFY(!offer().isVisible());
        act("keyTurnRight"); // somebody may want it otherwise, and back
        QVERIFY(offer().isVisible());
    }

    void aPageMayBeLeftAsItIs()
    {
        openDocument(2);
        bringPage(0);
        m_pane->setText(sha(), 0, lying(1));
        offer().findChild<QAbstractButton *>(QStringLiteral("stripAction"))->click();
        QCOMPARE(turnOfPage(0), 1);
        act("keyTurnLeft");
        QVERIFY(offer().isVisible());
        part<QAbstractButton>("leaveAsItIs").click();
        QVERIFY(!offer().isVisible());
        QVERIFY(!part<QAction>("keyUpright").isEnabled());
        m_pane->turnPage(1);
        m_pane->turnPage(-1);
        QVERIFY(!offer().isVisible());
        QCOMPARE(turnOfPage(0), 0);
    }

    // --- a page that could not be shown ---

    void onePageIsTriedAgainByItsButtonOrKey()
    {
        openDocument(3);
        QSignalSpy retried(m_pane.get(), &DocumentPane::pageRetryRequested);
        QVERIFY(!part<QAction>("keyRetryPage").isEnabled());
        m_pane->setPageFailed(sha(), 0, crash());
        QVERIFY(part<QAction>("keyRetryPage").isEnabled());
        QVERIFY(retryButton() && retryButton()->isVisible());
        QVERIFY(canvas().viewport()->rect().contains(retryButton()->geometry()));
        m_wanted->clear();
        retryButton()->click();
        QCOMPARE(retried.count(), 1);
        QCOMPARE(retried.last(), (QList<QVariant>{sha(), 0}));
        QCOMPARE(wantedPages(), QList<int>{0});
        QVERIFY(!canvas().hasProblem(0));
        m_pane->setPageFailed(sha(), 0, crash());
        act("keyRetryPage");
        QCOMPARE(retried.count(), 2);
        bringPage(0);
        QVERIFY(!canvas().isWaiting());
        QTRY_VERIFY(!retryButton());
        m_pane->setPageFailed(sha(), 1, crash()); // out of sight, it has no button to stumble over
        QVERIFY(retryButton() && !retryButton()->isVisible());
        QVERIFY(!part<QAction>("keyRetryPage").isEnabled());
        m_pane->turnPage(1);
        QVERIFY(retryButton()->isVisible());
        m_pane->showAttachment(sha(1));
        QTRY_VERIFY(!retryButton());
    }

    // --- what is not kept, and not waited for ---

    void theStripKeepsOnlyWhatIsNear()
    {
        QSignalSpy wanted(m_pane.get(), &DocumentPane::thumbnailWanted);
        QSignalSpy dropped(m_pane.get(), &DocumentPane::thumbnailDropped);
        openDocument(2000);
        act("keyStrip");
        QTRY_VERIFY(wanted.count() >= 3);
        auto &strip = part<QListView>("thumbnailStrip");
        const auto pictures = [&strip] {
            int count = 0;
            for (int page = 0; page < strip.model()->rowCount(); ++page)
                count += strip.model()->index(page, 0).data(ThumbnailModel::PictureRole).isNull()
                        || strip.model()
                               ->index(page, 0)
                               .data(ThumbnailModel::PictureRole)
                               .value<QImage>()
                               .isNull()
                    ? 0
                    : 1;
            return count;
        };
        qsizetype answered = 1; // the first one never comes
        for (int page = 0; page < 2000; page += 40) {
            const qsizetype before = wanted.count();
            m_pane->goToPage(page);
            if (page > 0)
                QTRY_VERIFY(wanted.count() > before);
            for (; answered < wanted.count(); ++answered)
                m_pane->setThumbnail(sha(), wanted.at(answered).at(1).toInt(), pagePicture({60, 84}));
        }
        QVERIFY(answered > 150);
        QVERIFY2(pictures() <= 140, qPrintable(QString::number(pictures())));
        QCOMPARE(dropped.count(), 1);
        QCOMPARE(dropped.last(), (QList<QVariant>{sha(), 0}));
    }

    void outOfSightNothingIsWaitedFor()
    {
        openDocument(30);
        QSignalSpy ended(m_pane.get(), &DocumentPane::waitingEnded);
        bringPage(0);
        QCOMPARE(wantedPages().last(), 1); // ahead
        m_pane->hide();
        QCOMPARE(ended.count(), 1);
        m_wanted->clear();
        m_pane->show();
        QCOMPARE(wantedPages(), QList<int>{1}); // what had come is still here
        m_pane->goToPage(20);
        m_pane->hide();
        m_wanted->clear();
        m_pane->show();
        QCOMPARE(wantedPages(), QList<int>{20});
    }

    void theMagnifierAsksAnewForAPageThatWasLetGo()
    {
        openDocument(30);
        bringPage(0);
        QSignalSpy detail(m_pane.get(), &DocumentPane::detailWanted);
        act("keyMagnifier");
        QCOMPARE(detail.count(), 1);
        m_pane->setPage(sha(), 0, pagePicture(canvas().devicePixels() * 2));
        m_pane->goToPage(20);
        m_pane->goToPage(0);
        QCOMPARE(detail.last().at(1).toInt(), 0);
        QCOMPARE(detail.count(), 3);
    }
};

QTEST_MAIN(DocumentMarksTest)
#include "tst_documentmarks.moc"
