// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/messages.h"

#include "models/protocol/casecodec.h"
#include "models/protocol/fields.h"
#include "models/protocol/headercodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/limits.h"
#include "models/protocol/proposalcodec.h"
#include "models/protocol/words.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtCore/QtEndian>

namespace tawasul::wire {

namespace {

using namespace field;

QString outcomeWord(Receipt::Outcome outcome)
{
    return outcome == Receipt::Outcome::Applied ? QStringLiteral("applied") : QStringLiteral("proposal");
}

QJsonObject encodeChange(const Change &change)
{
    if (const auto *changed = std::get_if<CaseChanged>(&change))
        return {{kKind, QStringLiteral("case")}, {kCase, toJson(changed->theCase)}};
    if (const auto *headed = std::get_if<HeaderChanged>(&change))
        return {{kKind, QStringLiteral("header")}, {kHeader, toJson(headed->header)}};
    if (const auto *removed = std::get_if<CaseRemoved>(&change))
        return {{kKind, QStringLiteral("removed")}, {kCaseId, removed->caseId.text()}};
    if (const auto *proposals = std::get_if<ProposalsChanged>(&change)) {
        QJsonObject line = toJson(proposals->own);
        line.insert(kKind, QStringLiteral("proposals"));
        return line;
    }
    return {{kKind, QStringLiteral("reference")}, {kVersion, std::get<ReferenceChanged>(change).version}};
}

// Nothing for a kind of a newer centre; such lines carry nothing this program could use.
std::optional<Change> readChange(JsonReader &page, const QString &place, const QJsonObject &object)
{
    JsonReader reader(object, place);
    const QString kind = reader.filledText(kKind);
    std::optional<Change> change;
    if (kind == QLatin1String("case")) {
        auto decoded = caseFromJson(reader.object(kCase));
        if (decoded)
            change = CaseChanged{std::move(decoded).value()};
        else
            reader.fail(decoded.error());
    } else if (kind == QLatin1String("header")) {
        auto decoded = headerFromJson(reader.object(kHeader));
        if (decoded)
            change = HeaderChanged{std::move(decoded).value()};
        else
            reader.fail(decoded.error());
    } else if (kind == QLatin1String("removed")) {
        change = CaseRemoved{CaseId(reader.filledText(kCaseId))};
    } else if (kind == QLatin1String("reference")) {
        change = ReferenceChanged{reader.filledText(kVersion)};
    } else if (kind == QLatin1String("proposals")) {
        auto decoded = ownProposalsFromJson(object);
        if (decoded)
            change = ProposalsChanged{std::move(decoded).value()};
        else
            page.fail(place, decoded.error()); // the line is what was decoded
    }
    if (reader.error())
        page.fail(*reader.error());
    return change;
}

} // namespace

QByteArray Receipt::signedText() const
{
    const QStringList lines{QStringLiteral("tawasul-receipt-1"),
                            act.text(),
                            caseId.text(),
                            QString::number(version),
                            outcomeWord(outcome),
                            toIso(at),
                            keyId};
    return lines.join(QLatin1Char('\n')).toUtf8();
}

QString Receipt::code() const
{
    constexpr char kAlphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    constexpr int kCharacters = 8;
    constexpr int kGroup = 4;
    if (signature.isEmpty())
        return {};
    const QByteArray hash = QCryptographicHash::hash(signature.toLatin1(), QCryptographicHash::Sha256);
    const quint64 number = qFromBigEndian<quint64>(hash.constData());
    QString text;
    for (int i = 0; i < kCharacters; ++i) {
        if (i == kGroup)
            text += QLatin1Char('-');
        text += QLatin1Char(kAlphabet[(number >> (59 - 5 * i)) & 31U]);
    }
    return text;
}

QJsonObject toJson(const SignIn &value)
{
    return {{kUsername, value.username}, {kPassword, value.password}, {kDevice, value.device}};
}

Result<SignIn> signInFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("session"));
    SignIn value{reader.filledText(kUsername), reader.filledText(kPassword), reader.optionalText(kDevice)};
    if (reader.error())
        return *reader.error();
    return value;
}

