// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/openprofile.h"
#include "app/desk/profile.h"
#include "models/domain/result.h"
#include "models/protocol/messages.h"
#include "models/sync/signin.h"

#include <QtCore/QObject>
#include <QtCore/QUrl>

#include <memory>

namespace tawasul {

/// Where this desk belongs: which centre, and whether it is a training desk. Both are set when it is
/// installed.
struct DeskPlace
{
    QUrl centre;
    QString dataFolder;
    bool training = false;
    QString machineFolder = {}; ///< of unsent acts, for the whole machine; empty: in the data folder

    /// Where unsent acts lie for whoever carries them.
    [[nodiscard]] QString envelopes() const
    {
        return machineFolder.isEmpty() ? envelopesFolder(dataFolder) : machineFolder;
    }
};

/// Somebody who may work here.
struct Entrance
{
    std::unique_ptr<OpenProfile> profile;
    Actor officer;
    std::optional<SessionTokens> tokens; ///< nothing: signed in without the centre
    wire::SignIn form; ///< what was typed, kept after an offline sign-in to sign in at the centre later
    std::optional<Instant>
        confirmedAt; ///< when the centre last confirmed the account, for an offline sign-in
};

/// From a filled sign-in card to an open profile: at the centre, or, when it cannot be reached, against the
/// verifier that the last sign-in on this machine left in the profile. No password leaves before the centre
/// has said of what kind it is. One attempt at a time. GUI thread.
class SignInFlow : public QObject
{
    Q_OBJECT

public:
    SignInFlow(DeskPlace place, Surroundings around);
    ~SignInFlow() override;

    /// Does nothing while an attempt is under way.
    void attempt(const QString &username, const QString &password);

    /// Takes the entrance that entered() announced.
    [[nodiscard]] Entrance takeEntrance();

Q_SIGNALS:
    void entered();
    /// Codes: session.wrong_credentials, session.too_many_tries, centre.unreachable,
    /// signin.first_needs_centre, centre.is_training, centre.is_production, profile.other_centre,
    /// profile.in_use, and the disk's.
    void refused(const tawasul::Error &error);

private:
    struct Attempt;

    [[nodiscard]] static wire::SignIn formOf(const Attempt &attempt);

    void greeted(const Result<CentreGreeting> &greeting);
    void signInAtCentre();
    void answered(Result<wire::SessionGrant> grant);
    void openProfile(std::function<void()> opened);
    void enterOnline(const wire::SessionGrant &grant);
    void enterOffline(const Error &absence);
    void finish(Entrance entrance);
    void refuse(const Error &error);

    DeskPlace m_place;
    Surroundings m_around;
    std::unique_ptr<Attempt> m_attempt;
    Entrance m_entrance;
};

} // namespace tawasul
