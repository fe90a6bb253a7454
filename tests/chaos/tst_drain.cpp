// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A desk that was alone for a month drains without help, in order, and what that costs grows with the number
// of acts and not with its square.
#include "models/sql/transaction.h"
#include "tests/chaos/cast.h"
#include "tests/chaos/firstimages.h"
#include "tests/chaos/judge.h"
#include "tests/chaos/simdesk.h"
#include "tests/support/samplecase.h"
#include "tests/support/scratchdirectory.h"

#include <QtCore/QLoggingCategory>
#include <QtTest/QTest>

#include <cstring>
#include <sqlite3.h>

namespace tawasul {

namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr int kManyCases = 150;
constexpr int kDays = 30;
constexpr int kInOneBreath = 8;
constexpr int kLongestDrain = 3 * 60; // seconds

/// Acts that were read out of any journal of the process, for screens, engine or lists.
std::int64_t &actsRead()
{
    static std::int64_t count = 0;
    return count;
}

int countRow(unsigned /*event*/, void * /*context*/, void *statement, void * /*detail*/)
{
    const char *sql = sqlite3_sql(static_cast<sqlite3_stmt *>(statement));
    if (sql == nullptr) // of SQLite itself
        return 0;
    if (std::strstr(sql, "outbox CROSS JOIN act ON") != nullptr
        || std::strstr(sql, "act CROSS JOIN outbox ON") != nullptr)
        ++actsRead();
    return 0;
}

int countRowsOf(sqlite3 *database, char ** /*message*/, const sqlite3_api_routines * /*api*/)
{
    return sqlite3_trace_v2(database, SQLITE_TRACE_ROW, countRow, nullptr);
}

/// What a drain took.
struct Drained
{
    int recorded = 0;
    int left = -1;
    int seconds = 0; ///< of the run's own time
    int calls = 0;   ///< with an act
    std::size_t mostAtOnce = 0;
    std::int64_t read = 0;
    Verdict verdict;
};

/// A centre, and a desk of one officer with all the cases.
class Month
{
public:
    Month()
        : m_first(m_folder->path())
        , m_world(1, false)
        , m_centre(m_world, m_first.centreFolder)
        , m_desk(m_world, m_centre, m_ledger, 0, m_folder->filePath(QStringLiteral("desk")))
    {
        m_centre.disk().put(m_first.centre);
        m_centre.start();
        m_centre.inWriter([](RegisterConnection &connection) {
            Result<Transaction> transaction = Transaction::begin(connection.database());
            for (int n = kCases; transaction && n < kManyCases; ++n) {
                Case theCase = caseOfTheRun(n);
                theCase.assignee = nameOf(officersOfTheRun().front());
                std::ignore = connection.cases().take(theCase);
            }
            if (transaction)
                std::ignore = transaction->commit();
        });
        m_desk.signIn(officersOfTheRun().front());
        m_world.pass(seconds(30));
    }
    ~Month() { m_centre.stop(); }

    Drained drainAfter(int acts)
    {
        m_desk.link().isCut = true;
        for (int day = 0; day < kDays; ++day) {
            while (m_ledger.recorded() < acts * (day + 1) / kDays) {
                for (int n = 0; n < kInOneBreath; ++n) {
                    if (m_world.chance(50))
                        m_desk.note(anyCase());
                    else
                        m_desk.act(anyCase());
                }
                m_world.pass(seconds(1));
            }
            m_world.pass(hours(1));
            for (MachineClock *clock : {&m_desk.clock(), &m_centre.clock()})
                clock->jump(hours(22)); // nobody has to poll through the nights
        }
        m_desk.link().isCut = false;
        return drain();
    }

private:
    CaseId anyCase() { return caseOfTheRun(kCases + m_world.drawn(kManyCases - kCases)).id; }

    [[nodiscard]] int left() const
    {
        const auto &items = m_desk.heardOutbox();
        return static_cast<int>(std::count_if(items.begin(), items.end(), [](const OutboxItem &item) {
            return item.state != OutboxState::Parked;
        }));
    }

    Drained drain()
    {
        Drained drained;
        drained.recorded = m_ledger.recorded();
        drained.read = -actsRead();
        const int before = m_desk.link().sentActs;
        m_desk.link().mostActsAtOnce = 0;
        while (left() > 0 && drained.seconds < kLongestDrain) {
            if (m_desk.wantsTokens()) // a month is longer than any session
                m_desk.signInAgain();
            m_world.pass(seconds(1));
            ++drained.seconds;
        }
        drained.left = left();
        drained.read += actsRead();
        drained.calls = m_desk.link().sentActs - before;
        drained.mostAtOnce = m_desk.link().mostActsAtOnce;
        judge(drained.verdict);
        return drained;
    }

    void judge(Verdict &verdict)
    {
        const QString profile = m_desk.profileOf(m_desk.officer());
        m_desk.quit();
        m_centre.stop();
        Judge judge(m_ledger);
        const auto read = [](const QString &path, MemoryDisk &disk) {
            return openDatabase({.path = path,
                                 .vfs = disk.vfs(),
                                 .create = false,
                                 .connectionPurpose = QStringLiteral("judge")});
        };
        Result<Database> centre = read(centreFilePath(m_centre.folder()), m_centre.disk());
        Result<Database> journal = read(profile % u"/journal.sqlite", m_desk.disk());
        if (!centre || !journal || !judge.readCentre(*centre) || !judge.readJournal(profile, *journal))
            verdict.lost += QStringLiteral("the files cannot be read");
        judge.judge(verdict);
    }

    std::unique_ptr<QTemporaryDir> m_folder = makeScratchDirectory();
    FirstImages m_first;
    World m_world;
    Ledger m_ledger;
    SimCentre m_centre;
    SimDesk m_desk;
};

} // namespace

class TestDrain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("tawasul.*=false"));
        // What SQLite's own header tells to do with a function of that shape.
        QCOMPARE(sqlite3_auto_extension(reinterpret_cast<void (*)()>(countRowsOf)), SQLITE_OK);
    }
    void cleanupTestCase() { sqlite3_reset_auto_extension(); }

    void aMonthAloneDrainsInOrderAtACostThatGrowsWithTheActs()
    {
        const Drained few = Month().drainAfter(500);
        const Drained many = Month().drainAfter(2'000);
        for (const Drained &drained : {few, many}) {
            qInfo(
                "%d acts: drained in %d s of the run's time by %d calls, at most %zu at once; %lld acts read"
                " from the journal, %d parked",
                drained.recorded, drained.seconds, drained.calls, drained.mostAtOnce,
                static_cast<long long>(drained.read), drained.verdict.parked);
            QCOMPARE(drained.verdict.complaints(), QStringList());
            QCOMPARE(drained.left, 0);
            QCOMPARE(drained.mostAtOnce, std::size_t(4));
            QVERIFY(drained.calls < drained.recorded + drained.recorded / 20);
        }
        QVERIFY(many.recorded >= 2'000);
        QVERIFY(many.read < 6 * few.read); // four times the acts; all of them at each step would be sixteen
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestDrain)
#include "tst_drain.moc"
