// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What pages are labelled with, and the documents in a window of their own.
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>

#include "tests/support/documentpanetest.h"
#include "ui/casefile/casepane.h"
#include "ui/documents/documentdock.h"
#include "ui/documents/pagerange.h"

using namespace tawasul;

class DocumentLabelsTest : public DocumentPaneTest
{
    Q_OBJECT

private Q_SLOTS:
    // --- labels ---

    void aRangeIsReadAsItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("first"); ///< -1: refused
        QTest::addColumn<int>("last");
        QTest::newRow("one") << QStringLiteral("3") << 2 << 2;
        QTest::newRow("range") << QStringLiteral("3-5") << 2 << 4;
        QTest::newRow("turned round") << QStringLiteral("5 – 3") << 2 << 4;
        QTest::newRow("Arabic digits") << QStringLiteral(" ٣–٥ ") << 2 << 4;
        QTest::newRow("with hidden signs") << QStringLiteral("\u20663\u2069") << 2 << 2;
        QTest::newRow("none") << QString() << -1 << -1;
        QTest::newRow("zero") << QStringLiteral("0") << -1 << -1;
        QTest::newRow("beyond the end") << QStringLiteral("3-41") << -1 << -1;
        QTest::newRow("words") << QStringLiteral("all") << -1 << -1;
        QTest::newRow("huge") << QStringLiteral("99999999999") << -1 << -1;
    }
    void aRangeIsReadAsItIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(int, first);
        QFETCH(int, last);
        const auto range = pageRange(typed, 40).value_or(std::pair(-1, -1));
        QCOMPARE(range.first, first);
        QCOMPARE(range.second, last);
    }

    void pagesAreLabelledByKeyAndTheNextIsOneKeyAway()
    {
        m_pane->setChoices({{QStringLiteral("old_passport"), QStringLiteral("الجواز السابق"), true},
                            {QStringLiteral("new_passport"), QStringLiteral("الجواز الجديد"), true},
                            {QStringLiteral("iqama"), QStringLiteral("هوية مقيم"), false}});
        openDocument(4);
        QVERIFY(part<QWidget>("labelRow").isVisible());
        QSignalSpy told(m_pane.get(), &DocumentPane::labelsChanged);
        const auto label = [this](const char *range, Qt::Key choice, Qt::Key how) {
            act("keyLabel");
            auto *ask = QApplication::activePopupWidget();
            QVERIFY(ask);
            auto *list = ask->findChild<QListWidget *>(QStringLiteral("labelList"));
            if (range)
                ask->findChild<QLineEdit *>(QStringLiteral("labelRange"))
                    ->setText(QString::fromLatin1(range));
            QTest::keyClick(list, choice);
            QTest::keyClick(list, how);
            QVERIFY(!ask->isVisible());
        };
        label("1-2", Qt::Key_1, Qt::Key_Return);
        QCOMPARE(kept().labels, (PageLabels{{0, 1, QStringLiteral("old_passport")}}));
        act("keyNextUnlabelled");
        QCOMPARE(m_pane->shownPage(), 2);
        label(nullptr, Qt::Key_2, Qt::Key_Return);
        label(nullptr, Qt::Key_4, Qt::Key_Space); // after «none of them», which is third: an Iqama besides
        QCOMPARE(documentsOn(kept().labels, 2),
                 (QStringList{QStringLiteral("new_passport"), QStringLiteral("iqama")}));
        QCOMPARE(told.count(), 3);
        const QString shown = part<QLabel>("labelWords").text();
        QVERIFY2(shown.contains(QStringLiteral("الجواز السابق")) && shown.contains(QStringLiteral("1–2")),
                 qPrintable(shown));
        act("keyNextUnlabelled");
        QCOMPARE(m_pane->shownPage(), 3);
        label(nullptr, Qt::Key_3, Qt::Key_Return);
        QCOMPARE(kept().labels.back().document, QString(kNoDocument));
        act("keyNextUnlabelled");
        QCOMPARE(m_pane->shownPage(), 3); // none is left
        act("keyLabel");
        QApplication::activePopupWidget()
            ->findChild<QAbstractButton *>(QStringLiteral("labelClear"))
            ->click();
        QVERIFY(documentsOn(kept().labels, 3).isEmpty());
    }

    void withoutChoicesNothingIsLabelled()
    {
        openDocument(2);
        QVERIFY(!part<QWidget>("labelRow").isVisible());
        QVERIFY(!part<QAction>("keyLabel").isEnabled());
    }

    void labelsAnswerTheCheckOfTheCase()
    {
        const samples::StoppedClock clock(samples::now());
        CasePane pane(*m_theme, clock, clock, DisplayLocale{});
        pane.resize(900, 700);
        pane.show();
        const Case theCase = samples::ordinary();
        const QString sha256 = theCase.attachments.front().sha256;
        OpenedCase opened = samples::opened(theCase);
        opened.shown.attachments.front().documents.clear();
        const QStringList required = opened.reference->subService(theCase.subService)->requiredDocuments;
        QVERIFY(!required.isEmpty());
        pane.open(opened, samples::officer());
        pane.documents().setState(sha256, readyState(2));
        const auto evidence = [&pane] {
            auto *check = pane.findChild<QWidget *>(QStringLiteral("check_attachments"));
            return check->findChild<QLabel *>(QStringLiteral("checkEvidence"))->text();
        };
        const QString before = evidence();
        DocumentReading seen;
        seen.pages = 2;
        for (const QString &code : required)
            seen.labels = alsoLabelled(seen.labels, {0, 0, code});
        opened.readings = {{sha256, seen}};
        pane.open(opened, samples::officer());
        QVERIFY(evidence() != before);
        QVERIFY2(evidence().contains(QStringLiteral("صفحات")), qPrintable(evidence()));
        // Taken away on the screen, it is taken away from the check at once.
        pane.documents().findChild<QAction *>(QStringLiteral("keyLabel"))->trigger();
        QApplication::activePopupWidget()
            ->findChild<QAbstractButton *>(QStringLiteral("labelClear"))
            ->click();
        QCOMPARE(evidence(), before);
        // One of them is seen, and the rest is named; nobody says that nothing is known.
        pane.documents().findChild<QAction *>(QStringLiteral("keyLabel"))->trigger();
        auto *list = QApplication::activePopupWidget()->findChild<QListWidget *>(QStringLiteral("labelList"));
        QTest::keyClick(list, Qt::Key_1);
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY2(evidence().contains(QStringLiteral("بعد")), qPrintable(evidence()));
    }

    // --- in a window of its own ---

    void theSamePaneMovesToItsOwnWindowAndBack()
    {
        const samples::StoppedClock clock(samples::now());
        CasePane pane(*m_theme, clock, clock, DisplayLocale{});
        pane.resize(900, 700);
        pane.show();
        const Case theCase = samples::ordinary();
        pane.open(samples::opened(theCase), samples::officer());
        pane.documents().setState(theCase.attachments.front().sha256, readyState(3));
        pane.documents().goToPage(2);
        auto &place = *pane.findChild<DocumentDock *>(QStringLiteral("documentDock"));
        pane.documents().findChild<QAction *>(QStringLiteral("keyWindow"))->trigger();
        QVERIFY(place.hasOwnWindow());
        QWidget *window = pane.documents().window();
        QVERIFY(window != &pane);
        QVERIFY(pane.documents().isVisible());
        QCOMPARE(pane.documents().shownPage(), 2);
        QVERIFY(pane.findChild<QWidget *>(QStringLiteral("documentsElsewhere"))->isVisible());
        QVERIFY(!window->windowTitle().contains(theCase.number));
        QCOMPARE(pane.documents().layoutDirection(), Qt::RightToLeft);
        // The next case follows; nothing of the last one stays on the second screen meanwhile.
        pane.showLoading();
        QVERIFY(place.hasOwnWindow());
        QVERIFY(pane.documents().shownAttachment().isEmpty());
        pane.open(samples::opened(theCase), samples::officer());
        QCOMPARE(pane.documents().shownAttachment(), theCase.attachments.front().sha256);
        window->close();
        QVERIFY(!place.hasOwnWindow());
        QCOMPARE(pane.documents().window(), &pane);
        QVERIFY(!pane.documents().findChild<QAction *>(QStringLiteral("keyWindow"))->isChecked());
        pane.documents().findChild<QAction *>(QStringLiteral("keyWindow"))->trigger();
        QTest::keyClick(pane.documents().window(), Qt::Key_Escape);
        QVERIFY(!place.hasOwnWindow());
    }
};

QTEST_MAIN(DocumentLabelsTest)
#include "tst_documentlabels.moc"
