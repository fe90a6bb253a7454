// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QtCore/QMetaType>

#include <optional>

namespace tawasul {

/// What the status bar and the sync chip say.
struct SyncStatus
{
    enum class Link {
        SignedOut,
        Connecting, ///< nothing known yet
        Online,
        Offline, ///< not reached since `since`
        Failing, ///< reached, but the centre refuses or makes no sense, or this disk refuses what it sent
        SessionEnded, ///< a person has to sign in again; everything recorded waits
        TooOld,       ///< the centre no longer accepts this version of the program
    };

    Link link = Link::SignedOut;
    std::optional<Instant> since;      ///< when the link became what it is
    std::optional<Instant> completeAt; ///< everything up to here had been fetched
    bool filling = false;              ///< a first fetch or a rebuild is under way
    int fetched = 0;                   ///< cases fetched in this filling
    int waiting = 0;                   ///< acts not acknowledged
    int free = 0;                      ///< of the waiting, those that no parked one stands before
    int parked = 0;                    ///< acts that need a choice
    int orders = 0;                    ///< of a supervisor, not answered
    int others = 0;                    ///< acts of other accounts that this machine carries
    bool leavesEnvelopes = false; ///< what waits here goes with whoever signs in on this machine next, too
    int ready = 0;      ///< of the cases that await the officer, those whose attachments are all here
    int awaiting = 0;   ///< those cases; 0 until they were looked through
    int today = 0;      ///< of the officer's own, those that end today or are overdue; the desk counts them
    int readyToday = 0; ///< of these, those whose attachments are all here
    std::optional<Error> problem; ///< of Failing and TooOld

    friend bool operator==(const SyncStatus &, const SyncStatus &) = default;
};

} // namespace tawasul

Q_DECLARE_METATYPE(tawasul::SyncStatus)
