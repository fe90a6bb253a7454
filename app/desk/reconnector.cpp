// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/reconnector.h"

#include "app/desk/identity.h"
#include "models/sync/answers.h"

#include <algorithm>
#include <utility>

namespace tawasul {

namespace {

constexpr std::chrono::seconds kFirstPause{5};
constexpr std::chrono::seconds kLongestPause{60};

} // namespace

Reconnector::Reconnector(wire::SignIn form, Actor officer, bool training, const Surroundings &around,
                         OpenProfile &profile)
    : m_form(std::move(form))
    , m_officer(std::move(officer))
    , m_training(training)
    , m_around(around)
    , m_profile(profile)
    , m_pause(kFirstPause)
{
    tryLater();
}

void Reconnector::tryLater()
{
    m_around.gui.postAfter(m_pause, [this, guard = QPointer(this)] {
        if (guard)
            tryNow();
    });
    m_pause = std::min(kLongestPause, m_pause * 2);
}

void Reconnector::tryNow()
{
    m_around.network.post([this, guard = QPointer(this), around = m_around] {
        greetCentre(around.transport, [this, guard, around](const Result<CentreGreeting> &greeting) {
            around.gui.post([this, guard, greeting] {
                if (guard)
                    greeted(greeting);
            });
        });
    });
}

void Reconnector::greeted(const Result<CentreGreeting> &greeting)
{
    if (!greeting)
        return tryLater();
    if (greeting->training != m_training)
        return giveUp(wrongKindOfCentre(greeting->training));
    m_around.network.post([this, guard = QPointer(this), form = m_form, around = m_around] {
        signIn(around.transport, form, [this, guard, around](const Result<wire::SessionGrant> &grant) {
            around.gui.post([this, guard, grant] {
                if (guard)
                    answered(grant);
            });
        });
    });
}

void Reconnector::answered(const Result<wire::SessionGrant> &grant)
{
    if (!grant)
        return isEndOfSession(grant.error()) ? giveUp(grant.error()) : tryLater();
    if (grant->training != m_training)
        return refuse(*grant, wrongKindOfCentre(grant->training));
    m_profile.store().withJournal([this, guard = QPointer(this), &gui = m_around.gui, granted = *grant,
                                   form = m_form, now = m_around.clock.now()](Journal &journal) {
        const Outcome outcome = remember(journal, granted, form.username, form.password, now);
        gui.post([this, guard, granted, outcome] {
            if (guard)
                remembered(granted, outcome);
        });
    });
}

void Reconnector::remembered(const wire::SessionGrant &grant, const Outcome &remembered)
{
    if (!remembered) {
        // The disk may take it in a moment, and what waits here has to leave without anybody's help.
        giveBack(grant);
        if (!std::exchange(m_toldDisk, true))
            Q_EMIT diskRefused(remembered.error());
        return tryLater();
    }
    // Moved to another section meanwhile: the screens of the old one are not for this person any more.
    if (grant.officer != m_officer)
        return refuse(grant, {Error::Kind::Unauthenticated, QStringLiteral("session.ended"), {}});
    m_form = {};
    m_profile.engine().resume({grant.accessToken, grant.refreshToken, std::chrono::seconds(grant.expiresIn)});
}

// No session stays open at the centre that nobody uses.
void Reconnector::giveBack(const wire::SessionGrant &grant)
{
    m_around.network.post(
        [&transport = m_around.transport, token = grant.accessToken] { signOutQuietly(transport, token); });
}

void Reconnector::refuse(const wire::SessionGrant &grant, const Error &error)
{
    giveBack(grant);
    giveUp(error);
}

void Reconnector::giveUp(const Error &error)
{
    m_form = {};
    Q_EMIT refused(error);
}

} // namespace tawasul
