// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/sync/syncstatus.h"

#include <array>
#include <functional>

namespace tawasul {

/// The one place where the parts' reports become a SyncStatus. Tells `changed` of each status that differs
/// from the one before.
class StatusBoard
{
public:
    /// Who can have a problem of its own; the first one that has it is shown.
    enum class Part { Reference, Keys, KeyRecord, Epoch, Feed, Outbox, Journal, Orders, Staff };

    /// What is known of the session, whatever the network does.
    enum class Standing { SignedOut, WithoutTokens, SignedIn, Ended };

    StatusBoard(const Clock &clock, std::function<void(const SyncStatus &)> changed);

    void setStanding(Standing standing);
    /// An answer came, or none could be had.
    void setReached(bool reached);
    void setProblem(Part part, std::optional<Error> problem);
    /// The centre no longer accepts this version, and why; nothing when it does.
    void setTooOld(std::optional<Error> error);
    void setFilling(bool filling, int fetched);
    void setCompleteAt(std::optional<Instant> instant);
    void setOutbox(int waiting, int parked, int free);
    void setOrders(int orders);
    void setOthers(int others);
    void setReadiness(int ready, int awaiting);

    [[nodiscard]] const SyncStatus &status() const { return m_status; }

private:
    void publish();
    [[nodiscard]] SyncStatus::Link link() const;
    [[nodiscard]] const std::optional<Error> &firstProblem() const;

    const Clock &m_clock;
    std::function<void(const SyncStatus &)> m_changed;
    Standing m_standing = Standing::SignedOut;
    std::optional<bool> m_reached;
    std::array<std::optional<Error>, 9> m_problems; ///< one for each Part
    std::optional<Error> m_tooOld;
    SyncStatus m_status;
};

} // namespace tawasul
