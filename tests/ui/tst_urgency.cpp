// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include "models/arabic/bidi.h"
#include "models/itemmodels/worklistfilter.h"
#include "tests/support/sampleworklist.h"
#include "ui/shared/language.h"
#include "ui/shared/rawtext.h"
#include "ui/worklist/worklistwords.h"

using namespace tawasul;

namespace {

const DisplayLocale kArabic{Language::Arabic, Digits::European};

Instant at(int day, int hour, int minute = 0)
{
    return riyadhInstant(QDate(2026, 11, day), QTime(hour, minute));
}

CaseHead headDue(QDate day, CaseStatus status = CaseStatus::InProgress)
{
    static const ReferencePtr reference = shippedReference();
    CaseHead head;
    head.number = QStringLiteral("1448002307");
    head.status = status;
    head.subService = QStringLiteral("residency.renewal");
    head.deadline = {Deadline::Kind::Service, day, reference->calendar.closing(day), {}};
    head.beneficiaryName = QStringLiteral("هيا بنت عبدالله الدوسري");
    head.subjectName = head.beneficiaryName;
    head.subjectIdentifier = QStringLiteral("2123456788");
    return head;
}

} // namespace

Q_DECLARE_METATYPE(tawasul::Urgency::State)
Q_DECLARE_METATYPE(tawasul::Tone)

class UrgencyTest : public QObject
{
    Q_OBJECT

private:
    ReferencePtr m_reference = shippedReference();
    std::unique_ptr<Catalogues> m_words;

