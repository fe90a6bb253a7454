// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The main job with everything real: windows worked by keys, threads, files, the sealed
// worker, and the centre behind a socket.
#include "models/arabic/bidi.h"
#include "models/sql/query.h"
#include "tests/journeys/deskwindow.h"
#include "tests/journeys/realcentre.h"
#include "tests/support/opendirectly.h"
#include "ui/casefile/casepane.h"
#include "ui/conflicts/conflictspage.h"
#include "ui/outbox/outboxpage.h"
#include "ui/shell/shell.h"

#include <QtCore/QBuffer>
#include <QtCore/QDirIterator>
#include <QtCore/QElapsedTimer>
#include <QtCore/QRegularExpression>
#include <QtGui/QAction>
#include <QtGui/QImage>
#include <QtGui/QScreen>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

namespace tawasul {

namespace {

constexpr int kPatienceMs = 40'000;
constexpr int kMostKeys = 12; // from opening a case to the next one, what is typed apart

QByteArray scan()
{
    QImage page(600, 800, QImage::Format_RGB32);
    page.fill(Qt::white);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    page.save(&buffer, "PNG");
    return bytes;
}

Case newCase(int n, const QString &hash)
{
    Case value = numberedCase(n);
    value.attachments = {
        {hash, QStringLiteral("scan.png"), QStringLiteral("image/png"), scan().size(), {}, {}}};
    return value;
}

void begin(RealCentre &centre, int cases)
{
    const QString hash = centre.keepAttachment(scan());
    for (int n = 1; n <= cases; ++n)
        centre.take(newCase(n, hash));
    centre.start();
}

QString officer()
{
    return sampleOfficer().id.text();
}

QString number(const DeskWindow &desk)
{
    const auto *label = desk.shown<QLabel>("caseNumber");
    return label ? withoutControls(label->text()) : QString();
}

int countScreens(const DeskWindow &desk)
{
    const QWidget &window = desk.window();
    return static_cast<int>(window.findChildren<CasePane *>().size()
                            + window.findChildren<OutboxPage *>().size()
                            + window.findChildren<ConflictsPage *>().size());
}

// Counts the other screens at the moment when rows are painted for the first time.
class FirstRows : public QObject
{
public:
    explicit FirstRows(const DeskWindow &desk)
        : m_desk(desk)
    {
        qApp->installEventFilter(this);
    }

    bool isSeen = false;
    int screensMade = -1;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || isSeen || m_desk.rows() <= 0)
            return false;
        isSeen = watched->parent() && watched->parent()->objectName() == QLatin1String("worklistView");
        if (isSeen)
            screensMade = countScreens(m_desk);
        return false;
    }

private:
    const DeskWindow &m_desk;
};

// Signs out as soon as there is a window to do it in.
class LeavesAtOnce : public QObject
{
public:
    LeavesAtOnce() { qApp->installEventFilter(this); }
    [[nodiscard]] bool hasLeft() const { return m_hasLeft; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *shell = event->type() == QEvent::Show ? qobject_cast<Shell *>(watched) : nullptr;
        if (shell && !std::exchange(m_hasLeft, true))
            Q_EMIT shell->signOutRequested();
        return false;
    }

private:
    bool m_hasLeft = false;
};

// What the page of the end of the day lists as begun.
QString drafts(const DeskWindow &desk)
{
    QStringList lines;
    if (const QWidget *list = desk.shown("endDrafts")) {
        for (const QAbstractButton *line : list->findChildren<QAbstractButton *>(QStringLiteral("leftover")))
            lines.append(line->accessibleName());
    }
    return lines.join(u'\n');
}

void signOut(const DeskWindow &desk)
{
    auto *user = desk.shown<QPushButton>("userMenu");
    QVERIFY(user);
    auto *action = user->menu()->findChild<QAction *>(QStringLiteral("signOut"));
    QVERIFY(action);
    action->trigger();
}

