// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/caseregister.h"

#include "app/central/register/scopes.h"
#include "models/domain/assignment.h"
#include "models/domain/proposals.h"
#include "models/domain/rebase.h"
#include "models/domain/uuid.h"
#include "models/domain/workflow.h"
#include "models/protocol/actcodec.h"
#include "models/protocol/casecodec.h"
#include "models/protocol/fields.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "models/protocol/words.h"
#include "models/sql/rows.h"
#include "models/sql/sqlvalue.h"
#include "models/sql/transaction.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace tawasul {

namespace {

// How the act's first answer is remembered.
constexpr int kDone = 201;
constexpr int kKept = 202;

QByteArray hashOf(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256);
}

Error unknownCase()
{
    return {Error::Kind::NotFound, QStringLiteral("case.unknown"), {}};
}

Error noVersionNamed()
{
    return {Error::Kind::Invalid, QStringLiteral("act.if_match_missing"),
            QStringLiteral("this act needs the version it was decided on")};
}

/// The act as it was sent, with who does it to what.
Result<Act> actOf(const Actor &actor, const ActRequest &request)
{
    auto act = wire::parseObject(request.body, QStringLiteral("act")).and_then(wire::actBodyFromJson);
    if (!act)
        return act;
    act->id = request.actId;
    act->caseId = request.caseId;
    act->actor = actor;
    return act;
}

/// The version by which the sender asks to be judged.
std::optional<qint64> versionFor(const ActRequest &request, Act act, const Case &current)
{
    if (!request.base)
        return request.ifMatch;
    act.baseVersion = request.ifMatch.value_or(kNoVersion);
    return openingOf(act, request.base, current).ifMatch;
}

// The centre itself, where it acts by its own rules.
Actor theCentre()
{
    return {PersonId(QStringLiteral("centre")), QStringLiteral("النظام المركزي"), Role::System, {}, {}};
}

// Why a case that an act of assignment gives to somebody cannot go there. Nobody, who is no officer, or not
// any more, and whoever the actor is to hear nothing of are one and the same here.
Outcome checkGift(const Case &theCase, const Actor &actor, const std::optional<Colleague> &officer,
                  Instant at)
{
    const bool isKnown =
        officer && officer->active && isKnownTo(actor, *officer, theCase.section, theCase.region);
    if (!isKnown)
        return Error{Error::Kind::Invalid, QStringLiteral("act.invalid.assignee_unknown"),
                     QStringLiteral("not an officer of this centre")};
    const QString obstacle = giftObstacle(&*officer, theCase.section, theCase.region, at);
    return obstacle.isEmpty() ? Outcome(Done{}) : Error{Error::Kind::Conflict, obstacle, {}};
}

// Whether a case that such an act makes of it is handed on when its officer is not there.
bool comesBack(ActType type)
{
    return type == ActType::Resubmit || type == ActType::Reopen;
}

// Officers work on what is theirs, and applicants wrote it; whoever else sees a case whole is remembered.
bool isRemembered(const Actor &actor)
{
    return actor.role != Role::Officer && actor.role != Role::Beneficiary && actor.role != Role::System;
}

} // namespace

struct CaseRegister::Record
{
    qint64 row = 0;
    Case theCase;
    QByteArray body;
};

struct CaseRegister::Repetition
{
    CaseId caseId;
    QString person;
    QByteArray bodyHash;
    QByteArray answer;
    bool isProposal = false;

    [[nodiscard]] bool isOf(const Actor &actor, const ActRequest &request) const
    {
        // What an assignment did has no answer of its own: the assignment is what is sent again.
        return caseId == request.caseId && person == actor.id.text() && bodyHash == hashOf(request.body)
            && !answer.isEmpty();
    }
};

/// What an act makes of a case, and how the centre calls that.
struct CaseRegister::Effect
{
    Case after;
    const Act &act;
    QByteArray bodyHash;
    wire::Receipt::Outcome outcome = wire::Receipt::Outcome::Applied;
};

CaseRegister::CaseRegister(Database &database, ReferenceShelf &shelf, Feed &feed, CaseWriter &writer,
                           StaffBook &staff, AuditTrail &audit, const ReceiptKeys &keys, const Clock &clock,
                           Random &random)
    : m_database(database)
    , m_shelf(shelf)
    , m_feed(feed)
    , m_writer(writer)
    , m_staff(staff)
    , m_audit(audit)
    , m_keys(keys)
    , m_clock(clock)
    , m_random(random)
{
}

