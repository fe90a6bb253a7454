// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/query.h"
#include "tests/support/deskprofile.h"
#include "tests/support/faultvfs.h"
#include "tests/support/opendirectly.h"
#include "tests/support/samplereference.h"
#include "tests/support/seededrandom.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace tawasul;
using namespace std::chrono_literals;

namespace {

QByteArray asDraft(const Act &recalled, const QByteArray &kept)
{
    return recalled.id.text().toUtf8() + " beside " + kept;
}

} // namespace

class DeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_profile = std::make_unique<DeskProfile>(3);
        QVERIFY(m_profile->open());
        m_profile->pull({sampleCase()});
    }

    void cleanup() { m_profile.reset(); }

    void aDecisionIsOnDiskShownAndSettledAtLast()
    {
        const auto id = record(ActType::Complete);
        QVERIFY(id.has_value());
        QCOMPARE(m_profile->heard()->entries[0].status, CaseStatus::Completed);
        QVERIFY(m_profile->open()); // as if the machine had been switched off here
        const std::vector<OutboxItem> items = m_profile->unsettled();
        QCOMPARE(items.size(), std::size_t(1));
        const Act &act = items[0].act;
        QCOMPARE(act.id, *id);
        QVERIFY(isUuidV7(act.id.text()));
        QVERIFY(act.actor == sampleOfficer());
        QCOMPARE(act.baseVersion, sampleCase().version);
        QCOMPARE(act.referenceVersion, sampleReference().version);
        QVERIFY(act.recordedAt == sampleNow());
        QVERIFY(items[0].base == sampleCase());
        QVERIFY(items[0].recallUntil == sampleNow() + 60s);
        QCOMPARE(m_profile->heard()->entries[0].status, CaseStatus::Completed);
        QVERIFY(m_profile->heard()->entries[0].has(RowFlag::WaitingToBeSent));

        // The centre takes it: the cache first, then the journal.
        const Case after = applied(sampleCase(), act, sampleNow() + 90s);
        m_profile->onJournal(act.caseId, [&](Journal &journal) { QVERIFY(*journal.beginSending(act.id)); });
        CasePage answer;
        answer.add(after);
        m_profile->store().withCache(
            [&](Cache &cache) { m_profile->store().worklistTouched(cache, *cache.applyCase(answer.row())); });
        m_profile->scheduler().runAll();
        QVERIFY(m_profile->open()); // and between the two it is killed
        QVERIFY(m_profile->stored(act.caseId)->shown == after);
        QCOMPARE(m_profile->unsettled()[0].state, OutboxState::Waiting);
        m_profile->onJournal(act.caseId, [&](Journal &journal) {
            QVERIFY(*journal.beginSending(act.id));
            QVERIFY(journal.settle(act.id, "{}"));
        });
        QVERIFY(m_profile->unsettled().empty());
        QVERIFY(m_profile->heardOutbox().empty());
        QCOMPARE(m_profile->heard()->entries[0].flags, std::uint8_t(0));
        QVERIFY(m_profile->stored(act.caseId)->shown == after);
    }

    void anActCarriesTheThreeTimes()
    {
        m_profile->desk().setLastServerTime(sampleNow() - 5min);
        m_profile->clock().advance(7s);
        QVERIFY(record(ActType::Note));
        const Act act = m_profile->unsettled()[0].act;
        QVERIFY(act.recordedAt == sampleNow() + 7s);
        QVERIFY(act.lastServerTime == sampleNow() - 5min);
        QVERIFY(act.monotonic == m_profile->clock().monotonic());
    }

    void whatWasBegunIsListedWithItsCaseAlsoOfOneThatLeft()
    {
        const CaseId gone(QStringLiteral("gone"));
        QVERIFY(m_profile->wait(m_profile->desk().saveDraft(gone, "{\"text\":\"a\"}")).value());
        m_profile->clock().advance(1min);
        QVERIFY(m_profile->wait(m_profile->desk().saveDraft(sampleCase().id, "{}")).value());
        const auto begun = m_profile->wait(m_profile->desk().drafts()).value();
        QCOMPARE(begun->size(), std::size_t(2));
        QCOMPARE((*begun)[0].draft.caseId, sampleCase().id);
        QVERIFY((*begun)[0].truth == sampleCase());
        QCOMPARE((*begun)[1].draft.caseId, gone);
        QVERIFY(!(*begun)[1].truth);
    }

    void aHandoverNoteIsThereForTheNextRun()
    {
        QVERIFY(!*m_profile->wait(m_profile->desk().handover()).value());
        QVERIFY(m_profile->wait(m_profile->desk().saveHandover(QStringLiteral("غدًا صباحًا"))).value());
        QVERIFY(m_profile->open());
        const auto note = m_profile->wait(m_profile->desk().handover()).value();
        QVERIFY(*note == (HandoverNote{QStringLiteral("غدًا صباحًا"), sampleNow()}));
    }

    void aDocumentOpensInTheNextRunAsItWasLeft()
    {
        const std::vector<Attachment> files = sampleCase().attachments;
        QVERIFY(!files.empty());
        DocumentReading reading;
        reading.page = 30;
        reading.pages = 40;
        reading.labels = {{0, 1, QStringLiteral("old_passport")}};
        QVERIFY(m_profile->wait(m_profile->desk().saveReading(files.front().sha256, reading)).value());
        QVERIFY(m_profile->wait(m_profile->desk().saveReading(QString(64, u'f'), reading)).value());
        QVERIFY(m_profile->open());
        const auto opened = m_profile->wait(m_profile->desk().openCase(sampleCase().id)).value();
        QVERIFY(opened);
        QCOMPARE(opened->readings.size(), 1); // of its own files only
        QVERIFY(opened->readings.value(files.front().sha256) == reading);
    }

    void theCentresTimeOutlivesTheRun()
    {
        m_profile->desk().setLastServerTime(sampleNow() - 5s);
        m_profile->scheduler().runAll();
        QVERIFY(m_profile->open());
        m_profile->scheduler().runAll();
        QVERIFY(record(ActType::Note));
        QVERIFY(m_profile->unsettled()[0].act.lastServerTime == sampleNow() - 5s);
        const ClockCheck check = m_profile->desk().time().check();
        QCOMPARE(check.verdict, ClockCheck::Verdict::Agrees);
        QVERIFY(!check.isExact);
        m_profile->desk().setLastServerTime(sampleNow());
        QVERIFY(m_profile->desk().time().check().isExact);
    }

    void aClockSetBackBetweenTwoRunsIsNoticedWithoutTheCentre()
    {
        m_profile->desk().setLastServerTime(sampleNow());
        m_profile->scheduler().runAll();
        m_profile->close();
        m_profile->clock().setWall(sampleNow() - 48h);
        QVERIFY(m_profile->open());
        m_profile->scheduler().runAll();
        const ClockCheck check = m_profile->desk().time().check();
        QCOMPARE(check.verdict, ClockCheck::Verdict::Behind);
        QVERIFY(check.off == 48h);
        QVERIFY(m_profile->desk().time().now() == sampleNow()); // at the earliest, and not two days ago
    }

    void deadlinesGoByTheCentresTimeAndActsByTheMachines()
    {
        m_profile->desk().setLastServerTime(sampleNow());
        m_profile->clock().setWall(sampleNow() - 3h);
        m_profile->clock().advance(10min);
        QVERIFY(m_profile->desk().time().now() == sampleNow() + 10min);
        QVERIFY(record(ActType::Note));
        QVERIFY(m_profile->unsettled()[0].act.recordedAt == sampleNow() - 3h + 10min);
    }

    void theDiskIsSparedWhenTheCentreTellsItsTimeOften()
    {
        const auto kept = [this] {
            std::optional<ServerTime> told;
            m_profile->store().withJournal([&told](Journal &journal) { told = *journal.serverTime(); });
            m_profile->scheduler().runAll();
            return told;
        };
        QVERIFY(!kept());
        m_profile->desk().setLastServerTime(sampleNow());
        QVERIFY(kept() == (ServerTime{sampleNow(), sampleNow()}));
        m_profile->clock().advance(4min);
        m_profile->desk().setLastServerTime(sampleNow() + 4min);
        QVERIFY(kept() == (ServerTime{sampleNow(), sampleNow()}));
        m_profile->clock().advance(1min);
        m_profile->desk().setLastServerTime(sampleNow() + 5min);
        QVERIFY(kept() == (ServerTime{sampleNow() + 5min, sampleNow() + 5min}));
    }

    void onlyDecisionsWaitToBeRecalled_data()
    {
        QTest::addColumn<ActType>("type");
        QTest::addColumn<bool>("waits");
        QTest::newRow("complete") << ActType::Complete << true;
        QTest::newRow("return") << ActType::Return << true;
        QTest::newRow("reject") << ActType::Reject << true;
        QTest::newRow("note") << ActType::Note << false;
        QTest::newRow("transfer") << ActType::Transfer << false;
        QTest::newRow("escalate") << ActType::Escalate << false;
    }

    void onlyDecisionsWaitToBeRecalled()
    {
        QFETCH(ActType, type);
        QFETCH(bool, waits);
        const auto id = record(type);
        QVERIFY(id.has_value());
        const OutboxItem item = m_profile->unsettled()[0];
        QVERIFY(item.nextTryAt == sampleNow() + (waits ? 60s : 0s));
        const auto recalled = m_profile->wait(m_profile->desk().recall(*id, asDraft));
        QCOMPARE(recalled->value().has_value(), waits);
        QVERIFY(!waits || recalled->value()->id == *id);
        QCOMPARE(m_profile->unsettled().empty(), waits);
        const CaseStatus shown = m_profile->stored(sampleCase().id)->shown.status;
        QCOMPARE(shown == sampleCase().status, waits || type == ActType::Note);
    }

    void aDecisionIsNotRecalledAfterItsWindow()
    {
        const auto id = record(ActType::Complete);
        m_profile->clock().advance(61s);
        QVERIFY(!m_profile->wait(m_profile->desk().recall(*id, asDraft))->value());
        QCOMPARE(m_profile->unsettled().size(), std::size_t(1));
    }

    void whatTheWorkflowForbidsIsNotRecorded()
    {
        const Intention reopen = intentionOf(ActType::Reopen, sampleCase());
        const auto refused = m_profile->wait(m_profile->desk().record(reopen));
        QVERIFY(refused && !*refused);
        Intention empty = intentionOf(ActType::Complete, sampleCase());
        empty.reply.reset();
        const auto incomplete = m_profile->wait(m_profile->desk().record(empty));
        QCOMPARE(incomplete->error().code, QStringLiteral("act.invalid.reply_missing"));
        Intention unknown = intentionOf(ActType::Note, sampleCase());
        unknown.caseId = CaseId(QStringLiteral("elsewhere"));
        QCOMPARE(m_profile->wait(m_profile->desk().record(unknown))->error().code,
                 QStringLiteral("case.unknown"));
        QVERIFY(m_profile->unsettled().empty());
    }

    void withoutReferenceDataNothingIsRecorded()
    {
        DeskProfile bare;
        QVERIFY(bare.open(false));
        bare.pull({sampleCase()});
        const auto refused = bare.wait(bare.desk().record(intentionOf(ActType::Note, sampleCase())));
        QCOMPARE(refused->error().code, QStringLiteral("reference.unknown"));
    }

    void aDecisionOnWhatIsNoLongerOnScreenIsStale()
    {
        const Intention seen = intentionOf(ActType::Complete, sampleCase());
        Case moved = sampleCase(CaseStatus::Escalated);
        moved.version = 4;
        m_profile->pull({moved});
        QCOMPARE(m_profile->wait(m_profile->desk().record(seen))->error().code, QStringLiteral("act.stale"));
        QCOMPARE(m_profile->wait(m_profile->desk().record(seen))->error().kind, Error::Kind::Stale);
        // A note is meant whatever happened.
        QVERIFY(
            m_profile->wait(m_profile->desk().record(intentionOf(ActType::Note, sampleCase())))->has_value());
    }

    void twoStatesOfOneVersionAreToldApart()
    {
        // An own note makes the case on screen version 4; then the centre's version 4 is something else.
        QVERIFY(record(ActType::Note));
        const Intention seen = intentionOf(ActType::Complete, m_profile->stored(sampleCase().id)->shown);
        QCOMPARE(seen.seenVersion, 4);
        const auto note = m_profile->unsettled()[0].act;
        m_profile->onJournal(note.caseId, [&](Journal &journal) {
            QVERIFY(*journal.beginSending(note.id));
            QVERIFY(journal.park(note.id, ParkReason::Refused, {}, std::nullopt));
        });
        Act escalation = sampleAct(ActType::Escalate, sampleSupervisor());
        escalation.id = ActId(QStringLiteral("from elsewhere"));
        m_profile->pull({applied(sampleCase(), escalation)});
        QCOMPARE(m_profile->wait(m_profile->desk().record(seen))->error().code, QStringLiteral("act.stale"));
    }

    void actsOnTopOfEachOtherNameTheTruthAsTheirBase()
    {
        QVERIFY(record(ActType::Note));
        const Case shown = m_profile->stored(sampleCase().id)->shown;
        QCOMPARE(shown.version, 4);
        QVERIFY(
            m_profile->wait(m_profile->desk().record(intentionOf(ActType::Complete, shown)))->has_value());
        const std::vector<OutboxItem> items = m_profile->unsettled();
        QCOMPARE(items[1].act.baseVersion, 3);
        QVERIFY(items[1].base == shown);
        QCOMPARE(m_profile->stored(sampleCase().id)->shown.version, 5);
    }

    void aCaseOpensWithItsActsItsDraftAndALineInTheAuditTrail()
    {
        QVERIFY(record(ActType::Note));
        QVERIFY(m_profile->wait(m_profile->desk().saveDraft(sampleCase().id, "{\"text\":\"…\"}")).value());
        const auto opened = m_profile->wait(m_profile->desk().openCase(sampleCase().id));
        QVERIFY(opened && *opened);
        const OpenedCase &theCase = **opened;
        QVERIFY(theCase.truth == sampleCase());
        QCOMPARE(theCase.shown.history.size(), std::size_t(2));
        QCOMPARE(theCase.pending.size(), std::size_t(1));
        QCOMPARE(theCase.draft->content, QByteArray("{\"text\":\"…\"}"));
        QVERIFY(theCase.reference);
        QCOMPARE(audited(QStringLiteral("case.opened")), 1);
        const auto missing = m_profile->wait(m_profile->desk().openCase(CaseId(QStringLiteral("elsewhere"))));
        QCOMPARE(missing->error().kind, Error::Kind::NotFound);
        QCOMPARE(missing->error().code, QStringLiteral("case.unknown"));
    }

    void aDraftIsMarkedSurvivesAndGoesWithTheAct()
    {
        const CaseId id = sampleCase().id;
        QVERIFY(m_profile->wait(m_profile->desk().saveDraft(id, "one")).value());
        QVERIFY(m_profile->heard()->entries[0].has(RowFlag::HasDraft));
        const int snapshots = m_profile->snapshots();
        QVERIFY(m_profile->wait(m_profile->desk().saveDraft(id, "two")).value());
        QCOMPARE(m_profile->snapshots(), snapshots); // typing on changes no list
        QVERIFY(m_profile->open());
        QVERIFY(m_profile->heard()->entries[0].has(RowFlag::HasDraft));
        QCOMPARE((*m_profile->wait(m_profile->desk().openCase(id)))->draft->content, QByteArray("two"));
        QVERIFY(record(ActType::Note));
        QVERIFY(!m_profile->heard()->entries[0].has(RowFlag::HasDraft));
        QVERIFY(m_profile->wait(m_profile->desk().saveDraft(id, "three")).value());
        QVERIFY(m_profile->wait(m_profile->desk().discardDraft(id)).value());
        QVERIFY(!m_profile->heard()->entries[0].has(RowFlag::HasDraft));
    }

    void aParkedActIsMarkedAndShownAsNotDone()
    {
        const ActId id = *record(ActType::Complete);
        parkAsConflict(id);
        const WorklistEntry entry = m_profile->heard()->entries[0];
        QVERIFY(entry.has(RowFlag::Parked));
        QVERIFY(!entry.has(RowFlag::WaitingToBeSent));
        QCOMPARE(entry.status, sampleCase().status);
        QCOMPARE(m_profile->heardOutbox()[0].parkReason, ParkReason::Conflict);
    }

    void takingTheirsClosesTheActAndParksWhatNoLongerApplies()
    {
        // The officer began a new case, wrote a note, and returned it.
        const Case fresh = nobodysCase();
        m_profile->pull({newerBy(fresh, 10)});
        const ActId start = *record(ActType::Start);
        const ActId note = *record(ActType::Note);
        const ActId back = *record(ActType::Return);
        // Meanwhile it was rejected at the centre.
        Case rejected = newerBy(fresh, 11);
        rejected.status = CaseStatus::Rejected;
        m_profile->pull({rejected});
        parkAsConflict(start);
        QVERIFY(m_profile->wait(m_profile->desk().takeTheirs(start)).value());
        const std::vector<OutboxItem> items = m_profile->unsettled();
        QCOMPARE(items.size(), std::size_t(2));
        QCOMPARE(items[0].act.id, note);
        QCOMPARE(items[0].state, OutboxState::Waiting);
        QCOMPARE(items[1].act.id, back);
        QCOMPARE(items[1].state, OutboxState::Parked);
        QCOMPARE(items[1].parkReason, ParkReason::Refused);
        QCOMPARE(items[1].lastError->code, QStringLiteral("act.illegal"));
        QCOMPARE(m_profile->stored(fresh.id)->shown.history.size(), rejected.history.size() + 1);
        QCOMPARE(m_profile->wait(m_profile->desk().takeTheirs(start))->error().code,
                 QStringLiteral("outbox.state"));
    }

    void anActWhoseTextIsGoneCanStillBeClosed()
    {
        m_profile->pull({newerBy(nobodysCase(), 10)});
        const ActId start = *record(ActType::Start);
        m_profile->close();
        {
            Database direct = openDirectly(m_profile->file(QStringLiteral("journal.sqlite")));
            QVERIFY(runStatement(direct, QStringLiteral("DROP TRIGGER act_is_final")));
            QVERIFY(runStatement(direct, QStringLiteral("UPDATE act SET body = x''")));
        }
        QVERIFY(m_profile->open());
        QCOMPARE(m_profile->heardOutbox().size(), std::size_t(1));
        QCOMPARE(m_profile->heardOutbox()[0].state, OutboxState::Parked);
        QVERIFY(m_profile->wait(m_profile->desk().takeTheirs(start)).value());
        QVERIFY(m_profile->unsettled().empty());
        QVERIFY(!m_profile->wait(m_profile->desk().takeTheirs(ActId(QStringLiteral("unknown")))).value());
    }

    // It may have taken effect, though the truth here forbids it: only the centre knows.
    void whatHasLeftOnceIsNotParkedByTheDesk()
    {
        const Case fresh = sampleCase(CaseStatus::New);
        m_profile->pull({fresh});
        const ActId start = *record(ActType::Start);
        const ActId back = *record(ActType::Return);
        m_profile->onJournal(fresh.id, [&](Journal &journal) {
            QVERIFY(journal.meetEpoch(QStringLiteral("a")));
            for (const ActId &act : {start, back}) {
                QVERIFY(journal.beginSending(act).value());
                QVERIFY(journal.settle(act, "{}"));
            }
            QVERIFY(journal.meetEpoch(QStringLiteral("b")));
        });
        Case rejected = fresh;
        rejected.version = fresh.version + 1;
        rejected.status = CaseStatus::Rejected;
        m_profile->pull({rejected});
        parkAsConflict(start);
        QVERIFY(m_profile->wait(m_profile->desk().takeTheirs(start)).value());
        const std::vector<OutboxItem> items = m_profile->unsettled();
        QCOMPARE(items.size(), std::size_t(1));
        QCOMPARE(items[0].act.id, back);
        QCOMPARE(items[0].state, OutboxState::Waiting);
    }

    void decidingAnewReplacesTheParkedAct()
    {
        const ActId first = *record(ActType::Complete);
        parkAsConflict(first);
        Intention anew = intentionOf(ActType::Return, m_profile->stored(sampleCase().id)->shown);
        anew.replaces = first;
        const auto second = m_profile->wait(m_profile->desk().record(anew));
        QVERIFY(second && *second);
        const std::vector<OutboxItem> items = m_profile->unsettled();
        QCOMPARE(items.size(), std::size_t(1));
        QCOMPARE(items[0].act.id, **second);
        QCOMPARE(m_profile->heard()->entries[0].status, CaseStatus::Returned);
        const auto again = m_profile->wait(m_profile->desk().record([&] {
            Intention late = intentionOf(ActType::Note, sampleCase());
            late.replaces = first;
            return late;
        }()));
        QCOMPARE(again->error().code, QStringLiteral("outbox.state"));
        QCOMPARE(m_profile->unsettled().size(), std::size_t(1));
    }

    void aParkedActIsTriedAgainOnWish()
    {
        const ActId id = *record(ActType::Complete);
        parkAsConflict(id);
        QVERIFY(m_profile->wait(m_profile->desk().retryNow(id)).value());
        const OutboxItem item = m_profile->unsettled()[0];
        QCOMPARE(item.state, OutboxState::Waiting);
        QVERIFY(*item.nextTryAt <= m_profile->clock().now());
        QVERIFY(m_profile->heard()->entries[0].has(RowFlag::WaitingToBeSent));
        QCOMPARE(m_profile->heard()->entries[0].status, CaseStatus::Completed);
    }

    void whatIsTakenBackIsADraftInTheSameStep()
    {
        const ActId id = *record(ActType::Complete);
        QVERIFY(m_profile->wait(m_profile->desk().saveDraft(sampleCase().id, "a note")).value());
        QVERIFY(m_profile->wait(m_profile->desk().recall(id, asDraft))->value());
        QCOMPARE(m_profile->stored(sampleCase().id)->shown.status, sampleCase().status);
        const auto draft = m_profile->wait(m_profile->desk().draft(sampleCase().id));
        QCOMPARE(draft->value().value().content, id.text().toUtf8() + " beside a note");
        // Too late, or again: the draft is whatever it was.
        QVERIFY(m_profile->wait(m_profile->desk().saveDraft(sampleCase().id, "other")).value());
        QVERIFY(!m_profile->wait(m_profile->desk().recall(id, asDraft))->value());
        QCOMPARE(m_profile->wait(m_profile->desk().draft(sampleCase().id))->value()->content, "other");
    }

    void whatIsTakenBackIsToldSoAlthoughTheCacheCannotBeRead()
    {
        const ActId id = *record(ActType::Complete);
        {
            Database direct = openDirectly(m_profile->file(QStringLiteral("cache.sqlite")));
            QVERIFY(runStatement(direct, QStringLiteral("UPDATE case_row SET body = x'00'")));
        }
        const auto recalled = m_profile->wait(m_profile->desk().recall(id, asDraft));
        QVERIFY(recalled->has_value() && recalled->value());
        QVERIFY(m_profile->unsettled().empty());
        QCOMPARE(m_profile->failures().size(), std::size_t(1)); // of the cache, which is said as what it is
    }

    void whatWasRecordedIsListedAsSoonAsItCanBeRead()
    {
        // Between the act and the news of it the outbox cannot be read, for once.
        const auto rename = [this](const char *sql) {
            Database direct = openDirectly(m_profile->file(QStringLiteral("journal.sqlite")));
            QVERIFY(runStatement(direct, QString::fromLatin1(sql)));
        };
        const auto recorded = m_profile->desk().record(intentionOf(ActType::Note, sampleCase()));
        m_profile->store().withJournal(
            [&rename](Journal &) { rename("ALTER TABLE outbox RENAME COLUMN tries TO trials"); });
        QVERIFY(m_profile->wait(recorded)->has_value());
        QVERIFY(m_profile->heardOutbox().empty());
        QCOMPARE(m_profile->failures().size(), std::size_t(1));
        rename("ALTER TABLE outbox RENAME COLUMN trials TO tries");
        m_profile->scheduler().advance(6s);
        QCOMPARE(m_profile->heardOutbox().size(), std::size_t(1));
        QVERIFY(m_profile->heard()->entries[0].has(RowFlag::WaitingToBeSent));
        QCOMPARE(m_profile->failures().size(), std::size_t(1)); // said once
    }

    void recallingLeavesWhatSaysSomethingAllTheSame()
    {
        const Case fresh = newerBy(nobodysCase(), 10);
        m_profile->pull({fresh});
        const ActId decision = *record(ActType::Complete);
        const ActId note = *record(ActType::Note);
        QVERIFY(m_profile->wait(m_profile->desk().recall(decision, asDraft))->value());
        QCOMPARE(m_profile->unsettled().size(), std::size_t(1));
        QCOMPARE(m_profile->unsettled()[0].act.id, note);
        QCOMPARE(m_profile->unsettled()[0].state, OutboxState::Waiting);
        QCOMPARE(m_profile->heard()->entries[0].status, CaseStatus::New);
    }

    // What is nothing without the act that was taken back is told now, and not refused by the centre one day.
    void recallingParksWhatIsNothingWithoutIt()
    {
        SeededRandom random(9);
        Desk desk(m_profile->store(), sampleSupervisor(), m_profile->clock(), random);
        const auto record = [&](ActType type) {
            const Case shown = m_profile->stored(sampleCase().id)->shown;
            const auto answer = m_profile->wait(desk.record(intentionOf(type, shown)));
            return answer && *answer ? **answer : ActId();
        };
        const ActId decision = record(ActType::Complete);
        const ActId reopening = record(ActType::Reopen); // of what is not completed, it is nothing
        const ActId note = record(ActType::Note);
        QVERIFY(!decision.isEmpty() && !reopening.isEmpty() && !note.isEmpty());
        QVERIFY(m_profile->wait(desk.recall(decision, asDraft))->value());
        const std::vector<OutboxItem> items = m_profile->unsettled();
        QCOMPARE(items.size(), std::size_t(2));
        QCOMPARE(items[0].act.id, reopening);
        QCOMPARE(items[0].state, OutboxState::Parked);
        QCOMPARE(items[0].parkReason, ParkReason::Refused);
        QCOMPARE(items[0].tries, 0); // it never left
        QCOMPARE(items[0].lastError->code, QStringLiteral("act.illegal"));
        QCOMPARE(items[1].act.id, note); // says something all the same, and waits for the choice before it
        QCOMPARE(items[1].state, OutboxState::Waiting);
        QCOMPARE(m_profile->heard()->entries[0].status, sampleCase().status);
        QVERIFY(m_profile->heard()->entries[0].has(RowFlag::Parked));
    }

    void whatIsReadyOfTodayIsCounted()
    {
        Case due = sampleCase();
        due.version += 1;
        due.serviceDeadline.day = riyadhDate(sampleNow());
        due.serviceDeadline.at = sampleNow() + 1h;
        due.statutoryDeadline.reset();
        const auto counted = [this] {
            const auto answer = m_profile->wait(m_profile->desk().todaysWork());
            return answer && *answer ? **answer : TodaysWork{-1, -1};
        };
        m_profile->pull({due});
        QCOMPARE(due.attachments.size(), std::size_t(2));
        QVERIFY((counted() == TodaysWork{1, 0}));
        due.version += 1;
        due.attachments.clear();
        m_profile->pull({due});
        QVERIFY((counted() == TodaysWork{1, 1}));
        Case others = due;
        others.version += 1;
        others.assignee = nameOf(otherOfficer());
        m_profile->pull({others});
        QVERIFY((counted() == TodaysWork{0, 0}));
        due.version += 2;
        due.serviceDeadline.day = riyadhDate(sampleNow()).addDays(1);
        due.serviceDeadline.at = sampleNow() + 24h;
        m_profile->pull({due});
        QVERIFY((counted() == TodaysWork{0, 0})); // not today's
    }

    // A supervisor's list is all of a section: what is not theirs is told by its column.
    void ofTheWorkOfOthersNothingIsDecodedToCountTodays()
    {
        Case due = sampleCase();
        due.version += 1;
        due.serviceDeadline.day = riyadhDate(sampleNow());
        due.serviceDeadline.at = sampleNow() + 1h;
        due.statutoryDeadline.reset();
        due.attachments.clear();
        Case others = due;
        others.id = CaseId(QStringLiteral("019aaaf1-5480-7c3e-9f21-000000000777"));
        others.number = QStringLiteral("TW-26-0000777");
        others.assignee = nameOf(otherOfficer());
        m_profile->pull({due, others});
        {
            Database direct = openDirectly(m_profile->file(QStringLiteral("cache.sqlite")));
            QVERIFY(runStatement(direct, QStringLiteral("UPDATE case_row SET body = x'00'")));
        }
        const auto answer = m_profile->wait(m_profile->desk().todaysWork());
        QVERIFY(answer && *answer);
        QVERIFY((**answer == TodaysWork{1, 1}));
    }

    void listAndSearchAnswerOnTheGuiThread()
    {
        const auto rows = m_profile->wait(m_profile->desk().search(QStringLiteral("إقبال")));
        QCOMPARE((*rows)->size(), std::size_t(1));
        const auto heads = m_profile->wait(m_profile->desk().heads(**rows));
        QCOMPARE((*heads)->at(0).number, sampleCase().number);
        QCOMPARE(m_profile->desk().worklist(), m_profile->heard());
    }

    void answersOfAClosedProfileAreCancelled()
    {
        const auto recorded = m_profile->desk().record(intentionOf(ActType::Note, sampleCase()));
        const auto opened = m_profile->desk().openCase(sampleCase().id);
        const auto found = m_profile->desk().search(QStringLiteral("x"));
        m_profile->close();
        QVERIFY(recorded.isCanceled() && recorded.isFinished());
        QVERIFY(opened.isCanceled() && opened.isFinished());
        QVERIFY(found.isCanceled() && found.isFinished());
    }

    void whatIsPrintedHasItsLineAndNamesNobody()
    {
        PrintNote summary;
        summary.wholeNumbers = true;
        const PrintNote pages{QString(64, u'a'), 1, 2, true, false};
        for (const PrintNote &note : {summary, pages})
            QVERIFY(m_profile->wait(m_profile->desk().notePrint(sampleCase().id, note))->has_value());
        Database direct = openDirectly(m_profile->file(QStringLiteral("journal.sqlite")));
        Query lines =
            Query::prepare(direct,
                           QStringLiteral("SELECT what || ' ' || case_id || ' ' || detail FROM audit"
                                          " WHERE what LIKE '%.printed' ORDER BY sequence"))
                .value();
        QVERIFY(lines.exec());
        const QString id = sampleCase().id.text();
        for (const QString &line :
             {QString(u"case.printed " % id % u" printer numbers=whole"),
              QString(u"attachment.printed " % id % u" file " % pages.sha256 % u" pages=2-3")}) {
            QVERIFY(lines.next().value_or(false));
            QCOMPARE(lines.text(0), line);
        }
        QVERIFY(!lines.next().value_or(true));
    }

    // At the verb, whatever a screen offers; and what is refused has no line.
    void whatTheRoleMayNotPrintIsRefused()
    {
        Actor auditor = sampleOfficer();
        auditor.role = Role::Auditor;
        SeededRandom random(1);
        Desk desk(m_profile->store(), auditor, m_profile->clock(), random);
        PrintNote whole;
        whole.wholeNumbers = true;
        for (const PrintNote &note : {whole, PrintNote{QString(64, u'a'), 0, 0, true, false}}) {
            const auto refused = m_profile->wait(desk.notePrint(sampleCase().id, note));
            QVERIFY(refused && !*refused);
            QCOMPARE(refused->error().kind, Error::Kind::Forbidden);
            QCOMPARE(refused->error().code, QStringLiteral("print.forbidden"));
        }
        QVERIFY(m_profile->wait(desk.notePrint(sampleCase().id, {}))->has_value());
        Database direct = openDirectly(m_profile->file(QStringLiteral("journal.sqlite")));
        Query lines =
            Query::prepare(direct, QStringLiteral("SELECT count(*) FROM audit WHERE what LIKE '%.printed'"))
                .value();
        QVERIFY(lines.exec() && lines.next().value_or(false));
        QCOMPARE(lines.int64(0), 1);
    }

    void aDiskThatRefusesIsToldAndNothingIsHalfDone_data()
    {
        QTest::addColumn<Fault::Kind>("fault");
        QTest::addColumn<Error::Kind>("told");
        QTest::newRow("full") << Fault::Kind::Full << Error::Kind::Full;
        QTest::newRow("broken") << Fault::Kind::IoError << Error::Kind::Storage;
    }

    void aDiskThatRefusesIsToldAndNothingIsHalfDone()
    {
        QFETCH(Fault::Kind, fault);
        QFETCH(Error::Kind, told);
        m_profile.reset();
        FaultVfs vfs;
        {
            DeskProfile profile(1, vfs.name());
            QVERIFY(profile.open());
            profile.pull({sampleCase()});
            vfs.arm({Fault::Call::Write, 1, fault, true});
            const auto refused =
                profile.wait(profile.desk().record(intentionOf(ActType::Complete, sampleCase())));
            const auto unwritten = profile.wait(profile.desk().notePrint(sampleCase().id, {}));
            vfs.disarm();
            QVERIFY(unwritten && !*unwritten); // and nobody prints without the line
            QVERIFY(refused && !*refused);
            QCOMPARE(refused->error().kind, told);
            QCOMPARE(profile.heard()->entries[0].status, sampleCase().status);
            QVERIFY(profile.open());
            QVERIFY(profile.unsettled().empty());
            QVERIFY(profile.wait(profile.desk().record(intentionOf(ActType::Complete, sampleCase())))
                        ->has_value());
        }
    }

