// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/chaos/firstimages.h"
#include "tests/chaos/judge.h"
#include "tests/chaos/simdesk.h"

namespace tawasul {

/// One run under one seed: officers work while everything goes wrong that can, then all is well, then it is
/// judged.
class ChaosRun
{
public:
    ChaosRun(std::uint64_t seed, const FirstImages &first, const QString &folder, bool inWords = false);
    ~ChaosRun();

    [[nodiscard]] Verdict play();

private:
    using Event = void (ChaosRun::*)();

    void putFirstFiles(const FirstImages &first);
    void storm();
    void step();
    void letTimePass();

    // --- what happens ---
    void somebodyActs();
    void somebodyTypes();
    void somebodyChooses();
    void somebodyRecalls();
    void somebodyHolds();
    void somebodyAsksToSync();
    void weatherChanges();
    void aDeskCrashes();
    void aDeskWillCrash();
    void aDeskQuits();
    void aDeskStarts();
    void theShiftChanges();
    void aDiskFails();
    void aDiskRecovers();
    void aCacheIsLost();
    void aClockJumps();
    void theCentreCrashes();
    void theCentreWillCrash();
    void theCentreStarts();
    void theCentreIsBackedUp();
    void theCentreIsRestored();
    void othersActAtTheCentre();
    void referenceDataIsPublished();

    void crashTheCentre(bool powerWentOff);
    void buryTheDead();
    [[nodiscard]] Fault anyFault(bool lasting);
    [[nodiscard]] SimDesk &anyDesk();
    [[nodiscard]] std::vector<Actor> officersWhoAreFree() const;
    [[nodiscard]] CaseId anyCase();
    void actAtTheCentre(RegisterConnection &connection, const Case &theCase);

    // --- and then all is well ---
    void calmDown();
    void sitDown(SimDesk &desk, const Actor &officer);
    void drainTheShift(bool isLast);
    void complainOfTheUndrained();
    /// What the centre has at some moment; who has seen it knows where all cases stand and by which rules.
    struct Sight
    {
        qint64 acts = 0;
        QString reference;
        Instant at{};
    };
    [[nodiscard]] Sight sightOfTheCentre();
    [[nodiscard]] static bool hasSeen(SimDesk &desk, const std::optional<Sight> &sight);
    void drain(const std::optional<Sight> &sight = std::nullopt);
    void letAllSeeAll();
    void compareOutbox(SimDesk &desk);
    void probe(SimDesk &desk);
    /// `decided`: the cases on which somebody was asked to decide, here or at another desk.
    void probeDecision(SimDesk &desk, QSet<CaseId> &decided);
    [[nodiscard]] static bool isBusy(const SimDesk &desk, const CaseId &id);
    [[nodiscard]] bool isHis(SimDesk &desk, const CaseId &id);
    /// The cases as the centre has them.
    [[nodiscard]] std::vector<Case> truthOfTheCentre();
    void compare(SimDesk &desk, const std::vector<Case> &truth, Verdict &verdict);
    [[nodiscard]] bool isDrained(SimDesk &desk) const;
    [[nodiscard]] std::size_t mostProfiles() const;
    void readFiles(Judge &judge, Verdict &verdict);

    std::uint64_t m_seed;
    World m_world;
    Ledger m_ledger;
    std::unique_ptr<SimCentre> m_centre;
    std::vector<std::unique_ptr<SimDesk>> m_desks;
    Verdict m_verdict;
    int m_actsWanted = 0;
    int m_editions = 1;
};

} // namespace tawasul
