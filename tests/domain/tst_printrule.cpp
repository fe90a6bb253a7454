// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/printrule.h"

#include <QtTest/QtTest>

using namespace tawasul;

/// Who may take what out of the house, as a table.
class PrintRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRoleHasItsLine_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("summary");
        QTest::addColumn<bool>("wholeNumbers");
        QTest::addColumn<bool>("attachment");
        QTest::newRow("officer") << Role::Officer << true << true << true;
        QTest::newRow("section supervisor") << Role::SectionSupervisor << true << true << true;
        QTest::newRow("region supervisor") << Role::RegionSupervisor << true << true << true;
        QTest::newRow("auditor") << Role::Auditor << true << false << false;
        QTest::newRow("administrator") << Role::Administrator << false << false << false;
        QTest::newRow("beneficiary") << Role::Beneficiary << false << false << false;
        QTest::newRow("the centre") << Role::System << false << false << false;
        QTest::newRow("a newer role") << Role::Unknown << false << false << false;
    }
    void everyRoleHasItsLine()
    {
        QFETCH(Role, role);
        QTEST(mayPrint(role, PrintMatter::Summary), "summary");
        QTEST(mayPrint(role, PrintMatter::WholeNumbers), "wholeNumbers");
        QTEST(mayPrint(role, PrintMatter::Attachment), "attachment");
    }

    // Whoever may print more may print less.
    void numbersInFullAreNoMoreThanTheSheet()
    {
        for (int role = 0; role <= int(Role::Unknown); ++role)
            QVERIFY(mayPrint(Role(role), PrintMatter::Summary)
                    || !mayPrint(Role(role), PrintMatter::WholeNumbers));
    }
};

QTEST_MAIN(PrintRuleTest)
#include "tst_printrule.moc"
