// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The case screen with the least and the most that may be in a request: nothing is cut off, nothing grows out
// of the pane, and the document keeps its half.
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSplitter>

#include "tests/support/samplecases.h"
#include "ui/casefile/casepane.h"
#include "ui/documents/documentpane.h"
#include "ui/shared/elidedlabel.h"
#include "ui/shared/language.h"
#include "ui/theme/theme.h"

using namespace tawasul;

namespace {

constexpr QSize kSmallest(860, 600); ///< of the pane in a window of 1280×720

Case withoutIdentifier()
{
    Case theCase = samples::ordinary();
    theCase.subject.party.identifier.clear();
    return theCase;
}

Case withoutDescription()
{
    Case theCase = samples::ordinary();
    theCase.description = QStringLiteral(" \u200F\n");
    return theCase;
}

// As long as a machine-readable passport allows, and with no place to break it.
Case unbrokenName()
{
    Case theCase = samples::ordinary();
    theCase.subject.party.name = QString(39, QChar(u'م'));
    theCase.subject.party.latinName = QString(39, QChar(u'W'));
    theCase.beneficiary.name = QString(39, QChar(u'م'));
    return theCase;
}

Case barest()
{
    Case theCase;
    theCase.id = CaseId(QStringLiteral("0193-barest"));
    theCase.number = QStringLiteral("1448000001");
    theCase.status = CaseStatus::New;
    theCase.section = QStringLiteral("docupdate");
    theCase.region = QStringLiteral("SA-01");
    return theCase;
}

Case proposed()
{
    Case theCase = samples::returned(); // which does not allow it: one line more
    theCase.proposals = {samples::proposal(ActType::Return, 1), samples::proposal(ActType::Note, 2)};
    theCase.proposals.front().author.name = samples::longNames().beneficiary.name;
    return theCase;
}

QString cut(const QWidget &page)
{
    const QList<QLabel *> labels = page.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->isVisible() || label->text().isEmpty() || qobject_cast<const ElidedLabel *>(label))
            continue;
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : 0;
        const bool narrow =
            !label->wordWrap() && label->fontMetrics().horizontalAdvance(label->text()) > label->width();
        if (narrow || needed > label->height())
            return QString(label->objectName() % u": " % label->text());
    }
    return {};
}

} // namespace

class CaseLimitsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;
    samples::StoppedClock m_clock{samples::now()};
    std::unique_ptr<CasePane> m_pane;

    template<class T>
    T &part(const char *name) const
    {
        T *found = m_pane->findChild<T *>(QString::fromLatin1(name));
        Q_ASSERT_X(found, "part", name);
        return *found;
    }
    void make(Language language, const Case &theCase)
    {
        m_words->use(language);
        m_pane =
            std::make_unique<CasePane>(*m_theme, m_clock, m_clock, DisplayLocale{language, Digits::European});
        m_pane->resize(kSmallest);
        m_pane->show();
        m_pane->open(samples::opened(theCase), samples::officer());
        settle();
    }
    static void settle()
    {
        for (int round = 0; round < 3; ++round)
            QApplication::processEvents();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_words = std::make_unique<Catalogues>(*qApp);
    }
    void cleanup() { m_pane.reset(); }
    void cleanupTestCase()
    {
        m_words.reset();
        m_theme.reset();
    }

    void everythingFitsWhateverIsInIt_data()
    {
        QTest::addColumn<Case>("theCase");
        QTest::addColumn<Language>("language");
        QTest::addColumn<int>("percent");
        const std::vector<std::pair<const char *, Case>> cases{
            {"ordinary", samples::ordinary()},
            {"no subject identifier", withoutIdentifier()},
            {"no description", withoutDescription()},
            {"thirty attachments", samples::extreme()},
            {"long foreign name", samples::longNames()},
            {"unbroken name", unbrokenName()},
            {"unknown status", samples::unknownStatus()},
            {"failed checks", samples::failedChecks()},
            {"barest", barest()},
            {"proposals", proposed()},
        };
        for (const auto &[name, theCase] : cases) {
            QTest::addRow("%s, Arabic", name) << theCase << Language::Arabic << 100;
            QTest::addRow("%s, English", name) << theCase << Language::English << 100;
            QTest::addRow("%s, large text", name) << theCase << Language::Arabic << 150;
        }
    }
    void everythingFitsWhateverIsInIt()
    {
        QFETCH(Case, theCase);
        QFETCH(Language, language);
        QFETCH(int, percent);
        m_theme->apply({Scheme::Light, percent, true});
        make(language, theCase);
        QCOMPARE(m_pane->width(), kSmallest.width());
        const auto &facts = part<QScrollArea>("factsSide");
        QVERIFY2(facts.widget()->minimumSizeHint().width() <= facts.viewport()->width(),
                 qPrintable(QString::number(facts.widget()->minimumSizeHint().width())));
        QCOMPARE(cut(*m_pane), QString());
        const auto *splitter = m_pane->findChild<QSplitter *>();
        QVERIFY(part<QWidget>("documentPane").width() * 2 >= splitter->width() - splitter->handleWidth());
    }

    void everySheetFits_data()
    {
        QTest::addColumn<ActType>("act");
        QTest::addColumn<Language>("language");
        for (const auto &[name, act] :
             {std::pair{"complete", ActType::Complete}, std::pair{"return", ActType::Return},
              std::pair{"reject", ActType::Reject}, std::pair{"transfer", ActType::Transfer},
              std::pair{"escalate", ActType::Escalate}, std::pair{"note", ActType::Note}}) {
            QTest::addRow("%s, Arabic", name) << act << Language::Arabic;
            QTest::addRow("%s, English", name) << act << Language::English;
        }
    }
    void everySheetFits()
    {
        QFETCH(ActType, act);
        QFETCH(Language, language);
        m_theme->apply({Scheme::Light, 100, true});
        make(language, unbrokenName());
        m_pane->openSheet(act);
        settle();
        QVERIFY(m_pane->isSheetOpen());
        const QWidget &sheet = part<QWidget>("decisionSheet");
        const auto *scroll = sheet.findChild<QScrollArea *>();
        QVERIFY(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width());
        QCOMPARE(cut(sheet), QString());
    }

    // In the smallest window the sheet scrolls; what the keyboard is in is in sight all the same.
    void whatIsWrittenIsInSight_data()
    {
        QTest::addColumn<QString>("check"); // the failed check that is answered; empty: completing
        for (const char *check : {"", "identifier", "section", "attachments"})
            QTest::newRow(*check ? check : "complete") << QString::fromLatin1(check);
    }
    void whatIsWrittenIsInSight()
    {
        QFETCH(QString, check);
        m_theme->apply({Scheme::Light, 100, true});
        make(Language::Arabic, check.isEmpty() ? samples::ordinary() : samples::failedChecks());
        if (check.isEmpty())
            m_pane->openSheet(ActType::Complete);
        else
            m_pane->findChild<QWidget *>(QString(u"check_" % check))
                ->findChild<QAbstractButton *>(QStringLiteral("checkAnswer"))
                ->click();
        settle();
        settle();
        const auto *scroll = part<QWidget>("decisionSheet").findChild<QScrollArea *>();
        const QWidget *now = QApplication::focusWidget();
        QVERIFY(now && scroll->widget()->isAncestorOf(now));
        const int top = now->mapTo(scroll->viewport(), QPoint(0, 0)).y();
        const int bottom = top + now->height();
        const int seen = std::min(bottom, scroll->viewport()->height()) - std::max(top, 0);
        QVERIFY2(seen >= std::min(now->height(), scroll->viewport()->height() * 2 / 3),
                 qPrintable(QStringLiteral("%1 from %2 to %3 in %4")
                                .arg(now->objectName())
                                .arg(top)
                                .arg(bottom)
                                .arg(scroll->viewport()->height())));
    }

    // In a window 960 pixels high: the reply is framed whole, and scrolls by itself where it is longer.
    void theReplyIsNotCutOffAboveTheButton_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("whole");
        QTest::newRow("1536 by 960") << QSize(948, 816) << true;
        QTest::newRow("1280 by 960") << QSize(860, 816) << true;
        QTest::newRow("1920 by 1200") << QSize(1330, 1056) << true;
        QTest::newRow("1280 by 720") << kSmallest << false;
    }
    void theReplyIsNotCutOffAboveTheButton()
    {
        QFETCH(QSize, size);
        QFETCH(bool, whole);
        m_theme->apply({Scheme::Light, 100, true});
        make(Language::Arabic, samples::ordinary());
        m_pane->resize(size);
        m_pane->openSheet(ActType::Complete);
        settle();
        settle();
        const QWidget &confirm = part<QWidget>("confirm");
        QVERIFY(confirm.isVisible());
        QVERIFY(m_pane->rect().contains(QRect(confirm.mapTo(m_pane.get(), QPoint(0, 0)), confirm.size())));
        const QWidget &viewport = *part<QScrollArea>("decisionFields").viewport();
        const QWidget &card = part<QWidget>("replyCard");
        const QRect place(card.mapTo(&viewport, QPoint(0, 0)), card.size());
        if (whole)
            QVERIFY2(viewport.rect().contains(place),
                     qPrintable(QStringLiteral("%1 to %2 of %3")
                                    .arg(place.top())
                                    .arg(place.bottom())
                                    .arg(viewport.height())));
        auto &reply = part<QPlainTextEdit>("reply");
        QVERIFY(reply.height() >= 5 * reply.fontMetrics().lineSpacing());
        // Of the page and the reply in it, one scrolls at most.
        const bool pageScrolls = part<QScrollArea>("decisionFields").verticalScrollBar()->maximum() > 0;
        QTRY_VERIFY(!pageScrolls || !reply.verticalScrollBar()->isVisible());
        QCOMPARE(pageScrolls, !whole);
    }

    void whatIsNotThereIsSaid()
    {
        make(Language::Arabic, withoutDescription());
        QVERIFY(!part<QWidget>("description").isVisible());
        QCOMPARE(part<QLabel>("noDescription").text(), QStringLiteral("لم يكتب مقدم الطلب وصفًا."));
        m_pane->open(samples::opened(samples::ordinary()), samples::officer());
        QVERIFY(part<QWidget>("description").isVisible());
        QVERIFY(!part<QWidget>("noDescription").isVisible());
        make(Language::Arabic, barest());
        QVERIFY(part<QWidget>("noAttachments").isVisible());
        QVERIFY(!part<QWidget>("attachmentList").isVisible());
        QCOMPARE(part<QLabel>("documentTitle").text(), QStringLiteral("لا توجد مرفقات"));
    }

    void withoutANumberOfTheSubjectTheReplyAsksForIt()
    {
        make(Language::Arabic, withoutIdentifier());
        QVERIFY(!m_pane->findChild<QWidget *>(QStringLiteral("factSubjectIdentifier")));
        m_pane->openSheet(ActType::Complete);
        settle();
        QVERIFY(part<QPlainTextEdit>("reply").toPlainText().contains(QStringLiteral("{رقم صاحب العلاقة}")));
    }

    void thirtyFilesScrollInTheirList()
    {
        make(Language::Arabic, samples::extreme());
        auto &files = part<QListWidget>("attachmentList");
        QCOMPARE(files.count(), 30);
        QVERIFY2(files.height() < kSmallest.height() / 2, qPrintable(QString::number(files.height())));
        files.setFocus();
        QTest::keyClick(&files, Qt::Key_End);
        QCOMPARE(m_pane->documents().shownAttachment(), samples::extreme().attachments.back().sha256);
        QCOMPARE(part<QLabel>("fileCount").text(), QStringLiteral("30 من 30"));
    }

    void anUnknownStatusIsTextAndNothingCanBeDone()
    {
        make(Language::Arabic, samples::unknownStatus());
        QCOMPARE(part<QLabel>("caseStatus").accessibleName(), QStringLiteral("awaiting_approval"));
        QVERIFY(part<QWidget>("alertUnknownStatus").isVisible());
        for (const char *act :
             {"actComplete", "actReturn", "actTransfer", "actEscalate", "actNote", "actReject"})
            QVERIFY2(!part<QWidget>(act).isVisible(), act);
        for (const ActType act : {ActType::Complete, ActType::Return, ActType::Reject, ActType::Note}) {
            m_pane->openSheet(act);
            QVERIFY(!m_pane->isSheetOpen());
        }
        QTest::keyClick(m_pane.get(), Qt::Key_D, Qt::ControlModifier);
        QVERIFY(!m_pane->isSheetOpen());
    }
};

QTEST_MAIN(CaseLimitsTest)
#include "tst_caselimits.moc"
