// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A supervisor's morning with everything real: the window worked by keys, threads, files, and the centre
// behind a socket.
#include "models/arabic/bidi.h"
#include "tests/journeys/deskwindow.h"
#include "tests/journeys/realcentre.h"
#include "ui/supervision/caselistpanel.h"

#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

namespace tawasul {

namespace {

constexpr int kPatienceMs = 40'000;
constexpr int kNobodys = 4;

Case nobodysCase(int n)
{
    Case value = numberedCase(n);
    value.attachments.clear();
    value.assignee.reset();
    return value;
}

void begin(RealCentre &centre)
{
    for (int n = 1; n <= kNobodys; ++n)
        centre.take(nobodysCase(n));
    for (int n = kNobodys + 1; n <= kNobodys + 2; ++n) {
        Case value = numberedCase(n);
        value.attachments.clear();
        centre.take(value);
    }
    centre.start();
}

bool focusIsIn(const DeskWindow &desk, const char *name)
{
    const QWidget *part = desk.shown(name);
    desk.bringToFront();
    const QWidget *focus = QApplication::focusWidget();
    return part && focus && (part == focus || part->isAncestorOf(focus));
}

QString focused()
{
    const QWidget *focus = QApplication::focusWidget();
    return focus ? focus->objectName() : QString();
}

QString text(const DeskWindow &desk, const char *label)
{
    const auto *shown = desk.shown<QLabel>(label);
    return shown ? withoutControls(shown->text()) : QString();
}

int rows(const DeskWindow &desk)
{
    const auto *panel = desk.shown<CaseListPanel>("caseListPanel");
    return panel ? panel->model().rowCount() : -1;
}

/// Whose the first cases are at the centre, as many as are somebody's.
int given(RealCentre &centre, const PersonId &to)
{
    int count = 0;
    for (int n = 1; n <= kNobodys; ++n) {
        const std::optional<PersonName> of = centre.caseOf(numberedCase(n).id).assignee;
        count += of && of->id == to ? 1 : 0;
    }
    return count;
}

void signIn(DeskWindow &desk, const char *landing)
{
    QTRY_VERIFY(focusIsIn(desk, "signIn"));
    desk.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(desk.shown(landing), kPatienceMs);
}

// From the page of the morning to the sheet in which three cases go to an officer, with its dry run.
void chooseThree(DeskWindow &desk, const Actor &officer)
{
    QTRY_VERIFY_WITH_TIMEOUT(desk.shown("openUnassigned"), kPatienceMs);
    desk.shown("openUnassigned")->setFocus();
    desk.press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(rows(desk), kNobodys, kPatienceMs);
    QTRY_VERIFY(focusIsIn(desk, "boardCases"));
    desk.press(Qt::Key_Down, Qt::ShiftModifier);
    desk.press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(desk.shown<CaseListPanel>("caseListPanel")->selected().size(), 3U);
    desk.shown("reassign")->setFocus();
    desk.press(Qt::Key_Return);
    QTRY_VERIFY(focusIsIn(desk, "staffSearch"));
    QVERIFY(!desk.shown("assignConfirm")->isEnabled()); // nothing before it was shown what comes of it
    // As an input method would: the test has no Arabic keys.
    desk.shown<QLineEdit>("staffSearch")->insert(officer.name.section(u' ', 0, 0));
    desk.press(Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(desk.shown("assignConfirm")->isEnabled(), kPatienceMs);
    QVERIFY(desk.shown("loadChanges"));
}

} // namespace

class TestSupervisor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSupervisorGivesCasesAwayAndTakesThemBack()
    {
        RealCentre centre;
        begin(centre);
        DeskWindow desk(centre.address(), sampleSupervisor().id.text());
        desk.start();
        signIn(desk, "dayOpeningPage");
        chooseThree(desk, otherOfficer());
        QCOMPARE(given(centre, otherOfficer().id), 0); // a dry run moves nothing
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(desk.shown("assignUndo"), kPatienceMs);
        QVERIFY2(text(desk, "orderHeading").contains(u'3'), qPrintable(text(desk, "orderHeading")));
        QCOMPARE(given(centre, otherOfficer().id), 3);

