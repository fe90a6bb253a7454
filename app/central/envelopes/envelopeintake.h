// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/identities/accounts.h"
#include "app/central/identities/authorkeys.h"
#include "app/central/register/caseregister.h"
#include "models/protocol/envelopecodec.h"

namespace tawasul {

/// Takes acts that somebody else carried, each judged as if its author had brought it: by what they may do
/// today, by the version that still means what they saw, and by the way of every act, so that one that comes
/// both ways takes effect once. Whoever carries learns one word of each. One thread: a writer's.
class EnvelopeIntake
{
public:
    EnvelopeIntake(Database &database, CentreIdentity identity, Accounts &accounts, AuthorKeys &keys,
                   CaseRegister &cases);

    /// In this order, a word for each; never fails as a whole: what this centre could not do now is Later,
    /// and logged.
    [[nodiscard]] std::vector<wire::EnvelopeResult> take(const QJsonArray &envelopes);

private:
    [[nodiscard]] wire::EnvelopeResult takeOne(const QJsonObject &object);
    [[nodiscard]] Result<wire::EnvelopeContent> opened(const wire::SealedEnvelope &envelope);
    [[nodiscard]] Result<wire::EnvelopeOutcome> judged(const wire::EnvelopeContent &content);
    /// Why it is not judged yet, or never by this way; nothing when it may be.
    [[nodiscard]] Result<std::optional<wire::EnvelopeOutcome>> obstacle(const wire::EnvelopeContent &content,
                                                                        const std::optional<Account> &author);

    Database &m_database;
    CentreIdentity m_identity;
    Accounts &m_accounts;
    AuthorKeys &m_keys;
    CaseRegister &m_cases;
};

} // namespace tawasul
