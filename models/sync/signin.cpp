// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/signin.h"

#include "models/protocol/fields.h"
#include "models/protocol/jsonreader.h"
#include "models/sync/answers.h"

namespace tawasul {

namespace {

// Somebody stands before the sign-in card: a centre that is silent for so long is as good as out of reach.
constexpr std::chrono::seconds kGreetingTimeout{5};

Result<CentreGreeting> greetingIn(const TransportReply &reply)
{
    if (const auto problem = problemOf(reply))
        return problem->kind == Error::Kind::Busy
            ? Error{Error::Kind::Server, QStringLiteral("centre.not_ready"), problem->detail}
            : *problem;
    const auto object = wire::parseObject(reply.body, QStringLiteral("ready"));
    if (!object)
        return object.error();
    wire::JsonReader reader(*object, QStringLiteral("ready"));
    CentreGreeting greeting{reader.filledText(wire::field::kCentre), reader.boolean(wire::field::kTraining),
                            reader.optionalText(wire::field::kVersion)};
    if (reader.error())
        return *reader.error();
    return greeting;
}

} // namespace

void greetCentre(Transport &transport, std::function<void(Result<CentreGreeting>)> answered)
{
    TransportCall call;
    call.path = QStringLiteral("/health/ready");
    call.timeout = kGreetingTimeout;
    transport.send(std::move(call), [answered = std::move(answered)](const TransportReply &reply) {
        answered(greetingIn(reply));
    });
}

void signIn(Transport &transport, const wire::SignIn &form,
            std::function<void(Result<wire::SessionGrant>)> answered)
{
    TransportCall call;
    call.method = "POST";
    call.path = QStringLiteral("/session");
    call.headers = {jsonContent()};
    call.body = wire::toBytes(wire::toJson(form));
    transport.send(std::move(call), [answered = std::move(answered)](const TransportReply &reply) {
        answered(sessionGrantIn(reply));
    });
}

void signOutQuietly(Transport &transport, const QString &accessToken)
{
    TransportCall call;
    call.method = "DELETE";
    call.path = QStringLiteral("/session");
    call.headers = {{QByteArrayLiteral("Authorization"), "Bearer " + accessToken.toLatin1()}};
    transport.send(std::move(call), [](const TransportReply &) {});
}

} // namespace tawasul
