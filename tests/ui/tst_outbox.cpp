// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QAccessible>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollBar>

#include "models/arabic/bidi.h"
#include "tests/support/sampleoutbox.h"
#include "ui/outbox/outboxpage.h"
#include "ui/shared/language.h"
#include "ui/shared/refusaltext.h"
#include "ui/shared/rowtable.h"
#include "ui/shared/strip.h"
#include "ui/theme/theme.h"

using namespace tawasul;
using namespace tawasul::samples;
using Items = std::vector<OutboxItem>;
using Link = SyncStatus::Link;
using std::chrono::seconds;

namespace {

const Error kAway{Error::Kind::Offline, QStringLiteral("centre.unreachable"), {}};
const Error kNotMine{Error::Kind::Forbidden, QStringLiteral("act.forbidden"), {}};

Error errorOf(Error::Kind kind)
{
    return {kind, QStringLiteral("some.code"), {}};
}

OutboxItem complete(int number = 1)
{
    return recorded(ordinary(), ActType::Complete, number, 30);
}

OutboxItem sending(OutboxItem item)
{
    item.state = OutboxState::Sending;
    return item;
}

bool holdsArabic(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Arabic; });
}

} // namespace

class OutboxTest : public QObject
{
    Q_OBJECT

private:
    StoppedClock m_clock{now()};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;
    std::unique_ptr<OutboxPage> m_page;

    void open(Language language = Language::Arabic, Digits digits = Digits::European)
    {
        m_words->use(language);
        m_page = std::make_unique<OutboxPage>(*m_theme, m_clock, DisplayLocale{language, digits});
        m_page->resize(1192, 660);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        link(Link::Online);
    }
    void link(Link state)
    {
        SyncStatus status;
        status.link = state;
        m_page->setSyncStatus(status);
    }
    template<class T = QWidget>
    T &part(const char *name) const
    {
        T *found = m_page->findChild<T *>(QString::fromLatin1(name));
        Q_ASSERT_X(found, "part", name);
        return *found;
    }
    QString text(const char *name) const { return part<QLabel>(name).text(); }
    RowTable &table() const { return part<RowTable>("outboxView"); }
    QAbstractButton &button(const char *name) const { return part<QAbstractButton>(name); }
    QString offered() const
    {
        QStringList names;
        for (const char *name : {"outboxConflict", "outboxRecall", "outboxRetry", "outboxOpen"}) {
            if (button(name).isVisible())
                names.append(QString(QLatin1StringView(name + 6) % (button(name).isEnabled() ? u"" : u"-")));
        }
        return names.join(u' ');
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
        m_clock.move(now());
        open();
    }
    void cleanup() { m_page.reset(); }
    void cleanupTestCase()
    {
        m_words.reset();
        m_theme.reset();
    }

    // --- sentences ---

