// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

#include <cstdint>

namespace tawasul {

/// What became of a run, or of many.
struct Verdict
{
    int runs = 0;
    int acts = 0;    ///< of which an officer was told "recorded"
    int crashes = 0; ///< of a desk or the centre, power cuts included
    int powerCuts = 0;
    int faults = 0;    ///< of a disk, that struck
    int restores = 0;  ///< of the centre, from a backup
    int shifts = 0;    ///< another officer at the same machine
    int parked = 0;    ///< acts that wait for a person's choice at the end
    int proposals = 0; ///< kept at the centre because their case had left
    int carried = 0;   ///< acts that another account of the machine brought
    int probed = 0;    ///< decisions that were asked for when all was well
    std::uint64_t hash = 0;
    std::uint64_t jobs = 0;

    QStringList lost;    ///< recorded, and neither acknowledged nor left to a person with its reason
    QStringList doubled; ///< twice where once was meant, or there though it must not be
    QStringList merged; ///< decided on another state of the case than it took effect on, and nobody was asked
    QStringList reordered; ///< acts of one case in another order than they were recorded
    QStringList diverged;  ///< a desk that does not show what the centre has
    QStringList stuck;     ///< work that does not go on though all is well

    [[nodiscard]] bool isClean() const
    {
        return lost.isEmpty() && doubled.isEmpty() && merged.isEmpty() && reordered.isEmpty()
            && diverged.isEmpty() && stuck.isEmpty();
    }
    [[nodiscard]] QStringList complaints() const;
};

} // namespace tawasul
