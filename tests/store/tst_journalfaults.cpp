// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A day of drafts, recording, sending, settling, parking, recalling and choosing on a disk that fails, fills
// up, dies or loses power at every single call that SQLite makes of it: what was confirmed is there, what was
// not confirmed is there wholly or not at all, every act stands where its last step left it.
#include "models/sql/query.h"
#include "models/store/journal.h"
#include "models/store/storedforms.h"
#include "tests/support/childprocess.h"
#include "tests/support/diskshadow.h"
#include "tests/support/faultvfs.h"
#include "tests/support/opendirectly.h"
#include "tests/support/samplecase.h"
#include "tests/support/scratchdirectory.h"
#include "tests/support/testclock.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <array>
#include <csignal>
#include <map>
#include <set>

using namespace tawasul;

using Call = Fault::Call;
using Kind = Fault::Kind;

namespace {

constexpr int kMostActs = 6;
constexpr int kMostOrders = 3;
constexpr int kFewestCuts = 2'000;

/// Where an act or a draft stands after the program started again; one letter, so that a child that is about
/// to die can tell it in a byte.
namespace stands {
constexpr char kAbsent = '-';
constexpr char kWaiting = 'w'; ///< or was being sent: that is the same after a start
constexpr char kHeld = 'h';
constexpr char kSettled = 's';
constexpr char kParked = 'p';
constexpr char kClosed = 'c';
constexpr char kFirstDraft = '1';
constexpr char kSecondDraft = '2';
} // namespace stands

/// Who is meant: an act, or the draft of its case.
char actKey(int n)
{
    return static_cast<char>('A' + n);
}
char draftKey(int n)
{
    return static_cast<char>('a' + n);
}

char orderKey(int n)
{
    return static_cast<char>('P' + n);
}

OrderRecord orderNumber(int n)
{
    OrderRecord order;
    order.id = OrderId(QStringLiteral("019ab9d0-2f70-7aaa-9bbb-%1").arg(n, 12, 10, QLatin1Char('0')));
    order.subject = order.id.text();
    order.recordedAt = sampleNow();
    order.body = QByteArray(n * 3'000, 'b');
    order.foreseen = QByteArray(n * 5'000, 'f');
    return order;
}

Act actNumber(int n)
{
    Act act = sampleAct(ActType::Note, sampleOfficer());
    act.id = ActId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-%1").arg(n, 12, 10, QLatin1Char('0')));
    act.caseId = CaseId(QStringLiteral("case-%1").arg(n));
    act.recordedAt = sampleNow();
    act.text = QString(n * 700, QChar(0x0628));
    return act;
}

Error someError()
{
    return {Error::Kind::Conflict, QStringLiteral("act.stale"), {}};
}

/// What may be found of everything that the day touched. A step that was begun may have happened or not; one
/// that was confirmed has; one that failed may have, too, when the disk refused after the commit.
class Memory
{
public:
    void begun(char key, char target) { may(key).insert(target); }
    void confirmed(char key, char target)
    {
        may(key) = {target};
        m_confirmed[key] = target;
    }
    [[nodiscard]] char lastConfirmed(char key) const
    {
        const auto known = m_confirmed.find(key);
        return known == m_confirmed.end() ? stands::kAbsent : known->second;
    }
    [[nodiscard]] bool allows(char key, char found) const
    {
        const auto known = m_may.find(key);
        return known == m_may.end() ? found == stands::kAbsent : known->second.count(found) > 0;
    }

private:
    std::set<char> &may(char key)
    {
        return m_may.try_emplace(key, std::set<char>{stands::kAbsent}).first->second;
    }

    std::map<char, std::set<char>> m_may;
    std::map<char, char> m_confirmed;
};

/// One step of the day, as it is told: begun before, confirmed after.
struct Step
{
    bool isConfirmed = false;
    char key = 0;
    char target = 0;
};
using Tell = std::function<void(const Step &)>;

void remember(Memory &memory, const Step &step)
{
    if (step.isConfirmed)
        memory.confirmed(step.key, step.target);
    else
        memory.begun(step.key, step.target);
}

/// The work of an officer and of the sync engine on one journal. It goes on after every failure.
class Day
{
public:
    Day(Journal &journal, Tell tell)
        : m_journal(journal)
        , m_tell(std::move(tell))
    {
    }

    void live()
    {
        typeAndDiscard();
        record(1, sampleNow() + std::chrono::seconds(60));
        together({{actKey(1), stands::kClosed}, {draftKey(1), stands::kSecondDraft}}, [this] {
            const Draft becomes{actNumber(1).caseId, "2", sampleNow()};
            return taken(m_journal.recall(actNumber(1).id, becomes));
        });
        record(2);
        settle(2);
        record(3);
        park(3);
        step(actKey(3), stands::kClosed, [this] { return m_journal.close(actNumber(3).id, std::nullopt); });
        record(4);
        park(4);
        recordInPlaceOf(5, 4);
        record(6);
        park(6);
        step(actKey(6), stands::kWaiting, [this] { return m_journal.retryNow(actNumber(6).id); });
        step(actKey(6), stands::kHeld, [this] { return m_journal.hold(actNumber(6).id); });
        step(actKey(6), stands::kWaiting, [this] { return m_journal.release(actNumber(6).id); });
        settle(6);
        giveOrders();
    }

    [[nodiscard]] const QList<Error> &errors() const { return m_errors; }

private:
    using Steps = std::vector<std::pair<char, char>>; ///< keys and targets of one transaction

    bool together(const Steps &steps, const std::function<Outcome()> &write)
    {
        for (const auto &[key, target] : steps)
            m_tell({false, key, target});
        const Outcome written = write();
        if (!written)
            m_errors.append(written.error());
        for (const auto &[key, target] : steps) {
            if (written)
                m_tell({true, key, target});
        }
        return written.has_value();
    }
    bool step(char key, char target, const std::function<Outcome()> &write)
    {
        return together({{key, target}}, write);
    }

    static Outcome taken(const Result<bool> &answer)
    {
        if (!answer)
            return answer.error();
        return *answer ? Outcome(Done{}) : Outcome(someError());
    }

    void typeAndDiscard()
    {
        const CaseId id = actNumber(0).caseId;
        step(draftKey(0), stands::kFirstDraft, [&] { return m_journal.saveDraft({id, "1", sampleNow()}); });
        step(draftKey(0), stands::kSecondDraft, [&] { return m_journal.saveDraft({id, "2", sampleNow()}); });
        step(draftKey(0), stands::kAbsent, [&] { return m_journal.discardDraft(id); });
    }

    void record(int n, Instant sendAfter = sampleNow(), const std::optional<ActId> &replaces = std::nullopt,
                const Steps &beside = {})
    {
        const Act act = actNumber(n);
        step(draftKey(n), stands::kFirstDraft, [&] {
            return m_journal.saveDraft({act.caseId, "1", sampleNow()});
        });
        Steps steps{{actKey(n), stands::kWaiting}, {draftKey(n), stands::kAbsent}};
        steps.insert(steps.end(), beside.begin(), beside.end());
        together(steps, [&] {
            return m_journal.record(act, sentBody(act), storedCase(sampleCase()), sendAfter, replaces);
        });
    }
    void recordInPlaceOf(int n, int other)
    {
        record(n, sampleNow(), actNumber(other).id, {{actKey(other), stands::kClosed}});
    }

    // One is answered, one withdrawn, one refused.
    void giveOrders()
    {
        for (int n = 1; n <= kMostOrders; ++n)
            step(orderKey(n), stands::kWaiting, [&] { return m_journal.recordOrder(orderNumber(n)); });
        step(orderKey(2), stands::kClosed, [&] { return m_journal.withdrawOrder(orderNumber(2).id); });
        for (const int n : {1, 3}) {
            const OrderId id = orderNumber(n).id;
            if (const auto begun = m_journal.beginSendingOrder(id); !begun)
                m_errors.append(begun.error());
            if (const Outcome waits = m_journal.orderWaits(id, someError(), sampleNow()); !waits)
                m_errors.append(waits.error());
            if (n == 1)
                step(orderKey(n), stands::kSettled, [&] { return m_journal.orderAnswered(id, "{}"); });
            else
                step(orderKey(n), stands::kParked, [&] { return m_journal.orderRefused(id, someError()); });
        }
    }

    void send(int n)
    {
        // No step of its own here: after a start it waits, as before.
        if (const auto begun = m_journal.beginSending(actNumber(n).id); !begun)
            m_errors.append(begun.error());
    }
    void settle(int n)
    {
        send(n);
        if (const Outcome back = m_journal.backToWaiting(actNumber(n).id, someError(), sampleNow()); !back)
            m_errors.append(back.error());
        send(n);
        step(actKey(n), stands::kSettled, [&] { return m_journal.settle(actNumber(n).id, "{}"); });
    }
    void park(int n)
    {
        send(n);
        step(actKey(n), stands::kParked, [&] {
            return m_journal.park(actNumber(n).id, ParkReason::Conflict, someError(), sampleCase());
        });
    }

    Journal &m_journal;
    Tell m_tell;
    QList<Error> m_errors;
};

QList<Error> liveADay(const QString &path, const QString &vfs, const Tell &tell)
{
    const TestClock clock(sampleNow());
    Result<Journal> journal = Journal::open(path, vfs, clock);
    if (!journal)
        return {journal.error()};
    Day day(*journal, tell);
    day.live();
    return day.errors();
}

char letterOf(const OutboxItem &item)
{
    switch (item.state) {
    case OutboxState::Waiting:
        return item.heldSince ? stands::kHeld : stands::kWaiting;
    case OutboxState::Settled:
        return stands::kSettled;
    case OutboxState::Parked:
        return stands::kParked;
    case OutboxState::Closed:
        return stands::kClosed;
    case OutboxState::Sending:
        break;
    }
    return '?'; // nothing is being sent after a start
}

QString wrongActOrDraft(Journal &journal, int n, const Memory &memory)
{
    const Act act = actNumber(n);
    const auto item = journal.item(act.id);
    const auto draft = journal.draft(act.caseId);
    if (!item || !draft)
        return item ? draft.error().detail : item.error().detail;
    const char stand = *item ? letterOf(**item) : stands::kAbsent;
    if (!memory.allows(actKey(n), stand))
        return QStringLiteral("act %1 stands at %2").arg(n).arg(QLatin1Char(stand));
    const char typed = *draft ? (*draft)->content.at(0) : stands::kAbsent;
    if (!memory.allows(draftKey(n), typed))
        return QStringLiteral("draft %1 is %2").arg(n).arg(QLatin1Char(typed));
    // Act 1 was taken back, and is a draft again: both or neither.
    const bool isDraft = n == 1 && stand == stands::kClosed;
    if (*item && isDraft != (typed != stands::kAbsent))
        return QStringLiteral("act %1 and its draft do not agree").arg(n);
    if (n > 0 && !*item && typed == stands::kAbsent && memory.lastConfirmed(draftKey(n)) != typed)
        return QStringLiteral("act %1 is not there, and what was typed is not either").arg(n);
    if (*item && (!((*item)->act == act) || (*item)->body != sentBody(act)))
        return QStringLiteral("act %1 is there by half").arg(n);
    return {};
}

QString wrongOrder(Journal &journal, int n, const Memory &memory)
{
    const auto found = journal.order(orderNumber(n).id);
    if (!found)
        return found.error().detail;
    char stand = stands::kAbsent;
    if (*found) {
        static const std::map<OrderRecord::State, char> kLetters{
            {OrderRecord::State::Waiting, stands::kWaiting},
            {OrderRecord::State::Answered, stands::kSettled},
            {OrderRecord::State::Refused, stands::kParked},
            {OrderRecord::State::Withdrawn, stands::kClosed}};
        stand = kLetters.at((*found)->state);
        if ((*found)->body != orderNumber(n).body || (*found)->foreseen != orderNumber(n).foreseen)
            return QStringLiteral("order %1 is there by half").arg(n);
    }
    return memory.allows(orderKey(n), stand)
        ? QString()
        : QStringLiteral("order %1 stands at %2").arg(n).arg(QLatin1Char(stand));
}

/// What a sound disk finds afterwards; empty when all is well.
QString wrongAfter(const QString &path, const Memory &memory)
{
    const TestClock clock(sampleNow());
    Result<Journal> journal = Journal::open(path, {}, clock);
    if (!journal)
        return journal.error().detail;
    for (int n = 0; n <= kMostActs; ++n) {
        if (QString wrong = wrongActOrDraft(*journal, n, memory); !wrong.isEmpty())
            return wrong;
    }
    for (int n = 1; n <= kMostOrders; ++n) {
        if (QString wrong = wrongOrder(*journal, n, memory); !wrong.isEmpty())
            return wrong;
    }
    const auto successor = journal->item(actNumber(5).id);
    const auto closed = journal->item(actNumber(4).id);
    if (!successor || !closed)
        return QStringLiteral("unreadable");
    const bool isClosed = *closed && (*closed)->state == OutboxState::Closed;
    if (successor->has_value() != isClosed)
        return QStringLiteral("an act and the one in whose place it was recorded do not agree");
    // One outbox row and one line "recorded" for each act.
    Database database = openDirectly(path);
    const auto orphans = readOneInt64(
        database,
        QStringLiteral("SELECT (SELECT count(*) FROM act WHERE id NOT IN (SELECT act_id FROM outbox))"
                       " + (SELECT count(*) FROM act WHERE id NOT IN"
                       " (SELECT act_id FROM audit WHERE what = 'act.recorded'))"
                       " + (SELECT count(*) FROM supervision_order WHERE id NOT IN"
                       " (SELECT detail FROM audit WHERE what = 'order.recorded'))"));
    return orphans.value_or(-1) == 0 ? QString() : QStringLiteral("a part of an act is missing");
}

/// Of the disk, or of a step whose forerunner the disk refused.
bool isTold(const Error &error)
{
    return error.kind == Error::Kind::Storage || error.kind == Error::Kind::Full
        || error.kind == Error::Kind::Busy || error.kind == Error::Kind::Corrupt
        || error.code == u"outbox.state" || error.code == u"order.state" || error.code == someError().code
        || error.code == u"sql.unique";
}

} // namespace

class JournalFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // A profile that exists: the making of one has tests of its own, in sql.
        m_made = makeScratchDirectory();
        const TestClock clock(sampleNow());
        QVERIFY(Journal::open(m_made->filePath(QStringLiteral("journal.sqlite")), {}, clock));
    }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aDayWithoutFaultsEndsAsItShould()
    {
        const auto directory = makeScratchDirectory();
        Memory memory;
        const QString path = newProfile(*directory);
        const auto errors = liveADay(path, {}, [&memory](const Step &step) { remember(memory, step); });
        QVERIFY(errors.isEmpty());
        for (const auto &[n, stand] : {std::pair(1, stands::kClosed),
                                       {2, stands::kSettled},
                                       {3, stands::kClosed},
                                       {4, stands::kClosed},
                                       {5, stands::kWaiting},
                                       {6, stands::kSettled}}) {
            Memory only;
            only.confirmed(actKey(n), stand);
            if (n == 1)
                only.confirmed(draftKey(n), stands::kSecondDraft);
            const TestClock clock(sampleNow());
            Result<Journal> journal = Journal::open(path, {}, clock);
            QVERIFY(journal);
            QCOMPARE(wrongActOrDraft(*journal, n, only), QString());
        }
        QCOMPARE(wrongAfter(path, memory), QString());
    }

