// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every verdict of the doctor, from the facts it is drawn from.
#include "app/desk/doctor/doctorreport.h"
#include "tests/support/samplecase.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <algorithm>
#include <functional>

using namespace tawasul;
using namespace std::chrono_literals;

namespace {

using Change = std::function<void(ProfileCheckup &)>;

const QString kAct = QStringLiteral("019ab9d0-2f70-7aaa-8bbb-000000000001");

/// Nothing to say about this one.
ProfileCheckup healthy()
{
    ProfileCheckup checkup;
    checkup.at = sampleNow();
    checkup.folder = {true, true, true, 0, 0, qint64(40) * 1024 * 1024 * 1024};
    checkup.journal = {true, 8192, 0, std::nullopt, 1, 1, 0, {}};
    checkup.cache = checkup.journal;
    checkup.isFilling = false;
    checkup.completeAt = sampleNow() - 1h;
    checkup.lastServerTime = sampleNow() - 1h;
    checkup.sqliteVersion = QStringLiteral("3.40.1");
    return checkup;
}

void addWaiting(ProfileCheckup &checkup, std::chrono::hours age)
{
    checkup.outbox.waiting = 2;
    checkup.outbox.oldest = kAct;
    checkup.outbox.oldestAt = sampleNow() - age;
    checkup.outbox.nextTryAt = sampleNow() + 1min;
    checkup.outbox.lastError = QStringLiteral("network.unreachable");
}

Error errorOf(Error::Kind kind, const char *code)
{
    return {kind, QString::fromLatin1(code), QStringLiteral("a detail")};
}

const Finding *findingOn(const std::vector<Finding> &findings, const QString &check)
{
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [&check](const Finding &finding) { return finding.check == check; });
    return found == findings.end() ? nullptr : &*found;
}

} // namespace

Q_DECLARE_METATYPE(Change)

class FindingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHealthyProfileIsWellThroughout()
    {
        const std::vector<Finding> findings = findingsOf(healthy());
        QStringList checks;
        for (const Finding &finding : findings) {
            checks.append(finding.check);
            QCOMPARE(finding.health, Health::Well);
            QVERIFY(!finding.what.isEmpty() && finding.advice.isEmpty());
        }
        QCOMPARE(
            checks.join(u' '),
            QStringLiteral("folder access journal outbox receipts drafts cache attachments disk contact clock"
                           " versions"));
        QCOMPARE(exitCodeOf(healthy(), findings), 0);
    }

    void eachFactHasItsVerdict_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("check");
        QTest::addColumn<Health>("health");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *check, Health health, int exitCode,
                            const char *says, const Change &change) {
            QTest::newRow(name) << change << QString::fromLatin1(check) << health << exitCode
                                << QString::fromLatin1(says);
        };
        addFolderRows(row);
        addFileRows(row);
        addWorkRows(row);
        addTimeRows(row);
    }

    void eachFactHasItsVerdict()
    {
        QFETCH(Change, change);
        QFETCH(QString, check);
        QFETCH(Health, health);
        QFETCH(int, exitCode);
        QFETCH(QString, says);
        ProfileCheckup checkup = healthy();
        change(checkup);
        const std::vector<Finding> findings = findingsOf(checkup);
        const Finding *finding = findingOn(findings, check);
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->health, health);
        QVERIFY2(finding->what.contains(says), qPrintable(finding->what));
        QCOMPARE(finding->advice.isEmpty(), health == Health::Well);
        QCOMPARE(exitCodeOf(checkup, findings), exitCode);
        const QJsonObject json = QJsonDocument::fromJson(jsonOf(checkup, findings)).object();
        QCOMPARE(json.value(u"exit_code").toInt(-1), exitCode);
        QCOMPARE(json.value(u"checks").toArray().size(), std::ssize(findings));
        QCOMPARE(linesOf(findings).count('\n'), std::ssize(findings));
    }

    void whatWasNotReadIsNeitherSaidToBeEmptyNorCounted()
    {
        ProfileCheckup checkup = healthy();
        checkup.journal.schemaVersion = 2;
        const std::vector<Finding> findings = findingsOf(checkup);
        QVERIFY(findingOn(findings, QStringLiteral("outbox")) == nullptr);
        QVERIFY(findingOn(findings, QStringLiteral("drafts")) == nullptr);
        const QJsonObject facts =
            QJsonDocument::fromJson(jsonOf(checkup, findings)).object().value(u"facts").toObject();
        QVERIFY(facts.value(u"outbox").isNull() && facts.value(u"drafts").isNull());
    }

    void namesInTheReportAreStable()
    {
        ProfileCheckup checkup = healthy();
        addWaiting(checkup, 1h);
        const QJsonObject json = QJsonDocument::fromJson(jsonOf(checkup, findingsOf(checkup))).object();
        QCOMPARE(json.keys().join(u' '), QStringLiteral("checked_at checks deep exit_code facts verdict"));
        const QJsonObject facts = json.value(u"facts").toObject();
        QCOMPARE(
            facts.keys().join(u' '),
            QStringLiteral("attachments cache clock contact drafts folder journal occupancy outbox receipts"
                           " versions"));
        const QJsonObject outbox = facts.value(u"outbox").toObject();
        QCOMPARE(
            outbox.keys().join(u' '),
            QStringLiteral("last_error last_error_at lost most_tries next_try_at oldest_act oldest_at orders"
                           " orders_set_aside parked parked_acts sending unreadable waiting"));
        QCOMPARE(outbox.value(u"oldest_act").toString(), kAct);
        QCOMPARE(outbox.value(u"oldest_at").toString(), toIso(sampleNow() - 1h));
        QVERIFY(outbox.value(u"last_error_at").isNull());
        static const QRegularExpression snakeCase(QStringLiteral("^[a-z][a-z_]*$"));
        for (const QString &section : facts.keys()) {
            for (const QString &name : facts.value(section).toObject().keys())
                QVERIFY2(snakeCase.match(name).hasMatch(), qPrintable(name));
        }
    }

