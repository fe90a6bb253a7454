// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "models/sql/migrations.h"
#include "models/sql/query.h"
#include "models/store/journal.h"
#include "models/store/storedforms.h"
#include "tests/support/opendirectly.h"
#include "tests/support/samplecase.h"
#include "tests/support/schemaequality.h"
#include "tests/support/scratchdirectory.h"
#include "tests/support/testclock.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace tawasul;
using namespace std::chrono_literals;

namespace {

Act actNumber(int n, ActType type = ActType::Complete)
{
    Act act = sampleAct(type, sampleOfficer());
    act.id = ActId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-%1").arg(n, 12, 10, QLatin1Char('0')));
    return act;
}

Act aloneInItsLane(Act act)
{
    act.caseId = CaseId(act.id.text());
    return act;
}

Error anError()
{
    return {Error::Kind::Server, QStringLiteral("centre.failed"), QStringLiteral("503")};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class JournalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_directory = makeScratchDirectory();
        m_clock.setWall(sampleNow());
        reopen();
    }

    void cleanup() { m_journal.reset(); }

    void aRecordedActIsReadBackAsItWas()
    {
        const Act act = actNumber(1);
        record(act, 60s);
        reopen();
        const std::vector<OutboxItem> items = m_journal->unsettled().value();
        QCOMPARE(items.size(), std::size_t(1));
        QVERIFY(items[0].act == act);
        QCOMPARE(items[0].body, sentBody(act));
        QVERIFY(items[0].base == sampleCase());
        QCOMPARE(items[0].state, OutboxState::Waiting);
        QVERIFY(items[0].nextTryAt == act.recordedAt + 60s);
        QVERIFY(items[0].recallUntil == act.recordedAt + 60s);
        QCOMPARE(audited(), QStringList{QStringLiteral("act.recorded")});
    }

    void recordingRemovesTheDraftOfThatCaseOnly()
    {
        const CaseId other(QStringLiteral("another"));
        QVERIFY(m_journal->saveDraft({sampleCase().id, "{}", sampleNow()}));
        QVERIFY(m_journal->saveDraft({other, "{\"text\":\"x\"}", sampleNow()}));
        record(actNumber(1));
        const std::vector<Draft> drafts = m_journal->drafts().value();
        QCOMPARE(drafts.size(), std::size_t(1));
        QCOMPARE(drafts[0].caseId, other);
        QCOMPARE(drafts[0].content, QByteArray("{\"text\":\"x\"}"));
    }

    void whatElseWasBegunOnTheCaseIsKeptWithTheAct()
    {
        QVERIFY(m_journal->saveDraft({sampleCase().id, "{\"both\":2}", sampleNow()}));
        const Act act = actNumber(1);
        QVERIFY(m_journal->record(act, sentBody(act), storedCase(sampleCase()), sampleNow(), std::nullopt,
                                  "{\"other\":1}"));
        const auto draft = m_journal->draft(sampleCase().id).value();
        QVERIFY(draft.has_value());
        QCOMPARE(draft->content, QByteArray("{\"other\":1}"));
    }

