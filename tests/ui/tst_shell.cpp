// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QAccessible>
#include <QtGui/QActionGroup>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "tests/support/handclock.h"
#include "tests/support/sampleworklist.h"
#include "ui/documents/securitystatus.h"
#include "ui/shared/elidedlabel.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/language.h"
#include "ui/shared/rowmarks.h"
#include "ui/shell/searchfield.h"
#include "ui/shell/shell.h"
#include "ui/shell/shortcuts.h"
#include "ui/shell/statusitem.h"
#include "ui/shell/toast.h"

using namespace tawasul;

namespace {

constexpr quint32 kPlaceOfK = 45; // X11 code of the key that writes ن on an Arabic keyboard
constexpr quint32 kPlaceOfA = 38;
constexpr quint32 kPlaceOfReturn = 36;

// A page with something that takes the keyboard.
QWidget *makePage(const char *name)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(QString::fromLatin1(name));
    column->addWidget(edit);
    return page;
}

// What an Arabic keyboard without a Latin one beside it sends.
void pressArabic(QWidget &widget, quint32 place, char16_t letter,
                 Qt::KeyboardModifiers held = Qt::ControlModifier)
{
    QKeyEvent press(QEvent::KeyPress, letter, held, place, 0, 0, QString(QChar(letter)));
    QCoreApplication::sendEvent(&widget, &press);
}

} // namespace

class ShellTest : public QObject
{
    Q_OBJECT

private:
    HandClock m_clock{worklistNow()};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;
    std::unique_ptr<Shell> m_shell;

    template<class T = QWidget>
    T &part(const char *name) const
    {
        T *found = m_shell->findChild<T *>(QString::fromLatin1(name));
        Q_ASSERT_X(found, "part", name);
        return *found;
    }
    QString said(const char *name) const
    {
        return part<StatusItem>(name).findChild<QLabel *>()->accessibleName();
    }
    SearchField &search() const { return part<SearchField>("searchField"); }

    void open(Language language = Language::Arabic)
    {
        m_words->use(language);
        m_shell = std::make_unique<Shell>(*m_theme, m_clock, DisplayLocale{language, Digits::European});
        m_shell->addSection(Icon::Inbox, QStringLiteral("قائمة العمل"), makePage("listEdit"),
                            Shell::Beside::Case);
        m_shell->addSection(Icon::Send, QStringLiteral("بانتظار الإرسال"), makePage("outboxEdit"),
                            Shell::Beside::Nothing);
        m_shell->setCasePane(makePage("caseEdit"));
        m_shell->setOfficer(
            {PersonId(QStringLiteral("o")), QStringLiteral("نورة القحطاني"), Role::Officer, {}, {}});
        m_shell->resize(1536, 960);
        m_shell->show();
        QVERIFY(QTest::qWaitForWindowActive(m_shell.get()));
    }

    static SyncStatus status(SyncStatus::Link link)
    {
        SyncStatus news;
        news.link = link;
        news.since = riyadhInstant(QDate(2026, 11, 22), QTime(8, 5));
        news.completeAt = riyadhInstant(QDate(2026, 11, 22), QTime(10, 42));
        return news;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply({Scheme::Light, 100, true});
        m_words = std::make_unique<Catalogues>(*qApp);
    }
    void init()
    {
        m_clock.set(worklistNow());
        open();
    }
    void cleanup() { m_shell.reset(); }
    void cleanupTestCase()
    {
        m_words.reset();
        m_theme.reset();
    }

    // --- what it says ---

    // What an outage would leave of the day is told where the connection is, to whoever looks.
    void theLinkTellsWhatOfTodayIsReady()
    {
        SyncStatus news = status(SyncStatus::Link::Online);
        m_shell->setSyncStatus(news);
        auto *link = m_shell->findChild<QWidget *>(QStringLiteral("statusLink"));
        QVERIFY(link->toolTip().isEmpty()); // nothing is due
        news.today = 6;
        news.readyToday = 5;
        m_shell->setSyncStatus(news);
        QCOMPARE(link->toolTip(), QStringLiteral("طلبات اليوم والمتأخرة الجاهزة للعمل دون اتصال: 5 من 6"));
        QCOMPARE(link->accessibleDescription(), link->toolTip());
    }

