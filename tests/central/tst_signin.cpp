// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/identities/signinguard.h"
#include "models/crypto/password.h"
#include "tests/support/testclock.h"

#include <QtTest/QTest>

using namespace tawasul;
using namespace std::chrono_literals;

namespace {

const QString kName = QStringLiteral("noura");
const QString kOffice = QStringLiteral("10.1.2.3");

QString addressOf(int n)
{
    return QStringLiteral("10.9.%1.%2").arg(n / 250).arg(n % 250);
}

} // namespace

/// Guessing is slow; working is not.
class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<TestClock>(Instant{});
        m_guard = std::make_unique<SignInGuard>(*m_clock);
    }

    void fiveWrongTriesAreFree()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(wrong(kName), 0s);
        QCOMPARE(m_guard->admit(kName, kOffice), 1s);
        QCOMPARE(m_guard->admit(QStringLiteral("khalid"), kOffice), 0s);
    }

    void waitsGrowToFiveMinutes()
    {
        for (int i = 0; i < 5; ++i)
            (void)wrong(kName);
        std::chrono::seconds longest = 0s;
        for (int i = 0; i < 12; ++i) {
            const auto wait = m_guard->admit(kName, kOffice);
            QVERIFY(wait >= longest);
            longest = wait;
            QCOMPARE(m_guard->admit(kName, kOffice), wait); // asking early does not make it longer
            m_clock->advance(wait);
            QCOMPARE(wrong(kName), 0s);
        }
        QCOMPARE(longest, 300s);
    }

    void aRightPasswordClearsTheName()
    {
        for (int round = 0; round < 5; ++round) {
            for (int i = 0; i < 4; ++i)
                QCOMPARE(wrong(kName), 0s);
            QCOMPARE(m_guard->admit(kName, kOffice), 0s);
            m_guard->succeeded(kName);
        }
    }

    void manyTriesAtOnceAreNoWayAround()
    {
        // Fifty before the first verdict: five are permitted.
        int permitted = 0;
        for (int i = 0; i < 50; ++i)
            permitted += m_guard->admit(kName, addressOf(i)) == 0s ? 1 : 0;
        QCOMPARE(permitted, 5);
    }

    void aTryWithoutVerdictDoesNotCount()
    {
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(m_guard->admit(kName, kOffice), 0s);
            m_guard->withdrawn(kName);
        }
    }

    void spellingsOfANameShareTheirTries()
    {
        for (const char *spelling : {"noura", "Noura", "NOURA", "nOURA", "NouRa"})
            QCOMPARE(wrong(QString::fromLatin1(spelling)), 0s);
        QVERIFY(m_guard->admit(QStringLiteral("nouRA"), kOffice) > 0s);
    }

    void wrongTriesFade()
    {
        for (int i = 0; i < 5; ++i)
            (void)wrong(kName);
        m_clock->advance(1h);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(wrong(kName), 0s);
        QVERIFY(wrong(kName) > 0s);
    }

    void oneAddressCannotTryManyNames()
    {
        int permitted = 0;
        for (int i = 0; i < 200; ++i)
            permitted += wrong(QStringLiteral("name-%1").arg(i)) == 0s ? 1 : 0;
        QCOMPARE(permitted, 50);
        QCOMPARE(m_guard->admit(kName, QStringLiteral("10.1.2.4")), 0s);
    }

    void anOfficeThatMistypesNowAndThenIsNeverLockedOut()
    {
        // 300 people behind one address, one wrong password a minute, day after day.
        for (int minute = 0; minute < 3 * 24 * 60; ++minute) {
            QCOMPARE(wrong(QStringLiteral("name-%1").arg(minute % 300)), 0s);
            m_clock->advance(1min);
        }
    }

    void aFloodOfNamesIsBoundedAndForgivesNobodyEarly()
    {
        const auto flood = [this](int from, int to) {
            for (int i = from; i < to; ++i)
                (void)m_guard->admit(QStringLiteral("flood-%1").arg(i), addressOf(i));
        };
        flood(0, 15'000);
        m_clock->advance(1h);
        for (int i = 0; i < 5; ++i)
            (void)wrong(kName);
        flood(15'000, 30'000); // what had faded makes room
        QVERIFY(m_guard->admit(kName, kOffice) > 0s);
    }

    void aSetClockChangesNothing()
    {
        for (int i = 0; i < 5; ++i)
            (void)wrong(kName);
        m_clock->setWall(Instant(std::chrono::days(20'000)));
        QVERIFY(m_guard->admit(kName, kOffice) > 0s);
    }

    void aPasswordIsFoundAgainAndNoOther()
    {
        const QString password = QStringLiteral("كلمة سر طويلة 7");
        const QString hash = hashPassword(password).value_or({});
        QVERIFY(hash.startsWith(QStringLiteral("$argon2id$v=19$m=65536,t=2,p=1$")));
        QVERIFY(verifyPassword(hash, password));
        QVERIFY(!verifyPassword(hash, QString(password % u' ')));
        QVERIFY(!verifyPassword(QString(), password));
        QVERIFY(!verifyPassword(QStringLiteral("!"), QString()));
    }

    void nobodysPasswordIsAnotherEachTime()
    {
        const QString one = nobodysPasswordHash().value_or({});
        QVERIFY(one.startsWith(QStringLiteral("$argon2id$v=19$m=65536,t=2,p=1$"))); // as dear as a real one
        QVERIFY(one != nobodysPasswordHash().value_or({}));
    }

private:
    /// A wrong try from the office; how long it would have had to wait.
    std::chrono::seconds wrong(const QString &name)
    {
        const auto wait = m_guard->admit(name, kOffice);
        if (wait == 0s)
            m_guard->failed(kOffice);
        return wait;
    }

    std::unique_ptr<TestClock> m_clock;
    std::unique_ptr<SignInGuard> m_guard;
};

QTEST_GUILESS_MAIN(SignInTest)
#include "tst_signin.moc"
