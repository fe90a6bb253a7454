// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/receiptwords.h"

#include <QtCore/QCoreApplication>

#include "models/arabic/bidi.h"
#include "models/desk/desk.h"

namespace tawasul {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::ReceiptWords)
};

} // namespace

QString proofWords(ReceiptProof proof)
{
    return proof == ReceiptProof::Proven ? Words::tr("Verified on this device", "of a receipt")
                                         : Words::tr("Could not be verified", "of a receipt");
}

QString receiptSentence(const KeptReceipt &receipt)
{
    if (receipt.code.isEmpty())
        return {};
    const QString code = isolateId(receipt.code);
    return receipt.proof == ReceiptProof::Proven
        ? Words::tr("Receipt %1, verified on this device", "of the central system; %1 a code").arg(code)
        : Words::tr("Receipt %1, could not be verified", "of the central system; %1 a code").arg(code);
}

} // namespace tawasul
