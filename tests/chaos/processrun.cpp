// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/processrun.h"

#include "app/central/service/registerconnection.h"
#include "models/crypto/password.h"
#include "models/domain/workflow.h"
#include "models/sql/transaction.h"
#include "models/store/cachereader.h"
#include "tests/chaos/cast.h"
#include "tests/chaos/cuttingproxy.h"
#include "tests/chaos/deskprocess.h"
#include "tests/chaos/judge.h"
#include "tests/support/scratchdirectory.h"
#include "tests/support/seededrandom.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QProcess>

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>

namespace tawasul {

namespace {

constexpr int kProcessDesks = 3;
constexpr int kPatienceMs = 120'000;
constexpr int kLongestDrainMs = 900'000; // three times the longest back-off
constexpr int kBetweenLinesMs = 10'000;
constexpr int kUntilAllIsSeenMs = 5'000; // some polls of a second

template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().code), qPrintable(result.error().detail));
    return std::move(result).value();
}

class ProcessRun
{
public:
    explicit ProcessRun(const ProcessRunOptions &options)
        : m_options(options)
        , m_chance(options.seed)
        , m_proxy(options.seed)
    {
        makeRegister();
        if (!m_proxy.listen())
            qFatal("no port for the proxy");
        startCentre();
        for (int number = 0; number < kProcessDesks; ++number) {
            m_desks.push_back(std::make_unique<QProcess>());
            m_said.emplace_back();
            startDesk(number);
        }
    }

