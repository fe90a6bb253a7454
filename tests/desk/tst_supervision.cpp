// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk/clockwatch.h"
#include "models/desk/orderdesk.h"
#include "models/desk/supervision.h"
#include "models/protocol/assignmentcodec.h"
#include "models/protocol/jsonreader.h"
#include "models/store/storedforecast.h"
#include "models/store/unsentwork.h"
#include "tests/support/deskprofile.h"
#include "tests/support/property.h"
#include "tests/support/sampleheaders.h"

#include <QtTest/QTest>

namespace tawasul {

using State = RecordedOrder::State;

namespace {

/// A supervisor's desk that no centre answers.
struct Office
{
    explicit Office(const std::vector<CaseHeader> &headers = {},
                    std::vector<wire::StaffLine> staff = {staffLine(1), staffLine(2), staffLine(3)})
        : supervision(opened(), sampleSupervisor(), profile.clock(), random)
    {
        pull(headers);
        profile.store().withCache([this, staff](Cache &cache) {
            if (!cache.storeStaff(wire::toBytes(wire::staffToJson(staff)), profile.clock().now()))
                qFatal("the staff was not kept");
        });
        profile.scheduler().runAll();
    }

    void pull(const std::vector<CaseHeader> &headers)
    {
        CasePage page;
        for (const CaseHeader &header : headers)
            page.add(header);
        page.endAt(QStringLiteral("cursor"));
        profile.pull(page, profile.clock().now());
    }

    template<class T>
    T wait(const QFuture<T> &future)
    {
        return profile.wait(future).value();
    }

    Result<AssignmentTrial> tryOut(const AssignmentOrder &order) { return wait(supervision.tryOut(order)); }
    Result<AssignmentId> order(const AssignmentOrder &order) { return wait(supervision.order(order)); }
    std::vector<RecordedOrder> orders() { return wait(supervision.orders()).value(); }

    /// As the sender does when the centre has answered: everything that waits was done.
    void answerAll()
    {
        profile.store().withJournal([this](Journal &journal) {
            const auto waiting = journal.ordersThatWait().value();
            for (const OrderRecord &record : waiting) {
                wire::AssignmentAnswer answer = forecastIn(record.foreseen).value();
                answer.id = AssignmentId(record.id.text());
                answer.isDryRun = false;
                answer.undoUntil = profile.clock().now() + kAssignmentUndo;
                for (AssignmentVerdict &verdict : answer.results) {
                    if (verdict.outcome == AssignmentOutcome::Queued)
                        verdict.outcome = AssignmentOutcome::Done;
                }
                if (!journal.beginSendingOrder(record.id).value()
                    || !journal.orderAnswered(record.id, wire::toBytes(wire::toJson(answer))))
                    qFatal("not answered");
            }
        });
        profile.scheduler().runAll();
    }

