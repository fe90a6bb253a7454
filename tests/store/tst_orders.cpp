// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/jsonreader.h"
#include "models/sql/migrations.h"
#include "models/sql/query.h"
#include "models/store/journal.h"
#include "models/store/orderforms.h"
#include "models/store/storedforecast.h"
#include "tests/support/opendirectly.h"
#include "tests/support/samplecase.h"
#include "tests/support/sampleheaders.h"
#include "tests/support/scratchdirectory.h"
#include "tests/support/testclock.h"

#include <QtTest/QTest>

namespace tawasul {

using State = OrderRecord::State;
using Kind = OrderRecord::Kind;

namespace {

AssignmentOrder assignment(int n)
{
    AssignmentOrder order;
    order.id = AssignmentId(QStringLiteral("019ab9d0-2f70-7aaa-9bbb-%1").arg(n, 12, 10, QLatin1Char('0')));
    order.recordedAt = sampleNow();
    order.cases = {{numberedHeader(n).id, 3, otherOfficer().id}};
    return order;
}

OrderRecord numbered(int n)
{
    const AssignmentOrder order = assignment(n);
    OrderRecord record;
    record.id = OrderId(order.id.text());
    record.subject = order.id.text();
    record.recordedAt = order.recordedAt + std::chrono::seconds(n);
    record.body = sentBody(order);
    record.foreseen = storedForecast({}, {}, sampleNow());
    return record;
}

OrderRecord touching(int n, const QStringList &what)
{
    OrderRecord record = numbered(n);
    record.touches = what.join(u'\n').toUtf8();
    return record;
}

} // namespace

class TestOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = makeScratchDirectory();
        m_clock = std::make_unique<TestClock>(sampleNow());
        m_journal.reset();
        reopen();
    }

    void anOrderIsKeptWithItsBytesOverARestart()
    {
        OrderRecord order = numbered(1);
        order.undoes = QStringLiteral("other");
        order.ifMatch = 7;
        QVERIFY(m_journal->recordOrder(order));
        reopen();
        const auto kept = m_journal->order(order.id).value();
        QVERIFY(kept.has_value());
        QCOMPARE(kept->body, order.body);
        QCOMPARE(kept->foreseen, order.foreseen);
        QCOMPARE(kept->undoes, order.undoes);
        QCOMPARE(kept->ifMatch.value_or(0), 7);
        QVERIFY(kept->recordedAt == order.recordedAt);
        QCOMPARE(int(kept->state), int(State::Waiting));
        QCOMPARE(m_journal->waitingOrders()->count, 1);
        QVERIFY(m_journal->waitingOrders()->oldest == order.recordedAt);
        QCOMPARE(auditLines(QStringLiteral("order.recorded")), 1);
        QCOMPARE(m_journal->recordOrder(order).error().code, QStringLiteral("sql.unique"));
        QCOMPARE(auditLines(QStringLiteral("order.recorded")), 1);
    }

    void theyLeaveInTheOrderInWhichTheyWereRecorded()
    {
        for (int n = 1; n <= 3; ++n)
            QVERIFY(m_journal->recordOrder(touching(n, {QStringLiteral("person:a")})));
        QCOMPARE(m_journal->ordersDue()->size(), std::size_t(1));
        QCOMPARE(next().id, numbered(1).id);
        QVERIFY(!m_journal->beginSendingOrder(numbered(2).id).value());
        QVERIFY(m_journal->beginSendingOrder(numbered(1).id).value());
        QVERIFY(m_journal->orderAnswered(numbered(1).id, "{}"));
        QVERIFY(m_journal->withdrawOrder(numbered(2).id));
        QVERIFY(m_journal->beginSendingOrder(numbered(3).id).value());
        QVERIFY(m_journal->orderRefused(numbered(3).id, error()));
        QVERIFY(m_journal->ordersDue()->empty());
        const auto shown = m_journal->assignments(10).value();
        QCOMPARE(shown.size(), std::size_t(2)); // without the one that was withdrawn
        QCOMPARE(shown.front().id, numbered(3).id);
        QCOMPARE(shown.front().problem->code, error().code);
        QCOMPARE(shown.back().answer, QByteArray("{}"));
    }

    // One that the centre cannot answer stops what has something in common with it, directly or through
    // another, and nothing else.
    void whatSharesNothingPasses()
    {
        const auto tag = [](const char *word) { return QString::fromLatin1(word); };
        QVERIFY(m_journal->recordOrder(touching(1, {tag("case:1"), tag("person:a")})));
        QVERIFY(m_journal->recordOrder(touching(2, {tag("case:2"), tag("person:b")})));
        QVERIFY(m_journal->recordOrder(touching(3, {tag("case:3"), tag("person:a")})));
        QVERIFY(m_journal->recordOrder(touching(4, {tag("case:3"), tag("person:c")})));
        const auto due = m_journal->ordersDue().value();
        QCOMPARE(due.size(), std::size_t(2));
        QCOMPARE(due.front().id, numbered(1).id);
        QCOMPARE(due.back().id, numbered(2).id);
        QVERIFY(!m_journal->beginSendingOrder(numbered(3).id).value());
        QVERIFY(!m_journal->beginSendingOrder(numbered(4).id).value());
        QVERIFY(m_journal->beginSendingOrder(numbered(2).id).value());
        QVERIFY(m_journal->beginSendingOrder(numbered(1).id).value());
        QVERIFY(m_journal->setOrderAside(numbered(1).id)); // a person's word: out of the way
        reopen();
        QVERIFY(m_journal->beginSendingOrder(numbered(3).id).value());
        QVERIFY(!m_journal->beginSendingOrder(numbered(4).id).value());
    }

    // Kept one row for each thing once, they are one text now.
    void whatWaitedBeforeAnUpgradeIsStillInTheWay()
    {
        const QString old = m_directory->filePath(QStringLiteral("old.sqlite"));
        {
            Database database = openDirectly(old);
            const auto steps = readMigrations(QStringLiteral(":/schema/journal")).value();
            QVERIFY(migrate(database, steps.first(10)).has_value());
            for (const char *sql :
                 {"INSERT INTO supervision_order (sequence, id, kind, subject, undoes, recorded_at, body,"
                  " foreseen) VALUES (1, 'a', 'assignment', 'a', '', '', x'00', x'00'),"
                  " (2, 'b', 'assignment', 'b', '', '', x'00', x'00')",
                  "INSERT INTO supervision_touch VALUES (1, 'case:1'), (1, 'person:1'), (2, 'person:1')"})
                QVERIFY(runStatement(database, QString::fromLatin1(sql)));
        }
        Journal journal = Journal::open(old, {}, *m_clock).value();
        OrderRecord third = touching(3, {QStringLiteral("case:1")});
        QVERIFY(journal.recordOrder(third));
        QCOMPARE(journal.ordersDue()->size(), std::size_t(1));
        QVERIFY(journal.setOrderAside(OrderId(QStringLiteral("a"))));
        QCOMPARE(journal.ordersDue()->size(), std::size_t(2));
    }

    void whatIsSetAsideForLongKnowsWhatItTouches()
    {
        const QStringList both{QStringLiteral("case:1")};
        QVERIFY(m_journal->recordOrder(touching(1, both)));
        QVERIFY(m_journal->setOrderAside(numbered(1).id));
        QVERIFY(m_journal->forgetPayloads(sampleNow() + std::chrono::days(90)));
        QVERIFY(m_journal->sendOrderAgain(numbered(1).id));
        QVERIFY(m_journal->recordOrder(touching(2, both)));
        QCOMPARE(m_journal->ordersDue()->size(), std::size_t(1));
        QVERIFY(!m_journal->beginSendingOrder(numbered(2).id).value());
    }

    void whatIsSetAsideIsAnsweredAllTheSameOrSentAgain()
    {
        for (int n = 1; n <= 2; ++n) {
            QVERIFY(m_journal->recordOrder(numbered(n)));
            QVERIFY(m_journal->beginSendingOrder(numbered(n).id).value());
            QVERIFY(m_journal->setOrderAside(numbered(n).id));
        }
        QCOMPARE(m_journal->waitingOrders()->count, 0);
        QCOMPARE(m_journal->waitingOrders()->aside, 2);
        QVERIFY(!m_journal->withdrawOrder(numbered(1).id)); // it may have left
        QVERIFY(m_journal->orderAnswered(numbered(1).id, "{}"));
        QCOMPARE(int(m_journal->order(numbered(1).id)->value().state), int(State::Answered));
        QVERIFY(!m_journal->sendOrderAgain(numbered(1).id));
        QVERIFY(m_journal->sendOrderAgain(numbered(2).id));
        const OrderRecord again = next();
        QCOMPARE(again.id, numbered(2).id);
        QCOMPARE(again.body, numbered(2).body);
        QCOMPARE(again.tries, 1);
        QVERIFY(m_journal->forgetPayloads(sampleNow() + std::chrono::days(90)));
    }

    void whatNobodyHeardOfCanStillBeWithdrawn()
    {
        QVERIFY(m_journal->recordOrder(numbered(1)));
        QVERIFY(m_journal->beginSendingOrder(numbered(1).id).value());
        QVERIFY(m_journal->orderWaits(numbered(1).id, error(), sampleNow(), /*neverLeft=*/true));
        QVERIFY(m_journal->withdrawOrder(numbered(1).id));
    }

    // The centre was put back: what it answered it may have forgotten, and what waits rests on what it knew.
    void aRestoredCentreLeavesAllToAPerson()
    {
        QVERIFY(m_journal->meetEpoch(QStringLiteral("one")).has_value());
        for (int n = 1; n <= 4; ++n)
            QVERIFY(m_journal->recordOrder(numbered(n)));
        for (int n = 1; n <= 3; ++n)
            QVERIFY(m_journal->beginSendingOrder(numbered(n).id).value());
        QVERIFY(m_journal->orderAnswered(numbered(1).id, "{}", QStringLiteral("one")));
        QVERIFY(m_journal->orderRefused(numbered(2).id, error()));
        QVERIFY(m_journal->meetEpoch(QStringLiteral("one")).has_value());
        QVERIFY(!m_journal->order(numbered(1).id)->value().isDoubted);
        QVERIFY(m_journal->meetEpoch(QStringLiteral("two")).has_value());
        QVERIFY(m_journal->order(numbered(1).id)->value().isDoubted);
        QCOMPARE(int(m_journal->order(numbered(2).id)->value().state), int(State::Refused));
        for (const int n : {3, 4}) {
            const OrderRecord left = m_journal->order(numbered(n).id)->value();
            QCOMPARE(int(left.state), int(State::SetAside));
            QCOMPARE(left.problem->code, QStringLiteral("centre.epoch_changed"));
        }
        QVERIFY(m_journal->ordersDue()->empty());
        QCOMPARE(auditLines(QStringLiteral("order.set_aside")), 2);
        QCOMPARE(auditLines(QStringLiteral("order.doubted")), 1);
        QVERIFY(m_journal->withdrawOrder(numbered(4).id)); // it never left
        // An answer of the time before arrives late: it was so then.
        QVERIFY(m_journal->orderAnswered(numbered(3).id, "{}", QStringLiteral("one")));
        QVERIFY(m_journal->order(numbered(3).id)->value().isDoubted);
        QVERIFY(m_journal->sendOrderAgain(numbered(3).id));
        QVERIFY(!m_journal->order(numbered(3).id)->value().isDoubted);
        QCOMPARE(next().id, numbered(3).id);
    }

    void whatTheCentreThinksIsUnsentIsRemembered()
    {
        QVERIFY(m_journal->meetEpoch(QStringLiteral("one")).has_value());
        QVERIFY(!m_journal->mayBeThoughtUnsent().value());
        QVERIFY(m_journal->tellingUnsent());
        reopen();
        QVERIFY(m_journal->mayBeThoughtUnsent().value());
        QVERIFY(m_journal->toldNothingUnsent());
        reopen();
        QVERIFY(!m_journal->mayBeThoughtUnsent().value());
        QVERIFY(m_journal->meetEpoch(QStringLiteral("two")).has_value());
        QVERIFY(m_journal->mayBeThoughtUnsent().value()); // as it was in the backup, perhaps
    }

    void aTryThatDecidedNothingIsKeptWithItsReason()
    {
        QVERIFY(m_journal->recordOrder(numbered(1)));
        QVERIFY(m_journal->beginSendingOrder(numbered(1).id).value());
        const Instant later = sampleNow() + std::chrono::minutes(5);
        QVERIFY(m_journal->orderWaits(numbered(1).id, error(), later));
        reopen();
        const OrderRecord kept = next();
        QCOMPARE(kept.tries, 1);
        QVERIFY(kept.nextTryAt == later);
        QCOMPARE(kept.problem->code, error().code);
    }

    void whatMayHaveLeftIsNeverWithdrawn()
    {
        QVERIFY(m_journal->recordOrder(numbered(1)));
        QVERIFY(m_journal->beginSendingOrder(numbered(1).id).value());
        for (int round = 0; round < 2; ++round) {
            const Outcome withdrawn = m_journal->withdrawOrder(numbered(1).id);
            QVERIFY(!withdrawn);
            QCOMPARE(withdrawn.error().code, QStringLiteral("order.state"));
            reopen();
        }
        QCOMPARE(m_journal->waitingOrders()->count, 1);
    }

    void whatHasEndedTakesNoStep()
    {
        QVERIFY(m_journal->recordOrder(numbered(1)));
        QVERIFY(m_journal->withdrawOrder(numbered(1).id));
        QVERIFY(!m_journal->beginSendingOrder(numbered(1).id).value());
        for (const Outcome &step : {m_journal->orderAnswered(numbered(1).id, "{}"),
                                    m_journal->orderRefused(numbered(1).id, error()),
                                    m_journal->orderWaits(numbered(1).id, error(), sampleNow()),
                                    m_journal->withdrawOrder(numbered(1).id)}) {
            QVERIFY(!step);
            QCOMPARE(step.error().code, QStringLiteral("order.state"));
        }
        QCOMPARE(auditLines(QStringLiteral("order.answered")), 0);
    }

    void oldOnesLoseTheirBytesAndNothingThatWaitsDoes()
    {
        for (int n = 1; n <= 2; ++n)
            QVERIFY(m_journal->recordOrder(numbered(n)));
        QVERIFY(m_journal->beginSendingOrder(numbered(1).id).value());
        QVERIFY(m_journal->orderAnswered(numbered(1).id, "{}"));
        QVERIFY(m_journal->forgetPayloads(sampleNow() + std::chrono::days(90)));
        QCOMPARE(m_journal->order(numbered(1).id)->value().body, QByteArray());
        QCOMPARE(m_journal->assignments(10)->size(), std::size_t(1));
        QCOMPARE(next().body, numbered(2).body);
    }

    void whatIsForeseenAndAnsweredIsReadBack()
    {
        const AssignmentOrder order = assignment(1);
        AssignmentVerdict verdict;
        verdict.caseId = numberedHeader(1).id;
        verdict.number = numberedHeader(1).number;
        verdict.outcome = AssignmentOutcome::Queued;
        verdict.version = 4;
        verdict.from = nameOf(sampleOfficer());
        verdict.to = nameOf(otherOfficer());
        LoadChange change{nameOf(otherOfficer()), {1, 2, 3, 4}, {1, 2, 4, 4}};
        OrderRecord record = numbered(1);
        record.foreseen = storedForecast({verdict}, {change}, sampleNow());
        QVERIFY(m_journal->recordOrder(record));
        const auto stored = assignmentIn(next());
        QVERIFY(stored.has_value());
        QVERIFY(stored->order == order);
        QVERIFY(stored->at == sampleNow());
        QVERIFY(stored->results == std::vector<AssignmentVerdict>{verdict});
        QVERIFY(stored->loads == std::vector<LoadChange>{change});
        // As it was written before.
        record.foreseen = wire::toBytes(
            wire::toJson(wire::AssignmentAnswer{order.id, true, sampleNow(), {}, {verdict}, {change}}));
        const auto older = assignmentIn(record);
        QVERIFY(older.has_value());
        QVERIFY(older->results == stored->results);
        QVERIFY(older->loads == stored->loads);
        record.foreseen = "nonsense";
        QCOMPARE(assignmentIn(record).error().code, QStringLiteral("store.unreadable"));
    }

    // Each person and each verdict stands there once; every case gets its own back.
    void aThousandVerdictsAreShort()
    {
        std::vector<AssignmentVerdict> verdicts;
        for (int n = 1; n <= 1'000; ++n) {
            AssignmentVerdict verdict;
            verdict.caseId = CaseId(numberedHeader(n % 7 == 0 ? 7 : n).id.text() % QString::number(n));
            if (n % 5 == 0) { // out of reach
                verdict.reason = QStringLiteral("assignment.out_of_reach");
                verdicts.push_back(verdict);
                continue;
            }
            verdict.number = QStringLiteral("T\"%1\u200f").arg(n);
            verdict.version = n;
            verdict.outcome = n % 3 == 0 ? AssignmentOutcome::Refused : AssignmentOutcome::Queued;
            verdict.reason = n % 3 == 0 ? QStringLiteral("assignment.on_leave") : QString();
            if (n % 2 == 0)
                verdict.from = nameOf(sampleOfficer());
            if (n % 11 != 0)
                verdict.to = n % 13 == 0 ? PersonName{otherOfficer().id, {}} : nameOf(otherOfficer());
            if (n % 3 == 0)
                verdict.substitute = nameOf(sampleSupervisor());
            verdicts.push_back(verdict);
        }
        const QByteArray stored = storedForecast(verdicts, {}, sampleNow());
        QVERIFY(forecastIn(stored)->results == verdicts);
        QCOMPARE_LT(stored.size(), 100'000);
        for (const char *broken : {"\"verdicts_by_case\":[[\"x\",\"\",1,99]]", "\"verdicts_by_case\":[7]"}) {
            QByteArray other = stored;
            other = other.first(other.indexOf("\"verdicts_by_case\"")) + broken + '}';
            QCOMPARE(forecastIn(other).error().code, QStringLiteral("wire.malformed"));
        }
    }

    void aLeaveThatWasNeverRecordedHasNoVersion()
    {
        Leave leave = leaveOf(1, QDate(2026, 11, 25), QDate(2026, 11, 29));
        leave.version = 0;
        OrderRecord record = numbered(1);
        record.kind = Kind::Leave;
        record.foreseen = storedForecast(leave);
        QVERIFY(leaveIn(record).value() == leave);
    }

private:
    [[nodiscard]] OrderRecord next()
    {
        const auto due = m_journal->ordersDue().value();
        return due.empty() ? OrderRecord() : m_journal->order(due.front().id)->value();
    }
    static Error error() { return {Error::Kind::Conflict, QStringLiteral("assignment.nothing_matched"), {}}; }
    [[nodiscard]] QString path() const { return m_directory->filePath(QStringLiteral("journal.sqlite")); }
    void reopen()
    {
        m_journal.reset();
        m_journal.emplace(std::move(Journal::open(path(), {}, *m_clock).value()));
    }
    [[nodiscard]] qint64 auditLines(const QString &what) const
    {
        Database database = openDirectly(path());
        return readOneInt64(database,
                            QStringLiteral("SELECT count(*) FROM audit WHERE what = '%1'").arg(what))
            .value();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestClock> m_clock;
    std::optional<Journal> m_journal;
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestOrders)
#include "tst_orders.moc"