    void aClockThatIsWrongIsSaidWithWhatToDo()
    {
        m_shell->setSyncStatus(status(SyncStatus::Link::Online));
        ClockCheck check;
        check.isExact = true;
        check.earliest = check.likely = check.latest = worklistNow();
        check.verdict = ClockCheck::Verdict::Agrees;
        m_shell->setClock(check);
        QVERIFY(!part("statusClock").isVisible());
        check.verdict = ClockCheck::Verdict::Behind;
        check.off = std::chrono::hours(2);
        m_shell->setClock(check);
        QVERIFY(part("statusClock").isVisible());
        QCOMPARE(said("statusClock"), QStringLiteral("ساعة هذا الجهاز متأخرة بمقدار ساعتين"));
        QVERIFY(part("statusClock").accessibleDescription().contains(QStringLiteral("إعدادات الجهاز")));
        check.verdict = ClockCheck::Verdict::Ahead;
        check.off = std::chrono::minutes(75);
        m_shell->setClock(check);
        QCOMPARE(said("statusClock"), QStringLiteral("ساعة هذا الجهاز متقدمة بمقدار ساعة و15 دقيقة"));
        // Where only a span is known it is said to be no more than that.
        check = {};
        check.earliest = worklistNow();
        check.likely = check.latest = worklistNow() + std::chrono::hours(3);
        m_shell->setClock(check);
        QCOMPARE(said("statusClock"), QStringLiteral("وقت هذا الجهاز غير مؤكد"));
        m_shell->setClock({});
        QVERIFY(!part("statusClock").isVisible());
    }

    void theStatusLineTellsEverythingAtAllTimes()
    {
        m_shell->setSyncStatus(status(SyncStatus::Link::Online));
        QCOMPARE(said("statusLink"), QStringLiteral("متصل بالنظام المركزي منذ 08:05"));
        QCOMPARE(said("statusComplete"), QStringLiteral("آخر مزامنة مكتملة 10:42"));
        QCOMPARE(said("statusWaiting"), QStringLiteral("لا شيء بانتظار الإرسال"));
        QCOMPARE(said("statusParked"), QStringLiteral("لا شيء بانتظار المعالجة"));
        QCOMPARE(said("statusDate"), QStringLiteral("الأحد 12 جمادى الآخرة 1448 هـ · 22 نوفمبر 2026 م"));
        QVERIFY(!part("linkChip").isVisible());
        // Where there is less room the date is the first to be short.
        m_theme->apply({Scheme::Light, 150, true});
        m_shell->resize(1280, 800);
        QCOMPARE(said("statusDate"), QStringLiteral("22/11/2026"));
        m_theme->apply({Scheme::Light, 100, true});
        m_shell->resize(1536, 960);
        m_clock.set(riyadhInstant(QDate(2026, 11, 23), QTime(0, 1)));
        m_shell->tick();
        QVERIFY(said("statusDate").startsWith(QStringLiteral("الاثنين 13")));
        QCOMPARE(said("statusComplete"), QStringLiteral("آخر مزامنة مكتملة أمس 10:42"));
    }