    DeskProfile profile;
    SeededRandom random{7};
    Supervision supervision;

private:
    Store &opened()
    {
        if (!profile.open())
            qFatal("the profile did not open");
        return profile.store();
    }
};

AssignmentOrder giving(const std::vector<int> &cases, int officer = 2)
{
    AssignmentOrder order;
    for (const int n : cases)
        order.cases.push_back({numberedHeader(n).id, numberedHeader(n).version, numberedOfficer(officer).id});
    return order;
}

AssignmentOrder byRule(int from, int to)
{
    AssignmentOrder order;
    order.rule.emplace();
    order.rule->from = numberedOfficer(from).id;
    order.to = numberedOfficer(to).id;
    return order;
}

std::vector<CaseHeader> headers(int count)
{
    std::vector<CaseHeader> all;
    for (int n = 1; n <= count; ++n)
        all.push_back(numberedHeader(n));
    return all;
}

CaseHeader movedTo(int n, int officer, qint64 by = 1)
{
    CaseHeader header = numberedHeader(n);
    header.version += by;
    header.assignee = numberedOfficer(officer);
    return header;
}

Leave planned(int officer, QDate first = QDate(2026, 11, 25), QDate last = QDate(2026, 11, 29))
{
    Leave leave;
    leave.officer.id = numberedOfficer(officer).id;
    leave.kind = Leave::Kind::Planned;
    leave.first = first;
    leave.last = last;
    leave.substitute = PersonName{numberedOfficer(officer == 3 ? 1 : officer + 1).id, {}};
    return leave;
}

template<class T>
QString codeOf(const Result<T> &result)
{
    return result ? QString() : result.error().code;
}

} // namespace

class TestSupervision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTrialSaysOfEachCaseWhatWouldBecomeOfIt()
    {
        CaseHeader closed = numberedHeader(2);
        closed.status = CaseStatus::Completed;
        closed.closedAt = sampleNow();
        Office office({numberedHeader(1), closed, movedTo(3, 2, 0), movedTo(4, 1)});
        const auto trial = office.tryOut(giving({1, 2, 3, 4, 5}));
        QVERIFY2(trial.has_value(), qPrintable(codeOf(trial)));
        QStringList reasons;
        for (const AssignmentVerdict &verdict : trial->results)
            reasons += verdict.reason;
        QCOMPARE(reasons,
                 (QStringList{QString(), QStringLiteral("assignment.decided"),
                              QStringLiteral("assignment.already_theirs"), QStringLiteral("assignment.stale"),
                              QStringLiteral("assignment.out_of_reach")}));
        QCOMPARE(int(trial->results.front().outcome), int(AssignmentOutcome::Queued));
        QCOMPARE(trial->results.front().to->name, numberedOfficer(2).name);
        QVERIFY(trial->completeAt == sampleNow());
    }

    // Judged by the same function as at the centre: verdicts and loads are those of the pure rule.
    void aTrialIsThePureVerdictOnTheHeaders()
    {
        TAWASUL_HOLDS(20261203, 60, [] {
            const Instant now = sampleNow();
            const std::vector<CaseHeader> all = *anyHeaders(now);
            const std::vector<wire::StaffLine> staff = *anyStaff(now);
            RC_PRE(!all.empty());
            Office office(all, staff);
            Roster roster;
            for (const wire::StaffLine &line : staff)
                roster.insert(line.officer.name.id, line.officer);
            AssignmentOrder order;
            const int to = *rc::gen::inRange(0, 6);
            for (const CaseHeader &header : all)
                order.cases.push_back(
                    {header.id, std::nullopt, to == 0 ? PersonId() : numberedOfficer(to).id});
            const auto trial = office.tryOut(order);
            RC_ASSERT(trial.has_value());
            std::vector<AssignmentVerdict> mustBe;
            Loads loads;
            for (std::size_t i = 0; i < all.size(); ++i) {
                mustBe.push_back(verdictOn(all[i], order.cases[i], sampleSupervisor(), roster, now, false));
                if (const auto standing = standingOf(all[i], now))
                    loads[all[i].assignee ? all[i].assignee->id : PersonId()].add(*standing);
            }
            RC_ASSERT((trial->results == mustBe));
            RC_ASSERT((trial->loads == loadChanges(loads, all, mustBe, now)));
        });
    }

    void aRulePicksWhatItPicksAtTheCentre()
    {
        TAWASUL_HOLDS(20261204, 60, [] {
            const Instant now = sampleNow();
            const std::vector<CaseHeader> all = *anyHeaders(now);
            Office office(all);
            AssignmentOrder order = byRule(*rc::gen::inRange(1, 4), *rc::gen::inRange(1, 4));
            if (*rc::gen::inRange(0, 2) == 0)
                order.rule->endsFrom = riyadhDate(now).addDays(*rc::gen::inRange(-5, 5));
            if (*rc::gen::inRange(0, 2) == 0)
                order.rule->endsTo = (order.rule->endsFrom.isValid() ? order.rule->endsFrom : riyadhDate(now))
                                         .addDays(*rc::gen::inRange(0, 5));
            const auto trial = office.tryOut(order);
            RC_ASSERT(trial.has_value());
            std::set<CaseId> mustBe;
            for (const CaseHeader &header : all) {
                if (picks(*order.rule, header))
                    mustBe.insert(header.id);
            }
            std::set<CaseId> picked;
            for (const AssignmentVerdict &verdict : trial->results)
                picked.insert(verdict.caseId);
            RC_ASSERT((picked == mustBe));
        });
    }

