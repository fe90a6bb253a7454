// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/syncengine.h"
#include "tests/support/deskprofile.h"
#include "tests/sync/fakecentre.h"

namespace tawasul {

/// A whole desk without a window: real store, real desk, real engine, a centre that can do anything, all
/// threads on the test's own under one seed, time that the test moves.
class EngineStage
{
public:
    explicit EngineStage(std::uint64_t seed = 1, const QString &vfs = {});
    ~EngineStage();

    /// Opens the profile and starts the engine with good tokens; runs what there is to do.
    void signIn();
    /// The same without tokens.
    void startOffline();
    /// Engine and store go as the program goes, at whatever they are doing; what was sent may arrive.
    void quit();

    void run() { profile.scheduler().runAll(); }
    void pass(std::chrono::milliseconds time) { profile.scheduler().advance(time); }
    /// Long enough for recall windows, back-offs and polls to have had their turn.
    void passMinutes(int minutes) { pass(std::chrono::minutes(minutes)); }

    /// Records an act as the officer does, on what they see now. Empty when the desk would not have it.
    ActId record(ActType type, const CaseId &id);

    [[nodiscard]] std::optional<Case> truthOf(const CaseId &id);
    [[nodiscard]] std::optional<Case> shownOf(const CaseId &id);
    [[nodiscard]] std::optional<OutboxItem> itemOf(const ActId &id);
    [[nodiscard]] std::vector<OutboxState> states();
    [[nodiscard]] bool isSettled(const ActId &id);

    DeskProfile profile;
    Executor &network;
    FakeCentre centre;
    Transport *line = &centre; ///< what the next engine speaks through
    SeededRandom random;
    std::unique_ptr<SyncEngine> engine;

    SyncStatus status;                   ///< the last that screens heard
    std::vector<SyncStatus::Link> links; ///< each change of it
    std::vector<std::pair<QString, Error>> failedAttachments;
    QStringList arrivedAttachments;
    std::optional<Instant> serverTime;

private:
    void open();
};

/// A case of numberedCase() that stands for sampleOfficer().
[[nodiscard]] Case officersCase(int n, CaseStatus status = CaseStatus::InProgress);

} // namespace tawasul
