// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/centrekey.h"
#include "models/protocol/messages.h"
#include "models/sync/syncroom.h"

#include <optional>

namespace tawasul {

/// Which keys of the centre are believed, and whether a receipt is proved by one of them. The first keys that
/// a profile meets are believed as they come; later ones only by an introduction. What is believed stands in
/// the journal before it counts. Network's thread.
class KeyRing
{
public:
    struct News
    {
        std::function<void(std::optional<Error>)>
            problem; ///< Corrupt, centre.key_unproven: a key nobody introduced
        std::function<void(std::optional<Error>)> journalProblem;
    };
    enum class Proof {
        Proven,
        Unsigned,   ///< and no key is known, so that none was to be expected
        UnknownKey, ///< it may have been introduced meanwhile
        Forged,     ///< the signature is not that key's, or missing
    };

    KeyRing(SyncRoom &room, News news);

    /// Reads what the journal holds.
    void remember();
    /// The keys that came with the newest reference data.
    void learn(const std::vector<CentreKey> &keys);
    [[nodiscard]] Proof proofOf(const wire::Receipt &receipt) const;

private:
    [[nodiscard]] const CentreKey *find(const QString &id, const std::vector<CentreKey> &among) const;
    void believed(const std::vector<CentreKey> &keys, const Outcome &written);

    SyncRoom &m_room;
    News m_news;
    std::vector<CentreKey> m_known;
    std::vector<CentreKey> m_waiting; ///< came before the journal had answered
    bool m_isAsking = false;
    bool m_remembers = false;
};

} // namespace tawasul
