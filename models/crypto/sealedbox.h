// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/crypto/signature.h"
#include "models/domain/result.h"

#include <QtCore/QByteArray>

namespace tawasul {

// Sealed boxes (libsodium's crypto_box_seal) to whoever holds a signing key. The key that signs is turned
// into the one that opens by libsodium's own map from Ed25519 to X25519: so there is one key to introduce and
// to believe, and whoever is believed for their signatures is the one who can read.

/// A box that only the holder of that signing key opens; two boxes of the same text differ. Invalid,
/// key.malformed for what is no such public key. Any thread.
[[nodiscard]] Result<QByteArray> sealedFor(const QByteArray &publicSigningKey, const QByteArray &text);

/// The text in a box that was sealed for that key; Corrupt, box.unreadable for every other one, and for one
/// of which a single bit is not as it was. Any thread.
[[nodiscard]] Result<QByteArray> openedWith(const SigningKey &key, const QByteArray &box);

} // namespace tawasul
