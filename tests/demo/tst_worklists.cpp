// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/precheck.h"
#include "models/domain/workflow.h"
#include "tests/demo/demofixture.h"

#include <QtTest/QTest>

#include <functional>
#include <map>
#include <set>

using namespace tawasul;

namespace {

// What an officer finds in the morning.
struct Worklist
{
    int open = 0;
    int overdue = 0;
    int endToday = 0;
    int unassigned = 0;
    int closed = 0;
    int marked = 0;
    std::map<CaseStatus, int> byStatus;
};

Worklist worklistOf(const Actor &officer, const MadeDemo &demo)
{
    const WorkCalendar &calendar = demo.generator->reference().calendar;
    Worklist list;
    for (const DemoCase &made : demo.cases) {
        const Case &now = made.now;
        if (!isWithinReach(now, officer))
            continue;
        if (!isOpen(now.status)) {
            ++list.closed;
            continue;
        }
        ++list.open;
        ++list.byStatus[now.status];
        list.unassigned += now.assignee ? 0 : 1;
        list.marked += now.marks.empty() ? 0 : 1;
        if (!awaitsOfficer(now.status))
            continue;
        const TimeLeft left = timeLeft(now.deadline(), demo.generator->time().now(), calendar);
        list.overdue += left.state == TimeLeft::State::Overdue ? 1 : 0;
        list.endToday += left.state == TimeLeft::State::EndsToday ? 1 : 0;
    }
    return list;
}

// What a demonstration shows, and whether a case of the worklist that awaits its officer shows it.
struct Sight
{
    QString name;
    std::function<bool(const Case &, const Prechecks &, const TimeLeft &)> isSeen;
};

std::vector<Sight> sightsOfADemonstration()
{
    const auto marked = [](Mark::Kind kind) {
        return [kind](const Case &now, const Prechecks &, const TimeLeft &) {
            return std::any_of(now.marks.begin(), now.marks.end(),
                               [kind](const Mark &mark) { return mark.kind == kind; });
        };
    };
    const auto ends = [](TimeLeft::State state) {
        return [state](const Case &, const Prechecks &, const TimeLeft &left) { return left.state == state; };
    };
    const auto has = [](CaseStatus status) {
        return
            [status](const Case &now, const Prechecks &, const TimeLeft &) { return now.status == status; };
    };
    const auto isMisfiled = [](SectionCheck::Why why) {
        return [why](const Case &, const Prechecks &checks, const TimeLeft &) {
            return checks.section.verdict == Verdict::Fail && checks.section.why == why;
        };
    };
    return {
        {QStringLiteral("humanitarian"), marked(Mark::Kind::Humanitarian)},
        {QStringLiteral("urgent"), marked(Mark::Kind::Urgent)},
        {QStringLiteral("overdue"), ends(TimeLeft::State::Overdue)},
        {QStringLiteral("ends today"), ends(TimeLeft::State::EndsToday)},
        {QStringLiteral("resubmitted"), has(CaseStatus::Resubmitted)},
        {QStringLiteral("awaiting execution"), has(CaseStatus::AwaitingExecution)},
        {QStringLiteral("missing identifier"),
         [](const Case &now, const Prechecks &checks, const TimeLeft &) {
             return now.subject.party.identifier.isEmpty() && checks.identifier.verdict == Verdict::Fail
                 && checks.identifier.why == IdentifierCheck::Why::NoNumber;
         }},
        {QStringLiteral("wrong section"), isMisfiled(SectionCheck::Why::OtherSection)},
        {QStringLiteral("general enquiry"), isMisfiled(SectionCheck::Why::GeneralEnquiry)},
        {QStringLiteral("missing attachment"),
         [](const Case &, const Prechecks &checks, const TimeLeft &) {
             return checks.attachments.verdict == Verdict::Fail
                 && checks.attachments.why == AttachmentsCheck::Why::SomeMissing;
         }},
    };
}

// Which of them the demonstration officer does not find.
QStringList missingSights(const MadeDemo &demo)
{
    const Actor &officer = demo.generator->staff().officers.front().person;
    const Reference &reference = demo.generator->reference();
    QStringList missing;
    for (const Sight &sight : sightsOfADemonstration()) {
        const bool isThere = std::any_of(demo.cases.begin(), demo.cases.end(), [&](const DemoCase &made) {
            const Case &now = made.now;
            return awaitsOfficer(now.status) && now.assignee && now.assignee->id == officer.id
                && sight.isSeen(now, precheck(now, reference),
                                timeLeft(now.deadline(), demo.generator->time().now(), reference.calendar));
        });
        if (!isThere)
            missing.append(sight.name);
    }
    return missing;
}

QString sectionOf(const DemoCase &made, const Reference &reference)
{
    return reference.subService(made.plan.filedAs)->section;
}

} // namespace

class WorklistsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOfficerHasABelievableMorning_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<quint64>("seed");
        QTest::newRow("a Sunday") << ordinaryDay() << quint64{1};
        QTest::newRow("another seed") << ordinaryDay() << quint64{2};
        QTest::newRow("a large seed") << ordinaryDay() << ~quint64{0};
        QTest::newRow("a Thursday") << QDate(2026, 11, 26) << quint64{1};
        QTest::newRow("in Ramadan") << QDate(2026, 3, 3) << quint64{1};
        QTest::newRow("after a feast") << QDate(2026, 3, 24) << quint64{1};
    }

    void everyOfficerHasABelievableMorning()
    {
        QFETCH(QDate, day);
        QFETCH(quint64, seed);
        DemoOptions options;
        options.day = day;
        options.seed = seed;
        const MadeDemo demo = makeDemo(options);
        QCOMPARE(demo.cases.size(), 400U);
        QVERIFY(demo.generator->reference().calendar.isWorkingDay(day));
        for (const StaffMember &officer : demo.generator->staff().officers) {
            const Worklist list = worklistOf(officer.person, demo);
            QVERIFY2(list.open >= 20 && list.open <= 90, qPrintable(QString::number(list.open)));
            QVERIFY(list.closed >= 10);
            QVERIFY(list.overdue >= 1 && list.overdue <= list.open / 4);
            QVERIFY(list.endToday >= 1);
            QVERIFY(list.marked >= 1);
            for (const CaseStatus status :
                 {CaseStatus::New, CaseStatus::InProgress, CaseStatus::Returned, CaseStatus::Resubmitted,
                  CaseStatus::AwaitingExecution, CaseStatus::Escalated})
                QVERIFY(list.byStatus.at(status) >= 1);
        }
        const Worklist first = worklistOf(demo.generator->staff().officers.front().person, demo);
        QVERIFY(first.unassigned >= 1);
    }

    void theDemonstrationOfficerMeetsEverything_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("seed");
        QTest::addColumn<int>("cases");
        QTest::addColumn<int>("officers");
        for (int seed = 1; seed <= 30; ++seed) // Sunday to Thursday
            QTest::addRow("seed %d", seed) << ordinaryDay().addDays((seed - 1) % 5) << seed << 120 << 3;
        for (int seed = 1; seed <= 5; ++seed) {
            QTest::addRow("a small register, seed %d", seed) << ordinaryDay() << seed << 90 << 3;
            QTest::addRow("the usual register, seed %d", seed) << ordinaryDay() << seed << 400 << 6;
            QTest::addRow("many officers, seed %d", seed) << ordinaryDay() << seed << 1200 << 30;
            QTest::addRow("in Ramadan, seed %d", seed) << QDate(2026, 3, 3) << seed << 120 << 3;
            QTest::addRow("after a feast, seed %d", seed) << QDate(2026, 3, 24) << seed << 120 << 3;
        }
    }

    void theDemonstrationOfficerMeetsEverything()
    {
        QFETCH(QDate, day);
        QFETCH(int, seed);
        QFETCH(int, cases);
        QFETCH(int, officers);
        DemoOptions options;
        options.day = day;
        options.seed = static_cast<quint64>(seed);
        options.cases = cases;
        options.officers = officers;
        const MadeDemo demo = makeDemo(options);
        QCOMPARE(demo.cases.size(), static_cast<std::size_t>(cases));
        const QStringList missing = missingSights(demo);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QStringLiteral(", "))));
    }

    // A day on which nobody works has nothing that ends today, and breaks no rule.
    void closedDaysWorkToo_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::newRow("a Friday") << QDate(2026, 11, 27);
        QTest::newRow("a Saturday") << QDate(2026, 11, 28);
        QTest::newRow("in a feast") << QDate(2026, 5, 27);
        QTest::newRow("National Day") << QDate(2026, 9, 23);
    }

    void closedDaysWorkToo()
    {
        QFETCH(QDate, day);
        DemoOptions options;
        options.day = day;
        const MadeDemo demo = makeDemo(options);
        QCOMPARE(demo.cases.size(), 400U);
        QVERIFY(!demo.generator->reference().calendar.isWorkingDay(day));
        for (const DemoCase &made : demo.cases)
            QVERIFY(made.now.updatedAt < demo.generator->time().now());
    }

    void sectionsHaveTheirShares_data()
    {
        QTest::addColumn<int>("cases");
        QTest::addColumn<int>("officers");
        QTest::addColumn<double>("tolerance"); ///< percentage points
        QTest::newRow("400") << 400 << 6 << 2.0;
        QTest::newRow("2000") << 2000 << 25 << 1.0;
    }

    void sectionsHaveTheirShares()
    {
        QFETCH(int, cases);
        QFETCH(int, officers);
        QFETCH(double, tolerance);
        DemoOptions options;
        options.day = ordinaryDay();
        options.cases = cases;
        options.officers = officers;
        const MadeDemo demo = makeDemo(options);
        QCOMPARE(demo.cases.size(), static_cast<std::size_t>(cases));
        const Reference &reference = demo.generator->reference();
        std::map<QString, double> wanted;
        double sum = 0;
        for (const auto &[code, volume] : demo.generator->texts().volumes) {
            wanted[reference.subService(code)->section] += volume;
            sum += volume;
        }
        std::map<QString, int> counts;
        for (const DemoCase &made : demo.cases)
            ++counts[sectionOf(made, reference)];
        QCOMPARE(counts.size(), reference.sections.size());
        for (const auto &[section, volume] : wanted) {
            const double share = 100.0 * counts[section] / cases;
            QVERIFY2(qAbs(share - 100.0 * volume / sum) <= tolerance,
                     qPrintable(QString(section % QLatin1Char(' ') % QString::number(share))));
        }
    }

    void oneCaseAndOneOfficerAreEnough()
    {
        DemoOptions options;
        options.day = ordinaryDay();
        options.cases = 1;
        options.officers = 1;
        const MadeDemo demo = makeDemo(options);
        QCOMPARE(demo.cases.size(), 1U);
        QCOMPARE(demo.generator->staff().officers.size(), 1U);
        QVERIFY(isWithinReach(demo.cases.front().now, demo.generator->staff().officers.front().person));
    }

    void manyOfficersHavePostsAndSupervisors()
    {
        DemoOptions options;
        options.day = ordinaryDay();
        options.cases = 300;
        options.officers = 60;
        const MadeDemo demo = makeDemo(options);
        QCOMPARE(demo.cases.size(), 300U);
        const Staff &staff = demo.generator->staff();
        std::set<QString> usernames;
        std::set<QString> passwords;
        for (const StaffMember &member : staff.all()) {
            QVERIFY(usernames.insert(member.username).second);
            QVERIFY(passwords.insert(member.password).second);
            QVERIFY(member.password.size() >= 12);
            QVERIFY(!member.person.name.isEmpty());
        }
        for (const StaffMember &officer : staff.officers)
            QVERIFY(staff.supervisorOf(officer.person.section, officer.person.region));
        QCOMPARE(staff.officers.front().username, QStringLiteral("officer1"));
    }

    void nonsenseIsRefused()
    {
        const ReferencePtr reference = shippedReference();
        DemoOptions options;
        options.day = ordinaryDay();
        options.cases = 0;
        QCOMPARE(DemoGenerator::make(options, reference, {}).error().code, QStringLiteral("demo.counts"));
        options.cases = 10;
        options.day = QDate(2020, 1, 1);
        QCOMPARE(DemoGenerator::make(options, reference, {}).error().code, QStringLiteral("demo.day"));
    }
};

QTEST_GUILESS_MAIN(WorklistsTest)
#include "tst_worklists.moc"
