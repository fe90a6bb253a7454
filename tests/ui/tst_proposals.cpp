// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

#include "models/domain/workflow.h"
#include "tests/support/samplecases.h"
#include "ui/casefile/casepane.h"
#include "ui/decisions/decisionform.h"
#include "ui/proposals/proposalspage.h"
#include "ui/shared/language.h"
#include "ui/theme/theme.h"

using namespace tawasul;

namespace {

Case withProposals(Case theCase, const std::vector<ActType> &types)
{
    int number = 0;
    for (const ActType type : types)
        theCase.proposals.push_back(samples::proposal(type, ++number));
    return theCase;
}

} // namespace

/// Somebody else's work beside the case, and the officer's own on its page.
class ProposalsUiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_words = std::make_unique<Catalogues>(*qApp);
        m_words->use(Language::English);
    }
    void cleanup() { m_pane.reset(); }
    void cleanupTestCase()
    {
        m_words.reset();
        m_theme.reset();
    }

    void aCaseWithoutProposalsSaysNothing()
    {
        show(samples::ordinary());
        QVERIFY(part<QFrame>("proposalCard").isHidden());
        m_pane->findChild<QAction *>(QStringLiteral("keyAdopt"))->trigger();
        QVERIFY(!m_pane->isSheetOpen());
    }

    void theOldestIsShownWithWhoAndWhatAndHowMany()
    {
        show(withProposals(samples::ordinary(), {ActType::Complete, ActType::Note}));
        const auto &card = part<QFrame>("proposalCard");
        QVERIFY(card.isVisible());
        const Proposal first = samples::proposal(ActType::Complete, 1);
        QVERIFY(card.accessibleName().contains(first.author.name));
        QVERIFY(part<QLabel>("proposalByline").text().contains(u'2'));
        QVERIFY(part<QLabel>("proposalText").isHidden());
        part<QAbstractButton>("proposalToggle").click();
        QVERIFY(part<QLabel>("proposalText").isVisible());
        QVERIFY(part<QLabel>("proposalText").text().contains(QStringLiteral("7700214581")));
    }

    // One key, and the officer confirms it as an act of their own.
    void adoptingOpensTheSheetFilledInAndNamesTheProposal()
    {
        show(withProposals(samples::ordinary(), {ActType::Complete}));
        const Proposal proposal = samples::proposal(ActType::Complete, 1);
        QSignalSpy asked(m_pane.get(), &CasePane::actRequested);
        QCOMPARE(m_pane->findChild<QAction *>(QStringLiteral("keyAdopt"))->shortcut(),
                 QKeySequence(Qt::Key_F7));
        m_pane->findChild<QAction *>(QStringLiteral("keyAdopt"))->trigger();
        QVERIFY(m_pane->isSheetOpen());
        QVERIFY(part<QFrame>("proposalCard").isHidden());
        m_pane->findChild<QAction *>(QStringLiteral("keyComplete"))->trigger();
        QCOMPARE(asked.size(), 1);
        const auto intention = asked.first().first().value<Intention>();
        QVERIFY(intention.type == ActType::Complete && intention.proposal == proposal.act);
        QCOMPARE(intention.reason, proposal.reason);
        QVERIFY(intention.execution && *intention.execution == *proposal.execution);
        QVERIFY(intention.reply && intention.reply->text == proposal.reply->text);
    }

    void whatTheStatusForbidsIsToReadAndToDismissOnly()
    {
        show(withProposals(samples::returned(), {ActType::Return}));
        QVERIFY(part<QAbstractButton>("proposalAdopt").isHidden());
        QVERIFY(part<QLabel>("proposalWhy").isVisible());
        QVERIFY(part<QAbstractButton>("proposalToggle").isVisible());
        QVERIFY(part<QAbstractButton>("proposalDismiss").isVisible());
        m_pane->findChild<QAction *>(QStringLiteral("keyAdopt"))->trigger();
        QVERIFY(!m_pane->isSheetOpen());
    }

    void anAuditorReadsOnly()
    {
        show(withProposals(samples::ordinary(), {ActType::Complete}), samples::auditor());
        QVERIFY(part<QFrame>("proposalCard").isVisible());
        QVERIFY(part<QAbstractButton>("proposalAdopt").isHidden());
        QVERIFY(part<QAbstractButton>("proposalDismiss").isHidden());
    }

    void dismissingAsksForAReasonInPlace()
    {
        const Case theCase = withProposals(samples::ordinary(), {ActType::Complete});
        show(theCase);
        QSignalSpy asked(m_pane.get(), &CasePane::actRequested);
        part<QAbstractButton>("proposalDismiss").click();
        part<QAbstractButton>("dismissConfirm").click();
        QCOMPARE(asked.size(), 0);
        QVERIFY(part<QLabel>("proposalProblem").isVisible());
        part<QLineEdit>("dismissReason").setText(QStringLiteral("  سبق التنفيذ  "));
        QTest::keyClick(&part<QLineEdit>("dismissReason"), Qt::Key_Return);
        QTest::keyClick(&part<QLineEdit>("dismissReason"), Qt::Key_Return); // once is enough
        QCOMPARE(asked.size(), 1);
        const auto intention = asked.first().first().value<Intention>();
        QVERIFY(intention.type == ActType::Dismiss && intention.proposal == theCase.proposals.front().act);
        QCOMPARE(intention.text, QStringLiteral("سبق التنفيذ"));

        // The disk refused: what was typed is still there, and it may be tried again.
        m_pane->actFailed(theCase.id, {Error::Kind::Full, QStringLiteral("sql.full"), {}});
        QVERIFY(!m_pane->isSheetOpen());
        QVERIFY(part<QLabel>("proposalProblem").isVisible());
        QTest::keyClick(&part<QLineEdit>("dismissReason"), Qt::Key_Return);
        QCOMPARE(asked.size(), 2);
    }

    void escapeLeavesTheReasonAndNotTheCase()
    {
        show(withProposals(samples::ordinary(), {ActType::Complete}));
        QSignalSpy left(m_pane.get(), &CasePane::closeRequested);
        part<QAbstractButton>("proposalDismiss").click();
        QTest::keyClick(&part<QLineEdit>("dismissReason"), Qt::Key_Escape);
        QVERIFY(part<QLineEdit>("dismissReason").isHidden() || !part<QLineEdit>("dismissReason").isVisible());
        QCOMPARE(left.size(), 0);
    }

    void aStartIsShownOnlyWhenNothingFollowedIt()
    {
        show(withProposals(samples::ordinary(), {ActType::Start, ActType::Complete}));
        QVERIFY(!part<QLabel>("proposalByline").text().contains(u'('));
        QVERIFY(part<QAbstractButton>("proposalAdopt").isVisible());
        show(withProposals(samples::ordinary(), {ActType::Start}));
        QVERIFY(part<QFrame>("proposalCard").isVisible());
        QVERIFY(part<QAbstractButton>("proposalAdopt").isHidden());
    }

    // The link survives the program: a draft of it adopts, unless somebody judged of it meanwhile.
    void aDraftRemembersTheProposal()
    {
        const Case theCase = withProposals(samples::ordinary(), {ActType::Note});
        DecisionForm form;
        form.type = ActType::Note;
        form.text = QStringLiteral("نص");
        form.proposal = theCase.proposals.front().act;
        DecisionDrafts drafts;
        drafts.forms.insert(form.type, form);
        drafts.last = form.type;
        const DecisionForm read = draftsFromJson(toJson(drafts)).forms.value(ActType::Note);
        QVERIFY(read == form);
        QVERIFY(intentionOf(read, theCase, *samples::reference()).proposal == form.proposal);
        Case closed = theCase;
        closed.proposals.front().state = Proposal::State::Dismissed;
        QVERIFY(intentionOf(read, closed, *samples::reference()).proposal.isEmpty());
    }

    void thePageTellsWhatBecameOfEach()
    {
        ProposalsPage page(*m_theme, m_clock, {Language::English, Digits::European});
        page.setReference(samples::reference());
        page.resize(900, 600);
        page.show();
        QVERIFY(page.findChildren<QFrame *>(QStringLiteral("proposalRow")).isEmpty());
        const auto all = samples::ownProposals();
        page.setProposals(all);
        QApplication::processEvents();
        const auto rows = page.findChildren<QFrame *>(QStringLiteral("proposalRow"));
        QCOMPARE(rows.size(), qsizetype(3));
        for (qsizetype n = 0; n < rows.size(); ++n) {
            const OwnProposal &own = all[static_cast<std::size_t>(n)];
            QVERIFY(rows[n]->accessibleName().contains(own.number));
            // How its author knew the request, and the centre's word that it has the act, where they are
            // kept.
            const auto *about = rows[n]->findChild<QLabel *>(QStringLiteral("proposalAbout"));
            QCOMPARE(about != nullptr, !own.beneficiary.isEmpty());
            QVERIFY(!about || about->text().contains(own.beneficiary));
            QVERIFY(!about || !about->text().contains(own.subService)); // by its name
            const auto *receipt = rows[n]->findChild<QLabel *>(QStringLiteral("proposalReceipt"));
            QCOMPARE(receipt != nullptr, own.receipt.has_value());
            QVERIFY(!receipt || receipt->text().contains(own.receipt->code));
            if (own.proposal.closedBy)
                QVERIFY(rows[n]->accessibleName().contains(own.proposal.closedBy->name));
            QVERIFY(rows[n]->accessibleName().contains(own.proposal.closingText));
            QVERIFY(rows[n]->focusPolicy() & Qt::TabFocus);
            // Something to be read, not something that cannot be pressed; a reason is called one.
            QVERIFY(rows[n]->property("card").toBool());
            QCOMPARE(rows[n]->findChild<QLabel *>(QStringLiteral("proposalReason")) != nullptr,
                     !own.proposal.closingText.isEmpty());
        }
        const auto *meaning = page.findChild<QLabel *>(QStringLiteral("proposalsMeaning"));
        QVERIFY(meaning->isVisible());
        page.setProposals({});
        QVERIFY(!meaning->isVisible()); // the empty state says it
    }

private:
    template<class T>
    T &part(const char *name) const
    {
        T *found = m_pane->findChild<T *>(QString::fromLatin1(name));
        Q_ASSERT_X(found, "part", name);
        return *found;
    }

    void show(const Case &theCase, const Actor &officer = samples::officer())
    {
        m_pane = std::make_unique<CasePane>(*m_theme, m_clock, m_clock,
                                            DisplayLocale{Language::English, Digits::European});
        m_pane->resize(1100, 700);
        m_pane->show();
        m_pane->open(samples::opened(theCase), officer);
        QApplication::processEvents();
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;
    samples::StoppedClock m_clock{samples::now()};
    std::unique_ptr<CasePane> m_pane;
};

QTEST_MAIN(ProposalsUiTest)
#include "tst_proposals.moc"
