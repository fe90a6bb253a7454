// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/envelopecodec.h"

#include "models/protocol/casecodec.h"
#include "models/protocol/fields.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/limits.h"

#include <array>

namespace tawasul::wire {

namespace {

using namespace field;

constexpr qint64 kFormatNumber = 1;
constexpr qsizetype kPublicKeySize = 32;
constexpr qint64 kMostSequence = 1LL << 52U;

struct OutcomeWord
{
    EnvelopeOutcome outcome = EnvelopeOutcome::Later;
    QLatin1String word;
};

constexpr std::array<OutcomeWord, 4> kOutcomes{{{EnvelopeOutcome::Applied, QLatin1String("applied")},
                                                {EnvelopeOutcome::Kept, QLatin1String("kept")},
                                                {EnvelopeOutcome::Later, QLatin1String("later")},
                                                {EnvelopeOutcome::Unreadable, QLatin1String("unreadable")}}};

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytes(JsonReader &reader, QLatin1String name)
{
    const auto decoded = QByteArray::fromBase64Encoding(reader.filledText(name).toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        reader.fail(name, "not base64");
    return decoded.decoded;
}

QByteArray publicKey(JsonReader &reader, QLatin1String name)
{
    QByteArray key = bytes(reader, name);
    if (key.size() != kPublicKeySize)
        reader.fail(name, "not a public key");
    return key;
}

QString wordOf(EnvelopeOutcome outcome)
{
    const auto *const found =
        std::find_if(kOutcomes.begin(), kOutcomes.end(),
                     [outcome](const OutcomeWord &row) { return row.outcome == outcome; });
    return found == kOutcomes.end() ? QString() : QString(found->word);
}

EnvelopeOutcome outcomeOf(const QString &word)
{
    const auto *const found = std::find_if(kOutcomes.begin(), kOutcomes.end(),
                                           [&word](const OutcomeWord &row) { return row.word == word; });
    return found == kOutcomes.end() ? EnvelopeOutcome::Kept : found->outcome;
}

} // namespace

QJsonObject toJson(const EnvelopeContent &value)
{
    return {{kCentre, value.centre},
            {kAuthor, value.author.text()},
            {kAuthorKey, base64(value.authorKey)},
            {kCaseId, value.caseId.text()},
            {kActId, value.act.text()},
            {kAfter, value.after.text()},
            {kEpoch, value.epoch},
            {kBaseVersion, value.baseVersion},
            {kBase, toJson(value.base)},
            {kBody, base64(value.body)}};
}

Result<EnvelopeContent> envelopeContentFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("content"));
    EnvelopeContent value;
    value.centre = reader.filledText(kCentre);
    value.author = PersonId(reader.filledText(kAuthor));
    value.authorKey = publicKey(reader, kAuthorKey);
    value.caseId = CaseId(reader.filledText(kCaseId));
    value.act = ActId(reader.filledText(kActId));
    value.after = ActId(reader.optionalText(kAfter));
    value.epoch = reader.optionalText(kEpoch);
    value.baseVersion = reader.integer(kBaseVersion, 0, kMaxVersion);
    auto base = caseFromJson(reader.object(kBase));
    if (base)
        value.base = std::move(base).value();
    else
        reader.fail(kBase, base.error());
    value.body = bytes(reader, kBody);
    if (reader.error())
        return *reader.error();
    return value;
}

QJsonObject toJson(const SealedEnvelope &value)
{
    return {{kFormat, kFormatNumber},
            {kCentre, value.centre},
            {kKeyId, value.keyId},
            {kActId, value.act.text()},
            {kLane, value.lane},
            {kSequence, value.sequence},
            {kAfter, value.after.text()},
            {kEpoch, value.epoch},
            {kNotBefore, toIso(value.notBefore)},
            {kRecordedAt, toIso(value.recordedAt)},
            {kBox, base64(value.box)}};
}

Result<SealedEnvelope> sealedEnvelopeFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("envelope"));
    const qint64 format = reader.integer(kFormat, 1, kMostSequence);
    if (!reader.error() && format != kFormatNumber)
        return Error{Error::Kind::TooNew, QStringLiteral("envelope.format"), QString::number(format)};
    SealedEnvelope value;
    value.centre = reader.filledText(kCentre);
    value.keyId = reader.filledText(kKeyId);
    value.act = ActId(reader.filledText(kActId));
    value.lane = reader.filledText(kLane);
    value.sequence = reader.integer(kSequence, 0, kMostSequence);
    value.after = ActId(reader.optionalText(kAfter));
    value.epoch = reader.optionalText(kEpoch);
    value.notBefore = reader.instant(kNotBefore);
    value.recordedAt = reader.instant(kRecordedAt);
    value.box = bytes(reader, kBox);
    if (reader.error())
        return *reader.error();
    return value;
}

QJsonObject envelopesToJson(const std::vector<SealedEnvelope> &envelopes)
{
    QJsonArray list;
    for (const SealedEnvelope &envelope : envelopes)
        list.append(toJson(envelope));
    return {{kEnvelopes, list}};
}

Result<QJsonArray> envelopesFromJson(const QJsonObject &object)
{
    const QJsonValue list = object.value(kEnvelopes);
    if (!list.isArray())
        return Error{Error::Kind::Invalid, QStringLiteral("wire.malformed"),
                     QStringLiteral("envelopes: not an array")};
    return list.toArray();
}

QJsonObject resultsToJson(const std::vector<EnvelopeResult> &results)
{
    QJsonArray list;
    for (const EnvelopeResult &result : results)
        list.append(QJsonObject{{kActId, result.act.text()}, {kOutcome, wordOf(result.outcome)}});
    return {{kResults, list}};
}

Result<std::vector<EnvelopeResult>> resultsFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("answer"));
    std::vector<EnvelopeResult> results;
    for (const QJsonObject &row : reader.objects(kResults)) {
        JsonReader each(row, QStringLiteral("result"));
        results.push_back({ActId(each.text(kActId)), outcomeOf(each.filledText(kOutcome))});
        if (each.error())
            reader.fail(*each.error());
    }
    if (reader.error())
        return *reader.error();
    return results;
}

QJsonObject signingKeyToJson(const QByteArray &key)
{
    return {{kPublicKey, base64(key)}};
}

Result<QByteArray> signingKeyFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("signing_key"));
    QByteArray key = publicKey(reader, kPublicKey);
    if (reader.error())
        return *reader.error();
    return key;
}

} // namespace tawasul::wire