Result<std::optional<CaseRegister::Record>> CaseRegister::record(const CaseId &id)
{
    if (!isStorableText(id.text()))
        return std::optional<Record>(); // no case was ever called that
    const auto row = readOne(
        m_database, QStringLiteral("SELECT rid, body FROM case_record WHERE id = ?"),
        [](Query &query) { return std::pair(query.int64(0), query.blob(1)); }, id.text());
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Record>();
    const auto object = wire::parseObject((*row)->second, QStringLiteral("case"));
    auto theCase = object ? wire::caseFromJson(*object) : Result<Case>(object.error());
    if (!theCase)
        return Error{Error::Kind::Corrupt, QStringLiteral("case.corrupt"), theCase.error().detail};
    return std::optional(Record{(*row)->first, std::move(theCase).value(), (*row)->second});
}

Result<std::optional<CaseRegister::Repetition>> CaseRegister::repetitionOf(const ActRequest &request)
{
    return readOne(
        m_database,
        QStringLiteral("SELECT c.id, a.person_id, a.body_hash, a.answer, a.status FROM act a "
                       "JOIN case_record c ON c.rid = a.case_rid WHERE a.id = ?"),
        [](Query &query) {
            return Repetition{CaseId(query.text(0)), query.text(1), query.blob(2), query.blob(3),
                              query.int64(4) == kKept};
        },
        request.actId.text());
}

Result<bool> CaseRegister::holdsAct(const ActId &id)
{
    if (!isUuidV7(id.text()))
        return false; // no act was ever called that
    const auto found = readOne(
        m_database, QStringLiteral("SELECT 1 FROM act WHERE id = ?"), [](Query &) { return true; },
        id.text());
    return found ? Result<bool>(found->has_value()) : found.error();
}

// An answer from before the register had a key: desks that know one would never believe it. It is signed
// once, and from then on it is the same for ever, like all others.
Result<std::optional<QByteArray>> CaseRegister::signedLate(const ActId &id, const QByteArray &answer)
{
    QJsonObject object = QJsonDocument::fromJson(answer).object();
    auto receipt = wire::receiptFromJson(object.value(wire::field::kReceipt).toObject());
    if (!receipt || !receipt->signature.isEmpty())
        return std::optional<QByteArray>();
    m_keys.sign(*receipt);
    if (receipt->signature.isEmpty())
        return std::optional<QByteArray>();
    object.insert(wire::field::kReceipt, wire::toJson(*receipt));
    QByteArray renewed = wire::toBytes(object);
    const auto written =
        changeRows(m_database, QStringLiteral("UPDATE act SET answer = ? WHERE id = ?"), renewed, id.text());
    return written ? Result<std::optional<QByteArray>>(std::move(renewed)) : written.error();
}

Result<ActOutcome> CaseRegister::applyAct(const Actor &actor, const ActRequest &request)
{
    if (!isUuidV7(request.actId.text()))
        return Error{Error::Kind::Invalid, QStringLiteral("act.invalid.id"),
                     QStringLiteral("not a UUID version 7")};
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();

    const auto repeated = repetitionOf(request);
    if (!repeated)
        return repeated.error();
    if (*repeated) {
        // The author may ask again for ever, also when the case has left their reach since.
        if (!(*repeated)->isOf(actor, request))
            return Error{Error::Kind::Invalid, QStringLiteral("act.id_reused"),
                         QStringLiteral("another act has this id")};
        const auto renewed = signedLate(request.actId, (*repeated)->answer);
        if (!renewed)
            return renewed.error();
        if (*renewed) {
            if (const Outcome committed = transaction->commit(); !committed)
                return committed.error();
        }
        return ActOutcome(ActStored{false, renewed->value_or((*repeated)->answer), (*repeated)->isProposal});
    }

    const auto found = record(request.caseId);
    if (!found)
        return found.error();
    if (!*found)
        return unknownCase();
    auto outcome = judge(actor, request, **found);
    if (!outcome)
        return outcome;
    if (const Outcome noted = noteOpening(actor, request, *outcome); !noted)
        return noted.error();
    if (const Outcome committed = transaction->commit(); !committed)
        return committed.error();
    return outcome;
}

Outcome CaseRegister::noteOpening(const Actor &actor, const ActRequest &request, const ActOutcome &outcome)
{
    const auto *stored = std::get_if<ActStored>(&outcome);
    // A proposal's receipt holds no case; nor does its author see why a carried act was not taken.
    const bool showsTheCase = stored ? !stored->isProposal : !request.isCarried;
    if (!showsTheCase || !isRemembered(actor))
        return Done{};
    return m_audit.note(actor, AuditAction::CaseOpened, request.caseId, m_clock.now());
}

