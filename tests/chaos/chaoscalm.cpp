// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// When the storm is over: everybody who ever worked sits down once more, everything goes on, and nothing may
// be missing.
#include "models/domain/proposals.h"
#include "models/domain/workflow.h"
#include "models/sql/query.h"
#include "tests/chaos/cast.h"
#include "tests/chaos/chaosrun.h"

#include <algorithm>

namespace tawasul {

namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using Link = SyncStatus::Link;

// Half minutes: longer than a clock that was set back may hold an act (Lanes::kLongestWait).
constexpr int kLongestDrain = 140;
constexpr int kMostRounds = 6;
constexpr seconds kUntilAllIsTold{6};   // a moment longer than a failed reading is left alone
constexpr seconds kStepOfServerTime{1}; // as the header Date tells it

} // namespace

void ChaosRun::calmDown()
{
    aDiskRecovers();
    for (const auto &desk : m_desks) {
        SimLink &link = desk->link();
        link.isCut = link.losesReceipts = false;
        link.lossPercent = link.doublePercent = link.strangerPercent = 0;
        link.slowestMs = 30;
    }
    if (m_world.chance(50)) {
        for (const auto &desk : m_desks)
            desk->clock().setRight();
    }
    if (!m_centre->isUp() && !m_centre->start())
        m_verdict.stuck += QStringLiteral("the centre does not start");
    const std::size_t profiles = mostProfiles();
    for (const bool isLast : {false, true}) {
        for (std::size_t n = 0; n < profiles; ++n) {
            // The second time backwards: whoever sits there last goes on where they are.
            const std::size_t shift = isLast ? profiles - 1 - n : n;
            for (const auto &desk : m_desks) {
                if (shift < desk->known().size())
                    sitDown(*desk, desk->known().at(shift));
            }
            drainTheShift(isLast);
        }
    }
    Judge judge(m_ledger);
    readFiles(judge, m_verdict);
    judge.judge(m_verdict);
    m_verdict.lost += m_centre->wrongEpochs();
}

std::size_t ChaosRun::mostProfiles() const
{
    std::size_t most = 0;
    for (const auto &desk : m_desks)
        most = std::max(most, desk->known().size());
    return most;
}

void ChaosRun::sitDown(SimDesk &desk, const Actor &officer)
{
    // Whoever is still there goes on where they are: an engine has to recover by itself.
    if (desk.isOpen() && desk.officer().id == officer.id)
        return;
    if (!desk.isOff())
        desk.quit();
    desk.signIn(officer);
}

bool ChaosRun::isDrained(SimDesk &desk) const
{
    if (desk.isOff())
        return true;
    if (!desk.isOpen() || desk.status().link != Link::Online)
        return false;
    QSet<CaseId> stopped;
    for (const OutboxItem &item : desk.heardOutbox()) {
        if (item.state == OutboxState::Parked)
            stopped.insert(item.act.caseId);
        else if (!stopped.contains(item.act.caseId))
            return false;
    }
    return true;
}

bool ChaosRun::hasSeen(SimDesk &desk, const std::optional<Sight> &sight)
{
    if (!sight || desk.isOff())
        return true;
    if (!desk.isOpen() || desk.status().completeAt <= sight->at)
        return false;
    const ReferencePtr reference = desk.store().reference();
    return reference && reference->version == sight->reference;
}

/// Until nobody has anything to send and everybody has seen that.
void ChaosRun::drain(const std::optional<Sight> &sight)
{
    for (int i = 0; i < kLongestDrain; ++i) {
        m_world.pass(seconds(i == 0 ? 5 : 30));
        bool isDone = true;
        for (const auto &desk : m_desks) {
            isDone = isDone && isDrained(*desk) && hasSeen(*desk, sight);
            if (desk->wantsTokens())
                desk->signInAgain();
            if (desk->isOpen())
                desk->letGoOfAll();
        }
        if (isDone)
            return;
    }
}

