// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/worklist.h"

#include <QtCore/QHash>

#include <optional>
#include <vector>

namespace tawasul {

/// Keeps the worklist sorted while single rows change: a new snapshot copies whole stretches of the last one
/// and places only what changed. One thread.
class WorklistLedger
{
public:
    struct Edit
    {
        qint64 row = 0;
        std::optional<WorklistEntry> entry; ///< nothing: the row is gone
    };

    /// Starts with these, in any order; what was applied before changes them.
    void load(std::vector<WorklistEntry> entries);

    /// Before load(): a snapshot of the rows whose deadline is `until` at the latest, when these are all of
    /// them that are wanted now. What was applied before changes it.
    [[nodiscard]] WorklistPtr beginning(std::vector<WorklistEntry> entries, qint64 until) const;

    /// The place of a code in Worklist::sections.
    [[nodiscard]] std::uint16_t sectionIndex(const QString &code);

    /// Remembered until the next snapshot; the last word about a row counts.
    void apply(const std::vector<Edit> &edits);

    /// The present state; the same one again when nothing changed.
    [[nodiscard]] WorklistPtr snapshot();

    /// Entries that were placed or taken out one by one since load(): the measure of work, whatever the
    /// machine.
    [[nodiscard]] qint64 placed() const { return m_placed; }

private:
    /// One entry to be taken out or put in, at its place in the order.
    struct Move
    {
        WorklistEntry entry;
        bool isRemoval = false;
    };

    [[nodiscard]] std::optional<WorklistEntry> entryOf(qint64 row) const;
    [[nodiscard]] std::vector<Move> moves() const;
    void remember(const std::vector<Move> &moves);

    WorklistPtr m_present;
    QHash<qint64, std::optional<WorklistEntry>> m_edits;
    std::vector<qint64> m_deadlineOf; ///< by row; where to look an entry up
    QHash<QString, std::uint16_t> m_sectionIndex;
    std::vector<QString> m_sections;
    qint64 m_placed = 0;
};

} // namespace tawasul
