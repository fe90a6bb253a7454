// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/outboxreporter.h"

#include "models/crypto/signature.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/leavecodec.h"
#include "models/sync/answers.h"
#include "models/sync/synclog.h"

namespace tawasul {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kTogether{3'000};
// A drain of thousands may take minutes; a word now and then is not in its way.
constexpr milliseconds kLongestSilence{30'000};

} // namespace

OutboxReporter::OutboxReporter(SyncRoom &room, Session &session, std::function<bool()> isFree)
    : m_room(room)
    , m_session(session)
    , m_isFree(std::move(isFree))
    , m_next(room, [this] { read(); })
    , m_backoff(room.random())
{
}

void OutboxReporter::begin()
{
    ++m_round;
    m_told.reset();
    m_backoff.succeeded();
    look();
}

void OutboxReporter::setMayGo(bool mayGo)
{
    if (std::exchange(m_mayGo, mayGo) == mayGo)
        return;
    if (!mayGo)
        m_next.silence();
    else if (m_wants)
        m_next.setTo(kTogether);
}

void OutboxReporter::look()
{
    if (!std::exchange(m_wants, true))
        m_lookedAt = m_room.clock().monotonic();
    if (m_mayGo && !m_isBusy && !m_next.isSet())
        m_next.setTo(kTogether);
}

void OutboxReporter::read()
{
    if (!m_mayGo || !m_session.isOpen() || m_isBusy)
        return;
    const bool isOverdue = m_room.clock().monotonic() - m_lookedAt >= kLongestSilence;
    if (!m_isFree() && !isOverdue)
        return m_next.setTo(kTogether);
    const auto fresh = SigningKey::generate(m_room.random());
    if (!fresh)
        return m_next.setTo(m_backoff.failed());
    m_wants = false;
    m_isBusy = true;
    m_room.askJournal<Result<Telling>>(
        [seed = fresh->seed()](Journal &journal) { return telling(journal, seed); },
        [this](const Result<Telling> &told) { send(told); });
}

// Machines are told apart by the key of the profile, which is made up once and secret to nobody.
Result<OutboxReporter::Telling> OutboxReporter::telling(Journal &journal, const QByteArray &freshSeed)
{
    const auto unsent = journal.unsentActs();
    const auto mayBeWrong = journal.mayBeThoughtUnsent();
    if (!unsent || !mayBeWrong)
        return unsent ? mayBeWrong.error() : unsent.error();
    if (const Outcome begun = journal.beginAuthorKey(freshSeed); !begun)
        return begun.error();
    const auto key = journal.authorKey();
    if (!key || !*key)
        return key ? Error{Error::Kind::NotFound, QStringLiteral("envelope.no_key"), {}} : key.error();
    const auto signer = SigningKey::fromSeed((*key)->seed);
    if (!signer)
        return signer.error();
    // Noted before it is told: an answer may be lost.
    if (unsent->count > 0) {
        if (const Outcome noted = journal.tellingUnsent(); !noted)
            return noted.error();
    }
    return Telling{*unsent, unsent->count == 0 && !*mayBeWrong,
                   QString::fromLatin1(signer->publicKey().toBase64())};
}

void OutboxReporter::send(const Result<Telling> &telling)
{
    if (telling && telling->isKnown && !m_told)
        m_told = telling->unsent;
    if (!telling || (m_told && telling->unsent == *m_told)) {
        m_isBusy = false;
        if (m_wants)
            m_next.setTo(kTogether);
        return;
    }
    TransportCall call;
    call.method = "PUT";
    call.path = QStringLiteral("/session/outbox");
    call.headers = {jsonContent()};
    call.body = wire::toBytes(
        wire::unsentFormToJson({{}, telling->unsent.count, telling->unsent.oldest, {}, telling->profile}));
    m_session.send(std::move(call),
                   [this, told = telling->unsent, round = m_round](const TransportReply &reply) {
                       m_isBusy = false;
                       if (round == m_round)
                           answered(told, reply);
                       else
                           look();
                   });
}

void OutboxReporter::answered(const UnsentActs &told, const TransportReply &reply)
{
    constexpr int kTaken = 204; // a portal on the way says 200
    const auto problem = problemOf(reply);
    if (!problem && reply.status == kTaken) {
        m_backoff.succeeded();
        m_told = told;
        if (told.count == 0)
            m_room.askJournal<Outcome>([](Journal &journal) { return journal.toldNothingUnsent(); },
                                       [](const Outcome &) {}); // else it is told once more than needed
        if (m_wants)
            m_next.setTo(kTogether);
        return;
    }
    // A centre that takes no such word will not take the next; one that has too many may have room later.
    const bool isFull = problem && problem->code == u"outbox.too_many";
    if (problem && !isFull
        && isCentresRefusal(*problem,
                            {QLatin1String("route."), QLatin1String("wire."), QLatin1String("outbox.")})) {
        qCInfo(lcSync) << "unsent acts are not told:" << problem->code;
        m_told = told;
        return;
    }
    m_wants = true;
    if (m_mayGo)
        m_next.setTo(std::max({m_backoff.failed(), kTogether, retryAfterOf(reply)}));
}

} // namespace tawasul
