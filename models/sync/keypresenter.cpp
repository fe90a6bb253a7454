// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/keypresenter.h"

#include "models/crypto/signature.h"
#include "models/protocol/envelopecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/sync/answers.h"
#include "models/sync/synclog.h"

namespace tawasul {

namespace {

// It will say the same again; also a centre that knows no keys yet.
bool isFinal(const Error &problem)
{
    return isCentresRefusal(problem,
                            {QLatin1String("signing_key."), QLatin1String("wire."), QLatin1String("route."),
                             QLatin1String("request.too_large")});
}

} // namespace

KeyPresenter::KeyPresenter(SyncRoom &room, Session &session)
    : m_room(room)
    , m_session(session)
    , m_backoff(room.random())
    , m_next(room, [this] { present(); })
{
}

void KeyPresenter::setMayGo(bool mayGo)
{
    if (std::exchange(m_mayGo, mayGo) != mayGo && mayGo)
        present();
}

void KeyPresenter::present()
{
    if (m_room.store().envelopesFolder().isEmpty())
        return;
    m_again = m_isBusy;
    if (m_isBusy)
        return;
    m_isBusy = true;
    using Known = Result<Standing>;
    m_room.askJournal<Known>(
        [seed = SigningKey::drawSeed(m_room.random())](Journal &journal) -> Known {
            if (const Outcome begun = journal.beginAuthorKey(seed); !begun)
                return begun.error();
            auto key = journal.authorKey();
            auto epoch = journal.epoch();
            if (!key || !epoch)
                return key ? epoch.error() : key.error();
            return Standing{**key, *epoch};
        },
        [this](const Known &standing) { look(standing); });
}

void KeyPresenter::look(const Result<Standing> &standing)
{
    m_isBusy = false;
    if (m_again)
        return present();
    const bool mustGo = !standing || (standing->key.knownIn != standing->epoch && m_mayGo);
    if (!mustGo)
        return;
    const auto key =
        standing ? SigningKey::fromSeed(standing->key.seed) : Result<SigningKey>(standing.error());
    if (!key) {
        qCWarning(lcSync) << "the key of this profile:" << key.error().code;
        return tryLater();
    }
    m_isBusy = true;
    TransportCall call;
    call.method = "PUT";
    call.path = QStringLiteral("/session/signing_key");
    call.headers = {jsonContent()};
    call.body = wire::toBytes(wire::signingKeyToJson(key->publicKey()));
    m_session.send(std::move(call), [this](const TransportReply &reply) { answered(reply); });
}

void KeyPresenter::answered(const TransportReply &reply)
{
    constexpr int kTaken = 204; // a portal on the way says 200
    if (const auto problem = problemOf(reply); problem || reply.status != kTaken) {
        m_isBusy = false;
        if (m_again)
            present();
        else if (problem && isFinal(*problem))
            qCWarning(lcSync) << "no envelopes in this session:" << problem->code;
        else
            tryLater();
        return;
    }
    m_backoff.succeeded();
    // Busy until that is written, too: it is the epoch of the answer that knows the key, and no later one.
    m_room.askJournal<Outcome>(
        [epoch = epochOf(reply), &store = m_room.store()](Journal &journal) {
            Outcome known = journal.authorKeyIsKnown(epoch);
            if (known)
                store.keepEnvelopesByAndBy();
            return known;
        },
        [this](const Outcome &written) { noted(written); });
}

void KeyPresenter::noted(const Outcome &written)
{
    m_isBusy = false;
    if (m_again)
        present();
    else if (!written)
        tryLater();
}

void KeyPresenter::tryLater()
{
    m_next.setTo(m_backoff.failed());
}

} // namespace tawasul
