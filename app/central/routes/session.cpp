// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/problem.h"
#include "app/central/routes/exchange.h"
#include "app/central/routes/routes.h"
#include "models/crypto/password.h"
#include "models/protocol/fields.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"

namespace tawasul {

namespace {

HttpResponse granted(const CentreService &service, const IssuedTokens &tokens)
{
    wire::SessionGrant grant;
    grant.accessToken = tokens.access;
    grant.refreshToken = tokens.refresh;
    grant.expiresIn = static_cast<int>(tokens.expiresIn.count());
    grant.officer = tokens.person;
    grant.centre = service.identity().id;
    grant.training = service.identity().training;
    return HttpResponse::json(201, wire::toBytes(wire::toJson(grant)));
}

// One answer for a wrong name, a wrong password and a closed account: nobody learns which accounts exist.
HttpResponse wrongCredentials()
{
    return problem(Error{Error::Kind::Unauthenticated, QStringLiteral("session.wrong_credentials"), {}});
}

/// One sign-in on its way: register (who?) → password thread (right?) → register (open a session).
class SigningIn : public std::enable_shared_from_this<SigningIn>
{
public:
    SigningIn(CentreService &service, wire::SignIn form, QString address, Respond respond)
        : m_service(service)
        , m_form(std::move(form))
        , m_address(std::move(address))
        , m_respond(std::move(respond))
    {
    }

    void begin()
    {
        const auto wait = m_service.signInGuard().admit(m_form.username, m_address);
        if (wait.count() > 0) {
            HttpResponse response = problem(429, "session.too_many_tries");
            response.headers.set("Retry-After", QByteArray::number(static_cast<qint64>(wait.count())));
            return m_respond(std::move(response));
        }
        orBusy(m_service.readers().post(
            [self = shared_from_this()](RegisterConnection &connection) { self->findAccount(connection); }));
    }

private:
    void findAccount(RegisterConnection &connection)
    {
        const auto account = connection.accounts().byUsername(m_form.username);
        if (!account)
            return giveUp(refusal(account.error()));
        if (*account && (*account)->active)
            m_account = **account;
        orBusy(
            m_service.passwords().post([self = shared_from_this()](NoContext &) { self->checkPassword(); }));
    }

    void checkPassword()
    {
        const QString hash = m_account ? m_account->passwordHash : m_service.nobodysPasswordHash();
        if (!verifyPassword(hash, m_form.password) || !m_account) {
            m_service.signInGuard().failed(m_address);
            return m_respond(wrongCredentials());
        }
        orBusy(m_service.writer().post(
            [self = shared_from_this()](RegisterConnection &connection) { self->openSession(connection); }));
    }

    void openSession(RegisterConnection &connection)
    {
        const auto tokens = connection.sessions().open(*m_account, m_form.device);
        if (!tokens)
            return giveUp(refusal(tokens.error()));
        m_service.signInGuard().succeeded(m_form.username);
        m_respond(granted(m_service, *tokens));
    }

    void orBusy(bool posted)
    {
        if (!posted)
            giveUp(busyAnswer());
    }

    void giveUp(HttpResponse response)
    {
        m_service.signInGuard().withdrawn(m_form.username);
        m_respond(std::move(response));
    }

    CentreService &m_service;
    wire::SignIn m_form;
    QString m_address;
    Respond m_respond;
    std::optional<Account> m_account;
};

void signIn(CentreService &service, const HttpRequest &request, const Respond &respond)
{
    const Respond reply = withCentreHeaders(service, respond);
    const auto body = jsonBody(request, QStringLiteral("session"));
    auto form = body ? wire::signInFromJson(*body) : Result<wire::SignIn>(body.error());
    if (!form)
        return reply(refusal(form.error()));
    if (form->username.size() > kLongestUsername || form->password.size() > kLongestPassword)
        return reply(wrongCredentials());
    std::make_shared<SigningIn>(service, std::move(form).value(), QString::fromLatin1(request.peer), reply)
        ->begin();
}

void refresh(CentreService &service, const HttpRequest &request, const Respond &respond)
{
    const Respond reply = withCentreHeaders(service, respond);
    const auto body = jsonBody(request, QStringLiteral("session"));
    if (!body)
        return reply(refusal(body.error()));
    wire::JsonReader reader(*body, QStringLiteral("session"));
    const QString token = reader.filledText(wire::field::kRefreshToken);
    if (reader.error())
        return reply(refusal(*reader.error()));
    const bool posted = service.writer().post([&service, reply, token](RegisterConnection &connection) {
        const auto tokens = connection.sessions().refresh(token);
        reply(tokens ? granted(service, *tokens) : refusal(tokens.error()));
    });
    if (!posted)
        reply(busyAnswer());
}

void signOut(CentreService &service, const HttpRequest &request, const Respond &respond)
{
    const Respond reply = withCentreHeaders(service, respond);
    const QString token = QString::fromLatin1(request.bearerToken());
    const bool posted = service.writer().post([&service, reply, token](RegisterConnection &connection) {
        const Outcome ended = connection.sessions().end(token);
        service.events().sessionEnded(token);
        reply(ended ? HttpResponse::empty(204) : refusal(ended.error()));
    });
    if (!posted)
        reply(busyAnswer());
}

} // namespace

void addSessionRoutes(HttpRouter &router, CentreService &service)
{
    const auto add = [&](HttpMethod method, const char *path, const char *operation, bool needsToken,
                         qint64 limit, void (*serve)(CentreService &, const HttpRequest &, const Respond &)) {
        Route route;
        route.method = method;
        route.pathTemplate = path;
        route.operationId = operation;
        route.needsAuthentication = needsToken;
        route.bodyLimit = limit;
        route.endpoint = [&service, serve](const HttpRequest &request, const Respond &respond) {
            serve(service, request, respond);
        };
        router.add(std::move(route));
    };
    constexpr qint64 kFormLimit = 16 * 1024;
    add(HttpMethod::Post, "/api/v1/session", "signIn", false, kFormLimit, signIn);
    add(HttpMethod::Post, "/api/v1/session/refresh", "refreshSession", false, kFormLimit, refresh);
    add(HttpMethod::Delete, "/api/v1/session", "signOut", true, 0, signOut);
}

} // namespace tawasul
