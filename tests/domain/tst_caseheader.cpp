// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/caseheader.h"

#include "tests/support/samplecase.h"
#include "tests/support/shown.h"

using namespace tawasul;

class CaseHeaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeaderIsTheCaseWithoutWhatIsPersonal()
    {
        const Case theCase = fullCase();
        const CaseHeader header = headerOf(theCase);
        QCOMPARE(header.id, theCase.id);
        QCOMPARE(header.number, theCase.number);
        QCOMPARE(header.version, theCase.version);
        QCOMPARE(header.statusText, theCase.statusText);
        QVERIFY(header.section == theCase.section && header.subService == theCase.subService
                && header.region == theCase.region);
        QVERIFY(header.submittedAt == theCase.submittedAt && header.updatedAt == theCase.updatedAt);
        QVERIFY(header.deadline() == theCase.deadline());
        QCOMPARE(header.assignee, theCase.assignee);
        QVERIFY(header.marks == (std::vector{Mark::Kind::Urgent, Mark::Kind::Humanitarian}));
        QCOMPARE(header.openProposals, 1); // of four: one adopted, one dismissed, one of a newer centre
    }

    void theLastAnswerOfTheBeneficiaryCounts()
    {
        QVERIFY(!headerOf(sampleCase()).resubmittedAt);
        Case theCase = sampleCase(CaseStatus::Returned);
        const Instant first = sampleNow();
        theCase = applied(theCase, sampleAct(ActType::Resubmit, sampleBeneficiary()), first);
        theCase =
            applied(theCase, sampleAct(ActType::Return, sampleOfficer()), first + std::chrono::hours(1));
        const Instant second = first + std::chrono::hours(20);
        theCase = applied(theCase, sampleAct(ActType::Resubmit, sampleBeneficiary()), second);
        theCase = applied(theCase, sampleAct(ActType::Note, sampleOfficer()), second + std::chrono::hours(1));
        QCOMPARE(headerOf(theCase).resubmittedAt, std::optional(second));
    }

    void aClosedCaseSaysWhenItWasClosed()
    {
        QVERIFY(!closedAt(sampleCase()));
        const Instant at = sampleNow() + std::chrono::hours(1);
        Case theCase = applied(sampleCase(), sampleAct(ActType::Reject, sampleOfficer()), at);
        theCase = applied(theCase, sampleAct(ActType::Note, sampleOfficer()), at + std::chrono::hours(30));
        QCOMPARE(closedAt(theCase), std::optional(at));
        QCOMPARE(headerOf(theCase).closedAt, std::optional(at));
        theCase =
            applied(theCase, sampleAct(ActType::Reopen, sampleSupervisor()), at + std::chrono::hours(31));
        QVERIFY(!closedAt(theCase));
        Case silent = sampleCase(CaseStatus::Completed); // its history does not tell
        QCOMPARE(closedAt(silent), std::optional(silent.updatedAt));
    }
};

QTEST_GUILESS_MAIN(CaseHeaderTest)
#include "tst_caseheader.moc"
