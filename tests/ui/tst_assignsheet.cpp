// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>

#include "models/arabic/bidi.h"
#include "tests/support/samplecases.h"
#include "tests/support/samplesupervision.h"
#include "ui/shared/language.h"
#include "ui/shared/strip.h"
#include "ui/supervision/assignsheet.h"
#include "ui/supervision/orderview.h"
#include "ui/supervision/staffpicker.h"
#include "ui/supervision/verdictmodel.h"
#include "ui/theme/theme.h"

using namespace tawasul;

class AssignSheetTest : public QObject
{
    Q_OBJECT

    samples::StoppedClock m_clock{samples::now()};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;
    std::unique_ptr<BoardWords> m_boardWords;
    std::unique_ptr<AssignSheet> m_sheet;
    std::vector<AssignmentOrder> m_asked;
    std::vector<AssignmentOrder> m_confirmed;

    void show(Language language = Language::Arabic)
    {
        m_sheet.reset();
        m_asked.clear();
        m_confirmed.clear();
        m_clock.move(samples::now());
        m_words->use(language);
        m_boardWords = std::make_unique<BoardWords>(DisplayLocale{language, Digits::European});
        m_boardWords->setReference(samples::reference());
        m_sheet = std::make_unique<AssignSheet>(*m_theme, *m_boardWords, m_clock);
        m_sheet->setStaff(samples::staff());
        m_sheet->setBoard(samples::board());
        connect(m_sheet.get(), &AssignSheet::trialWanted, this,
                [this](const AssignmentOrder &order) { m_asked.push_back(order); });
        connect(m_sheet.get(), &AssignSheet::confirmed, this,
                [this](const AssignmentOrder &order) { m_confirmed.push_back(order); });
        m_sheet->resize(640, 760);
        m_sheet->show();
        QVERIFY(QTest::qWaitForWindowActive(m_sheet.get()));
    }
    template<class W = QWidget>
    W &part(const char *name) const
    {
        return *m_sheet->findChild<W *>(QString::fromLatin1(name));
    }
    QAbstractButton &confirm() const { return part<QAbstractButton>("assignConfirm"); }
    static PersonId person(int n) { return PersonId(QStringLiteral("s-%1").arg(n)); }
    static AssignmentTrial trial()
    {
        return {samples::verdicts(AssignmentOutcome::Done), samples::loadChanges(), samples::now(), 0,
                samples::now()};
    }
    // Cases, an officer, and the dry run of that.
    void choose(int cases = 4, int officer = 3)
    {
        m_sheet->open(samples::headers(cases, false));
        part<StaffPicker>("staffPicker").choose(person(officer));
        QTRY_COMPARE(m_asked.size(), 1U);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply({Scheme::Light, 100, true});
        m_words = std::make_unique<Catalogues>(*qApp);
    }
    void cleanup() { m_sheet.reset(); }
    void cleanupTestCase()
    {
        m_words.reset();
        m_theme.reset();
    }

