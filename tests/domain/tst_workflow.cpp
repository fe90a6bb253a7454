// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/workflow.h"

#include "tests/support/samplecase.h"
#include "tests/support/samplereference.h"
#include "tests/support/shown.h"

#include <QtTest/QTest>

using namespace tawasul;

namespace {

constexpr std::array kStatuses{CaseStatus::New,       CaseStatus::InProgress,  CaseStatus::AwaitingExecution,
                               CaseStatus::Returned,  CaseStatus::Resubmitted, CaseStatus::Escalated,
                               CaseStatus::Completed, CaseStatus::Rejected,    CaseStatus::Unknown};

constexpr std::array kRoles{
    Role::Officer,       Role::SectionSupervisor, Role::RegionSupervisor, Role::Auditor,
    Role::Administrator, Role::Beneficiary,       Role::System,           Role::Unknown};

// Where each act leads, by the status it starts from, by the agreed table. "=" stays, "." is refused.
struct Row
{
    ActType act;
    const char *roles; ///< o officer, s section and r region supervisor, b beneficiary, c the centre itself
    const char *to;    ///< in the order of kStatuses
};

constexpr std::array kTable{
    //                          New, in progress, awaiting execution, returned, resubmitted, escalated,
    //                          completed, rejected, unknown
    Row{ActType::Submit, "", "........."},      Row{ActType::Assign, "src", "======..."},
    Row{ActType::Unassign, "src", "======..."}, Row{ActType::Start, "osr", "P...P...."},
    Row{ActType::Note, "osr", "========."},     Row{ActType::Complete, "osr", "CCC.CC..."},
    Row{ActType::Return, "osr", "RR..RR..."},   Row{ActType::Resubmit, "b", "...S....."},
    Row{ActType::Reject, "osr", "XX..XX..."},   Row{ActType::Transfer, "osr", "NN..NN..."},
    Row{ActType::Escalate, "osr", "EEEEEE..."}, Row{ActType::Reopen, "sr", "......PP."},
    Row{ActType::Dismiss, "osr", "========."},  Row{ActType::Unknown, "", "........."},
};

std::optional<CaseStatus> statusOf(char letter, CaseStatus from)
{
    switch (letter) {
    case '=':
        return from;
    case 'N':
        return CaseStatus::New;
    case 'P':
        return CaseStatus::InProgress;
    case 'R':
        return CaseStatus::Returned;
    case 'S':
        return CaseStatus::Resubmitted;
    case 'E':
        return CaseStatus::Escalated;
    case 'C':
        return CaseStatus::Completed;
    case 'X':
        return CaseStatus::Rejected;
    default:
        return std::nullopt;
    }
}

bool names(const char *roles, Role role)
{
    switch (role) {
    case Role::Officer:
        return std::strchr(roles, 'o');
    case Role::SectionSupervisor:
        return std::strchr(roles, 's');
    case Role::RegionSupervisor:
        return std::strchr(roles, 'r');
    case Role::Beneficiary:
        return std::strchr(roles, 'b');
    case Role::System:
        return std::strchr(roles, 'c');
    case Role::Auditor:
    case Role::Administrator:
    case Role::Unknown:
        break;
    }
    return false;
}

// Nobody but these has anything to do with a case at all.
bool everActs(Role role)
{
    return role != Role::Auditor && role != Role::Administrator && role != Role::Unknown;
}

QByteArray label(const char *a, const QString &b, const QString &c = {})
{
    return QByteArray(a) + ' ' + b.toLatin1() + ' ' + c.toLatin1();
}

} // namespace

class WorkflowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anActLeadsWhereTheTableSaysOrIsRefused_data()
    {
        QTest::addColumn<int>("act");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("role");
        QTest::addColumn<int>("expected"); // a status, or -1: not by this role, -2: not in this status
        for (const Row &row : kTable) {
            for (std::size_t i = 0; i < kStatuses.size(); ++i) {
                for (const Role role : kRoles) {
                    const auto to = statusOf(row.to[i], kStatuses[i]);
                    const bool hasRole = *row.roles == '\0' ? everActs(role) : names(row.roles, role);
                    const int expected = !hasRole ? -1 : to ? static_cast<int>(*to) : -2;
                    const QByteArray name =
                        label(qPrintable(wire::word(row.act)), wire::word(role), wire::word(kStatuses[i]));
                    QTest::newRow(name.constData())
                        << static_cast<int>(row.act) << static_cast<int>(kStatuses[i])
                        << static_cast<int>(role) << expected;
                }
            }
        }
    }

    void anActLeadsWhereTheTableSaysOrIsRefused()
    {
        QFETCH(int, act);
        QFETCH(int, status);
        QFETCH(int, role);
        QFETCH(int, expected);
        const auto type = static_cast<ActType>(act);
        const Actor actor = actorWith(static_cast<Role>(role));
        const Case before =
            withProposal(sampleCase(static_cast<CaseStatus>(status)), ActType::Complete, otherOfficer());
        const Result<Case> after = apply(before, sampleAct(type, actor), sampleReference(), sampleNow());
        const auto offered = allowedActs(before, actor);
        const bool isOffered = std::find(offered.begin(), offered.end(), type) != offered.end();
        const bool inTable = transitionFor(before.status, type, actor.role) != nullptr;
        QCOMPARE(isOffered, expected >= 0);
        QCOMPARE(inTable, expected >= 0);
        if (expected >= 0) {
            QVERIFY2(after.has_value(), after ? "" : qPrintable(after.error().code));
            QCOMPARE(after->status, static_cast<CaseStatus>(expected));
        } else {
            QVERIFY(!after.has_value());
            const bool forbidden = expected == -1;
            QCOMPARE(after.error().code,
                     forbidden ? QStringLiteral("act.forbidden") : QStringLiteral("act.illegal"));
            QCOMPARE(after.error().kind, forbidden ? Error::Kind::Forbidden : Error::Kind::Conflict);
        }
    }

    void everyActHasAtMostOneLine()
    {
        for (const Row &row : kTable) {
            const auto lines = std::count_if(workflow().begin(), workflow().end(),
                                             [&row](const Transition &line) { return line.act == row.act; });
            QCOMPARE(int(lines), *row.roles == '\0' ? 0 : 1);
        }
    }

    void aNewerStatusAllowsNobodyAnything()
    {
        for (const Role role : kRoles)
            QVERIFY(allowedActs(sampleCase(CaseStatus::Unknown), actorWith(role)).empty());
    }

    void reach_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("assignee"); // the actor's own id is "me"
        QTest::addColumn<bool>("reaches");
        const auto row = [](const char *name, const char *role, const char *section, const char *region,
                            const char *assignee, bool reaches) {
            QTest::newRow(name) << QString::fromLatin1(role) << QString::fromLatin1(section)
                                << QString::fromLatin1(region) << QString::fromLatin1(assignee) << reaches;
        };
        // The case: section residency, region SA-01.
        row("an officer's own", "officer", "residency", "SA-01", "me", true);
        row("an officer's own, in another section", "officer", "visit", "SA-01", "me", true);
        row("an officer's own, in another region", "officer", "residency", "SA-02", "me", true);
        row("another officer's", "officer", "residency", "SA-01", "officer-2", false);
        row("nobody's, here", "officer", "residency", "SA-01", "", true);
        row("nobody's, for an officer of all sections", "officer", "", "SA-01", "", true);
        row("nobody's, in another section", "officer", "visit", "SA-01", "", false);
        row("nobody's, in another region", "officer", "residency", "SA-02", "", false);
        row("section supervisor, anybody's", "section_supervisor", "residency", "SA-01", "officer-2", true);
        row("section supervisor, nobody's", "section_supervisor", "residency", "SA-01", "", true);
        row("section supervisor of the whole country", "section_supervisor", "residency", "", "x", true);
        row("section supervisor, other section", "section_supervisor", "visit", "SA-01", "", false);
        row("section supervisor, other region", "section_supervisor", "residency", "SA-02", "", false);
        row("section supervisor, own case elsewhere", "section_supervisor", "visit", "SA-01", "me", false);
        row("section supervisor without a section", "section_supervisor", "", "SA-01", "", false);
        row("region supervisor, anybody's", "region_supervisor", "", "SA-01", "officer-2", true);
        row("region supervisor, nobody's", "region_supervisor", "", "SA-01", "", true);
        row("region supervisor, other region", "region_supervisor", "", "SA-02", "", false);
        row("region supervisor without a region", "region_supervisor", "", "", "", false);
        row("auditor", "auditor", "", "", "", false);
        row("auditor, even of an own case", "auditor", "residency", "SA-01", "me", false);
        row("administrator", "administrator", "", "", "", false);
        row("a newer role", "chief", "residency", "SA-01", "me", false);
        row("beneficiary", "beneficiary", "", "", "officer-1", true);
        row("the centre", "system", "", "", "officer-1", true);
    }

    void reach()
    {
        QFETCH(QString, role);
        QFETCH(QString, section);
        QFETCH(QString, region);
        QFETCH(QString, assignee);
        QFETCH(bool, reaches);
        const Actor actor{PersonId(QStringLiteral("me")), QStringLiteral("أنا"), wire::role(role), section,
                          region};
        Case theCase = nobodysCase();
        if (!assignee.isEmpty())
            theCase.assignee = PersonName{PersonId(assignee), {}};
        QCOMPARE(isWithinReach(theCase, actor), reaches);
        if (!reaches) {
            QVERIFY(allowedActs(theCase, actor).empty());
            const auto refused =
                apply(theCase, sampleAct(ActType::Note, actor), sampleReference(), sampleNow());
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, QStringLiteral("act.forbidden"));
        }
    }

    void openAndWaitingStatuses_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("open");
        QTest::addColumn<bool>("waits");
        const auto row = [](CaseStatus status, bool open, bool waits) {
            QTest::newRow(qPrintable(wire::word(status))) << static_cast<int>(status) << open << waits;
        };
        row(CaseStatus::New, true, true);
        row(CaseStatus::InProgress, true, true);
        row(CaseStatus::AwaitingExecution, true, true);
        row(CaseStatus::Returned, true, false);
        row(CaseStatus::Resubmitted, true, true);
        row(CaseStatus::Escalated, true, true);
        row(CaseStatus::Completed, false, false);
        row(CaseStatus::Rejected, false, false);
        row(CaseStatus::Unknown, true, false);
    }

    void openAndWaitingStatuses()
    {
        QFETCH(int, status);
        QFETCH(bool, open);
        QFETCH(bool, waits);
        QCOMPARE(isOpen(static_cast<CaseStatus>(status)), open);
        QCOMPARE(awaitsOfficer(static_cast<CaseStatus>(status)), waits);
    }

    void onlyNotesAndDismissalsCommuteAndOnlyOutcomesDecide()
    {
        for (const Row &row : kTable) {
            QCOMPARE(commutes(row.act), row.act == ActType::Note || row.act == ActType::Dismiss);
            QCOMPARE(decides(row.act),
                     row.act == ActType::Complete || row.act == ActType::Return
                         || row.act == ActType::Reject);
        }
    }
};

QTEST_GUILESS_MAIN(WorkflowTest)
#include "tst_workflow.moc"
