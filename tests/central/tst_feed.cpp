// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/scopes.h"
#include "models/domain/workflow.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "models/sql/rows.h"
#include "models/sql/transaction.h"
#include "tests/central/feedreader.h"
#include "tests/support/samplereference.h"

#include <QtTest/QTest>

#include <atomic>
#include <random>
#include <thread>

using namespace tawasul;
using namespace std::chrono_literals;

namespace {

constexpr auto kClosedKept = 30 * 24h;

Actor officer(const char *id, const char *section, const char *region)
{
    Actor actor = sampleOfficer();
    actor.id = PersonId(QString::fromLatin1(id));
    actor.section = QString::fromLatin1(section);
    actor.region = QString::fromLatin1(region);
    return actor;
}

/// Everybody who works in these stories: two in one section, one next door, one far away.
std::vector<Actor> officers()
{
    return {sampleOfficer(), otherOfficer(), officer("officer-3", "reports", "SA-01"),
            officer("officer-4", "residency", "SA-02")};
}

/// The officers, their supervisors, those next door and far away, and the beneficiary.
std::vector<Actor> everybody()
{
    Actor farSupervisor = sampleSupervisor();
    farSupervisor.region = QStringLiteral("SA-02");
    Actor nextDoor = sampleSupervisor();
    nextDoor.section = QStringLiteral("reports");
    std::vector<Actor> all = officers();
    all.insert(all.end(),
               {sampleSupervisor(), sampleRegionSupervisor(), farSupervisor, nextDoor, sampleBeneficiary()});
    return all;
}

Case lying(int n, const char *section, const char *region, const std::optional<PersonName> &assignee)
{
    Case theCase = numberedCase(n);
    theCase.status = CaseStatus::New;
    theCase.section = QString::fromLatin1(section);
    theCase.subService = theCase.section == u"reports" ? QStringLiteral("reports.absence_cancel")
                                                       : QStringLiteral("residency.renewal");
    theCase.region = QString::fromLatin1(region);
    theCase.assignee = assignee;
    return theCase;
}

} // namespace

/// Invariant I6: the feed never skips a change, whoever reads it, however and whenever.
class FeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_centre = std::make_unique<TestCentre>();
        m_connection = m_centre->open();
        for (const Actor &actor : officers()) {
            if (!must(m_connection->accounts().byId(actor.id)))
                must(m_connection->accounts().add({actor.id.text(), actor, QStringLiteral("!"), true},
                                                  m_centre->clock().now()));
        }
    }
    void cleanup()
    {
        m_connection.reset();
        m_centre.reset();
    }

    void everyReaderEndsWithWhatTheRegisterHas_data();
    void everyReaderEndsWithWhatTheRegisterHas();
    void nothingIsSkippedWhileOthersWrite();
    void aCaseMovesBetweenTheScopesOfOneReader();
    void aCursorThatCannotBeContinuedIsRefused_data();
    void aCursorThatCannotBeContinuedIsRefused();
    void aNewEpochEndsEveryCursor();
    void aBeginnerIsToldOfNoRemovals();
    void aBeginnerArrivesThoughRemovalsWereForgotten();
    void aReaderWhoMissedForgottenRemovalsStartsAgain();
    void aReaderInAQuietScopeDoesNotGrowOld();
    void aLongClosedCaseIsTakenAway();
    void newReferenceDataIsToldAsItIsWhenRead();
    void aLargePageIsCut();

private:
    [[nodiscard]] Instant closedBefore() const { return m_centre->clock().now() - kClosedKept; }

    /// An act of that type on the case as it is; false when the rules refuse it.
    bool act(ActType type, const Actor &actor, const Case &theCase,
             const std::optional<PersonName> &assignee = {})
    {
        Act act = sampleAct(type, actor);
        act.id = m_centre->newActId();
        act.caseId = theCase.id;
        act.baseVersion = theCase.version;
        if (type == ActType::Assign)
            act.toAssignee = assignee;
        if (type == ActType::Transfer && theCase.section == u"reports") {
            act.toSection = QStringLiteral("residency");
            act.toSubService = QStringLiteral("residency.renewal");
        }
        if (type == ActType::Dismiss) {
            for (const Proposal &proposal : theCase.proposals) {
                if (proposal.state == Proposal::State::Open)
                    act.proposal = proposal.act;
            }
        }
        const auto outcome = m_connection->cases().applyAct(actor, requestFor(act));
        if (!outcome && outcome.error().kind != Error::Kind::Conflict
            && outcome.error().kind != Error::Kind::NotFound && outcome.error().kind != Error::Kind::Forbidden
            && outcome.error().kind != Error::Kind::Invalid)
            qFatal("%s", qPrintable(outcome.error().code));
        return codeOf(outcome) == QLatin1String("stored");
    }

    void forgetRemovalsOlderThan(std::chrono::hours age)
    {
        must(m_connection->feed().forgetRemovals(m_centre->clock().now() - age));
    }

    Result<Feed::Page> page(const Actor &actor, const QString &cursor, int limit = 100)
    {
        return m_connection->feed().page(scopesOf(actor), m_connection->identity().epoch, cursor, limit,
                                         closedBefore());
    }

    std::unique_ptr<TestCentre> m_centre;
    std::unique_ptr<RegisterConnection> m_connection;
};