    void moreThanAThousandAreTooMany()
    {
        Office office(headers(kMostAssigned + 1));
        QCOMPARE(codeOf(office.tryOut(byRule(1, 2))), QStringLiteral("assignment.too_many"));
        QCOMPARE(codeOf(office.order(byRule(1, 2))), QStringLiteral("assignment.too_many"));
        std::vector<int> cases;
        for (int n = 1; n <= kMostAssigned + 1; ++n)
            cases.push_back(n);
        QCOMPARE(codeOf(office.tryOut(giving(cases))), QStringLiteral("assignment.too_many"));
        cases.pop_back();
        const auto trial = office.tryOut(giving(cases));
        QCOMPARE(trial->results.size(), std::size_t(kMostAssigned));
        QVERIFY(office.orders().empty());
    }

    void aRuleThatPicksNothingIsNoOrder()
    {
        Office office(headers(2));
        QVERIFY(office.tryOut(byRule(3, 2))->results.empty());
        QCOMPARE(codeOf(office.order(byRule(3, 2))), QStringLiteral("assignment.nothing_matched"));
    }

    void whatIsOrderedIsOnDiskWithItsAuditAndWaits()
    {
        Office office(headers(2));
        int told = 0;
        QObject::connect(&office.profile.store().notifier(), &StoreNotifier::ordersChanged, this,
                         [&told] { ++told; });
        const auto id = office.order(giving({1, 2}));
        QVERIFY2(id.has_value(), qPrintable(codeOf(id)));
        QCOMPARE(told, 1);
        const auto orders = office.orders();
        QCOMPARE(orders.size(), std::size_t(1));
        QCOMPARE(int(orders.front().state), int(State::Waiting));
        QCOMPARE(orders.front().order.id, *id);
        QVERIFY(orders.front().order.recordedAt == sampleNow());
        QCOMPARE(orders.front().results.size(), std::size_t(2));
        QCOMPARE(orders.front().loads.size(), std::size_t(2));
        // The board shows the centre's truth, not what waits.
        const Board board = office.wait(office.supervision.board()).value();
        for (const OfficerLoad &row : board.officers)
            QCOMPARE(row.load.total(), row.officer.id == sampleOfficer().id ? 2 : 0);
    }

    void anOrderThatWaitsCountsAsUnsentWork()
    {
        Office office(headers(1));
        QVERIFY(office.order(giving({1})).has_value());
        office.profile.onJournal({}, [](Journal &journal) {
            OfflineIdentity identity;
            identity.username = QStringLiteral("sara");
            identity.officer = sampleSupervisor();
            identity.centre = QStringLiteral("centre-1");
            QVERIFY(journal.rememberIdentity(identity));
        });
        QCOMPARE(office.wait(office.profile.desk().unsent())->waiting, 1);
        const QString folder = QFileInfo(office.profile.folder()).absolutePath();
        office.profile.close();
        const auto all = unsentWork(folder, {});
        const auto mine = std::find_if(all.begin(), all.end(), [&office](const UnsentWork &work) {
            return work.folder == office.profile.folder();
        });
        QVERIFY(mine != all.end());
        QCOMPARE(mine->counts.waiting, 1);
        QCOMPARE(mine->counts.carried, 0);
        QVERIFY(mine->oldest == sampleNow());
    }

    void whatIsWithdrawnIsNoMore()
    {
        Office office(headers(1));
        const auto id = office.order(giving({1}));
        QVERIFY(office.wait(office.supervision.withdraw(*id)).has_value());
        QVERIFY(office.orders().empty());
        QCOMPARE(codeOf(office.wait(office.supervision.withdraw(*id))), QStringLiteral("order.state"));
        QCOMPARE(office.wait(office.profile.desk().unsent())->waiting, 0);
    }

