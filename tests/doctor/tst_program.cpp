// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// `tawasul-desk doctor` as whoever runs it meets it: without a display, by its words, exit codes and reports;
// and the desk's own words, as far as they need no display either.
#include "models/protocol/jsonreader.h"
#include "models/sql/query.h"
#include "tests/envelope/sampleenvelope.h"
#include "tests/support/deskprofile.h"
#include "tests/support/opendirectly.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtTest/QTest>

using namespace tawasul;

namespace {

struct Ended
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Ended desk(const QStringList &words)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(display));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(TAWASUL_DESK_PROGRAM), words);
    if (!process.waitForFinished(30'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Ended doctor(const QStringList &words)
{
    return desk(QStringList{QStringLiteral("doctor")} + words);
}

QString text(const char *words)
{
    return QString::fromLatin1(words);
}

} // namespace

class DoctorProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsHaveTheirExitCodes_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("help") << text("--help") << 0 << QByteArray("--profile");
        QTest::newRow("nothing") << QString() << 2 << QByteArray("--profile");
        QTest::newRow("no folder named") << text("--profile") << 2 << QByteArray("--profile");
        QTest::newRow("unknown word") << text("--profile x --export y") << 2 << QByteArray("--export");
        QTest::newRow("no such folder") << text("--profile /nowhere/at/all") << 3 << QByteArray("broken");
        QTest::newRow("a file") << text("--profile /etc/passwd") << 3 << QByteArray("broken");
        QTest::newRow("no profile") << text("--profile EMPTY") << 3 << QByteArray("it is no profile");
        QTest::newRow("no profile as JSON")
            << text("--json --profile EMPTY") << 3 << QByteArray("\"exit_code\": 3");
    }

    void wordsHaveTheirExitCodes()
    {
        QFETCH(QString, words);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        const auto empty = makeScratchDirectory();
        QStringList list = words.split(u' ', Qt::SkipEmptyParts);
        list.replaceInStrings(QStringLiteral("EMPTY"), empty->path());
        const Ended ended = doctor(list);
        QCOMPARE(ended.code, code);
        const QByteArray &said = code == 2 ? ended.err : ended.out;
        QVERIFY2(said.contains(says), said.constData());
        QVERIFY(QDir(empty->path()).isEmpty());
    }

    void theDesksOwnWordsNeedNoDisplay_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("help") << text("--help") << 0 << QByteArray("--centre");
        QTest::newRow("help, short") << text("-h") << 0 << QByteArray("--centre");
        QTest::newRow("version") << text("--version") << 0 << QByteArray("tawasul-desk ");
        QTest::newRow("version, short") << text("-v") << 0 << QByteArray("tawasul-desk ");
        QTest::newRow("help of a started session")
            << text("-session 1 --help") << 0 << QByteArray("--centre");
        QTest::newRow("unknown word") << text("--colour red") << 2 << QByteArray("colour");
        QTest::newRow("unknown word, short") << text("-x") << 2 << QByteArray("x");
        QTest::newRow("no value") << text("--centre") << 2 << QByteArray("centre");
        QTest::newRow("no address") << text("--centre nowhere") << 2 << QByteArray("--centre");
        QTest::newRow("a word too many") << text("--training run") << 2 << QByteArray("run");
        QTest::newRow("doctor not first") << text("--training doctor") << 2 << QByteArray("doctor");
    }

    void theDesksOwnWordsNeedNoDisplay()
    {
        QFETCH(QString, words);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        const Ended ended = desk(words.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(ended.code, code);
        const QByteArray &said = code == 2 ? ended.err : ended.out;
        QVERIFY2(said.contains(says), said.constData());
        QCOMPARE(code == 2 ? ended.out : ended.err, QByteArray());
    }

    void aProfileIsToldLineByLine()
    {
        const auto profile = closedProfile();
        const Ended ended = doctor({text("--profile"), profile->folder()});
        QVERIFY(ended.code == 0 || ended.code == 1); // the sample's times are not of today
        QCOMPARE(ended.err, QByteArray());
        QStringList checks;
        for (const QByteArray &line : ended.out.trimmed().split('\n')) {
            const QList<QByteArray> words = line.simplified().split(' ');
            QVERIFY2(QByteArrayList({"well", "attention", "broken"}).contains(words.at(0)), line.constData());
            checks.append(QString::fromLatin1(words.at(1)));
        }
        QCOMPARE(checks.join(u' '),
                 text("folder access journal outbox receipts drafts cache attachments disk contact clock "
                      "versions"));
    }

    void nothingPersonalIsTold()
    {
        const auto profile = closedProfile();
        const Case shown = numberedCase(1);
        for (const QString &more : {text("--deep"), text("--json")}) {
            const Ended ended = doctor({text("--profile"), profile->folder(), more});
            QVERIFY(!ended.out.isEmpty());
            const QString report = QString::fromUtf8(ended.out);
            for (const QString &secret :
                 {shown.id.text(), shown.number, shown.beneficiary.name, sampleOfficer().name,
                  sampleOfficer().id.text(), shown.attachments.front().sha256, shown.attachments.front().name,
                  profile->folder()})
                QVERIFY2(!secret.isEmpty() && !report.contains(secret), qPrintable(secret));
        }
    }

    void besideARunningDeskItAnswersAndTheDeskGoesOn()
    {
        DeskProfile profile;
        fill(profile);
        const Ended ended = doctor({text("--json"), text("--profile"), profile.folder()});
        const QJsonObject facts = QJsonDocument::fromJson(ended.out).object().value(u"facts").toObject();
        QCOMPARE(facts.value(u"occupancy").toString(), text("in_use"));
        QCOMPARE(facts.value(u"outbox").toObject().value(u"waiting").toInt(), 1);
        QCOMPARE(facts.value(u"journal").toObject().value(u"problems").toInt(), 0);
        QVERIFY(
            profile.wait(profile.desk().record(intentionOf(ActType::Note, numberedCase(2))))->has_value());
        QCOMPARE(profile.unsettled().size(), std::size_t(2));
    }

    void unsentActsAreGivenAwayInOneFile()
    {
        const auto machine = makeScratchDirectory();
        const QString file = machine->filePath(text("unsent.json"));
        DeskProfile profile;
        profile.useEnvelopes(machine->filePath(text("envelopes")));
        fill(profile);
        const QStringList words{text("--profile"), profile.folder(), text("--envelopes"), file};
        QCOMPARE(doctor(words).code, 1); // the desk has it open
        profile.close();
        const Ended unknown = doctor(words);
        QCOMPARE(unknown.code, 1);
        QVERIFY2(unknown.err.contains("envelope.no_key"), unknown.err.constData());
        QVERIFY(!QFile::exists(file));

        QVERIFY(profile.open());
        const SigningKey centre = keyFromLetter('c');
        profile.onJournal({}, [&centre](Journal &journal) {
            QVERIFY(journal.beginAuthorKey(keyFromLetter('a').seed()));
            QVERIFY(journal.authorKeyIsKnown(QStringLiteral("")));
            QVERIFY(journal.believe({publishedKey(centre)}));
        });
        QVERIFY(
            profile.wait(profile.desk().record(intentionOf(ActType::Note, numberedCase(1))))->has_value());
        const auto items = profile.unsettled();
        profile.close();
        const Ended given = doctor(words);
        QCOMPARE(given.code, 0);
        QVERIFY2(given.out.startsWith("written 2\n"), given.out.constData());
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const auto list =
            wire::parseObject(written.readAll(), text("file")).and_then(wire::envelopesFromJson);
        QCOMPARE(list->size(), 2);
        for (int n = 0; n < 2; ++n) {
            const auto content =
                wire::sealedEnvelopeFromJson(list->at(n).toObject()).and_then([&centre](const auto &each) {
                    return openEnvelope(each, centre);
                });
            QVERIFY(content.has_value());
            QCOMPARE(content->act, items.at(static_cast<std::size_t>(n)).act.id);
            QCOMPARE(content->body, items.at(static_cast<std::size_t>(n)).body);
        }
        QVERIFY(profile.open()); // nothing in it changed
        QCOMPARE(profile.unsettled().size(), std::size_t(2));
    }

    // The centre's word that it has an act is worth what its signature is, also years later.
    void everyReceiptIsVerified()
    {
        DeskProfile profile;
        fill(profile);
        const SigningKey centre = keyFromLetter('c');
        const auto receiptsIn = [&profile](int code) {
            const Ended ended = doctor({text("--json"), text("--profile"), profile.folder()});
            const QJsonObject report = QJsonDocument::fromJson(ended.out).object();
            QByteArray words = QJsonDocument(report.value(u"facts").toObject().value(u"receipts").toObject())
                                   .toJson(QJsonDocument::Compact);
            for (const QJsonValue &check : report.value(u"checks").toArray()) {
                if (check.toObject().value(u"check").toString() == u"receipts")
                    words += check.toObject().value(u"verdict").toString().toUtf8();
            }
            return ended.code == code ? words : QByteArray::number(ended.code) + words;
        };
        const ActId act = profile.unsettled().front().act.id;
        const CaseId id = numberedCase(1).id;
        profile.onJournal(id, [&](Journal &journal) {
            QVERIFY(journal.believe({publishedKey(centre)}));
            QVERIFY(*journal.beginSending(act));
            QVERIFY(journal.settle(act, wire::toBytes(wire::toJson(signedReceipt(act, id, centre)))));
        });
        profile.close();
        // The sample's times are not of today, which needs attention of its own.
        QCOMPARE(
            receiptsIn(1),
            QByteArray("{\"centre_keys\":1,\"centre_keys_not_introduced\":0,\"count\":1,"
                       "\"not_verified\":0,\"not_verified_acts\":[],\"unsigned\":0,\"verified\":1}well"));
        {
            auto database = openDirectly(profile.file(text("journal.sqlite")));
            QVERIFY(runStatement(database,
                                 text("UPDATE outbox SET receipt = CAST(replace(CAST(receipt AS TEXT),"
                                      " '\"version\":2', '\"version\":3') AS BLOB)")));
        }
        const QByteArray doubted = receiptsIn(1);
        QVERIFY2(doubted.contains("\"not_verified\":1") && doubted.contains(act.text().toUtf8())
                     && doubted.endsWith("attention"),
                 doubted.constData());
    }

    void aTruncatedJournalEndsWithThree()
    {
        const auto profile = closedProfile();
        QVERIFY(QFile::resize(profile->file(text("journal.sqlite")), 1000));
        const Ended ended = doctor({text("--profile"), profile->folder()});
        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.out.contains("broken     journal      damaged"), ended.out.constData());
    }

private:
    static void fill(DeskProfile &profile)
    {
        if (!profile.open())
            qFatal("the profile was not opened");
        profile.pull({numberedCase(1), numberedCase(2)});
        const auto recorded =
            profile.wait(profile.desk().record(intentionOf(ActType::Note, numberedCase(1))));
        if (!recorded || !*recorded)
            qFatal("the act was not recorded");
    }

    static std::unique_ptr<DeskProfile> closedProfile()
    {
        auto profile = std::make_unique<DeskProfile>();
        fill(*profile);
        profile->close();
        return profile;
    }
};

QTEST_GUILESS_MAIN(DoctorProgramTest)
#include "tst_program.moc"