        QTRY_VERIFY(focusIsIn(desk, "assignSheet")); // whoever uses the keyboard is not thrown out of it
        desk.shown("assignUndo")->setFocus();
        desk.press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(text(desk, "assignTitle"), QStringLiteral("نتيجة التراجع"), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(given(centre, otherOfficer().id), 0, kPatienceMs);
    }

    void inAnOutageTheOrderWaitsAndIsCarriedOutLater()
    {
        RealCentre centre;
        begin(centre);
        DeskWindow desk(centre.address(), sampleSupervisor().id.text());
        desk.start();
        signIn(desk, "dayOpeningPage");
        QTRY_VERIFY_WITH_TIMEOUT(desk.shown("openUnassigned"), kPatienceMs);
        centre.stop();
        desk.press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(desk.said("statusLine").contains(QStringLiteral("لا يوجد اتصال")),
                                 kPatienceMs);
        chooseThree(desk, otherOfficer());
        QTRY_VERIFY(desk.said("assignNote").contains(QStringLiteral("لا يوجد اتصال")));
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(text(desk, "assignTitle"), QStringLiteral("تفاصيل أمر الإسناد"),
                                  kPatienceMs);
        QVERIFY(!desk.shown("assignUndo"));
        centre.start();
        desk.press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(desk.shown("assignUndo"), kPatienceMs);
        QCOMPARE(given(centre, otherOfficer().id), 3);
    }

    void theKeyboardBeginsWhereASupervisorWorks()
    {
        RealCentre centre;
        begin(centre);
        DeskWindow desk(centre.address(), sampleSupervisor().id.text());
        desk.start();
        signIn(desk, "dayOpeningPage");
        QTRY_VERIFY_WITH_TIMEOUT(desk.shown("openUnassigned"), kPatienceMs);
        QTRY_VERIFY2(focusIsIn(desk, "dayOpeningPage"), qPrintable(focused()));
        QTRY_VERIFY2(focused().startsWith(u"open"), qPrintable(focused())); // the first of its buttons
        desk.press(Qt::Key_7, Qt::ControlModifier);
        QTRY_VERIFY(desk.shown("boardPage"));
        QTRY_VERIFY2(focusIsIn(desk, "officerBars"), qPrintable(focused()));
        desk.press(Qt::Key_6, Qt::ControlModifier);
        QTRY_VERIFY2(focused().startsWith(u"open"), qPrintable(focused()));
    }

    void onlyWhoeverSupervisesHasTheBoard_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<bool>("supervises");
        QTest::newRow("officer") << sampleOfficer().id.text() << false;
        QTest::newRow("auditor") << actorWith(Role::Auditor).id.text() << false;
        QTest::newRow("administrator") << actorWith(Role::Administrator).id.text() << false;
        QTest::newRow("supervisor") << sampleSupervisor().id.text() << true;
    }
    void onlyWhoeverSupervisesHasTheBoard()
    {
        QFETCH(QString, account);
        QFETCH(bool, supervises);
        RealCentre centre;
        begin(centre);
        DeskWindow desk(centre.address(), account);
        desk.start();
        signIn(desk, "navigation");
        QCOMPARE(desk.window().findChildren<QWidget *>(QStringLiteral("navigationGroup")).size(),
                 supervises ? 1 : 0);
        for (const Qt::Key key : {Qt::Key_6, Qt::Key_7}) { // nor does a key lead there
            desk.press(key, Qt::ControlModifier);
            QTest::qWait(50);
            if (!supervises)
                QVERIFY(!desk.shown("dayOpeningPage") && !desk.shown("boardPage"));
        }
        QTRY_COMPARE_WITH_TIMEOUT(desk.shown("boardPage") != nullptr, supervises, kPatienceMs);
    }
};

} // namespace tawasul

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" TAWASUL_JOURNEY_SCREEN);
    QApplication app(argc, argv);
    tawasul::TestSupervisor test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_supervisor.moc"