    void anActThatCannotBeReadStopsItsLaneOnly_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("the act") << QStringLiteral("body = x'7b'");
        QTest::newRow("what its author saw") << QStringLiteral("base = x'7b7d'");
        QTest::newRow("its author") << QStringLiteral("actor = x'00'");
    }
    void anActThatCannotBeReadStopsItsLaneOnly()
    {
        QFETCH(const QString, damage);
        Act behind = actNumber(2, ActType::Note);
        Act elsewhere = actNumber(3, ActType::Note);
        elsewhere.caseId = CaseId(QStringLiteral("another"));
        record(actNumber(1));
        record(behind);
        record(elsewhere);
        m_journal.reset();
        {
            Database direct = opened();
            QVERIFY(runStatement(direct, QStringLiteral("DROP TRIGGER act_is_final")));
            const QString sql =
                u"UPDATE act SET " % damage % u" WHERE id = '" % actNumber(1).id.text() % u'\'';
            QVERIFY(runStatement(direct, sql));
        }
        reopen();
        const auto items = m_journal->unsettled();
        QVERIFY(items.has_value());
        QCOMPARE(items->size(), std::size_t(3));
        const OutboxItem &damaged = items->front();
        QCOMPARE(damaged.act.id, actNumber(1).id);
        QCOMPARE(damaged.act.caseId, sampleCase().id);
        QCOMPARE(damaged.state, OutboxState::Parked);
        QCOMPARE(damaged.lastError->code, QStringLiteral("store.unreadable"));
        QCOMPARE(damaged.act.recordedAt, actNumber(1).recordedAt);
        QCOMPARE(damaged.base.has_value(), !damage.startsWith(QLatin1String("base")));
        QVERIFY(!m_journal->beginSending(behind.id).value());
        QVERIFY(m_journal->beginSending(elsewhere.id).value());
        QCOMPARE(m_journal->ledger()->parked, qint64(1));
        QVERIFY(m_journal->close(actNumber(1).id, std::nullopt)); // whoever knows what it was does it anew
        QVERIFY(m_journal->beginSending(behind.id).value());
    }

    void anIdIsRecordedOnce()
    {
        record(actNumber(1));
        const Outcome again =
            m_journal->record(actNumber(1), sentBody(actNumber(1)), storedCase(sampleCase()), sampleNow());
        QCOMPARE(again.error().kind, Error::Kind::Conflict);
        QCOMPARE(m_journal->unsettled()->size(), std::size_t(1));
        QCOMPARE(audited().size(), 1);
    }

    void anActIsNeverChanged()
    {
        record(actNumber(1));
        Database direct = opened();
        QVERIFY(!runStatement(direct, QStringLiteral("UPDATE act SET body = x'00'")));
        QVERIFY(!runStatement(direct, QStringLiteral("UPDATE act SET body = x'', base = x''")));
        QVERIFY(!runStatement(direct, QStringLiteral("UPDATE outbox SET state = 'lost'")));
    }

    /// Every step from every state: taken exactly where the table of the states has it.
    void eachStepIsTakenFromItsOwnStatesOnly_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("from"); ///< letters of the states in which it is taken
        QTest::addColumn<OutboxState>("to");
        QTest::newRow("beginSending")
            << QStringLiteral("send") << QStringLiteral("w") << OutboxState::Sending;
        QTest::newRow("backToWaiting")
            << QStringLiteral("back") << QStringLiteral("s") << OutboxState::Waiting;
        QTest::newRow("settle") << QStringLiteral("settle") << QStringLiteral("s") << OutboxState::Settled;
        QTest::newRow("park") << QStringLiteral("park") << QStringLiteral("ws") << OutboxState::Parked;
        QTest::newRow("close") << QStringLiteral("close") << QStringLiteral("p") << OutboxState::Closed;
        QTest::newRow("retry") << QStringLiteral("retry") << QStringLiteral("wp") << OutboxState::Waiting;
        QTest::newRow("hold") << QStringLiteral("hold") << QStringLiteral("w") << OutboxState::Waiting;
        QTest::newRow("recall") << QStringLiteral("recall") << QStringLiteral("w") << OutboxState::Closed;
    }

    void eachStepIsTakenFromItsOwnStatesOnly()
    {
        QFETCH(QString, step);
        QFETCH(QString, from);
        QFETCH(OutboxState, to);
        const std::vector<std::pair<QChar, QStringList>> ways{
            {u'w', {}},
            {u's', {QStringLiteral("send")}},
            {u't', {QStringLiteral("send"), QStringLiteral("settle")}},
            {u'p', {QStringLiteral("send"), QStringLiteral("park")}},
            {u'c', {QStringLiteral("send"), QStringLiteral("park"), QStringLiteral("close")}}};
        int n = 0;
        for (const auto &[letter, way] : ways) {
            const Act act = aloneInItsLane(actNumber(++n));
            record(act, 60s);
            for (const QString &before : way)
                QVERIFY2(take(before, act.id), qPrintable(before));
            const OutboxState stood = (*m_journal->item(act.id))->state;
            QCOMPARE(take(step, act.id), from.contains(letter));
            QCOMPARE((*m_journal->item(act.id))->state, from.contains(letter) ? to : stood);
        }
        // Whatever happened, each act is there, with its content.
        for (; n > 0; --n)
            QVERIFY((*m_journal->item(actNumber(n).id))->act == aloneInItsLane(actNumber(n)));
    }

    void anActIsNotSentBeforeAnEarlierOneOfItsCaseHasEnded_data()
    {
        QTest::addColumn<QStringList>("before"); ///< what became of the earlier one
        QTest::addColumn<bool>("sent");
        const QString send = QStringLiteral("send");
        const QString park = QStringLiteral("park");
        QTest::newRow("waiting") << QStringList{} << false;
        QTest::newRow("sending") << QStringList{send} << false;
        QTest::newRow("parked") << QStringList{send, park} << false;
        QTest::newRow("held") << QStringList{QStringLiteral("hold")} << false;
        QTest::newRow("held and let go")
            << QStringList{QStringLiteral("hold"), QStringLiteral("release")} << false;
        QTest::newRow("settled") << QStringList{send, QStringLiteral("settle")} << true;
        QTest::newRow("closed") << QStringList{send, park, QStringLiteral("close")} << true;
        QTest::newRow("sent again") << QStringList{send, QStringLiteral("settle"), QStringLiteral("epoch")}
                                    << false;
    }

    void anActIsNotSentBeforeAnEarlierOneOfItsCaseHasEnded()
    {
        QFETCH(QStringList, before);
        QFETCH(bool, sent);
        QVERIFY(m_journal->meetEpoch(QStringLiteral("a")));
        record(actNumber(1));
        record(actNumber(2));
        record(aloneInItsLane(actNumber(3)));
        for (const QString &step : before) {
            if (step == u"epoch")
                QVERIFY(m_journal->meetEpoch(QStringLiteral("b")));
            else
                QVERIFY(take(step, actNumber(1).id));
        }
        QCOMPARE(m_journal->beginSending(actNumber(2).id).value(), sent);
        QVERIFY(m_journal->beginSending(actNumber(3).id).value());
    }

    void onlyADecisionThatNeverLeftIsRecalledAndOnlyInItsWindow_data()
    {
        QTest::addColumn<int>("secondsLater");
        QTest::addColumn<bool>("tried");
        QTest::addColumn<bool>("recalled");
        QTest::newRow("at once") << 0 << false << true;
        QTest::newRow("just in time") << 59 << false << true;
        QTest::newRow("too late") << 60 << false << false;
        QTest::newRow("it left already") << 1 << true << false;
    }

    void onlyADecisionThatNeverLeftIsRecalledAndOnlyInItsWindow()
    {
        QFETCH(int, secondsLater);
        QFETCH(bool, tried);
        QFETCH(bool, recalled);
        const ActId id = actNumber(1).id;
        record(actNumber(1), 60s);
        if (tried)
            QVERIFY(take(QStringLiteral("send"), id) && take(QStringLiteral("back"), id));
        m_clock.advance(std::chrono::seconds(secondsLater));
        QCOMPARE(m_journal->recall(id).value(), recalled);
        QCOMPARE(m_journal->unsettled()->empty(), recalled);
        QCOMPARE(audited().contains(QStringLiteral("act.recalled")), recalled);
    }

    void whatWasBeingSentWaitsAgainAfterAStartAndIsNotRecallable()
    {
        const ActId id = actNumber(1).id;
        record(actNumber(1), 60s);
        QVERIFY(m_journal->beginSending(id).value());
        reopen();
        const OutboxItem item = m_journal->unsettled()->at(0);
        QCOMPARE(item.state, OutboxState::Waiting);
        QCOMPARE(item.tries, 1);
        QVERIFY(!item.recallUntil);
        QVERIFY(*item.nextTryAt <= m_clock.now());
        QCOMPARE(m_journal->recall(id).value(), false);
    }

    void aClockSetBackHoldsNothingUp()
    {
        record(actNumber(1), 60s);
        m_clock.setWall(sampleNow() - std::chrono::hours(24 * 365));
        reopen();
        const OutboxItem item = m_journal->unsettled()->at(0);
        QVERIFY(*item.nextTryAt <= m_clock.now());
        QVERIFY(!item.recallUntil);
    }

    void aSettledActKeepsReceiptAndContent()
    {
        const ActId id = actNumber(1).id;
        record(actNumber(1));
        QVERIFY(m_journal->beginSending(id).value());
        QVERIFY(m_journal->settle(id, "{\"receipt\":1}"));
        reopen();
        QVERIFY(m_journal->unsettled()->empty());
        QCOMPARE(m_journal->receipts(sampleCase().id)->at(0), QByteArray("{\"receipt\":1}"));
        const OutboxItem item = **m_journal->item(id);
        QCOMPARE(item.state, OutboxState::Settled);
        QCOMPARE(item.body, sentBody(actNumber(1)));
    }

    void settledActsWaitAgainWhenTheCentreBeginsANewEpoch()
    {
        settleNumber(1, "one");
        settleNumber(2, "two");
        record(actNumber(3));
        QVERIFY(take(QStringLiteral("park"), actNumber(3).id));
        QVERIFY(m_journal->unsettled()->size() == 1);
        QVERIFY(m_journal->meetEpoch(QStringLiteral("a"))->empty()); // the first one that it hears of
        QVERIFY(m_journal->meetEpoch(QStringLiteral("a"))->empty());
        QCOMPARE(m_journal->unsettled()->size(), std::size_t(1));

        QCOMPARE(m_journal->meetEpoch(QStringLiteral("b")).value(), std::vector<CaseId>{sampleCase().id});
        reopen();
        const std::vector<OutboxItem> items = m_journal->unsettled().value();
        QCOMPARE(items.size(), std::size_t(3));
        for (int n = 1; n <= 2; ++n) {
            const OutboxItem &item = items[static_cast<std::size_t>(n - 1)];
            QCOMPARE(item.act.id, actNumber(n).id);
            QCOMPARE(item.body, sentBody(actNumber(n)));
            QCOMPARE(item.state, OutboxState::Waiting);
            QVERIFY(*item.nextTryAt <= m_clock.now());
            QCOMPARE(m_journal->recall(item.act.id).value(), false);
        }
        QCOMPARE(items[2].state, OutboxState::Parked);
        QCOMPARE(audited().count(QStringLiteral("act.sent_again")), 2);
        QVERIFY(m_journal->receipts(sampleCase().id)->empty());
        QVERIFY(m_journal->meetEpoch(QStringLiteral("b"))->empty());

        QVERIFY(take(QStringLiteral("send"), actNumber(1).id));
        QVERIFY(m_journal->settle(actNumber(1).id, "{\"receipt\":\"new\"}", QStringLiteral("b")));
        QCOMPARE(m_journal->receipts(sampleCase().id).value(),
                 std::vector<QByteArray>{"{\"receipt\":\"new\"}"});
        Database direct = opened();
        Query row = std::move(
            Query::prepare(direct,
                           QStringLiteral("SELECT former_receipt FROM outbox JOIN act ON act.id = act_id"
                                          " ORDER BY sequence"))
                .value());
        QVERIFY(row.exec() && row.next().value());
        QCOMPARE(row.blob(0), QByteArray("one"));
    }

    void anAcknowledgementOfAnotherEpochSettlesNothing_data()
    {
        QTest::addColumn<QString>("met");
        QTest::addColumn<QString>("answered");
        QTest::addColumn<bool>("settled");
        QTest::newRow("nobody says") << QString() << QString() << true;
        QTest::newRow("none met") << QString() << QStringLiteral("a") << true;
        QTest::newRow("the answer does not say") << QStringLiteral("a") << QString() << true;
        QTest::newRow("the same") << QStringLiteral("a") << QStringLiteral("a") << true;
        QTest::newRow("another") << QStringLiteral("b") << QStringLiteral("a") << false;
    }

    void anAcknowledgementOfAnotherEpochSettlesNothing()
    {
        QFETCH(QString, met);
        QFETCH(QString, answered);
        QFETCH(bool, settled);
        if (!met.isEmpty())
            QVERIFY(m_journal->meetEpoch(met));
        record(actNumber(1));
        QVERIFY(take(QStringLiteral("send"), actNumber(1).id));
        const Outcome outcome = m_journal->settle(actNumber(1).id, "{}", answered);
        QCOMPARE(outcome.has_value(), settled);
        QCOMPARE((*m_journal->item(actNumber(1).id))->state,
                 settled ? OutboxState::Settled : OutboxState::Sending);
        if (!settled)
            QCOMPARE(outcome.error().code, QStringLiteral("outbox.state"));
    }

    void anOldSettledActLosesItsPayloadAndNothingElse()
    {
        QVERIFY(m_journal->meetEpoch(QStringLiteral("a")));
        settleNumber(1, "one");
        m_clock.advance(std::chrono::hours(24));
        settleNumber(3, "three");
        record(actNumber(2));
        QVERIFY(m_journal->forgetPayloads(m_clock.now()));
        reopen();
        QVERIFY(!m_journal->item(actNumber(1).id)->has_value());
        QVERIFY((*m_journal->item(actNumber(2).id))->act == actNumber(2)); // it waits: it keeps everything
        QCOMPARE((*m_journal->item(actNumber(3).id))->body, sentBody(actNumber(3)));
        QCOMPARE(m_journal->receipts(sampleCase().id)->size(), std::size_t(2));
        Database direct = opened();
        Query row =
            std::move(Query::prepare(direct,
                                     QStringLiteral("SELECT length(body), length(base), length(actor) > 0"
                                                    " FROM act ORDER BY sequence"))
                          .value());
        QVERIFY(row.exec() && row.next().value());
        QCOMPARE(row.int64(0) + row.int64(1), 0);
        QCOMPARE(row.int64(2), 1);
        // What cannot be told again is not announced either.
        QVERIFY(m_journal->meetEpoch(QStringLiteral("b")));
        QCOMPARE(m_journal->unsettled()->size(), std::size_t(2));
    }

    void anActThatIsHeldBackStaysSoOverAStartAndIsAccountedFor()
    {
        record(actNumber(1), 60s);
        record(actNumber(2));
        QVERIFY(m_journal->hold(actNumber(1).id));
        QVERIFY(!m_journal->hold(actNumber(1).id)); // it is held already
        reopen();
        const OutboxItem held = **m_journal->item(actNumber(1).id);
        QCOMPARE(held.state, OutboxState::Waiting);
        QVERIFY(held.heldSince == sampleNow());
        QVERIFY(!m_journal->beginSending(actNumber(1).id).value());
        QVERIFY(!m_journal->beginSending(actNumber(2).id).value());
        QCOMPARE(m_journal->ledger()->waiting, qint64(2));
        QCOMPARE(m_journal->ledger()->unaccounted(), qint64(0));
        QVERIFY(!m_journal->release(actNumber(2).id)); // it was not held
        QVERIFY(m_journal->release(actNumber(1).id));
        QVERIFY(!(*m_journal->item(actNumber(1).id))->heldSince);
        QVERIFY(m_journal->beginSending(actNumber(1).id).value());
        QCOMPARE(audited().mid(2), (QStringList{QStringLiteral("act.held"), QStringLiteral("act.released")}));
    }

    void whateverElseIsDoneWithAHeldActEndsTheHolding_data()
    {
        QTest::addColumn<QString>("step");
        for (const char *step : {"park", "retry", "recall"})
            QTest::newRow(step) << QString::fromLatin1(step);
    }

    void whateverElseIsDoneWithAHeldActEndsTheHolding()
    {
        QFETCH(QString, step);
        record(actNumber(1), 60s);
        QVERIFY(m_journal->hold(actNumber(1).id));
        QVERIFY(take(step, actNumber(1).id));
        QVERIFY(!(*m_journal->item(actNumber(1).id))->heldSince);
    }

    void aHandoverNoteIsReplacedAndTakenAway()
    {
        QVERIFY(!*m_journal->handover());
        QVERIFY(m_journal->saveHandover({QStringLiteral("مراجعة 1448002307"), sampleNow()}));
        const HandoverNote second{QStringLiteral("سطر\nوآخر\u2066"), sampleNow() + 1s};
        QVERIFY(m_journal->saveHandover(second));
        reopen();
        QVERIFY(*m_journal->handover() == second);
        QVERIFY(m_journal->saveHandover({{}, sampleNow()}));
        QVERIFY(!*m_journal->handover());
    }

    void aReadingIsRememberedAndForgotten()
    {
        const QString sha256(64, u'a');
        const QString other(64, u'b');
        QVERIFY(m_journal->readings({sha256})->isEmpty());
        DocumentReading reading;
        reading.page = 30;
        reading.pages = 40;
        reading.continuous = true;
        reading.turn = 3;
        reading.turns = {{2, 1}, {39, 2}};
        reading.labels = {{0, 1, QStringLiteral("old_passport")}, {1, 1, QStringLiteral("iqama")}};
        QVERIFY(m_journal->saveReading(sha256, reading));
        QVERIFY(m_journal->saveReading(other, DocumentReading()));
        reopen();
        const DocumentReadings kept = m_journal->readings({sha256, QString(64, u'c')}).value();
        QCOMPARE(kept.size(), 1);
        QVERIFY(kept.value(sha256) == reading);
        reading.labels.clear();
        QVERIFY(m_journal->saveReading(sha256, reading));
        QVERIFY(m_journal->readings({sha256, other})->value(sha256) == reading);
        QVERIFY(m_journal->forgetReadings(sampleNow() - std::chrono::days(1)));
        QCOMPARE(m_journal->readings({sha256, other})->size(), 2);
        QVERIFY(m_journal->forgetReadings(sampleNow() + std::chrono::days(365)));
        QVERIFY(m_journal->readings({sha256, other})->isEmpty());
    }

    // Whatever a disk or another program made of it: the file opens, at worst at its beginning.
    void aReadingThatMakesNoSenseIsNone()
    {
        const QString sha256(64, u'a');
        QVERIFY(m_journal->saveReading(sha256, DocumentReading()));
        m_journal.reset();
        {
            Database direct = opened();
            QVERIFY(runStatement(
                direct,
                QStringLiteral("UPDATE reading SET page = 7, pages = 9, turns = "
                               "CAST('{\"-1\":1,\"x\":2,\"3\":5}' AS BLOB),"
                               " labels = CAST('[{\"first\":4,\"last\":2,\"document\":\"iqama\"},7,"
                               "{\"first\":0,\"last\":99,\"document\":\"iqama\"}]' AS BLOB)")));
        }
        reopen();
        const DocumentReading kept = m_journal->readings({sha256})->value(sha256);
        QCOMPARE(kept.page, 7);
        QVERIFY((kept.turns == std::map<int, int>{{3, 1}}));
        QVERIFY(kept.labels.empty());
    }

    void theLedgerAccountsForEveryActAndNoticesALostOne()
    {
        QCOMPARE(m_journal->ledger().value(), OutboxLedger());
        for (int n = 1; n <= 5; ++n)
            record(actNumber(n), n == 5 ? 60s : 0s);
        QVERIFY(take(QStringLiteral("send"), actNumber(1).id));
        QVERIFY(take(QStringLiteral("settle"), actNumber(1).id));
        QVERIFY(take(QStringLiteral("send"), actNumber(2).id));
        QVERIFY(take(QStringLiteral("park"), actNumber(3).id));
        QVERIFY(take(QStringLiteral("recall"), actNumber(5).id));
        const OutboxLedger ledger{.recorded = 5, .acknowledged = 1, .waiting = 2, .parked = 1, .closed = 1};
        QCOMPARE(m_journal->ledger().value(), ledger);
        QCOMPARE(ledger.unaccounted(), qint64(0));
        m_journal.reset();
        {
            Database direct = opened();
            for (const char *table :
                 {"DELETE FROM outbox WHERE act_id = (SELECT id FROM act WHERE sequence = 4)",
                  "DELETE FROM act WHERE sequence = 4"})
                QVERIFY(runStatement(direct, QString::fromLatin1(table)));
        }
        reopen();
        QCOMPARE(m_journal->ledger()->recorded, qint64(5));
        QCOMPARE(m_journal->ledger()->unaccounted(), qint64(1));
    }

    void aClockSetBackDoesNotMakeAnActOldBeforeItsTime()
    {
        wire::Receipt receipt;
        receipt.act = actNumber(1).id;
        receipt.caseId = sampleCase().id;
        receipt.version = 4;
        receipt.at = sampleNow();
        m_clock.setWall(sampleNow() - std::chrono::days(365));
        record(actNumber(1));
        QVERIFY(m_journal->beginSending(actNumber(1).id).value());
        QVERIFY(m_journal->settle(actNumber(1).id, wire::toBytes(wire::toJson(receipt))));
        QVERIFY(m_journal->forgetPayloads(sampleNow() - std::chrono::days(90)));
        QCOMPARE((*m_journal->item(actNumber(1).id))->body, sentBody(actNumber(1)));
        QVERIFY(m_journal->forgetPayloads(sampleNow() + std::chrono::milliseconds(1)));
        QVERIFY(!m_journal->item(actNumber(1).id)->has_value());
    }

    void aParkedActKeepsWhyAndTheOtherState()
    {
        Case theirs = sampleCase(CaseStatus::Rejected);
        theirs.version = 9;
        // The centre's words may hold what SQLite would not store.
        const Error error{Error::Kind::Stale, QStringLiteral("case.moved_on"),
                          QString::fromUtf16(u"\xd800 \xffff") + QChar(QChar::Null)};
        record(actNumber(1));
        QVERIFY(m_journal->beginSending(actNumber(1).id).value());
        QVERIFY(m_journal->park(actNumber(1).id, ParkReason::Conflict, error, theirs));
        reopen();
        const OutboxItem item = m_journal->unsettled()->at(0);
        QCOMPARE(item.parkReason, ParkReason::Conflict);
        QVERIFY(item.theirs == theirs);
        QCOMPARE(item.lastError->kind, Error::Kind::Stale);
        QCOMPARE(item.lastError->code, QStringLiteral("case.moved_on"));
    }

    void anActDecidedAnewClosesTheParkedOneWithIt()
    {
        record(actNumber(1));
        QVERIFY(take(QStringLiteral("park"), actNumber(1).id));
        const Act anew = actNumber(2);
        QVERIFY(
            m_journal->record(anew, sentBody(anew), storedCase(sampleCase()), sampleNow(), actNumber(1).id));
        const std::vector<OutboxItem> items = m_journal->unsettled().value();
        QCOMPARE(items.size(), std::size_t(1));
        QCOMPARE(items[0].act.id, anew.id);
        QCOMPARE((*m_journal->item(actNumber(1).id))->state, OutboxState::Closed);
    }

    void decidingAnewWhatIsNotParkedRecordsNothing()
    {
        record(actNumber(1));
        const Act anew = actNumber(2);
        const Outcome refused =
            m_journal->record(anew, sentBody(anew), storedCase(sampleCase()), sampleNow(), actNumber(1).id);
        QCOMPARE(refused.error().code, QStringLiteral("outbox.state"));
        QVERIFY(!m_journal->item(anew.id)->has_value());
        QCOMPARE(m_journal->unsettled()->size(), std::size_t(1));
    }

    void actsOfOneCaseComeInTheOrderRecordedAlsoAfterARetry()
    {
        for (int n = 1; n <= 4; ++n) {
            Act act = actNumber(n, ActType::Note);
            if (n % 2 == 0)
                act.caseId = CaseId(QStringLiteral("another"));
            record(act);
        }
        QVERIFY(take(QStringLiteral("park"), actNumber(1).id));
        QVERIFY(take(QStringLiteral("retry"), actNumber(1).id));
        const std::vector<OutboxItem> lane = m_journal->unsettledOf(sampleCase().id).value();
        QCOMPARE(lane.size(), std::size_t(2));
        QCOMPARE(lane[0].act.id, actNumber(1).id);
        QCOMPARE(lane[1].act.id, actNumber(3).id);
        QCOMPARE(m_journal->unsettled()->size(), std::size_t(4));
    }

    void aDraftIsReplacedAndDiscarded()
    {
        const CaseId id = sampleCase().id;
        QVERIFY(m_journal->saveDraft({id, "one", sampleNow()}));
        QVERIFY(m_journal->saveDraft({id, "two", sampleNow() + 1s}));
        reopen();
        QCOMPARE((*m_journal->draft(id))->content, QByteArray("two"));
        QVERIFY((*m_journal->draft(id))->savedAt == sampleNow() + 1s);
        QVERIFY(m_journal->discardDraft(id));
        QVERIFY(!m_journal->draft(id)->has_value());
    }

    void theIdentityForSigningInOfflineIsKept()
    {
        QVERIFY(!m_journal->offlineIdentity()->has_value());
        const OfflineIdentity identity{QStringLiteral("nora"),
                                       QStringLiteral("$argon2id$…"),
                                       sampleOfficer(),
                                       QStringLiteral("centre-1"),
                                       true,
                                       sampleNow()};
        QVERIFY(m_journal->rememberIdentity(identity));
        QVERIFY(m_journal->rememberIdentity(identity));
        reopen();
        const auto kept = m_journal->offlineIdentity().value();
        QVERIFY(kept.has_value());
        QCOMPARE(kept->username, identity.username);
        QCOMPARE(kept->verifier, identity.verifier);
        QVERIFY(kept->officer == identity.officer);
        QCOMPARE(kept->centre, identity.centre);
        QCOMPARE(kept->training, true);
        QVERIFY(kept->confirmedAt == identity.confirmedAt);
    }

    void aJournalOfANewerProgramIsRefusedAndLeftUntouched()
    {
        record(actNumber(1));
        m_journal.reset();
        {
            Database direct = opened();
            QVERIFY(runStatement(direct, QStringLiteral("PRAGMA user_version = 99")));
        }
        const QByteArray before = contentOf(path());
        const Result<Journal> refused = Journal::open(path(), {}, m_clock);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::TooNew);
        QVERIFY(!before.isEmpty());
        QCOMPARE(contentOf(path()), before);
    }

    void anOlderJournalUpgradedEqualsAFreshOne()
    {
        const QList<Migration> steps = readMigrations(QStringLiteral(":/schema/journal")).value();
        for (qsizetype from = 0; from <= steps.size(); ++from) {
            const QString old = m_directory->filePath(QStringLiteral("old-%1.sqlite").arg(from));
            {
                Database database = openDirectly(old);
                QVERIFY(migrate(database, steps.first(from)));
            }
            QVERIFY(Journal::open(old, {}, m_clock));
            Database upgraded = openDirectly(old);
            Database fresh = opened();
            QCOMPARE(schemaDifferences(upgraded, fresh).value(), QStringList());
        }
    }

    void thousandsOfActsAreReadAgainWithoutDecodingThemAgain()
    {
        for (int n = 1; n <= 300; ++n) {
            Act act = actNumber(n, ActType::Note);
            record(act);
        }
        QCOMPARE(m_journal->unsettled()->size(), std::size_t(300));
        QVERIFY(take(QStringLiteral("send"), actNumber(1).id));
        QVERIFY(take(QStringLiteral("settle"), actNumber(1).id));
        const std::vector<OutboxItem> items = m_journal->unsettled().value();
        QCOMPARE(items.size(), std::size_t(299));
        QVERIFY(items.front().act == actNumber(2, ActType::Note));
        QVERIFY(items.back().act == actNumber(300, ActType::Note));
    }

