// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/crypto/signature.h"
#include "models/domain/centrekey.h"
#include "models/protocol/envelopecodec.h"

namespace tawasul {

// An envelope is an act that its author signed and that only the centre can read, so that whoever uses the
// machine next can carry it without learning what is in it. Pure; any thread.

/// What stands around the box, besides what is inside as well.
struct EnvelopeLabel
{
    qint64 sequence = 0;
    Instant notBefore{};
    Instant recordedAt{};
};

/// What all acts of that author on that case have in common: a hash, since a carrier must keep them in order
/// and need not know whose they are, or on what. Authors have lanes of their own, as their desks do.
[[nodiscard]] QString envelopeLane(const QString &centre, const PersonId &author, const CaseId &caseId);

/// Signs the content and seals it for that key of the centre. `content.authorKey` is filled in.
[[nodiscard]] Result<wire::SealedEnvelope> sealEnvelope(wire::EnvelopeContent content,
                                                        const EnvelopeLabel &label, const SigningKey &author,
                                                        const CentreKey &centre);

/// The content of an envelope that is sealed for that key and signed by the key that it names; whether that
/// is a key of the author it names is for the centre to know. Corrupt: box.unreadable; envelope.unsigned;
/// envelope.label when what is written on it, and matters, is not what is inside; wire.malformed.
[[nodiscard]] Result<wire::EnvelopeContent> openEnvelope(const wire::SealedEnvelope &envelope,
                                                         const SigningKey &centre);

} // namespace tawasul