    Urgency urgency(const CaseHead &head, Instant now) const
    {
        return urgencyOf(head, now, *m_reference, kArabic);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_reference);
        m_words = std::make_unique<Catalogues>(*qApp);
        m_words->use(Language::Arabic);
    }

    void aDeadlineWithinTheDoubtOfTheClockMayBeOver()
    {
        const CaseHead head = headDue(QDate(2026, 11, 22));
        const Instant end = head.deadline.at;
        const auto state = [&](Instant now) {
            return urgencyOf(head, now, *m_reference, kArabic,
                             {std::chrono::hours(1), std::chrono::hours(2)});
        };
        using S = Urgency::State;
        QCOMPARE(state(end - std::chrono::hours(2)).state, S::EndsToday);
        const Urgency doubtful = state(end - std::chrono::hours(1));
        QCOMPARE(doubtful.state, S::MayBeOverdue);
        QCOMPARE(doubtful.remaining, QStringLiteral("قد تكون المهلة منتهية"));
        QCOMPARE(doubtful.tone, Tone::Warning);
        QCOMPARE(state(end + std::chrono::hours(1)).state, S::MayBeOverdue);
        QCOMPARE(state(end + std::chrono::hours(2)).state, S::Overdue);
        QCOMPARE(urgency(head, end + std::chrono::minutes(1)).state, S::Overdue);
    }

    void theTimeThatIsLeftIsSaidInWorkingDays_data()
    {
        using S = Urgency::State;
        QTest::addColumn<QDate>("due");
        QTest::addColumn<Instant>("now");
        QTest::addColumn<S>("state");
        QTest::addColumn<QString>("remaining");
        const auto row = [](const char *name, int due, Instant now, S state, const char16_t *words) {
            QTest::newRow(name) << QDate(2026, 11, 1).addDays(due - 1) << now << state
                                << QString::fromUtf16(words);
        };
        // 20 and 21 November are a weekend.
        row("a day", 23, at(22, 10), S::Near, u"بعد يوم عمل");
        row("two days", 24, at(22, 10), S::Near, u"بعد يومي عمل");
        row("three days", 25, at(22, 10), S::Ahead, u"بعد 3 أيام عمل");
        row("over a weekend", 22, at(19, 10), S::Near, u"بعد يوم عمل");
        row("on a weekend", 22, at(20, 10), S::Near, u"بعد يوم عمل");
        row("eleven days", 37, at(22, 10), S::Ahead, u"بعد 11 يوم عمل");
        row("the last day", 22, at(22, 10, 30), S::EndsToday, u"تنتهي اليوم بعد 4 ساعات");
        row("its last hours", 22, at(22, 12, 10), S::EndsToday, u"تنتهي اليوم بعد ساعتين و20 دقيقة");
        row("its last minute", 22, at(22, 14, 29), S::EndsToday, u"تنتهي اليوم بعد دقيقة");
        row("closed an hour ago", 22, at(22, 15, 30), S::Overdue, u"متأخر أقل من يوم عمل");
        row("a day late", 19, at(22, 10), S::Overdue, u"متأخر يوم عمل");
        row("two days late", 18, at(22, 10), S::Overdue, u"متأخر يومي عمل");
    }
    void theTimeThatIsLeftIsSaidInWorkingDays()
    {
        QFETCH(QDate, due);
        QFETCH(Instant, now);
        const Urgency shown = urgency(headDue(due), now);
        QTEST(shown.state, "state");
        QTEST(shown.remaining, "remaining");
    }

    // A chip and the rows under it are one truth: a day of hours around a deadline, weekend included.
    void chipsCountWhatTheRowsSay()
    {
        const CaseHead head = headDue(QDate(2026, 11, 19));
        const WorklistPtr list = worklistOf({head});
        int late = 0;
        int today = 0;
        for (Instant now = at(18, 6); now < at(23, 6); now += std::chrono::minutes(10)) {
            const WorklistCounts counts = countsOf(*list, {}, now);
            const QString words = urgency(head, now).remaining;
            QCOMPARE(words.startsWith(QStringLiteral("متأخر")), counts.of(WorklistChip::Overdue) == 1);
            QCOMPARE(words.contains(QStringLiteral("اليوم")), counts.of(WorklistChip::EndingToday) == 1);
            late += counts.of(WorklistChip::Overdue);
            today += counts.of(WorklistChip::EndingToday);
        }
        QVERIFY(late > 0 && today > 0);
    }

    void aRowTellsWhatItsMarksMean()
    {
        WorklistWords words(kArabic);
        words.setReference(m_reference);
        CaseHead head = headDue(QDate(2026, 11, 24));
        head.marks = {{Mark::Kind::Urgent, {}}, {Mark::Kind::Humanitarian, {}}};
        for (const RowFlag flag : {RowFlag::Unassigned, RowFlag::Parked, RowFlag::WaitingToBeSent,
                                   RowFlag::HasDraft, RowFlag::HasProposal})
            head.flags |= static_cast<std::uint8_t>(flag);
        const QStringList tip = words.cell(head, WorklistColumn::Request, at(22, 10)).split(u'\n');
        for (const RowMark &mark : allRowMarks()) {
            QVERIFY(!mark.meaning.isEmpty() && mark.look.icon);
            QVERIFY2(tip.contains(QString(mark.look.word % u": " % mark.meaning)),
                     qPrintable(mark.look.word));
        }
    }

    void theReasonNamesTheClockAndTheOccasion_data()
    {
        QTest::addColumn<CaseStatus>("status");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, CaseStatus status, const char *rule, const char16_t *reason) {
            QTest::newRow(name) << status << QString::fromLatin1(rule) << QString::fromUtf16(reason);
        };
        row("the service", CaseStatus::InProgress, "", u"مهلة الخدمة: 24/11/2026");
        row("the law", CaseStatus::InProgress, "absence_cancel_15_days",
            u"مهلة نظامية: إلغاء بلاغ التغيب خلال 15 يومًا");
        row("a law newer than the catalogue", CaseStatus::New, "unheard_of", u"مهلة نظامية: 24/11/2026");
        row("answered", CaseStatus::Resubmitted, "", u"وردت الاستكمالات · مهلة الخدمة: 24/11/2026");
        row("proof missing", CaseStatus::AwaitingExecution, "",
            u"بانتظار رقم العملية · مهلة الخدمة: 24/11/2026");
        row("returned", CaseStatus::Returned, "", u"بانتظار مقدم الطلب");
        row("closed", CaseStatus::Completed, "", u"انتهت معالجة الطلب");
    }
    void theReasonNamesTheClockAndTheOccasion()
    {
        QFETCH(CaseStatus, status);
        QFETCH(QString, rule);
        CaseHead head = headDue(QDate(2026, 11, 24), status);
        if (!rule.isEmpty()) {
            head.deadline.kind = Deadline::Kind::Statutory;
            head.deadline.rule = rule;
        }
        QTEST(rawText(urgency(head, at(22, 10)).reason), "reason");
    }

    void theBarGrowsWithTheDays()
    {
        double before = -1;
        for (int day = 8; day <= 22; ++day) {
            const double now = urgency(headDue(QDate(2026, 11, 18)), at(day, 10)).elapsed;
            QVERIFY(now >= before && now >= 0 && now <= 1);
            before = now;
        }
        QCOMPARE(before, 1.0);
    }

    void colourAlwaysComesWithOtherWords_data()
    {
        QTest::addColumn<int>("due");
        QTest::addColumn<Tone>("tone");
        QTest::newRow("late") << 18 << Tone::Danger;
        QTest::newRow("today") << 22 << Tone::Warning;
        QTest::newRow("soon") << 24 << Tone::Warning;
        QTest::newRow("later") << 25 << Tone::Neutral;
    }
    void colourAlwaysComesWithOtherWords()
    {
        QFETCH(int, due);
        QTEST(urgency(headDue(QDate(2026, 11, due)), at(22, 10)).tone, "tone");
    }

    void aRowIsReadAloudAsOneSentenceWithoutControls()
    {
        WorklistWords words(kArabic);
        words.setReference(m_reference);
        CaseHead head = headDue(QDate(2026, 11, 18));
        head.subjectName = QStringLiteral("THI NGOC ANH NGUYEN");
        head.marks.push_back({Mark::Kind::Urgent, {}});
        head.flags = static_cast<std::uint8_t>(RowFlag::WaitingToBeSent);
        const QString sentence = words.sentence(head, at(22, 10));
        for (const char16_t *part :
             {u"الطلب 1448002307", u"عاجل", u"تجديد هوية مقيم", u"مقدم الطلب: هيا بنت عبدالله الدوسري",
              u"صاحب العلاقة: THI NGOC ANH NGUYEN", u"رقم هوية مخفي آخره 6788", u"الحالة: قيد المعالجة",
              u"متأخر يومي عمل", u"مهلة الخدمة: 18/11/2026", u"بانتظار الإرسال"})
            QVERIFY2(sentence.contains(QString::fromUtf16(part)), qPrintable(sentence));
        QVERIFY(!hasBidiControls(sentence));
        QVERIFY(!sentence.contains(head.subjectIdentifier)); // masked in lists, also when read aloud
        for (int column = 0; column < kWorklistColumns; ++column) {
            const QString cell = words.cell(head, static_cast<WorklistColumn>(column), at(22, 10));
            QVERIFY(!cell.isEmpty() && !hasBidiControls(cell) && !cell.contains(head.subjectIdentifier));
        }
    }

    void withoutReferenceDataARowStillSpeaks()
    {
        const WorklistWords words(kArabic);
        const QString sentence = words.sentence(headDue(QDate(2026, 11, 18)), at(22, 10));
        QVERIFY(sentence.contains(QStringLiteral("residency.renewal")));
    }
};

QTEST_MAIN(UrgencyTest)
#include "tst_urgency.moc"
