// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QKeyEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

#include "ui/shared/language.h"
#include "ui/shell/leavingcard.h"
#include "ui/shell/shortcuts.h"
#include "ui/theme/theme.h"

using namespace tawasul;
using Link = SyncStatus::Link;

class LeavingTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_behind = nullptr;
    LeavingCard *m_card = nullptr;

    static SyncStatus status(int waiting, int parked, Link link = Link::Online)
    {
        SyncStatus news;
        news.link = link;
        news.waiting = waiting;
        news.parked = parked;
        news.free = waiting;
        return news;
    }
    QAbstractButton &button(const char *name) const
    {
        return *m_card->findChild<QAbstractButton *>(QString::fromLatin1(name));
    }
    QString words() const { return m_card->findChild<QLabel *>(QStringLiteral("leavingWords"))->text(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply({Scheme::Light, 100, true});
        m_words = std::make_unique<Catalogues>(*qApp);
        m_words->use(Language::Arabic);
    }
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_behind = new QLineEdit;
        auto *column = new QVBoxLayout(m_window.get());
        column->addWidget(m_behind);
        m_card = new LeavingCard(*m_theme, {Language::Arabic, Digits::European}, *m_window);
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_behind->setFocus();
    }
    void cleanup() { m_window.reset(); }
    void cleanupTestCase()
    {
        m_words.reset();
        m_theme.reset();
    }

    void saysWhatIsUnsent_data()
    {
        QTest::addColumn<int>("waiting");
        QTest::addColumn<int>("parked");
        QTest::addColumn<bool>("online");
        QTest::addColumn<QString>("arabic");
        const QString kept =
            QStringLiteral("\nكل ما سُجّل محفوظ على هذا الجهاز، ويُرسل عند دخول هذا الحساب عليه مرة أخرى.");
        const QString stopped =
            QStringLiteral("\nكل ما سُجّل محفوظ على هذا الجهاز. ما يحتاج إلى معالجة أو أوقف "
                           "إرساله لا يُرسل قبل دخول هذا الحساب عليه مرة أخرى والبت فيه.");
        QTest::newRow("one") << 1 << 0 << true
                             << QStringLiteral("إجراء واحد لهذا الحساب لم يُرسل إلى النظام المركزي.") + kept;
        QTest::newRow("two") << 2 << 0 << true
                             << QStringLiteral("إجراءان لهذا الحساب لم يُرسلا إلى النظام المركزي.") + kept;
        QTest::newRow("some, and parked ones")
            << 5 << 3 << true
            << QStringLiteral("5 إجراءات لهذا الحساب لم تُرسل إلى النظام المركزي.\n3 إجراءات لهذا الحساب "
                              "بانتظار المعالجة.")
                + stopped;
        QTest::newRow("many, and no line")
            << 12 << 0 << false
            << QStringLiteral("12 إجراءً لهذا الحساب لم تُرسل إلى النظام المركزي.") + kept
                + QStringLiteral("\nلا يوجد اتصال بالنظام المركزي الآن.");
        QTest::newRow("parked only") << 0 << 1 << true
                                     << QStringLiteral("إجراء واحد لهذا الحساب بانتظار المعالجة.") + stopped;
    }
    void saysWhatIsUnsent()
    {
        QFETCH(int, waiting);
        QFETCH(int, parked);
        QFETCH(bool, online);
        QFETCH(QString, arabic);
        m_card->ask(status(waiting, parked, online ? Link::Online : Link::Offline));
        QVERIFY(m_card->isVisible());
        QCOMPARE(m_card->geometry(), m_window->rect());
        QCOMPARE(words(), arabic);
        QCOMPARE(button("leavingStay").isVisible(), waiting > 0); // staying sends nothing that needs a choice
        // What is sent is worth waiting for; a connection that is not there is not.
        const char *first = waiting > 0 && online ? "leavingStay" : "leavingLeave";
        QVERIFY(button(first).hasFocus());
        QCOMPARE(button(first).property("kind").toString(), QStringLiteral("primary"));
        for (const char *name : {"leavingStay", "leavingLeave"}) {
            if (name != QByteArray(first) && button(name).isVisible()) {
                QCOMPARE(button(name).property("kind").toString(), QStringLiteral("secondary"));
                QApplication::sendPostedEvents();
                QVERIFY(button(name).geometry().right() < button(first).geometry().left()); // from the right
            }
        }
    }

    void whoClosesTheWindowIsAskedAboutThat()
    {
        const auto title = [this] {
            return m_card->findChild<QLabel *>(QStringLiteral("leavingTitle"))->text();
        };
        m_card->ask(status(1, 0), {.unwritten = true}, Leaving::Closing);
        QCOMPARE(title(), QStringLiteral("إغلاق النافذة"));
        QCOMPARE(button("leavingLeave").text(), QStringLiteral("الإغلاق الآن"));
        QVERIFY2(words().contains(QStringLiteral("ويُفقد بإغلاق النافذة الآن")), qPrintable(words()));
        QVERIFY2(!words().contains(QStringLiteral("تسجيل الخروج")), qPrintable(words()));
        button("leavingStay").click();
        QVERIFY(m_card->findChild<QWidget *>(QStringLiteral("leavingBusy"))->isVisible());
        // A choice that came meanwhile is asked about in the same words.
        m_card->setSyncStatus(status(1, 1));
        QVERIFY(!m_card->isStaying());
        QCOMPARE(title(), QStringLiteral("إغلاق النافذة"));
        m_card->ask(status(1, 0));
        QCOMPARE(title(), QStringLiteral("تسجيل الخروج"));
        QCOMPARE(button("leavingLeave").text(), QStringLiteral("تسجيل الخروج الآن"));
    }

    void saysThatOthersSendItAlongWhereTheyDo()
    {
        const QString along = QStringLiteral("ما هو بانتظار الإرسال يُرسل أيضًا عند دخول أي حساب آخر على هذا "
                                             "الجهاز، دون إمكانية اطلاعه على محتواه.");
        m_card->ask(status(2, 0, Link::Offline));
        QVERIFY(!words().contains(along)); // there is no file of one of them
        m_card->ask(status(2, 0, Link::Offline), {.carried = true});
        QVERIFY2(words().contains(along), qPrintable(words()));
        m_card->ask(status(0, 2, Link::Offline), {.carried = true});
        QVERIFY(!words().contains(along)); // what needs a choice is its author's alone
    }

    // The disk refuses what was typed last: leaving would lose it, and that is said before.
    void whatIsNotWrittenIsSaidBeforeItIsLost()
    {
        const QString lost =
            QStringLiteral("ما كُتب أخيرًا تعذّر حفظه على هذا الجهاز، ويُفقد بتسجيل الخروج الآن.");
        const QSignalSpy left(m_card, &LeavingCard::leaveChosen);
        m_card->ask(status(0, 0), {.unwritten = true});
        QVERIFY(words().startsWith(lost));
        QVERIFY(!words().contains(QStringLiteral("كل ما سُجّل"))); // nothing is unsent
        QVERIFY(button("leavingCancel").hasFocus());
        QCOMPARE(button("leavingCancel").property("kind").toString(), QStringLiteral("primary"));
        QCOMPARE(button("leavingLeave").property("kind").toString(), QStringLiteral("secondary"));
        m_card->setUnwritten(false); // the disk took it meanwhile
        QVERIFY(!words().contains(lost));
        QVERIFY(left.isEmpty());
        button("leavingLeave").click();
        QCOMPARE(left.size(), qsizetype(1));
    }

    void nobodyWhoStaysIsLetGoWhileSomethingIsNotWritten()
    {
        const QSignalSpy left(m_card, &LeavingCard::leaveChosen);
        m_card->ask(status(1, 0), {.unwritten = true});
        button("leavingStay").click();
        m_card->setSyncStatus(status(0, 0));
        QVERIFY(left.isEmpty());
        m_card->setUnwritten(false);
        QCOMPARE(left.size(), qsizetype(1));
    }

    void whoStaysIsLetGoWhenEverythingIsSent()
    {
        const QSignalSpy left(m_card, &LeavingCard::leaveChosen);
        m_card->ask(status(2, 0));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(m_card->isStaying());
        m_card->setSyncStatus(status(1, 0));
        QVERIFY(left.isEmpty());
        QVERIFY(words().contains(QStringLiteral("إجراء واحد")));
        m_card->setSyncStatus(status(0, 0));
        QCOMPARE(left.size(), qsizetype(1));
        QVERIFY(!m_card->isVisible());
    }

    void nobodyIsLetGoWhoDidNotChooseIt()
    {
        const QSignalSpy left(m_card, &LeavingCard::leaveChosen);
        m_card->ask(status(2, 0));
        m_card->setSyncStatus(status(0, 0));
        QVERIFY(left.isEmpty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!m_card->isVisible());
        QVERIFY(m_behind->hasFocus());
        m_card->ask(status(2, 0));
        button("leavingStay").click();
        button("leavingCancel").click();
        m_card->setSyncStatus(status(0, 0));
        QVERIFY(left.isEmpty());
    }

    void whatIsHeldBackIsNotSaidToGo()
    {
        SyncStatus held = status(2, 0);
        held.free = 1;
        m_card->ask(held);
        QVERIFY2(words().contains(QStringLiteral("أوقف إرساله")), qPrintable(words()));
    }

    void whatNoOneSendsIsNotWaitedFor()
    {
        SyncStatus behind = status(2, 1);
        behind.free = 0; // both stand behind the parked one
        m_card->ask(behind);
        QVERIFY(!button("leavingStay").isVisible());
        QVERIFY(button("leavingLeave").hasFocus());
        const QSignalSpy left(m_card, &LeavingCard::leaveChosen);
        behind = status(3, 1);
        behind.free = 1;
        m_card->ask(behind);
        button("leavingStay").click();
        behind.waiting = 2;
        behind.free = 0;
        m_card->setSyncStatus(behind);
        QCOMPARE(left.size(), qsizetype(1));
    }

    void anActThatIsNotAcceptedMeanwhileIsSaid()
    {
        const QSignalSpy left(m_card, &LeavingCard::leaveChosen);
        m_card->ask(status(1, 0));
        button("leavingStay").click();
        m_card->setSyncStatus(status(0, 1));
        QVERIFY(left.isEmpty());
        QVERIFY(m_card->isVisible());
        QVERIFY(!m_card->isStaying());
        QVERIFY(words().contains(QStringLiteral("بانتظار المعالجة")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(m_behind->hasFocus());
    }

    void whatHadTheFocusMayBeGone()
    {
        m_card->ask(status(1, 0));
        delete std::exchange(m_behind, nullptr);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!m_card->isVisible());
    }

    void leavingAtOnceIsPossible()
    {
        const QSignalSpy left(m_card, &LeavingCard::leaveChosen);
        m_card->ask(status(2, 0));
        button("leavingLeave").click();
        QCOMPARE(left.size(), qsizetype(1));
    }

    void theWindowBehindWaits()
    {
        int used = 0;
        Shortcuts shortcuts(*m_window);
        shortcuts.add(QStringLiteral("x"), {QKeySequence(QStringLiteral("Ctrl+K"))}, [&used] { ++used; });
        m_card->ask(status(2, 0));
        for (int i = 0; i < 7; ++i) {
            QTest::keyClick(QApplication::focusWidget(), i % 2 == 0 ? Qt::Key_Tab : Qt::Key_Backtab);
            QVERIFY(m_card->isAncestorOf(QApplication::focusWidget()));
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(used, 0);
        // The same key where the keyboard writes Arabic alone: there its place is asked.
        const auto pressArabic = [] {
            constexpr quint32 kPlaceOfK = 45;
            QKeyEvent press(QEvent::KeyPress, u'ن', Qt::ControlModifier, kPlaceOfK, 0, 0,
                            QStringLiteral("ن"));
            QCoreApplication::sendEvent(QApplication::focusWidget(), &press);
        };
        pressArabic();
        QCOMPARE(used, 0);
        QVERIFY(m_card->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(used, 1);
        pressArabic();
        QCOMPARE(used, 2);
    }
};

QTEST_MAIN(LeavingTest)
#include "tst_leaving.moc"