    void eachActTellsWhyItWaitsAndWhatMayBeDone_data()
    {
        QTest::addColumn<Items>("items");
        QTest::addColumn<Link>("link");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("why");
        QTest::addColumn<QString>("offered");
        const auto row = [](const char *name, const Items &items, Link link, const char *state,
                            const char *why, const char *offered) {
            QTest::newRow(name) << items << link << QString::fromUtf8(state) << QString::fromUtf8(why)
                                << QString::fromLatin1(offered);
        };
        const char *waiting = "بانتظار الإرسال";
        const OutboxItem later = triedBefore(complete(), 2, kAway, 45);
        const auto laterBy = [](Error::Kind kind) { return triedBefore(complete(), 2, errorOf(kind), 45); };
        row("its turn", {complete()}, Link::Online, waiting, "على وشك الإرسال.", "Retry- Open");
        row("offline", {complete()}, Link::Offline, waiting,
            "لا يوجد اتصال بالنظام المركزي – يُرسل تلقائيًا عند عودته.", "Retry- Open");
        row("connecting", {complete()}, Link::Connecting, waiting, "جارٍ الاتصال بالنظام المركزي.",
            "Retry- Open");
        row("signed out", {complete()}, Link::SignedOut, waiting,
            "انتهت الجلسة – يُرسل تلقائيًا بعد تسجيل الدخول.", "Retry- Open");
        row("session ended", {complete()}, Link::SessionEnded, waiting,
            "انتهت الجلسة – يُرسل تلقائيًا بعد تسجيل الدخول.", "Retry- Open");
        row("too old", {complete()}, Link::TooOld, waiting, "يلزم تحديث البرنامج – يُرسل تلقائيًا بعده.",
            "Retry- Open");
        row("not reached", {later}, Link::Online, waiting,
            "تعذّر الوصول إلى النظام المركزي – تُعاد المحاولة تلقائيًا.", "Retry Open");
        row("not reached, the centre in trouble", {later}, Link::Failing, waiting,
            "تعذّر الوصول إلى النظام المركزي – تُعاد المحاولة تلقائيًا.", "Retry Open");
        row("busy", {laterBy(Error::Kind::Busy)}, Link::Online, waiting,
            "النظام المركزي مشغول – تُعاد المحاولة تلقائيًا.", "Retry Open");
        row("server", {laterBy(Error::Kind::Server)}, Link::Online, waiting,
            "تعذّر على النظام المركزي الرد – تُعاد المحاولة تلقائيًا.", "Retry Open");
        row("disk", {laterBy(Error::Kind::Storage)}, Link::Online, waiting,
            "تعذّر حفظ الرد على هذا الجهاز – تُعاد المحاولة تلقائيًا.", "Retry Open");
        row("stopped", {laterBy(Error::Kind::Cancelled)}, Link::Online, waiting,
            "انقطع الإرسال قبل اكتماله – تُعاد المحاولة تلقائيًا.", "Retry Open");
        row("nonsense", {laterBy(Error::Kind::Corrupt)}, Link::Online, waiting,
            "ورد من النظام المركزي رد غير مفهوم – تُعاد المحاولة تلقائيًا.", "Retry Open");
        row("undo", {recallable(complete())}, Link::Online, waiting, "بانتظار انتهاء مهلة التراجع.",
            "Recall Open");
        row("undo, offline", {recallable(complete())}, Link::Offline, waiting, "بانتظار انتهاء مهلة التراجع.",
            "Recall Open");
        row("on its way", {sending(complete())}, Link::Online, "جارٍ الإرسال", "في الطريق إلى النظام المركزي.",
            "Retry- Open");
        row("conflict", {rejectedMeanwhile(complete())}, Link::Online, "تعارض",
            "عُدّل الطلب في النظام المركزي قبل وصول الإجراء.", "Conflict Open");
        row("refused", {refused(complete(), kNotMine)}, Link::Online, "لم يُقبل",
            "رفضه النظام المركزي: لم يعد الطلب مسندًا إلى هذا الحساب.", "Conflict Open");
        row("refused here", {unfounded(complete())}, Link::Online, "لم يُقبل",
            "لم يعد ممكنًا دون الإجراء السابق الذي بُني عليه.", "Conflict Open");
        row("damaged here", {damaged(complete())}, Link::Online, "سجل تالف",
            "سجله على هذا الجهاز تالف، فلا يمكن إرساله.", "Conflict Open");
        row("damaged after a try", {damaged(complete(), 2)}, Link::Online, "سجل تالف",
            "سجله على هذا الجهاز تالف، فلا يمكن إرساله مرة أخرى؛ وقد تكون محاولة سابقة وصلت إلى النظام "
            "المركزي.",
            "Conflict Open");
    }
    void eachActTellsWhyItWaitsAndWhatMayBeDone()
    {
        QFETCH(Items, items);
        QFETCH(Link, link);
        this->link(link);
        m_page->setItems(items);
        QTEST(table().model()->index(0, 3).data().toString(), "state");
        QTEST(text("outboxWhy"), "why");
        QTEST(offered(), "offered");
    }

