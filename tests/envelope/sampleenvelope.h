// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/envelope/envelope.h"
#include "models/protocol/messages.h"
#include "tests/support/samplecase.h"

namespace tawasul {

[[nodiscard]] SigningKey keyFromLetter(char letter);

/// The key as the centre publishes it.
[[nodiscard]] CentreKey publishedKey(const SigningKey &key);

/// As the centre signs that it has that act; the case is at version 2 then.
[[nodiscard]] wire::Receipt signedReceipt(const ActId &act, const CaseId &caseId, const SigningKey &key);

/// What an act of that type on that case, as its author sees it, is inside an envelope.
[[nodiscard]] wire::EnvelopeContent contentOf(const QString &centre, const Act &act, const Case &base);

/// The same, sealed with labels of the act's own time.
[[nodiscard]] wire::SealedEnvelope sealedBy(const SigningKey &author, const CentreKey &centre,
                                            const wire::EnvelopeContent &content, qint64 sequence = 1);

} // namespace tawasul
