// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Assignments at a register whose disk fails, fills up or loses its process at every call that SQLite makes
// of it: all that an order moves is there with its answer, or none of it, and so with taking it back.
#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/sql/rows.h"
#include "tests/central/assignmentstage.h"
#include "tests/support/childprocess.h"
#include "tests/support/faultvfs.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <csignal>

using namespace tawasul;

using Call = Fault::Call;
using Kind = Fault::Kind;

namespace {

constexpr int kCases = 3;

using Answers = std::vector<std::optional<QByteArray>>;

Result<Database> opened(const QString &path, const QString &vfs = {})
{
    OpenOptions options;
    options.path = path;
    options.vfs = vfs;
    options.create = false;
    options.connectionPurpose = QStringLiteral("test");
    return openDatabase(options);
}

/// These orders, one after the other, at the register in that file: the answers that came. It goes on after a
/// failure. Each process makes ids of its own.
Answers live(
    const QString &path, const QString &vfs, const std::vector<QByteArray> &orders, const Clock &clock,
    unsigned process, const std::function<void()> &acknowledge = [] {})
{
    Answers answers(orders.size());
    Result<Database> database = opened(path, vfs);
    if (!database)
        return answers;
    ReferenceShelf shelf(*database);
    Feed feed(*database);
    CaseWriter writer(*database, feed);
    StaffBook staff(*database);
    SeededRandom random(process);
    Assignments assignments(*database, shelf, writer, staff, clock, random);
    for (std::size_t i = 0; i < orders.size(); ++i) {
        const auto carried = assignments.carryOut(sampleSupervisor(), orders[i]);
        if (!carried)
            continue;
        answers[i] = carried->answer;
        acknowledge();
    }
    return answers;
}

/// Empty when all that each order did is there, or nothing of it, else what is torn. Every order moves all.
QString torn(const QString &path, std::size_t acknowledged)
{
    Result<Database> register_ = opened(path);
    if (!register_)
        return register_.error().detail;
    const auto number = [&](const char *sql) { return must(readOneInt64(*register_, QLatin1String(sql))); };
    const qint64 orders = number("SELECT count(*) FROM assignment");
    if (orders < static_cast<qint64>(acknowledged))
        return QStringLiteral("an acknowledged assignment is lost");
    if (number("SELECT count(*) FROM assignment_item") != orders * kCases
        || number("SELECT count(*) FROM act") != orders * kCases)
        return QStringLiteral("an order is there by half");
    const QString owner = (orders == 1 ? otherOfficer() : sampleOfficer()).id.text();
    const auto bodies =
        must(readAll(*register_, QStringLiteral("SELECT body, version, assignee FROM case_record"),
                     [](Query &row) { return std::tuple(row.blob(0), row.int64(1), row.text(2)); }));
    for (const auto &[body, version, assignee] : bodies) {
        const Case theCase = must(wire::caseFromJson(must(wire::parseObject(body, QStringLiteral("case")))));
        if (theCase.version != version || version != sampleCase().version + orders)
            return QStringLiteral("a case has another version than its acts made");
        if (assignee != owner || theCase.assignee->id.text() != owner)
            return QStringLiteral("a case is not whose it was given to");
    }
    if (number("SELECT count(*) FROM feed WHERE kind = 0 AND scope = 'user:officer-1'")
            != (orders == 1 ? 0 : kCases)
        || number("SELECT CAST(value AS INTEGER) FROM centre WHERE key = 'position'")
            != number("SELECT max(position) FROM feed"))
        return QStringLiteral("the feed did not follow");
    return {};
}

} // namespace

class AssignmentFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_centre = std::make_unique<TestCentre>();
        {
            const auto connection = m_centre->open();
            for (int n = 1; n <= kCases; ++n)
                take(*connection, numberedCase(n));
        }
        AssignmentOrder order;
        order.id = AssignmentId(m_centre->newActId().text());
        order.recordedAt = m_centre->clock().now();
        for (int n = 1; n <= kCases; ++n)
            order.cases.push_back({numberedCase(n).id, {}, otherOfficer().id});
        AssignmentOrder undo;
        undo.id = AssignmentId(m_centre->newActId().text());
        undo.recordedAt = order.recordedAt;
        undo.undoes = order.id;
        for (const AssignmentOrder &one : {order, undo})
            m_orders.push_back(wire::toBytes(wire::toJson(one)));
        for (const auto &answer : live(fresh(0), {}, m_orders, m_centre->clock(), 1))
            QVERIFY(answer && answer->contains("\"done\":3"));
        QCOMPARE(torn(path(0), m_orders.size()), QString());
    }

    void nothingIsThereByHalfOnAFailingDisk_data()
    {
        QTest::addColumn<Fault>("fault");
        for (const bool lasting : {false, true}) {
            QTest::addRow("I/O error, lasting: %d", lasting) << Fault{Call::Any, 1, Kind::IoError, lasting};
            QTest::addRow("full, lasting: %d", lasting) << Fault{Call::Write, 1, Kind::Full, lasting};
            QTest::addRow("full at a sync, lasting: %d", lasting)
                << Fault{Call::Sync, 1, Kind::Full, lasting};
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
            const Answers answers = live(file, vfs.name(), m_orders, m_centre->clock(), 1);
            const bool struck = vfs.struck();
            vfs.disarm();
            const auto acknowledged = std::count_if(answers.begin(), answers.end(),
                                                    [](const auto &answer) { return answer.has_value(); });
            checkAndSendAgain(file, answers, static_cast<std::size_t>(acknowledged), fault.nth);
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
                QFile answered(QString(file % u".answered"));
                if (!answered.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
                    return 1;
                (void)live(file, vfs.name(), m_orders, m_centre->clock(), 1,
                           [&answered] { answered.putChar('a'); });
                return 0;
            });
            const auto acknowledged = static_cast<std::size_t>(QFile(QString(file % u".answered")).size());
            checkAndSendAgain(file, Answers(m_orders.size()), acknowledged, fault.nth);
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

    /// A copy of the register as it was before the orders.
    [[nodiscard]] QString fresh(int n) const
    {
        for (const char *suffix : {"", "-wal", "-shm", ".answered"})
            QFile::remove(QString(path(n) % QLatin1String(suffix)));
        if (!QFile::copy(centreFilePath(m_centre->folder()), path(n)))
            qFatal("no copy");
        return path(n);
    }

    // Whoever heard nothing sends both again, twice, and both are done by then, once.
    void checkAndSendAgain(const QString &file, const Answers &answers, std::size_t acknowledged, int nth)
    {
        const QString wrong = torn(file, acknowledged);
        QVERIFY2(wrong.isEmpty(), qPrintable(QString(u"call " % QString::number(nth) % u": " % wrong)));
        const Answers again = live(file, {}, m_orders, m_centre->clock(), 2);
        const Answers thrice = live(file, {}, m_orders, m_centre->clock(), 3);
        for (std::size_t i = 0; i < answers.size(); ++i) {
            QVERIFY(again[i] && again[i]->contains("\"done\":3"));
            QCOMPARE(*thrice[i], *again[i]);
            // An undo that ran ahead of a failed order was refused, and never stored.
            if (answers[i])
                QCOMPARE(*answers[i], *again[i]);
        }
        const QString after = torn(file, m_orders.size());
        QVERIFY2(after.isEmpty(), qPrintable(after));
    }

    std::unique_ptr<TestCentre> m_centre;
    std::vector<QByteArray> m_orders;
};

QTEST_GUILESS_MAIN(AssignmentFaultsTest)
#include "tst_assignmentfaults.moc"
