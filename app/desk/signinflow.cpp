// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/signinflow.h"

#include "app/desk/identity.h"
#include "app/desk/profile.h"
#include "models/sync/answers.h"
#include "models/sync/signin.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QPointer>
#include <QtCore/QSysInfo>

namespace tawasul {

struct SignInFlow::Attempt
{
    QString username;
    QString password;
    QString accessToken; ///< of a session that the centre has granted already
    std::unique_ptr<OpenProfile> profile;
};

namespace {

Error refusal(Error::Kind kind, const char *code)
{
    return {kind, QLatin1String(code), {}};
}

// Nobody there looked at the password; a machine that knows the account can check it itself. That is so when
// the centre is away or has too much to do, and when something on the way answers in its place.
bool isAbsence(const Error &error)
{
    return error.code != QLatin1String("session.too_many_tries")
        && !isCentresRefusal(error,
                             {QLatin1String("session."), QLatin1String("account."), QLatin1String("wire.")});
}

} // namespace

wire::SignIn SignInFlow::formOf(const Attempt &attempt)
{
    return {attempt.username, attempt.password, QSysInfo::machineHostName()};
}

SignInFlow::SignInFlow(DeskPlace place, Surroundings around)
    : m_place(std::move(place))
    , m_around(around)
{
}

SignInFlow::~SignInFlow() = default;

void SignInFlow::attempt(const QString &username, const QString &password)
{
    if (m_attempt)
        return;
    m_attempt = std::make_unique<Attempt>(Attempt{username.trimmed(), password, {}, nullptr});
    m_around.network.post([this, guard = QPointer(this), around = m_around] {
        greetCentre(around.transport, [this, guard, around](const Result<CentreGreeting> &greeting) {
            around.gui.post([this, guard, greeting] {
                if (guard)
                    greeted(greeting);
            });
        });
    });
}

void SignInFlow::greeted(const Result<CentreGreeting> &greeting)
{
    if (!greeting)
        return enterOffline(greeting.error()); // whatever answers there, it is not the centre at work
    // A training desk never shows real people, and a real desk never works on invented ones.
    if (greeting->training != m_place.training)
        return refuse(wrongKindOfCentre(greeting->training));
    signInAtCentre();
}

void SignInFlow::signInAtCentre()
{
    const wire::SignIn form = formOf(*m_attempt);
    m_around.network.post([this, form, guard = QPointer(this), around = m_around] {
        signIn(around.transport, form, [this, guard, around](const Result<wire::SessionGrant> &grant) {
            around.gui.post([this, guard, grant] {
                if (guard)
                    answered(grant);
            });
        });
    });
}

void SignInFlow::answered(Result<wire::SessionGrant> grant)
{
    if (!grant)
        return isAbsence(grant.error()) ? enterOffline(grant.error()) : refuse(grant.error());
    m_attempt->accessToken = grant->accessToken;
    if (grant->training != m_place.training)
        return refuse(wrongKindOfCentre(grant->training));
    openProfile([this, granted = std::move(grant).value()] { enterOnline(granted); });
}

void SignInFlow::openProfile(std::function<void()> opened)
{
    const QString folder = profileFolder(m_place.dataFolder, m_place.centre, m_attempt->username);
    // None of the folders on the way is for other accounts of the machine to read.
    if (!makePrivateFolder(m_place.dataFolder) || !makePrivateFolder(folder))
        return refuse(refusal(Error::Kind::Storage, "profile.read_only"));
    m_attempt->profile = std::make_unique<OpenProfile>(folder, m_place.envelopes(), m_around);
    m_attempt->profile->store().open(
        [this, guard = QPointer(this), opened = std::move(opened)](const Outcome &outcome) {
            if (!guard)
                return;
            // Later, because refusing ends the store that is calling.
            m_around.gui.post([this, guard, opened, outcome] {
                if (!guard)
                    return;
                if (outcome)
                    opened();
                else
                    refuse(outcome.error());
            });
        });
}

void SignInFlow::enterOnline(const wire::SessionGrant &grant)
{
    Store &store = m_attempt->profile->store();
    const Instant now = m_around.clock.now();
    store.withJournal([this, guard = QPointer(this), &gui = m_around.gui, grant, now,
                       username = m_attempt->username, password = m_attempt->password](Journal &journal) {
        const Outcome remembered = remember(journal, grant, username, password, now);
        gui.post([this, guard, grant, remembered] {
            if (!guard)
                return;
            if (!remembered)
                return refuse(remembered.error());
            Entrance entrance;
            entrance.officer = grant.officer;
            entrance.tokens =
                SessionTokens{grant.accessToken, grant.refreshToken, std::chrono::seconds(grant.expiresIn)};
            finish(std::move(entrance));
        });
    });
}

void SignInFlow::enterOffline(const Error &absence)
{
    const QString folder = profileFolder(m_place.dataFolder, m_place.centre, m_attempt->username);
    if (!QFileInfo::exists(QDir(folder).filePath(QStringLiteral("journal.sqlite"))))
        return refuse(absence.kind == Error::Kind::Offline
                          ? refusal(Error::Kind::Offline, "signin.first_needs_centre")
                          : absence);
    openProfile([this] {
        m_attempt->profile->store().withJournal([this, guard = QPointer(this), &gui = m_around.gui,
                                                 password = m_attempt->password,
                                                 training = m_place.training](Journal &journal) {
            const auto identity = recognise(journal, password, training);
            gui.post([this, guard, identity] {
                if (!guard)
                    return;
                if (!identity)
                    return refuse(identity.error());
                Entrance entrance;
                entrance.officer = identity->officer;
                entrance.confirmedAt = identity->confirmedAt;
                entrance.form = formOf(*m_attempt);
                finish(std::move(entrance));
            });
        });
    });
}

void SignInFlow::finish(Entrance entrance)
{
    entrance.profile = std::move(m_attempt->profile);
    m_attempt.reset();
    m_entrance = std::move(entrance);
    Q_EMIT entered();
}

void SignInFlow::refuse(const Error &error)
{
    // No session stays open at the centre that nobody uses.
    if (!m_attempt->accessToken.isEmpty()) {
        m_around.network.post([&transport = m_around.transport, token = m_attempt->accessToken] {
            signOutQuietly(transport, token);
        });
    }
    m_attempt.reset();
    Q_EMIT refused(error);
}

Entrance SignInFlow::takeEntrance()
{
    return std::move(m_entrance);
}

} // namespace tawasul
