// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/reconnector.h"

#include "models/sync/signin.h"

#include <algorithm>

namespace tawasul {

namespace {

constexpr std::chrono::seconds kFirstPause{5};
constexpr std::chrono::seconds kLongestPause{60};

} // namespace

Reconnector::Reconnector(wire::SignIn form, const Surroundings &around, SyncEngine &engine)
    : m_form(std::move(form))
    , m_around(around)
    , m_engine(engine)
    , m_pause(kFirstPause)
{
    tryLater();
}

Reconnector::~Reconnector()
{
    forget();
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
    if (grant) {
        forget();
        return m_engine.resume({grant->accessToken, grant->refreshToken, std::chrono::seconds(grant->expiresIn)});
    }
    if (grant.error().kind != Error::Kind::Unauthenticated)
        return tryLater();
    forget();
    Q_EMIT refused(grant.error());
}

void Reconnector::forget()
{
    m_form.password.fill(QChar(u'\0'));
    m_form.password.clear();
}

} // namespace tawasul
