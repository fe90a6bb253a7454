// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/deskprofile.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace tawasul;

namespace {

Case withOpen(int n)
{
    return withProposal(numberedCase(n), ActType::Complete, otherOfficer());
}

OwnProposals own(int n, int count, Proposal::State state = Proposal::State::Open)
{
    OwnProposals all = proposalsBy(otherOfficer().id, withOpen(n));
    all.proposals.resize(1);
    all.proposals.front().state = state;
    for (int i = 1; i < count; ++i) {
        Proposal next = all.proposals.front();
        next.act = ActId(next.act.text().chopped(1) % QString::number(i));
        next.receivedAt += std::chrono::minutes(i);
        all.proposals.push_back(next);
    }
    if (count == 0)
        all.proposals.clear();
    return all;
}

} // namespace

/// What the two files keep of proposals: those on the officer's cases, and what became of the officer's own.
class StoreProposalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_profile = std::make_unique<DeskProfile>();
        QVERIFY(m_profile->open());
    }
    void cleanup() { m_profile.reset(); }

    void aRowWithAnOpenProposalIsMarkedUntilItIsJudgedOf_data()
    {
        QTest::addColumn<ActType>("type");
        QTest::newRow("adopted") << ActType::Complete;
        QTest::newRow("dismissed") << ActType::Dismiss;
    }

    void aRowWithAnOpenProposalIsMarkedUntilItIsJudgedOf()
    {
        QFETCH(ActType, type);
        m_profile->pull({withOpen(1), numberedCase(2)});
        QCOMPARE(marked(), 1);
        Intention judged = intentionOf(type, withOpen(1));
        judged.proposal = sampleProposal();
        QVERIFY(m_profile->wait(m_profile->desk().record(judged))->has_value());
        QCOMPARE(marked(), 0);
        QVERIFY(m_profile->open()); // also after a start
        QCOMPARE(marked(), 0);
        QVERIFY(hasOpenProposal(m_profile->stored(numberedCase(1).id)->truth));
    }

    void aDraftOrANoteLeavesTheMark()
    {
        m_profile->pull({withOpen(1)});
        QVERIFY(
            m_profile->wait(m_profile->desk().record(intentionOf(ActType::Note, withOpen(1))))->has_value());
        QVERIFY(m_profile->wait(m_profile->desk().saveDraft(numberedCase(1).id, "{}"))->has_value());
        QCOMPARE(marked(), 1);
    }

    void whatBecameOfTheOwnIsKeptByCaseAndTold()
    {
        QSignalSpy news(&m_profile->store().notifier(), &StoreNotifier::proposalsChanged);
        pull(own(1, 2));
        QCOMPARE(news.size(), 1);
        QCOMPARE(known().size(), std::size_t(2));
        QVERIFY(known().front().proposal.receivedAt > known().back().proposal.receivedAt);
        pull(own(1, 1, Proposal::State::Dismissed)); // in place of what was known of that case
        QCOMPARE(known().size(), std::size_t(1));
        QVERIFY(known().front().isNews);
        pull(own(1, 0));
        QVERIFY(known().empty());
        QCOMPARE(news.size(), 3);
    }

    void anOutcomeIsNewsOnceForEachThatItIs()
    {
        pull(own(1, 1));
        QVERIFY(!known().front().isNews);
        pull(own(1, 1, Proposal::State::Adopted));
        QVERIFY(known().front().isNews);
        QSignalSpy news(&m_profile->store().notifier(), &StoreNotifier::proposalsChanged);
        QVERIFY(m_profile->wait(m_profile->desk().proposalsSeen(known()))->has_value());
        QVERIFY(!known().front().isNews);
        QCOMPARE(news.size(), 1);
        // A restored centre forgot it, and then it went otherwise.
        pull(own(1, 1, Proposal::State::Dismissed));
        QVERIFY(known().front().isNews);
        QVERIFY(m_profile->open());
        QVERIFY(known().front().isNews);
    }

private:
    int marked()
    {
        const auto entries = m_profile->store().worklist()->entries;
        std::vector<qint64> rows;
        for (const WorklistEntry &entry : entries)
            rows.push_back(entry.row);
        const auto heads = m_profile->wait(m_profile->desk().heads(rows));
        const auto has = [](const auto &row) { return row.has(RowFlag::HasProposal); };
        const auto inList = std::count_if(entries.begin(), entries.end(), has);
        const auto inHeads = std::count_if((*heads)->begin(), (*heads)->end(), has);
        return inList == inHeads ? static_cast<int>(inList) : -1;
    }

    void pull(const OwnProposals &proposals)
    {
        CasePage page;
        page.add(proposals).endAt(QStringLiteral("c%1").arg(++m_pages));
        m_profile->store().withCache([&](Cache &cache) {
            const auto effect = cache.applyPage(page.page(), sampleNow());
            QVERIFY(effect && effect->proposalsChanged);
            m_profile->store().proposalsTouched();
        });
        m_profile->scheduler().runAll();
    }

    std::vector<OwnProposal> known()
    {
        const auto all = m_profile->wait(m_profile->desk().proposals());
        return all && *all ? **all : std::vector<OwnProposal>();
    }

    std::unique_ptr<DeskProfile> m_profile;
    int m_pages = 0;
};

QTEST_GUILESS_MAIN(StoreProposalsTest)
#include "tst_proposals.moc"
