// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A day of recording, sending and settling on a disk that fails, fills up, dies or loses power at any call:
// what was confirmed is there, nothing is there by half, every act stands in exactly one legal state.
#include "models/sql/query.h"
#include "models/store/journal.h"
#include "models/store/storedforms.h"
#include "tests/support/childprocess.h"
#include "tests/support/diskshadow.h"
#include "tests/support/faultvfs.h"
#include "tests/support/opendirectly.h"
#include "tests/support/samplecase.h"
#include "tests/support/scratchdirectory.h"
#include "tests/support/testclock.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <csignal>
#include <set>

using namespace tawasul;

using Call = Fault::Call;
using Kind = Fault::Kind;

namespace {

constexpr int kActs = 4;

Act actNumber(int n)
{
    Act act = sampleAct(ActType::Note, sampleOfficer());
    act.id = ActId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-%1").arg(n, 12, 10, QLatin1Char('0')));
    act.caseId = CaseId(QStringLiteral("case-%1").arg(n));
    act.text = QString(n * 700, QChar(0x0628));
    return act;
}

struct Day
{
    std::set<int> recorded; ///< confirmed to the officer
    std::set<int> settled;  ///< confirmed to the sync engine
    QList<Error> errors;
};

/// Goes on after every failure, as an officer would; `confirm` hears of each act that was recorded.
Day liveADay(const QString &path, const QString &vfs, const std::function<void(int)> &confirm)
{
    Day day;
    const auto note = [&day](const Outcome &outcome) {
        if (!outcome)
            day.errors.append(outcome.error());
        return outcome.has_value();
    };
    const TestClock clock(sampleNow());
    Result<Journal> journal = Journal::open(path, vfs, clock);
    if (!journal) {
        day.errors.append(journal.error());
        return day;
    }
    for (int n = 1; n <= kActs; ++n) {
        const Act act = actNumber(n);
        std::ignore = note(journal->saveDraft({act.caseId, "draft", sampleNow()}));
        if (!note(journal->record(act, sentBody(act), sampleCase(), sampleNow())))
            continue;
        day.recorded.insert(n);
        confirm(n);
        const Result<bool> begun = journal->beginSending(act.id);
        if (!begun) {
            day.errors.append(begun.error());
            continue;
        }
        if (n % 2 == 0 && note(journal->settle(act.id, "{}")))
            day.settled.insert(n);
    }
    return day;
}

/// What a sound disk finds afterwards; empty when all is well.
QString wrongAfter(const QString &path, const Day &day)
{
    const TestClock clock(sampleNow());
    Result<Journal> journal = Journal::open(path, {}, clock);
    if (!journal)
        return journal.error().detail;
    for (int n = 1; n <= kActs; ++n) {
        const Act act = actNumber(n);
        const auto item = journal->item(act.id);
        if (!item)
            return item.error().detail;
        const bool confirmed = day.recorded.count(n) != 0;
        if (!*item) {
            if (confirmed)
                return QStringLiteral("a confirmed act is gone");
            continue;
        }
        if (!((*item)->act == act) || (*item)->body != sentBody(act))
            return QStringLiteral("an act is there by half");
        if ((*item)->state == OutboxState::Sending)
            return QStringLiteral("something is still being sent");
        if (day.settled.count(n) != 0 && (*item)->state != OutboxState::Settled)
            return QStringLiteral("a settled act is not settled any more");
        const auto draft = journal->draft(act.caseId);
        if (!draft || draft->has_value())
            return QStringLiteral("act and draft are both there");
    }
    // One outbox row and one line "recorded" for each act.
    Database database = openDirectly(path);
    const auto orphans = readOneInt64(
        database,
        QStringLiteral("SELECT (SELECT count(*) FROM act WHERE id NOT IN (SELECT act_id FROM outbox))"
                       " + (SELECT count(*) FROM act WHERE id NOT IN"
                       " (SELECT act_id FROM audit WHERE what = 'act.recorded'))"));
    return orphans.value_or(-1) == 0 ? QString() : QStringLiteral("a part of an act is missing");
}

/// SQLite keeps going after some failures; what the officer hears must be one of these.
bool isTold(const Error &error, Kind kind)
{
    if (kind == Kind::Full)
        return error.kind == Error::Kind::Full || error.kind == Error::Kind::Storage;
    return error.kind == Error::Kind::Storage || error.kind == Error::Kind::Full
        || error.kind == Error::Kind::Busy || error.kind == Error::Kind::Corrupt;
}

} // namespace

class JournalFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void noConfirmedActIsLostWhereverTheDiskFails_data()
    {
        QTest::addColumn<Call>("call");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<bool>("lasting");
        QTest::newRow("write fails once") << Call::Write << Kind::IoError << false;
        QTest::newRow("write is cut short") << Call::Write << Kind::ShortWrite << false;
        QTest::newRow("disk full once") << Call::Write << Kind::Full << false;
        QTest::newRow("disk stays full") << Call::Write << Kind::Full << true;
        QTest::newRow("sync fails once") << Call::Sync << Kind::IoError << false;
        QTest::newRow("sync fails for good") << Call::Sync << Kind::IoError << true;
        QTest::newRow("read fails once") << Call::Read << Kind::IoError << false;
        QTest::newRow("lock fails once") << Call::Lock << Kind::IoError << false;
    }

    void noConfirmedActIsLostWhereverTheDiskFails()
    {
        QFETCH(Call, call);
        QFETCH(Kind, kind);
        QFETCH(bool, lasting);
        FaultVfs vfs;
        int struck = 0;
        for (int nth = 1;; ++nth) {
            const auto directory = makeScratchDirectory();
            const QString path = directory->filePath(QStringLiteral("journal.sqlite"));
            vfs.arm({call, nth, kind, lasting});
            const Day day = liveADay(path, vfs.name(), [](int) {});
            const bool failed = vfs.struck();
            vfs.disarm();
            if (!failed)
                break;
            ++struck;
            for (const Error &error : day.errors)
                QVERIFY2(isTold(error, kind), qPrintable(error.code + u": " + error.detail));
            const QString wrong = wrongAfter(path, day);
            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("failure %1: %2").arg(nth).arg(wrong)));
        }
        QVERIFY2(struck > 5, qPrintable(QString::number(struck)));
    }

    void noConfirmedActIsLostWhereverTheProcessDies()
    {
        int killed = 0;
        for (int nth = 1;; nth += 3) {
            const auto directory = makeScratchDirectory();
            const QString path = directory->filePath(QStringLiteral("journal.sqlite"));
            const QString told = directory->filePath(QStringLiteral("told"));
            const ChildEnd end = runInChild([&] {
                FaultVfs vfs;
                vfs.arm({Call::Any, nth, Kind::Kill, false});
                QFile file(told);
                if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
                    return 1;
                liveADay(path, vfs.name(),
                         [&file](int n) { file.write(QByteArray(1, static_cast<char>(n))); });
                return 0;
            });
            QVERIFY(end.exitCode == 0 || end.signal == SIGKILL);
            if (end.exitCode == 0)
                break;
            ++killed;
            QFile file(told);
            QVERIFY(file.open(QIODevice::ReadOnly));
            Day day;
            for (const char n : file.readAll())
                day.recorded.insert(n);
            const QString wrong = wrongAfter(path, day);
            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("killed at %1: %2").arg(nth).arg(wrong)));
        }
        QVERIFY2(killed > 20, qPrintable(QString::number(killed)));
    }

    void noConfirmedActIsLostWhereverThePowerGoes()
    {
        const auto directory = makeScratchDirectory();
        const QString path = directory->filePath(QStringLiteral("journal.sqlite"));
        Day day;
        int cuts = 0;
        QString wrong;
        const DiskShadow *watching = nullptr;
        DiskShadow shadow([&] {
            if (!wrong.isEmpty())
                return;
            const auto after = makeScratchDirectory();
            if (!watching->writeAfterCut(after->path(), static_cast<quint32>(++cuts)))
                wrong = QStringLiteral("no room for the test");
            const QString found = wrongAfter(after->filePath(QStringLiteral("journal.sqlite")), day);
            if (!found.isEmpty())
                wrong = QStringLiteral("cut %1: %2").arg(cuts).arg(found);
        });
        watching = &shadow;
        FaultVfs vfs;
        vfs.watch(&shadow);
        const Day whole = liveADay(path, vfs.name(), [&day](int n) { day.recorded.insert(n); });
        vfs.watch(nullptr);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QVERIFY2(cuts > 50, qPrintable(QString::number(cuts)));
        QCOMPARE(whole.recorded.size(), std::size_t(kActs));
        QVERIFY(whole.errors.isEmpty());
    }
};

QTEST_GUILESS_MAIN(JournalFaultsTest)
#include "tst_journalfaults.moc"
