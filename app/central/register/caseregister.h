// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/register/audittrail.h"
#include "app/central/register/casewriter.h"
#include "app/central/register/centrefile.h"
#include "app/central/register/receiptkeys.h"
#include "app/central/register/referenceshelf.h"
#include "app/central/register/staffbook.h"
#include "models/domain/act.h"
#include "models/domain/clock.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QtCore/QByteArray>

#include <optional>
#include <variant>

namespace tawasul {

/// An act as it arrived: the bytes count, since the same id must come with the same bytes.
struct ActRequest
{
    CaseId caseId;
    ActId actId;
    QByteArray body;
    std::optional<qint64> ifMatch; ///< the version the person decided on; notes carry none
    /// The case as the person saw it. Given, the version that still means the same is looked for here, as the
    /// author's own desk does before it sends; an act that was carried for them comes so.
    std::optional<Case> base = std::nullopt;
    bool isCarried = false; ///< by somebody who hears one word of it: nobody sees the case
};

/// The act took effect now (201) or had taken effect before (200), or it is kept as a proposal (202): the
/// stored answer, byte for byte.
struct ActStored
{
    bool isNew = false;
    QByteArray answer;
    bool isProposal = false;
};

/// Somebody changed the case meanwhile: the case as it is now.
struct ActStale
{
    QByteArray currentCase;
};

using ActOutcome = std::variant<ActStored, ActStale>;

/// The cases, and the only way in which they change: whole operations, each one transaction with its effect,
/// feed rows, and the answer that a repetition will get. Refusals are never stored. One
/// thread.
class CaseRegister
{
public:
    CaseRegister(Database &database, ReferenceShelf &shelf, Feed &feed, CaseWriter &writer, StaffBook &staff,
                 AuditTrail &audit, const ReceiptKeys &keys, const Clock &clock, Random &random);

    /// Judges an act by domain::apply and the reference data it names. Of staff who have the case no longer,
    /// but once had (hadOnce), work on it is kept as a proposal instead, whatever version it names. What its
    /// beneficiary answers, or a supervisor opens again, while its officer is on leave goes on to whoever
    /// stands in, by a step of the centre's own; to nobody when they are no officer any more. Whoever is no
    /// officer and is shown the case, as stale or as done, is remembered to have opened it, or sees nothing.
    /// Errors as in workflow.h and proposals.h; of giftObstacle() (Conflict) for a case that is
    /// given to somebody; and: NotFound case.unknown, when there is no such case or it was never this
    /// person's to know of; Invalid act.id_reused (the id is another act's: other bytes, person or case),
    /// act.invalid.*, act.if_match_missing, wire.malformed.
    [[nodiscard]] Result<ActOutcome> applyAct(const Actor &actor, const ActRequest &request);

    /// Whether an act of that id took effect here, whoever did it on whatever case.
    [[nodiscard]] Result<bool> holdsAct(const ActId &id);

    /// The case as it travels, for somebody who may read it; NotFound, case.unknown for all others, so that
    /// nobody learns which cases exist.
    [[nodiscard]] Result<QByteArray> caseFor(const Actor &actor, const CaseId &id);

    /// A case within reach of this person that has that attachment; nothing: it is not theirs to see.
    [[nodiscard]] Result<std::optional<CaseId>> caseWith(const Actor &actor, const QString &sha256);

    /// Takes in a case as it is, with its whole history; inside the caller's transaction. Conflict,
    /// case.exists.
    [[nodiscard]] Outcome take(const Case &theCase);

    [[nodiscard]] Result<qint64> count();

private:
    struct Record;
    struct Repetition;
    struct Effect;

    [[nodiscard]] Result<std::optional<Record>> record(const CaseId &id);
    [[nodiscard]] Result<std::optional<Repetition>> repetitionOf(const ActRequest &request);
    [[nodiscard]] Result<std::optional<QByteArray>> signedLate(const ActId &id, const QByteArray &answer);
    [[nodiscard]] Result<ActOutcome> judge(const Actor &actor, const ActRequest &request,
                                           const Record &record);
    [[nodiscard]] Outcome noteOpening(const Actor &actor, const ActRequest &request,
                                      const ActOutcome &outcome);
    [[nodiscard]] Result<std::optional<Colleague>> knownAssignee(const Act &act);
    /// Whether the case was this person's to know of: the feed told their desk of it, in a scope that is
    /// theirs today (removals are kept for 90 days), or it stands in the history as theirs or as acted on by
    /// them. Nobody else learns from the answer that there is such a case.
    [[nodiscard]] Result<bool> hadOnce(const Actor &actor, const Record &record);
    [[nodiscard]] Result<ActOutcome> keepAsProposal(const Record &record, const Act &act,
                                                    const QByteArray &bodyHash);
    [[nodiscard]] Result<ReferencePtr> referenceOf(const Act &act);
    [[nodiscard]] Result<ActOutcome> store(const Record &before, const Effect &effect);
    [[nodiscard]] Outcome tellAuthors(const Record &before, const Case &after);
    [[nodiscard]] Outcome passOn(qint64 row, const Case &theCase, const Reference &reference);

    Database &m_database;
    ReferenceShelf &m_shelf;
    Feed &m_feed;
    CaseWriter &m_writer;
    StaffBook &m_staff;
    AuditTrail &m_audit;
    const ReceiptKeys &m_keys;
    const Clock &m_clock;
    Random &m_random;
};

} // namespace tawasul