QJsonObject toJson(const Actor &value)
{
    return {{kId, value.id.text()},
            {kName, value.name},
            {kRole, word(value.role)},
            {kSection, value.section},
            {kRegion, value.region}};
}

Result<Actor> actorFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("officer"));
    Actor value{PersonId(reader.filledText(kId)), reader.filledText(kName), role(reader.text(kRole)),
                reader.optionalText(kSection), reader.optionalText(kRegion)};
    if (reader.error())
        return *reader.error();
    return value;
}

QJsonObject toJson(const SessionGrant &value)
{
    return {{kAccessToken, value.accessToken}, {kRefreshToken, value.refreshToken},
            {kExpiresIn, value.expiresIn},     {kOfficer, toJson(value.officer)},
            {kCentre, value.centre},           {kTraining, value.training}};
}

Result<SessionGrant> sessionGrantFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("session"));
    SessionGrant value;
    value.accessToken = reader.filledText(kAccessToken);
    value.refreshToken = reader.filledText(kRefreshToken);
    value.expiresIn = static_cast<int>(reader.integer(kExpiresIn, 1, 86'400));
    auto officer = actorFromJson(reader.object(kOfficer));
    if (officer)
        value.officer = std::move(officer).value();
    else
        reader.fail(officer.error());
    value.centre = reader.filledText(kCentre);
    value.training = reader.boolean(kTraining);
    if (reader.error())
        return *reader.error();
    return value;
}

QJsonObject toJson(const Receipt &value)
{
    QJsonObject object{{kActId, value.act.text()},   {kCaseId, value.caseId.text()},
                       {kVersion, value.version},    {kOutcome, outcomeWord(value.outcome)},
                       {kAt, toIso(value.at)},       {kKeyId, value.keyId},
                       {kSignature, value.signature}};
    return object;
}

Result<Receipt> receiptFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("receipt"));
    Receipt value;
    value.act = ActId(reader.filledText(kActId));
    value.caseId = CaseId(reader.filledText(kCaseId));
    value.version = reader.integer(kVersion, 1, kMaxVersion);
    const QString outcome = reader.text(kOutcome);
    if (outcome == outcomeWord(Receipt::Outcome::Proposal))
        value.outcome = Receipt::Outcome::Proposal;
    else if (outcome != outcomeWord(Receipt::Outcome::Applied))
        reader.fail(kOutcome, "neither applied nor proposal");
    value.at = reader.instant(kAt);
    value.keyId = reader.text(kKeyId);
    value.signature = reader.text(kSignature);
    if (reader.error())
        return *reader.error();
    return value;
}

QJsonObject toJson(const ActAnswer &value)
{
    QJsonObject object{{kReceipt, toJson(value.receipt)}};
    if (value.theCase)
        object.insert(kCase, toJson(*value.theCase));
    return object;
}

Result<ActAnswer> actAnswerFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("answer"));
    ActAnswer value;
    auto receipt = receiptFromJson(reader.object(kReceipt));
    if (receipt)
        value.receipt = std::move(receipt).value();
    else
        reader.fail(receipt.error());
    if (value.receipt.outcome == Receipt::Outcome::Applied) {
        auto theCase = caseFromJson(reader.object(kCase));
        if (theCase)
            value.theCase = std::move(theCase).value();
        else
            reader.fail(theCase.error());
    }
    if (reader.error())
        return *reader.error();
    return value;
}

QJsonObject toJson(const ChangesPage &value)
{
    QJsonArray changes;
    for (const Change &change : value.changes)
        changes.append(encodeChange(change));
    return {{kChanges, changes}, {kNextCursor, value.nextCursor}, {kMore, value.more}};
}

Result<ChangesPage> changesPageFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("page"));
    ChangesPage value;
    value.nextCursor = reader.filledText(kNextCursor);
    value.more = reader.boolean(kMore);
    const std::vector<QJsonObject> lines = reader.objects(kChanges);
    for (std::size_t i = 0; i < lines.size() && !reader.error(); ++i) {
        const QString place = kChanges % QLatin1Char('[') % QString::number(i) % QLatin1Char(']');
        if (auto change = readChange(reader, place, lines[i]))
            value.changes.push_back(std::move(*change));
    }
    if (reader.error())
        return *reader.error();
    return value;
}

} // namespace tawasul::wire
