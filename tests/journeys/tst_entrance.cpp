// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The way in and the way out with everything real: who does not get in, what is said, and what happens at the
// door when the disk refuses.
#include "models/sql/query.h"
#include "tests/journeys/deskwindow.h"
#include "tests/journeys/realcentre.h"
#include "tests/support/opendirectly.h"

#include <QtCore/QDirIterator>
#include <QtCore/QRegularExpression>
#include <QtGui/QScreen>
#include <QtGui/QWindow>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPlainTextEdit>

namespace tawasul {

namespace {

constexpr int kPatienceMs = 40'000;

void begin(RealCentre &centre, int cases)
{
    for (int n = 1; n <= cases; ++n)
        centre.take(numberedCase(n));
    centre.start();
}

QString officer()
{
    return sampleOfficer().id.text();
}

QString journalOf(const DeskWindow &desk)
{
    QDirIterator found(desk.folder(), {QStringLiteral("journal.sqlite")}, QDir::Files,
                       QDirIterator::Subdirectories);
    return found.hasNext() ? found.next() : QString();
}

// As the button in its title bar does.
void closeByHand(const DeskWindow &desk)
{
    desk.window().windowHandle()->close();
}

} // namespace

class TestEntrance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWrongPasswordIsRefusedOnlineAndOffline()
    {
        RealCentre centre;
        begin(centre, 1);
        DeskWindow desk(centre.address(), officer());
        const QString wrong = QStringLiteral("not the password");
        desk.start(true, wrong);
        refusedWith(desk, QStringLiteral("session.wrong_credentials"));
        desk.quit();

