// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/envelope/sampleenvelope.h"

#include "models/protocol/actcodec.h"
#include "models/protocol/jsonreader.h"

namespace tawasul {

SigningKey keyFromLetter(char letter)
{
    return SigningKey::fromSeed(QByteArray(32, letter)).value();
}

CentreKey publishedKey(const SigningKey &key)
{
    return {centreKeyId(key.publicKey()), key.publicKey(), {}, {}};
}

wire::Receipt signedReceipt(const ActId &act, const CaseId &caseId, const SigningKey &key)
{
    wire::Receipt receipt;
    receipt.act = act;
    receipt.caseId = caseId;
    receipt.version = 2;
    receipt.at = sampleNow();
    receipt.keyId = centreKeyId(key.publicKey());
    receipt.signature = QString::fromLatin1(key.sign(receipt.signedText()).toBase64());
    return receipt;
}

wire::EnvelopeContent contentOf(const QString &centre, const Act &act, const Case &base)
{
    wire::EnvelopeContent content;
    content.centre = centre;
    content.author = act.actor.id;
    content.caseId = base.id;
    content.act = act.id;
    content.baseVersion = base.version;
    content.base = base;
    content.body = wire::toBytes(wire::actBodyToJson(act));
    return content;
}

wire::SealedEnvelope sealedBy(const SigningKey &author, const CentreKey &centre,
                              const wire::EnvelopeContent &content, qint64 sequence)
{
    return sealEnvelope(content, {sequence, sampleNow(), sampleNow()}, author, centre).value();
}

} // namespace tawasul
