// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/scopes.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "models/sql/rows.h"
#include "tests/central/feedreader.h"
#include "tests/central/testdoor.h"

#include <QtTest/QTest>

using namespace tawasul;

namespace {

using State = Proposal::State;

wire::ActAnswer answerOf(const QByteArray &bytes)
{
    return must(wire::actAnswerFromJson(must(wire::parseObject(bytes, QStringLiteral("answer")))));
}

} // namespace

/// Work on a case that meanwhile left its author's reach (invariant I5), at the register.
class CentreProposalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void workOnACaseThatLeftIsKeptBesideIt_data();
    void workOnACaseThatLeftIsKeptBesideIt();
    void theSameActAgainGetsTheSameBytes();
    void whatMakesNoSenseIsRefusedAndNotKept_data();
    void whatMakesNoSenseIsRefusedAndNotKept();
    void onlyWhoeverHadTheCaseMayPropose_data();
    void onlyWhoeverHadTheCaseMayPropose();
    void whoMovedBringsWhatWasNobodysWhereTheyWere_data();
    void whoMovedBringsWhatWasNobodysWhereTheyWere();
    void theAuthorLearnsWhatBecameOfIt();
    void aDeskFromBeforeGoesOnWithItsCursor();
    void aClosedCaseWithAProposalIsTold();
    void twoProposalsOfOneAuthorAreToldTogether();
    void theRouteAnswers202();

private:
    Act newAct(ActType type, const Actor &actor, qint64 version = 3)
    {
        Act act = sampleAct(type, actor);
        act.id = m_centre->newActId();
        act.baseVersion = version;
        return act;
    }
    Result<ActOutcome> apply(const Act &act)
    {
        return m_connection->cases().applyAct(act.actor, requestFor(act));
    }
    Case now() { return caseIn(*m_connection, sampleCase().id); }
    /// The supervisor gives the case of sampleOfficer() to otherOfficer().
    void itLeaves() { stored(apply(newAct(ActType::Assign, sampleSupervisor(), now().version))); }
    void read(FeedReader &reader)
    {
        reader.readToTheEnd(*m_connection, 3, m_centre->clock().now() - std::chrono::days(30));
    }
    qint64 acts()
    {
        return must(readOneInt64(m_connection->database(), QStringLiteral("SELECT count(*) FROM act")));
    }

    std::unique_ptr<TestCentre> m_centre;
    std::unique_ptr<RegisterConnection> m_connection;
};

void CentreProposalsTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_centre = std::make_unique<TestCentre>();
    m_connection = m_centre->open();
    take(*m_connection, sampleCase());
}

void CentreProposalsTest::cleanup()
{
    m_connection.reset();
    m_centre.reset();
}

void CentreProposalsTest::workOnACaseThatLeftIsKeptBesideIt_data()
{
    QTest::addColumn<ActType>("type");
    for (const ActType type : {ActType::Start, ActType::Note, ActType::Complete, ActType::Return,
                               ActType::Reject, ActType::Transfer, ActType::Escalate})
        QTest::newRow(qPrintable(QString::number(static_cast<int>(type)))) << type;
}

void CentreProposalsTest::workOnACaseThatLeftIsKeptBesideIt()
{
    QFETCH(ActType, type);
    itLeaves();
    const Case before = now();
    FeedReader owner(otherOfficer());
    read(owner);
    const Act act = newAct(type, sampleOfficer());
    const ActStored kept = stored(apply(act));
    QVERIFY(kept.isNew && kept.isProposal);
    const wire::ActAnswer answer = answerOf(kept.answer);
    QVERIFY(!answer.theCase);
    QVERIFY(answer.receipt.act == act.id && answer.receipt.outcome == wire::Receipt::Outcome::Proposal);
    QVERIFY(!answer.receipt.signature.isEmpty());
    const Case after = now();
    QCOMPARE(answer.receipt.version, after.version);
    QCOMPARE(after.version, before.version + 1);
    QVERIFY(after.status == before.status && after.assignee == before.assignee);
    QVERIFY(after.history == before.history);
    QVERIFY(after.proposals.size() == 1 && after.proposals.front().act == act.id);
    // Whoever has the case now hears of it like of any change.
    read(owner);
    QVERIFY(owner.cases().at(after.id) == after);
}

