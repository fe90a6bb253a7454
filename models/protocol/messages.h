// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"
#include "models/domain/caseheader.h"
#include "models/domain/proposals.h"
#include "models/domain/result.h"

#include <QtCore/QJsonObject>

#include <optional>
#include <variant>

namespace tawasul::wire {

/// `POST /session`.
struct SignIn
{
    QString username;
    QString password;
    QString device; ///< what the machine calls itself; shown in the list of sessions

    friend bool operator==(const SignIn &, const SignIn &) = default;
};

/// The answer to signing in and to refreshing.
struct SessionGrant
{
    QString accessToken;
    QString refreshToken;
    int expiresIn = 0; ///< seconds until the access token ends
    Actor officer;
    QString centre;        ///< identity of the centre; a profile belongs to one
    bool training = false; ///< the centre holds no real data

    friend bool operator==(const SessionGrant &, const SessionGrant &) = default;
};

/// The centre's word that an act took effect, or is kept as a proposal.
struct Receipt
{
    enum class Outcome { Applied, Proposal };

    ActId act;
    CaseId caseId;
    qint64 version = 0; ///< of the case after the act
    Outcome outcome = Outcome::Applied;
    Instant at{};
    QString keyId;     ///< which key of the centre signed; empty while the centre has none
    QString signature; ///< base64 of the Ed25519 signature over signedText()

    /// What is signed: the fields above, one a line, in this order.
    [[nodiscard]] QByteArray signedText() const;
    /// What a person reads out: eight characters of base 32 without I, L, O and U (Crockford), in two groups,
    /// of the signature's SHA-256; empty without a signature.
    [[nodiscard]] QString code() const;

    friend bool operator==(const Receipt &, const Receipt &) = default;
};

/// The stored answer to an act. Of one that is kept as a proposal only the receipt: what became of the case
/// is no news for its author.
struct ActAnswer
{
    std::optional<Case> theCase;
    Receipt receipt;

    friend bool operator==(const ActAnswer &, const ActAnswer &) = default;
};

/// One line of `GET /changes`: a case as it is now, or no more than its header, or a case that left the
/// caller's scopes, or word that newer reference data waits, or what became of the caller's own proposals on
/// a case.
struct CaseChanged
{
    Case theCase;
    friend bool operator==(const CaseChanged &, const CaseChanged &) = default;
};
struct HeaderChanged
{
    CaseHeader header;
    friend bool operator==(const HeaderChanged &, const HeaderChanged &) = default;
};
struct CaseRemoved
{
    CaseId caseId;
    friend bool operator==(const CaseRemoved &, const CaseRemoved &) = default;
};
struct ReferenceChanged
{
    QString version;
    friend bool operator==(const ReferenceChanged &, const ReferenceChanged &) = default;
};
struct ProposalsChanged
{
    OwnProposals own;
    friend bool operator==(const ProposalsChanged &, const ProposalsChanged &) = default;
};
using Change = std::variant<CaseChanged, HeaderChanged, CaseRemoved, ReferenceChanged, ProposalsChanged>;

struct ChangesPage
{
    std::vector<Change> changes;
    QString nextCursor;
    bool more = false;

    friend bool operator==(const ChangesPage &, const ChangesPage &) = default;
};

[[nodiscard]] QJsonObject toJson(const SignIn &value);
[[nodiscard]] Result<SignIn> signInFromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const Actor &value);
[[nodiscard]] Result<Actor> actorFromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const SessionGrant &value);
[[nodiscard]] Result<SessionGrant> sessionGrantFromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const Receipt &value);
[[nodiscard]] Result<Receipt> receiptFromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const ActAnswer &value);
[[nodiscard]] Result<ActAnswer> actAnswerFromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const ChangesPage &value);
/// Lines of a kind that this program does not know are skipped.
[[nodiscard]] Result<ChangesPage> changesPageFromJson(const QJsonObject &object);

} // namespace tawasul::wire
