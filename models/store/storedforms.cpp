// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storedforms.h"

#include "models/protocol/actcodec.h"
#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"

#include <QtCore/QJsonDocument>

#include <array>

namespace tawasul {

namespace {

constexpr QLatin1String kKind("kind");
constexpr QLatin1String kCode("code");
constexpr QLatin1String kDetail("detail");

struct StateWord
{
    OutboxState state;
    QLatin1String word;
};

constexpr std::array<StateWord, 5> kStates{{{OutboxState::Waiting, QLatin1String("waiting")},
                                            {OutboxState::Sending, QLatin1String("sending")},
                                            {OutboxState::Settled, QLatin1String("settled")},
                                            {OutboxState::Parked, QLatin1String("parked")},
                                            {OutboxState::Closed, QLatin1String("closed")}}};

struct KindWord
{
    Error::Kind kind;
    QLatin1String word;
};

constexpr std::array<KindWord, 14> kKinds{{{Error::Kind::Invalid, QLatin1String("invalid")},
                                           {Error::Kind::NotFound, QLatin1String("not_found")},
                                           {Error::Kind::Unauthenticated, QLatin1String("unauthenticated")},
                                           {Error::Kind::Forbidden, QLatin1String("forbidden")},
                                           {Error::Kind::Conflict, QLatin1String("conflict")},
                                           {Error::Kind::Stale, QLatin1String("stale")},
                                           {Error::Kind::Offline, QLatin1String("offline")},
                                           {Error::Kind::Busy, QLatin1String("busy")},
                                           {Error::Kind::Server, QLatin1String("server")},
                                           {Error::Kind::Storage, QLatin1String("storage")},
                                           {Error::Kind::Full, QLatin1String("full")},
                                           {Error::Kind::Corrupt, QLatin1String("corrupt")},
                                           {Error::Kind::TooNew, QLatin1String("too_new")},
                                           {Error::Kind::Cancelled, QLatin1String("cancelled")}}};

} // namespace

Error unreadable(const QString &what)
{
    return {Error::Kind::Corrupt, QStringLiteral("store.unreadable"), what};
}

QByteArray storedCase(const Case &value)
{
    return wire::toBytes(wire::toJson(value));
}

Result<Case> caseFromStored(const QByteArray &bytes)
{
    Result<Case> decoded = wire::parseObject(bytes, QStringLiteral("case")).and_then(wire::caseFromJson);
    return decoded ? std::move(decoded) : unreadable(decoded.error().detail);
}

QByteArray sentBody(const Act &act)
{
    return wire::toBytes(wire::actBodyToJson(act));
}

QByteArray storedActor(const Actor &value)
{
    return wire::toBytes(wire::toJson(value));
}

Result<Actor> actorFromStored(const QByteArray &bytes)
{
    Result<Actor> decoded = wire::parseObject(bytes, QStringLiteral("actor")).and_then(wire::actorFromJson);
    return decoded ? std::move(decoded) : unreadable(decoded.error().detail);
}

QByteArray storedError(const Error &value)
{
    const auto found = std::find_if(kKinds.begin(), kKinds.end(),
                                    [&value](const KindWord &row) { return row.kind == value.kind; });
    const QString kind = found == kKinds.end() ? QString() : QString(found->word);
    return wire::toBytes({{kKind, kind}, {kCode, value.code}, {kDetail, value.detail}});
}

Error errorFromStored(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const QString kind = object.value(kKind).toString();
    const auto found =
        std::find_if(kKinds.begin(), kKinds.end(), [&kind](const KindWord &row) { return row.word == kind; });
    return {found == kKinds.end() ? Error::Kind::Corrupt : found->kind, object.value(kCode).toString(),
            object.value(kDetail).toString()};
}

QString stateWord(OutboxState state)
{
    const auto found = std::find_if(kStates.begin(), kStates.end(),
                                    [state](const StateWord &row) { return row.state == state; });
    return found == kStates.end() ? QString() : QString(found->word);
}

Result<OutboxState> stateOf(const QString &word)
{
    const auto found = std::find_if(kStates.begin(), kStates.end(),
                                    [&word](const StateWord &row) { return row.word == word; });
    if (found == kStates.end())
        return unreadable(u"state of an act: " % word);
    return found->state;
}

QString parkWord(ParkReason reason)
{
    switch (reason) {
    case ParkReason::Conflict:
        return QStringLiteral("conflict");
    case ParkReason::Refused:
        return QStringLiteral("refused");
    case ParkReason::None:
        break;
    }
    return {};
}

ParkReason parkReasonOf(const QString &word)
{
    if (word == u"conflict")
        return ParkReason::Conflict;
    return word == u"refused" ? ParkReason::Refused : ParkReason::None;
}

std::optional<Instant> instantOf(const std::optional<QString> &text)
{
    return text ? instantFromIso(*text) : std::nullopt;
}

} // namespace tawasul