    // What waits changes its words and its width at once; what the line tells must not be cut for a date.
    void nothingOfTheStatusLineIsCutForTheDate_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<int>("percent");
        QTest::addColumn<int>("width");
        for (const int percent : {100, 125, 150}) {
            for (const int width : {1280, 1366, 1536}) {
                QTest::addRow("Arabic, %d %%, %d", percent, width) << Language::Arabic << percent << width;
                QTest::addRow("English, %d %%, %d", percent, width) << Language::English << percent << width;
            }
        }
    }
    void nothingOfTheStatusLineIsCutForTheDate()
    {
        QFETCH(Language, language);
        QFETCH(int, percent);
        QFETCH(int, width);
        m_theme->apply({Scheme::Light, percent, true});
        open(language);
        m_shell->resize(width, 820);
        SyncStatus news = status(SyncStatus::Link::Online);
        m_shell->setSyncStatus(news);
        news.waiting = 17;
        news.parked = 12;
        m_shell->setSyncStatus(news);
        QTest::qWait(0);
        for (const char *name :
             {"statusLink", "statusComplete", "statusWaiting", "statusParked", "statusDate"}) {
            const auto *label = part<StatusItem>(name).findChild<ElidedLabel *>();
            QVERIFY2(!label->isVisible() || !label->isElided(), qPrintable(label->text()));
        }
        QVERIFY(part("statusComplete").isVisible());
        QVERIFY(part("statusComplete").toolTip().contains(QStringLiteral("10:42")));
        m_theme->apply({Scheme::Light, 100, true});
    }

    void whatWaitsIsCountedInSixForms_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("text");
        QTest::newRow("0") << 0 << QStringLiteral("لا شيء بانتظار الإرسال");
        QTest::newRow("1") << 1 << QStringLiteral("عنصر واحد بانتظار الإرسال");
        QTest::newRow("2") << 2 << QStringLiteral("عنصران بانتظار الإرسال");
        QTest::newRow("3") << 3 << QStringLiteral("3 عناصر بانتظار الإرسال");
        QTest::newRow("11") << 11 << QStringLiteral("11 عنصرًا بانتظار الإرسال");
        QTest::newRow("100") << 100 << QStringLiteral("100 عنصر بانتظار الإرسال");
        QTest::newRow("103") << 103 << QStringLiteral("103 عناصر بانتظار الإرسال");
    }
    void whatWaitsIsCountedInSixForms()
    {
        QFETCH(int, count);
        SyncStatus news = status(SyncStatus::Link::Online);
        news.waiting = count;
        m_shell->setSyncStatus(news);
        QTEST(said("statusWaiting"), "text");
    }

    void theLinkIsLoudOnlyWhenSomethingIsTheMatter_data()
    {
        using L = SyncStatus::Link;
        QTest::addColumn<L>("link");
        QTest::addColumn<bool>("loud");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("online") << L::Online << false << QStringLiteral("متصل بالنظام المركزي منذ 08:05");
        QTest::newRow("connecting") << L::Connecting << false
                                    << QStringLiteral("جارٍ الاتصال بالنظام المركزي…");
        QTest::newRow("offline") << L::Offline << true
                                 << QStringLiteral("لا يوجد اتصال منذ 08:05 – البيانات محدّثة حتى 10:42");
        QTest::newRow("failing") << L::Failing << true
                                 << QStringLiteral(
                                        "تعذّرت المزامنة لخطأ في النظام المركزي – البيانات محدّثة حتى 10:42");
        QTest::newRow("session ended")
            << L::SessionEnded << true
            << QStringLiteral("انتهت الجلسة ويلزم تسجيل الدخول – البيانات محدّثة حتى 10:42");
        QTest::newRow("too old")
            << L::TooOld << true
            << QStringLiteral(
                   "لم يعد النظام المركزي يقبل هذا الإصدار ويلزم تحديثه – البيانات محدّثة حتى 10:42");
    }
    void theLinkIsLoudOnlyWhenSomethingIsTheMatter()
    {
        QFETCH(SyncStatus::Link, link);
        QFETCH(bool, loud);
        m_shell->setSyncStatus(status(link));
        QTEST(said("statusLink"), "sentence");
        QCOMPARE(part("linkChip").isVisible(), loud);
        QCOMPARE(part("statusLine").property("tone").isValid(), loud);
    }

    void goodNewsWaitsBehindTrouble()
    {
        Toast &toast = m_shell->toast();
        toast.say(Tone::Success, QStringLiteral("first"));
        QCOMPARE(toast.sentence(), QStringLiteral("first"));
        bool isDone = false;
        toast.say(Tone::Warning, QStringLiteral("trouble"), QStringLiteral("mend"),
                  [&isDone] { isDone = true; });
        toast.say(Tone::Success, QStringLiteral("second"));
        QCOMPARE(toast.sentence(), QStringLiteral("trouble"));
        part<QAbstractButton>("stripAction").click();
        QVERIFY(isDone);
        QCOMPARE(toast.sentence(), QStringLiteral("second"));
        part<QAbstractButton>("toastClose").click();
        QCOMPARE(toast.sentence(), QString());
    }

    void onlySectionsThatExistAreInTheNavigation()
    {
        m_shell->setBadge(0, 3, Tone::Danger);
        m_shell->setBadge(1, 0, Tone::Neutral);
        QCOMPARE(part<QAbstractButton>("section0").accessibleName(), QStringLiteral("قائمة العمل 3"));
        QCOMPARE(part<QAbstractButton>("section1").accessibleName(), QStringLiteral("بانتظار الإرسال"));
        part<QAbstractButton>("section1").click();
        QCOMPARE(m_shell->section(), 1);
        QVERIFY(part("outboxEdit").isVisible() && !part("listEdit").isVisible());
    }

    // --- layout ---

    void aNarrowWindowHasARail()
    {
        const int full = part("navigation").width();
        QCOMPARE(full, 232);
        m_shell->resize(1280, 800);
        QCOMPARE(part("navigation").width(), 64);
        QCOMPARE(part("section0").toolTip(), QStringLiteral("قائمة العمل"));
        QCOMPARE(m_shell->minimumSize(), QSize(1280, 720));
        QVERIFY(m_shell->minimumSizeHint().width() <= 1280);
    }

    void largeTextTakesTheRailEarlier()
    {
        const int full = part("navigation").width();
        m_theme->apply({Scheme::Light, 150, true});
        QVERIFY(part("navigation").width() < full);
        m_theme->apply({Scheme::Light, 100, true});
        QCOMPARE(part("navigation").width(), full);
    }

    void listAndCaseStayWithinTheirRoomInBothDirections()
    {
        for (const Language language : {Language::Arabic, Language::English}) {
            open(language);
            m_shell->openCase();
            const auto &splitter = part<QSplitter>("caseSplitter");
            for (int at = 0; at < splitter.count(); ++at)
                QVERIFY(splitter.rect().contains(splitter.widget(at)->geometry()));
        }
    }

    void aMessageLiesOverNothing()
    {
        for (const Language language : {Language::Arabic, Language::English}) {
            open(language);
            m_shell->openCase();
            const auto placeOf = [this](const QWidget &part) {
                return QRect(part.mapTo(m_shell.get(), QPoint(0, 0)), part.size());
            };
            const QWidget &pages = part("pages");
            const int high = pages.height();
            m_shell->toast().say(Tone::Success,
                                 QStringLiteral("سُجّل على هذا الجهاز: إنهاء المعالجة، الطلب 1448002307."),
                                 QStringLiteral("تراجع"), [] {});
            QTRY_VERIFY(pages.height() < high);
            const QRect message = placeOf(m_shell->toast());
            for (const char *name : {"pages", "caseEdit", "statusLine", "navigation", "topBar"})
                QVERIFY2(!placeOf(part(name)).intersects(message), name);
            QVERIFY(m_shell->rect().contains(message));
            part<QAbstractButton>("toastClose").click();
            QTRY_COMPARE(pages.height(), high);
        }
    }

    void theMarksOfTheListAreExplained()
    {
        const QWidget &legend = part("markLegend");
        QStringList told;
        for (const QLabel *label : legend.findChildren<QLabel *>())
            told.append(label->text());
        for (const RowMark &mark : allRowMarks())
            QVERIFY2(told.contains(mark.look.word) && told.contains(mark.meaning),
                     qPrintable(mark.look.word));
        QCOMPARE(told.size(), static_cast<qsizetype>(2 * allRowMarks().size()));
    }

    void theMessageAndItsCloseButtonAreOne()
    {
        m_shell->toast().say(Tone::Danger, QStringLiteral("القرص ممتلئ"));
        const auto &strip =
            *m_shell->toast().findChild<QLabel *>(QStringLiteral("stripMessage"))->parentWidget();
        QVERIFY(strip.isAncestorOf(&part("toastClose")));
        QCOMPARE(strip.width(), m_shell->toast().width());
        const QWidget &mark = *m_shell->toast().findChild<IconMark *>();
        const QWidget &close = part("toastClose");
        QTRY_VERIFY(std::abs(mark.geometry().center().y() - close.geometry().center().y()) <= 1);
        QTest::mouseClick(&part("toastClose"), Qt::LeftButton);
        QVERIFY(!m_shell->toast().isVisible());
    }

    void theButtonThatEmptiesTheSearchSaysSo()
    {
        search().setText(QStringLiteral("144"));
        const QList<QToolButton *> buttons = search().findChildren<QToolButton *>();
        const auto clear = std::find_if(buttons.begin(), buttons.end(),
                                        [](const QToolButton *button) { return button->isEnabled(); });
        QVERIFY(clear != buttons.end() && (*clear)->isVisible());
        QCOMPARE(QAccessible::queryAccessibleInterface(*clear)->text(QAccessible::Name),
                 QStringLiteral("مسح البحث"));
        QTest::mouseClick(*clear, Qt::LeftButton);
        QVERIFY(search().text().isEmpty());
        QTRY_VERIFY(!(*clear)->isVisible());
    }

    void theNavigationStandsAtTheStart()
    {
        QVERIFY(part("navigation").x() > part("pages").mapTo(m_shell.get(), QPoint()).x());
        open(Language::English);
        QCOMPARE(part("navigation").x(), 0);
    }

    void anOpenCaseTakesTheRoomAndTheListKeepsItsWidth()
    {
        m_shell->openCase();
        QVERIFY(part("caseEdit").isVisible());
        QCOMPARE(part("pages").width(), 320);
        QVERIFY(part("caseEdit").width() * 2 > m_shell->width());
        m_shell->closeCase();
        QVERIFY(!part("caseEdit").isVisible());
        QTRY_VERIFY(part("pages").width() > 1200);
    }

    void widthsAreKeptForEachDirection()
    {
        m_shell->setShellLayout({400, 350});
        m_shell->openCase();
        QCOMPARE(part("pages").width(), 400);
        auto &splitter = part<QSplitter>("caseSplitter");
        splitter.setSizes({500, splitter.width() - 500});
        Q_EMIT splitter.splitterMoved(0, 1);
        const ShellLayout kept = m_shell->shellLayout();
        QCOMPARE(kept.listWidthRightToLeft, splitter.sizes().first());
        QCOMPARE(kept.listWidthLeftToRight, 350);
        open(Language::English);
        m_shell->setShellLayout(kept);
        m_shell->openCase();
        QCOMPARE(part("pages").width(), 350);
    }

    void aCaseOpensBesideTheListFromAnySection()
    {
        m_shell->setSection(1);
        m_shell->openCase();
        QCOMPARE(m_shell->section(), 0);
        m_shell->setSection(1);
        QVERIFY(!part("caseEdit").isVisible());
        m_shell->setSection(0);
        QVERIFY(part("caseEdit").isVisible());
    }

    void escapeGoesBackToTheList()
    {
        QSignalSpy closed(m_shell.get(), &Shell::caseClosed);
        m_shell->openCase();
        part("caseEdit").setFocus();
        QTest::keyClick(&part("caseEdit"), Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
        QVERIFY(part("listEdit").hasFocus());
        QTest::keyClick(&part("listEdit"), Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
    }

    void escapeBesideAHiddenCaseLeavesItOpen()
    {
        QSignalSpy closed(m_shell.get(), &Shell::caseClosed);
        m_shell->openCase();
        m_shell->setSection(1);
        QTest::keyClick(m_shell.get(), Qt::Key_Escape);
        QCOMPARE(closed.count(), 0);
        m_shell->setSection(0);
        QVERIFY(part("caseEdit").isVisible());
        QTest::keyClick(m_shell.get(), Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
    }

    // --- keyboard ---

    void shortcutsAnswer_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("held");
        QTest::addColumn<QByteArray>("signal");
        const auto row = [](const char *name, int key, Qt::KeyboardModifiers held, const char *signal) {
            QTest::newRow(name) << key << held << QByteArray(signal);
        };
        row("sync", Qt::Key_F5, Qt::NoModifier, SIGNAL(syncRequested()));
        row("next", Qt::Key_Down, Qt::ControlModifier, SIGNAL(nextCaseRequested()));
        row("previous", Qt::Key_Up, Qt::ControlModifier, SIGNAL(previousCaseRequested()));
        row("second section", Qt::Key_2, Qt::ControlModifier, SIGNAL(sectionChanged(int)));
    }
    void shortcutsAnswer()
    {
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, held);
        QFETCH(QByteArray, signal);
        QSignalSpy spy(m_shell.get(), signal.constData());
        part("section0").setFocus();
        QTest::keyClick(m_shell->windowHandle(), static_cast<Qt::Key>(key), held);
        QCOMPARE(spy.count(), 1);
    }

    void searchIsOneKeyAwayAndLeadsToTheRows()
    {
        part("listEdit").setFocus();
        QTest::keyClick(m_shell->windowHandle(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(search().hasFocus());
        QSignalSpy edited(m_shell.get(), &Shell::searchEdited);
        QSignalSpy left(m_shell.get(), &Shell::searchLeft);
        QTest::keyClicks(&search(), QStringLiteral("144"));
        QCOMPARE(edited.count(), 3);
        QTest::keyClick(&search(), Qt::Key_Down);
        QCOMPARE(left.count(), 1);
        QTest::keyClick(&search(), Qt::Key_Escape);
        QVERIFY(search().text().isEmpty());
    }

    void ctrlFMeansTheListOnlyOutsideTheCase()
    {
        m_shell->openCase();
        part("caseEdit").setFocus();
        QTest::keyClick(m_shell->windowHandle(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(part("caseEdit").hasFocus());
        part("listEdit").setFocus();
        QTest::keyClick(m_shell->windowHandle(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(search().hasFocus());
    }

    void anArabicKeyboardAloneReachesShortcutsAndFields()
    {
        part("listEdit").setFocus();
        pressArabic(part("listEdit"), kPlaceOfK, u'ن');
        QVERIFY(search().hasFocus());
        // What belongs to the field stays the field's: Ctrl+A.
        search().setText(QStringLiteral("1448"));
        search().deselect();
        pressArabic(search(), kPlaceOfA, u'ش');
        QCOMPARE(search().selectedText(), QStringLiteral("1448"));
        // Without Ctrl a letter is a letter.
        pressArabic(search(), kPlaceOfK, u'ن', Qt::NoModifier);
        QCOMPARE(search().text(), QStringLiteral("ن"));
    }

    void keysAreKnownByTheirPlace()
    {
        QCOMPARE(usLetter(kPlaceOfK), std::optional(Qt::Key_K));
        QCOMPARE(usLetter(24), std::optional(Qt::Key_Q));
        QCOMPARE(usLetter(58), std::optional(Qt::Key_M));
        QVERIFY(!usLetter(kPlaceOfReturn) && !usLetter(0) && !usLetter(10));
    }

    void noShortcutUsesTheKeyThatArabicComposes()
    {
        const QList<QAction *> all = m_shell->findChildren<QAction *>();
        QVERIFY(all.size() > 5);
        for (const QAction *action : all) {
            for (const QKeySequence &keys : action->shortcuts()) {
                QVERIFY(keys != QKeySequence(Qt::CTRL | Qt::Key_B));
                QVERIFY(keys[0].keyboardModifiers() != Qt::NoModifier || keys[0].key() >= Qt::Key_F1);
            }
        }
    }

    void f6GoesThroughThePanes()
    {
        m_shell->openCase();
        part("listEdit").setFocus();
        QTest::keyClick(m_shell->windowHandle(), Qt::Key_F6);
        QVERIFY(part("caseEdit").hasFocus());
        QTest::keyClick(m_shell->windowHandle(), Qt::Key_F6);
        QVERIFY(search().hasFocus());
        QTest::keyClick(m_shell->windowHandle(), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(part("caseEdit").hasFocus());
    }

    void tabGoesInReadingOrder()
    {
        m_shell->openCase();
        search().setFocus();
        QStringList met;
        for (int step = 0; step < 12; ++step) {
            QWidget *at = m_shell->focusWidget();
            if (!met.contains(at->objectName()))
                met.append(at->objectName());
            QTest::keyClick(at, Qt::Key_Tab,
                            qobject_cast<QPlainTextEdit *>(at) ? Qt::ControlModifier : Qt::NoModifier);
            if (qobject_cast<QPlainTextEdit *>(at) && m_shell->focusWidget() == at)
                at->nextInFocusChain()->setFocus(Qt::TabFocusReason);
        }
        QCOMPARE(met.mid(0, 2), (QStringList{QStringLiteral("searchField"), QStringLiteral("userMenu")}));
    }

    // --- the user's menu ---

    void theMenuAsksAndDecidesNothing()
    {
        auto &menu = part<QMenu>("userMenuList");
        QSignalSpy schemes(m_shell.get(), &Shell::schemeRequested);
        QSignalSpy sizes(m_shell.get(), &Shell::textPercentRequested);
        QSignalSpy languages(m_shell.get(), &Shell::languageRequested);
        QSignalSpy outs(m_shell.get(), &Shell::signOutRequested);
        QSignalSpy densities(m_shell.get(), &Shell::densityRequested);
        Q_EMIT menu.aboutToShow();
        QList<QMenu *> choices = menu.findChildren<QMenu *>();
        choices.removeOne(&part<QMenu>("markMenu")); // read, not chosen from
        QCOMPARE(choices.size(), 3);
        QVERIFY(choices.at(0)->actions().at(0)->isChecked());
        choices.at(0)->actions().at(1)->trigger();
        choices.at(1)->actions().last()->trigger();
        choices.at(2)->actions().first()->trigger();
        QCOMPARE(schemes.value(0).value(0).value<Scheme>(), Scheme::Dark);
        QCOMPARE(sizes.value(0).value(0).toInt(), 150);
        QCOMPARE(densities.count(), 1);
        part<QAction>("otherLanguage").trigger();
        QCOMPARE(languages.value(0).value(0).value<Language>(), Language::English);
        part<QAction>("signOut").trigger();
        QCOMPARE(outs.count(), 1);
        QCOMPARE(m_theme->appearance().scheme, Scheme::Light);
    }

    void howAttachmentsAreOpenedIsToldOnceItIsKnown_data()
    {
        QTest::addColumn<SecurityStatus>("status");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<int>("missing");
        QTest::newRow("everything") << SecurityStatus{true, true, true, true, true, true}
                                    << QStringLiteral("والجهاز") << 0;
        QTest::newRow("a layer less")
            << SecurityStatus{true, true, true, false, true, true} << QStringLiteral("طبقة") << 1;
        QTest::newRow("names are seen")
            << SecurityStatus{true, true, true, true, true, false} << QStringLiteral("طبقة") << 1;
        QTest::newRow("not sealed") << SecurityStatus{true, true, false, true, true, true}
                                    << QStringLiteral("لا يُفتح") << 1;
    }
    void howAttachmentsAreOpenedIsToldOnceItIsKnown()
    {
        QFETCH(SecurityStatus, status);
        QFETCH(QString, sentence);
        QFETCH(int, missing);
        QVERIFY(!m_shell->findChild<QMenu *>(QStringLiteral("securityMenu")));
        m_shell->setSecurity(SecurityStatus());
        m_shell->setSecurity(status); // told again, it stands there once
        QCOMPARE(m_shell->findChildren<QMenu *>(QStringLiteral("securityMenu")).size(), 1);
        QVERIFY(part<QLabel>("securitySentence").text().contains(sentence));
        const std::vector<SecurityLine> lines = securityLines(status);
        QCOMPARE(lines.size(), std::size_t(6));
        QCOMPARE(
            std::count_if(lines.begin(), lines.end(), [](const SecurityLine &one) { return !one.isReached; }),
            missing);
    }

    void everyControlOfTheFrameHasAName()
    {
        for (const char *name : {"searchField", "userMenu", "section0", "section1"}) {
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&part(name));
            QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), name);
        }
        QCOMPARE(QAccessible::queryAccessibleInterface(&part("userMenu"))->text(QAccessible::Name),
                 QStringLiteral("نورة القحطاني، موظف معالجة الطلبات"));
    }
};

QTEST_MAIN(ShellTest)
#include "tst_shell.moc"
