// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/envelopes/envelopeintake.h"
#include "app/central/identities/accounts.h"
#include "app/central/identities/authorkeys.h"
#include "app/central/identities/sessions.h"
#include "app/central/register/caseregister.h"
#include "app/central/register/centrefile.h"
#include "app/central/register/feed.h"
#include "app/central/register/receiptkeys.h"
#include "app/central/register/referenceshelf.h"

#include <memory>

namespace tawasul {

/// One connection to the register with everything that speaks through it. One thread: the one that opened it.
class RegisterConnection
{
public:
    /// Errors of openCentre(); a register that has no key for its receipts yet gets one by the first that
    /// writes.
    [[nodiscard]] static Result<std::unique_ptr<RegisterConnection>> open(const QString &dataFolder,
                                                                          CentreAccess access,
                                                                          const Clock &clock, Random &random,
                                                                          const QString &vfs = {});

    [[nodiscard]] const CentreIdentity &identity() const { return m_identity; }
    [[nodiscard]] Instant now() const { return m_clock.now(); }
    [[nodiscard]] const ReceiptKeys &keys() const { return m_keys; }
    [[nodiscard]] Database &database() { return m_database; }
    [[nodiscard]] ReferenceShelf &shelf() { return m_shelf; }
    [[nodiscard]] Feed &feed() { return m_feed; }
    [[nodiscard]] CaseRegister &cases() { return m_cases; }
    [[nodiscard]] Accounts &accounts() { return m_accounts; }
    [[nodiscard]] Sessions &sessions() { return m_sessions; }
    [[nodiscard]] AuthorKeys &authorKeys() { return m_authorKeys; }
    [[nodiscard]] EnvelopeIntake &envelopes() { return m_envelopes; }

private:
    RegisterConnection(Database database, CentreIdentity identity, ReceiptKeys keys, const Clock &clock,
                       Random &random);

    Database m_database; // first: the others speak through it
    CentreIdentity m_identity;
    ReceiptKeys m_keys;
    const Clock &m_clock;
    ReferenceShelf m_shelf;
    Feed m_feed;
    CaseRegister m_cases;
    Accounts m_accounts;
    Sessions m_sessions;
    AuthorKeys m_authorKeys;
    EnvelopeIntake m_envelopes;
};

} // namespace tawasul
