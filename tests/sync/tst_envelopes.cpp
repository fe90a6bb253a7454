// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who is signed in carries what other accounts of the machine left, and tells the centre with which key they
// sign themselves.
#include "models/protocol/jsonreader.h"
#include "models/store/envelopefolder.h"
#include "models/sync/envelopeload.h"
#include "tests/envelope/sampleenvelope.h"
#include "tests/support/property.h"
#include "tests/sync/enginestage.h"

#include <QtTest/QTest>

namespace tawasul {

using Stage = EnvelopeFolder::Stage;
using Word = wire::EnvelopeOutcome;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

ActId act(int n)
{
    return ActId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-%1").arg(n, 12, 16, QLatin1Char('0')));
}

/// Somebody else's, the n-th of the test, on the case of that number.
wire::SealedEnvelope othersEnvelope(int n, int lane = 1)
{
    Act note = sampleAct(ActType::Note, otherOfficer());
    note.id = act(n);
    wire::SealedEnvelope envelope =
        sealedBy(keyFromLetter('b'), publishedKey(keyFromLetter('c')),
                 contentOf(QStringLiteral("centre-1"), note, numberedCase(lane)), n);
    envelope.recordedAt += minutes(lane - 60); // the lane of a lower number began first
    return envelope;
}

bool isCarrying(const TransportCall &call)
{
    return call.path == QLatin1String("/envelopes");
}

} // namespace