    void anUndoTakesBackWhatWasDone()
    {
        Office office(headers(3));
        const auto id = office.order(giving({1, 2, 3}));
        office.answerAll();
        // 1 as it was left; 2 touched since; 3 gone on to somebody else.
        office.pull({movedTo(1, 2), movedTo(2, 2, 2), movedTo(3, 3, 2)});
        AssignmentOrder asked;
        asked.undoes = *id;
        const auto trial = office.tryOut(asked);
        QVERIFY2(trial.has_value(), qPrintable(codeOf(trial)));
        QCOMPARE(trial->unsure, 1);
        QCOMPARE(int(trial->results.at(0).outcome), int(AssignmentOutcome::Queued));
        QCOMPARE(trial->results.at(0).to->id, sampleOfficer().id);
        QCOMPARE(int(trial->results.at(1).outcome), int(AssignmentOutcome::Queued));
        QCOMPARE(trial->results.at(2).reason, QStringLiteral("assignment.moved_on"));
        const auto undo = office.wait(office.supervision.undo(*id));
        QVERIFY2(undo.has_value(), qPrintable(codeOf(undo)));
        QCOMPARE(*office.wait(office.supervision.undo(*id)), *undo); // asked twice, ordered once
        QCOMPARE(office.orders().size(), std::size_t(2));
        QCOMPARE(office.orders().back().undoneBy, *undo);
    }

    void whoseAccountWasTakenAwayGetsNothingBack()
    {
        wire::StaffLine gone = staffLine(1);
        gone.officer.active = false;
        Office office(headers(1), {gone, staffLine(2)});
        const auto id = office.order(giving({1}));
        office.answerAll();
        office.pull({movedTo(1, 2)});
        AssignmentOrder asked;
        asked.undoes = *id;
        QCOMPARE(office.tryOut(asked)->results.front().reason, QStringLiteral("assignment.officer_removed"));
    }

    void anUndoHasItsTime()
    {
        Office office(headers(1));
        const auto id = office.order(giving({1}));
        office.answerAll();
        office.profile.scheduler().advance(kAssignmentUndo + std::chrono::seconds(1));
        QCOMPARE(codeOf(office.wait(office.supervision.undo(*id))),
                 QStringLiteral("assignment.undo_expired"));
        QCOMPARE(codeOf(office.wait(office.supervision.undo(AssignmentId(QStringLiteral("unknown"))))),
                 QStringLiteral("assignment.unknown"));
    }

    void aLeaveIsJudgedAmongThoseThatWait()
    {
        Office office;
        const auto first = office.wait(office.supervision.recordLeave(planned(1)));
        QVERIFY2(first.has_value(), qPrintable(codeOf(first)));
        QCOMPARE(codeOf(office.wait(office.supervision.recordLeave(planned(1)))),
                 QStringLiteral("leave.overlap"));
        QCOMPARE(codeOf(office.wait(office.supervision.recordLeave(planned(9)))),
                 QStringLiteral("leave.invalid.officer_unknown"));
        const auto told = office.wait(office.supervision.leaveOrders()).value();
        QCOMPARE(told.size(), std::size_t(1));
        QCOMPARE(told.front().leave.officer.name, numberedOfficer(1).name);
        QCOMPARE(told.front().leave.substitute->name, numberedOfficer(2).name);
        QCOMPARE(told.front().leave.id, *first);
        QCOMPARE(told.front().leave.version, 0);
        QVERIFY(office.wait(office.supervision.withdrawLeave(told.front().id)).has_value());
        QVERIFY(office.wait(office.supervision.recordLeave(planned(1))).has_value());
    }

    void aLeaveIsChangedUnderTheVersionThatWasSeen()
    {
        wire::StaffLine line = staffLine(1);
        line.officer.leaves = {leaveOf(1, QDate(2026, 11, 25), QDate(2026, 11, 29))};
        Office office({}, {line, staffLine(2), staffLine(3)});
        Leave changed = line.officer.leaves.front();
        changed.last = QDate(2026, 12, 1);
        QVERIFY(office.wait(office.supervision.recordLeave(changed)).has_value());
        office.profile.onJournal({}, [](Journal &journal) {
            const auto waiting = journal.ordersThatWait().value();
            QCOMPARE(waiting.size(), std::size_t(1));
            QCOMPARE(waiting.front().ifMatch.value_or(0), 1);
        });
    }