// Opens the case the keyboard is on, or takes the one that opened by itself after `before`, and completes it;
// answers its number.
QString completeByKeys(DeskWindow &desk, const QString &before = {})
{
    QString seen;
    [&] {
        if (!desk.shown("casePage"))
            desk.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!number(desk).isEmpty() && number(desk) != before, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(desk.focusIsIn("casePane"), kPatienceMs);
        seen = number(desk);
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(desk.focusIsIn("operationNumber"));
        desk.type(QStringLiteral("7712345678"));
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.shown("decisionSheet"), kPatienceMs);
    }();
    return seen;
}

} // namespace

class TestWorkday : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCaseIsDecidedByKeysAndTheNextOneOpens()
    {
        RealCentre centre;
        begin(centre, 3);
        DeskWindow desk(centre.address(), officer());
        desk.start();
        desk.signIn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 3, kPatienceMs);

        desk.press(Qt::Key_Home);
        desk.forgetPresses();
        const QString first = completeByKeys(desk);
        QVERIFY(!first.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!number(desk).isEmpty() && number(desk) != first, kPatienceMs);
        QVERIFY2(desk.presses() <= kMostKeys, QByteArray::number(desk.presses()).constData());
        QTRY_COMPARE(desk.rows(), 2); // before the centre hears of it, which is after this minute
        QTRY_VERIFY_WITH_TIMEOUT(desk.shown("pageCanvas"), kPatienceMs);

        desk.clock().skip(std::chrono::minutes(2)); // past the time in which it could be taken back
        desk.press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(centre.caseOf(newCase(1, {}).id).status == CaseStatus::Completed,
                                 kPatienceMs);
        desk.quit();
        const Case done = centre.caseOf(newCase(1, {}).id);
        QCOMPARE(done.number, first);
        QCOMPARE(done.history.back().actor.id, sampleOfficer().id);
        QVERIFY(done.history.back().execution.has_value());
        QCOMPARE(done.history.back().execution->operationNumber, QStringLiteral("7712345678"));
    }

    void theFirstRowsWaitForNoScreenThatNobodyLooksAt()
    {
        RealCentre centre;
        begin(centre, 3);
        DeskWindow desk(centre.address(), officer());
        desk.start();
        FirstRows first(desk);
        desk.signIn();
        QTRY_VERIFY_WITH_TIMEOUT(first.isSeen, kPatienceMs);
        QCOMPARE(first.screensMade, 0);
        // Made ahead, once the rows have been looked at; the others only for whoever opens them.
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().findChild<CasePane *>(), kPatienceMs);
        QCOMPARE(countScreens(desk), 1);
        QVERIFY(!desk.shown("casePane"));
        QTRY_VERIFY(desk.focusIsIn("worklistView"));
        desk.press(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(desk.window().findChild<OutboxPage *>());
        QVERIFY(desk.window().findChild<OutboxPage *>()->isVisible());
        desk.press(Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(desk.window().findChild<ConflictsPage *>());
        QVERIFY(desk.window().findChild<ConflictsPage *>()->isVisible());
        QCOMPARE(countScreens(desk), 3);
    }

    void workGoesOnInAnOutageAcrossARestart()
    {
        RealCentre centre;
        begin(centre, 4);
        DeskWindow desk(centre.address(), officer());
        desk.start();
        desk.signIn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 4, kPatienceMs);

        centre.stop();
        desk.press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(desk.said("statusLine").contains(QStringLiteral("لا يوجد اتصال")),
                                 kPatienceMs);
        const QString first = completeByKeys(desk);
        const QString second = completeByKeys(desk, first);
        QVERIFY(first != second);
        QTRY_COMPARE(desk.rows(), 2);

        desk.quit(); // and the machine is switched off for the night
        desk.start();
        desk.signIn(); // against what this machine remembers of the password
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 2, kPatienceMs);
        desk.clock().skip(std::chrono::minutes(2));
        centre.start();
        QTRY_VERIFY_WITH_TIMEOUT(centre.caseOf(newCase(1, {}).id).status == CaseStatus::Completed
                                     && centre.caseOf(newCase(2, {}).id).status == CaseStatus::Completed,
                                 kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(desk.said("statusLine").contains(QStringLiteral("متصل")), kPatienceMs);
    }

    void whoLeavesWithUnsentActsIsAskedAndTheCardSaysWhoLeftThem()
    {
        RealCentre centre;
        begin(centre, 3);
        DeskWindow desk(centre.address(), officer());
        desk.start();
        desk.signIn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 3, kPatienceMs);
        QVERIFY(!desk.shown("leaving"));
        centre.stop();
        desk.press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(desk.said("statusLine").contains(QStringLiteral("لا يوجد اتصال")),
                                 kPatienceMs);
        (void)completeByKeys(desk);
        QTRY_VERIFY(desk.said("statusWaiting").contains(QStringLiteral("عنصر واحد")));

        // Away, and back to the work.
        signOut(desk);
        QTRY_VERIFY(desk.shown("leaving"));
        QVERIFY(desk.focusIsIn("leavingLeave")); // without a connection there is nothing to stay for
        desk.press(Qt::Key_Escape);
        QTRY_VERIFY(!desk.shown("leaving"));

        // Away for good: the card knows who left how much.
        signOut(desk);
        QTRY_VERIFY(desk.focusIsIn("leavingLeave"));
        desk.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(desk.shown("signInCard"), kPatienceMs);
        QTRY_VERIFY(desk.said("signInCard").contains(sampleOfficer().name));
        QVERIFY(desk.said("signInCard").contains(QStringLiteral("إجراء واحد")));

        // Back again; whoever stays is let go as soon as it is sent, and then nothing is waiting.
        QTRY_VERIFY(desk.focusIsIn("password"));
        desk.shown<QLineEdit>("password")
            ->setText(TestCentre::password()); // Arabic, which keyClicks() cannot write
        desk.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(desk.shown("worklistView"), kPatienceMs);
        QTRY_VERIFY(desk.said("statusWaiting").contains(QStringLiteral("عنصر واحد")));
        signOut(desk);
        QTRY_VERIFY(desk.focusIsIn("leavingLeave"));
        desk.press(Qt::Key_Tab);
        QTRY_VERIFY(desk.focusIsIn("leavingStay"));
        desk.press(Qt::Key_Return);
        desk.clock().skip(std::chrono::minutes(2));
        centre.start();
        QTRY_VERIFY_WITH_TIMEOUT(desk.shown("signInCard"), 2 * kPatienceMs);
        QCOMPARE(centre.caseOf(newCase(1, {}).id).status, CaseStatus::Completed);
        QVERIFY(!desk.said("signInCard").contains(sampleOfficer().name));
    }

    void whoLeavesBeforeAnythingIsCountedIsAskedToo()
    {
        RealCentre centre;
        begin(centre, 2);
        DeskWindow desk(centre.address(), officer());
        desk.start();
        desk.signIn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 2, kPatienceMs);
        centre.stop();
        desk.press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(desk.said("statusLine").contains(QStringLiteral("لا يوجد اتصال")),
                                 kPatienceMs);
        (void)completeByKeys(desk);
        QTRY_VERIFY(desk.said("statusWaiting").contains(QStringLiteral("عنصر واحد")));
        desk.quit();
        desk.start(true, TestCentre::password());
        // At the moment at which the window of the next sign-in can be seen.
        const LeavesAtOnce hurry;
        QTRY_VERIFY(desk.focusIsIn("signIn"));
        desk.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(hurry.hasLeft(), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(desk.shown("leaving"), kPatienceMs);
        QVERIFY(desk.said("leaving").contains(QStringLiteral("إجراء واحد")));
        QVERIFY(!desk.shown("signInCard"));
    }

    void theNextSignInFindsTheNoteAndTheDraftInAFewSteps()
    {
        RealCentre centre;
        begin(centre, 2);
        DeskWindow desk(centre.address(), officer());
        desk.start();
        desk.signIn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 2, kPatienceMs);
        desk.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(desk.focusIsIn("casePane"), kPatienceMs);
        const QString begun = number(desk);
        desk.press(Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(desk.shown<QPlainTextEdit>("text"));
        desk.shown<QPlainTextEdit>("text")->setFocus();
        desk.type(QStringLiteral("half a thought"));

        // From the case to the sign-in card, with a note on the way.
        desk.forgetPresses();
        desk.press(Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(desk.focusIsIn("handoverNote"));
        desk.type(QStringLiteral("call back at nine"));
        QTRY_VERIFY_WITH_TIMEOUT(drafts(desk).contains(begun), kPatienceMs);
        desk.press(Qt::Key_Tab);
        QTRY_VERIFY(desk.focusIsIn("endSignOut"));
        desk.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(desk.shown("signInCard"), kPatienceMs);
        QVERIFY2(desk.presses() <= 3, qPrintable(QString::number(desk.presses())));

        // And back, to both.
        QTRY_VERIFY(desk.focusIsIn("password"));
        desk.shown<QLineEdit>("password")->setText(TestCentre::password());
        desk.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(desk.said("toast").contains(QStringLiteral("مذكرة تسليم")), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 2, kPatienceMs);
        desk.press(Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(desk.shown<QPlainTextEdit>("handoverNote"));
        QTRY_COMPARE(desk.shown<QPlainTextEdit>("handoverNote")->toPlainText(),
                     QStringLiteral("call back at nine"));
        QTRY_VERIFY_WITH_TIMEOUT(drafts(desk).contains(begun), kPatienceMs);
        auto *line = desk.shown("endDrafts")->findChild<QAbstractButton *>(QStringLiteral("leftover"));
        QVERIFY(line);
        QTRY_VERIFY(desk.focusIsIn("handoverNote")); // and the window is in front
        line->setFocus();
        QTRY_VERIFY(desk.focusIsIn("endDrafts"));
        desk.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(number(desk) == begun, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(desk.focusIsIn("casePane"), kPatienceMs);
        desk.press(Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(desk.shown<QPlainTextEdit>("text"));
        QCOMPARE(desk.shown<QPlainTextEdit>("text")->toPlainText(), QStringLiteral("half a thought"));
    }

    // One goes, another comes: at work within five seconds, with nothing of the other's in sight, and nothing
    // of it lost.
    void theShiftChangesBetweenTwoPeopleInAFewSeconds()
    {
        constexpr qint64 kLongestMs = 5'000;
        RealCentre centre;
        begin(centre, 2);
        Case khalids = newCase(3, centre.keepAttachment(scan()));
        khalids.assignee = nameOf(otherOfficer());
        centre.stop();
        centre.take(khalids);
        centre.start();
        DeskWindow desk(centre.address(), officer());
        desk.start();
        desk.signIn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 2, kPatienceMs);
        desk.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(desk.focusIsIn("casePane"), kPatienceMs);
        const QString begun = number(desk);
        desk.press(Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(desk.shown<QPlainTextEdit>("text"));
        desk.shown<QPlainTextEdit>("text")->setFocus();
        desk.type(QStringLiteral("half a thought"));

        const auto change = [&desk](const QString &next, int rowsOfNext) {
            QElapsedTimer watch;
            watch.start();
            desk.press(Qt::Key_5, Qt::ControlModifier);
            QTRY_VERIFY(desk.focusIsIn("handoverNote"));
            desk.press(Qt::Key_Tab);
            QTRY_VERIFY(desk.focusIsIn("endSignOut"));
            desk.press(Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(desk.shown("signInCard"), kPatienceMs);
            desk.shown<QLineEdit>("username")->setText(next);
            desk.shown<QLineEdit>("password")->setText(TestCentre::password());
            desk.shown<QAbstractButton>("signIn")->click();
            QTRY_VERIFY_WITH_TIMEOUT(desk.shown("worklistView"), kPatienceMs);
            QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), rowsOfNext, kPatienceMs);
            QVERIFY2(watch.elapsed() < kLongestMs, qPrintable(QString::number(watch.elapsed())));
            qInfo("another user is at work after %lld ms", watch.elapsed());
        };
        change(otherOfficer().id.text(), 1);
        if (QTest::currentTestFailed())
            return;
        desk.press(Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(desk.focusIsIn("handoverNote"));
        QCOMPARE(drafts(desk), QString());
        change(officer(), 2);
        if (QTest::currentTestFailed())
            return;
        desk.press(Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(drafts(desk).contains(begun), kPatienceMs);
    }

    void aNoteIsKeptWhileItIsWritten()
    {
        RealCentre centre;
        begin(centre, 1);
        DeskWindow desk(centre.address(), officer());
        desk.start();
        desk.signIn();
        desk.press(Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(desk.focusIsIn("handoverNote"));
        desk.type(QStringLiteral("kept"));
        // By another reader of the same file, while this program still runs: nothing has been closed.
        const auto kept = [&desk]() -> QByteArray {
            QDirIterator files(desk.folder(), {QStringLiteral("journal.sqlite")}, QDir::Files,
                               QDirIterator::Subdirectories);
            if (!files.hasNext())
                return {};
            Database file = openDirectly(files.next());
            Result<Query> row = Query::prepare(file, QStringLiteral("SELECT content FROM handover"));
            return row && row->exec() && row->next().value_or(false) ? row->blob(0) : QByteArray();
        };
        QTRY_COMPARE_WITH_TIMEOUT(kept(), QByteArray("kept"), kPatienceMs);
    }

    void whatWasBeingTypedIsThereAgain()
    {
        RealCentre centre;
        begin(centre, 1);
        DeskWindow desk(centre.address(), officer());
        desk.start();
        desk.signIn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 1, kPatienceMs);
        desk.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(desk.focusIsIn("casePane"), kPatienceMs);
        desk.press(Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(desk.shown("decisionSheet"));
        auto *text = desk.shown<QPlainTextEdit>("text");
        QVERIFY(text);
        text->setFocus();
        desk.type(QStringLiteral("half a thought"));
        desk.quit(); // not a moment later

        desk.start();
        desk.signIn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 1, kPatienceMs);
        desk.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(desk.focusIsIn("casePane"), kPatienceMs);
        desk.press(Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(desk.shown<QPlainTextEdit>("text"));
        QCOMPARE(desk.shown<QPlainTextEdit>("text")->toPlainText(), QStringLiteral("half a thought"));
    }

    void theOtherLanguageKeepsTheOpenCaseAndItsDraft()
    {
        RealCentre centre;
        begin(centre, 2);
        DeskWindow desk(centre.address(), officer());
        desk.start();
        desk.signIn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 2, kPatienceMs);
        QCOMPARE(desk.shown("shell")->layoutDirection(), Qt::RightToLeft);
        desk.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(desk.focusIsIn("casePane"), kPatienceMs);
        const QString open = number(desk);
        desk.press(Qt::Key_M, Qt::ControlModifier);
        auto *text = desk.shown<QPlainTextEdit>("text");
        QVERIFY(text);
        text->setFocus();
        desk.type(QStringLiteral("kept"));

        auto *other = desk.window().findChild<QAction *>(QStringLiteral("otherLanguage"));
        QVERIFY(other);
        other->trigger();
        QTRY_COMPARE(desk.shown("shell") ? desk.shown("shell")->layoutDirection() : Qt::RightToLeft,
                     Qt::LeftToRight);
        QTRY_COMPARE_WITH_TIMEOUT(number(desk), open, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(desk.focusIsIn("casePane"), kPatienceMs);
        desk.press(Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(desk.shown<QPlainTextEdit>("text"));
        QCOMPARE(desk.shown<QPlainTextEdit>("text")->toPlainText(), QStringLiteral("kept"));
    }

    void anActThatCameTooLateIsAConflictOnScreenAndAPersonChooses()
    {
        RealCentre centre;
        const Case theCase = newCase(1, centre.keepAttachment(scan()));
        centre.take(theCase);
        centre.start();
        DeskWindow desk(centre.address(), officer());
        desk.start();
        desk.signIn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 1, kPatienceMs);
        QVERIFY(!completeByKeys(desk).isEmpty()); // it waits for its time to be taken back
        centre.stop();
        centre.act(ActType::Return, sampleSupervisor(), theCase.id);
        centre.start();

        desk.clock().skip(std::chrono::minutes(2));
        desk.press(Qt::Key_F5);
        desk.press(Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(desk.shown<QAbstractButton>("takeTheirs"), kPatienceMs);
        QTRY_VERIFY(desk.shown("conflictCard") != nullptr);
        desk.shown<QAbstractButton>("takeTheirs")->click();
        QTRY_VERIFY(desk.shown<QAbstractButton>("takeTheirsConfirm"));
        desk.shown<QAbstractButton>("takeTheirsConfirm")->click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.shown("stateNoConflicts"), kPatienceMs);
        desk.quit();
        const Case stands = centre.caseOf(theCase.id);
        QCOMPARE(stands.status, CaseStatus::Returned);
        QCOMPARE(stands.history.back().actor, nameOf(sampleSupervisor()));
        QVERIFY(stands.proposals.empty());
    }

    // Whoever acts first on what is nobody's takes it; the work of the other one is kept, and followed.
    void whatCameAfterSomebodyElseTookTheCaseIsAmongTheProposals()
    {
        RealCentre centre;
        Case shared = newCase(1, centre.keepAttachment(scan()));
        shared.status = CaseStatus::New;
        shared.assignee.reset();
        centre.take(shared);
        centre.start();
        DeskWindow desk(centre.address(), officer());
        desk.start();
        desk.signIn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), 1, kPatienceMs);
        QVERIFY(!completeByKeys(desk).isEmpty());

        RealDesk khalid(centre.address());
        khalid.signIn(otherOfficer(), TestCentre::password());
        QTRY_COMPARE_WITH_TIMEOUT(khalid.rows(), std::size_t(1), kPatienceMs);
        const ActId theirs = khalid.record(ActType::Return, shared.id);
        khalid.clock().skip(std::chrono::minutes(2));
        khalid.engine().outboxChanged();
        QTRY_COMPARE_WITH_TIMEOUT(khalid.outbox().size(), std::size_t(0), kPatienceMs);

        desk.clock().skip(std::chrono::minutes(2));
        desk.press(Qt::Key_F5);
        desk.press(Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(desk.shown("proposalRow"), kPatienceMs);
        QVERIFY(desk.shown("proposalRow")->accessibleName().contains(shared.number));
        desk.quit();
        centre.stop();
        const Case stands = centre.caseOf(shared.id);
        QCOMPARE(stands.status, CaseStatus::Returned);
        QCOMPARE(stands.history.back().act, theirs);
        QVERIFY(stands.proposals.size() == 1 && stands.proposals.front().type == ActType::Complete);
        QVERIFY(stands.proposals.front().author == nameOf(sampleOfficer()));
    }
};

} // namespace tawasul

int main(int argc, char **argv)
{
    // The smallest screen that officers have; the platform's own is 800 pixels wide.
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" TAWASUL_JOURNEY_SCREEN);
    QApplication app(argc, argv);
    tawasul::TestWorkday test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_workday.moc"