private:
    template<class Row>
    static void addFolderRows(const Row &row)
    {
        const Health ill = Health::Attention;
        row("no folder", "folder", Health::Broken, 3, "no such folder", [](auto &c) { c.folder = {}; });
        row("unreadable folder", "folder", Health::Broken, 3, "may not be read",
            [](auto &c) { c.folder.isReadable = false; });
        row("read-only folder", "folder", Health::Broken, 1, "cannot be written",
            [](auto &c) { c.folder.isWritable = false; });
        row("open folder", "folder", ill, 1, "3 of its files", [](auto &c) { c.folder.openToOthers = 3; });
        row("foreign owner", "folder", ill, 1, "1 file", [](auto &c) { c.folder.ownedByOthers = 1; });
        // Whose folder it is, and who may read it, is nobody's business then.
        row("no profile", "folder", Health::Broken, 3, "no profile", [](auto &c) {
            c.journal = {};
            c.cache = {};
            c.folder.openToOthers = 3;
            c.folder.isWritable = false;
        });
        row("in use", "access", Health::Well, 0, "has the profile open",
            [](auto &c) { c.occupancy = Occupancy::InUse; });
        row("lock unreadable", "access", ill, 1, "cannot tell",
            [](auto &c) { c.occupancy = Occupancy::Unknown; });
        row("little space", "disk", ill, 1, "511 MiB",
            [](auto &c) { c.folder.freeBytes = kScarceBytes - 1; });
        row("enough space", "disk", Health::Well, 0, "512 MiB",
            [](auto &c) { c.folder.freeBytes = kScarceBytes; });
        row("no space", "disk", Health::Broken, 1, "may fail",
            [](auto &c) { c.folder.freeBytes = kNoBytes - 1; });
        row("space unknown", "disk", ill, 1, "unknown", [](auto &c) { c.folder.freeBytes = -1; });
    }

    template<class Row>
    static void addFileRows(const Row &row)
    {
        using Kind = Error::Kind;
        const Health ill = Health::Attention;
        row("no journal", "journal", Health::Broken, 3, "missing", [](auto &c) { c.journal = {}; });
        row("no cache", "cache", ill, 1, "missing", [](auto &c) { c.cache = {}; });
        row("journal no database", "journal", Health::Broken, 3, "sql.corrupt",
            [](auto &c) { c.journal = {true, 9, 0, errorOf(Kind::Corrupt, "sql.corrupt"), 0, 1, 0, {}}; });
        row("journal torn", "journal", Health::Broken, 1, "2 problems, first Tree 5", [](auto &c) {
            c.journal.problems = 2;
            c.journal.firstProblem = QStringLiteral("Tree 5");
        });
        row("outbox torn", "outbox", Health::Broken, 1, "to its end",
            [](auto &c) { c.journal.failure = errorOf(Kind::Corrupt, "sql.corrupt"); });
        row("cache torn", "cache", ill, 1, "damaged", [](auto &c) { c.cache.problems = 1; });
        row("journal of a newer desk", "journal", ill, 1, "version 2, this one knows 1",
            [](auto &c) { c.journal.schemaVersion = 2; });
        row("cache of a newer desk", "cache", Health::Well, 0, "newer",
            [](auto &c) { c.cache.schemaVersion = 2; });
        row("journal of an older desk", "journal", Health::Well, 0, "from version 1 to 2",
            [](auto &c) { c.journal.knownVersion = 2; });
        row("journal begun", "journal", Health::Well, 0, "still empty",
            [](auto &c) { c.journal.schemaVersion = 0; });
        row("journal emptied", "journal", Health::Broken, 1, "holds cases", [](auto &c) {
            c.journal.schemaVersion = 0;
            c.cases = 1;
        });
        row("journal unreadable", "journal", Health::Broken, 3, "sql.open", [](auto &c) {
            c.journal.failure = errorOf(Kind::Storage, "sql.open");
            c.journal.schemaVersion = 0;
        });
        row("cache busy", "cache", ill, 1, "at this moment", [](auto &c) {
            c.occupancy = Occupancy::InUse;
            c.cache.failure = errorOf(Kind::Busy, "sql.busy");
        });
        row("damaged attachments", "attachments", ill, 1, "3 damaged", [](auto &c) {
            c.attachments.wrongSize = 1;
            c.attachments.wrongHash = 2;
        });
        row("unreadable attachments", "attachments", ill, 1, "2 cannot be read",
            [](auto &c) { c.attachments.unreadable = 2; });
        row("foreign files", "attachments", ill, 1, "1 not made", [](auto &c) { c.attachments.foreign = 1; });
        row("attachments to come", "attachments", Health::Well, 0, "4 of 6 not downloaded; 1 cut download",
            [](auto &c) {
                c.attachments.named = 6;
                c.attachments.missing = 4;
                c.attachments.parts = 1;
            });
    }

    template<class Row>
    static void addWorkRows(const Row &row)
    {
        const Health ill = Health::Attention;
        row("acts waiting", "outbox", Health::Well, 0, "2 acts waiting", [](auto &c) { addWaiting(c, 72h); });
        row("acts waiting long", "outbox", ill, 1, "network.unreachable",
            [](auto &c) { addWaiting(c, 73h); });
        row("an act parked", "outbox", ill, 1, "1 parked", [](auto &c) {
            addWaiting(c, 1h);
            c.outbox.parked = 1;
        });
        row("an act lost", "outbox", Health::Broken, 1, "1 recorded act", [](auto &c) { c.outbox.lost = 1; });
        row("an act unreadable", "outbox", Health::Broken, 1, "read back", [](auto &c) {
            addWaiting(c, 1h);
            c.outbox.unreadable = 1;
        });
        row("no receipts", "receipts", Health::Well, 0, "none yet", [](auto &) {});
        row("receipts", "receipts", Health::Well, 0, "3 of 3 receipts verified with 1 key",
            [](auto &c) { c.receipts = {.proven = 3, .keys = 1}; });
        row("receipts of before there was a key", "receipts", Health::Well, 0, "2 of before",
            [](auto &c) { c.receipts = {.proven = 1, .withoutSignature = 2, .keys = 1}; });
        row("a receipt that is not verified", "receipts", ill, 1, "2 of 3 receipts verified with 1 key",
            [](auto &c) { c.receipts = {.proven = 2, .doubtful = 1, .doubtfulActs = {kAct}, .keys = 1}; });
        row("a receipt that is not verified, by name", "receipts", ill, 1, "1 not verified, first 019ab9d0",
            [](auto &c) { c.receipts = {.doubtful = 1, .doubtfulActs = {kAct}, .keys = 1}; });
        row("a key of nobody", "receipts", ill, 1, "1 key that no earlier one introduced",
            [](auto &c) { c.receipts = {.proven = 1, .keys = 2, .keysNotIntroduced = 1}; });
        row("drafts", "drafts", Health::Well, 0, "2 drafts", [](auto &c) { c.drafts.count = 2; });
    }

    template<class Row>
    static void addTimeRows(const Row &row)
    {
        const Health ill = Health::Attention;
        row("never fetched", "contact", ill, 1, "never fetched", [](auto &c) { c.completeAt.reset(); });
        row("long without contact", "contact", ill, 1, "3 days ago",
            [](auto &c) { c.completeAt = c.at - 73h; });
        row("a weekend without contact", "contact", Health::Well, 0, "up to date",
            [](auto &c) { c.completeAt = c.at - 72h; });
        row("rebuilding", "contact", ill, 1, "not at its end", [](auto &c) { c.isFilling = true; });
        row("clock behind", "clock", ill, 1, "2 hours behind", [](auto &c) { c.lastServerTime = c.at + 2h; });
        row("clock a little behind", "clock", Health::Well, 0, "not behind",
            [](auto &c) { c.lastServerTime = c.at + kClockTolerance; });
        row("clock set back", "clock", ill, 1, "4 acts", [](auto &c) { c.recordedAhead = 4; });
        row("no centre's time", "clock", Health::Well, 0, "nothing to compare",
            [](auto &c) { c.lastServerTime.reset(); });
    }
};

QTEST_GUILESS_MAIN(FindingsTest)
#include "tst_findings.moc"