    // --- what waits is done already, as far as the next order goes ---

    void anOrderIsJudgedUponThoseThatWait()
    {
        Office office(headers(2));
        QVERIFY(office.order(giving({1}, 2)).has_value());
        QCOMPARE(office.tryOut(giving({1}, 2))->results.front().reason,
                 QStringLiteral("assignment.already_theirs"));
        const auto trial = office.tryOut(giving({1, 2}, 3));
        QVERIFY2(trial.has_value(), qPrintable(codeOf(trial)));
        QCOMPARE(trial->results.front().from->id, numberedOfficer(2).id);
        QCOMPARE(trial->results.front().version, numberedHeader(1).version + 2);
        QCOMPARE(trial->unsure, 1);
        for (const LoadChange &change : trial->loads) {
            const int before = change.before.total();
            const int after = change.after.total();
            const bool isThird = change.officer.id == numberedOfficer(3).id;
            QCOMPARE(before, isThird ? 0 : 1); // as if the first were done
            QCOMPARE(after, isThird ? 2 : 0);
        }
        const auto id = office.order(giving({1, 2}, 3));
        const RecordedOrder second = office.orders().front();
        QCOMPARE(second.order.id, *id);
        QVERIFY(!second.order.cases.at(0).version.has_value()); // which it will be, the first decides
        QVERIFY(second.order.cases.at(1).version.has_value());
    }

    void aRulePicksWhatWillBeTheirs()
    {
        Office office(headers(3));
        QVERIFY(office.order(giving({1}, 2)).has_value());
        const auto ofFirst = office.tryOut(byRule(1, 3));
        QCOMPARE(ofFirst->results.size(), std::size_t(2));
        const auto ofSecond = office.tryOut(byRule(2, 3));
        QCOMPARE(ofSecond->results.size(), std::size_t(1));
        QCOMPARE(ofSecond->results.front().caseId, numberedHeader(1).id);
    }

    void nobodyIsGivenCasesWhoseLeaveWaits()
    {
        Office office(headers(1));
        QVERIFY(office
                    .wait(office.supervision.recordLeave(
                        planned(2, riyadhDate(sampleNow()), QDate(2026, 11, 29))))
                    .has_value());
        const auto trial = office.tryOut(giving({1}, 2));
        QCOMPARE(trial->results.front().reason, QStringLiteral("assignment.on_leave"));
        QCOMPARE(trial->results.front().substitute->id, numberedOfficer(3).id); // named at once
    }

    void aRuleIsRecordedAsWhatItShowed()
    {
        Office office(headers(3));
        const auto id = office.order(byRule(1, 2));
        QVERIFY2(id.has_value(), qPrintable(codeOf(id)));
        const RecordedOrder order = office.orders().front();
        QVERIFY(!order.order.rule.has_value());
        QCOMPARE(order.order.cases.size(), std::size_t(3));
        for (const AssignmentWish &wish : order.order.cases) {
            QVERIFY(wish.version.has_value());
            QCOMPARE(wish.to, numberedOfficer(2).id);
        }
    }

    void takingBackWhatNeverLeftWithdrawsIt()
    {
        Office office(headers(1));
        const auto id = office.order(giving({1}));
        QCOMPARE(*office.wait(office.supervision.undo(*id)), *id);
        QVERIFY(office.orders().empty());
    }

    void anUndoThatTookNothingBackIsNone()
    {
        Office office(headers(1));
        const auto id = office.order(giving({1}));
        office.answerAll();
        office.pull({movedTo(1, 3, 2)}); // it went on
        const auto first = office.wait(office.supervision.undo(*id));
        QVERIFY2(first.has_value(), qPrintable(codeOf(first)));
        office.answerAll(); // every case refused
        QVERIFY(office.orders().back().undoneBy.isEmpty());
        const auto second = office.wait(office.supervision.undo(*id));
        QVERIFY(second.has_value());
        QVERIFY(*second != *first);
    }