        desk.start();
        desk.signIn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 1, kPatienceMs);
        desk.quit();
        centre.stop();
        desk.start(true, wrong);
        refusedWith(desk, QStringLiteral("session.wrong_credentials"));
    }

    void theFirstSignInNeedsTheCentre()
    {
        RealCentre centre;
        begin(centre, 1);
        centre.stop();
        DeskWindow desk(centre.address(), officer());
        desk.start();
        QTRY_VERIFY_WITH_TIMEOUT(desk.shown("offlineNote"), kPatienceMs); // before anybody tries
        refusedWith(desk, QStringLiteral("signin.first_needs_centre"));
    }

    void aRealDeskSendsNoPasswordToATrainingCentre()
    {
        RealCentre centre;
        begin(centre, 1);
        DeskWindow desk(centre.address(), officer());
        desk.start(false);
        refusedWith(desk, QStringLiteral("centre.is_training"));
    }

    void theWholeWindowIsOnTheScreen()
    {
        RealCentre centre;
        begin(centre, 1);
        DeskWindow desk(centre.address(), officer());
        desk.start();
        desk.signIn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 1, kPatienceMs);
        const QRect screen = desk.window().screen()->availableGeometry();
        QVERIFY(screen.contains(desk.window().frameGeometry()));
        for (const char *edge : {"navigation", "statusLine"}) {
            const auto *part = desk.shown(edge);
            QVERIFY2(part && screen.contains(QRect(part->mapToGlobal(QPoint()), part->size())), edge);
        }
    }

    void aSecondDeskOnTheSameAccountIsTold()
    {
        RealCentre centre;
        begin(centre, 1);
        DeskWindow desk(centre.address(), officer());
        desk.start();
        desk.signIn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 1, kPatienceMs);
        SystemClock clock;
        SystemRandom random;
        DeskApp second(*qApp, clock, random, desk.place(), {officer(), TestCentre::password()});
        second.show();
        QWidget *window = nullptr;
        const QWidgetList all = QApplication::topLevelWidgets();
        for (QWidget *each : all) {
            if (each != &desk.window() && each->objectName() == QLatin1String("window"))
                window = each;
        }
        QVERIFY(window);
        auto *button = window->findChild<QAbstractButton *>(QStringLiteral("signIn"));
        QVERIFY(button);
        button->click();
        auto *error = window->findChild<QWidget *>(QStringLiteral("signInError"));
        QTRY_VERIFY_WITH_TIMEOUT(error->isVisible(), kPatienceMs);
        QVERIFY(error->accessibleName().contains(QStringLiteral("profile.in_use")));
    }

    void aNewerJournalIsLeftAlone()
    {
        RealCentre centre;
        begin(centre, 1);
        DeskWindow desk(centre.address(), officer());
        desk.start();
        desk.signIn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 1, kPatienceMs);
        desk.quit();
        QDirIterator found(desk.folder(), {QStringLiteral("journal.sqlite")}, QDir::Files,
                           QDirIterator::Subdirectories);
        QVERIFY(found.hasNext());
        setUserVersion(found.next(), 9'999);
        desk.start();
        refusedWith(desk, QStringLiteral("sql.too_new"));
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        RealCentre centre;
        begin(centre, 1);
        DeskWindow desk(centre.address(), officer());
        QFile inTheWay(QDir(desk.folder()).filePath(QStringLiteral("profiles")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly)); // a file where the folder should be: for root too
        desk.start();
        refusedWith(desk, QStringLiteral("profile.read_only"));
    }

    // --- when the disk refuses at the door ---

    // Somebody else's program holds the journal in the moment in which the centre takes the password again.
    void theSessionComesBackOnceTheDiskTakesIt()
    {
        RealCentre centre;
        begin(centre, 1);
        DeskWindow desk(centre.address(), officer());
        desk.start();
        desk.signIn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 1, kPatienceMs);
        desk.quit();
        centre.stop();
        desk.start();
        desk.signIn();
        Database inTheWay = openDirectly(journalOf(desk));
        QVERIFY(runStatement(inTheWay, QStringLiteral("BEGIN IMMEDIATE")));
        centre.start();
        QTRY_VERIFY_WITH_TIMEOUT(desk.said("toast").contains(QStringLiteral("sql.busy")), kPatienceMs);
        QVERIFY(!desk.said("statusLine").isEmpty());
        const QString offline = desk.said("statusLine");
        QVERIFY(runStatement(inTheWay, QStringLiteral("ROLLBACK")));
        QTRY_VERIFY_WITH_TIMEOUT(desk.said("statusLine") != offline, kPatienceMs);
    }

    void closingWithEverythingOnTheDiskAsksNothing()
    {
        RealCentre centre;
        begin(centre, 1);
        DeskWindow desk(centre.address(), officer());
        desk.start();
        desk.signIn();
        closeByHand(desk);
        QVERIFY(!desk.window().isVisible());
    }

    void closingWaitsForWhatTheDiskHasNotTaken()
    {
        RealCentre centre;
        begin(centre, 1);
        DeskWindow desk(centre.address(), officer());
        desk.start();
        desk.signIn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 1, kPatienceMs);
        desk.press(Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(desk.focusIsIn("handoverNote"));
        Database inTheWay = openDirectly(journalOf(desk));
        QVERIFY(runStatement(inTheWay, QStringLiteral("BEGIN IMMEDIATE")));
        desk.type(QStringLiteral("words for tomorrow"));
        closeByHand(desk);
        QTRY_VERIFY_WITH_TIMEOUT(desk.shown("leaving"), kPatienceMs);
        QVERIFY(desk.window().isVisible());
        QVERIFY(runStatement(inTheWay, QStringLiteral("ROLLBACK")));
        closeByHand(desk); // it is written meanwhile, or by this
        QTRY_VERIFY_WITH_TIMEOUT(!desk.window().isVisible(), kPatienceMs);
        desk.quit();
        desk.start();
        desk.signIn();
        desk.press(Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(desk.shown<QPlainTextEdit>("handoverNote"));
        QTRY_COMPARE(desk.shown<QPlainTextEdit>("handoverNote")->toPlainText(),
                     QStringLiteral("words for tomorrow"));
    }

private:
    // The card says it, with the code, and stands ready for another try.
    void refusedWith(DeskWindow &desk, const QString &code)
    {
        QTRY_VERIFY(desk.focusIsIn("signIn"));
        desk.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(desk.shown("signInError"), kPatienceMs);
        const QString said = desk.shown("signInError")->accessibleName();
        QVERIFY2(said.contains(code), qPrintable(said));
        QVERIFY2(!said.contains(QRegularExpression(QStringLiteral("[A-Za-z]{3,} [A-Za-z]{3,}"))),
                 qPrintable(said));
        QVERIFY(desk.shown("signIn")->isEnabled());
    }

    static void setUserVersion(const QString &path, int version)
    {
        Database file = openDirectly(path);
        QVERIFY(runStatement(file, QStringLiteral("PRAGMA user_version = %1").arg(version)));
    }
};

} // namespace tawasul

int main(int argc, char **argv)
{
    // The smallest screen that officers have; the platform's own is 800 pixels wide.
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" TAWASUL_JOURNEY_SCREEN);
    QApplication app(argc, argv);
    tawasul::TestEntrance test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_entrance.moc"