    void theSecondOfALaneWaitsForTheFirst()
    {
        m_page->setItems({complete(1), recorded(ordinary(), ActType::Note, 2, 20)});
        table().setCurrentRow(1);
        QCOMPARE(text("outboxWhy"), QStringLiteral("بانتظار إجراء سابق على الطلب نفسه."));
        QCOMPARE(offered(), QStringLiteral("Retry- Open"));
        m_page->setItems({rejectedMeanwhile(complete(1)), recorded(ordinary(), ActType::Note, 2, 20)});
        QCOMPARE(text("outboxWhy"), QStringLiteral("بانتظار معالجة إجراء سابق على الطلب نفسه."));
    }

    void anActIsHeldBackAndLetGoAgain()
    {
        QSignalSpy held(m_page.get(), &OutboxPage::holdRequested);
        QSignalSpy released(m_page.get(), &OutboxPage::releaseRequested);
        m_page->setItems({complete(1), recorded(ordinary(), ActType::Note, 2, 20)});
        QVERIFY(button("outboxHold").isVisible() && button("outboxHold").isEnabled());
        QVERIFY(!button("outboxRelease").isVisible());
        button("outboxHold").click();
        QCOMPARE(held.count(), 1);
        QCOMPARE(held[0][0].value<ActId>(), complete(1).act.id);
        OutboxItem kept = complete(1);
        kept.heldSince = now();
        m_page->setItems({kept, recorded(ordinary(), ActType::Note, 2, 20)});
        QVERIFY(text("outboxWhy").startsWith(QStringLiteral("موقوف إرساله على هذا الجهاز")));
        QVERIFY(!button("outboxHold").isVisible() && !button("outboxRetry").isVisible());
        button("outboxRelease").click();
        QCOMPARE(released.count(), 1);
        table().setCurrentRow(1);
        QVERIFY(text("outboxWhy").contains(QStringLiteral("إجراء سابق على الطلب نفسه موقوف إرساله")));
        // What has been on its way once may have arrived.
        m_page->setItems({[&] {
            OutboxItem tried = triedBefore(kept, 2, kAway, 30);
            tried.heldSince = now();
            return tried;
        }()});
        QVERIFY(text("outboxWhy").contains(QStringLiteral("محاولة سابقة")));
    }

    void whatIsOnItsWayIsNotHeldBack()
    {
        m_page->setItems({sending(complete(1))});
        QVERIFY(!button("outboxHold").isEnabled());
        m_page->setItems({rejectedMeanwhile(complete(1))});
        QVERIFY(!button("outboxHold").isVisible());
    }

    void whatWasRecordedIsAccountedFor()
    {
        QVERIFY(!part("outboxLedger").isVisible());
        m_page->setLedger({.recorded = 12, .acknowledged = 7, .waiting = 3, .parked = 1, .closed = 1});
        QVERIFY(part("outboxLedger").isVisible());
        QVERIFY2(text("outboxLedger").endsWith(QStringLiteral("غير المحسوب: 0")),
                 qPrintable(text("outboxLedger")));
        for (const char *figure : {"12", "7", "3", "1"})
            QVERIFY(text("outboxLedger").contains(QLatin1StringView(figure)));
        m_page->setLedger({.recorded = 12, .acknowledged = 7, .waiting = 2, .parked = 1, .closed = 1});
        QVERIFY(text("outboxLedger").contains(QStringLiteral("غير المحسوب: 1")));
        QVERIFY(text("outboxLedger").contains(QStringLiteral("الدعم")));
        open(Language::Arabic, Digits::ArabicIndic);
        // A number that cannot be counted any more is not left standing.
        m_page->ledgerUnread({Error::Kind::Corrupt, QStringLiteral("sql.corrupt"), {}});
        QVERIFY2(text("outboxLedger").startsWith(QStringLiteral("تعذّرت قراءة سجل الإجراءات")),
                 qPrintable(text("outboxLedger")));
        QVERIFY(!text("outboxLedger").contains(QStringLiteral("غير المحسوب")));
        m_page->setLedger({.recorded = 12, .acknowledged = 12});
        QVERIFY(text("outboxLedger").contains(QStringLiteral("١٢")));
    }

