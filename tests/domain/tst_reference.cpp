// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/reference.h"

#include "tests/support/samplereference.h"

#include <QtTest/QTest>

using namespace tawasul;

namespace {

const QString kAbsence = QStringLiteral("reports.absence_cancel");
const QString kReport = QStringLiteral("absence_report");
const QString kVisaEnd = QStringLiteral("visa_end");

KeyDate fact(const QString &kind, int month, int day)
{
    return { kind, QDate(2026, month, day) };
}

} // namespace

Q_DECLARE_METATYPE(tawasul::KeyDate)

class ReferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreFoundByTheirCodes()
    {
        const Reference &reference = sampleReference();
        QCOMPARE(reference.section(QStringLiteral("visit"))->name.en, QStringLiteral("Visit visas"));
        QCOMPARE(reference.subService(QStringLiteral("visit.multi_entry"))->workingDays, 5);
        QVERIFY(reference.reason(QStringLiteral("DONE"))->outcomes == std::vector{ ActType::Complete });
        QVERIFY(reference.replyTemplate(QStringLiteral("done"))->saysDone);
        QCOMPARE(reference.document(QStringLiteral("passport"))->name.en, QStringLiteral("Passport"));
        QCOMPARE(reference.region(QStringLiteral("SA-02"))->name.en, QStringLiteral("Makkah"));
    }

    void whatIsNotThereIsNothing()
    {
        const Reference &reference = sampleReference();
        for (const QString &code : { QString(), QStringLiteral("moon"), QStringLiteral("Visit") }) {
            QVERIFY(!reference.section(code));
            QVERIFY(!reference.subService(code));
            QVERIFY(!reference.reason(code));
            QVERIFY(!reference.replyTemplate(code));
            QVERIFY(!reference.document(code));
            QVERIFY(!reference.region(code));
        }
    }

    void aSubServicePromisesItsOwnDaysOrThoseOfTheService()
    {
        Reference reference = sampleReference();
        QCOMPARE(promisedWorkingDays(reference, QStringLiteral("visit.multi_entry")), 5);
        QCOMPARE(promisedWorkingDays(reference, QStringLiteral("moon")), 7);
        reference.parameters.serviceWorkingDays = 9;
        reference.subServices.back().workingDays = 0;
        QCOMPARE(promisedWorkingDays(reference, QStringLiteral("visit.multi_entry")), 9);
    }

    void theStatutoryWindow_data()
    {
        QTest::addColumn<QString>("subService");
        QTest::addColumn<std::vector<KeyDate>>("facts");
        QTest::addColumn<QDate>("submitted");
        QTest::addColumn<QString>("expected"); // rule and day, or empty
        using Facts = std::vector<KeyDate>;
        const QDate later(2026, 11, 22);
        const auto row = [](const char *name, const QString &subService, const Facts &facts, QDate submitted,
                            const char *expected) {
            QTest::newRow(name) << subService << facts << submitted << QString::fromLatin1(expected);
        };
        row("fifteen days", kAbsence, { fact(kReport, 11, 20) }, later, "absence_cancel_15 2026-12-05");
        row("no such fact", kAbsence, {}, later, "");
        row("another fact", kAbsence, { fact(QStringLiteral("birth"), 11, 20) }, later, "");
        row("another sub-service", QStringLiteral("visit.multi_entry"), { fact(kReport, 11, 20) }, later, "");
        row("the last day of the old rule", kAbsence, { fact(kReport, 1, 1) }, QDate(2025, 12, 31),
            "absence_cancel_10 2026-01-11");
        row("the first day of the new rule", kAbsence, { fact(kReport, 1, 1) }, QDate(2026, 1, 1),
            "absence_cancel_15 2026-01-16");
        row("no days at all", kAbsence, { fact(kVisaEnd, 12, 1) }, later, "visa_end 2026-12-01");
        row("the earlier of two rules", kAbsence, { fact(kReport, 11, 20), fact(kVisaEnd, 12, 1) }, later,
            "visa_end 2026-12-01");
        row("whatever the order of the facts", kAbsence, { fact(kVisaEnd, 12, 6), fact(kReport, 11, 20) },
            later, "absence_cancel_15 2026-12-05");
        row("the earlier of two facts", kAbsence, { fact(kReport, 11, 20), fact(kReport, 11, 10) }, later,
            "absence_cancel_15 2026-11-25");
        row("two days of one weekend, Saturday first", kAbsence,
            { fact(kReport, 11, 13), fact(kVisaEnd, 11, 27) }, later, "visa_end 2026-11-27");
        row("two days of one weekend, Friday first", kAbsence,
            { fact(kReport, 11, 12), fact(kVisaEnd, 11, 28) }, later, "absence_cancel_15 2026-11-27");
        row("a window already over", kAbsence, { fact(kReport, 1, 2) }, later,
            "absence_cancel_15 2026-01-17");
        row("a fact without its day", kAbsence, { { kReport, QDate() } }, later, "");
    }

    void theStatutoryWindow()
    {
        QFETCH(QString, subService);
        QFETCH(std::vector<KeyDate>, facts);
        QFETCH(QDate, submitted);
        QFETCH(QString, expected);
        const auto found = statutoryDeadlineOf(sampleReference(), subService, facts, submitted);
        QCOMPARE(found ? QString(found->rule % QLatin1Char(' ') % found->day.toString(Qt::ISODate))
                       : QString(),
                 expected);
        if (found)
            QVERIFY(*found == statutoryDeadline(found->day, found->rule, sampleReference().calendar));
    }

    void aWindowThatOnlyOpensIsNoDeadline()
    {
        Reference reference = sampleReference();
        std::erase_if(reference.statutoryRules,
                      [](const StatutoryRule &rule) { return rule.kind == StatutoryRule::Kind::Latest; });
        QVERIFY(!reference.statutoryRules.empty());
        QVERIFY(!statutoryDeadlineOf(reference, kAbsence, { fact(kReport, 11, 20) }, QDate(2026, 11, 22)));
    }
};

QTEST_GUILESS_MAIN(ReferenceTest)
#include "tst_reference.moc"