void CentreProposalsTest::theSameActAgainGetsTheSameBytes()
{
    itLeaves();
    const Act act = newAct(ActType::Complete, sampleOfficer());
    const ActStored first = stored(apply(act));
    Act adoption = newAct(ActType::Complete, otherOfficer(), now().version);
    adoption.proposal = act.id;
    stored(apply(adoption));
    const qint64 before = acts();
    const ActStored again = stored(apply(act));
    QVERIFY(!again.isNew && again.isProposal);
    QCOMPARE(again.answer, first.answer);
    QCOMPARE(acts(), before);
    Act other = act;
    other.text = QStringLiteral("غير ما أُرسل");
    QCOMPARE(codeOf(apply(other)), QStringLiteral("act.id_reused"));
    QCOMPARE(now().proposals.size(), std::size_t(1));
}

void CentreProposalsTest::whatMakesNoSenseIsRefusedAndNotKept_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("no reason") << QStringLiteral("reason") << QStringLiteral("act.invalid.reason_missing");
    QTest::newRow("unknown reference data")
        << QStringLiteral("reference") << QStringLiteral("act.invalid.reference_unknown");
    QTest::newRow("no version") << QStringLiteral("version") << QStringLiteral("act.if_match_missing");
    QTest::newRow("a dismissal") << QStringLiteral("dismissal") << QStringLiteral("act.forbidden");
}

void CentreProposalsTest::whatMakesNoSenseIsRefusedAndNotKept()
{
    QFETCH(QString, what);
    QFETCH(QString, code);
    itLeaves();
    Act act = newAct(what == u"dismissal" ? ActType::Dismiss : ActType::Complete, sampleOfficer());
    if (what == u"reason")
        act.reason.clear();
    else if (what == u"reference")
        act.referenceVersion = QStringLiteral("1999-01");
    ActRequest request = requestFor(act);
    if (what == u"version")
        request.ifMatch.reset();
    const Case before = now();
    QCOMPARE(codeOf(m_connection->cases().applyAct(sampleOfficer(), request)), code);
    QVERIFY(now() == before);
    QCOMPARE(acts(), qint64(1));
}

void CentreProposalsTest::onlyWhoeverHadTheCaseMayPropose_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<bool>("may");
    QTest::newRow("the former owner") << QStringLiteral("former owner") << true;
    QTest::newRow("the former owner, removals forgotten") << QStringLiteral("forgotten") << true;
    QTest::newRow("a colleague whose desk had it while it was nobody's") << QStringLiteral("pool") << true;
    QTest::newRow("somebody it was once given to") << QStringLiteral("given") << true;
    QTest::newRow("the supervisor of the section that it left") << QStringLiteral("supervisor") << true;
    // They follow all of their section.
    QTest::newRow("a supervisor who did nothing") << QStringLiteral("idle supervisor") << true;
    QTest::newRow("a colleague who never had it") << QStringLiteral("colleague") << false;
    QTest::newRow("a colleague in another section") << QStringLiteral("elsewhere") << false;
    QTest::newRow("an auditor") << QStringLiteral("auditor") << false;
}

