// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tawasul-central as whoever runs it meets it: words, exit codes, signals, and what it is made of.
#include "app/central/register/centrefile.h"
#include "app/central/register/receiptkeys.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "models/sql/query.h"
#include "tests/central/rawclient.h"
#include "tests/central/testcentre.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace tawasul;

namespace {

const QString kProgram = QStringLiteral(TAWASUL_CENTRAL_PROGRAM);

struct Ended
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Ended run(const QStringList &words, const QByteArray &input = {}, const QString &program = kProgram)
{
    QProcess process;
    process.start(program, words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray postRequest(const QByteArray &path, const QByteArray &body)
{
    return "POST " + path
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

class ProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void wordsHaveTheirExitCodes_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says"); // on standard output when it is well, else on standard error
        const auto row = [](const char *name, const QString &words, int code, const char *says) {
            QTest::newRow(name) << words.split(u' ', Qt::SkipEmptyParts) << code << QByteArray(says);
        };
        const auto text = [](const char *words) { return QString::fromLatin1(words); };
        row("help", text("--help"), 0, "serve");
        row("help of a command", text("serve --help"), 0, "--listen");
        row("help of a command's command", text("user add --help"), 0, "--username");
        row("version", text("--version"), 0, "tawasul-central 0.");
        row("nothing", {}, 2, "");
        row("an unknown command", text("dance"), 2, "subcommand");
        row("an unknown option", text("serve --data x --dance"), 2, "--dance");
        row("serve without data", text("serve"), 2, "--data");
        row("user without command", text("user"), 2, "");
        row("epoch without command", text("epoch"), 2, "");
        row("help of a new epoch", text("epoch new --help"), 0, "backup");
        row("a new epoch of nothing", text("epoch new --data FOLDER/none"), 1, "centre.missing");
        row("key without command", text("key"), 2, "");
        row("help of a new key", text("key new --help"), 0, "--data");
        row("a new key of nothing", text("key new --data FOLDER/none"), 1, "centre.missing");
        row("serve of nothing", text("serve --data FOLDER/none"), 1, "centre.missing");
        row("list of nothing", text("user list --data FOLDER/none"), 1, "centre.missing");
        for (const char *listen : {"here", ":1", "127.0.0.1", "127.0.0.1:", "127.0.0.1:70000", "127.0.0.1:x",
                                   "me@127.0.0.1:0", "127.0.0.1:0/x", "127.0.0.1:0?x", "127.0.0.1:0#x"})
            row(QByteArray(QByteArray("listen ") + listen).constData(),
                QString(text("serve --data FOLDER --listen ") % QString::fromLatin1(listen)), 1,
                "server.address_invalid");
    }
    void wordsHaveTheirExitCodes()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        words.replaceInStrings(QStringLiteral("FOLDER"), m_folder->path());
        const Ended ended = run(words);
        QCOMPARE(ended.code, code);
        QVERIFY2((code == 0 ? ended.out : ended.err).contains(says),
                 QByteArray(ended.out + ended.err).constData());
        QCOMPARE(code == 0 ? ended.err : ended.out, QByteArray());
        // Nothing was made on the way.
        QVERIFY(!QFileInfo::exists(m_folder->filePath(QStringLiteral("none"))));
    }

    void accountsAreAddedAndListed()
    {
        QCOMPARE(addUser("noura", "officer", "a long password\n").code, 0);
        QCOMPARE(addUser("khalid", "section_supervisor", "another password").code, 0);
        const Ended taken = addUser("NOURA", "officer", "a third password\n");
        QCOMPARE(taken.code, 1);
        QVERIFY(taken.err.contains("account.exists"));
        const Ended list =
            run({QStringLiteral("user"), QStringLiteral("list"), QStringLiteral("--data"), data()});
        QCOMPARE(list.code, 0);
        QCOMPARE(list.out,
                 QByteArray("khalid\tsection_supervisor\tSEC_IQAMA\tSA-01\tنورة العتيبي\n"
                            "noura\tofficer\tSEC_IQAMA\tSA-01\tنورة العتيبي\n")
                     .replace("SEC_IQAMA", section()));
    }

    void eachNewEpochIsAnotherOne()
    {
        QCOMPARE(addUser("noura", "officer", "a long password\n").code, 0);
        const QStringList words{QStringLiteral("epoch"), QStringLiteral("new"), QStringLiteral("--data"),
                                data()};
        const Ended first = run(words);
        const Ended second = run(words);
        QCOMPARE(first.code, 0);
        QCOMPARE(second.code, 0);
        QCOMPARE(first.out.trimmed().size(), 36);
        QCOMPARE(second.out.trimmed().size(), 36);
        QVERIFY(first.out != second.out);
    }

    void aRegisterOfBeforeTheFirstKeyThatIsPutBackSignsAsBefore()
    {
        QCOMPARE(addUser("noura", "officer", "a long password\n").code, 0);
        const QByteArray id =
            run({QStringLiteral("key"), QStringLiteral("new"), QStringLiteral("--data"), data()})
                .out.trimmed();
        {
            Database database = must(openCentre(data(), CentreAccess::Write));
            QVERIFY(runStatement(database, QStringLiteral("DELETE FROM centre_key")));
        }
        QCOMPARE(run({QStringLiteral("epoch"), QStringLiteral("new"), QStringLiteral("--data"), data()}).code,
                 0);
        QProcess centre;
        QVERIFY(serve(centre) > 0);
        Database database = must(openCentre(data(), CentreAccess::Read));
        QCOMPARE(must(ReceiptKeys::read(database)).published().back().id.toLatin1(), id);
    }

    // Root gives commands; the centre has a user of its own, who has to open what they leave.
    void whatRootLeavesBelongsToTheOwnerOfTheRegister()
    {
        if (::geteuid() != 0)
            QSKIP("not root");
        QCOMPARE(addUser("noura", "officer", "a long password\n").code, 0);
        constexpr uid_t kNobody = 65'534;
        for (const QString &name : QDir(data()).entryList(QDir::Files)) {
            const QByteArray path = QFile::encodeName(QDir(data()).filePath(name));
            if (name.startsWith(QLatin1String("central.sqlite")))
                QCOMPARE(::chown(path.constData(), kNobody, kNobody), 0);
            else
                QVERIFY(QFile::remove(QString::fromLocal8Bit(path)));
        }
        for (const char *what : {"epoch", "key"}) {
            QCOMPARE(run({QString::fromLatin1(what), QStringLiteral("new"), QStringLiteral("--data"), data()})
                         .code,
                     0);
        }
        const QFileInfoList left = QDir(data()).entryInfoList(QDir::Files);
        QVERIFY(left.size() >= 3);
        for (const QFileInfo &file : left)
            QVERIFY2(file.ownerId() == kNobody, qPrintable(file.fileName()));
    }

    void eachNewKeyIsAnotherOneAndNoneBeginsWhileItIsServed()
    {
        QCOMPARE(addUser("noura", "officer", "a long password\n").code, 0);
        const QStringList words{QStringLiteral("key"), QStringLiteral("new"), QStringLiteral("--data"),
                                data()};
        const Ended first = run(words);
        const Ended second = run(words);
        QCOMPARE(first.code, 0);
        QCOMPARE(first.out.trimmed().size(), 16);
        QVERIFY(first.out != second.out);
        QProcess centre;
        QVERIFY(serve(centre) > 0);
        const Ended refused = run(words);
        QCOMPARE(refused.code, 1);
        QVERIFY(refused.err.contains("centre.served"));
    }

    // It would go on with the old epoch, which it has in memory.
    void noNewEpochBeginsWhileItIsServed()
    {
        QCOMPARE(addUser("noura", "officer", "a long password\n").code, 0);
        const QStringList words{QStringLiteral("epoch"), QStringLiteral("new"), QStringLiteral("--data"),
                                data()};
        QProcess centre;
        QVERIFY(serve(centre) > 0);
        QProcess second; // one more may serve the same register
        QVERIFY(serve(second) > 0);
        const auto isRefused = [&words] {
            const Ended ended = run(words);
            return ended.code == 1 && ended.err.contains("centre.served") && ended.out.isEmpty();
        };
        QVERIFY(isRefused());
        // Accounts are rows of their own: those who serve see them at once.
        QCOMPARE(addUser("khalid", "officer", "another password\n").code, 0);

        QCOMPARE(::kill(static_cast<pid_t>(centre.processId()), SIGTERM), 0);
        QVERIFY(centre.waitForFinished(15'000));
        QVERIFY(isRefused());
        // A process that dies leaves no lock behind.
        QCOMPARE(::kill(static_cast<pid_t>(second.processId()), SIGKILL), 0);
        QVERIFY(second.waitForFinished(15'000));
        QCOMPARE(run(words).code, 0);
    }

    void whatIsNoAccountIsRefused_data()
    {
        QTest::addColumn<QByteArray>("username");
        QTest::addColumn<QByteArray>("role");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("short password") << QByteArray("u") << QByteArray("officer") << QByteArray("1234567\n")
                                        << QByteArray("user.password");
        QTest::newRow("no password") << QByteArray("u") << QByteArray("officer") << QByteArray()
                                     << QByteArray("user.password");
        QTest::newRow("endless password") << QByteArray("u") << QByteArray("officer")
                                          << QByteArray(1'001, 'x') << QByteArray("user.password");
        QTest::newRow("no role") << QByteArray("u") << QByteArray("king") << QByteArray("12345678")
                                 << QByteArray("user.role");
        QTest::newRow("a role without account")
            << QByteArray("u") << QByteArray("system") << QByteArray("12345678") << QByteArray("user.role");
        QTest::newRow("a name that could not sign in")
            << QByteArray(201, 'u') << QByteArray("officer") << QByteArray("12345678")
            << QByteArray("user.username");
        QTest::newRow("a name that ends in a space") << QByteArray("u ") << QByteArray("officer")
                                                     << QByteArray("12345678") << QByteArray("user.username");
    }
    void whatIsNoAccountIsRefused()
    {
        QFETCH(QByteArray, username);
        QFETCH(QByteArray, role);
        QFETCH(QByteArray, password);
        QFETCH(QByteArray, code);
        const Ended ended = addUser(username, role, password);
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.err.contains(code), ended.err.constData());
        if (!password.trimmed().isEmpty())
            QVERIFY(!ended.err.contains(password.trimmed()));
        QCOMPARE(run({QStringLiteral("user"), QStringLiteral("list"), QStringLiteral("--data"), data()}).out,
                 QByteArray());
    }

    void servesUntilItIsTold_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void servesUntilItIsTold()
    {
        QFETCH(int, signal);
        QCOMPARE(addUser("noura", "officer", "a long password\n").code, 0);
        QProcess centre;
        const quint16 port = serve(centre);
        QVERIFY(port > 0);
        RawClient client(port);
        const auto ready = client.ask(getRequest("/api/v1/health/ready"));
        QVERIFY(ready);
        QCOMPARE(ready->status, 200);
        const auto signedIn = client.ask(postRequest(
            "/api/v1/session", R"({"username":"noura","password":"a long password","device":"test"})"));
        QVERIFY(signedIn);
        QCOMPARE(signedIn->status, 201);

        // A second one finds the port taken, and goes without a trace.
        const Ended second = run({QStringLiteral("serve"), QStringLiteral("--data"), data(),
                                  QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port)});
        QCOMPARE(second.code, 1);
        QVERIFY2(second.err.contains("server.port_taken"), second.err.constData());
        QCOMPARE(second.out, QByteArray());

        // With an idle connection, and once with one that stays in the middle of its request.
        RawClient slow(port);
        if (signal == SIGTERM)
            QVERIFY(slow.send("GET /api/v1/health/live HTTP/1.1\r\nHost: 127"));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(::kill(static_cast<pid_t>(centre.processId()), signal), 0);
        QVERIFY(centre.waitForFinished(15'000));
        QCOMPARE(centre.exitStatus(), QProcess::NormalExit);
        QCOMPARE(centre.exitCode(), 0);
        QVERIFY(timer.elapsed() < 12'000); // the drain time, and a little
        QVERIFY(client.isClosed());
    }

    void takesAsManyConnectionsAsTheSystemAllows_data()
    {
        QTest::addColumn<int>("hard");
        QTest::addColumn<bool>("isEnough");
        QTest::newRow("an ordinary system") << 4'096 << true;
        QTest::newRow("a narrow one") << 400 << false;
    }
    void takesAsManyConnectionsAsTheSystemAllows()
    {
        QFETCH(int, hard);
        QFETCH(bool, isEnough);
        constexpr int kSoft = 64;
        constexpr int kConnections = 90; // an address may have 100
        QCOMPARE(addUser("noura", "officer", "a long password\n").code, 0);
        QProcess centre;
        centre.setChildProcessModifier([hard] {
            const rlimit files{kSoft, static_cast<rlim_t>(hard)};
            ::setrlimit(RLIMIT_NOFILE, &files);
        });
        const quint16 port = serve(centre);
        QVERIFY(port > 0);
        const QByteArray said = centre.readAllStandardError();
        const QByteArray reached = "open files: up to " + QByteArray::number(hard);
        QVERIFY2(said.contains(reached), said.constData());
        QCOMPARE(said.contains(QByteArray(reached + ", too few for 2000 connections")), !isEnough);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < kConnections; ++i) {
            clients.push_back(std::make_unique<RawClient>(port));
            const auto live = clients.back()->ask(getRequest("/api/v1/health/live"));
            QVERIFY2(live && live->status == 200, qPrintable(QString::number(i)));
        }
        centre.terminate();
        QVERIFY(centre.waitForFinished(15'000));
    }

    void itsFilesAreItsOwners()
    {
        QCOMPARE(addUser("noura", "officer", "a long password\n").code, 0);
        const QFileInfo file(QString(data() % u"/central.sqlite"));
        QVERIFY(file.exists());
        QCOMPARE(file.permissions()
                     & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    // What answers the network carries no graphics stack and no parser of documents along.
    void isMadeOfLittle()
    {
        const Ended ended =
            run({QStringLiteral("-d"), QStringLiteral("-W"), kProgram}, {}, QStringLiteral("readelf"));
        QCOMPARE(ended.code, 0);
        QStringList needed;
        const QRegularExpression pattern(QStringLiteral("\\(NEEDED\\).*\\[(.+)\\]"));
        auto match = pattern.globalMatch(QString::fromUtf8(ended.out));
        while (match.hasNext())
            needed.append(match.next().captured(1));
        QVERIFY(needed.join(u' ').contains(QStringLiteral("libQt6Core")));
        static const QRegularExpression kRefused(
            QStringLiteral("Qt6(Gui|Widgets|Network|Svg|Print|Xml|Qml|Quick)|poppler|qpdf|freetype|jpeg|tiff|"
                           "png|X11|xcb|GL"));
        QVERIFY2(needed.filter(kRefused).isEmpty(), qPrintable(needed.filter(kRefused).join(u' ')));
    }

private:
    [[nodiscard]] QString data() const { return m_folder->filePath(QStringLiteral("data")); }

    /// A section of the reference data that ships.
    static QByteArray section()
    {
        QFile file(QStringLiteral(TAWASUL_REFERENCE));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no reference data");
        const auto reference = wire::parseObject(file.readAll(), QStringLiteral("reference"));
        return reference->value(u"sections")[0][u"code"].toString().toLatin1();
    }

    Ended addUser(const QByteArray &username, const QByteArray &role, const QByteArray &password)
    {
        const auto text = [](const QByteArray &bytes) { return QString::fromUtf8(bytes); };
        return run({text("user"), text("add"), text("--data"), data(), text("--username"), text(username),
                    text("--name"), text("نورة العتيبي"), text("--role"), text(role), text("--section"),
                    text(section()), text("--region"), text("SA-01")},
                   password);
    }

    /// Starts serving the data folder; the port, or 0.
    quint16 serve(QProcess &centre)
    {
        centre.start(kProgram,
                     {QStringLiteral("serve"), QStringLiteral("--data"), data(), QStringLiteral("--listen"),
                      QStringLiteral("127.0.0.1:0")});
        if (!centre.waitForStarted())
            return 0;
        while (!centre.canReadLine()) {
            if (!centre.waitForReadyRead(20'000))
                return 0;
        }
        const QRegularExpression pattern(QStringLiteral("^listening on http://127\\.0\\.0\\.1:(\\d+)\n$"));
        return static_cast<quint16>(
            pattern.match(QString::fromLatin1(centre.readLine())).captured(1).toUInt());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(ProcessTest)
#include "tst_process.moc"
