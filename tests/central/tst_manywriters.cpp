// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Many desks at once on the real routes: officers act, supervisors move cases between them, and everybody
// reads on. Each reader's view at the end is the register's truth (invariant I6).
#include "models/protocol/assignmentcodec.h"
#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "tests/central/feedreader.h"
#include "tests/central/testdoor.h"

#include <QtTest/QTest>

#include <atomic>
#include <thread>

using namespace tawasul;

namespace {

const QString kChanges = QStringLiteral("/api/v1/changes?limit=%1&cursor=%2");
const QString kCase = QStringLiteral("/api/v1/cases/");

constexpr int kCases = 12;
constexpr int kActs = 150; // of each writer

/// Where a cursor stands; desks do not know, the centre's own tests may.
qint64 positionOf(const QString &cursor)
{
    const QByteArray plain = QByteArray::fromBase64(cursor.toLatin1(), QByteArray::Base64UrlEncoding);
    return plain.split('/').value(2, "-1").toLongLong();
}

/// The routes as a patient desk asks them: whoever asks for a hundred has to wait, and here waiting is
/// setting the centre's clock.
class PatientDoor
{
public:
    explicit PatientDoor(TestCentre &centre)
        : m_centre(centre)
        , m_door(centre)
    {
    }

    HttpResponse ask(HttpMethod method, const QString &path, const QString &token,
                     const QByteArray &body = {}, const HttpHeaders &headers = {})
    {
        while (true) {
            HttpResponse answer = m_door.ask(method, path, token, body, headers);
            if (answer.status != 429)
                return answer;
            m_centre.clock().advance(std::chrono::milliseconds(100));
        }
    }

    [[nodiscard]] QString signIn(const Actor &person) { return m_door.signIn(person).access; }
    [[nodiscard]] Instant now() const { return m_centre.clock().now(); }

private:
    TestCentre &m_centre;
    TestDoor m_door;
};

/// One desk that follows the feed over the routes, and what it found wrong on the way.
class RouteReader
{
public:
    RouteReader(PatientDoor &door, QString token, int limit)
        : m_door(door)
        , m_token(std::move(token))
        , m_limit(limit)
    {
    }

    /// One page; whether there is more.
    bool readPage()
    {
        const HttpResponse answer =
            m_door.ask(HttpMethod::Get, kChanges.arg(QString::number(m_limit), m_cursor), m_token);
        if (answer.status != 200)
            return complain(u"refused: " % codeOf(answer));
        const auto page = must(wire::changesPageFromJson(jsonOf(answer)));
        for (const wire::Change &change : page.changes) {
            if (const auto *changed = std::get_if<wire::CaseChanged>(&change))
                keep(changed->theCase);
            else if (const auto *removed = std::get_if<wire::CaseRemoved>(&change))
                m_cases.erase(removed->caseId);
        }
        if (positionOf(page.nextCursor) < positionOf(m_cursor))
            complain(QStringLiteral("the cursor went back"));
        if (page.more && page.nextCursor == m_cursor)
            complain(QStringLiteral("more, but no further"));
        m_cursor = page.nextCursor;
        ++m_pages;
        return page.more;
    }

    void readOn(const std::atomic<bool> &isWritten)
    {
        bool wasWritten = false;
        bool more = true;
        // One more round after the last write, so that the end is seen.
        while (m_wrong.isEmpty() && (!wasWritten || more)) {
            wasWritten = isWritten.load();
            more = readPage();
        }
    }

    [[nodiscard]] const std::map<CaseId, Case> &cases() const { return m_cases; }
    [[nodiscard]] const QString &wrong() const { return m_wrong; }
    [[nodiscard]] int pages() const { return m_pages; }

private:
    void keep(const Case &theCase)
    {
        qint64 &seen = m_newest[theCase.id];
        if (theCase.version < seen)
            complain(theCase.number % u" came back older");
        seen = theCase.version;
        m_cases[theCase.id] = theCase;
    }

    bool complain(const QString &what)
    {
        if (m_wrong.isEmpty())
            m_wrong = what;
        return false;
    }

    PatientDoor &m_door;
    const QString m_token;
    const int m_limit;
    QString m_cursor;
    std::map<CaseId, Case> m_cases;
    std::map<CaseId, qint64> m_newest;
    QString m_wrong;
    int m_pages = 0;
};

/// One person at work: takes cases by lot, and does to each as it is what they may.
class RouteWriter
{
public:
    RouteWriter(PatientDoor &door, Actor person, std::vector<ActType> types, unsigned seed)
        : m_door(door)
        , m_person(std::move(person))
        , m_token(door.signIn(m_person))
        , m_types(std::move(types))
        , m_random(seed)
    {
    }

    void write()
    {
        for (int i = 0; i < kActs; ++i)
            act(numberedCase(1 + static_cast<int>(m_random.next() % kCases)).id);
    }