void CentreProposalsTest::onlyWhoeverHadTheCaseMayPropose()
{
    QFETCH(QString, who);
    QFETCH(bool, may);
    Case theCase = numberedCase(7);
    Actor author = sampleOfficer();
    if (who == u"pool")
        theCase.assignee.reset();
    else if (who != u"former owner" && who != u"forgotten" && who != u"given")
        theCase.assignee = nameOf(otherOfficer());
    take(*m_connection, theCase);
    const auto give = [&](const Actor &to) {
        Act act = newAct(ActType::Assign, sampleSupervisor());
        act.caseId = theCase.id;
        act.baseVersion = caseIn(*m_connection, theCase.id).version;
        act.toAssignee = nameOf(to);
        stored(apply(act));
    };
    if (who == u"given")
        give(sampleOfficer());
    if (who != u"colleague")
        give(otherOfficer());
    if (who == u"forgotten") {
        // Somebody whose desk has been away for long is known by what they did.
        Act note = newAct(ActType::Note, otherOfficer());
        note.caseId = theCase.id;
        stored(apply(note));
        give(sampleOfficer());
        give(otherOfficer());
        must(m_connection->feed().forgetRemovals(m_centre->clock().now() + std::chrono::hours(1)));
    }
    if (who == u"supervisor" || who == u"idle supervisor") {
        author = sampleSupervisor();
        Act act = newAct(ActType::Transfer, otherOfficer());
        act.caseId = theCase.id;
        act.baseVersion = caseIn(*m_connection, theCase.id).version;
        stored(apply(act));
        if (who == u"idle supervisor")
            author.id = PersonId(QStringLiteral("supervisor-9"));
    }
    if (who == u"elsewhere")
        author = Actor{PersonId(QStringLiteral("officer-9")), QStringLiteral("سعد"), Role::Officer,
                       QStringLiteral("reports"), QStringLiteral("SA-01")};
    if (who == u"auditor")
        author = actorWith(Role::Auditor);
    Act act = newAct(ActType::Escalate, author);
    act.caseId = theCase.id;
    const Case before = caseIn(*m_connection, theCase.id);
    const auto outcome = apply(act);
    // An auditor reads the case: to them there is nothing to hide, and nothing to do.
    const QString refused =
        who == u"auditor" ? QStringLiteral("act.forbidden") : QStringLiteral("case.unknown");
    QCOMPARE(codeOf(outcome), may ? QStringLiteral("stored") : refused);
    if (may)
        QVERIFY(std::get<ActStored>(*outcome).isProposal);
    else
        QVERIFY(caseIn(*m_connection, theCase.id) == before);
}

void CentreProposalsTest::whoMovedBringsWhatWasNobodysWhereTheyWere_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<bool>("may");
    QTest::newRow("to another section") << QStringLiteral("section") << true;
    QTest::newRow("to another region") << QStringLiteral("region") << true;
    QTest::newRow("twice") << QStringLiteral("twice") << true;
    QTest::newRow("and the case went to a colleague since") << QStringLiteral("given") << true;
    QTest::newRow("before there was the case") << QStringLiteral("before") << false;
    QTest::newRow("and the case is of a third section") << QStringLiteral("third") << false;
    QTest::newRow("another one did") << QStringLiteral("another") << false;
}

// An account is changed by whoever keeps them, and not through this program.
void CentreProposalsTest::whoMovedBringsWhatWasNobodysWhereTheyWere()
{
    QFETCH(QString, how);
    QFETCH(bool, may);
    Case theCase = how == u"third" ? sampleCaseOf("reports", "reports.absence_cancel") : sampleCase();
    theCase.id = numberedCase(8).id;
    theCase.number = numberedCase(8).number;
    theCase.assignee.reset();
    if (how == u"before")
        theCase.submittedAt = sampleNow() + std::chrono::hours(24 * 365 * 100);
    take(*m_connection, theCase);
    Actor author = sampleOfficer();
    const auto move = [&](const QString &section, const QString &region) {
        const Actor who = how == u"another" ? otherOfficer() : author;
        const auto moved =
            changeRows(m_connection->database(),
                       QStringLiteral("UPDATE person SET section = ?, region = ? WHERE id = ?"), section,
                       region, who.id.text());
        QCOMPARE(moved.value_or(0), qint64(1));
        author.section = section;
        author.region = region;
    };
    move(how == u"region" ? author.section : QStringLiteral("visas"),
         how == u"region" ? QStringLiteral("SA-02") : author.region);
    if (how == u"twice")
        move(QStringLiteral("passports"), author.region);
    if (how == u"given") {
        Act act = newAct(ActType::Assign, sampleSupervisor(), theCase.version);
        act.caseId = theCase.id;
        act.toAssignee = nameOf(otherOfficer());
        stored(apply(act));
    }
    Act act = newAct(ActType::Escalate, author);
    act.caseId = theCase.id;
    const Case before = caseIn(*m_connection, theCase.id);
    const auto outcome = apply(act);
    QCOMPARE(codeOf(outcome), may ? QStringLiteral("stored") : QStringLiteral("case.unknown"));
    if (may)
        QVERIFY(std::get<ActStored>(*outcome).isProposal);
    else
        QVERIFY(caseIn(*m_connection, theCase.id) == before);
}