Result<ActOutcome> CaseRegister::judge(const Actor &actor, const ActRequest &request, const Record &record)
{
    // Before the act is looked at: any other word on it would tell a stranger that there is such a case.
    const bool hasIt = isWithinReach(record.theCase, actor);
    if (!hasIt && mayRead(record.theCase, actor))
        return Error{Error::Kind::Forbidden, QStringLiteral("act.forbidden"),
                     QStringLiteral("reads, and does nothing")};
    const Result<bool> isTheirs = hasIt ? Result<bool>(true) : hadOnce(actor, record);
    if (!isTheirs)
        return isTheirs.error();
    if (!*isTheirs)
        return unknownCase();
    auto sent = actOf(actor, request);
    if (!sent)
        return sent.error();
    Act act = std::move(sent).value();
    if (!commutes(act.type) && !request.ifMatch && !request.base)
        return noVersionNamed();
    if (!hasIt)
        return keepAsProposal(record, act, hashOf(request.body));
    // Which version it has is not told to whoever could never do that, whatever the version.
    if (!mayEver(actor.role, act.type))
        return Error{Error::Kind::Forbidden, QStringLiteral("act.forbidden"),
                     QStringLiteral("never by this role")};
    if (!commutes(act.type)) {
        const std::optional<qint64> ifMatch = versionFor(request, act, record.theCase);
        if (!ifMatch)
            return noVersionNamed();
        if (*ifMatch != record.theCase.version)
            return ActOutcome(ActStale{record.body});
        act.baseVersion = *ifMatch;
    }
    const auto reference = referenceOf(act);
    if (!reference)
        return reference.error();
    const auto assignee = knownAssignee(act);
    if (!assignee)
        return assignee.error();
    if (*assignee)
        act.toAssignee = (*assignee)->name;
    const Instant now = m_clock.now();
    const auto after = apply(record.theCase, act, **reference, now);
    if (!after)
        return after.error();
    // Asked last, so that nobody learns who works here by acts that they may not do.
    if (act.toAssignee) {
        if (const Outcome given = checkGift(record.theCase, actor, *assignee, now); !given)
            return given.error();
    }
    auto stored = store(record, {*after, act, hashOf(request.body)});
    if (stored && comesBack(act.type)) {
        if (const Outcome passed = passOn(record.row, *after, **reference); !passed)
            return passed.error();
    }
    return stored;
}

Result<ReferencePtr> CaseRegister::referenceOf(const Act &act)
{
    auto reference = m_shelf.version(act.referenceVersion);
    if (!reference && reference.error().kind == Error::Kind::NotFound)
        return Error{Error::Kind::Invalid, QStringLiteral("act.invalid.reference_unknown"),
                     act.referenceVersion};
    return reference;
}

Result<bool> CaseRegister::hadOnce(const Actor &actor, const Record &record)
{
    const auto &history = record.theCase.history;
    const bool isInHistory = std::any_of(history.begin(), history.end(), [&actor](const HistoryEntry &entry) {
        return entry.actor.id == actor.id || (entry.toAssignee && entry.toAssignee->id == actor.id);
    });
    return isInHistory ? Result<bool>(true) : m_feed.hasTold(scopesOf(actor), record.row);
}

Result<ActOutcome> CaseRegister::keepAsProposal(const Record &record, const Act &act,
                                                const QByteArray &bodyHash)
{
    const auto reference = referenceOf(act);
    if (!reference)
        return reference.error();
    auto after = propose(record.theCase, act, **reference, m_clock.now());
    if (!after)
        return after.error();
    return store(record, {std::move(after).value(), act, bodyHash, wire::Receipt::Outcome::Proposal});
}

// The rules of an act know no accounts: without this, a case could go to somebody who is nobody, or under a
// name of the sender's making.
Result<std::optional<Colleague>> CaseRegister::knownAssignee(const Act &act)
{
    if (!act.toAssignee)
        return std::optional<Colleague>();
    return m_staff.find(act.toAssignee->id, m_clock.now());
}