    void howMuchCanBeDoneInAnOutageIsSaid()
    {
        QVERIFY(!part("outboxReadiness").isVisible()); // not counted yet
        SyncStatus status;
        status.link = Link::Offline;
        status.ready = 118;
        status.awaiting = 124;
        m_page->setSyncStatus(status);
        QVERIFY(part("outboxReadiness").isVisible());
        QVERIFY2(text("outboxReadiness").contains(QStringLiteral("118 من 124")),
                 qPrintable(text("outboxReadiness")));
    }

    void howMuchOfTodaysWorkIsReadyIsSaid()
    {
        QVERIFY(!part("outboxToday").isVisible());
        SyncStatus status;
        status.today = 6;
        status.readyToday = 5;
        m_page->setSyncStatus(status);
        QCOMPARE(text("outboxToday"),
                 QStringLiteral("طلبات اليوم والمتأخرة الجاهزة للعمل دون اتصال: 5 من 6"));
        m_page->setSyncStatus({});
        QVERIFY(!part("outboxToday").isVisible());
    }

    void actsOfOthersAreToldWithoutNames()
    {
        QVERIFY(!part("outboxOthers").isVisible());
        SyncStatus status;
        status.link = Link::Online;
        const auto says = [&](int others) {
            status.others = others;
            m_page->setSyncStatus(status);
            return text("outboxOthers");
        };
        QCOMPARE(says(1), QStringLiteral("إجراء واحد لحساب آخر على هذا الجهاز يُرسل من هنا تلقائيًا."));
        QCOMPARE(says(2), QStringLiteral("إجراءان لحسابات أخرى على هذا الجهاز يُرسلان من هنا تلقائيًا."));
        QCOMPARE(says(3), QStringLiteral("3 إجراءات لحسابات أخرى على هذا الجهاز تُرسل من هنا تلقائيًا."));
        QCOMPARE(says(12), QStringLiteral("12 إجراءً لحسابات أخرى على هذا الجهاز تُرسل من هنا تلقائيًا."));
        QVERIFY(part("outboxOthers").isVisible());
        (void)says(0);
        QVERIFY(!part("outboxOthers").isVisible());
    }

    void theLedgerIsAskedForWhileThePageIsInSight()
    {
        const QSignalSpy wanted(m_page.get(), &OutboxPage::ledgerWanted);
        m_page->setItems({complete()});
        QCOMPARE(wanted.size(), qsizetype(1));
        m_page->hide();
        m_page->setItems({});
        QCOMPARE(wanted.size(), qsizetype(1));
        m_page->show();
        QCOMPARE(wanted.size(), qsizetype(2));
    }

    void theHeadingCounts_data()
    {
        QTest::addColumn<int>("waiting");
        QTest::addColumn<int>("parked");
        QTest::addColumn<QString>("arabic");
        QTest::addColumn<QString>("english");
        const auto row = [](int waiting, int parked, const char *arabic, const char *english) {
            QTest::addRow("%d and %d", waiting, parked)
                << waiting << parked << QString::fromUtf8(arabic) << QString::fromLatin1(english);
        };
        row(1, 0, "إجراء واحد لم يُرسل بعد. يمكن متابعة العمل.", "1 act not sent yet. Work can go on.");
        row(2, 0, "إجراءان لم يُرسلا بعد. يمكن متابعة العمل.", "2 acts not sent yet. Work can go on.");
        row(3, 0, "3 إجراءات لم تُرسل بعد. يمكن متابعة العمل.", "3 acts not sent yet. Work can go on.");
        row(12, 0, "12 إجراءً لم يُرسل بعد. يمكن متابعة العمل.", "12 acts not sent yet. Work can go on.");
        row(100, 0, "100 إجراء لم يُرسل بعد. يمكن متابعة العمل.", "100 acts not sent yet. Work can go on.");
        row(0, 1, "إجراء واحد بانتظار المعالجة.", "1 act needs a choice.");
        row(3, 2, "3 إجراءات لم تُرسل بعد. يمكن متابعة العمل. إجراءان بانتظار المعالجة.",
            "3 acts not sent yet. Work can go on. 2 acts need a choice.");
    }
    void theHeadingCounts()
    {
        QFETCH(int, waiting);
        QFETCH(int, parked);
        QFETCH(QString, arabic);
        QFETCH(QString, english);
        Items items;
        for (int number = 0; number < waiting + parked; ++number) {
            OutboxItem item = complete(number);
            item.act.caseId = CaseId(QString::number(number));
            items.push_back(number < parked ? refused(item, kNotMine) : item);
        }
        m_page->setItems(items);
        QCOMPARE(text("outboxHeading"), arabic);
        open(Language::English);
        m_page->setItems(items);
        QCOMPARE(text("outboxHeading"), english);
    }