    [[nodiscard]] int stored() const { return m_stored; }
    /// Codes of refusals that no race between people explains.
    [[nodiscard]] const QStringList &surprises() const { return m_surprises; }

private:
    void act(const CaseId &id)
    {
        const HttpResponse seen = m_door.ask(HttpMethod::Get, QString(kCase % id.text()), m_token);
        if (seen.status == 404)
            return; // somebody else's by now
        const Case theCase = must(wire::caseFromJson(jsonOf(seen)));
        Act act = sampleAct(m_types[m_random.next() % m_types.size()], m_person);
        act.id = ActId(uuidV7(m_door.now(), m_random));
        act.caseId = id;
        act.baseVersion = theCase.version;
        if (act.type == ActType::Assign)
            act.toAssignee = nameOf(m_random.next() % 2 == 0 ? sampleOfficer() : otherOfficer());
        if (act.type == ActType::Transfer && theCase.section == u"reports") { // and back, to nobody
            act.toSection = QStringLiteral("residency");
            act.toSubService = QStringLiteral("residency.renewal");
        }
        const ActRequest request = requestFor(act);
        const HttpResponse answer =
            m_door.ask(HttpMethod::Put, pathOf(request), m_token, request.body, ifMatchOf(request));
        // 404: it left between the look and the act; whose it is by then is nobody else's business.
        static const QList<int> kRaces{403, 404, 409, 412};
        if (answer.status == 201)
            ++m_stored;
        else if (answer.status != 202 && !kRaces.contains(answer.status)) // kept as a proposal: a race, too
            m_surprises += codeOf(answer);
    }

    PatientDoor &m_door;
    const Actor m_person;
    const QString m_token;
    const std::vector<ActType> m_types;
    SeededRandom m_random;
    int m_stored = 0;
    QStringList m_surprises;
};

} // namespace

class ManyWritersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyEndsWithTheTruth_data();
    void everybodyEndsWithTheTruth();
    void twoWritersMoveTheSameCases();

private:
    static QString difference(const RouteReader &reader, const Actor &person, const std::vector<Case> &all);
};

void ManyWritersTest::everybodyEndsWithTheTruth_data()
{
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {1U, 2U, 3U})
        QTest::addRow("seed %u", seed) << seed;
}

QString ManyWritersTest::difference(const RouteReader &reader, const Actor &person,
                                    const std::vector<Case> &all)
{
    std::map<CaseId, Case> theirs;
    for (const Case &theCase : all) {
        const bool isTheirs = theCase.assignee
            ? theCase.assignee->id == person.id
            : theCase.section == person.section && theCase.region == person.region;
        if (isTheirs)
            theirs[theCase.id] = theCase;
    }
    for (const auto &[id, theCase] : theirs) {
        const auto kept = reader.cases().find(id);
        if (kept == reader.cases().end())
            return person.id.text() % u" was never told of " % theCase.number;
        if (!(kept->second == theCase))
            return person.id.text() % u" was not told of the last change of " % theCase.number;
    }
    return reader.cases().size() == theirs.size() ? QString()
                                                  : QString(person.id.text() % u" keeps foreign cases");
}

void ManyWritersTest::everybodyEndsWithTheTruth()
{
    QFETCH(unsigned, seed);
    TestCentre centre;
    {
        const auto connection = centre.open();
        for (int n = 1; n <= kCases; ++n) {
            Case theCase = numberedCase(n);
            theCase.status = CaseStatus::New;
            if (n % 3 == 0)
                theCase.assignee.reset();
            else
                theCase.assignee = nameOf(n % 3 == 1 ? sampleOfficer() : otherOfficer());
            take(*connection, theCase);
        }
    }
    PatientDoor door(centre);
    using T = ActType;
    const std::vector<T> officers{T::Note, T::Note, T::Start, T::Escalate};
    const std::vector<T> supervisors{T::Assign, T::Assign, T::Note};
    const std::vector<T> movers{T::Assign, T::Transfer, T::Transfer, T::Note};
    std::vector<std::unique_ptr<RouteWriter>> writers;
    for (const auto &[person, types] :
         {std::pair(sampleOfficer(), officers), std::pair(otherOfficer(), officers),
          std::pair(sampleSupervisor(), supervisors), std::pair(sampleRegionSupervisor(), movers)})
        writers.push_back(
            std::make_unique<RouteWriter>(door, person, types, seed * 10 + unsigned(writers.size())));
    std::vector<std::pair<Actor, std::unique_ptr<RouteReader>>> readers;
    for (const Actor &person : {sampleOfficer(), otherOfficer()}) {
        for (const int limit : {1, 3, 1000})
            readers.emplace_back(person, std::make_unique<RouteReader>(door, door.signIn(person), limit));
    }

    std::atomic<bool> isWritten = false;
    std::vector<std::thread> reading;
    for (const auto &[person, reader] : readers)
        reading.emplace_back([&isWritten, &reader = *reader] { reader.readOn(isWritten); });
    std::vector<std::thread> writing;
    for (const auto &writer : writers)
        writing.emplace_back([&writer = *writer] { writer.write(); });
    for (std::thread &thread : writing)
        thread.join();
    isWritten = true;
    for (std::thread &thread : reading)
        thread.join();

    for (const auto &writer : writers) {
        QCOMPARE(writer->surprises(), QStringList());
        QVERIFY(writer->stored() > 10);
    }
    const std::vector<Case> all = allCases(*centre.open(CentreAccess::Read));
    for (const auto &[person, reader] : readers) {
        QCOMPARE(reader->wrong(), QString());
        const QString wrong = difference(*reader, person, all);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QVERIFY(reader->pages() > 5);
    }
}

