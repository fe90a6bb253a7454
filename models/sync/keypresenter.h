// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/alarm.h"
#include "models/sync/backoff.h"
#include "models/sync/session.h"

namespace tawasul {

/// Tells the centre with which key this profile signs its envelopes: makes the key when there is none,
/// presents it once in each epoch of the centre, since a restored one may have forgotten it, and has the
/// envelopes made that waited for that. A centre that knows no such call is not asked again in this session.
/// Network's thread.
class KeyPresenter
{
public:
    KeyPresenter(SyncRoom &room, Session &session);

    /// Looks where it stands, and presents the key when it may and has to; asked while it is at it, it does
    /// so once more, since another epoch may have been met.
    void present();
    void setMayGo(bool mayGo);

private:
    /// What the journal knows: the key, and the epoch that it met last.
    struct Standing
    {
        AuthorKey key;
        QString epoch;
    };

    void look(const Result<Standing> &standing);
    void answered(const TransportReply &reply);
    void noted(const Outcome &written);
    void tryLater();

    SyncRoom &m_room;
    Session &m_session;
    Backoff m_backoff;
    Alarm m_next;
    bool m_isBusy = false;
    bool m_again = false; ///< asked for while it was busy
    bool m_mayGo = false;
};

} // namespace tawasul
