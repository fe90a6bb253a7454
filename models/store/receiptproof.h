// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/centrekey.h"
#include "models/protocol/messages.h"

#include <vector>

namespace tawasul {

/// What a receipt that lies here is worth, asked without the centre.
enum class ReceiptProof {
    Proven,   ///< a believed key signed just this, of just this act
    Unsigned, ///< of a centre that had no key yet
    Doubtful, ///< another act's, changed since, or by a key that nobody introduced
};

/// A receipt as the journal keeps it, after it was checked.
struct KeptReceipt
{
    QString code; ///< wire::Receipt::code(); empty without a signature
    ReceiptProof proof = ReceiptProof::Doubtful;

    friend bool operator==(const KeptReceipt &, const KeptReceipt &) = default;
};

/// Of keys in the order in which they came to be believed, those that are worth it: the first, and each that
/// is called as its bytes say and was introduced by one before it.
[[nodiscard]] std::vector<CentreKey> introducedKeys(const std::vector<CentreKey> &keys);

/// The stored bytes, checked: that they are a receipt, of this act on this case, signed by one of these keys.
[[nodiscard]] KeptReceipt checkReceipt(const QByteArray &stored, const ActId &act, const CaseId &caseId,
                                       const std::vector<CentreKey> &believed);

} // namespace tawasul