    void nothingIsCarriedOutBeforeADryRunIsShown_data()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("ar") << Language::Arabic;
        QTest::newRow("en") << Language::English;
    }
    void nothingIsCarriedOutBeforeADryRunIsShown()
    {
        QFETCH(Language, language);
        show(language);
        m_sheet->open(samples::headers(4, false));
        QVERIFY(!confirm().isEnabled());
        QTest::keyClick(m_sheet.get(), Qt::Key_Return, Qt::ControlModifier);
        part<StaffPicker>("staffPicker").choose(person(3));
        QVERIFY(!confirm().isEnabled());
        QTest::keyClick(m_sheet.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_asked.size(), 1U);
        QVERIFY(m_asked[0].isDryRun);
        QCOMPARE(m_asked[0].cases.size(), 4U);
        for (const AssignmentWish &wish : m_asked[0].cases) {
            QCOMPARE(wish.to, person(3));
            QCOMPARE(wish.version, 3);
        }
        QVERIFY(!confirm().isEnabled());
        QVERIFY(!part("orderView").isVisible());
        QTest::keyClick(m_sheet.get(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_confirmed.empty());

        m_sheet->setTrial(m_asked[0], trial());
        QVERIFY(part("orderView").isVisible());
        QVERIFY(confirm().isEnabled());
        part<QPlainTextEdit>("assignText").setPlainText(QStringLiteral("موازنة"));
        QVERIFY(confirm().isEnabled()); // words change nothing of what would come of it
        confirm().click();
        QCOMPARE(m_confirmed.size(), 1U);
        QVERIFY(!m_confirmed[0].isDryRun);
        QCOMPARE(m_confirmed[0].cases, m_asked[0].cases);
        QCOMPARE(m_confirmed[0].text, QStringLiteral("موازنة"));
        confirm().click();
        QCOMPARE(m_confirmed.size(), 1U); // twice pressed, once ordered
    }

    void aDryRunOfOtherChoicesDoesNotCount()
    {
        show();
        choose();
        m_sheet->setTrial(m_asked[0], trial());
        QVERIFY(m_sheet->mayConfirm());
        part<StaffPicker>("staffPicker").choose(person(1));
        QVERIFY(!m_sheet->mayConfirm());
        QVERIFY(!part("orderView").isVisible());
        m_sheet->setTrial(m_asked[0], trial()); // late
        QVERIFY(!m_sheet->mayConfirm());
        QTRY_COMPARE(m_asked.size(), 2U);
        QCOMPARE(m_asked[1].cases[0].to, person(1));
        m_sheet->setTrial(m_asked[1], trial());
        QVERIFY(m_sheet->mayConfirm());
    }

    void whatChangedMeanwhileIsAskedAnew()
    {
        show();
        choose();
        m_sheet->setTrial(m_asked[0], trial());
        m_sheet->askAgain();
        QVERIFY(!m_sheet->mayConfirm());
        QTRY_COMPARE(m_asked.size(), 2U);
        QCOMPARE(m_asked[1], m_asked[0]); // with the versions that the supervisor saw
    }

    void anOrderThatDoesNothingIsNotCarriedOut()
    {
        show();
        choose();
        AssignmentTrial none = trial();
        std::erase_if(none.results, [](const AssignmentVerdict &each) {
            return each.outcome != AssignmentOutcome::Refused;
        });
        m_sheet->setTrial(m_asked[0], none);
        QVERIFY(!m_sheet->mayConfirm());
        QVERIFY(part("orderView").isVisible()); // and it is said why
        m_sheet->askAgain();
        QTRY_COMPARE(m_asked.size(), 2U);
        m_sheet->setTrial(m_asked[1], Error{Error::Kind::Storage, QStringLiteral("sql.io"), {}});
        QVERIFY(!m_sheet->mayConfirm());
        QVERIFY(part<Strip>("assignMessage").isVisible());
    }

    void refusalsAreGroupedByReasonAndTheSubstituteIsOffered()
    {
        show();
        choose();
        AssignmentTrial of = trial();
        of.results.push_back(of.results[3]);
        m_sheet->setTrial(m_asked[0], of);
        const auto groups = m_sheet->findChildren<QLabel *>(QStringLiteral("refusalWords"));
        QCOMPARE(groups.size(), 2);
        QVERIFY(groups[0]->text().contains(QStringLiteral("طلبان"))); // the larger group first
        QVERIFY(groups[0]->text().contains(QStringLiteral("تغيّر الطلب")));
        QVERIFY(groups[1]->text().contains(QStringLiteral("في إجازة")));
        const auto offers = m_sheet->findChildren<QAbstractButton *>(QStringLiteral("toSubstitute"));
        QCOMPARE(offers.size(), 1);
        offers.front()->click();
        QTRY_COMPARE(m_asked.size(), 2U);
        QCOMPARE(m_asked[1].cases[0].to, person(6));
    }

    void whoMayNotBeGivenCasesIsMarkedWithTheReason()
    {
        show();
        m_sheet->open(samples::headers(1, false));
        const StaffModel &model = part<StaffPicker>("staffPicker").model();
        QAbstractItemModelTester tester(const_cast<StaffModel *>(&model));
        QCOMPARE(model.rowCount(), 7); // six officers with an account, and nobody first
        QVERIFY(model.at(0).name.id.isEmpty());
        const auto line = [&](int n) {
            return withoutControls(model.line(model.at(model.rowOf(person(n)))));
        };
        QVERIFY(line(1).contains(QStringLiteral("24")));
        QVERIFY2(line(5).contains(QStringLiteral("في إجازة حتى")), qPrintable(line(5)));
        QVERIFY2(line(5).contains(QStringLiteral("خالد")), qPrintable(line(5)));
        QVERIFY2(line(4).contains(QStringLiteral("لا يعمل في هذا القسم")), qPrintable(line(4)));
        QCOMPARE(model.rowOf(person(7)), -1); // whose account is gone
    }

    void aNameIsFoundHoweverItIsSpelled()
    {
        show();
        m_sheet->open(samples::headers(1, false));
        auto &search = part<QLineEdit>("staffSearch");
        search.setFocus();
        const StaffModel &model = part<StaffPicker>("staffPicker").model();
        search.setText(QStringLiteral("ساره"));
        QCOMPARE(model.rowCount(), 1);
        QTest::keyClick(&search, Qt::Key_Down);
        QCOMPARE(part<StaffPicker>("staffPicker").chosen(), person(3));
        QTRY_COMPARE(m_asked.size(), 1U);
    }

    void byARuleTheSameHolds()
    {
        show();
        AssignmentRule rule;
        rule.from = person(2);
        m_sheet->open(rule);
        QVERIFY(part("ruleForm").isVisible());
        part<StaffPicker>("staffPicker").choose(person(1));
        QTRY_COMPARE(m_asked.size(), 1U);
        QCOMPARE(m_asked[0].rule, rule);
        QCOMPARE(m_asked[0].to, person(1));
        m_sheet->setTrial(m_asked[0], trial());
        QVERIFY(m_sheet->mayConfirm());
        part<QLineEdit>("ruleEndsFrom").insert(QStringLiteral("٢٥/١١/٢٠٢٦"));
        QTRY_VERIFY(m_asked.size() >= 2U);
        QTRY_COMPARE(m_asked.back().rule->endsFrom, QDate(2026, 11, 25));
        QTest::keyClicks(&part<QLineEdit>("ruleEndsTo"), QStringLiteral("1/11/2026"));
        QVERIFY(!m_sheet->mayConfirm()); // ends before it begins
        QTest::qWait(300);
        QVERIFY(m_asked.back().rule->endsTo.isNull());
    }

    void theResultIsSaidCaseByCase()
    {
        show();
        choose();
        m_sheet->setTrial(m_asked[0], trial());
        confirm().click();
        m_sheet->setRecorded(AssignmentId(QStringLiteral("order-1")));
        QVERIFY(!m_sheet->isShowingResult());
        m_sheet->setOrders({samples::order(RecordedOrder::State::Waiting)});
        QVERIFY(m_sheet->isShowingResult());
        QVERIFY(part("assignWithdraw").isVisible());
        QVERIFY(!part("assignUndo").isVisible());
        m_sheet->setOrders({samples::order(RecordedOrder::State::Answered)});
        QVERIFY(!confirm().isVisible());
        QVERIFY(!part("assignWithdraw").isVisible());
        auto &view = part<OrderView>("orderView");
        QVERIFY2(view.heading().contains(QStringLiteral("أُسند طلبان")), qPrintable(view.heading()));
        QVERIFY2(view.heading().contains(QStringLiteral("تعذّر إسناد طلبين")), qPrintable(view.heading()));
        QAbstractItemModelTester tester(const_cast<VerdictModel *>(&view.model()));
        QCOMPARE(view.model().rowCount(), 4);
        QCOMPARE(view.model().at(0).outcome, AssignmentOutcome::Refused); // those first
        for (int row = 0; row < 4; ++row) {
            const QString spoken = view.model().index(row, 2).data(Qt::AccessibleTextRole).toString();
            QVERIFY2(!spoken.isEmpty() && !hasBidiControls(spoken), qPrintable(spoken));
        }
    }

    void whatFailedIsTriedAgainForTheSameOfficer()
    {
        show();
        m_sheet->open(samples::order(RecordedOrder::State::Answered));
        QSignalSpy wanted(m_sheet.get(), &AssignSheet::againRequested);
        part<QAbstractButton>("assignRetry").click();
        part<QAbstractButton>("assignRetry").click();
        QCOMPARE(wanted.count(), 1); // twice pressed, once ordered
        QCOMPARE(wanted.front().front().value<AssignmentId>(), AssignmentId(QStringLiteral("order-1")));
        m_sheet->setRecorded(AssignmentId(QStringLiteral("order-2")));
        RecordedOrder second = samples::order(RecordedOrder::State::Waiting);
        second.order.id = AssignmentId(QStringLiteral("order-2"));
        m_sheet->setOrders({second, samples::order(RecordedOrder::State::Answered)});
        QVERIFY(part("assignWithdraw").isVisible()); // the new one is shown now
        m_sheet->open(samples::order(RecordedOrder::State::Answered));
        part<QAbstractButton>("assignRetry").click();
        m_sheet->setRecorded(Error{Error::Kind::Conflict, QStringLiteral("assignment.nothing_matched"), {}});
        QVERIFY(part<Strip>("assignMessage").isVisible());
        QVERIFY(part("assignRetry").isEnabled());
    }

    void anOrderOnHoldSaysWhatMayHaveHappened()
    {
        show();
        RecordedOrder of = samples::order(RecordedOrder::State::Waiting);
        m_sheet->open(of);
        QVERIFY(part("assignSetAside").isVisible() && !part("assignSendAgain").isVisible());
        of.state = RecordedOrder::State::SetAside;
        m_sheet->setOrders({of});
        QVERIFY(part("assignSendAgain").isVisible() && part("assignWithdraw").isVisible());
        QVERIFY(!part("assignSetAside").isVisible());
        const QString untried = part<Strip>("assignMessage").message();
        of.tries = 1;
        m_sheet->setOrders({of});
        QVERIFY(part("assignSendAgain").isVisible() && !part("assignWithdraw").isVisible());
        QVERIFY(!untried.isEmpty() && part<Strip>("assignMessage").message() != untried);
        QSignalSpy sent(m_sheet.get(), &AssignSheet::sendAgainRequested);
        part<QAbstractButton>("assignSendAgain").click();
        QCOMPARE(sent.count(), 1);
    }

    void whatIsNotCertainIsSaid()
    {
        show();
        choose();
        m_sheet->setTrial(m_asked[0], trial());
        QVERIFY(!part("orderUnsure").isVisible());
        AssignmentTrial of = trial();
        of.unsure = 2;
        m_sheet->setTrial(m_asked[0], of);
        const QString unsure = part<QLabel>("orderUnsure").text();
        QVERIFY(part("orderUnsure").isVisible());
        of.staffAt.reset();
        m_sheet->setTrial(m_asked[0], of);
        QVERIFY(part<QLabel>("orderUnsure").text().size() > unsure.size());
        of.unsure = 0;
        m_sheet->setTrial(m_asked[0], of);
        QVERIFY(part("orderUnsure").isVisible());
        QVERIFY(!part<QLabel>("orderUnsure").text().contains(unsure));
    }

    void anOfficerOfWhomNothingIsToldIsNotCalledNobody()
    {
        show();
        RecordedOrder of = samples::order(RecordedOrder::State::Answered);
        of.results[0].to = PersonName{PersonId(QStringLiteral("stranger")), {}};
        m_sheet->open(of);
        const VerdictModel &model = part<OrderView>("orderView").model();
        QString all;
        for (int row = 0; row < model.rowCount(); ++row)
            all += model.index(row, 1).data().toString();
        QVERIFY2(all.contains(QStringLiteral("موظف خارج نطاق الإشراف")), qPrintable(all));
    }

    void aRuleStaysInTheSectionOfTheSupervisor()
    {
        show();
        m_sheet->setOwnSection(QStringLiteral("docupdate"));
        m_sheet->open(AssignmentRule{person(2), {}, {}, {}, {}});
        part<StaffPicker>("staffPicker").choose(person(1));
        QTRY_COMPARE(m_asked.size(), 1U);
        QCOMPARE(m_asked[0].rule->section, QStringLiteral("docupdate"));
        QCOMPARE(part<QComboBox>("ruleSection").count(), 1);
    }

    void whatFailedIsAssignedToAnotherOfficer()
    {
        show();
        m_sheet->open(samples::order(RecordedOrder::State::Answered));
        part<QAbstractButton>("assignOther").click();
        QVERIFY(!m_sheet->isShowingResult());
        QVERIFY(!m_sheet->mayConfirm());
        part<StaffPicker>("staffPicker").choose(person(6));
        QTRY_VERIFY(!m_asked.empty());
        QTRY_COMPARE(m_asked.back().cases.size(), 2U);
        QCOMPARE(m_asked.back().cases[0].caseId, CaseId(QStringLiteral("case-2")));
        QCOMPARE(m_asked.back().cases[1].caseId, CaseId(QStringLiteral("case-3")));
        QTRY_COMPARE(m_asked.back().cases[0].to, person(6));
    }

    void anUndoIsOfferedAsLongAsThereIsTime()
    {
        show();
        m_sheet->open(samples::order(RecordedOrder::State::Answered));
        auto &undo = part<QAbstractButton>("assignUndo");
        QVERIFY(undo.isVisible());
        QVERIFY2(undo.text().contains(QStringLiteral("14")), qPrintable(undo.text()));
        QSignalSpy wanted(m_sheet.get(), &AssignSheet::undoRequested);
        undo.click();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().front().value<AssignmentId>(), AssignmentId(QStringLiteral("order-1")));
        // What became of the undoing takes the place of what it undid.
        RecordedOrder undone = samples::order(RecordedOrder::State::Answered);
        undone.undoneBy = AssignmentId(QStringLiteral("order-2"));
        RecordedOrder undoing = undone;
        undoing.order.id = undone.undoneBy;
        undoing.order.undoes = undone.order.id;
        undoing.undoneBy = {};
        m_sheet->setOrders({undoing, undone});
        QCOMPARE(part<QLabel>("assignTitle").text(), QStringLiteral("نتيجة التراجع"));
        m_sheet->open(samples::order(RecordedOrder::State::Answered));
        m_clock.move(samples::now() + std::chrono::minutes(14));
        m_sheet->tick();
        QVERIFY(!undo.isVisible());
    }

    void inAnOutageItIsSaidThatItIsOnlyRecorded()
    {
        show();
        m_sheet->setOffline(true);
        choose();
        AssignmentTrial of = trial();
        of.results = samples::verdicts(AssignmentOutcome::Queued);
        m_sheet->setTrial(m_asked[0], of);
        QString said;
        for (const QLabel *label : part("assignNote").findChildren<QLabel *>())
            said += label->text();
        QVERIFY2(said.contains(QStringLiteral("لا يوجد اتصال")), qPrintable(said));
        QVERIFY(m_sheet->mayConfirm());
        QVERIFY(part<OrderView>("orderView")
                    .model()
                    .index(2, 2)
                    .data()
                    .toString()
                    .contains(QStringLiteral("عند عودة الاتصال")));
    }

    void anOrderThatIsRefusedSaysWhy()
    {
        show();
        RecordedOrder refused = samples::order(RecordedOrder::State::Refused);
        refused.problem = Error{Error::Kind::Forbidden, QStringLiteral("assignment.forbidden"), {}};
        m_sheet->open(refused);
        QVERIFY(part<Strip>("assignMessage").message().contains(QStringLiteral("assignment.forbidden")));
        show();
        choose();
        m_sheet->setTrial(m_asked[0], trial());
        confirm().click();
        m_sheet->setRecorded(Error{Error::Kind::Full, QStringLiteral("sql.full"), {}});
        QVERIFY(part<Strip>("assignMessage").isVisible());
        QVERIFY(m_sheet->mayConfirm()); // and can be confirmed again
    }
};

QTEST_MAIN(AssignSheetTest)
#include "tst_assignsheet.moc"