private:
    /// On the case as it is shown now.
    std::optional<ActId> record(ActType type)
    {
        const Case shown = m_profile->stored(sampleCase().id)->shown;
        const auto answer = m_profile->wait(m_profile->desk().record(intentionOf(type, shown)));
        return answer && *answer ? std::optional(**answer) : std::nullopt;
    }

    void parkAsConflict(const ActId &id)
    {
        m_profile->onJournal(sampleCase().id, [&](Journal &journal) {
            QVERIFY(*journal.beginSending(id));
            QVERIFY(journal.park(id, ParkReason::Conflict,
                                 {Error::Kind::Stale, QStringLiteral("case.moved_on"), {}}, sampleCase()));
        });
    }

    static Case newerBy(Case value, qint64 by)
    {
        value.version += by;
        return value;
    }

    [[nodiscard]] int audited(const QString &what)
    {
        Database direct = openDirectly(m_profile->file(QStringLiteral("journal.sqlite")));
        Query query = std::move(
            Query::prepare(direct, QStringLiteral("SELECT count(*) FROM audit WHERE what = ?")).value());
        return query.exec(what) && query.next().value_or(false) ? static_cast<int>(query.int64(0)) : -1;
    }

    std::unique_ptr<DeskProfile> m_profile;
};

QTEST_GUILESS_MAIN(DeskTest)
#include "tst_desk.moc"
