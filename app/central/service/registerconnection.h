// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/envelopes/envelopeintake.h"
#include "app/central/identities/accounts.h"
#include "app/central/identities/authorkeys.h"
#include "app/central/identities/sessions.h"
#include "app/central/register/assignments.h"
#include "app/central/register/audittrail.h"
#include "app/central/register/caseregister.h"
#include "app/central/register/casesearch.h"
#include "app/central/register/centrefile.h"
#include "app/central/register/feed.h"
#include "app/central/register/leavebook.h"
#include "app/central/register/receiptkeys.h"
#include "app/central/register/referenceshelf.h"
#include "app/central/register/staffbook.h"
#include "app/central/register/witness.h"

#include <memory>
#include <optional>

namespace tawasul {

/// One connection to the register with everything that speaks through it. One thread: the one that opened it.
class RegisterConnection
{
public:
    /// Errors of openCentre() and openKeys(). By the first that writes a register that has no key for its
    /// receipts yet gets one, and one that was put back from a backup a new epoch, which is logged, and what
    /// it lacks of what lies beside it.
    [[nodiscard]] static Result<std::unique_ptr<RegisterConnection>> open(const QString &dataFolder,
                                                                          CentreAccess access,
                                                                          const Clock &clock, Random &random,
                                                                          const QString &vfs = {});

    /// Makes the document the newest reference data, here and beside the register, and has the desks told; a
    /// transaction of its own. Errors of ReferenceShelf::publish(). After any other error it may come into
    /// force at the next start: that of a crash between the two files.
    [[nodiscard]] Result<QString> publish(const QByteArray &document);

    /// Has the witness note how far the feed is, before anybody hears of it; no effect on one that only
    /// reads, or when nothing came. That it could not is logged: a later one makes up for it.
    void notePosition();

    [[nodiscard]] const CentreIdentity &identity() const { return m_identity; }
    [[nodiscard]] Instant now() const { return m_clock.now(); }
    [[nodiscard]] const ReceiptKeys &keys() const { return m_keys; }
    [[nodiscard]] Database &database() { return m_database; }
    [[nodiscard]] ReferenceShelf &shelf() { return m_shelf; }
    [[nodiscard]] Feed &feed() { return m_feed; }
    [[nodiscard]] CaseRegister &cases() { return m_cases; }
    [[nodiscard]] Assignments &assignments() { return m_assignments; }
    [[nodiscard]] CaseSearch &search() { return m_search; }
    [[nodiscard]] StaffBook &staff() { return m_staff; }
    [[nodiscard]] LeaveBook &leaves() { return m_leaves; }
    [[nodiscard]] AuditTrail &audit() { return m_audit; }
    [[nodiscard]] Accounts &accounts() { return m_accounts; }
    [[nodiscard]] Sessions &sessions() { return m_sessions; }
    [[nodiscard]] AuthorKeys &authorKeys() { return m_authorKeys; }
    [[nodiscard]] EnvelopeIntake &envelopes() { return m_envelopes; }

private:
    struct Parts;
    RegisterConnection(Parts parts, const Clock &clock, Random &random);
    [[nodiscard]] static Result<Parts> openToWrite(const QString &dataFolder, const Clock &clock,
                                                   Random &random, const QString &vfs);
    [[nodiscard]] static Result<Parts> openToRead(const QString &dataFolder, const QString &vfs);
    [[nodiscard]] Result<QString> publishInBoth(Database &beside, const QByteArray &document);

    const QString m_dataFolder;
    Database m_database; // first: the others speak through it
    std::optional<Witness> m_witness;
    qint64 m_noted = -1; ///< the position that the witness was told last
    CentreIdentity m_identity;
    ReceiptKeys m_keys;
    const Clock &m_clock;
    ReferenceShelf m_shelf;
    Feed m_feed;
    CaseWriter m_caseWriter;
    StaffBook m_staff;
    AuditTrail m_audit;
    CaseRegister m_cases;
    Assignments m_assignments;
    CaseSearch m_search;
    LeaveBook m_leaves;
    Accounts m_accounts;
    Sessions m_sessions;
    AuthorKeys m_authorKeys;
    EnvelopeIntake m_envelopes;
};

} // namespace tawasul
