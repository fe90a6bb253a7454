// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/openprofile.h"
#include "models/protocol/messages.h"
#include "models/sync/signin.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

namespace tawasul {

/// After a sign-in without the centre: signs in there as soon as it can be reached, so that what was recorded
/// leaves without anybody's help. The same rules hold as at the card: no password leaves before the centre
/// has said of what kind it is, and nobody else's session is taken. GUI thread.
class Reconnector : public QObject
{
    Q_OBJECT

public:
    Reconnector(wire::SignIn form, Actor officer, bool training, const Surroundings &around,
                OpenProfile &profile);

Q_SIGNALS:
    /// It cannot go on by itself: a person has to sign in.
    void refused(const tawasul::Error &error);
    /// The centre would have it and the disk not; told once, and it is tried again.
    void diskRefused(const tawasul::Error &error);

private:
    void tryLater();
    void tryNow();
    void greeted(const Result<CentreGreeting> &greeting);
    void answered(const Result<wire::SessionGrant> &grant);
    void remembered(const wire::SessionGrant &grant, const Outcome &remembered);
    void giveBack(const wire::SessionGrant &grant);
    void refuse(const wire::SessionGrant &grant, const Error &error);
    void giveUp(const Error &error);

    wire::SignIn m_form;
    const Actor m_officer;
    const bool m_training;
    Surroundings m_around;
    OpenProfile &m_profile;
    std::chrono::seconds m_pause;
    bool m_toldDisk = false;
};

} // namespace tawasul