private:
    [[nodiscard]] QString path() const { return m_directory->filePath(QStringLiteral("journal.sqlite")); }

    void reopen()
    {
        m_journal.reset();
        Result<Journal> opened = Journal::open(path(), {}, m_clock);
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().detail));
        m_journal.emplace(std::move(*opened));
    }

    [[nodiscard]] Database opened() const { return openDirectly(path()); }

    void record(const Act &act, std::chrono::seconds window = 0s)
    {
        const Outcome recorded =
            m_journal->record(act, sentBody(act), storedCase(sampleCase()), act.recordedAt + window);
        QVERIFY2(recorded.has_value(), recorded ? "" : qPrintable(recorded.error().detail));
    }

    void settleNumber(int n, const QByteArray &receipt)
    {
        record(actNumber(n));
        QVERIFY(take(QStringLiteral("send"), actNumber(n).id));
        const Outcome settled = m_journal->settle(actNumber(n).id, receipt);
        QVERIFY2(settled.has_value(), settled ? "" : qPrintable(settled.error().detail));
    }

    /// Whether the step was taken.
    bool take(const QString &step, const ActId &id)
    {
        if (step == u"send")
            return m_journal->beginSending(id).value();
        if (step == u"recall")
            return m_journal->recall(id).value();
        Outcome outcome = Done{};
        if (step == u"back")
            outcome = m_journal->backToWaiting(id, anError(), m_clock.now() + 5s);
        else if (step == u"settle")
            outcome = m_journal->settle(id, "{}");
        else if (step == u"park")
            outcome = m_journal->park(id, ParkReason::Refused, anError(), std::nullopt);
        else if (step == u"close")
            outcome = m_journal->close(id, std::nullopt);
        else if (step == u"hold")
            outcome = m_journal->hold(id);
        else if (step == u"release")
            outcome = m_journal->release(id);
        else if (step == u"retry")
            outcome = m_journal->retryNow(id);
        if (!outcome && outcome.error().code != u"outbox.state")
            qFatal("%s", qPrintable(outcome.error().detail));
        return outcome.has_value();
    }

    [[nodiscard]] QStringList audited() const
    {
        Database direct = opened();
        Query rows = std::move(
            Query::prepare(direct, QStringLiteral("SELECT what FROM audit ORDER BY sequence")).value());
        QStringList lines;
        if (rows.exec()) {
            while (rows.next().value_or(false))
                lines += rows.text(0);
        }
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    TestClock m_clock{sampleNow()};
    std::optional<Journal> m_journal;
};

QTEST_GUILESS_MAIN(JournalTest)
#include "tst_journal.moc"
