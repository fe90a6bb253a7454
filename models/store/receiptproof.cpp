// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/receiptproof.h"

#include "models/crypto/signature.h"
#include "models/protocol/jsonreader.h"

#include <algorithm>

namespace tawasul {

namespace {

const CentreKey *find(const std::vector<CentreKey> &keys, const QString &id)
{
    const auto found =
        std::find_if(keys.begin(), keys.end(), [&id](const CentreKey &key) { return key.id == id; });
    return found == keys.end() ? nullptr : &*found;
}

bool isSigned(const wire::Receipt &receipt, const std::vector<CentreKey> &believed)
{
    const CentreKey *key = find(believed, receipt.keyId);
    const auto signature = QByteArray::fromBase64Encoding(receipt.signature.toLatin1());
    return key && signature && isSignedBy(key->publicKey, receipt.signedText(), *signature);
}

} // namespace

std::vector<CentreKey> introducedKeys(const std::vector<CentreKey> &keys)
{
    std::vector<CentreKey> believed;
    for (const CentreKey &key : keys) {
        const CentreKey *introducer = find(believed, key.introducedBy);
        const bool isIntroduced = believed.empty()
            || (introducer && isSignedBy(introducer->publicKey, introductionText(key), key.introduction));
        if (isIntroduced && key.id == centreKeyId(key.publicKey))
            believed.push_back(key);
    }
    return believed;
}

KeptReceipt checkReceipt(const QByteArray &stored, const ActId &act, const CaseId &caseId,
                         const std::vector<CentreKey> &believed)
{
    const auto receipt = wire::parseObject(stored, QStringLiteral("receipt")).and_then(wire::receiptFromJson);
    if (!receipt)
        return {};
    const QString code = receipt->code();
    if (receipt->act != act || receipt->caseId != caseId)
        return {code, ReceiptProof::Doubtful};
    if (receipt->keyId.isEmpty() && receipt->signature.isEmpty())
        return {code, ReceiptProof::Unsigned};
    return {code, isSigned(*receipt, believed) ? ReceiptProof::Proven : ReceiptProof::Doubtful};
}

} // namespace tawasul
