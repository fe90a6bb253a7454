// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QTextBlock>
#include <QtGui/QTextLayout>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTextEdit>

#include "models/arabic/bidi.h"
#include "tests/support/sampleoutbox.h"
#include "ui/casefile/alerts.h"
#include "ui/casefile/casefacts.h"
#include "ui/casefile/casepane.h"
#include "ui/casefile/checklines.h"
#include "ui/casefile/historylines.h"
#include "ui/casefile/timeline.h"
#include "ui/casefile/whythisdate.h"
#include "ui/documents/documentpane.h"
#include "ui/shared/casewords.h"
#include "ui/shared/language.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/strip.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

using namespace tawasul;

namespace {

constexpr DisplayLocale kArabic{};
constexpr int kBearing = 4; // the side bearing of a glyph may keep ink this far from its edge

std::vector<Alert::Kind> kinds(const std::vector<Alert> &alerts)
{
    std::vector<Alert::Kind> result;
    for (const Alert &alert : alerts)
        result.push_back(alert.kind);
    return result;
}

bool holdsOverride(const QString &text)
{
    return text.contains(QChar(0x202E)) || text.contains(QChar(0x202D)) || text.contains(QChar(0x202B));
}

} // namespace

class CaseFileTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;
    std::unique_ptr<samples::StoppedClock> m_clock;
    std::unique_ptr<CasePane> m_pane;

    template<class T>
    T &part(const char *name) const
    {
        T *found = m_pane->findChild<T *>(QString::fromLatin1(name));
        Q_ASSERT_X(found, "part", name);
        return *found;
    }
    QString text(const char *name) const { return part<QLabel>(name).text(); }

    void open(const Case &theCase, const Actor &who = samples::officer())
    {
        m_pane->open(samples::opened(theCase), who);
        // Layouts inside layouts settle one after the other.
        for (int round = 0; round < 3; ++round)
            QApplication::processEvents();
    }

    QStringList visibleActs() const
    {
        QStringList names;
        for (const char *name :
             {"actComplete", "actReturn", "actTransfer", "actEscalate", "actNote", "actReject"}) {
            if (part<QAbstractButton>(name).isVisible())
                names.append(QString::fromLatin1(name));
        }
        return names;
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
        m_words->use(Language::Arabic);
        m_clock = std::make_unique<samples::StoppedClock>(samples::now());
        m_pane = std::make_unique<CasePane>(*m_theme, *m_clock, *m_clock, kArabic);
        m_pane->resize(880, 680);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }
    void cleanup() { m_pane.reset(); }
    void cleanupTestCase()
    {
        m_words.reset();
        m_theme.reset();
    }

    void theHeaderTellsTheCaseAndItsDeadline()
    {
        open(samples::ordinary());
        QCOMPARE(text("caseNumber"), QStringLiteral("\u20661448021457\u2069"));
        QCOMPARE(part<QLabel>("caseNumber").accessibleName(), QStringLiteral("1448021457"));
        QCOMPARE(text("caseStatus"), QStringLiteral("قيد المعالجة"));
        QCOMPARE(text("caseService"), QStringLiteral("نقل معلومات جواز مقيم"));
        QCOMPARE(text("timeLeft"), QStringLiteral("بعد 5 أيام عمل"));
        QVERIFY(text("deadlineDay").contains(QStringLiteral("مهلة الخدمة")));
    }

    void howOldItIsIsSaidOnceThatMatters()
    {
        open(samples::ordinary());
        SyncStatus status;
        status.link = SyncStatus::Link::Offline;
        status.completeAt = samples::now() - std::chrono::minutes(14);
        m_pane->setSyncStatus(status);
        QVERIFY(!part<QWidget>("caseAge").isVisible());
        status.completeAt = samples::now() - std::chrono::minutes(65);
        m_pane->setSyncStatus(status);
        QVERIFY(part<QWidget>("caseAge").isVisible());
        QCOMPARE(part<QWidget>("caseAge").findChild<PlainLabel *>()->accessibleName(),
                 QStringLiteral("مؤكد من النظام المركزي حتى 09:37"));
        status.link = SyncStatus::Link::Online;
        m_pane->setSyncStatus(status);
        QVERIFY(part<QWidget>("caseAge").isVisible()); // connected, and not caught up yet
        status.completeAt = samples::now();
        m_pane->setSyncStatus(status);
        QVERIFY(!part<QWidget>("caseAge").isVisible());
    }

    void aDeadlineInDoubtIsSaidToBeNoMore()
    {
        open(samples::ordinary());
        ClockCheck check;
        check.earliest = check.likely = samples::now();
        check.latest = samples::ordinary().deadline().at + std::chrono::milliseconds(1);
        m_pane->setClock(check);
        QCOMPARE(text("timeLeft"), QStringLiteral("قد تكون المهلة منتهية"));
        m_pane->setClock({});
        QCOMPARE(text("timeLeft"), QStringLiteral("بعد 5 أيام عمل"));
    }

    void theClockThatEndsFirstIsNamed()
    {
        open(samples::longNames());
        QVERIFY(text("deadlineDay").contains(QStringLiteral("المهلة النظامية")));
    }

    void theNumberIsCopiedRaw()
    {
        open(samples::ordinary());
        QTest::keyClick(m_pane.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("1448021457"));
        QGuiApplication::clipboard()->clear();
        part<QAbstractButton>("copyNumber").click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("1448021457"));
    }

    void timeLeftIsSaidInWorkingDays_data()
    {
        QTest::addColumn<TimeLeft>("left");
        QTest::addColumn<QString>("arabic");
        QTest::addColumn<QString>("english");
        using S = TimeLeft::State;
        const auto row = [](const char *name, S state, int days, int minutes, const char *ar,
                            const char *en) {
            QTest::newRow(name) << TimeLeft{state, days, std::chrono::minutes(minutes)}
                                << QString::fromUtf8(ar) << QString::fromUtf8(en);
        };
        row("one day", S::Ahead, 1, 0, "بعد يوم عمل", "In 1 working day");
        row("two days", S::Ahead, 2, 0, "بعد يومي عمل", "In 2 working days");
        row("three days", S::Ahead, 3, 0, "بعد 3 أيام عمل", "In 3 working days");
        row("eleven days", S::Ahead, 11, 0, "بعد 11 يوم عمل", "In 11 working days");
        row("a hundred", S::Ahead, 100, 0, "بعد 100 يوم عمل", "In 100 working days");
        row("today, hours", S::EndsToday, 0, 180, "تنتهي اليوم بعد 3 ساعات", "Due today, in 3 hours");
        row("today, both", S::EndsToday, 0, 62, "تنتهي اليوم بعد ساعة ودقيقتين",
            "Due today, in 1 hour and 2 minutes");
        row("today, one hour", S::EndsToday, 0, 60, "تنتهي اليوم بعد ساعة", "Due today, in 1 hour");
        row("today, minutes", S::EndsToday, 0, 38, "تنتهي اليوم بعد 38 دقيقة", "Due today, in 38 minutes");
        row("late today", S::Overdue, 0, 0, "متأخر أقل من يوم عمل", "Less than a working day late");
        row("late two days", S::Overdue, 2, 0, "متأخر يومي عمل", "2 working days late");
    }
    void timeLeftIsSaidInWorkingDays()
    {
        QFETCH(TimeLeft, left);
        QFETCH(QString, arabic);
        QFETCH(QString, english);
        QCOMPARE(timeLeftText(left, Digits::European), arabic);
        m_words->use(Language::English);
        QCOMPARE(timeLeftText(left, Digits::European), english);
    }

    void theDateIsExplainedDayByDay()
    {
        const Case theCase = samples::ordinary();
        const WhyThisDate why = whyThisDate(theCase, theCase.serviceDeadline, *samples::reference(), kArabic);
        QCOMPARE(why.sentence.left(10), QStringLiteral("7 أيام عمل"));
        QCOMPARE(
            std::count_if(why.days.begin(), why.days.end(), [](const WhyLine &day) { return day.counted; }),
            7);
        QVERIFY(why.days.back().day.contains(QStringLiteral("29/11/2026")));
        QVERIFY(why.note.isEmpty());
        const Case statutory = samples::longNames();
        const WhyThisDate rule =
            whyThisDate(statutory, *statutory.statutoryDeadline, *samples::reference(), kArabic);
        QVERIFY(rule.sentence.contains(QStringLiteral("15 يومًا")));
        QVERIFY(rule.sentence.contains(QStringLiteral("09/11/2026")));
    }

    void daysAddedWhileReturnedAreNamed()
    {
        Case theCase = samples::ordinary();
        theCase.serviceDeadline.day =
            samples::reference()->calendar.addWorkingDays(theCase.serviceDeadline.day, 2);
        const WhyThisDate why = whyThisDate(theCase, theCase.serviceDeadline, *samples::reference(), kArabic);
        QVERIFY2(why.note.contains(QStringLiteral("يومان")), qPrintable(why.note));
    }

    void theExplanationOpensAndClosesByKeyboard()
    {
        open(samples::ordinary());
        QTest::keyClick(&part<QWidget>("whyThisDate"), Qt::Key_Return);
        QPointer<QWidget> popover = QApplication::activePopupWidget();
        QVERIFY(popover);
        // Clear of the window's edges on either side.
        QVERIFY(popover->x() >= m_pane->geometry().left() + space::medium);
        QVERIFY(popover->geometry().right() <= m_pane->geometry().right() - space::medium);
        QTest::keyClick(popover, Qt::Key_Escape);
        QTRY_VERIFY(!popover);
    }

    void onlyWhatIsAllowedIsOffered_data()
    {
        QTest::addColumn<Case>("theCase");
        QTest::addColumn<Actor>("who");
        QTest::addColumn<QString>("acts");
        Actor supervisor = samples::officer();
        supervisor.role = Role::SectionSupervisor;
        Actor other = samples::officer();
        other.id = PersonId(QStringLiteral("u-99"));
        Actor administrator = samples::officer();
        administrator.role = Role::Administrator;
        Actor reports = samples::officer();
        reports.section.clear();
        Case completed = samples::ordinary();
        completed.status = CaseStatus::Completed;
        const QString all = QStringLiteral("actComplete actReturn actTransfer actEscalate actNote actReject");
        QTest::newRow("own case") << samples::ordinary() << samples::officer() << all;
        QTest::newRow("supervisor") << samples::ordinary() << supervisor << all;
        QTest::newRow("returned") << samples::returned() << samples::officer()
                                  << QStringLiteral("actEscalate actNote");
        QTest::newRow("awaiting execution") << samples::awaitingExecution() << samples::officer()
                                            << QStringLiteral("actComplete actEscalate actNote");
        QTest::newRow("escalated") << samples::longNames() << reports << all;
        QTest::newRow("completed") << completed << samples::officer() << QStringLiteral("actNote");
        QTest::newRow("unknown status") << samples::unknownStatus() << samples::officer() << QString();
        QTest::newRow("somebody else's") << samples::ordinary() << other << QString();
        QTest::newRow("auditor") << samples::ordinary() << samples::auditor() << QString();
        QTest::newRow("administrator") << samples::ordinary() << administrator << QString();
    }
    void onlyWhatIsAllowedIsOffered()
    {
        QFETCH(Case, theCase);
        QFETCH(Actor, who);
        QFETCH(QString, acts);
        m_pane->resize(1200, 700);
        open(theCase, who);
        QCOMPARE(visibleActs().join(u' '), acts);
        QCOMPARE(part<QLabel>("whyNoActs").isVisible(), acts.isEmpty());
        // No key opens what is not offered.
        for (const auto &[act, name] :
             {std::pair{ActType::Complete, "actComplete"}, std::pair{ActType::Reject, "actReject"},
              std::pair{ActType::Escalate, "actEscalate"}}) {
            m_pane->openSheet(act);
            QCOMPARE(m_pane->isSheetOpen(), acts.contains(QLatin1StringView(name)));
            if (m_pane->isSheetOpen())
                QTest::keyClick(m_pane.get(), Qt::Key_Escape);
        }
        const bool answers = part<QWidget>("check_attachments")
                                 .findChild<QAbstractButton *>(QStringLiteral("checkAnswer"))
                                 ->isVisible();
        QVERIFY(!answers || acts.contains(QStringLiteral("actReturn")));
    }

    void rejectingStandsAloneAtTheFarEnd()
    {
        m_pane->resize(1200, 700);
        open(samples::ordinary());
        const auto left = [this](const char *name) { return part<QWidget>(name).geometry().left(); };
        QVERIFY(left("actReject") < left("actNote"));
        const int gap = left("actNote") - part<QWidget>("actReject").geometry().right();
        QVERIFY2(gap > 40, qPrintable(QString::number(gap)));
        QVERIFY(part<QWidget>("actComplete").geometry().right() >= part<QWidget>("actionRow").width() - 1);
    }

    void whatDoesNotFitMovesIntoAMenu()
    {
        open(samples::ordinary());
        m_pane->resize(640, 680);
        QApplication::processEvents();
        QVERIFY(part<QWidget>("moreActs").isVisible());
        QVERIFY(part<QWidget>("actComplete").isVisible());
        QVERIFY(part<QWidget>("actReject").isVisible());
        QVERIFY(!part<QWidget>("actNote").isVisible());
        QVERIFY(part<QWidget>("actionRow").minimumSizeHint().width() < 300);
    }

    void alertsComeGravestFirst_data()
    {
        QTest::addColumn<OpenedCase>("opened");
        QTest::addColumn<QString>("draft");
        QTest::addColumn<std::vector<Alert::Kind>>("expected");
        using K = Alert::Kind;
        using Kinds = std::vector<K>;
        const auto with = [](const Case &theCase, OutboxState state, ParkReason why) {
            OpenedCase opened = samples::opened(theCase);
            opened.pending = {samples::outboxItem(theCase, ActType::Return, state, why)};
            return opened;
        };
        QTest::newRow("nothing") << samples::opened(samples::ordinary()) << QString() << Kinds{};
        QTest::newRow("overdue") << samples::opened(samples::overdue()) << QString() << Kinds{K::Overdue};
        QTest::newRow("not linked") << samples::opened(samples::failedChecks()) << QString()
                                    << Kinds{K::NotLinked};
        QTest::newRow("unknown") << samples::opened(samples::unknownStatus()) << QString()
                                 << Kinds{K::UnknownStatus};
        QTest::newRow("waiting") << with(samples::ordinary(), OutboxState::Waiting, ParkReason::None)
                                 << QString() << Kinds{K::Waiting};
        QTest::newRow("conflict") << with(samples::overdue(), OutboxState::Parked, ParkReason::Conflict)
                                  << QString() << Kinds{K::Conflict, K::Overdue};
        QTest::newRow("refused") << with(samples::ordinary(), OutboxState::Parked, ParkReason::Refused)
                                 << QString() << Kinds{K::Refused};
        QTest::newRow("draft") << samples::opened(samples::overdue()) << QStringLiteral("رفض")
                               << Kinds{K::Overdue, K::Draft};
        OpenedCase late = samples::opened(samples::overdue());
        late.shown.status = CaseStatus::Returned;
        QTest::newRow("returned is nobody's delay") << late << QString() << Kinds{};
    }
    void alertsComeGravestFirst()
    {
        QFETCH(OpenedCase, opened);
        QFETCH(QString, draft);
        QFETCH(std::vector<Alert::Kind>, expected);
        QCOMPARE(kinds(alertsOf(opened, {true, draft}, samples::now(), kArabic)), expected);
    }

    void aRefusalSaysWhyAndThatTheActIsKept_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("why");
        QTest::newRow("known") << QStringLiteral("act.illegal")
                               << QStringLiteral("حالة الطلب الحالية لا تسمح بهذا الإجراء");
        QTest::newRow("no reason given") << QString() << QStringLiteral("لم يُذكر السبب");
    }
    void aRefusalSaysWhyAndThatTheActIsKept()
    {
        QFETCH(QString, code);
        QFETCH(QString, why);
        OpenedCase opened = samples::opened(samples::ordinary());
        opened.pending = {
            samples::outboxItem(opened.shown, ActType::Return, OutboxState::Parked, ParkReason::Refused)};
        opened.pending.front().tries = 1;
        opened.pending.front().lastError.reset();
        if (!code.isEmpty())
            opened.pending.front().lastError = Error{Error::Kind::Conflict, code, {}};
        const QString said = alertsOf(opened, {}, samples::now(), kArabic).front().sentence;
        QVERIFY2(said.contains(why), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("على هذا الجهاز")), qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("فلم يُسجَّل")), qPrintable(said));
        QCOMPARE(said.contains(QStringLiteral("الرمز")), !code.isEmpty());
    }

    void stripsAskForWhatTheirStateNeeds_data()
    {
        QTest::addColumn<OutboxState>("state");
        QTest::addColumn<ParkReason>("why");
        QTest::addColumn<int>("windowSeconds"); // left of it; 0: none
        QTest::addColumn<int>("tries");
        QTest::addColumn<QString>("strip");
        QTest::addColumn<QByteArray>("asks"); // empty: nothing to press
        using S = OutboxState;
        using W = ParkReason;
        const auto row = [](const char *name, S state, W why, int seconds, int tries, const char *strip,
                            const char *asks) {
            QTest::newRow(name) << state << why << seconds << tries << QString::fromLatin1(strip)
                                << QByteArray(asks);
        };
        row("window open", S::Waiting, W::None, 60, 0, "alertWaiting", "recall");
        row("window closed", S::Waiting, W::None, -1, 0, "alertWaiting", "");
        row("never a window", S::Waiting, W::None, 0, 0, "alertWaiting", "");
        row("sending", S::Sending, W::None, 60, 0, "alertWaiting", "");
        row("not sent at first", S::Waiting, W::None, 0, 2, "alertDelayed", "retry");
        row("conflict", S::Parked, W::Conflict, 0, 1, "alertConflict", "conflict");
        row("refused", S::Parked, W::Refused, 0, 1, "alertRefused", "conflict");
    }
    void stripsAskForWhatTheirStateNeeds()
    {
        QFETCH(OutboxState, state);
        QFETCH(ParkReason, why);
        QFETCH(int, windowSeconds);
        QFETCH(int, tries);
        QFETCH(QString, strip);
        QFETCH(QByteArray, asks);
        OpenedCase opened = samples::opened(samples::ordinary());
        OutboxItem item = samples::outboxItem(opened.shown, ActType::Return, state, why);
        item.tries = tries;
        if (windowSeconds != 0)
            item.recallUntil = samples::now() + std::chrono::seconds(windowSeconds);
        opened.pending = {item};
        m_pane->open(opened, samples::officer());
        QSignalSpy recall(m_pane.get(), &CasePane::recallRequested);
        QSignalSpy retry(m_pane.get(), &CasePane::retryRequested);
        QSignalSpy conflict(m_pane.get(), &CasePane::conflictRequested);
        const auto *alert = m_pane->findChild<Strip *>(strip);
        QVERIFY(alert && alert->isVisible());
        auto &button = *alert->findChild<QAbstractButton *>(QStringLiteral("stripAction"));
        QCOMPARE(button.isVisible(), !asks.isEmpty());
        if (button.isVisible())
            button.click();
        for (const auto &[spy, name] :
             {std::pair{&recall, "recall"}, std::pair{&retry, "retry"}, std::pair{&conflict, "conflict"}}) {
            QCOMPARE(spy->count(), asks == name ? 1 : 0);
            if (asks == name)
                QCOMPARE(spy->first().first().value<ActId>(), item.act.id);
        }
    }

    void onlyTheNewestIsTakenBack()
    {
        OpenedCase opened = samples::opened(samples::ordinary());
        OutboxItem older =
            samples::outboxItem(opened.shown, ActType::Escalate, OutboxState::Waiting, ParkReason::None);
        OutboxItem newer = older;
        newer.act.id = ActId(QStringLiteral("outbox-2"));
        older.recallUntil = newer.recallUntil = samples::now() + std::chrono::seconds(30);
        opened.pending = {older, newer};
        const Alert alert = alertsOf(opened, {}, samples::now(), kArabic).front();
        QCOMPARE(alert.act, newer.act.id);
        QCOMPARE(alert.sentence.left(13), QStringLiteral("سُجّل إجراءان"));
        opened.pending.back().recallUntil.reset();
        QVERIFY(alertsOf(opened, {}, samples::now(), kArabic).front().action.isEmpty());
    }

    void theUndoGoesWhenItsWindowEnds()
    {
        OpenedCase opened = samples::opened(samples::ordinary());
        opened.pending = {
            samples::outboxItem(opened.shown, ActType::Return, OutboxState::Waiting, ParkReason::None)};
        opened.pending.front().recallUntil = samples::now() + std::chrono::milliseconds(40);
        m_pane->open(opened, samples::officer());
        const auto *alert = m_pane->findChild<Strip *>(QStringLiteral("alertWaiting"));
        auto &undo = *alert->findChild<QWidget *>(QStringLiteral("stripAction"));
        QVERIFY(undo.isVisible());
        m_clock->move(samples::now() + std::chrono::milliseconds(41));
        QTRY_VERIFY(!undo.isVisible());
        QVERIFY(alert->isVisible());
    }

    void tabReachesAStripBetweenHeaderAndActs()
    {
        m_pane->open(samples::opened(samples::failedChecks()), samples::officer());
        part<QWidget>("whyThisDate").setFocus(Qt::TabFocusReason);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("stripAction"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("actComplete"));
    }

    void checksShowVerdictWordAndEvidence()
    {
        const Prechecks checks = precheck(samples::failedChecks(), *samples::reference());
        const std::vector<CheckLine> lines = checkLines(checks, *samples::reference(), kArabic);
        QCOMPARE(lines.size(), std::size_t(3));
        for (const CheckLine &line : lines) {
            QCOMPARE(line.verdict, Verdict::Fail);
            QVERIFY(!line.evidence.isEmpty());
        }
        QVERIFY(lines[0].evidence.contains(QStringLiteral("\u20662123456789\u2069")));
        QVERIFY(lines[1].evidence.contains(QStringLiteral("تمديد الزيارة")));
        QVERIFY(lines[2].evidence.contains(QStringLiteral("الجواز الجديد")));
        open(samples::failedChecks());
        QCOMPARE(part<QWidget>("check_section").findChild<QLabel *>(QStringLiteral("checkVerdict"))->text(),
                 QStringLiteral("غير مستوفى"));
    }

    void numbersInTheDescriptionAreMarkedAndCopiedRaw()
    {
        Case theCase = samples::ordinary();
        theCase.description = QStringLiteral("رقم الإقامة ٢١٢٣-٤٥٦-٧٨٨ \u202Eثم نص");
        open(theCase);
        auto &view = part<QTextEdit>("description");
        view.selectAll();
        view.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("رقم الإقامة ٢١٢٣-٤٥٦-٧٨٨ ثم نص"));
        QVERIFY(!holdsOverride(view.toPlainText()));
        QTextCursor number = view.document()->find(QStringLiteral("٢١٢٣"));
        QCOMPARE(number.charFormat().anchorHref(), QStringLiteral("2123456788"));
        QVERIFY(number.charFormat().background().style() != Qt::NoBrush);
    }

    void aLongDescriptionShowsItsBeginningFirst()
    {
        open(samples::extreme());
        auto &view = part<QTextEdit>("description");
        auto &whole = part<QAbstractButton>("wholeDescription");
        QVERIFY(whole.isVisible());
        const int cut = view.height();
        whole.click();
        QVERIFY(view.height() > 2 * cut);
        whole.click();
        QCOMPARE(view.height(), cut);
        open(samples::ordinary());
        QVERIFY(!whole.isVisible());
    }

    void nastyStringsTurnNothingAround()
    {
        open(samples::extreme());
        auto &files = part<QListWidget>("attachmentList");
        QCOMPARE(files.count(), 30);
        for (int row = 0; row < files.count(); ++row) {
            QVERIFY(!holdsOverride(files.item(row)->text()));
            const QString spoken = files.item(row)->data(Qt::AccessibleTextRole).toString();
            QVERIFY2(!hasBidiControls(spoken), qPrintable(spoken));
        }
        const QList<QLabel *> labels = m_pane->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            QVERIFY2(!holdsOverride(label->text()), qPrintable(label->text()));
            QVERIFY2(!hasBidiControls(label->accessibleName()), qPrintable(label->objectName()));
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        const QList<QAbstractButton *> buttons = m_pane->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons)
            QVERIFY2(!hasBidiControls(button->accessibleName()), qPrintable(button->objectName()));
    }

    void aLongHistoryIsMadeWhenAskedFor()
    {
        open(samples::extreme());
        auto &timeline = part<Timeline>("timeline");
        QCOMPARE(timeline.shownCount(), 5);
        auto &rest = part<QAbstractButton>("wholeHistory");
        QCOMPARE(rest.text(), QStringLiteral("35 خطوة أسبق"));
        rest.click();
        QCOMPARE(timeline.shownCount(), 40);
        QVERIFY(!rest.isVisible());
    }

    void historyIsNewestFirstWithItsReply()
    {
        const Case theCase = samples::returned();
        const std::vector<HistoryLine> lines =
            historyLines(theCase, {{theCase.history.back().act}, {}}, *samples::reference(), kArabic);
        QCOMPARE(lines.front().title, QStringLiteral("إعادة لاستكمال النواقص: \u2068المرفقات ناقصة\u2069"));
        QVERIFY(lines.front().waiting);
        QVERIFY(!lines.front().reply.isEmpty());
        QVERIFY(!lines.back().waiting);
        QVERIFY(!lines.front().byline.contains(QStringLiteral("إيصال")));
        const ActId act = theCase.history.back().act;
        QVERIFY(historyLines(theCase, {{}, {{act, {QStringLiteral("7K3F-9QPM"), ReceiptProof::Proven}}}},
                             *samples::reference(), kArabic)
                    .front()
                    .byline.endsWith(
                        QStringLiteral(" · إيصال \u20667K3F-9QPM\u2069، تم التحقق منه على هذا الجهاز")));
        QVERIFY(historyLines(theCase, {{}, {{act, {QStringLiteral("7K3F-9QPM"), ReceiptProof::Doubtful}}}},
                             *samples::reference(), kArabic)
                    .front()
                    .byline.endsWith(QStringLiteral(" · إيصال \u20667K3F-9QPM\u2069، تعذّر التحقق منه")));
        open(theCase);
        auto &reply = part<QLabel>("replyText");
        QVERIFY(!reply.isVisible());
        QTest::keyClick(&part<QWidget>("replyToggle"), Qt::Key_Return);
        QVERIFY(reply.isVisible());
        QCOMPARE(part<QAbstractButton>("replyToggle").text(), QStringLiteral("إخفاء الرد"));
    }

    // What never left was not refused by the centre, and what cannot be read is not said to be kept whole.
    void onlyWhatTheCentreRefusedIsSaidToBe()
    {
        const auto sentence = [](OutboxItem item) {
            OpenedCase opened = samples::opened(samples::ordinary());
            opened.pending = {std::move(item)};
            return alertsOf(opened, {true, {}}, samples::now(), kArabic).front().sentence;
        };
        const OutboxItem act = samples::recorded(samples::ordinary(), ActType::Return, 1, 40);
        const Error illegal{Error::Kind::Conflict, QStringLiteral("act.illegal"), {}};
        QVERIFY(sentence(samples::refused(act, illegal)).contains(QStringLiteral("النظام المركزي")));
        QVERIFY(!sentence(samples::unfounded(act)).contains(QStringLiteral("النظام المركزي")));
        QVERIFY(sentence(samples::unfounded(act)).contains(QStringLiteral("لم يُرسل")));
        QVERIFY(!sentence(samples::damaged(act, 3)).contains(QStringLiteral("النظام المركزي")));
        QVERIFY(sentence(samples::damaged(act, 3)).contains(QStringLiteral("تالف")));
    }

    void aRefreshThatChangesNothingDisturbsNothing()
    {
        open(samples::returned());
        part<QAbstractButton>("replyToggle").click();
        auto &fact = part<QWidget>("factPassport");
        fact.setFocus(Qt::TabFocusReason);
        m_pane->refresh(samples::opened(samples::returned()));
        QVERIFY(fact.hasFocus());
        QVERIFY(part<QWidget>("replyText").isVisible());
        Case moved = samples::returned();
        moved.assignee = PersonName{PersonId(QStringLiteral("u-99")), QStringLiteral("خالد")};
        m_pane->refresh(samples::opened(moved));
        QCOMPARE(text("factAssignee"), QStringLiteral("خالد"));
    }

    void whatIsNewerThanTheProgramIsShownAsText()
    {
        open(samples::unknownStatus());
        QCOMPARE(part<QLabel>("caseStatus").accessibleName(), QStringLiteral("awaiting_approval"));
        const std::vector<HistoryLine> lines =
            historyLines(samples::unknownStatus(), {}, *samples::reference(), kArabic);
        QCOMPARE(lines.front().title, QStringLiteral("\u2068request_approval\u2069"));
        Case theCase = samples::ordinary();
        theCase.section = QStringLiteral("biometrics");
        theCase.subService = QStringLiteral("biometrics.enrol");
        theCase.region = QStringLiteral("SA-77");
        open(theCase);
        QCOMPARE(text("factSection"), QStringLiteral("biometrics"));
        QCOMPARE(text("factRegion"), QStringLiteral("SA-77"));
    }

    void everyFactIsOneRawValue_data()
    {
        QTest::addColumn<Case>("theCase");
        QTest::newRow("ordinary") << samples::ordinary();
        QTest::newRow("long") << samples::longNames();
        QTest::newRow("extreme") << samples::extreme();
    }
    void everyFactIsOneRawValue()
    {
        QFETCH(Case, theCase);
        for (const FactGroup &group : caseFacts(theCase, *samples::reference(), kArabic)) {
            QVERIFY(!group.facts.empty());
            for (const Fact &fact : group.facts) {
                QVERIFY2(!hasBidiControls(fact.value), qPrintable(fact.name));
                QVERIFY(!fact.label.isEmpty() && !fact.value.isEmpty());
            }
        }
    }

    void theNationalityIsSaidInWordsAndItsCodeIsAtHand()
    {
        open(samples::ordinary());
        QCOMPARE(text("factNationality"), QStringLiteral("باكستان"));
        const auto &value = part<QLabel>("factNationality");
        QCOMPARE(value.accessibleDescription(), QStringLiteral("باكستان"));
        QVERIFY(value.toolTip().contains(QStringLiteral("PAK")));
        const std::vector<FactGroup> english =
            caseFacts(samples::ordinary(), *samples::reference(), {Language::English, Digits::European});
        const std::vector<Fact> &facts = english.front().facts;
        QVERIFY(std::any_of(facts.begin(), facts.end(), [](const Fact &fact) {
            return fact.value == u"Pakistan" && fact.code == u"PAK";
        }));
    }

    void eachParagraphOfTheDescriptionReadsInItsOwnDirection()
    {
        Case theCase = samples::ordinary();
        theCase.description =
            QStringLiteral("My daughter has a new passport.\nصدر لابنتي جواز جديد.\n2123456788\nThank you!");
        for (const Language language : {Language::Arabic, Language::English}) {
            m_words->use(language);
            open(theCase);
            const auto &view = part<QTextEdit>("description");
            const Qt::LayoutDirection screen = view.layoutDirection();
            QCOMPARE(screen, language == Language::Arabic ? Qt::RightToLeft : Qt::LeftToRight);
            QList<Qt::LayoutDirection> found;
            for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
                found.append(block.textDirection());
                QCOMPARE(block.blockFormat().alignment(), startEdge(found.last()));
            }
            QCOMPARE(found, (QList{Qt::LeftToRight, Qt::RightToLeft, screen, Qt::LeftToRight}));
        }
    }

    void aDescriptionThatIsSeenWholeOffersNoRest()
    {
        open(samples::ordinary());
        QVERIFY(!part<QWidget>("wholeDescription").isVisible());
        open(samples::extreme());
        QVERIFY(part<QWidget>("wholeDescription").isVisible());
        // What is shown of it ends with a whole line.
        const auto &view = part<QTextEdit>("description");
        const QTextLayout &first = *view.document()->firstBlock().layout();
        QList<int> ends;
        for (int line = 0; line < first.lineCount(); ++line)
            ends.append(qFloor(first.lineAt(line).rect().bottom()));
        QVERIFY(ends.contains(view.height()));
    }

    void whatAPersonWroteInTheHistoryReadsInItsOwnDirection()
    {
        Case theCase = samples::ordinary();
        theCase.history.back().text = QStringLiteral("The name differs.");
        open(theCase);
        QCOMPARE(part<QLabel>("stepText").layoutDirection(), Qt::LeftToRight);
        theCase.history.back().text = QStringLiteral("يختلف الاسم.");
        m_pane->refresh(samples::opened(theCase));
        QCOMPARE(part<QLabel>("stepText").layoutDirection(), Qt::RightToLeft);
    }

    void identifiersStandAtTheStartEdgeAndReadLeftToRight()
    {
        open(samples::ordinary());
        for (const char *name : {"factSubjectIdentifier", "factPassport", "factMobile"}) {
            auto &value = part<QLabel>(name);
            QCOMPARE(value.layoutDirection(), Qt::LeftToRight);
            QVERIFY(value.alignment().testFlag(Qt::AlignRight));
            QVERIFY(value.textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
        }
        QCOMPARE(text("factMobile"), QStringLiteral("+966500000017"));
    }

    // Labels, values, digits and captions share one right edge.
    void theFactsShareOneStartEdge()
    {
        open(samples::ordinary());
        const QList<QLabel *> labels = part<QWidget>("factGrid").findChildren<QLabel *>();
        QSet<int> edges;
        for (const QLabel *label : labels) {
            if (!label->isVisible() || label->text().isEmpty())
                continue;
            const QImage image = const_cast<QLabel *>(label)->grab().toImage();
            int ink = -1;
            for (int x = image.width() - 1; x >= 0 && ink < 0; --x) {
                for (int y = 0; y < image.height() && ink < 0; ++y)
                    ink = image.pixel(x, y) != image.pixel(0, 0) ? image.width() - 1 - x : -1;
            }
            QVERIFY2(ink >= 0 && ink <= kBearing, qPrintable(label->text() + QString::number(ink)));
            edges.insert(label->mapTo(m_pane.get(), QPoint(label->width(), 0)).x());
        }
        QCOMPARE(edges.size(), 2); // the two columns
    }

    void englishIsTheMirror()
    {
        m_words->use(Language::English);
        CasePane english(*m_theme, *m_clock, *m_clock, {Language::English, Digits::European});
        english.resize(880, 680);
        english.show();
        english.open(samples::opened(samples::ordinary()), samples::officer());
        QApplication::processEvents();
        const auto centre = [&english](const char *name) {
            auto *widget = english.findChild<QWidget *>(QString::fromLatin1(name));
            return widget->mapTo(&english, widget->rect().center()).x();
        };
        QVERIFY(centre("factsSide") < english.width() / 2);
        QVERIFY(centre("documentPane") > english.width() / 2);
        QCOMPARE(english.findChild<QLabel *>(QStringLiteral("caseService"))->text(),
                 samples::reference()->subService(QStringLiteral("docupdate.transfer_info"))->name.en);
    }

    void theDocumentHasAtLeastHalf_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {720, 860, 948, 1300})
            QTest::addRow("%d", width) << width;
    }
    void theDocumentHasAtLeastHalf()
    {
        QFETCH(int, width);
        m_pane->resize(width, 680);
        open(samples::ordinary());
        auto &documents = part<QWidget>("documentPane");
        auto *splitter = m_pane->findChild<QSplitter *>();
        QVERIFY2(documents.width() * 2 >= splitter->width() - splitter->handleWidth(),
                 qPrintable(QString::number(documents.width())));
        splitter->setSizes({splitter->width(), 0});
        QApplication::processEvents();
        QVERIFY(documents.width() * 2 >= splitter->width() - splitter->handleWidth());
    }

    void theListDrivesTheDocumentAndBack()
    {
        open(samples::longNames());
        auto &files = part<QListWidget>("attachmentList");
        const auto &attachments = samples::longNames().attachments;
        QCOMPARE(files.currentRow(), 0);
        files.setFocus();
        QTest::keyClick(&files, Qt::Key_Down);
        QCOMPARE(m_pane->documents().shownAttachment(), attachments[1].sha256);
        m_pane->documents().turnAttachment(1);
        QCOMPARE(files.currentRow(), 2);
    }

    void aFileThatCannotBeShownIsAskedForAnew()
    {
        const Case theCase = samples::ordinary();
        open(theCase);
        DocumentState failed;
        failed.kind = DocumentState::Kind::Failed;
        failed.error = {Error::Kind::Corrupt, QStringLiteral("preview.crashed"), {}};
        m_pane->documents().setState(theCase.attachments.front().sha256, failed);
        part<QAbstractButton>("documentCopy").click();
        QVERIFY(m_pane->isSheetOpen());
        QApplication::processEvents();
        QCOMPARE(part<QComboBox>("reason").currentData().toString(), QStringLiteral("UNREADABLE_ATTACHMENT"));
        QCOMPARE(part<QComboBox>("template").currentData().toString(),
                 QStringLiteral("return.unreadable_attachment"));
        // One sheet at a time.
        QVERIFY(!part<QAbstractButton>("documentCopy").isVisible());
        m_pane->open(samples::opened(theCase), samples::auditor());
        m_pane->documents().setState(theCase.attachments.front().sha256, failed);
        QVERIFY(!part<QAbstractButton>("documentCopy").isVisible());
    }

    void theHeaderNeverScrolls()
    {
        open(samples::extreme());
        auto &header = part<QWidget>("caseNumber");
        const QPoint before = header.mapTo(m_pane.get(), QPoint(0, 0));
        QTest::keyClick(m_pane.get(), Qt::Key_4, Qt::AltModifier);
        QVERIFY(part<QScrollArea>("factsSide").widget()->y() < 0);
        QCOMPARE(header.mapTo(m_pane.get(), QPoint(0, 0)), before);
    }

    void theClockMovesTheDeadline()
    {
        open(samples::ordinary());
        m_clock->move(riyadhInstant(QDate(2026, 11, 29), QTime(11, 0)));
        m_pane->tick();
        QVERIFY(text("timeLeft").startsWith(QStringLiteral("تنتهي اليوم")));
        m_clock->move(riyadhInstant(QDate(2026, 12, 1), QTime(11, 0)));
        m_pane->tick();
        QCOMPARE(text("timeLeft"), QStringLiteral("متأخر يومي عمل"));
        QVERIFY(part<QWidget>("alertStrips").isVisible());
    }

    void otherStatesOfThePaneSayWhatTheyAre()
    {
        QVERIFY(part<QWidget>("caseEmpty").isVisible());
        m_pane->showLoading();
        QVERIFY(part<QWidget>("caseLoading").isVisible());
        m_pane->showError({Error::Kind::Corrupt, QStringLiteral("sql.corrupt"), {}});
        QVERIFY(part<QWidget>("caseError").isVisible());
        QSignalSpy again(m_pane.get(), &CasePane::reloadRequested);
        part<QAbstractButton>("emptyAction").click();
        QCOMPARE(again.count(), 1);
        // What left the list does not come back by being asked for again.
        QSignalSpy back(m_pane.get(), &CasePane::closeRequested);
        m_pane->showError({Error::Kind::NotFound, QStringLiteral("case.unknown"), {}});
        part<QAbstractButton>("emptyAction").click();
        QCOMPARE(again.count(), 1);
        QCOMPARE(back.count(), 1);
        OpenedCase bare = samples::opened(samples::ordinary());
        bare.reference.reset();
        m_pane->open(bare, samples::officer());
        QVERIFY(part<QWidget>("caseError").isVisible());
    }

    void everythingHasANameForTheScreenReader()
    {
        open(samples::longNames());
        const QList<QWidget *> widgets = m_pane->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
                || widget->objectName() == u"qt_scrollarea_viewport" || !widget->isEnabled())
                continue;
            const QString name = QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
            QVERIFY2(!name.isEmpty(),
                     qPrintable(QString(QLatin1StringView(widget->metaObject()->className()) % u' '
                                        % widget->objectName())));
        }
    }
};

QTEST_MAIN(CaseFileTest)
#include "tst_casefile.moc"
