// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/envelope/envelope.h"

#include "models/crypto/sealedbox.h"
#include "models/protocol/jsonreader.h"

#include <QtCore/QCryptographicHash>

namespace tawasul {

namespace {

constexpr qsizetype kSignatureSize = 64;
constexpr qsizetype kLaneBytes = 16;

// Nothing else that this key signs begins with these words.
QByteArray signedText(const QByteArray &content)
{
    return "tawasul-envelope-1\n" + content;
}

Error corrupt(const char *code)
{
    return {Error::Kind::Corrupt, QLatin1String(code), {}};
}

bool isLabelTrue(const wire::SealedEnvelope &envelope, const wire::EnvelopeContent &content)
{
    return envelope.centre == content.centre && envelope.act == content.act && envelope.after == content.after
        && envelope.epoch == content.epoch
        && envelope.lane == envelopeLane(content.centre, content.author, content.caseId);
}

} // namespace

QString envelopeLane(const QString &centre, const PersonId &author, const CaseId &caseId)
{
    const QStringList parts{QStringLiteral("tawasul-lane-1"), centre, author.text(), caseId.text()};
    const QByteArray hash =
        QCryptographicHash::hash(parts.join(QLatin1Char('\n')).toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.first(kLaneBytes).toHex());
}

Result<wire::SealedEnvelope> sealEnvelope(wire::EnvelopeContent content, const EnvelopeLabel &label,
                                          const SigningKey &author, const CentreKey &centre)
{
    content.authorKey = author.publicKey();
    const QByteArray text = wire::toBytes(wire::toJson(content));
    auto box = sealedFor(centre.publicKey, author.sign(signedText(text)) + text);
    if (!box)
        return box.error();
    wire::SealedEnvelope envelope;
    envelope.centre = content.centre;
    envelope.keyId = centre.id;
    envelope.act = content.act;
    envelope.lane = envelopeLane(content.centre, content.author, content.caseId);
    envelope.sequence = label.sequence;
    envelope.after = content.after;
    envelope.epoch = content.epoch;
    envelope.notBefore = label.notBefore;
    envelope.recordedAt = label.recordedAt;
    envelope.box = std::move(*box);
    return envelope;
}

Result<wire::EnvelopeContent> openEnvelope(const wire::SealedEnvelope &envelope, const SigningKey &centre)
{
    const auto opened = openedWith(centre, envelope.box);
    if (!opened)
        return opened.error();
    const QByteArray signature = opened->first(std::min(kSignatureSize, opened->size()));
    const QByteArray text = opened->sliced(signature.size());
    auto content = wire::parseObject(text, QStringLiteral("content")).and_then(wire::envelopeContentFromJson);
    if (!content)
        return content;
    if (!isSignedBy(content->authorKey, signedText(text), signature))
        return corrupt("envelope.unsigned");
    if (!isLabelTrue(envelope, *content))
        return corrupt("envelope.label");
    return content;
}

} // namespace tawasul