void CentreProposalsTest::theAuthorLearnsWhatBecameOfIt()
{
    FeedReader author(sampleOfficer());
    read(author);
    itLeaves();
    const Act decision = newAct(ActType::Complete, sampleOfficer());
    const Act note = newAct(ActType::Note, sampleOfficer());
    stored(apply(decision));
    read(author);
    QVERIFY(author.cases().empty());
    QCOMPARE(author.proposals().at(sampleCase().id).proposals.size(), std::size_t(1));
    QVERIFY(author.proposals().at(sampleCase().id) == proposalsBy(sampleOfficer().id, now()));

    stored(apply(note));
    Act dismissal = newAct(ActType::Dismiss, otherOfficer());
    dismissal.proposal = note.id;
    stored(apply(dismissal));
    Act adoption = newAct(ActType::Complete, otherOfficer(), now().version);
    adoption.proposal = decision.id;
    stored(apply(adoption));
    read(author);
    const OwnProposals told = author.proposals().at(sampleCase().id);
    QCOMPARE(told.number, sampleCase().number);
    QVERIFY(told.proposals.at(0).state == State::Adopted);
    QVERIFY(told.proposals.at(0).closedBy == nameOf(otherOfficer()));
    QVERIFY(told.proposals.at(1).state == State::Dismissed);
    QCOMPARE(told.proposals.at(1).closingText, dismissal.text);
    // Whoever begins from nothing is told the same; one of somebody else's is nobody's business.
    FeedReader anew(sampleOfficer());
    read(anew);
    QVERIFY(anew.proposals() == author.proposals());
    FeedReader owner(otherOfficer());
    read(owner);
    QVERIFY(owner.proposals().empty());
    // Long after, it is told to nobody who begins.
    m_centre->clock().advance(std::chrono::hours(24 * 40));
    FeedReader late(sampleOfficer());
    read(late);
    QVERIFY(late.proposals().empty());
}

// Its cursor is of a time when there were no proposals: all of them are news to it.
void CentreProposalsTest::aDeskFromBeforeGoesOnWithItsCursor()
{
    const std::vector<QString> now = scopesOf(sampleOfficer());
    std::vector<QString> then = now;
    std::erase(then, proposalsScope(sampleOfficer().id));
    QVERIFY(then.size() + 1 == now.size());
    QCOMPARE(scopesFingerprint(then), scopesFingerprint(now));
}

// Otherwise nobody would be left to judge of it.
void CentreProposalsTest::aClosedCaseWithAProposalIsTold()
{
    itLeaves();
    stored(apply(newAct(ActType::Reject, otherOfficer(), now().version)));
    m_centre->clock().advance(std::chrono::hours(24 * 60));
    FeedReader owner(otherOfficer());
    read(owner);
    const Act late = newAct(ActType::Note, sampleOfficer());
    stored(apply(late));
    read(owner);
    QVERIFY(owner.cases().contains(sampleCase().id));
    FeedReader anew(otherOfficer());
    read(anew);
    QVERIFY(anew.cases().contains(sampleCase().id));
    Act dismissal = newAct(ActType::Dismiss, otherOfficer());
    dismissal.proposal = late.id;
    stored(apply(dismissal));
    read(owner);
    QVERIFY(!owner.cases().contains(sampleCase().id));
}

void CentreProposalsTest::twoProposalsOfOneAuthorAreToldTogether()
{
    itLeaves();
    stored(apply(newAct(ActType::Start, sampleOfficer())));
    stored(apply(newAct(ActType::Complete, sampleOfficer(), 4)));
    FeedReader author(sampleOfficer());
    read(author);
    QCOMPARE(author.proposals().at(sampleCase().id).proposals.size(), std::size_t(2));
}

void CentreProposalsTest::theRouteAnswers202()
{
    itLeaves();
    const ActRequest request = requestFor(newAct(ActType::Complete, sampleOfficer()));
    m_connection.reset();
    TestDoor door(*m_centre);
    const QString token = door.signIn(sampleOfficer()).access;
    const auto put = [&] {
        return door.ask(HttpMethod::Put, pathOf(request), token, request.body, ifMatchOf(request));
    };
    const HttpResponse first = put();
    const HttpResponse again = put();
    QCOMPARE(first.status, 202);
    QCOMPARE(again.status, 202);
    QCOMPARE(bodyOf(again), bodyOf(first));
}

QTEST_GUILESS_MAIN(CentreProposalsTest)
#include "tst_proposals.moc"