void FeedTest::everyReaderEndsWithWhatTheRegisterHas_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %d", static_cast<int>(seed)) << seed;
}

void FeedTest::everyReaderEndsWithWhatTheRegisterHas()
{
    QFETCH(quint64, seed);
    std::mt19937_64 chance(seed);
    const auto upTo = [&chance](std::size_t n) { return chance() % n; };
    const std::vector<Actor> staff = officers();
    const std::vector<Actor> actors = everybody();
    const std::vector<ActType> types{ActType::Note,     ActType::Start,    ActType::Return,
                                     ActType::Reject,   ActType::Transfer, ActType::Assign,
                                     ActType::Escalate, ActType::Reopen,   ActType::Resubmit};
    // Two desks of one person: one reads all the time, one seldom.
    std::vector<FeedReader> readers;
    for (const Actor &person : staff) {
        readers.emplace_back(person);
        readers.emplace_back(person);
    }
    readers.emplace_back(sampleSupervisor());

    int cases = 0;
    int taken = 0;
    for (int step = 0; step < 400; ++step) {
        const std::size_t what = upTo(100);
        if (cases == 0 || what < 6) {
            std::optional<PersonName> assignee;
            if (upTo(2) == 0)
                assignee = nameOf(staff[upTo(staff.size())]);
            take(*m_connection,
                 lying(++cases, upTo(3) == 0 ? "reports" : "residency", upTo(4) == 0 ? "SA-02" : "SA-01",
                       assignee));
        } else if (what < 50) {
            const CaseId id = numberedCase(1 + static_cast<int>(upTo(static_cast<std::size_t>(cases)))).id;
            const Case theCase = caseIn(*m_connection, id);
            const Actor &actor = actors[upTo(actors.size())];
            // Mostly what the rules allow, so that much happens.
            const auto allowed = allowedActs(theCase, actor);
            const ActType type =
                allowed.empty() || upTo(5) == 0 ? types[upTo(types.size())] : allowed[upTo(allowed.size())];
            taken += act(type, actor, theCase, nameOf(staff[upTo(staff.size())])) ? 1 : 0;
        } else if (what < 54) {
            m_centre->clock().advance(std::chrono::hours(24 * upTo(12)));
        } else if (what < 57) {
            forgetRemovalsOlderThan(20 * 24h);
        } else {
            const std::size_t who = upTo(readers.size());
            if (who % 2 == 0 || upTo(6) == 0)
                readers[who].readPage(*m_connection, 1 + static_cast<int>(upTo(9)), closedBefore());
        }
        if (step % 100 == 99) {
            FeedReader &reader = readers[upTo(readers.size())];
            reader.readToTheEnd(*m_connection, 1 + static_cast<int>(upTo(5)), closedBefore());
            const QString wrong = difference(reader, allCases(*m_connection), closedBefore());
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
    }
    QVERIFY(taken > 30);
    for (FeedReader &reader : readers) {
        reader.readToTheEnd(*m_connection, 3, closedBefore());
        const QString wrong = difference(reader, allCases(*m_connection), closedBefore());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

void FeedTest::nothingIsSkippedWhileOthersWrite()
{
    constexpr int kCases = 6;
    constexpr int kActs = 500;
    for (int n = 1; n <= kCases; ++n)
        take(*m_connection, lying(n, "residency", "SA-01", nameOf(sampleOfficer())));
    std::atomic<bool> isWritten = false;
    std::vector<FeedReader> readers{FeedReader(sampleOfficer()), FeedReader(otherOfficer())};
    std::vector<int> pages(readers.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < readers.size(); ++i) {
        threads.emplace_back([this, &isWritten, &reader = readers[i], &count = pages[i]] {
            const auto connection = m_centre->open(CentreAccess::Read);
            bool wasWritten = false;
            bool more = true;
            // One more round after the last write, so that the end is seen.
            while (!wasWritten || more) {
                wasWritten = isWritten.load();
                more = reader.readPage(*connection, 1 + count % 3, closedBefore());
                ++count;
            }
        });
    }
    std::mt19937_64 chance(7);
    int stored = 0;
    for (int i = 0; i < kActs; ++i) {
        const Case theCase = caseIn(*m_connection, numberedCase(1 + static_cast<int>(chance() % kCases)).id);
        const Actor owner = theCase.assignee->id == sampleOfficer().id ? sampleOfficer() : otherOfficer();
        const Actor other = owner.id == sampleOfficer().id ? otherOfficer() : sampleOfficer();
        stored += chance() % 2 == 0 ? act(ActType::Note, owner, theCase)
                                    : act(ActType::Assign, sampleSupervisor(), theCase, nameOf(other));
    }
    isWritten = true;
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(stored, kActs);
    const auto all = allCases(*m_connection);
    for (const FeedReader &reader : readers) {
        const QString wrong = difference(reader, all, closedBefore());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QCOMPARE(reader.restarts(), 0);
    }
    QVERIFY(pages[0] + pages[1] > 20);
}

void FeedTest::aCaseMovesBetweenTheScopesOfOneReader()
{
    take(*m_connection, lying(1, "residency", "SA-01", {}));
    FeedReader taker(sampleOfficer());
    FeedReader colleague(otherOfficer());
    for (FeedReader *reader : {&taker, &colleague}) {
        reader->readToTheEnd(*m_connection, 10, closedBefore());
        QCOMPARE(reader->cases().size(), 1U);
    }
    // Who starts a case that is nobody's takes it: it leaves the colleague and stays with the taker.
    QVERIFY(act(ActType::Start, sampleOfficer(), caseIn(*m_connection, numberedCase(1).id)));
    for (FeedReader *reader : {&taker, &colleague})
        reader->readToTheEnd(*m_connection, 1, closedBefore());
    QCOMPARE(taker.removals(), 0);
    QCOMPARE(taker.cases().size(), 1U);
    QCOMPARE(colleague.removals(), 1);
    QVERIFY(colleague.cases().empty());
}

void FeedTest::aCursorThatCannotBeContinuedIsRefused_data()
{
    QTest::addColumn<QString>(
        "plain"); // %1: epoch and fingerprint with their slashes, %2: the newest position
    QTest::addColumn<bool>("good");
    QTest::addColumn<bool>("ahead");
    QTest::newRow("the newest") << QStringLiteral("%1%2") << true << false;
    QTest::newRow("the first") << QStringLiteral("%11") << true << false;
    QTest::newRow("on the way from nothing") << QStringLiteral("%11/%2") << true << false;
    QTest::newRow("the future") << QStringLiteral("%1999999") << false << true;
    QTest::newRow("a beginning in the future") << QStringLiteral("%11/999999") << false << true;
    QTest::newRow("another epoch") << QStringLiteral(
        "019ab9d0-2f70-7aaa-8bbb-000000000000/0011223344556677/1")
                                   << false << false;
    QTest::newRow("negative") << QStringLiteral("%1-1") << false << false;
    QTest::newRow("not a number") << QStringLiteral("%1abc") << false << false;
    QTest::newRow("hexadecimal") << QStringLiteral("%10x1") << false << false;
    QTest::newRow("leading zero") << QStringLiteral("%101") << false << false;
    QTest::newRow("a space") << QStringLiteral("%1 1") << false << false;
    QTest::newRow("a third number") << QStringLiteral("%11/2/2") << false << false;
    QTest::newRow("beyond 64 bits") << QStringLiteral("%199999999999999999999") << false << false;
    QTest::newRow("no position") << QStringLiteral("%1") << false << false;
    QTest::newRow("nothing of ours") << QStringLiteral("nonsense") << false << false;
}

void FeedTest::aCursorThatCannotBeContinuedIsRefused()
{
    QFETCH(QString, plain);
    QFETCH(bool, good);
    QFETCH(bool, ahead);
    for (int n = 1; n <= 3; ++n)
        take(*m_connection, lying(n, "residency", "SA-01", nameOf(sampleOfficer())));
    const QString prefix = m_connection->identity().epoch % QLatin1Char('/')
        % QString::fromLatin1(scopesFingerprint(scopesOf(sampleOfficer()))) % QLatin1Char('/');
    plain.replace(QStringLiteral("%1"), prefix).replace(QStringLiteral("%2"), QStringLiteral("4"));
    const QString cursor = QString::fromLatin1(
        plain.toLatin1().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    const auto answer = page(sampleOfficer(), cursor);
    QCOMPARE(answer.has_value(), good);
    if (good) {
        // The same cursor is another person's garbage.
        QCOMPARE(page(otherOfficer(), cursor).error().code, QStringLiteral("feed.cursor_expired"));
        QCOMPARE(page(sampleOfficer(), QString(cursor % u"!")).error().code,
                 QStringLiteral("feed.cursor_expired"));
    } else {
        // One from the future is a fault of the centre, which is to be heard of.
        QCOMPARE(answer.error().kind, ahead ? Error::Kind::Corrupt : Error::Kind::NotFound);
        QCOMPARE(answer.error().code,
                 ahead ? QStringLiteral("feed.cursor_ahead") : QStringLiteral("feed.cursor_expired"));
    }
}

void FeedTest::aNewEpochEndsEveryCursor()
{
    FeedReader reader(sampleOfficer());
    reader.readToTheEnd(*m_connection, 10, closedBefore());
    const QString before = m_connection->identity().epoch;
    const QString epoch = must(beginEpoch(m_centre->folder(), m_centre->clock(), m_centre->random()));
    QVERIFY(epoch != before);
    const auto restarted = m_centre->open();
    QCOMPARE(restarted->identity().epoch, epoch);
    reader.readToTheEnd(*restarted, 10, closedBefore());
    QCOMPARE(reader.restarts(), 1);
}

void FeedTest::aBeginnerIsToldOfNoRemovals()
{
    for (int n = 1; n <= 5; ++n) {
        take(*m_connection, lying(n, "residency", "SA-01", nameOf(sampleOfficer())));
        if (n != 3)
            QVERIFY(act(ActType::Assign, sampleSupervisor(), caseIn(*m_connection, numberedCase(n).id),
                        nameOf(otherOfficer())));
    }
    FeedReader beginner(sampleOfficer());
    QVERIFY(beginner.readPage(*m_connection, 1, closedBefore()));
    // What leaves while the beginner is on the way is told.
    QVERIFY(act(ActType::Assign, sampleSupervisor(), caseIn(*m_connection, numberedCase(3).id),
                nameOf(otherOfficer())));
    beginner.readToTheEnd(*m_connection, 1, closedBefore());
    QCOMPARE(beginner.removals(), 1);
    QVERIFY(beginner.cases().empty());
}

void FeedTest::aBeginnerArrivesThoughRemovalsWereForgotten()
{
    for (int n = 1; n <= 5; ++n)
        take(*m_connection, lying(n, "residency", "SA-01", nameOf(sampleOfficer())));
    take(*m_connection, lying(6, "residency", "SA-01", nameOf(otherOfficer())));
    QVERIFY(act(ActType::Transfer, otherOfficer(), caseIn(*m_connection, numberedCase(6).id)));
    m_centre->clock().advance(100 * 24h);
    forgetRemovalsOlderThan(90 * 24h);
    // The five lie before the horizon: a beginner who stops among them goes on all the same.
    FeedReader beginner(sampleOfficer());
    for (int i = 0; i < 20 && beginner.readPage(*m_connection, 2, closedBefore()); ++i) {}
    QCOMPARE(beginner.restarts(), 0);
    QCOMPARE(beginner.cases().size(), 5U);
}

void FeedTest::aReaderWhoMissedForgottenRemovalsStartsAgain()
{
    take(*m_connection, lying(1, "residency", "SA-01", nameOf(sampleOfficer())));
    FeedReader onTime(sampleOfficer());
    FeedReader late(sampleOfficer());
    for (FeedReader *reader : {&onTime, &late})
        reader->readToTheEnd(*m_connection, 10, closedBefore());
    QVERIFY(act(ActType::Assign, sampleSupervisor(), caseIn(*m_connection, numberedCase(1).id),
                nameOf(otherOfficer())));
    onTime.readToTheEnd(*m_connection, 10, closedBefore());
    m_centre->clock().advance(100 * 24h);
    forgetRemovalsOlderThan(90 * 24h);
    QCOMPARE(must(readOneInt64(m_connection->database(),
                               QStringLiteral("SELECT count(*) FROM feed WHERE kind = 1"))),
             0);
    for (FeedReader *reader : {&onTime, &late}) {
        reader->readToTheEnd(*m_connection, 10, closedBefore());
        QVERIFY(reader->cases().empty());
    }
    QCOMPARE(onTime.restarts(), 0);
    QCOMPARE(late.restarts(), 1);
}

void FeedTest::aReaderInAQuietScopeDoesNotGrowOld()
{
    take(*m_connection, lying(1, "residency", "SA-01", nameOf(sampleOfficer())));
    FeedReader quiet(officer("officer-4", "residency", "SA-02"));
    const auto elsewhere = [this](const Actor &to) {
        QVERIFY(
            act(ActType::Assign, sampleSupervisor(), caseIn(*m_connection, numberedCase(1).id), nameOf(to)));
    };
    for (int month = 0; month < 12; ++month) {
        elsewhere(month % 2 == 0 ? otherOfficer() : sampleOfficer());
        m_centre->clock().advance(30 * 24h);
        quiet.readToTheEnd(*m_connection, 10, closedBefore());
        forgetRemovalsOlderThan(29 * 24h);
    }
    QCOMPARE(quiet.restarts(), 0);
}

void FeedTest::aLongClosedCaseIsTakenAway()
{
    take(*m_connection, lying(1, "residency", "SA-01", nameOf(sampleOfficer())));
    FeedReader reader(sampleOfficer());
    QVERIFY(act(ActType::Reject, sampleOfficer(), caseIn(*m_connection, numberedCase(1).id)));
    reader.readToTheEnd(*m_connection, 10, closedBefore());
    QCOMPARE(reader.cases().size(), 1U); // closed just now: still shown
    m_centre->clock().advance(31 * 24h);
    // A late note makes it news again, and the news is that it is gone.
    QVERIFY(act(ActType::Note, sampleOfficer(), caseIn(*m_connection, numberedCase(1).id)));
    reader.readToTheEnd(*m_connection, 10, closedBefore());
    QCOMPARE(reader.removals(), 1);
    QVERIFY(reader.cases().empty());
    FeedReader beginner(sampleOfficer());
    beginner.readToTheEnd(*m_connection, 10, closedBefore());
    QVERIFY(beginner.cases().empty());
    QCOMPARE(beginner.removals(), 0);
    // Opened again, it is back.
    QVERIFY(act(ActType::Reopen, sampleSupervisor(), caseIn(*m_connection, numberedCase(1).id)));
    for (FeedReader *one : {&reader, &beginner}) {
        one->readToTheEnd(*m_connection, 10, closedBefore());
        QCOMPARE(one->cases().size(), 1U);
    }
}

void FeedTest::newReferenceDataIsToldAsItIsWhenRead()
{
    FeedReader auditor(actorWith(Role::Auditor));
    auditor.readToTheEnd(*m_connection, 10, closedBefore());
    QCOMPARE(auditor.reference(), sampleReference().version);
    for (const char *version : {"2026-12", "2027-01"}) {
        QJsonObject document = sampleReferenceJson();
        document[QStringLiteral("version")] = QString::fromLatin1(version);
        Transaction transaction = must(Transaction::begin(m_connection->database()));
        must(m_connection->shelf().publish(wire::toBytes(document), m_centre->clock().now()));
        must(m_connection->feed().referenceChanged(m_centre->clock().now()));
        must(transaction.commit());
    }
    auditor.readToTheEnd(*m_connection, 10, closedBefore());
    QCOMPARE(auditor.reference(), QStringLiteral("2027-01"));
}

void FeedTest::aLargePageIsCut()
{
    for (int n = 1; n <= 12; ++n) {
        Case theCase = lying(n, "residency", "SA-01", nameOf(sampleOfficer()));
        theCase.description = QString(500'000, QChar(0x0628)); // a million bytes
        take(*m_connection, theCase);
    }
    QString cursor;
    int pages = 0;
    qsizetype changes = 0;
    while (true) {
        const auto answer = must(page(sampleOfficer(), cursor));
        QVERIFY(answer.changes > 0);
        QVERIFY(answer.json.size() < 6'000'000);
        changes += answer.changes;
        ++pages;
        const auto decoded =
            must(wire::changesPageFromJson(must(wire::parseObject(answer.json, QStringLiteral("page")))));
        cursor = decoded.nextCursor;
        if (!decoded.more)
            break;
    }
    QCOMPARE(changes, 13); // with the reference data
    QVERIFY(pages >= 3);
}

QTEST_GUILESS_MAIN(FeedTest)
#include "tst_feed.moc"