/// An answer that the storm swallowed hangs until its call is given up, while the line is well already:
/// whoever is asked to do something new must have seen the last that the others did, and the rules by which
/// it is judged.
void ChaosRun::letAllSeeAll()
{
    for (int round = 0; round < kMostRounds; ++round) {
        const Sight sight = sightOfTheCentre();
        m_world.pass(kStepOfServerTime);
        for (const auto &desk : m_desks) {
            if (desk->isOpen())
                desk->syncNow();
        }
        drain(sight);
        if (sightOfTheCentre().acts == sight.acts)
            return;
    }
    m_verdict.stuck += QStringLiteral("there is no end of acts");
}

ChaosRun::Sight ChaosRun::sightOfTheCentre()
{
    Sight sight;
    m_centre->inWriter([&sight](RegisterConnection &connection) {
        sight.acts =
            readOneInt64(connection.database(), QStringLiteral("SELECT count(*) FROM act")).value_or(-1);
        sight.reference = connection.shelf().newestVersion().value_or(QString());
    });
    m_world.pass(milliseconds(5));
    sight.at = m_centre->clock().now();
    return sight;
}

void ChaosRun::complainOfTheUndrained()
{
    for (const auto &desk : m_desks) {
        if (desk->isOff() || isDrained(*desk))
            continue;
        m_verdict.stuck += QStringLiteral("%1 is not drained: open %2, link %3, %4")
                               .arg(desk->profileOf(desk->officer()).section(u'/', -2))
                               .arg(desk->isOpen())
                               .arg(static_cast<int>(desk->status().link))
                               .arg(desk->status().problem ? desk->status().problem->code : QString());
    }
}

void ChaosRun::drainTheShift(bool isLast)
{
    drain();
    complainOfTheUndrained(); // before anybody asks for anything: it has to go by itself
    m_world.pass(kUntilAllIsTold);
    for (const auto &desk : m_desks) {
        if (desk->isOpen())
            compareOutbox(*desk);
    }
    letAllSeeAll();
    complainOfTheUndrained();
    QSet<CaseId> decided;
    for (const auto &desk : m_desks) {
        if (desk->isOpen())
            isLast ? probeDecision(*desk, decided) : probe(*desk);
    }
    drain();
    if (!isLast)
        return;
    letAllSeeAll();
    const std::vector<Case> truth = truthOfTheCentre();
    for (const auto &desk : m_desks) {
        if (desk->isOpen())
            compare(*desk, truth, m_verdict);
    }
}

/// What the journal has not settled was told to everybody, or nobody would send it before the next act.
void ChaosRun::compareOutbox(SimDesk &desk)
{
    desk.store().withJournal([this, &desk](Journal &journal) {
        const auto items = journal.unsettled();
        const auto isSame = [](const OutboxItem &one, const OutboxItem &other) {
            return one.act.id == other.act.id && one.state == other.state;
        };
        if (!items || !std::ranges::equal(*items, desk.heardOutbox(), isSame))
            m_verdict.stuck += desk.profileOf(desk.officer()) % u": nobody was told of the whole outbox";
    });
    m_world.pass(milliseconds(5));
}

bool ChaosRun::isBusy(const SimDesk &desk, const CaseId &id)
{
    return std::ranges::any_of(desk.heardOutbox(),
                               [&id](const OutboxItem &item) { return item.act.caseId == id; });
}

/// Something new has to find its way, too.
void ChaosRun::probe(SimDesk &desk)
{
    bool isBegun = false;
    for (int n = 0; n < kCases && !isBegun; ++n) {
        const CaseId id = caseOfTheRun(n).id;
        if (isBusy(desk, id))
            continue;
        desk.note(id, [this, &isBegun](std::size_t number) {
            m_ledger.at(number).mustSettle = true;
            isBegun = true;
        });
        m_world.pass(milliseconds(5));
    }
}

/// And a decision, at the very end: before that, its officer's earlier ones may be waiting on other machines.
void ChaosRun::probeDecision(SimDesk &desk, QSet<CaseId> &decided)
{
    bool isBegun = false;
    for (int n = 0; n < kCases && !isBegun; ++n) {
        const CaseId id = caseOfTheRun(n).id;
        if (isBusy(desk, id) || decided.contains(id) || !isHis(desk, id))
            continue;
        desk.decide(id, [this, &isBegun](std::size_t number) {
            m_ledger.at(number).mustSettle = true;
            isBegun = true;
        });
        m_world.pass(milliseconds(5));
        if (isBegun) {
            decided.insert(id);
            ++m_verdict.probed;
        }
    }
}