    Verdict play()
    {
        while (m_kills < m_options.kills) {
            pass(20 + drawn(1'200));
            const int whom = drawn(kProcessDesks + 2); // the centre is two of five
            if (whom < kProcessDesks)
                killDesk(whom);
            else
                killCentre();
            if (m_kills % 100 == 0) {
                std::printf("chaos: %d kills, %d acts recorded\n", m_kills, m_ledger.recorded());
                std::fflush(stdout);
            }
        }
        calmDown();
        return judged();
    }

    [[nodiscard]] int kills() const { return m_kills; }
    [[nodiscard]] int cuts() const { return m_proxy.cuts(); }

private:
    int drawn(int below) { return static_cast<int>(m_chance.next() % static_cast<std::uint64_t>(below)); }
    [[nodiscard]] QString profileOf(int number) const
    {
        return m_folder->filePath(QStringLiteral("desk-%1").arg(number));
    }
    [[nodiscard]] QString centreFolder() const { return m_folder->filePath(QStringLiteral("centre")); }

    static void pass(int ms)
    {
        const QDeadlineTimer end(ms);
        while (!end.hasExpired())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents,
                                            static_cast<int>(std::min<qint64>(20, end.remainingTime())));
    }

    void makeRegister()
    {
        const SystemClock clock;
        SystemRandom random;
        must(createCentre(centreFolder(), true, clock, random));
        const auto connection =
            must(RegisterConnection::open(centreFolder(), CentreAccess::Write, clock, random));
        const QString hash = must(hashPassword(passwordOfTheRun()));
        Transaction transaction = must(Transaction::begin(connection->database()));
        must(connection->shelf().publish(referenceOfTheRun(0), clock.now()));
        must(connection->feed().referenceChanged(clock.now()));
        for (const Actor &person : officersOfTheRun())
            must(connection->accounts().add({person.id.text(), person, hash, true}, clock.now()));
        for (int n = 0; n < kProcessCases; ++n)
            must(connection->cases().take(caseOfTheRun(n)));
        must(transaction.commit());
    }

    /// Waits for the line that names its port.
    void startCentre()
    {
        m_centre = std::make_unique<QProcess>();
        m_centre->setStandardErrorFile(QProcess::nullDevice());
        m_centre->start(m_options.centralProgram,
                        {QStringLiteral("serve"), QStringLiteral("--data"), centreFolder(),
                         QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
        const QDeadlineTimer end(kPatienceMs);
        while (!m_centre->canReadLine() && !end.hasExpired() && m_centre->state() != QProcess::NotRunning)
            pass(5);
        const QByteArray line = m_centre->readLine().trimmed();
        const int port = line.mid(line.lastIndexOf(':') + 1).toInt();
        if (port <= 0)
            qFatal("the centre does not start: %s", line.constData());
        m_proxy.leadTo(static_cast<quint16>(port));
    }

    void startDesk(int number)
    {
        QProcess &desk = *m_desks.at(static_cast<std::size_t>(number));
        desk.setStandardErrorFile(QProcess::nullDevice());
        desk.start(m_options.ownProgram,
                   {QStringLiteral("--desk"), profileOf(number), QStringLiteral("--envelopes"),
                    m_folder->filePath(QStringLiteral("envelopes")), QStringLiteral("--centre"),
                    QStringLiteral("http://127.0.0.1:%1").arg(m_proxy.port()), QStringLiteral("--officer"),
                    QString::number(number), QStringLiteral("--seed"),
                    QString::number(m_chance.next() % 1'000'000)});
    }

    void killDesk(int number)
    {
        QProcess &desk = *m_desks.at(static_cast<std::size_t>(number));
        desk.kill();
        desk.waitForFinished(kPatienceMs);
        hear(number);
        ++m_kills;
        startDesk(number);
    }

    void killCentre()
    {
        m_centre->kill();
        m_centre->waitForFinished(kPatienceMs);
        ++m_kills;
        if (drawn(3) == 0)
            pass(drawn(400));
        startCentre();
    }

    /// What the desk told before it died is in the pipe.
    void hear(int number)
    {
        QByteArray &said = m_said.at(static_cast<std::size_t>(number));
        said += m_desks.at(static_cast<std::size_t>(number))->readAllStandardOutput();
        for (qsizetype end = said.indexOf('\n'); end >= 0; end = said.indexOf('\n')) {
            const QList<QByteArray> words = said.left(end).split(' ');
            said.remove(0, end + 1);
            if (words.first() == "left" || words.first() == "drained")
                m_left.at(static_cast<std::size_t>(number)) = words.value(1).toInt(); // none
            if (words.first() == "drained")
                m_drained.at(static_cast<std::size_t>(number)) = true;
            if (words.first() == "carried")
                m_verdict.carried += words.value(1).toInt();
            if (words.first() == "closes")
                m_ledger.wishesClosed(ActId(QString::fromLatin1(words.value(1))));
            if (words.size() != 3 || words.first() != "recorded")
                continue;
            const std::size_t line =
                m_ledger.begin(profileOf(number), CaseId(QString::fromLatin1(words.at(2))), ActType::Unknown);
            m_ledger.answered(line, ActId(QString::fromLatin1(words.at(1))));
        }
        if (m_desks.at(static_cast<std::size_t>(number))->state() == QProcess::NotRunning)
            said.clear(); // half a line was never said
    }

    /// A line every ten seconds: a drain that stands is told from one that is slow.
    void tellWhatIsLeft(qint64 sinceCalm)
    {
        if (sinceCalm < m_toldAt)
            return;
        m_toldAt = sinceCalm + kBetweenLinesMs;
        std::printf("chaos: after %d s of calm", static_cast<int>(sinceCalm / 1'000));
        for (int number = 0; number < kProcessDesks; ++number) {
            hear(number);
            std::printf("%s%d", number == 0 ? " left: " : ", ", m_left.at(static_cast<std::size_t>(number)));
        }
        std::printf("\n");
        std::fflush(stdout);
    }

    void calmDown()
    {
        m_proxy.setCuts(false);
        for (const auto &desk : m_desks)
            desk->closeWriteChannel();
        const QDeadlineTimer end(kLongestDrainMs);
        const auto areDrained = [this] { return std::ranges::all_of(m_drained, std::identity()); };
        while (!areDrained() && !end.hasExpired()) {
            pass(20);
            for (int number = 0; number < kProcessDesks; ++number)
                hear(number);
            tellWhatIsLeft(kLongestDrainMs - end.remainingTime());
        }
        pass(kUntilAllIsSeenMs); // what the last of them did is on its way to the others
        for (int number = 0; number < kProcessDesks; ++number) {
            QProcess &desk = *m_desks.at(static_cast<std::size_t>(number));
            if (!m_drained.at(static_cast<std::size_t>(number)) || desk.state() == QProcess::NotRunning)
                m_verdict.stuck += QStringLiteral("desk %1 does not drain").arg(number);
            desk.kill();
            desk.waitForFinished(kPatienceMs);
            hear(number);
        }
        m_centre->terminate();
        if (!m_centre->waitForFinished(kPatienceMs) || m_centre->exitCode() != 0)
            m_verdict.stuck += QStringLiteral("the centre does not stop");
    }

    Verdict judged()
    {
        const auto opened = [](const QString &path) {
            OpenOptions options;
            options.path = path;
            options.create = false;
            options.connectionPurpose = QStringLiteral("judge");
            return openDatabase(options);
        };
        Judge judge(m_ledger);
        Result<Database> centre = opened(centreFilePath(centreFolder()));
        if (!centre || !judge.readCentre(*centre))
            m_verdict.lost += QStringLiteral("the register cannot be read");
        for (int number = 0; number < kProcessDesks; ++number) {
            Result<Database> journal = opened(profileOf(number) % u"/journal.sqlite");
            if (!journal || !judge.readJournal(profileOf(number), *journal))
                m_verdict.lost += QStringLiteral("the journal of desk %1 cannot be read").arg(number);
        }
        judge.judge(m_verdict);
        for (int number = 0; number < kProcessDesks; ++number)
            compare(number, judge.cases());
        m_verdict.acts = m_ledger.recorded();
        return m_verdict;
    }

    /// What a desk holds of the cases within its officer's reach is what the centre has.
    void compare(int number, const std::vector<Case> &cases)
    {
        const Actor &officer = officersOfTheRun().at(static_cast<std::size_t>(number));
        auto reader = CacheReader::open(profileOf(number) % u"/cache.sqlite", {});
        if (!reader) {
            m_verdict.diverged += QStringLiteral("the cache of desk %1 cannot be read").arg(number);
            return;
        }
        for (const Case &theirs : cases) {
            const auto ours = reader->caseById(theirs.id);
            const bool isHere = ours && ours->has_value();
            const bool isSame = isHere && (*ours)->truth == theirs;
            if (isHere != isWithinReach(theirs, officer) || (isHere && !isSame))
                m_verdict.diverged += QStringLiteral("desk %1: case %2 is not what the centre has")
                                          .arg(number)
                                          .arg(theirs.id.text().right(4));
        }
    }

    const ProcessRunOptions m_options;
    SeededRandom m_chance;
    std::unique_ptr<QTemporaryDir> m_folder = makeScratchDirectory();
    CuttingProxy m_proxy;
    std::unique_ptr<QProcess> m_centre;
    std::vector<std::unique_ptr<QProcess>> m_desks;
    std::vector<QByteArray> m_said;
    Ledger m_ledger;
    Verdict m_verdict;
    std::array<int, kProcessDesks> m_left{};
    std::array<bool, kProcessDesks> m_drained{};
    qint64 m_toldAt = 0; ///< and not before this again
    int m_kills = 0;
};

} // namespace

bool runProcesses(const ProcessRunOptions &options)
{
    ProcessRun run(options);
    const Verdict verdict = run.play();
    for (const QString &complaint : verdict.complaints())
        std::printf("%s\n", qPrintable(complaint));
    std::printf("chaos: runs=1 kills=%d cuts=%d acts=%d parked=%d carried=%d", run.kills(), run.cuts(),
                verdict.acts, verdict.parked, verdict.carried);
    for (const auto &[word, list] :
         {std::pair("lost", &verdict.lost), std::pair("doubled", &verdict.doubled),
          std::pair("merged", &verdict.merged), std::pair("reordered", &verdict.reordered),
          std::pair("diverged", &verdict.diverged), std::pair("stuck", &verdict.stuck)})
        std::printf(" %s=%d", word, static_cast<int>(list->size()));
    std::printf("\n");
    return verdict.isClean();
}

} // namespace tawasul