// What comes back while its officer is away goes to whoever stands in for them; where nobody does, or they
// are no officer any more, it is nobody's, so that their section sees it.
Outcome CaseRegister::passOn(qint64 row, const Case &theCase, const Reference &reference)
{
    if (!theCase.assignee)
        return Done{};
    const Instant now = m_clock.now();
    const auto roster = m_staff.roster({theCase.assignee->id}, now);
    if (!roster)
        return roster.error();
    const auto owner = roster->constFind(theCase.assignee->id);
    const bool isThere =
        owner != roster->constEnd() && owner->role == Role::Officer && owner->active && !leaveAt(*owner, now);
    if (isThere)
        return Done{};
    Act act;
    act.id = ActId(uuidV7(now, m_random));
    act.caseId = theCase.id;
    act.actor = theCentre();
    act.baseVersion = theCase.version;
    act.referenceVersion = reference.version;
    act.recordedAt = now;
    act.toAssignee = substituteAt(*roster, theCase.assignee->id, theCase.section, theCase.region, now);
    act.type = act.toAssignee ? ActType::Assign : ActType::Unassign;
    const auto after = apply(theCase, act, reference, now);
    if (!after)
        return after.error();
    const auto stored =
        store({row, theCase, {}}, {*after, act, hashOf(wire::toBytes(wire::actBodyToJson(act)))});
    return stored ? Outcome(Done{}) : stored.error();
}

Result<ActOutcome> CaseRegister::store(const Record &before, const Effect &effect)
{
    const Case &after = effect.after;
    const bool isProposal = effect.outcome == wire::Receipt::Outcome::Proposal;
    wire::ActAnswer answer;
    answer.receipt.act = effect.act.id;
    answer.receipt.caseId = after.id;
    answer.receipt.version = after.version;
    answer.receipt.outcome = effect.outcome;
    answer.receipt.at = after.updatedAt;
    m_keys.sign(answer.receipt);
    if (!isProposal)
        answer.theCase = after;
    const QByteArray bytes = wire::toBytes(wire::toJson(answer));
    const Outcome written =
        m_writer.write(before.row, scopesOfCase(before.theCase), after, wire::toBytes(wire::toJson(after)),
                       {effect.act.id, effect.act.actor.id, effect.act.type, effect.bodyHash,
                        isProposal ? kKept : kDone, bytes});
    if (!written)
        return written.error();
    if (const Outcome told = tellAuthors(before, after); !told)
        return told.error();
    return ActOutcome(ActStored{true, bytes, isProposal});
}

Outcome CaseRegister::tellAuthors(const Record &before, const Case &after)
{
    std::vector<PersonId> authors;
    for (const Proposal &proposal : after.proposals) {
        const Proposal *known = proposalOf(before.theCase, proposal.act);
        const bool isTold = std::find(authors.begin(), authors.end(), proposal.author.id) != authors.end();
        if (!isTold && !(known && *known == proposal))
            authors.push_back(proposal.author.id);
    }
    for (const PersonId &author : authors) {
        if (Outcome told = m_feed.proposalsChanged(before.row, author, after.updatedAt); !told)
            return told;
    }
    return Done{};
}

Result<QByteArray> CaseRegister::caseFor(const Actor &actor, const CaseId &id)
{
    const auto found = record(id);
    if (!found)
        return found.error();
    if (!*found || !mayRead((*found)->theCase, actor))
        return unknownCase();
    return (*found)->body;
}

Result<std::optional<CaseId>> CaseRegister::caseWith(const Actor &actor, const QString &sha256)
{
    if (!wire::isSha256(sha256))
        return std::optional<CaseId>();
    // A popular form stands in thousands of cases: what the reach is judged by stands in columns, so that no
    // case is decoded, and the first one within reach is enough.
    Result<Query> query =
        Query::prepare(m_database,
                       QStringLiteral("SELECT c.assignee, c.section, c.region, c.id FROM case_attachment a "
                                      "JOIN case_record c ON c.rid = a.case_rid WHERE a.sha256 = ?"));
    if (!query)
        return query.error();
    if (const Outcome ran = query->exec(sha256); !ran)
        return ran.error();
    while (true) {
        const Result<bool> found = query->next();
        if (!found)
            return found.error();
        if (!*found)
            return std::optional<CaseId>();
        Case row;
        if (const auto assignee = query->optionalText(0))
            row.assignee = PersonName{PersonId(*assignee), {}};
        row.section = query->text(1);
        row.region = query->text(2);
        if (isWithinReach(row, actor))
            return std::optional(CaseId(query->text(3)));
    }
}

Outcome CaseRegister::take(const Case &theCase)
{
    return m_writer.take(theCase);
}

Result<qint64> CaseRegister::count()
{
    const auto row = readOne(m_database, QStringLiteral("SELECT count(*) FROM case_record"),
                             [](Query &query) { return query.int64(0); });
    if (!row)
        return row.error();
    return row->value_or(0);
}

} // namespace tawasul