class TestEnvelopes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_machine = makeScratchDirectory();
        const QString root = m_machine->filePath(QStringLiteral("envelopes"));
        m_folder.emplace(EnvelopeFolder::of(root, QStringLiteral("centre-1")));
        m_stage = std::make_unique<EngineStage>();
        m_stage->profile.useEnvelopes(root);
        m_stage->centre.put(officersCase(1));
    }
    void cleanup() { m_stage.reset(); }

    // --- the key

    void theKeyIsPresentedOnce()
    {
        m_stage->signIn();
        QCOMPARE(m_stage->centre.keysPresented.size(), std::size_t(1));
        m_stage->passMinutes(30);
        m_stage->quit();
        m_stage->signIn();
        m_stage->passMinutes(1);
        QCOMPARE(m_stage->centre.keysPresented.size(), std::size_t(1));
    }

    void aRestoredCentreIsToldAgain()
    {
        m_stage->signIn();
        m_stage->centre.restoreFromBackup();
        m_stage->passMinutes(1);
        QCOMPARE(m_stage->centre.keysPresented.size(), std::size_t(2));
        QCOMPARE(m_stage->centre.keysPresented.front(), m_stage->centre.keysPresented.back());
    }

    // The centre is restored while the key is on its way; another answer tells so first.
    void aRestoreMeanwhileIsToldAgainToo()
    {
        bool isFirst = true;
        m_stage->centre.spoils = [this, &isFirst](const TransportCall &call, TransportReply &reply) {
            if (call.path != QLatin1String("/session/signing_key") || !std::exchange(isFirst, false))
                return;
            reply.headers.append({QByteArrayLiteral("Tawasul-Epoch"), QByteArrayLiteral("epoch-1")});
            m_stage->centre.restoreFromBackup();
            m_stage->centre.latency = seconds(20);
        };
        m_stage->signIn();
        QVERIFY(!isFirst);
        QVERIFY(!isKeyKnown());                                  // it is still on its way
        m_stage->centre.latency = std::chrono::milliseconds(10); // of all other answers
        m_stage->engine->syncNow();
        m_stage->passMinutes(2);
        QCOMPARE(m_stage->centre.keysPresented.size(), std::size_t(2));
        QVERIFY(isKeyKnown());
    }

    void aLostAnswerIsAskedForAgain()
    {
        int lost = 0;
        m_stage->centre.losesAnswerTo = [&lost](const TransportCall &call) {
            return call.path == QLatin1String("/session/signing_key") && ++lost < 3;
        };
        m_stage->signIn();
        m_stage->passMinutes(3);
        QCOMPARE(m_stage->centre.keysPresented.size(), std::size_t(3));
        QVERIFY(!m_stage->record(ActType::Note, officersCase(1).id).isEmpty());
    }

    void whatIsOnTheWayToTheCentreDecidesNothing_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 302, 403, 404, 502})
            QTest::addRow("%d", status) << status;
    }
    void whatIsOnTheWayToTheCentreDecidesNothing()
    {
        QFETCH(const int, status);
        bool isInTheWay = true;
        m_stage->centre.instead = [&](const TransportCall &call) -> std::optional<TransportReply> {
            return isInTheWay && call.path == QLatin1String("/session/signing_key")
                ? std::optional(FakeCentre::answer(status, "<html>"))
                : std::nullopt;
        };
        m_stage->signIn();
        m_stage->passMinutes(5);
        QVERIFY(!isKeyKnown());
        isInTheWay = false;
        m_stage->passMinutes(10);
        QCOMPARE(m_stage->centre.keysPresented.size(), std::size_t(1));
        QVERIFY(isKeyKnown());
        m_stage->quit();
        m_stage->startOffline();
        QVERIFY(isKeyKnown()); // as this machine remembers
    }

    void aCentreThatKnowsNoKeysIsLeftAlone()
    {
        m_stage->centre.instead = [](const TransportCall &call) -> std::optional<TransportReply> {
            return call.path == QLatin1String("/session/signing_key")
                ? std::optional(FakeCentre::problem(404, "route.unknown"))
                : std::nullopt;
        };
        m_stage->signIn();
        m_stage->passMinutes(60);
        // When the session began, and when the centre's epoch was met.
        QVERIFY(m_stage->centre.count("PUT", QStringLiteral("/session/signing_key")) <= 2);
        m_stage->centre.isDown = true;
        QVERIFY(!m_stage->record(ActType::Note, officersCase(1).id).isEmpty());
        QVERIFY(m_folder->entries().empty()); // it would not be believed
    }

    void whatWaitsHasAnEnvelopeFromThenOn()
    {
        m_stage->centre.instead = [](const TransportCall &call) -> std::optional<TransportReply> {
            return call.path.startsWith(QLatin1String("/cases/")) || isCarrying(call)
                    || call.path == QLatin1String("/session/signing_key")
                ? std::optional(FakeCentre::problem(503, "centre.busy"))
                : std::nullopt;
        };
        m_stage->signIn();
        const ActId note = m_stage->record(ActType::Note, officersCase(1).id);
        m_stage->passMinutes(1);
        QVERIFY(m_folder->entries().empty());
        m_stage->centre.instead = [](const TransportCall &call) -> std::optional<TransportReply> {
            return call.path.startsWith(QLatin1String("/cases/"))
                ? std::optional(FakeCentre::problem(503, "centre.busy"))
                : std::nullopt;
        };
        m_stage->passMinutes(10);
        QCOMPARE(m_folder->entries(), (std::vector{EnvelopeFolder::Entry{note, Stage::Ready}}));
        m_stage->centre.instead = {};
        m_stage->passMinutes(10);
        QVERIFY(m_stage->isSettled(note));
        QVERIFY(m_folder->entries().empty());
        QVERIFY(m_stage->centre.carried.empty()); // its own desk sent it
    }

    // --- others' acts

    void othersActsAreCarriedInTheirOrder()
    {
        put({othersEnvelope(2, 1), othersEnvelope(1, 1), othersEnvelope(3, 2)});
        m_stage->signIn();
        m_stage->passMinutes(1);
        QCOMPARE(m_stage->centre.carried, (std::vector{act(1), act(2), act(3)}));
        QVERIFY(m_folder->entries().empty());
        QCOMPARE(m_stage->status.others, 0);
    }

    void theAccountsOwnActsGoFirst()
    {
        m_stage->signIn();
        m_stage->quit();
        put({othersEnvelope(1)});
        m_stage->startOffline();
        const ActId own = m_stage->record(ActType::Note, officersCase(1).id);
        QVERIFY(!own.isEmpty());
        m_stage->pass(seconds(5));
        QCOMPARE(m_stage->status.others, 1); // which is known without the centre, too
        const std::size_t before = m_stage->centre.calls.size();
        m_stage->engine->resume(m_stage->centre.signIn());
        m_stage->passMinutes(1);
        const auto &calls = m_stage->centre.calls;
        const auto first = [&](const std::function<bool(const TransportCall &)> &is) {
            return std::find_if(calls.begin() + static_cast<std::ptrdiff_t>(before), calls.end(), is)
                - calls.begin();
        };
        const auto sent =
            first([](const auto &call) { return call.path.startsWith(QLatin1String("/cases/")); });
        QVERIFY(sent < first(isCarrying));
        QVERIFY(m_stage->isSettled(own));
        QCOMPARE(m_stage->centre.carried, std::vector{act(1)});
        QCOMPARE(m_stage->status.others, 0);
    }

    void nothingIsCarriedBeforeItsAuthorCannotTakeItBackAnyMore()
    {
        wire::SealedEnvelope early = othersEnvelope(1);
        early.notBefore = sampleNow() + minutes(10);
        put({early, othersEnvelope(2), othersEnvelope(3, 2)});
        m_stage->signIn();
        m_stage->passMinutes(9);
        QCOMPARE(m_stage->centre.carried, std::vector{act(3)}); // what stands behind it waits, too
        QCOMPARE(m_stage->status.others, 2);
        QCOMPARE(*m_folder->takeBack(act(1)), true); // and still may
        put({early});
        m_stage->passMinutes(2);
        QCOMPARE(m_stage->centre.carried, (std::vector{act(3), act(1), act(2)}));
    }

    void aLostAnswerChangesNothing()
    {
        put({othersEnvelope(1)});
        int lost = 0;
        m_stage->centre.losesAnswerTo = [&lost](const TransportCall &call) {
            return isCarrying(call) && ++lost < 3;
        };
        m_stage->signIn();
        QCOMPARE(m_folder->entries(), (std::vector{EnvelopeFolder::Entry{act(1), Stage::Taken}}));
        m_stage->passMinutes(2);
        QCOMPARE(m_stage->centre.carried, std::vector(3, act(1)));
        QVERIFY(m_folder->entries().empty());
    }

    void anAnswerThatMakesNoSenseChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("too few") << QByteArray(R"({"results":[]})");
        QTest::newRow("of another") << QByteArray(
            R"({"results":[{"act_id":"019ab9d0-2f70-7aaa-8bbb-00000000000f","outcome":"applied"}]})");
        QTest::newRow("nonsense") << QByteArray(R"({"results":[7]})");
    }
    void anAnswerThatMakesNoSenseChangesNothing()
    {
        QFETCH(const QByteArray, body);
        put({othersEnvelope(1)});
        m_stage->centre.spoils = [&body](const TransportCall &call, TransportReply &reply) {
            if (isCarrying(call))
                reply.body = body;
        };
        m_stage->signIn();
        m_stage->passMinutes(5);
        QCOMPARE(m_folder->entries(), (std::vector{EnvelopeFolder::Entry{act(1), Stage::Taken}}));
        QVERIFY(m_stage->centre.count("POST", QStringLiteral("/envelopes")) < 12); // with patience
        m_stage->centre.spoils = {};
        m_stage->passMinutes(10);
        QVERIFY(m_folder->entries().empty());
    }

    void whatIsItsAuthorsIsSetAsideWithItsLane_data()
    {
        QTest::addColumn<Word>("word");
        QTest::newRow("kept") << Word::Kept;
        QTest::newRow("unreadable") << Word::Unreadable;
    }
    void whatIsItsAuthorsIsSetAsideWithItsLane()
    {
        QFETCH(const Word, word);
        put({othersEnvelope(1), othersEnvelope(2), othersEnvelope(3, 2)});
        m_stage->centre.saysOfEnvelope = [word](const wire::SealedEnvelope &envelope) {
            return envelope.act == act(1) ? word : envelope.act == act(2) ? Word::Later : Word::Applied;
        };
        m_stage->signIn();
        m_stage->passMinutes(60);
        QCOMPARE(m_stage->centre.carried.size(), std::size_t(3)); // each once
        QCOMPARE(m_folder->entries(),
                 (std::vector{EnvelopeFolder::Entry{act(1), Stage::Aside},
                              EnvelopeFolder::Entry{act(2), Stage::Taken}}));
        QCOMPARE(m_stage->status.others, 0); // nobody carries them; their author brings them
        m_stage->quit();
        m_stage->signIn();
        m_stage->passMinutes(60);
        QCOMPARE(m_stage->centre.carried.size(), std::size_t(3));
    }

    void whatComesTooEarlyIsTriedAgainWithPatience()
    {
        put({othersEnvelope(2)});
        bool isThere = false;
        m_stage->centre.saysOfEnvelope = [&isThere](const auto &) {
            return isThere ? Word::Applied : Word::Later;
        };
        m_stage->signIn();
        m_stage->passMinutes(60);
        QVERIFY(m_stage->centre.carried.size() < 30);
        QCOMPARE(m_stage->status.others, 1);
        isThere = true;
        m_stage->passMinutes(10);
        QVERIFY(m_folder->entries().empty());
    }

    // Older than all others, and as many as go in a call.
    void whatIsPutOffIsInNoOtherLanesWay()
    {
        constexpr int kPutOff = 55;
        std::vector<wire::SealedEnvelope> all;
        for (int n = 1; n <= kPutOff + 2; ++n)
            all.push_back(othersEnvelope(n, n));
        put(all);
        bool isThere = false;
        m_stage->centre.saysOfEnvelope = [&isThere](const wire::SealedEnvelope &envelope) {
            return isThere || act(kPutOff) < envelope.act ? Word::Applied : Word::Later;
        };
        m_stage->signIn();
        m_stage->pass(seconds(30));
        for (const int n : {kPutOff + 1, kPutOff + 2})
            QCOMPARE(std::count(m_stage->centre.carried.begin(), m_stage->centre.carried.end(), act(n)), 1);
        QCOMPARE(m_stage->status.others, kPutOff);
        // They are asked for again, with patience.
        m_stage->passMinutes(60);
        const auto tries = std::count(m_stage->centre.carried.begin(), m_stage->centre.carried.end(), act(1));
        QVERIFY2(tries > 5 && tries < 30, qPrintable(QString::number(tries)));
        // What comes meanwhile does not wait for them, nor they for it.
        put({othersEnvelope(100, 58)});
        m_stage->engine->syncNow();
        m_stage->passMinutes(1);
        QCOMPARE(m_stage->status.others, kPutOff);
        isThere = true;
        m_stage->passMinutes(10);
        QVERIFY(m_folder->entries().empty());
    }

    void aDamagedFileIsInNobodysWay()
    {
        QVERIFY(m_folder->put(act(1), "{\"format\":1,"));
        QVERIFY(
            m_folder->put(act(2), wire::toBytes(wire::toJson(othersEnvelope(7))))); // under another's name
        put({othersEnvelope(3)});
        m_stage->signIn();
        m_stage->passMinutes(1);
        QCOMPARE(m_stage->centre.carried, std::vector{act(3)});
        QCOMPARE(m_folder->entries(),
                 (std::vector{EnvelopeFolder::Entry{act(1), Stage::Aside},
                              EnvelopeFolder::Entry{act(2), Stage::Aside}}));
    }

    void manyGoInSeveralCalls()
    {
        std::vector<wire::SealedEnvelope> many;
        std::vector<ActId> expected;
        for (int n = 1; n <= 120; ++n) {
            many.push_back(othersEnvelope(n));
            expected.push_back(act(n));
        }
        put(many);
        m_stage->signIn();
        m_stage->passMinutes(1);
        QCOMPARE(m_stage->centre.carried, expected);
        QCOMPARE(m_stage->centre.count("POST", QStringLiteral("/envelopes")), 3);
        for (const TransportCall &call : m_stage->centre.calls)
            QVERIFY(call.body.size() < 1024 * 1024);
    }

    void theProgramMayEndAtAnyMoment()
    {
        put({othersEnvelope(1), othersEnvelope(2)});
        for (int n = 0; n < 40 && !m_folder->entries().empty(); ++n) {
            m_stage->signIn();
            m_stage->pass(std::chrono::milliseconds(7 * n));
            m_stage->quit();
        }
        m_stage->signIn();
        m_stage->passMinutes(1);
        QVERIFY(m_folder->entries().empty());
        QCOMPARE(std::set<ActId>(m_stage->centre.carried.begin(), m_stage->centre.carried.end()),
                 (std::set<ActId>{act(1), act(2)}));
    }

    // --- which of many

    void aLoadKeepsEveryLanesOrder()
    {
        TAWASUL_HOLDS(2601, 300, [] {
            struct Row
            {
                int lane;
                int minute;
                int bytes;
            };
            const auto rows = *rc::gen::container<std::vector<Row>>(
                rc::gen::map(rc::gen::tuple(rc::gen::inRange(0, 4), rc::gen::inRange(-30, 10),
                                            rc::gen::inRange(1, 500'000)),
                             [](const std::tuple<int, int, int> &row) {
                                 return Row{std::get<0>(row), std::get<1>(row), std::get<2>(row)};
                             }));
            std::vector<wire::SealedEnvelope> waiting;
            for (std::size_t n = 0; n < rows.size(); ++n) {
                wire::SealedEnvelope envelope;
                envelope.act = act(static_cast<int>(n));
                envelope.lane = QString::number(rows[n].lane);
                envelope.sequence = static_cast<qint64>(n);
                envelope.recordedAt = sampleNow() - minutes(40);
                envelope.notBefore = sampleNow() + minutes(rows[n].minute);
                envelope.box = QByteArray(rows[n].bytes, 'x');
                waiting.push_back(envelope);
            }
            const EnvelopeLoad load = chooseLoad(waiting, sampleNow());
            RC_ASSERT(load.waiting == static_cast<int>(waiting.size()));
            std::map<QString, qint64> last;
            std::set<ActId> chosen;
            qsizetype bytes = 0;
            for (const auto &envelope : load.envelopes) {
                RC_ASSERT(envelope.notBefore <= sampleNow());
                RC_ASSERT(!last.contains(envelope.lane) || last[envelope.lane] < envelope.sequence);
                last[envelope.lane] = envelope.sequence;
                chosen.insert(envelope.act);
                bytes += envelope.box.size();
            }
            // Nothing of a lane is left behind one that goes.
            for (const auto &envelope : waiting)
                RC_ASSERT((!last.contains(envelope.lane) || last[envelope.lane] < envelope.sequence
                           || chosen.contains(envelope.act)));
            RC_ASSERT((bytes < 700'000 || load.envelopes.size() == 1));
            const bool isAnyFree = std::any_of(waiting.begin(), waiting.end(), [&](const auto &envelope) {
                return std::all_of(waiting.begin(), waiting.end(), [&](const auto &other) {
                    return other.lane != envelope.lane || other.sequence > envelope.sequence
                        || other.notBefore <= sampleNow();
                });
            });
            RC_ASSERT(load.envelopes.empty() == !isAnyFree);
        });
    }

    void aClockThatWasAheadHoldsNothingUp()
    {
        wire::SealedEnvelope envelope = othersEnvelope(1);
        envelope.recordedAt = sampleNow() + std::chrono::days(2);
        envelope.notBefore = envelope.recordedAt + minutes(1);
        QCOMPARE(chooseLoad({envelope}, sampleNow()).envelopes.size(), std::size_t(1));
        envelope.recordedAt = sampleNow() - seconds(1);
        envelope.notBefore = sampleNow() + minutes(1);
        QCOMPARE(chooseLoad({envelope}, sampleNow()).envelopes.size(), std::size_t(0));
        QCOMPARE(chooseLoad({envelope}, sampleNow()).nextDue, std::optional(envelope.notBefore));
    }

private:
    /// The centre knows the key of this profile, in the epoch that was met last; as the journal remembers.
    bool isKeyKnown()
    {
        bool isKnown = false;
        m_stage->profile.store().withJournal([&isKnown](Journal &journal) {
            const auto key = journal.authorKey();
            const auto epoch = journal.epoch();
            isKnown = key && *key && epoch && (*key)->knownIn == *epoch;
        });
        m_stage->run();
        return isKnown;
    }
    void put(const std::vector<wire::SealedEnvelope> &envelopes)
    {
        for (const auto &envelope : envelopes)
            QVERIFY(m_folder->put(envelope.act, wire::toBytes(wire::toJson(envelope))));
    }

    std::unique_ptr<QTemporaryDir> m_machine;
    std::optional<EnvelopeFolder> m_folder;
    std::unique_ptr<EngineStage> m_stage;
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestEnvelopes)
#include "tst_envelopes.moc"
