// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/chaosrun.h"

#include "models/domain/workflow.h"
#include "models/protocol/actcodec.h"
#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"
#include "tests/chaos/cast.h"

#include <sqlite3.h>

namespace tawasul {

namespace {

using std::chrono::milliseconds;

constexpr int kMostSteps = 90;
constexpr int kMostActs = 40;

} // namespace

ChaosRun::ChaosRun(std::uint64_t seed, const FirstImages &first, const QString &folder, bool inWords)
    : m_seed(seed)
    , m_world(seed, inWords)
{
    // SQLite draws the salts of its logs from chance of its own, one for the whole process.
    sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, static_cast<int>(seed % 0x7fff'ffff) + 1, nullptr);
    m_centre = std::make_unique<SimCentre>(m_world, first.centreFolder);
    for (int number = 0; number < kDesks; ++number) {
        m_desks.push_back(std::make_unique<SimDesk>(m_world, *m_centre, m_ledger, number,
                                                    QStringLiteral("%1/desk-%2").arg(folder).arg(number)));
    }
    putFirstFiles(first);
    m_world.setAfterEachJob([this] { buryTheDead(); });
}

ChaosRun::~ChaosRun()
{
    // The centre's last answers need links to go to.
    m_centre->stop();
}

void ChaosRun::putFirstFiles(const FirstImages &first)
{
    m_centre->disk().put(first.centre);
    for (const auto &desk : m_desks) {
        for (const Actor &officer : officersOfTheRun()) {
            if (m_world.chance(5))
                continue; // a profile is made from nothing, too
            MemoryDisk::Image files;
            for (const auto &[name, bytes] : first.profile)
                files.emplace(QString(desk->profileOf(officer) % u'/').toUtf8() + name, bytes);
            desk->disk().put(files);
        }
    }
}

Verdict ChaosRun::play()
{
    m_verdict.runs = 1;
    m_actsWanted = 8 + m_world.drawn(kMostActs - 8);
    storm();
    calmDown();
    m_verdict.acts = m_ledger.recorded();
    for (const auto &desk : m_desks)
        m_verdict.carried += desk->link().carried;
    m_verdict.jobs = m_world.jobs();
    m_verdict.hash = m_world.trace().hash();
    return m_verdict;
}

void ChaosRun::storm()
{
    m_centre->start();
    for (std::size_t i = 0; i < m_desks.size(); ++i)
        m_desks[i]->signIn(officersOfTheRun().at(i));
    m_world.pass(milliseconds(m_world.drawn(3'000)));
    for (int i = 0; i < kMostSteps && m_ledger.recorded() < m_actsWanted; ++i) {
        step();
        letTimePass();
    }
    m_world.say(QStringLiteral("the storm is over"));
}

void ChaosRun::step()
{
    static const std::vector<std::pair<int, Event>> kEvents{{55, &ChaosRun::somebodyActs},
                                                            {3, &ChaosRun::somebodyTypes},
                                                            {5, &ChaosRun::somebodyChooses},
                                                            {2, &ChaosRun::somebodyRecalls},
                                                            {2, &ChaosRun::somebodyHolds},
                                                            {3, &ChaosRun::somebodyAsksToSync},
                                                            {9, &ChaosRun::weatherChanges},
                                                            {3, &ChaosRun::aDeskCrashes},
                                                            {4, &ChaosRun::aDeskWillCrash},
                                                            {2, &ChaosRun::aDeskQuits},
                                                            {12, &ChaosRun::aDeskStarts},
                                                            {3, &ChaosRun::theShiftChanges},
                                                            {4, &ChaosRun::aDiskFails},
                                                            {4, &ChaosRun::aDiskRecovers},
                                                            {1, &ChaosRun::aCacheIsLost},
                                                            {3, &ChaosRun::aClockJumps},
                                                            {2, &ChaosRun::theCentreCrashes},
                                                            {2, &ChaosRun::theCentreWillCrash},
                                                            {10, &ChaosRun::theCentreStarts},
                                                            {2, &ChaosRun::theCentreIsBackedUp},
                                                            {2, &ChaosRun::theCentreIsRestored},
                                                            {7, &ChaosRun::othersActAtTheCentre},
                                                            {1, &ChaosRun::referenceDataIsPublished}};
    int sum = 0;
    for (const auto &[weight, event] : kEvents)
        sum += weight;
    int left = m_world.drawn(sum);
    for (const auto &[weight, event] : kEvents) {
        left -= weight;
        if (left < 0) {
            (this->*event)();
            break;
        }
    }
    buryTheDead();
}

void ChaosRun::letTimePass()
{
    const int kind = m_world.drawn(100);
    if (kind < 35) { // the next thing happens in the middle of this one
        for (int i = m_world.drawn(60); i > 0 && m_world.runOne(); --i) {}
    } else if (kind < 80) {
        m_world.pass(milliseconds(m_world.drawn(8'000)));
    } else if (kind < 97) {
        m_world.pass(milliseconds(m_world.drawn(70'000)));
    } else {
        m_world.pass(milliseconds(m_world.drawn(6 * 60'000)));
    }
}

// --- what happens
// -------------------------------------------------------------------------------------------

SimDesk &ChaosRun::anyDesk()
{
    return *m_desks.at(static_cast<std::size_t>(m_world.drawn(kDesks)));
}

CaseId ChaosRun::anyCase()
{
    return caseOfTheRun(m_world.drawn(kCases)).id;
}

void ChaosRun::somebodyActs()
{
    SimDesk &desk = anyDesk();
    if (!desk.isOpen())
        return aDeskStarts();
    // Several in one breath make lanes of more than one.
    const CaseId id = anyCase();
    for (int i = m_world.drawn(3); i >= 0; --i)
        desk.act(m_world.chance(70) ? id : anyCase());
}

void ChaosRun::somebodyTypes()
{
    if (SimDesk &desk = anyDesk(); desk.isOpen())
        desk.type(anyCase());
}

void ChaosRun::somebodyChooses()
{
    if (SimDesk &desk = anyDesk(); desk.isOpen())
        desk.choose();
}

void ChaosRun::somebodyRecalls()
{
    if (SimDesk &desk = anyDesk(); desk.isOpen())
        desk.recallSomething();
}

void ChaosRun::somebodyHolds()
{
    if (SimDesk &desk = anyDesk(); desk.isOpen())
        desk.holdSomething();
}

void ChaosRun::somebodyAsksToSync()
{
    if (SimDesk &desk = anyDesk(); desk.isOpen())
        desk.syncNow();
}

void ChaosRun::weatherChanges()
{
    SimDesk &desk = anyDesk();
    SimLink &link = desk.link();
    const bool isBad = m_world.chance(60);
    link.isCut = isBad && m_world.chance(35);
    link.lossPercent = isBad ? m_world.drawn(40) : 0;
    link.doublePercent = isBad ? m_world.drawn(40) : 0;
    link.strangerPercent = isBad && m_world.chance(30) ? m_world.drawn(40) : 0;
    link.slowestMs = isBad ? 1 + m_world.drawn(4'000) : 30;
    link.losesReceipts = isBad && m_world.chance(30);
    desk.say(QStringLiteral(
                 "weather: cut %1, loss %2 %, double %3 %, stranger %4 %, up to %5 ms, receipts lost %6")
                 .arg(link.isCut)
                 .arg(link.lossPercent)
                 .arg(link.doublePercent)
                 .arg(link.strangerPercent)
                 .arg(link.slowestMs)
                 .arg(link.losesReceipts));
}

void ChaosRun::aDeskCrashes()
{
    SimDesk &desk = anyDesk();
    if (desk.isOff())
        return;
    const bool powerWentOff = m_world.chance(50);
    desk.crash(powerWentOff);
    ++m_verdict.crashes;
    m_verdict.powerCuts += powerWentOff ? 1 : 0;
}

void ChaosRun::aDeskWillCrash()
{
    static constexpr std::array kCalls{Fault::Call::Any, Fault::Call::Write, Fault::Call::Write,
                                       Fault::Call::Sync};
    SimDesk &desk = anyDesk();
    desk.disk().arm({kCalls.at(static_cast<std::size_t>(m_world.drawn(4))), 1 + m_world.drawn(40),
                     Fault::Kind::Kill, false});
    desk.say(QStringLiteral("will crash"));
}

void ChaosRun::aDeskQuits()
{
    if (SimDesk &desk = anyDesk(); !desk.isOff())
        desk.quit();
}

std::vector<Actor> ChaosRun::officersWhoAreFree() const
{
    std::vector<Actor> free = officersOfTheRun();
    std::erase_if(free, [this](const Actor &officer) {
        return std::any_of(m_desks.begin(), m_desks.end(), [&officer](const auto &desk) {
            return !desk->isOff() && desk->officer().id == officer.id;
        });
    });
    return free;
}

void ChaosRun::aDeskStarts()
{
    for (const auto &desk : m_desks) {
        if (desk->wantsTokens() && m_world.chance(60))
            desk->signInAgain();
        if (!desk->isOff() || m_world.chance(20))
            continue;
        // Mostly the one who sat there.
        std::vector<Actor> free = officersWhoAreFree();
        const auto last = std::find_if(free.begin(), free.end(), [&desk](const Actor &officer) {
            return officer.id == desk->officer().id;
        });
        if (last != free.end() && m_world.chance(80))
            desk->signIn(*last);
        else
            desk->signIn(free.at(static_cast<std::size_t>(m_world.drawn(static_cast<int>(free.size())))));
    }
}

void ChaosRun::theShiftChanges()
{
    SimDesk &desk = anyDesk();
    if (!desk.isOpen())
        return;
    const std::vector<Actor> free = officersWhoAreFree();
    desk.quit();
    if (desk.disk().isDead())
        return;
    desk.signIn(free.at(static_cast<std::size_t>(m_world.drawn(static_cast<int>(free.size())))));
    ++m_verdict.shifts;
}

Fault ChaosRun::anyFault(bool lasting)
{
    static constexpr std::array kCalls{Fault::Call::Write, Fault::Call::Write,    Fault::Call::Write,
                                       Fault::Call::Sync,  Fault::Call::Sync,     Fault::Call::Read,
                                       Fault::Call::Open,  Fault::Call::Truncate, Fault::Call::Delete,
                                       Fault::Call::Shm,   Fault::Call::Lock,     Fault::Call::Any};
    static constexpr std::array kKinds{Fault::Kind::Full, Fault::Kind::IoError, Fault::Kind::ShortWrite};
    const Fault::Call call =
        kCalls.at(static_cast<std::size_t>(m_world.drawn(static_cast<int>(kCalls.size()))));
    return {call, 1 + m_world.drawn(30), kKinds.at(static_cast<std::size_t>(m_world.drawn(3))), lasting};
}

void ChaosRun::aDiskFails()
{
    const bool isCentre = m_world.chance(25);
    MemoryDisk &disk = isCentre ? m_centre->disk() : anyDesk().disk();
    m_verdict.faults += disk.hasStruck() ? 1 : 0;
    disk.arm(anyFault(m_world.chance(25)));
    m_world.say(disk.vfs() % u": the disk will fail");
}

void ChaosRun::aDiskRecovers()
{
    for (const auto &desk : m_desks) {
        m_verdict.faults += desk->disk().hasStruck() ? 1 : 0;
        desk->disk().disarm();
    }
    m_verdict.faults += m_centre->disk().hasStruck() ? 1 : 0;
    m_centre->disk().disarm();
    m_world.say(QStringLiteral("the disks are well"));
}

void ChaosRun::aCacheIsLost()
{
    SimDesk &desk = anyDesk();
    if (!desk.isOff())
        desk.quit();
    buryTheDead();
    for (const Actor &officer : desk.known())
        desk.loseCache(officer);
    desk.say(QStringLiteral("the caches are lost"));
}

void ChaosRun::aClockJumps()
{
    const bool isCentre = m_world.chance(25);
    const int span = isCentre ? 24 * 60 : 400 * 24 * 60; // minutes
    const std::chrono::minutes by(m_world.chance(50) ? m_world.drawn(2 * span) - span
                                                     : m_world.drawn(240) - 120);
    SimDesk &desk = anyDesk();
    (isCentre ? m_centre->clock() : desk.clock()).jump(by);
    m_world.say(QStringLiteral("%1: the clock jumps by %2 min")
                    .arg(isCentre ? m_centre->disk().vfs() : desk.disk().vfs())
                    .arg(by.count()));
}

void ChaosRun::crashTheCentre(bool powerWentOff)
{
    m_centre->crash(powerWentOff);
    ++m_verdict.crashes;
    m_verdict.powerCuts += powerWentOff ? 1 : 0;
}

void ChaosRun::theCentreCrashes()
{
    if (m_centre->isUp())
        crashTheCentre(m_world.chance(50));
}

void ChaosRun::theCentreWillCrash()
{
    m_centre->disk().arm({Fault::Call::Any, 1 + m_world.drawn(120), Fault::Kind::Kill, false});
    m_world.say(QStringLiteral("centre: will crash"));
}

void ChaosRun::theCentreStarts()
{
    if (!m_centre->isUp())
        m_centre->start();
}

void ChaosRun::theCentreIsBackedUp()
{
    m_centre->backUp();
}

void ChaosRun::theCentreIsRestored()
{
    if (!m_centre->hasBackup())
        return;
    m_centre->restore();
    ++m_verdict.restores;
    if (m_world.chance(70))
        m_centre->start();
}

void ChaosRun::othersActAtTheCentre()
{
    m_centre->inWriter([this, id = anyCase()](RegisterConnection &connection) {
        const auto body = connection.cases().caseFor(supervisorOfTheRun(), id);
        const auto json =
            body ? wire::parseObject(*body, QStringLiteral("case")) : Result<QJsonObject>(body.error());
        const auto theCase = json ? wire::caseFromJson(*json) : Result<Case>(json.error());
        if (theCase)
            actAtTheCentre(connection, *theCase);
    });
}

void ChaosRun::actAtTheCentre(RegisterConnection &connection, const Case &theCase)
{
    Actor actor = supervisorOfTheRun();
    ActType type = m_world.chance(25) ? ActType::Note : ActType::Assign;
    if (theCase.status == CaseStatus::Returned && m_world.chance(70)) {
        actor =
            Actor{PersonId(QStringLiteral("portal-77")), theCase.beneficiary.name, Role::Beneficiary, {}, {}};
        type = ActType::Resubmit;
    } else if (theCase.status == CaseStatus::Completed || theCase.status == CaseStatus::Rejected) {
        type = ActType::Reopen;
    }
    const bool hasText = type == ActType::Note || type == ActType::Reopen;
    Act act = actOfTheRun(type, actor, theCase, hasText ? QStringLiteral("others") : QString(),
                          m_centre->clock().now());
    act.id = ActId(uuidV7(m_centre->clock().now(), m_world.random()));
    act.referenceVersion = QStringLiteral("2026-11.1");
    if (type == ActType::Assign) {
        const Actor &officer = officersOfTheRun().at(static_cast<std::size_t>(m_world.drawn(4)));
        act.toAssignee = PersonName{officer.id, officer.name};
    }
    const auto outcome =
        connection.cases().applyAct(actor,
                                    {theCase.id, act.id, wire::toBytes(wire::actBodyToJson(act)),
                                     commutes(type) ? std::nullopt : std::optional(theCase.version)});
    m_world.say(u"centre: others act on " % theCase.id.text().right(4) % u": "
                % (outcome ? QStringLiteral("done") : outcome.error().code));
}

void ChaosRun::referenceDataIsPublished()
{
    m_centre->inWriter([this, edition = ++m_editions](RegisterConnection &connection) {
        const auto published = connection.publish(referenceOfTheRun(edition));
        m_world.say(QStringLiteral("centre: reference data %1: %2").arg(edition).arg(published.has_value()));
    });
}

void ChaosRun::buryTheDead()
{
    for (const auto &desk : m_desks) {
        if (!desk->disk().isDead())
            continue;
        const bool powerWentOff = m_world.chance(50);
        desk->crash(powerWentOff);
        ++m_verdict.crashes;
        m_verdict.powerCuts += powerWentOff ? 1 : 0;
    }
    if (m_centre->disk().isDead())
        crashTheCentre(m_world.chance(50));
}

} // namespace tawasul
