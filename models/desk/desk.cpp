// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk/desk.h"

#include "models/desk/answer.h"
#include "models/desk/recording.h"
#include "models/domain/printrule.h"

#include <algorithm>
#include <tuple>

namespace tawasul {

namespace {

// The centre tells its time with every answer; the disk is spared.
constexpr std::chrono::minutes kKeptEvery{5};

PrintMatter matterOf(const PrintNote &note)
{
    if (!note.sha256.isEmpty())
        return PrintMatter::Attachment;
    return note.wholeNumbers ? PrintMatter::WholeNumbers : PrintMatter::Summary;
}

Result<std::vector<OwnProposal>> ownProposals(Journal &journal, CacheReader &reader)
{
    const auto cases = reader.ownProposals();
    const auto seen = journal.seenProposals();
    if (!cases || !seen)
        return cases ? seen.error() : cases.error();
    std::vector<OwnProposal> all;
    for (const OwnProposals &own : *cases) {
        const auto receipts = journal.keptReceipts(own.caseId);
        if (!receipts)
            return receipts.error();
        for (const Proposal &proposal : own.proposals) {
            const auto looked = seen->find(proposal.act);
            const bool isOld = looked != seen->end() && looked->second == proposal.state;
            OwnProposal line{own.caseId, own.number, proposal,
                             proposal.state != Proposal::State::Open && !isOld};
            if (const auto receipt = receipts->find(proposal.act); receipt != receipts->end())
                line.receipt = receipt->second;
            const auto item = journal.item(proposal.act);
            if (!item)
                return item.error();
            if (*item && (*item)->base) {
                line.subService = (*item)->base->subService;
                line.beneficiary = (*item)->base->beneficiary.name;
            }
            all.push_back(std::move(line));
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const OwnProposal &a, const OwnProposal &b) {
        return a.proposal.receivedAt > b.proposal.receivedAt;
    });
    return all;
}

} // namespace

Desk::Desk(Store &store, Actor officer, const Clock &clock, Random &random)
    : m_store(store)
    , m_officer(std::move(officer))
    , m_clock(clock)
    , m_random(random)
    , m_time(std::make_shared<ClockWatch>(clock))
{
    recallServerTime();
}

QFuture<Result<std::vector<CaseHead>>> Desk::heads(std::vector<qint64> rows)
{
    const Answer<Result<std::vector<CaseHead>>> answer(m_store);
    m_store.withReader(
        [answer, rows = std::move(rows)](CacheReader &reader) { answer.give(reader.heads(rows)); });
    return answer.future();
}

QFuture<Result<std::vector<qint64>>> Desk::search(QString typed)
{
    const Answer<Result<std::vector<qint64>>> answer(m_store);
    m_store.withReader(
        [answer, typed = std::move(typed)](CacheReader &reader) { answer.give(reader.search(typed)); });
    return answer.future();
}

QFuture<Result<OpenedCase>> Desk::openCase(CaseId id)
{
    const Answer<Result<OpenedCase>> answer(m_store);
    m_store.withJournalBesideCache(
        [answer, &store = m_store, id = std::move(id)](Journal &journal, CacheReader &reader) {
            answer.give(opened(store, journal, reader, id));
        });
    return answer.future();
}

QFuture<Result<OpenedCase>> Desk::readCase(CaseId id)
{
    const Answer<Result<OpenedCase>> answer(m_store);
    m_store.withJournalBesideCache(
        [answer, &store = m_store, id = std::move(id)](Journal &journal, CacheReader &reader) {
            answer.give(asItStands(store, journal, reader, id));
        });
    return answer.future();
}

QFuture<Result<std::vector<OutboxItem>>> Desk::outbox()
{
    const Answer<Result<std::vector<OutboxItem>>> answer(m_store);
    m_store.withJournal([answer](Journal &journal) { answer.give(journal.unsettled()); });
    return answer.future();
}

QFuture<Result<OutboxLedger>> Desk::ledger()
{
    const Answer<Result<OutboxLedger>> answer(m_store);
    m_store.withJournal([answer](Journal &journal) { answer.give(journal.ledger()); });
    return answer.future();
}

QFuture<Result<TodaysWork>> Desk::todaysWork()
{
    const WorklistPtr list = worklist();
    const Answer<Result<TodaysWork>> answer(m_store);
    m_store.withReader([answer, &store = m_store, officer = m_officer.id,
                        rows = list ? rowsDueBy(*list, riyadhDate(m_time->now()))
                                    : std::vector<qint64>()](CacheReader &reader) {
        answer.give(tawasul::todaysWork(reader, store.attachments(), rows, officer));
    });
    return answer.future();
}

QFuture<Result<UnsentCounts>> Desk::unsent()
{
    const Answer<Result<UnsentCounts>> answer(m_store);
    m_store.keepEnvelopes();
    m_store.withJournal([answer, &store = m_store](Journal &journal) {
        answer.give(countUnsent(journal, store.envelopesFolder()));
    });
    return answer.future();
}

QFuture<Result<std::vector<OwnProposal>>> Desk::proposals()
{
    const Answer<Result<std::vector<OwnProposal>>> answer(m_store);
    m_store.withJournalBesideCache(
        [answer](Journal &journal, CacheReader &reader) { answer.give(ownProposals(journal, reader)); });
    return answer.future();
}

QFuture<Outcome> Desk::proposalsSeen(std::vector<OwnProposal> seen)
{
    const Answer<Outcome> answer(m_store);
    m_store.withJournal([answer, &store = m_store, seen = std::move(seen)](Journal &journal) {
        std::vector<std::pair<ActId, Proposal::State>> states;
        for (const OwnProposal &own : seen)
            states.emplace_back(own.proposal.act, own.proposal.state);
        const Outcome marked = journal.markProposalsSeen(states);
        if (marked)
            store.proposalsTouched();
        answer.give(marked);
    });
    return answer.future();
}

QFuture<Result<ActId>> Desk::record(Intention intention)
{
    // What was done is done now, not when the disk comes to it.
    const Recording recording{
        std::move(intention), m_officer,           ActId(uuidV7(m_clock.now(), m_random)),
        m_clock.now(),        m_clock.monotonic(), lastServerTime()};
    const Answer<Result<ActId>> answer(m_store);
    m_store.withJournalBesideCache(
        [answer, &store = m_store, recording](Journal &journal, CacheReader &reader) {
            const Outcome recorded = recording.carryOut(store, journal, reader);
            answer.give(recorded ? Result<ActId>(recording.id) : recorded.error());
        });
    return answer.future();
}

QFuture<Outcome> Desk::saveDraft(CaseId id, QByteArray content)
{
    const Draft draft{std::move(id), std::move(content), m_clock.now()};
    const Answer<Outcome> answer(m_store);
    m_store.withJournal([answer, &store = m_store, draft](Journal &journal) {
        const auto before = journal.draft(draft.caseId);
        const Outcome saved = journal.saveDraft(draft);
        // While somebody types, only the first saving changes what lists show.
        if (saved && !(before && *before))
            store.outboxTouched(journal, {draft.caseId});
        answer.give(saved);
    });
    return answer.future();
}

QFuture<Outcome> Desk::discardDraft(CaseId id)
{
    const Answer<Outcome> answer(m_store);
    m_store.withJournal([answer, &store = m_store, id = std::move(id)](Journal &journal) {
        const Outcome discarded = journal.discardDraft(id);
        if (discarded)
            store.outboxTouched(journal, {id});
        answer.give(discarded);
    });
    return answer.future();
}

QFuture<Result<std::optional<Draft>>> Desk::draft(CaseId id)
{
    const Answer<Result<std::optional<Draft>>> answer(m_store);
    m_store.withJournal([answer, id = std::move(id)](Journal &journal) { answer.give(journal.draft(id)); });
    return answer.future();
}

QFuture<Result<std::vector<BegunDraft>>> Desk::drafts()
{
    const Answer<Result<std::vector<BegunDraft>>> answer(m_store);
    m_store.withJournalBesideCache(
        [answer](Journal &journal, CacheReader &reader) { answer.give(begunDrafts(journal, reader)); });
    return answer.future();
}

QFuture<Result<std::optional<HandoverNote>>> Desk::handover()
{
    const Answer<Result<std::optional<HandoverNote>>> answer(m_store);
    m_store.withJournal([answer](Journal &journal) { answer.give(journal.handover()); });
    return answer.future();
}

QFuture<Outcome> Desk::saveHandover(QString text)
{
    const Answer<Outcome> answer(m_store);
    m_store.withJournal([answer, note = HandoverNote{std::move(text), m_clock.now()}](Journal &journal) {
        answer.give(journal.saveHandover(note));
    });
    return answer.future();
}

QFuture<Outcome> Desk::saveReading(QString sha256, DocumentReading reading)
{
    const Answer<Outcome> answer(m_store);
    m_store.withJournal([answer, sha256 = std::move(sha256), reading = std::move(reading)](Journal &journal) {
        answer.give(journal.saveReading(sha256, reading));
    });
    return answer.future();
}

QFuture<Outcome> Desk::notePrint(CaseId id, PrintNote note)
{
    const Answer<Outcome> answer(m_store);
    if (!mayPrint(m_officer.role, matterOf(note))) {
        answer.give(Error{Error::Kind::Forbidden, QStringLiteral("print.forbidden"), {}});
        return answer.future();
    }
    m_store.withJournal([answer, id = std::move(id), note = std::move(note)](Journal &journal) {
        const QString where = note.toFile ? QStringLiteral("file") : QStringLiteral("printer");
        const Outcome noted = note.sha256.isEmpty()
            ? journal.audit(QStringLiteral("case.printed"), id,
                            note.wholeNumbers ? QString(where % u" numbers=whole") : where)
            : journal.audit(QStringLiteral("attachment.printed"), id,
                            QStringLiteral("%1 %2 pages=%3-%4")
                                .arg(where, note.sha256, QString::number(note.first + 1),
                                     QString::number(note.last + 1)));
        answer.give(noted);
    });
    return answer.future();
}

QFuture<Outcome> Desk::takeTheirs(ActId parked)
{
    const Answer<Outcome> answer(m_store);
    m_store.withJournalBesideCache(
        [answer, &store = m_store, parked = std::move(parked)](Journal &journal, CacheReader &reader) {
            answer.give(letTheirsStand(store, journal, reader, parked));
        });
    return answer.future();
}

QFuture<Outcome> Desk::retryNow(ActId id)
{
    return step(std::move(id), &Journal::retryNow);
}

QFuture<Outcome> Desk::hold(ActId id)
{
    const Answer<Outcome> answer(m_store);
    m_store.withJournal([answer, &store = m_store, id = std::move(id)](Journal &journal) {
        answer.give(heldBack(store, journal, id));
    });
    return answer.future();
}

QFuture<Outcome> Desk::release(ActId id)
{
    return step(std::move(id), &Journal::release);
}

// One that moves an act in the outbox and leaves what is shown of its case as it is.
QFuture<Outcome> Desk::step(ActId id, Outcome (Journal::*take)(const ActId &))
{
    const Answer<Outcome> answer(m_store);
    m_store.withJournal([answer, &store = m_store, take, id = std::move(id)](Journal &journal) {
        const Outcome taken = (journal.*take)(id);
        const auto item = journal.item(id);
        if (taken && item && *item)
            store.outboxTouched(journal, {(*item)->act.caseId});
        answer.give(taken);
    });
    return answer.future();
}

QFuture<Result<std::optional<Act>>> Desk::recall(ActId id, Redraft draftWith)
{
    const Answer<Result<std::optional<Act>>> answer(m_store);
    m_store.withJournalBesideCache(
        [answer, &store = m_store, recall = Recall{std::move(id), std::move(draftWith), m_clock.now()}](
            Journal &journal, CacheReader &reader) {
            answer.give(recalled(store, journal, reader, recall));
        });
    return answer.future();
}

void Desk::setLastServerTime(Instant instant)
{
    m_time->serverTold(instant);
    const std::chrono::milliseconds now = m_clock.monotonic();
    if (m_timeKeptAt && now - *m_timeKeptAt < kKeptEvery)
        return;
    m_timeKeptAt = now;
    // What cannot be kept is told again in a moment.
    m_store.withJournal([told = ServerTime{instant, m_clock.now()}](Journal &journal) {
        std::ignore = journal.rememberServerTime(told);
    });
}

std::optional<Instant> Desk::lastServerTime() const
{
    const std::optional<ClockMark> mark = m_time->mark();
    return mark ? std::optional(mark->server) : std::nullopt;
}

void Desk::recallServerTime()
{
    const Answer<Result<std::optional<ServerTime>>> answer(m_store);
    m_store.withJournal([answer](Journal &journal) { answer.give(journal.serverTime()); });
    answer.future().then([time = m_time](const Result<std::optional<ServerTime>> &told) {
        if (told && *told)
            time->remember((*told)->server, (*told)->wall);
    });
}

} // namespace tawasul
