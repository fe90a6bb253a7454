// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/judge.h"

#include "models/protocol/actcodec.h"
#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "models/sql/query.h"

#include <algorithm>

namespace tawasul {

namespace {

/// Runs a query and calls `row(Query &)` for each row; false when it cannot be read.
template<class Row>
bool eachRow(Database &database, const QString &sql, Row row)
{
    Result<Query> query = Query::prepare(database, sql);
    if (!query || !query->exec())
        return false;
    Result<bool> more = query->next();
    for (; more && *more; more = query->next())
        row(*query);
    return more.has_value();
}

/// The acts in the history of a case as the journal keeps it.
QSet<ActId> actsIn(const QByteArray &stored)
{
    QSet<ActId> acts;
    const auto json = wire::parseObject(stored, QStringLiteral("case"));
    const auto theCase = json ? wire::caseFromJson(*json) : Result<Case>(json.error());
    if (!theCase)
        return acts;
    for (const HistoryEntry &entry : theCase->history) {
        if (!entry.act.isEmpty())
            acts.insert(entry.act);
    }
    return acts;
}

} // namespace

QStringList Verdict::complaints() const
{
    return lost + doubled + merged + reordered + diverged + stuck;
}

bool Judge::readCentre(Database &database)
{
    bool isSound =
        eachRow(database, QStringLiteral("SELECT body FROM case_record ORDER BY rid"), [this](Query &row) {
            const auto json = wire::parseObject(row.blob(0), QStringLiteral("case"));
            if (auto theCase = json ? wire::caseFromJson(*json) : Result<Case>(json.error()))
                m_cases.push_back(std::move(*theCase));
        });
    return isSound
        && eachRow(
               database,
               QStringLiteral("SELECT act.id, case_record.id, act.person_id, act.version, act.status FROM act"
                              " JOIN case_record ON case_record.rid = act.case_rid"),
               [this](Query &row) {
                   m_centre.insert(ActId(row.text(0)),
                                   {CaseId(row.text(1)), row.text(2), row.int64(3), row.int64(4) == 202});
               });
}

bool Judge::readJournal(const QString &profile, Database &database)
{
    std::vector<JournalAct> &acts = m_journals[profile];
    return eachRow(
        database,
        QStringLiteral("SELECT act.id, act.case_id, act.body, outbox.state, outbox.park_reason, outbox.error,"
                       " outbox.receipt, act.base FROM act LEFT JOIN outbox ON outbox.act_id = act.id ORDER "
                       "BY act.sequence"),
        [&acts](Query &row) {
            const auto json = wire::parseObject(row.blob(2), QStringLiteral("act"));
            const auto act = json ? wire::actBodyFromJson(*json) : Result<Act>(json.error());
            acts.push_back({ActId(row.text(0)), CaseId(row.text(1)), act ? act->text : QString(),
                            row.optionalText(3).value_or(QString()), row.optionalText(4).value_or(QString()),
                            row.optionalBlob(5).has_value(), row.optionalBlob(6).value_or(QByteArray()),
                            actsIn(row.blob(7))});
        });
}

void Judge::judge(Verdict &verdict) const
{
    judgeAttempts(verdict);
    judgeJournals(verdict);
    judgeOrder(verdict);
    judgeBases(verdict);
    judgeCentre(verdict);
}

/// What officers were told, against the journals.
void Judge::judgeAttempts(Verdict &verdict) const
{
    for (const Attempt &attempt : m_ledger.attempts()) {
        std::vector<const JournalAct *> found;
        if (const auto journal = m_journals.find(attempt.profile); journal != m_journals.end()) {
            for (const JournalAct &act : journal->second) {
                if (act.text == attempt.text || (!attempt.id.isEmpty() && act.id == attempt.id))
                    found.push_back(&act);
            }
        }
        const QString name = attempt.text % u' ' % attempt.id.text();
        if (found.size() > 1)
            verdict.doubled += name % u" was recorded twice";
        if (attempt.answer == Attempt::Answer::Refused && !found.empty())
            verdict.doubled += name % u" was refused, and recorded";
        if (attempt.answer != Attempt::Answer::Recorded)
            continue;
        if (found.empty())
            verdict.lost += name % u" was recorded, and is not in the journal";
        else if (found.front()->id != attempt.id)
            verdict.lost += name % u" was recorded, and is another in the journal";
        else if (attempt.mustSettle && found.front()->state != u"settled")
            verdict.stuck += name % u" was recorded when all was well, and is " % found.front()->state;
    }
}

/// What the journals hold, against the centre.
void Judge::judgeJournals(Verdict &verdict) const
{
    QSet<ActId> seen;
    for (const auto &[profile, acts] : m_journals) {
        QSet<CaseId> stopped;
        for (const JournalAct &act : acts) {
            if (seen.contains(act.id))
                verdict.doubled += act.id.text() % u" is in two journals";
            seen.insert(act.id);
            judgeEnd(act, stopped, verdict);
        }
    }
}

void Judge::judgeEnd(const JournalAct &act, QSet<CaseId> &stopped, Verdict &verdict) const
{
    const QString name = act.text % u' ' % act.id.text();
    const auto effect = m_centre.constFind(act.id);
    const bool isDone = effect != m_centre.constEnd();
    if (act.state == u"settled") {
        const auto json = wire::parseObject(act.receipt, QStringLiteral("receipt"));
        const auto receipt = json ? wire::receiptFromJson(*json) : Result<wire::Receipt>(json.error());
        if (act.text.isEmpty()) // no run lasts as long as payloads are kept
            verdict.lost += name % u" lost its payload";
        if (!isDone)
            verdict.lost += name % u" is settled, but the centre does not know it";
        else if (!receipt || receipt->act != act.id || receipt->version != effect->version
                 || effect->caseId != act.caseId
                 || (receipt->outcome == wire::Receipt::Outcome::Proposal) != effect->isProposal)
            verdict.diverged += name % u" is settled with another receipt";
        return;
    }
    if (isDone)
        verdict.doubled += name % u" is " % act.state % u", but took effect";
    if (act.state == u"parked") {
        stopped.insert(act.caseId);
        ++verdict.parked;
        if (act.parkReason.isEmpty() || !act.hasError)
            verdict.lost += name % u" is parked without a reason";
    } else if (act.state == u"waiting") {
        if (!stopped.contains(act.caseId))
            verdict.stuck += name % u" still waits";
    } else if (act.state == u"sending") {
        verdict.stuck += name % u" sticks in sending";
    } else if (act.state != u"closed") {
        verdict.lost += name % u" is in the journal without a place in the outbox";
    } else if (!m_ledger.mayBeClosed(act.id)) {
        verdict.lost += name % u" is closed, and nobody wished it";
    }
}

void Judge::judgeOrder(Verdict &verdict) const
{
    for (const auto &[profile, acts] : m_journals) {
        QHash<CaseId, qint64> newest;
        for (const JournalAct &act : acts) {
            const auto effect = m_centre.constFind(act.id);
            if (effect == m_centre.constEnd())
                continue;
            qint64 &last = newest[act.caseId];
            if (effect->version <= last)
                verdict.reordered += act.text % u' ' % act.id.text() % u" took effect before an earlier one";
            last = std::max(last, effect->version);
        }
    }
}

/// Where each act took effect, the case had all that its author saw, and nothing else but notes.
void Judge::judgeBases(Verdict &verdict) const
{
    QHash<ActId, QSet<ActId>> seen;
    for (const auto &[profile, acts] : m_journals) {
        for (const JournalAct &act : acts)
            seen.insert(act.id, act.base);
    }
    for (const Case &theCase : m_cases) {
        QSet<ActId> present;
        QSet<ActId> deciding;
        for (const HistoryEntry &entry : theCase.history) {
            const auto base = seen.constFind(entry.act);
            if (base != seen.constEnd() && !commutes(entry.type)) {
                if (!base->contains(deciding))
                    verdict.merged += entry.act.text() % u" took effect on what its author did not see";
                else if (!present.contains(*base))
                    verdict.merged += entry.act.text() % u" took effect without what its author saw";
            }
            if (entry.act.isEmpty())
                continue;
            present.insert(entry.act);
            if (!commutes(entry.type))
                deciding.insert(entry.act);
        }
    }
}

/// The centre by itself: its acts are in its cases, once, at their version and either in the history or
/// beside it as proposals, and somebody recorded them.
void Judge::judgeCentre(Verdict &verdict) const
{
    QSet<ActId> recorded;
    for (const auto &[profile, acts] : m_journals) {
        for (const JournalAct &act : acts)
            recorded.insert(act.id);
    }
    QSet<ActId> told;
    const auto tell = [&](const ActId &act, Role role, bool isProposal) {
        const auto effect = m_centre.constFind(act);
        if (told.contains(act))
            verdict.doubled += act.text() % u" is twice in the cases";
        told.insert(act);
        if (effect == m_centre.constEnd())
            verdict.doubled += act.text() % u" is in a case, but not among the acts";
        else if (effect->isProposal != isProposal)
            verdict.doubled += act.text() % u" took effect and is a proposal";
        if (role == Role::Officer && !recorded.contains(act))
            verdict.doubled += act.text() % u" took effect, but is in no journal";
    };
    for (const Case &theCase : m_cases) {
        for (const HistoryEntry &entry : theCase.history) {
            if (!entry.act.isEmpty())
                tell(entry.act, entry.role, false);
        }
        for (const Proposal &proposal : theCase.proposals) {
            tell(proposal.act, proposal.role, true);
            judgeClosing(theCase, proposal, verdict);
            ++verdict.proposals;
        }
    }
    for (auto act = m_centre.constBegin(); act != m_centre.constEnd(); ++act) {
        if (!told.contains(act.key()))
            verdict.lost += act.key().text() % u" is among the acts, but in no case";
    }
}

/// Adopted or dismissed by exactly one act; open by none. That somebody had begun goes along with what they
/// did next.
void Judge::judgeClosing(const Case &theCase, const Proposal &proposal, Verdict &verdict)
{
    const auto closings =
        std::count_if(theCase.history.begin(), theCase.history.end(),
                      [&proposal](const HistoryEntry &entry) { return entry.proposal == proposal.act; });
    const bool isOpen = proposal.state == Proposal::State::Open;
    if (closings > (isOpen ? 0 : 1))
        verdict.doubled += proposal.act.text() % u" was judged of more than once";
    if (!isOpen && closings == 0 && proposal.type != ActType::Start)
        verdict.lost += proposal.act.text() % u" was closed by nobody";
}

} // namespace tawasul