    void digitsAreTheOfficersExceptInIdentifiers()
    {
        open(Language::Arabic, Digits::ArabicIndic);
        m_page->setItems({triedBefore(complete(1), 3, kAway, 45), complete(2), complete(3)});
        QCOMPARE(text("outboxHeading"), QStringLiteral("٣ إجراءات لم تُرسل بعد. يمكن متابعة العمل."));
        const QAbstractItemModel &model = *table().model();
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("1448021457"));
        QCOMPARE(model.index(0, 2).data().toString(), QStringLiteral("١٠:١٢"));
        QCOMPARE(model.index(0, 4).data().toString(), QStringLiteral("٣"));
        QCOMPARE(model.index(0, 5).data().toString(), QStringLiteral("١٠:٤٢"));
    }

    void everyRefusalIsAClauseInBothLanguages()
    {
        const std::array codes{
            "act.forbidden",       "act.illegal",  "act.invalid.type", "act.invalid.execution_missing",
            "act.invalid.unheard", "case.unknown", "of.next.year"};
        for (const char *code : codes) {
            for (const auto kind : {Error::Kind::Invalid, Error::Kind::NotFound, Error::Kind::Forbidden,
                                    Error::Kind::Conflict, Error::Kind::Server}) {
                const Error error{kind, QString::fromLatin1(code), {}};
                m_words->use(Language::Arabic);
                QVERIFY(holdsArabic(refusalClause(error)));
                QVERIFY(!refusalClause(error).contains(u'.'));
                m_words->use(Language::English);
                QVERIFY(!refusalClause(error).isEmpty() && !holdsArabic(refusalClause(error)));
            }
        }
    }

    // --- states of the page ---

    void nothingIsSaidBeforeTheFirstSnapshotAndAllSentAfterAnEmptyOne()
    {
        QVERIFY(!part("stateAllSent").isVisible());
        QVERIFY(!table().isVisible());
        m_page->setItems({});
        QVERIFY(part("stateAllSent").isVisible());
        QVERIFY(!part("outboxHeading").isVisible());
        m_page->setItems({complete()});
        QVERIFY(!part("stateAllSent").isVisible());
        QVERIFY(table().isVisible());
        QCOMPARE(table().currentRow(), 0);
    }

    void theClockClosesTheUndo()
    {
        m_page->setItems({recallable(complete())});
        QCOMPARE(offered(), QStringLiteral("Recall Open"));
        m_clock.move(now() + seconds(41));
        m_page->tick();
        QCOMPARE(offered(), QStringLiteral("Retry- Open"));
        QCOMPARE(text("outboxWhy"), QStringLiteral("على وشك الإرسال."));
    }

    void theCurrentActStaysCurrentWhileOthersAreAcknowledged()
    {
        const Items all = manyItems();
        m_page->setItems(all);
        table().setCurrentRow(4);
        const QString title = text("outboxDetailTitle");
        m_page->setItems(Items(all.begin() + 2, all.end()));
        QCOMPARE(table().currentRow(), 2);
        QCOMPARE(text("outboxDetailTitle"), title);
        m_page->setItems(Items(all.begin() + 5, all.end()));
        QCOMPARE(table().currentRow(), 0);
        QVERIFY(table().selectionModel()->isRowSelected(0));
        QVERIFY(text("outboxDetailTitle") != title);
    }

    void aWishThatCameToNothingIsSaidOfThatAct()
    {
        m_page->setItems(manyItems());
        auto &strip = part<Strip>("outboxStrip");
        m_page->recallMissed();
        QVERIFY(strip.isVisible() && strip.message().startsWith(QStringLiteral("انتهت مهلة التراجع")));
        table().setCurrentRow(1);
        QVERIFY(!strip.isVisible());
        m_page->wishFailed({Error::Kind::Full, QStringLiteral("sql.full"), {}});
        QVERIFY(strip.isVisible() && strip.message().contains(QStringLiteral("sql.full")));
        // Not of an act that was not recorded: this one is, and stays.
        QVERIFY(strip.message().contains(QStringLiteral("الإجراء باقٍ كما هو")));
        m_page->tick();
        QVERIFY(strip.isVisible());
        button("outboxOpen").click();
        QVERIFY(!strip.isVisible());
    }

    // --- keyboard ---

    void arrowsWalkAndEnterOpensTheCase()
    {
        m_page->setItems(manyItems());
        m_page->focusRows();
        QVERIFY(table().hasFocus());
        QSignalSpy chosen(m_page.get(), &OutboxPage::caseChosen);
        QTest::keyClick(&table(), Qt::Key_Down);
        QCOMPARE(table().currentRow(), 1);
        QTest::keyClick(&table(), Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<CaseId>(), overdue().id);
        QTest::keyClick(&table(), Qt::Key_End);
        QCOMPARE(table().currentRow(), m_page->model().rowCount() - 1);
        QTest::keyClick(&table(), Qt::Key_Home);
        QCOMPARE(table().currentRow(), 0);
    }

    void noKeyDoesWhatOnlyAButtonMay()
    {
        m_page->setItems({recallable(complete())});
        m_page->focusRows();
        QSignalSpy recalled(m_page.get(), &OutboxPage::recallRequested);
        QSignalSpy retried(m_page.get(), &OutboxPage::retryRequested);
        for (const Qt::Key key : {Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_Space, Qt::Key_R})
            QTest::keyClick(&table(), key);
        QTest::keyClick(&table(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(recalled.isEmpty() && retried.isEmpty());
        QTest::keyClick(&table(), Qt::Key_Tab);
        QVERIFY(button("outboxRecall").hasFocus());
        QTest::keyClick(&button("outboxRecall"), Qt::Key_Return);
        QCOMPARE(recalled.first().first().value<ActId>(), complete().act.id);
    }

    void theButtonsAskForTheCurrentAct_data()
    {
        QTest::addColumn<Items>("items");
        QTest::addColumn<QString>("name");
        QTest::newRow("again") << Items{triedBefore(complete(), 2, kAway, 45)}
                               << QStringLiteral("outboxRetry");
        QTest::newRow("undo") << Items{recallable(complete())} << QStringLiteral("outboxRecall");
        QTest::newRow("conflict") << Items{rejectedMeanwhile(complete())} << QStringLiteral("outboxConflict");
    }
    void theButtonsAskForTheCurrentAct()
    {
        QFETCH(Items, items);
        QFETCH(QString, name);
        m_page->setItems(items);
        QSignalSpy retried(m_page.get(), &OutboxPage::retryRequested);
        QSignalSpy recalled(m_page.get(), &OutboxPage::recallRequested);
        QSignalSpy conflict(m_page.get(), &OutboxPage::conflictRequested);
        button(qPrintable(name)).click();
        const QHash<QString, QSignalSpy *> spies{{QStringLiteral("outboxRetry"), &retried},
                                                 {QStringLiteral("outboxRecall"), &recalled},
                                                 {QStringLiteral("outboxConflict"), &conflict}};
        for (auto spy = spies.begin(); spy != spies.end(); ++spy)
            QCOMPARE((*spy)->count(), spy.key() == name ? 1 : 0);
        QCOMPARE(spies[name]->first().first().value<ActId>(), items.front().act.id);
    }

    // --- details, sizes, reading aloud ---

    void detailsAreBehindAButtonAndCanBeCopiedRaw()
    {
        m_page->setItems({triedBefore(complete(), 2, kAway, 45)});
        auto &toggle = button("detailsToggle");
        QCOMPARE(toggle.text(), QStringLiteral("تفاصيل"));
        QVERIFY(!part("technicalDetails").isVisible());
        toggle.click();
        QVERIFY(part("technicalDetails").isVisible());
        auto &code = part<QLabel>("detailCode");
        QCOMPARE(code.text(), QStringLiteral("centre.unreachable"));
        QCOMPARE(code.layoutDirection(), Qt::LeftToRight);
        QVERIFY(code.textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
        QCOMPARE(text("detailAct"), complete().act.id.text());
        QCOMPARE(text("detailTries"), QStringLiteral("2"));
        // A selection in it survives the clock.
        code.setSelection(0, 6);
        m_clock.move(now() + seconds(5));
        m_page->tick();
        QCOMPARE(part<QLabel>("detailCode").selectedText(), QStringLiteral("centre"));
    }

    void theRowsHaveNoHorizontalScrollBarAtAnyTextSize()
    {
        m_page->setItems(manyItems());
        for (const int percent : {90, 100, 125, 150}) {
            m_theme->apply({Scheme::Light, percent, true});
            for (const int width : {900, 1192, 1268}) {
                m_page->resize(width, 700);
                QTRY_COMPARE(table().horizontalHeader()->length(), table().viewport()->width());
                QTRY_COMPARE(table().horizontalScrollBar()->maximum(), 0);
                QVERIFY(!table().isColumnHidden(static_cast<int>(OutboxColumn::Why)));
                QVERIFY(!table().isColumnHidden(static_cast<int>(OutboxColumn::State)));
            }
        }
        m_theme->apply({Scheme::Light, 100, true});
    }

    void everythingSpeaksWithoutControls_data()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("Arabic") << Language::Arabic;
        QTest::newRow("English") << Language::English;
    }
    void everythingSpeaksWithoutControls()
    {
        QFETCH(Language, language);
        open(language);
        m_page->setItems(manyItems());
        button("detailsToggle").click();
        for (int row = 0; row < m_page->model().rowCount(); ++row) {
            table().setCurrentRow(row);
            const QString spoken = m_page->model().index(row, 0).data(Qt::AccessibleTextRole).toString();
            QVERIFY2(spoken.contains(m_page->model().itemAt(row).base->number), qPrintable(spoken));
            for (QWidget *widget : m_page->findChildren<QWidget *>()) {
                QAccessibleInterface *voice = QAccessible::queryAccessibleInterface(widget);
                if (voice)
                    QVERIFY(!hasBidiControls(voice->text(QAccessible::Name)));
                if (auto *clickable = qobject_cast<QAbstractButton *>(widget);
                    clickable && clickable->isVisible()) {
                    QVERIFY(!clickable->accessibleName().isEmpty());
                    QVERIFY2(!clickable->objectName().isEmpty(), qPrintable(clickable->text()));
                }
            }
            for (int column = 0; column < kOutboxColumns; ++column) {
                for (const int role :
                     {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                    QVERIFY(!hasBidiControls(m_page->model().index(row, column).data(role).toString()));
            }
        }
        QCOMPARE(table().accessibleName(),
                 m_page->findChild<QLabel *>(QStringLiteral("outboxTitle"))->text());
    }
};

QTEST_MAIN(OutboxTest)
#include "tst_outbox.moc"
