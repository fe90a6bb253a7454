// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/rows.h"
#include "tests/central/testcentre.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace tawasul;
using namespace std::chrono_literals;

/// Chains of tokens: rotated, ended by theft and by time, and not ended by an answer that got lost.
class SessionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_centre = std::make_unique<TestCentre>();
        m_connection = m_centre->open();
    }
    void cleanup()
    {
        m_connection.reset();
        m_centre.reset();
    }

    void tokensAreOpaqueAndDifferent()
    {
        const IssuedTokens one = open();
        const IssuedTokens two = open();
        QStringList all{one.access, one.refresh, two.access, two.refresh};
        QCOMPARE(all.removeDuplicates(), 0);
        for (const QString &token : all)
            QVERIFY(QRegularExpression(QStringLiteral("^[A-Za-z0-9_-]{43}$")).match(token).hasMatch());
        QCOMPARE(one.person, sampleOfficer());
        QCOMPARE(one.expiresIn, 15min);
        // Only hashes are kept.
        const QByteArray file = [this] {
            QFile database(centreFilePath(m_centre->folder()));
            QFile log(QString(database.fileName() % u"-wal"));
            (void)database.open(QIODevice::ReadOnly);
            (void)log.open(QIODevice::ReadOnly);
            return QByteArray(database.readAll() + log.readAll());
        }();
        QVERIFY(file.contains(one.person.id.text().toLatin1()));
        for (const QString &token : all)
            QVERIFY(!file.contains(token.toLatin1()));
    }

    void anAccessTokenEndsByTime_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("code");
        QTest::newRow("at once") << 0 << QString();
        QTest::newRow("a second before") << 15 * 60 - 1 << QString();
        QTest::newRow("at its end") << 15 * 60 << QStringLiteral("session.expired");
        QTest::newRow("the next day") << 24 * 3600 << QStringLiteral("session.expired");
    }
    void anAccessTokenEndsByTime()
    {
        QFETCH(int, seconds);
        QFETCH(QString, code);
        const IssuedTokens tokens = open();
        m_centre->clock().advance(std::chrono::seconds(seconds));
        QCOMPARE(codeOf(whoIs(tokens.access)), code);
        QCOMPARE(codeOf(whoIs(tokens.refresh)), QStringLiteral("session.unknown"));
        QCOMPARE(codeOf(whoIs({})), QStringLiteral("session.unknown"));
    }

    void aRefreshTokenLastsAShiftAndIsRenewed()
    {
        IssuedTokens tokens = open();
        for (int shift = 0; shift < 3; ++shift) {
            m_centre->clock().advance(12h - 1s);
            tokens = must(refresh(tokens.refresh));
            QCOMPARE(codeOf(whoIs(tokens.access)), QString());
        }
        m_centre->clock().advance(12h);
        QCOMPARE(codeOf(refresh(tokens.refresh)), QStringLiteral("session.expired"));
    }

    void refreshingReplacesBothTokens()
    {
        const IssuedTokens first = open();
        const IssuedTokens second = must(refresh(first.refresh));
        QVERIFY(first.access != second.access && first.refresh != second.refresh);
        QCOMPARE(second.person, sampleOfficer());
        QCOMPARE(codeOf(whoIs(first.access)), QStringLiteral("session.unknown"));
        QCOMPARE(codeOf(whoIs(second.access)), QString());
    }

    void aSpentTokenEndsItsChainOnly_data()
    {
        QTest::addColumn<bool>("byAccess");
        QTest::newRow("after the new access token was used") << true;
        QTest::newRow("after the new refresh token was used") << false;
    }
    void aSpentTokenEndsItsChainOnly()
    {
        QFETCH(bool, byAccess);
        const IssuedTokens bystander = open();
        const IssuedTokens first = open();
        IssuedTokens newest = must(refresh(first.refresh));
        if (byAccess)
            use(newest.access);
        else
            newest = must(refresh(newest.refresh));
        QCOMPARE(codeOf(refresh(first.refresh)), QStringLiteral("session.ended"));
        QCOMPARE(codeOf(whoIs(newest.access)), QStringLiteral("session.unknown"));
        QCOMPARE(codeOf(refresh(newest.refresh)), QStringLiteral("session.ended"));
        QCOMPARE(codeOf(whoIs(bystander.access)), QString());
        QCOMPARE(codeOf(refresh(bystander.refresh)), QString());
    }

    void aLostAnswerDoesNotEndTheChain()
    {
        const IssuedTokens first = open();
        use(first.access);
        // Three answers in a row are lost, the last try comes hours later.
        const IssuedTokens lost = must(refresh(first.refresh));
        const IssuedTokens alsoLost = must(refresh(first.refresh));
        m_centre->clock().advance(5h);
        const IssuedTokens arrived = must(refresh(first.refresh));
        use(arrived.access);
        QCOMPARE(codeOf(whoIs(lost.access)), QStringLiteral("session.unknown"));
        QCOMPARE(codeOf(whoIs(alsoLost.access)), QStringLiteral("session.unknown"));
        // From now on the old one is somebody's copy.
        QCOMPARE(codeOf(refresh(first.refresh)), QStringLiteral("session.ended"));
        QCOMPARE(codeOf(whoIs(arrived.access)), QStringLiteral("session.unknown"));
    }

    void anAnswerThatCameTwiceEndsTheChain()
    {
        // A copied token was exchanged again, so the owner's successor is the one that "did not arrive": it
        // shows at its next use, whoever holds it.
        const IssuedTokens first = open();
        const IssuedTokens owners = must(refresh(first.refresh));
        const IssuedTokens thiefs = must(refresh(first.refresh));
        QCOMPARE(codeOf(refresh(owners.refresh)), QStringLiteral("session.ended"));
        QCOMPARE(codeOf(whoIs(thiefs.access)), QStringLiteral("session.unknown"));
        QCOMPARE(codeOf(refresh(thiefs.refresh)), QStringLiteral("session.ended"));
    }

    void aLostAnswerIsNoWayAroundTheEndOfAShift()
    {
        const IssuedTokens first = open();
        m_centre->clock().advance(11h);
        must(refresh(first.refresh));
        m_centre->clock().advance(1h);
        QCOMPARE(codeOf(refresh(first.refresh)), QStringLiteral("session.expired"));
    }

    void onlyTheFirstUseAsksToBeRemembered()
    {
        const IssuedTokens first = open();
        QVERIFY(!must(whoIs(first.access)).isFirstUse); // nothing before it could be needed again
        const IssuedTokens second = must(refresh(first.refresh));
        QVERIFY(must(whoIs(second.access)).isFirstUse);
        QVERIFY(must(whoIs(second.access)).isFirstUse); // until it is remembered
        must(m_connection->sessions().confirm(second.access));
        QVERIFY(!must(whoIs(second.access)).isFirstUse);
        must(m_connection->sessions().confirm(first.access)); // late, and of no effect
        const IssuedTokens third = must(refresh(second.refresh));
        QVERIFY(must(whoIs(third.access)).isFirstUse);
    }

    void whoMayNoLongerSignInIsOut_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("account closed") << QStringLiteral("UPDATE person SET active = 0");
        QTest::newRow("role without account") << QStringLiteral("UPDATE person SET role = 'system'");
        QTest::newRow("role of a newer program") << QStringLiteral("UPDATE person SET role = 'wizard'");
    }
    void whoMayNoLongerSignInIsOut()
    {
        QFETCH(QString, change);
        const IssuedTokens tokens = open();
        must(tawasul::changeRows(m_connection->database(), change));
        QCOMPARE(codeOf(whoIs(tokens.access)), QStringLiteral("account.inactive"));
        QCOMPARE(codeOf(refresh(tokens.refresh)), QStringLiteral("account.inactive"));
        must(tawasul::changeRows(m_connection->database(),
                                 QStringLiteral("UPDATE person SET active = 1, role = 'officer'")));
        QCOMPARE(codeOf(whoIs(tokens.access)), QString());
    }

    void signingOutEndsTheChain()
    {
        const IssuedTokens gone = open();
        const IssuedTokens stays = open();
        for (int twice = 0; twice < 2; ++twice)
            must(m_connection->sessions().end(gone.access));
        must(m_connection->sessions().end(QStringLiteral("never a token")));
        QCOMPARE(codeOf(whoIs(gone.access)), QStringLiteral("session.unknown"));
        QCOMPARE(codeOf(refresh(gone.refresh)), QStringLiteral("session.ended"));
        QCOMPARE(codeOf(whoIs(stays.access)), QString());
    }

    void garbageIsNoToken_data()
    {
        QTest::addColumn<QString>("token");
        QTest::newRow("empty") << QString();
        QTest::newRow("words") << QStringLiteral("refresh me");
        QTest::newRow("Arabic") << QStringLiteral("رمز");
        QTest::newRow("NUL") << QString(QChar(0));
        QTest::newRow("long") << QString(16'000, QLatin1Char('A'));
    }
    void garbageIsNoToken()
    {
        QFETCH(QString, token);
        const IssuedTokens tokens = open();
        QCOMPARE(codeOf(refresh(token)), QStringLiteral("session.ended"));
        QCOMPARE(codeOf(whoIs(token)), QStringLiteral("session.unknown"));
        QCOMPARE(codeOf(refresh(QString(tokens.refresh % token.left(1) % u"x"))),
                 QStringLiteral("session.ended"));
        QCOMPARE(codeOf(whoIs(tokens.access)), QString());
    }

    void whatEndedIsForgotten()
    {
        IssuedTokens tokens = open();
        open();
        for (int i = 0; i < 4; ++i) {
            m_centre->clock().advance(8h);
            tokens = must(refresh(tokens.refresh));
        }
        QCOMPARE(rows("session"), 2);
        QCOMPARE(rows("spent_refresh"), 4);
        must(m_connection->sessions().forgetEnded(m_centre->clock().now()));
        QCOMPARE(rows("session"), 1);
        QCOMPARE(rows("spent_refresh"), 1); // the one that would still be good, had it not been exchanged
        QCOMPARE(codeOf(refresh(tokens.refresh)), QString());
    }

    void anyDeviceMaySignIn_data()
    {
        QTest::addColumn<QString>("device");
        QTest::addColumn<QString>("kept");
        const QString face = QStringLiteral("😀");
        QTest::newRow("a name") << QStringLiteral("مكتب ١٢") << QStringLiteral("مكتب ١٢");
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("a long one") << QString(5'000, QLatin1Char('x')) << QString(200, QLatin1Char('x'));
        QTest::newRow("cut within a character")
            << QString(QString(199, QLatin1Char('x')) % face) << QString();
        QTest::newRow("with a NUL") << QString(QStringLiteral("a") % QChar(0) % QStringLiteral("b"))
                                    << QString();
    }
    void anyDeviceMaySignIn()
    {
        QFETCH(QString, device);
        QFETCH(QString, kept);
        must(m_connection->sessions().open(account(), device));
        const auto stored =
            must(readOne(m_connection->database(), QStringLiteral("SELECT device FROM session"),
                         [](Query &row) { return row.text(0); }));
        QCOMPARE(stored.value(), kept);
    }

    void namesOfAccountsAreUnique()
    {
        Account twin = account();
        twin.person.id = PersonId(QStringLiteral("another"));
        twin.username = twin.username.toUpper();
        QCOMPARE(m_connection->accounts().add(twin, m_centre->clock().now()).error().code,
                 QStringLiteral("account.exists"));
        QVERIFY(must(m_connection->accounts().byUsername(QStringLiteral("OFFICER-1"))).has_value());
        QVERIFY(!must(m_connection->accounts().byUsername(QString(QStringLiteral("officer-1") % QChar(0)))));
        QVERIFY(!must(m_connection->accounts().byUsername(QString(QChar(0xd800)))));
        for (const Role role : {Role::Beneficiary, Role::System, Role::Unknown}) {
            twin.username = QStringLiteral("other");
            twin.person.role = role;
            QCOMPARE(m_connection->accounts().add(twin, m_centre->clock().now()).error().code,
                     QStringLiteral("account.role"));
        }
        QCOMPARE(must(m_connection->accounts().all()).size(), 6U);
    }

private:
    Account account() { return must(m_connection->accounts().byId(sampleOfficer().id)).value(); }
    IssuedTokens open() { return must(m_connection->sessions().open(account(), QStringLiteral("test"))); }
    Result<IssuedTokens> refresh(const QString &token) { return m_connection->sessions().refresh(token); }
    Result<SignedIn> whoIs(const QString &token) { return m_connection->sessions().whoIs(token); }
    /// As a route does it.
    void use(const QString &access)
    {
        if (must(whoIs(access)).isFirstUse)
            must(m_connection->sessions().confirm(access));
    }
    template<class T>
    static QString codeOf(const Result<T> &result)
    {
        return result ? QString() : result.error().code;
    }
    qint64 rows(const char *table)
    {
        return must(readOneInt64(m_connection->database(),
                                 QString(QStringLiteral("SELECT count(*) FROM ") % QLatin1String(table))));
    }

    std::unique_ptr<TestCentre> m_centre;
    std::unique_ptr<RegisterConnection> m_connection;
};

QTEST_GUILESS_MAIN(SessionsTest)
#include "models/sql/rows.h"
#include "tst_sessions.moc"
