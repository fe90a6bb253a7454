// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/centrekey.h"
#include "models/protocol/jsonreader.h"

#include <vector>

namespace tawasul::wire {

/// The keys in field "keys", the newest last; none when there is no such field. One whose id is not its own,
/// or whose bytes have not the length of their kind, fails the reader.
[[nodiscard]] std::vector<CentreKey> centreKeysFrom(JsonReader &reader);

/// A published reference document, byte for byte, with the centre's keys behind it.
[[nodiscard]] QByteArray withCentreKeys(const QByteArray &document, const std::vector<CentreKey> &keys);

/// The entity tag of a reference document with these keys: another one as soon as either is.
[[nodiscard]] QByteArray referenceTag(const QString &version, const std::vector<CentreKey> &keys);

} // namespace tawasul::wire
