// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/attachments/attachmentstore.h"
#include "app/central/demo/democommand.h"
#include "app/central/register/scopes.h"
#include "app/central/service/centreservice.h"
#include "app/central/service/registerconnection.h"
#include "models/crypto/password.h"
#include "models/protocol/casecodec.h"
#include "tests/demo/demofixture.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <map>
#include <set>

using namespace tawasul;
using namespace Qt::StringLiterals;

namespace {

constexpr int kCases = 90;

DemoOptions wanted()
{
    DemoOptions options;
    options.cases = kCases;
    options.officers = 3;
    options.files = 10;
    options.day = ordinaryDay();
    return options;
}

// The morning on which the register is used.
class Morning final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return riyadhInstant(ordinaryDay(), QTime(8, 0)); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return {}; }
};

// What the desks of these people get when they follow the feed from nothing, page by page.
struct Followed
{
    std::map<QString, QJsonObject> cases; ///< by id
    QByteArray bytes;
};

Followed follow(RegisterConnection &connection, const Actor &person)
{
    Followed followed;
    QString cursor;
    constexpr int kPage = 20;
    const Instant closedBefore = connection.now() - std::chrono::hours(24 * 30);
    for (bool more = true; more;) {
        const auto page = connection.feed().page(scopesOf(person), connection.identity().epoch, cursor, kPage,
                                                 closedBefore);
        if (!page)
            return {};
        followed.bytes += page->json;
        const QJsonObject object = QJsonDocument::fromJson(page->json).object();
        for (const QJsonValue &change : object[u"changes"_s].toArray()) {
            const QJsonObject theCase = change[u"case"_s].toObject();
            if (change[u"kind"_s].toString() == u"case"_s)
                followed.cases[theCase[u"id"_s].toString()] = theCase;
        }
        cursor = object[u"next_cursor"_s].toString();
        more = object[u"more"_s].toBool();
    }
    return followed;
}

} // namespace

class RegisterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Outcome made = runDemo(m_folder.path(), wanted(), true);
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        auto connection = RegisterConnection::open(m_folder.path(), CentreAccess::Read, m_morning, m_random);
        QVERIFY(connection);
        m_connection = std::move(connection).value();
    }

    void theRegisterIsForTrainingAndHoldsEveryCase()
    {
        QVERIFY(m_connection->identity().training);
        const auto count = m_connection->cases().count();
        QVERIFY(count);
        QCOMPARE(*count, kCases);
    }

    void aSecondDemonstrationIsRefused()
    {
        const Outcome again = runDemo(m_folder.path(), wanted(), true);
        QVERIFY(!again);
        QCOMPARE(again.error().code, u"centre.exists"_s);
    }

    void everybodyCanSignInWithThePrintedPassword()
    {
        const MadeDemo expected = makeDemo(wanted());
        const auto accounts = m_connection->accounts().all();
        QVERIFY(accounts);
        QCOMPARE(accounts->size(), expected.generator->staff().all().size());
        const StaffMember &first = expected.generator->staff().officers.front();
        const auto account = m_connection->accounts().byUsername(u"officer1"_s);
        QVERIFY(account && *account);
        QVERIFY(verifyPassword((*account)->passwordHash, first.password));
        QVERIFY((*account)->person == first.person);
    }

    void everyOfficersDeskGetsTheirCases()
    {
        const auto accounts = m_connection->accounts().all();
        std::set<QString> reached;
        for (const Account &account : *accounts) {
            if (account.person.role != Role::Officer)
                continue;
            const Followed followed = follow(*m_connection, account.person);
            int open = 0;
            for (const auto &[id, json] : followed.cases) {
                const auto theCase = wire::caseFromJson(json);
                QVERIFY(theCase);
                QVERIFY(!theCase->assignee || theCase->assignee->id == account.person.id);
                open += isOpen(theCase->status) ? 1 : 0;
                reached.insert(id);
            }
            QVERIFY2(open >= 8, qPrintable(account.username));
        }
        // All but the few that were closed more than thirty days ago.
        QVERIFY2(reached.size() > kCases * 9 / 10, qPrintable(QString::number(reached.size())));
    }

    void everyAttachmentIsThereAndIsItsHash()
    {
        const AttachmentStore store(CentreService::attachmentFolder(m_folder.path()));
        std::set<QString> hashes;
        const auto accounts = m_connection->accounts().all();
        for (const Account &account : *accounts) {
            for (const auto &[id, json] : follow(*m_connection, account.person).cases) {
                const auto theCase = wire::caseFromJson(json);
                for (const Attachment &file : theCase->attachments) {
                    const auto path = store.pathOf(file.sha256);
                    QVERIFY(path);
                    QFile stored(*path);
                    QVERIFY(stored.open(QIODevice::ReadOnly));
                    QCOMPARE(stored.size(), file.size);
                    if (!hashes.insert(file.sha256).second)
                        continue;
                    const QByteArray hash =
                        QCryptographicHash::hash(stored.readAll(), QCryptographicHash::Sha256).toHex();
                    QCOMPARE(QString::fromLatin1(hash), file.sha256);
                }
            }
        }
        QVERIFY(hashes.size() > 15);
    }

    void theRecallWindowIsAsAskedForAndOtherwiseAsShipped()
    {
        const auto shipped = m_connection->shelf().newestVersion();
        QVERIFY(shipped);
        QCOMPARE((*m_connection->shelf().version(*shipped))->parameters.recallSeconds, 60);

        QTemporaryDir folder;
        DemoOptions atOnce = wanted();
        atOnce.cases = 10;
        atOnce.recallSeconds = 0;
        QVERIFY(runDemo(folder.path(), atOnce, true));
        const auto connection =
            RegisterConnection::open(folder.path(), CentreAccess::Read, m_morning, m_random);
        QVERIFY(connection);
        const auto version = (*connection)->shelf().newestVersion();
        QVERIFY(version);
        QVERIFY2(*version != *shipped, "other reference data need a version of their own");
        QCOMPARE((*(*connection)->shelf().version(*version))->parameters.recallSeconds, 0);
    }

    // Salts of passwords are random by nature; all else is the same, byte for byte.
    void theSameSeedFillsTheSameRegister()
    {
        QTemporaryDir folder;
        QVERIFY(runDemo(folder.path(), wanted(), true));
        auto connection = RegisterConnection::open(folder.path(), CentreAccess::Read, m_morning, m_random);
        QVERIFY(connection);
        QCOMPARE((*connection)->identity().id, m_connection->identity().id);
        QCOMPARE((*connection)->identity().epoch, m_connection->identity().epoch);
        const auto accounts = m_connection->accounts().all();
        for (const Account &account : *accounts)
            QCOMPARE(follow(**connection, account.person).bytes, follow(*m_connection, account.person).bytes);
        QCOMPARE(filesIn(folder.path()), filesIn(m_folder.path()));
    }

private:
    static QStringList filesIn(const QString &folder)
    {
        QStringList names;
        QDirIterator files(CentreService::attachmentFolder(folder), QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            names.append(QFileInfo(files.next()).fileName());
        names.sort();
        return names;
    }

    QTemporaryDir m_folder;
    Morning m_morning;
    SystemRandom m_random;
    std::unique_ptr<RegisterConnection> m_connection;
};

QTEST_MAIN(RegisterTest)
#include "tst_register.moc"
