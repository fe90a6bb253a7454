// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace tawasul {

enum class ReceiptProof;
struct KeptReceipt;

/// «تم التحقق منه على هذا الجهاز»: what the check of a stored receipt came to, beside its code.
[[nodiscard]] QString proofWords(ReceiptProof proof);

/// «إيصال AB12-CD34، تم التحقق منه على هذا الجهاز»: the code that is read out, isolated, and what the check
/// of the stored receipt came to; empty for one without a code.
[[nodiscard]] QString receiptSentence(const KeptReceipt &receipt);

} // namespace tawasul
