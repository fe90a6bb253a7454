// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Acts at a register whose disk fails, fills up or loses its process at every call that SQLite makes of it:
// the effect, the act's row with its receipt and the feed's rows are all there or all absent, and whoever
// sends the acts again gets the answers they would have got.
#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "models/sql/rows.h"
#include "tests/central/testcentre.h"
#include "tests/support/childprocess.h"
#include "tests/support/faultvfs.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <csignal>

using namespace tawasul;

using Call = Fault::Call;
using Kind = Fault::Kind;

namespace {

using Answers = std::vector<std::optional<QByteArray>>;

struct Sent
{
    Actor actor;
    ActRequest request;
};

/// A note, a decision's beginning, and an assignment that moves the case into another scope.
std::vector<Sent> actsOfTheDay(TestCentre &centre)
{
    std::vector<Sent> acts;
    const auto add = [&](ActType type, const Actor &actor, qint64 version) {
        Act act = sampleAct(type, actor);
        act.id = centre.newActId();
        act.baseVersion = version;
        acts.push_back({actor, requestFor(act)});
    };
    add(ActType::Note, sampleOfficer(), 3);
    add(ActType::Start, sampleOfficer(), 4);
    add(ActType::Assign, sampleSupervisor(), 5);
    return acts;
}

/// A day at the register in that file: the answer to each act that was acknowledged. It goes on after a
/// failure.
Answers live(
    const QString &path, const QString &vfs, const std::vector<Sent> &acts, const Clock &clock,
    const std::function<void()> &acknowledge = [] {})
{
    Answers answers(acts.size());
    OpenOptions options;
    options.path = path;
    options.vfs = vfs;
    options.create = false;
    options.connectionPurpose = QStringLiteral("test");
    Result<Database> database = openDatabase(options);
    if (!database)
        return answers;
    ReferenceShelf shelf(*database);
    Feed feed(*database);
    const ReceiptKeys keys;
    CaseWriter writer(*database, feed);
    StaffBook staff(*database);
    AuditTrail audit(*database);
    SeededRandom random(1);
    CaseRegister cases(*database, shelf, feed, writer, staff, audit, keys, clock, random);
    for (std::size_t i = 0; i < acts.size(); ++i) {
        const auto outcome = cases.applyAct(acts[i].actor, acts[i].request);
        if (!outcome || !std::holds_alternative<ActStored>(*outcome))
            continue;
        answers[i] = std::get<ActStored>(*outcome).answer;
        acknowledge();
    }
    return answers;
}

/// What stands in the register: empty when it is whole, else what is torn.
QString torn(const QString &path, std::size_t acknowledged)
{
    OpenOptions options;
    options.path = path;
    Result<Database> opened = openDatabase(options);
    if (!opened)
        return opened.error().detail;
    Database &database = *opened;
    const auto one = [&](const char *sql) {
        return must(readOne(database, QString::fromLatin1(sql), [](Query &row) { return row.blob(0); }));
    };
    const auto number = [&](const char *sql) {
        return must(readOneInt64(database, QString::fromLatin1(sql)));
    };
    const auto acts = static_cast<std::size_t>(number("SELECT count(*) FROM act"));
    if (acts < acknowledged)
        return QStringLiteral("an acknowledged act is lost");
    const QByteArray body = one("SELECT body FROM case_record").value();
    const Case theCase = must(wire::caseFromJson(must(wire::parseObject(body, QStringLiteral("case")))));
    if (theCase.version != sampleCase().version + static_cast<qint64>(acts)
        || number("SELECT version FROM case_record") != theCase.version)
        return QStringLiteral("act rows and effects differ");
    if (acts > 0) {
        const QByteArray answer = one("SELECT answer FROM act ORDER BY version DESC LIMIT 1").value();
        const auto last =
            must(wire::actAnswerFromJson(must(wire::parseObject(answer, QStringLiteral("answer")))));
        if (last.theCase != theCase || last.receipt.version != theCase.version)
            return QStringLiteral("the receipt is of another case than the effect");
    }
    // One position for taking the case in and for each act, and one more for the removal of the last.
    const auto positions = static_cast<qint64>(2 + acts + (acts == 3 ? 1U : 0U));
    if (number("SELECT CAST(value AS INTEGER) FROM centre WHERE key = 'position'") != positions
        || number("SELECT max(position) FROM feed") != positions)
        return QStringLiteral("the feed did not move with the act");
    if (number("SELECT count(*) FROM feed WHERE kind = 1") != (acts == 3 ? 1 : 0))
        return QStringLiteral("the removal did not come with the assignment");
    return {};
}

} // namespace

class RegisterFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_centre = std::make_unique<TestCentre>();
        take(*m_centre->open(), sampleCase(CaseStatus::New));
        m_acts = actsOfTheDay(*m_centre);
        m_undisturbed = live(fresh(0), {}, m_acts, m_centre->clock());
        for (const auto &answer : m_undisturbed)
            QVERIFY(answer.has_value());
        QCOMPARE(torn(path(0), m_acts.size()), QString());
    }

    void nothingIsThereByHalfOnAFailingDisk_data()
    {
        QTest::addColumn<Fault>("fault");
        struct Row
        {
            const char *name;
            Call call;
            Kind kind;
        };
        for (const Row &row :
             {Row{"any call, I/O error", Call::Any, Kind::IoError},
              Row{"short write", Call::Write, Kind::ShortWrite},
              Row{"full at a write", Call::Write, Kind::Full}, Row{"full at a sync", Call::Sync, Kind::Full},
              Row{"full at shared memory", Call::Shm, Kind::Full}}) {
            for (const bool lasting : {false, true})
                QTest::addRow("%s, %s", row.name, lasting ? "lasting" : "once")
                    << Fault{row.call, 1, row.kind, lasting};
        }
    }

    void nothingIsThereByHalfOnAFailingDisk()
    {
        QFETCH(Fault, fault);
        FaultVfs vfs;
        int strikes = 0;
        while (true) {
            const QString file = fresh(fault.nth);
            vfs.arm(fault);
            const Answers answers = live(file, vfs.name(), m_acts, m_centre->clock());
            const bool struck = vfs.struck();
            vfs.disarm();
            checkAndSendAgain(file, answers, fault.nth);
            if (QTest::currentTestFailed() || !struck)
                break;
            ++strikes;
            ++fault.nth;
        }
        QVERIFY(strikes > 0);
    }

    void nothingIsThereByHalfWhenTheProcessIsKilled_data()
    {
        QTest::addColumn<Call>("call");
        QTest::newRow("in a write") << Call::Write;
        QTest::newRow("at a sync") << Call::Sync;
    }

    void nothingIsThereByHalfWhenTheProcessIsKilled()
    {
        QFETCH(Call, call);
        int kills = 0;
        for (Fault fault{call, 1, Kind::Kill};; ++fault.nth) {
            const QString file = fresh(fault.nth);
            const ChildEnd end = runInChild([&] {
                FaultVfs vfs;
                vfs.arm(fault);
                QFile receipts(QString(file % u".receipts"));
                if (!receipts.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
                    return 1;
                (void)live(file, vfs.name(), m_acts, m_centre->clock(),
                           [&receipts] { receipts.putChar('r'); });
                return 0;
            });
            const qint64 acknowledged = QFile(QString(file % u".receipts")).size();
            Answers answers(m_acts.size());
            std::copy_n(m_undisturbed.begin(), acknowledged, answers.begin());
            checkAndSendAgain(file, answers, fault.nth);
            if (QTest::currentTestFailed())
                return;
            if (end.signal != SIGKILL) {
                QCOMPARE(end.exitCode, 0);
                break;
            }
            ++kills;
        }
        QVERIFY(kills > 0);
    }

private:
    [[nodiscard]] QString path(int n) const
    {
        return QString(m_centre->folder() % u"/copy-" % QString::number(n) % u".sqlite");
    }

    /// A copy of the register as it was before the acts.
    [[nodiscard]] QString fresh(int n) const
    {
        for (const char *suffix : {"", "-wal", "-shm", ".receipts"})
            QFile::remove(QString(path(n) % QLatin1String(suffix)));
        if (!QFile::copy(centreFilePath(m_centre->folder()), path(n)))
            qFatal("no copy");
        return path(n);
    }

    void checkAndSendAgain(const QString &file, const Answers &answers, int nth)
    {
        const auto acknowledged = std::count_if(answers.begin(), answers.end(),
                                                [](const auto &answer) { return answer.has_value(); });
        const QString wrong = torn(file, static_cast<std::size_t>(acknowledged));
        QVERIFY2(wrong.isEmpty(), qPrintable(QString(u"call " % QString::number(nth) % u": " % wrong)));
        const Answers again = live(file, {}, m_acts, m_centre->clock());
        for (std::size_t i = 0; i < answers.size(); ++i) {
            QCOMPARE(again[i].value_or(QByteArray()), m_undisturbed[i].value_or(QByteArray("?")));
            if (answers[i])
                QCOMPARE(*answers[i], *again[i]);
        }
        const QString after = torn(file, m_acts.size());
        QVERIFY2(after.isEmpty(), qPrintable(after));
    }

    std::unique_ptr<TestCentre> m_centre;
    std::vector<Sent> m_acts;
    Answers m_undisturbed;
};

QTEST_GUILESS_MAIN(RegisterFaultsTest)
#include "tst_registerfaults.moc"