    void aCaseThatIsBeingFetchedIsNotOutOfReach()
    {
        Office office;
        CasePage page;
        page.add(numberedHeader(1)).endAt(QStringLiteral("c"), /*more=*/true);
        office.profile.store().withCache([&page](Cache &cache) {
            if (!cache.beginRebuild() || !cache.applyPage(page.page(), sampleNow()))
                qFatal("no rebuild");
        });
        office.profile.scheduler().runAll();
        const auto trial = office.tryOut(giving({1, 2}));
        QVERIFY2(trial.has_value(), qPrintable(codeOf(trial)));
        QCOMPARE(int(trial->results.at(1).outcome), int(AssignmentOutcome::Queued));
        QCOMPARE(trial->unsure, 1);
        QVERIFY(trial->staffAt == sampleNow());
        QVERIFY(office.wait(office.supervision.board())->isPartial);
        const DayOpening opening = office.wait(office.supervision.opening()).value();
        QVERIFY(opening.isPartial);
        QVERIFY(opening.staffAt == sampleNow());
        QVERIFY(opening.completeAt.has_value());
    }

    // Confirming what was shown judges nothing again, for as long as nothing is different.
    void whatWasShownStandsWhileNothingChanges_data()
    {
        QTest::addColumn<QString>("meanwhile");
        QTest::addColumn<bool>("stands");
        QTest::newRow("nothing") << QString() << true;
        QTest::newRow("another order is meant") << QStringLiteral("other") << false;
        QTest::newRow("something waits") << QStringLiteral("waits") << false;
        QTest::newRow("the centre told something") << QStringLiteral("pull") << false;
        QTest::newRow("time went by") << QStringLiteral("time") << false;
        QTest::newRow("the clock was set back") << QStringLiteral("back") << false;
    }

    void whatWasShownStandsWhileNothingChanges()
    {
        QFETCH(QString, meanwhile);
        QFETCH(bool, stands);
        Office office(headers(3));
        std::shared_ptr<ShownTrial> shown;
        office.profile.store().withJournalBesideCache([&shown](Journal &journal, CacheReader &reader) {
            const AssignmentOrder order = giving({1});
            const qint64 stamp = reader.headers().stamp().value();
            auto tried = tryOut(reader.headers(), order, sampleSupervisor(), sampleNow(),
                                groundsOf(journal, order).value())
                             .value();
            tried.trial.results.front().number = QStringLiteral("as shown");
            shown = std::make_shared<ShownTrial>(ShownTrial{order, {}, stamp, sampleNow(), tried});
        });
        office.profile.scheduler().runAll();
        if (meanwhile == u"waits")
            QVERIFY(office.order(giving({3})).has_value());
        if (meanwhile == u"pull")
            office.pull({numberedHeader(9)});
        Ordering ordering{sampleSupervisor(), sampleNow(), uuidV7(sampleNow(), office.random)};
        ordering.now += std::chrono::minutes(meanwhile == u"time" ? 11 : meanwhile == u"back" ? -1 : 5);
        ordering.shown = shown;
        const AssignmentOrder asked = giving({meanwhile == u"other" ? 2 : 1});
        bool isAsShown = !stands;
        office.profile.store().withJournalBesideCache([&](Journal &journal, CacheReader &reader) {
            QVERIFY(recordOrder(journal, reader.headers(), asked, ordering).has_value());
            const auto record = journal.order(OrderId(ordering.freshId)).value();
            isAsShown = forecastIn(record->foreseen)->results.front().number == u"as shown";
        });
        office.profile.scheduler().runAll();
        QCOMPARE(isAsShown, stands);
    }

    void whatIsConfirmedIsForeseenAsItWasShown()
    {
        Office office(headers(1));
        const Instant shownAt = office.profile.clock().now();
        QVERIFY(office.tryOut(giving({1})).has_value());
        office.profile.clock().advance(std::chrono::minutes(1));
        const AssignmentId id = office.order(giving({1})).value();
        office.profile.onJournal({}, [&](Journal &journal) {
            QVERIFY(forecastIn(journal.order(OrderId(id.text()))->value().foreseen)->at == shownAt);
        });
    }

