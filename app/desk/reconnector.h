// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/openprofile.h"
#include "models/protocol/messages.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

namespace tawasul {

/// After a sign-in without the centre: signs in there as soon as it can be reached, so that what was recorded leaves
/// without anybody's help. Holds the password in memory until then, and no longer. GUI thread.
class Reconnector : public QObject
{
    Q_OBJECT

public:
    Reconnector(wire::SignIn form, const Surroundings &around, SyncEngine &engine);
    ~Reconnector() override;

Q_SIGNALS:
    /// The centre does not accept the password any more; a person has to sign in.
    void refused(const tawasul::Error &error);

private:
    void tryLater();
    void tryNow();
    void answered(const Result<wire::SessionGrant> &grant);
    void forget();

    wire::SignIn m_form;
    Surroundings m_around;
    SyncEngine &m_engine;
    std::chrono::seconds m_pause;
};

} // namespace tawasul