    void noConfirmedStepIsLostWhereverTheDiskFails_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<bool>("lasting");
        QTest::newRow("a call fails") << Kind::IoError << false;
        QTest::newRow("a call fails, and all after it") << Kind::IoError << true;
        QTest::newRow("a write is cut short") << Kind::ShortWrite << false;
        QTest::newRow("the disk is full for a moment") << Kind::Full << false;
        QTest::newRow("the disk stays full") << Kind::Full << true;
    }
    void noConfirmedStepIsLostWhereverTheDiskFails()
    {
        QFETCH(const Kind, kind);
        QFETCH(const bool, lasting);
        FaultVfs vfs;
        int struck = 0;
        for (int nth = 1;; ++nth) {
            const auto directory = makeScratchDirectory();
            const QString path = newProfile(*directory);
            Memory memory;
            vfs.arm({Call::Any, nth, kind, lasting});
            const auto errors =
                liveADay(path, vfs.name(), [&memory](const Step &step) { remember(memory, step); });
            const bool failed = vfs.struck();
            vfs.disarm();
            if (!failed)
                break;
            ++struck;
            for (const Error &error : errors)
                QVERIFY2(isTold(error), qPrintable(error.code + u": " + error.detail));
            const QString wrong = wrongAfter(path, memory);
            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("failure %1: %2").arg(nth).arg(wrong)));
        }
        qInfo("each of %d calls failed once", struck);
        QVERIFY2(struck > 200, qPrintable(QString::number(struck)));
    }

    void noConfirmedStepIsLostWhereverTheProcessDies()
    {
        int killed = 0;
        for (int nth = 1;; ++nth) {
            const auto directory = makeScratchDirectory();
            const QString path = newProfile(*directory);
            const QString told = directory->filePath(QStringLiteral("told"));
            const ChildEnd end = runInChild([&] {
                FaultVfs vfs;
                vfs.arm({Call::Any, nth, Kind::Kill, false});
                QFile file(told);
                if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
                    return 1;
                liveADay(path, vfs.name(), [&file](const Step &step) {
                    const std::array line{step.isConfirmed ? '!' : '?', step.key, step.target};
                    file.write(line.data(), qsizetype{line.size()});
                });
                return 0;
            });
            QVERIFY(end.exitCode == 0 || end.signal == SIGKILL);
            if (end.exitCode == 0)
                break;
            ++killed;
            QFile file(told);
            QVERIFY(file.open(QIODevice::ReadOnly));
            Memory memory;
            for (QByteArray line = file.read(3); line.size() == 3; line = file.read(3))
                remember(memory, {line.at(0) == '!', line.at(1), line.at(2)});
            const QString wrong = wrongAfter(path, memory);
            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("killed at %1: %2").arg(nth).arg(wrong)));
        }
        qInfo("killed at each of %d calls", killed);
        QVERIFY2(killed > 200, qPrintable(QString::number(killed)));
    }

    void noConfirmedStepIsLostWhereverThePowerGoes()
    {
        int moments = 0;
        const auto cutEach = [this, &moments](int seeds) {
            const auto directory = makeScratchDirectory();
            const QString path = newProfile(*directory);
            Memory memory;
            QString wrong;
            const DiskShadow *watching = nullptr;
            moments = 0;
            DiskShadow shadow([&] {
                ++moments;
                for (int seed = 0; seed < seeds && wrong.isEmpty(); ++seed) {
                    const auto after = makeScratchDirectory();
                    if (!watching->writeAfterCut(after->path(), static_cast<quint32>(moments * 1'000 + seed)))
                        wrong = QStringLiteral("no room for the test");
                    const QString found =
                        wrongAfter(after->filePath(QStringLiteral("journal.sqlite")), memory);
                    if (!found.isEmpty())
                        wrong = QStringLiteral("cut %1/%2: %3").arg(moments).arg(seed).arg(found);
                }
            });
            watching = &shadow;
            FaultVfs vfs;
            vfs.watch(&shadow);
            const auto errors =
                liveADay(path, vfs.name(), [&memory](const Step &step) { remember(memory, step); });
            vfs.watch(nullptr);
            return errors.isEmpty() ? wrong : errors.front().detail;
        };
        QCOMPARE(cutEach(0), QString());
        QVERIFY(moments > 50);
        const int seeds = kFewestCuts / moments + 1;
        QCOMPARE(cutEach(seeds), QString());
        qInfo("%d power cuts: %d at each of %d writes and syncs", seeds * moments, seeds, moments);
        QVERIFY(seeds * moments >= kFewestCuts);
    }

private:
    [[nodiscard]] QString newProfile(const QTemporaryDir &directory) const
    {
        const QString path = directory.filePath(QStringLiteral("journal.sqlite"));
        QFile::copy(m_made->filePath(QStringLiteral("journal.sqlite")), path);
        return path;
    }

    std::unique_ptr<QTemporaryDir> m_made;
};

QTEST_GUILESS_MAIN(JournalFaultsTest)
#include "tst_journalfaults.moc"