    void whatChangedSinceItWasShownIsJudgedAnew()
    {
        Office office(headers(1));
        QCOMPARE(int(office.tryOut(giving({1}))->results.front().outcome), int(AssignmentOutcome::Queued));
        CaseHeader touched = headers(1).front();
        touched.version += 1;
        office.pull({touched});
        QVERIFY(office.order(giving({1})).has_value());
        QCOMPARE(office.orders().front().results.front().reason, QStringLiteral("assignment.stale"));
    }

    void anOrderThatCannotBeReadHidesNoOther()
    {
        Office office(headers(2));
        QVERIFY(office.order(giving({1})).has_value());
        office.profile.onJournal({}, [](Journal &journal) {
            OrderRecord broken;
            broken.id = OrderId(QStringLiteral("019ab9d0-2f70-7aaa-9bbb-000000000001"));
            broken.subject = broken.id.text();
            broken.recordedAt = sampleNow();
            broken.body = "nonsense";
            broken.foreseen = "nonsense";
            QVERIFY(journal.recordOrder(broken));
        });
        const auto orders = office.orders();
        QCOMPARE(orders.size(), std::size_t(2));
        QCOMPARE(orders.front().problem->code, QStringLiteral("store.unreadable"));
        QCOMPARE(orders.back().results.size(), std::size_t(1));
        QVERIFY(office.tryOut(giving({2})).has_value());
    }

    // I11: the machine's wall clock as it is, and what tells how wrong it is.
    void anOrderCarriesThreeTimes()
    {
        Office office(headers(1));
        const Instant really = sampleNow() + std::chrono::hours(5); // the machine is five hours slow
        ClockWatch watch(office.profile.clock());
        watch.serverTold(really);
        Supervision supervision(office.profile.store(), sampleSupervisor(), watch, office.random);
        QVERIFY(office.wait(supervision.order(giving({1}))).has_value());
        const AssignmentOrder order = office.orders().front().order;
        QVERIFY(order.recordedAt == office.profile.clock().now());
        QVERIFY(order.monotonic == office.profile.clock().monotonic());
        QVERIFY(order.lastServerTime == really);
    }

    void aListOfNoDayIsNoList()
    {
        Office office(headers(3));
        BoardQuestion question;
        question.matter = BoardQuestion::Matter::Received;
        QCOMPARE(codeOf(office.wait(office.supervision.cases(question))), QStringLiteral("board.question"));
        question.matter = BoardQuestion::Matter::Open;
        question.most = 2;
        QCOMPARE(office.wait(office.supervision.cases(question))->size(), std::size_t(2));
    }

    void whatIsOverIsNotChanged()
    {
        wire::StaffLine line = staffLine(1);
        line.officer.leaves = {leaveOf(1, QDate(2026, 11, 23), QDate(2026, 11, 29))};
        Office office({}, {line, staffLine(2), staffLine(3)});
        Leave changed = line.officer.leaves.front();
        QVERIFY(office.wait(office.supervision.endLeave(changed.id)).has_value());
        changed.last = QDate(2026, 12, 1);
        QCOMPARE(codeOf(office.wait(office.supervision.recordLeave(changed))), QStringLiteral("leave.over"));
    }

    void aLeaveIsEndedWhenItIsKnown()
    {
        wire::StaffLine line = staffLine(1);
        line.officer.leaves = {leaveOf(1, QDate(2026, 11, 23), QDate(2026, 11, 29))};
        Office office({}, {line, staffLine(2)});
        QCOMPARE(codeOf(office.wait(office.supervision.endLeave(LeaveId(QStringLiteral("none"))))),
                 QStringLiteral("leave.unknown"));
        QVERIFY(office.wait(office.supervision.endLeave(line.officer.leaves.front().id)).has_value());
        const auto told = office.wait(office.supervision.leaveOrders()).value();
        QVERIFY(told.front().isEnd);
        QVERIFY(told.front().leave.endedAt == sampleNow());
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestSupervision)
#include "tst_supervision.moc"
