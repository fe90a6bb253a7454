// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"
#include "models/domain/result.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <vector>

namespace tawasul::wire {

/// What is inside an envelope: all that the centre needs to judge an act as if its author had brought it.
struct EnvelopeContent
{
    QString centre;
    PersonId author;
    QByteArray authorKey; ///< the public half of the key that signed, 32 bytes
    CaseId caseId;
    ActId act;
    ActId after;   ///< the unsettled act of the same lane that was recorded just before; empty: none was
    QString epoch; ///< in which the settled acts before it were acknowledged
    qint64 baseVersion = 0;
    Case base;       ///< as the author saw it
    QByteArray body; ///< the bytes that the author's own desk sends, the same ones

    friend bool operator==(const EnvelopeContent &, const EnvelopeContent &) = default;
};

/// An envelope as it lies in its folder and as it travels. Around the box is only what a carrier needs; none
/// of it is believed by the centre but what the signed content says again.
struct SealedEnvelope
{
    QString centre;
    QString keyId; ///< for which of the centre's keys it is sealed
    ActId act;
    QString lane;        ///< the same word for acts of one author on one case, and it says nothing of either
    qint64 sequence = 0; ///< the order within the lane
    ActId after;         ///< as inside
    QString epoch;       ///< as inside
    Instant notBefore{}; ///< the end of the recall window, by the author's machine
    Instant recordedAt{};
    QByteArray box;

    friend bool operator==(const SealedEnvelope &, const SealedEnvelope &) = default;
};

/// What became of an envelope at the centre; the carrier learns no more.
enum class EnvelopeOutcome {
    Applied,    ///< it took effect, now or before
    Kept,       ///< nothing took effect: its author's own desk brings it, and its author chooses
    Later,      ///< one that goes before it is not there yet
    Unreadable, ///< not sealed for this centre, damaged, or not proved by a key of its author
};

struct EnvelopeResult
{
    ActId act;
    EnvelopeOutcome outcome = EnvelopeOutcome::Later;

    friend bool operator==(const EnvelopeResult &, const EnvelopeResult &) = default;
};

[[nodiscard]] QJsonObject toJson(const EnvelopeContent &value);
[[nodiscard]] Result<EnvelopeContent> envelopeContentFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const SealedEnvelope &value);
/// TooNew, envelope.format when a newer program wrote it.
[[nodiscard]] Result<SealedEnvelope> sealedEnvelopeFromJson(const QJsonObject &object);

/// The body of `POST /envelopes`, and a file of exported envelopes.
[[nodiscard]] QJsonObject envelopesToJson(const std::vector<SealedEnvelope> &envelopes);
/// One by one: a single one that makes no sense must not keep the others back.
[[nodiscard]] Result<QJsonArray> envelopesFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject resultsToJson(const std::vector<EnvelopeResult> &results);
/// An outcome of a newer centre reads as Kept: the act stays where it is, and its author brings it.
[[nodiscard]] Result<std::vector<EnvelopeResult>> resultsFromJson(const QJsonObject &object);

/// The body of `PUT /session/signing_key`.
[[nodiscard]] QJsonObject signingKeyToJson(const QByteArray &publicKey);
/// 32 bytes, or wire.malformed.
[[nodiscard]] Result<QByteArray> signingKeyFromJson(const QJsonObject &object);

} // namespace tawasul::wire
