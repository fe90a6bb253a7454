// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/syncroom.h"

#include <optional>

namespace tawasul {

/// Notices that the centre was restored from a backup: every answer names its epoch, and another one than
/// before puts what the journal holds as settled back into its lanes. The cache needs no word
/// of this, since a cursor ends with its epoch. A journal that took no note is asked again at the next
/// answer. Network's thread.
class EpochWatch
{
public:
    struct News
    {
        std::function<void()> met;     ///< the journal knows the epoch: a new one, or the one of before
        std::function<void()> changed; ///< settled acts wait again
        std::function<void(std::optional<Error>)> journalProblem;
    };

    EpochWatch(SyncRoom &room, News news);

    /// Of each authenticated answer; empty when it does not say.
    void seen(const QString &epoch);
    /// Whether an answer of that epoch may be judged: the journal knows that epoch, or the centre does not
    /// say.
    [[nodiscard]] bool isMet(const QString &epoch) const;

private:
    void met(const QString &epoch, const Result<std::vector<CaseId>> &cases);

    SyncRoom &m_room;
    News m_news;
    QString m_met;    ///< what the journal holds; empty: not asked yet
    QString m_asking; ///< what it is being told
};

} // namespace tawasul