namespace {

/// A supervisor at a connection of their own, who moves all cases that stand as they saw them, again and
/// again.
class OrderWriter
{
public:
    OrderWriter(TestCentre &centre, Actor supervisor, unsigned seed)
        : m_folder(centre.folder())
        , m_clock(centre.clock())
        , m_random(seed)
        , m_supervisor(std::move(supervisor))
    {
    }

    void write()
    {
        const auto connection =
            must(RegisterConnection::open(m_folder, CentreAccess::Write, m_clock, m_random));
        for (int round = 0; round < 40; ++round)
            carryOut(*connection, orderFor(*connection, round % 2 == 0 ? otherOfficer() : sampleOfficer()));
    }

    /// Whether each order gets the answer that it got.
    [[nodiscard]] bool isRemembered(RegisterConnection &connection) const
    {
        return std::all_of(m_answers.begin(), m_answers.end(), [&](const auto &sent) {
            const auto again = must(connection.assignments().carryOut(m_supervisor, sent.first));
            return !again.isNew && again.answer == sent.second;
        });
    }

    [[nodiscard]] int moved() const { return m_moved; }
    [[nodiscard]] int overtaken() const { return m_overtaken; }

private:
    [[nodiscard]] AssignmentOrder orderFor(RegisterConnection &connection, const Actor &to)
    {
        AssignmentOrder order;
        order.id = AssignmentId(uuidV7(m_clock.now(), m_random));
        order.recordedAt = m_clock.now();
        for (int n = 1; n <= kCases; ++n)
            order.cases.push_back(
                {numberedCase(n).id, caseIn(connection, numberedCase(n).id).version, to.id});
        return order;
    }

    void carryOut(RegisterConnection &connection, const AssignmentOrder &order)
    {
        const QByteArray body = wire::toBytes(wire::toJson(order));
        const auto carried = must(connection.assignments().carryOut(m_supervisor, body));
        const auto answer = must(wire::parseObject(carried.answer, QStringLiteral("answer"))
                                     .and_then(wire::assignmentAnswerFromJson));
        for (const AssignmentVerdict &verdict : answer.results) {
            m_moved += verdict.outcome == AssignmentOutcome::Done ? 1 : 0;
            m_overtaken += verdict.reason == u"assignment.stale" ? 1 : 0;
        }
        if (carried.isNew)
            m_answers.emplace_back(body, carried.answer);
    }

    const QString m_folder;
    const Clock &m_clock;
    SeededRandom m_random;
    const Actor m_supervisor;
    std::vector<std::pair<QByteArray, QByteArray>> m_answers;
    int m_moved = 0;
    int m_overtaken = 0;
};

} // namespace

// Two processes at one register: what one of them moved the other has not moved, too.
void ManyWritersTest::twoWritersMoveTheSameCases()
{
    TestCentre centre;
    {
        const auto connection = centre.open();
        for (int n = 1; n <= kCases; ++n)
            take(*connection, numberedCase(n));
    }
    OrderWriter first(centre, sampleSupervisor(), 7);
    OrderWriter second(centre, sampleRegionSupervisor(), 8);
    std::thread beside([&second] { second.write(); });
    first.write();
    beside.join();
    qint64 versions = 0;
    std::size_t steps = 0;
    const auto reader = centre.open(CentreAccess::Read);
    for (const Case &theCase : allCases(*reader)) {
        versions += theCase.version - sampleCase().version;
        steps += theCase.history.size() - sampleCase().history.size();
        for (std::size_t i = sampleCase().history.size() + 1; i < theCase.history.size(); ++i)
            QVERIFY(theCase.history[i].toAssignee != theCase.history[i - 1].toAssignee);
    }
    QCOMPARE(versions, qint64(first.moved() + second.moved()));
    QCOMPARE(steps, static_cast<std::size_t>(versions));
    QVERIFY(first.moved() > 0 && second.moved() > 0);
    const auto connection = centre.open();
    QVERIFY(first.isRemembered(*connection) && second.isRemembered(*connection));
    qInfo("%d and %d moved, %d overtaken", first.moved(), second.moved(),
          first.overtaken() + second.overtaken());
}

QTEST_GUILESS_MAIN(ManyWritersTest)
#include "tst_manywriters.moc"