bool ChaosRun::isHis(SimDesk &desk, const CaseId &id)
{
    bool isHis = false;
    desk.store().withReader([&](CacheReader &reader) {
        const auto known = reader.caseById(id);
        isHis =
            known && *known && (*known)->truth.assignee && (*known)->truth.assignee->id == desk.officer().id;
    });
    m_world.pass(milliseconds(5));
    return isHis;
}

std::vector<Case> ChaosRun::truthOfTheCentre()
{
    std::vector<Case> truth;
    m_centre->inWriter([this, &truth](RegisterConnection &connection) {
        Judge reader(m_ledger);
        if (reader.readCentre(connection.database()))
            truth = reader.cases();
    });
    m_world.pass(milliseconds(5));
    return truth;
}

void ChaosRun::compare(SimDesk &desk, const std::vector<Case> &truth, Verdict &verdict)
{
    const QString name = desk.profileOf(desk.officer()).section(u'/', -2);
    QSet<CaseId> pending;
    for (const OutboxItem &item : desk.heardOutbox()) {
        if (item.state != OutboxState::Parked)
            pending.insert(item.act.caseId);
    }
    std::size_t within = 0;
    desk.store().withReader([&](CacheReader &reader) {
        for (const Case &theirs : truth) {
            const auto ours = reader.caseById(theirs.id);
            const bool mustBeHere = isWithinReach(theirs, desk.officer());
            within += mustBeHere ? 1 : 0;
            const QString which = name % u": case " % theirs.id.text().right(4);
            if (!ours)
                verdict.diverged += which % u" cannot be read";
            else if (ours->has_value() != mustBeHere)
                verdict.diverged += which % (mustBeHere ? u" is missing" : u" did not leave");
            else if (*ours && !((*ours)->truth == theirs))
                verdict.diverged += which % u" is not what the centre has";
            else if (*ours && !pending.contains(theirs.id) && !((*ours)->shown == theirs))
                verdict.diverged += which % u" does not show what the centre has";
        }
    });
    desk.store().withReader([&](CacheReader &reader) {
        std::vector<OwnProposals> theirs;
        for (const Case &one : truth) {
            if (OwnProposals own = proposalsBy(desk.officer().id, one); !own.proposals.empty())
                theirs.push_back(std::move(own));
        }
        const auto ours = reader.ownProposals();
        if (!ours || !std::is_permutation(ours->begin(), ours->end(), theirs.begin(), theirs.end()))
            verdict.diverged += name % u": the own proposals are not what the centre has";
    });
    m_world.pass(milliseconds(5));
    if (truth.size() != kCases)
        verdict.diverged += QStringLiteral("the centre cannot be read");
    const WorklistPtr list = desk.store().worklist();
    if (!list || list->entries.size() != within)
        verdict.diverged += name % u": the list has another length";
}

void ChaosRun::readFiles(Judge &judge, Verdict &verdict)
{
    for (const auto &desk : m_desks) {
        if (!desk->isOff())
            desk->quit();
    }
    m_centre->stop();
    const auto opened = [](const QString &path, MemoryDisk &disk) {
        OpenOptions options;
        options.path = path;
        options.vfs = disk.vfs();
        options.create = false;
        options.connectionPurpose = QStringLiteral("judge");
        return openDatabase(options);
    };
    Result<Database> centre = opened(centreFilePath(m_centre->folder()), m_centre->disk());
    if (!centre || !judge.readCentre(*centre))
        verdict.lost += QStringLiteral("the register cannot be read");
    for (const auto &desk : m_desks) {
        for (const Actor &officer : desk->known()) {
            const QString profile = desk->profileOf(officer);
            Result<Database> journal = opened(profile % u"/journal.sqlite", desk->disk());
            if (!journal || !judge.readJournal(profile, *journal))
                verdict.lost += profile % u": the journal cannot be read";
        }
    }
}

} // namespace tawasul
