// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/worklist.h"

#include <QtCore/QCache>
#include <QtCore/QHash>

#include <optional>
#include <vector>

namespace tawasul {

/// The heads that were shown lately, by row key, the least recently used ones forgotten first. A head that
/// has become old stays until its successor arrives, so that no row goes blank under the officer's eyes.
class HeadShelf
{
public:
    explicit HeadShelf(int capacity);

    /// The head, when it is here, old or not; null while it is being read or when the row is gone.
    [[nodiscard]] const CaseHead *head(qint64 key) const;

    /// Whether a row has to be asked for: never seen, changed since it was asked for, or another than `entry`
    /// says and not asked for since the last snapshot.
    [[nodiscard]] bool needs(const WorklistEntry &entry) const;

    void markAsked(const std::vector<qint64> &keys);
    /// The answer to these keys; those without a head in it are gone.
    void store(const std::vector<qint64> &keys, std::vector<CaseHead> heads);
    /// The question was not answered: it is repeated for the next snapshot, not at once.
    void fail(const std::vector<qint64> &keys);

    /// There is a new snapshot.
    void beginRound();
    /// The head of this case may have changed in a way that no entry tells.
    void expire(const CaseId &id);

private:
    // All of these are moments of one counter that rises with each question and each piece of news.
    using Moment = quint64;

    struct Place
    {
        std::optional<CaseHead> head;
        Moment asked = 0;
    };

    [[nodiscard]] bool changedSince(const Place &place) const;
    void settle(qint64 key);

    QCache<qint64, Place> m_places;
    QHash<qint64, Moment> m_asked; ///< questions on their way
    QHash<CaseId, Moment> m_changed;
    Moment m_allChanged = 0;
    Moment m_roundBegan = 0;
    Moment m_now = 1;
};

} // namespace tawasul
