// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/crypto/signature.h"
#include "models/domain/centrekey.h"
#include "models/protocol/messages.h"
#include "models/sql/database.h"

#include <optional>
#include <vector>

namespace tawasul {

/// The keys with which the centre signs receipts. They live in the register, so that a restored backup signs
/// as before, and once more in a file `beside` it (openKeys()), so that a backup of before a key does not
/// lose it: a key that nobody introduced would never be believed. One thread.
class ReceiptKeys
{
public:
    /// What is published of them; none in a register that never had any. Signs nothing.
    [[nodiscard]] static Result<ReceiptKeys> read(Database &database);
    /// For whoever signs: what one of the files lacks it gets from the other; where there is no key at all,
    /// the first begins.
    [[nodiscard]] static Result<ReceiptKeys> readOrBegin(Database &database, Database &beside, Instant now,
                                                         Random &random);
    /// Adds a key that the newest one introduces; whoever reads the keys after this signs with it.
    [[nodiscard]] static Result<CentreKey> introduce(Database &database, Database &beside, Instant now,
                                                     Random &random);

    /// The secret half of one of them, also of an older one; nothing when there is no such key. For whoever
    /// opens what was sealed for it.
    [[nodiscard]] static Result<std::optional<SigningKey>> secretOf(Database &database, const QString &id);

    /// The public halves, the newest last.
    [[nodiscard]] const std::vector<CentreKey> &published() const { return m_published; }
    /// Fills in key and signature; without a key both stay empty.
    void sign(wire::Receipt &receipt) const;

private:
    [[nodiscard]] static Result<ReceiptKeys> readSigning(Database &database);

    std::vector<CentreKey> m_published;
    std::optional<SigningKey> m_newest;
};

} // namespace tawasul
