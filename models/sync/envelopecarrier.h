// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/alarm.h"
#include "models/sync/backoff.h"
#include "models/sync/envelopeload.h"
#include "models/sync/session.h"

namespace tawasul {

/// Carries what other accounts of this machine recorded and could not send, while somebody is signed in and
/// their own acts have gone. Nobody here can read it, and the centre says one word of each. An envelope is
/// done with when its act took effect; one that only its author can bring is set aside for them. Network's
/// thread.
class EnvelopeCarrier
{
public:
    struct News
    {
        std::function<void(int)> counted; ///< acts of others that this machine still has to carry
        std::function<bool()> isFree;     ///< whether nothing of the account's own wants to go first
    };

    EnvelopeCarrier(SyncRoom &room, Session &session, News news);

    /// Something may have come, or the way may be free.
    void look();
    void setMayGo(bool mayGo);

private:
    struct Sent
    {
        ActId act;
        QString lane;
    };

    void loaded(const Result<EnvelopeLoad> &load);
    void waitFor(const std::optional<Instant> &nextDue);
    void send(const std::vector<wire::SealedEnvelope> &envelopes);
    void answered(const std::vector<Sent> &sent, const TransportReply &reply);
    void wakeThose();
    void restThose(const std::vector<Sent> &sent, const std::vector<wire::EnvelopeResult> &results);
    void unloaded(const Outcome &outcome);
    void tryLater(std::chrono::milliseconds atLeast = {});
    [[nodiscard]] bool maySend() const;

    SyncRoom &m_room;
    Session &m_session;
    News m_news;
    Backoff m_backoff;
    Backoff m_patience; ///< with what the centre puts off
    Alarm m_next;
    std::chrono::milliseconds m_heldUntil{}; ///< monotonic
    RestingLanes m_resting;
    std::chrono::milliseconds m_restsUntil{}; ///< monotonic
    bool m_isBusy = false;
    bool m_mayGo = false;
};

} // namespace tawasul
