// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/identity.h"

#include "models/crypto/password.h"

namespace tawasul {

namespace {

OfflineIdentity identityOf(const wire::SessionGrant &grant, const QString &username, const QString &verifier,
                           Instant now)
{
    OfflineIdentity identity;
    identity.username = username;
    identity.verifier = verifier;
    identity.officer = grant.officer;
    identity.centre = grant.centre;
    identity.training = grant.training;
    identity.confirmedAt = now;
    return identity;
}

} // namespace

Error wrongKindOfCentre(bool centreIsTraining)
{
    return {Error::Kind::Conflict,
            centreIsTraining ? QStringLiteral("centre.is_training") : QStringLiteral("centre.is_production"),
            {}};
}

Outcome remember(Journal &journal, const wire::SessionGrant &grant, const QString &username,
                 const QString &password, Instant now)
{
    const auto known = journal.offlineIdentity();
    if (!known)
        return known.error();
    if (*known && ((*known)->centre != grant.centre || (*known)->officer.id != grant.officer.id))
        return Error{Error::Kind::Conflict, QStringLiteral("profile.other_centre"), {}};
    const auto verifier = hashPassword(password);
    if (!verifier)
        return verifier.error();
    return journal.rememberIdentity(identityOf(grant, username, *verifier, now));
}

Result<OfflineIdentity> recognise(Journal &journal, const QString &password, bool training)
{
    auto known = journal.offlineIdentity();
    if (!known)
        return known.error();
    if (!*known)
        return Error{Error::Kind::Offline, QStringLiteral("signin.first_needs_centre"), {}};
    if (!verifyPassword((*known)->verifier, password))
        return Error{Error::Kind::Unauthenticated, QStringLiteral("session.wrong_credentials"), {}};
    if ((*known)->training != training)
        return wrongKindOfCentre((*known)->training);
    return **known;
}

} // namespace tawasul
