// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/syncengine.h"

#include "models/sync/attachmentfetch.h"
#include "models/sync/caselook.h"
#include "models/sync/deskversion.h"
#include "models/sync/envelopecarrier.h"
#include "models/sync/epochwatch.h"
#include "models/sync/eventlistener.h"
#include "models/sync/feedfollower.h"
#include "models/sync/keypresenter.h"
#include "models/sync/keyring.h"
#include "models/sync/ordersender.h"
#include "models/sync/outboxreporter.h"
#include "models/sync/outboxsender.h"
#include "models/sync/referencefetch.h"
#include "models/sync/session.h"
#include "models/sync/stafffetch.h"
#include "models/sync/statusboard.h"
#include "models/sync/synclog.h"

namespace tawasul {

namespace {

using Part = StatusBoard::Part;
using Standing = StatusBoard::Standing;
using std::chrono::milliseconds;

constexpr std::chrono::minutes kBetweenLooksWhenTooOld{15};
constexpr std::chrono::hours kBetweenTidyings{6};
constexpr std::chrono::seconds kAfterFirstRows{3};
constexpr std::chrono::days kPayloadsKept{90}; // of settled acts, for a centre that was restored

} // namespace

/// Joins the parts: who hears of what. Network's thread, but for its making and its end.
struct SyncEngine::Body
{
    SyncRoom room;
    Executor &gui;
    std::weak_ptr<SyncNews> news;
    StatusBoard board;
    Session session;
    ReferenceFetch reference;
    FeedFollower feed;
    EventListener events;
    EpochWatch epochs;
    KeyRing keys;
    OutboxSender outbox;
    AttachmentFetch attachments;
    KeyPresenter ownKey;
    EnvelopeCarrier envelopes;
    OrderSender orders;
    StaffFetch staff;
    CaseLook look;
    OutboxReporter reporter;
    std::optional<milliseconds> tidiedAt; ///< monotonic
    bool casesChanged = true;             ///< since the attachments were surveyed
    bool isReachable = true;
    bool isTooOld = false;

    Body(Store &store, Transport &transport, Executor &network, Executor &guiExecutor, const Clock &clock,
         Random &random, const std::shared_ptr<SyncNews> &hearer)
        : room(store, transport, network, clock, random)
        , gui(guiExecutor)
        , news(hearer)
        , board(clock, [this](const SyncStatus &status) { tell(&SyncNews::statusChanged, status); })
        , session(room, sessionNews())
        , reference(room, session, referenceNews())
        , feed(room, session, feedNews())
        , events(room, session, eventNews())
        , epochs(room, epochNews())
        , keys(room, keyNews())
        , outbox(room, session, epochs, keys, outboxNews())
        , attachments(room, session, attachmentNews())
        , ownKey(room, session)
        , envelopes(room, session, envelopeNews())
        , orders(room, session, epochs, orderNews())
        , staff(room, session,
                [this](const std::optional<Error> &error) { board.setProblem(Part::Staff, error); })
        , look(session, lookNews())
        , reporter(room, session, [this] { return outbox.isIdle(); })
    {
    }

    // To the screens, on their thread; whoever went meanwhile hears nothing.
    template<class... Values>
    void tell(void (SyncNews::*signal)(Values...), std::decay_t<Values>... values)
    {
        gui.post([news = news, signal, ... values = std::move(values)] {
            if (const auto hearer = news.lock())
                Q_EMIT(hearer.get()->*signal)(values...);
        });
    }

    Session::News sessionNews()
    {
        return {[this] { sessionEnded(); }, [this](Instant time) { tell(&SyncNews::serverTimeKnown, time); },
                [this](const QString &epoch) { epochs.seen(epoch); },
                [this](bool isReached) { reached(isReached); }};
    }

    EpochWatch::News epochNews()
    {
        return {[this] {
                    session.epochMet();
                    ownKey.present();
                },
                [this] {
                    feed.hurry(); // its cursor ended with the epoch: everything is fetched again
                    outbox.reload();
                },
                [this](const std::optional<Error> &error) { board.setProblem(Part::Epoch, error); }};
    }

    KeyRing::News keyNews()
    {
        return {[this](const std::optional<Error> &error) { board.setProblem(Part::Keys, error); },
                [this](const std::optional<Error> &error) { board.setProblem(Part::KeyRecord, error); }};
    }

    ReferenceFetch::News referenceNews()
    {
        return {[this](const std::optional<Error> &error) { board.setProblem(Part::Reference, error); },
                [this] { referenceStored(); }};
    }

    FeedFollower::News feedNews()
    {
        return {[this](const std::optional<Error> &error) { board.setProblem(Part::Feed, error); },
                [this](bool filling, int fetched) { board.setFilling(filling, fetched); },
                [this](std::optional<Instant> at) { board.setCompleteAt(at); },
                [this](const std::optional<QString> &epoch) { caughtUp(epoch); },
                [this] { recovered(); },
                [this](const QString &version) { newerReference(version); },
                [this] { casesChanged = true; },
                [this] { cacheRenewed(); }};
    }

    EventListener::News eventNews()
    {
        return {[this] { feed.hint(); }, [this](bool isListening) { feed.setHinted(isListening); }};
    }

    OutboxSender::News outboxNews()
    {
        return {[this](int waiting, int parked, int free) { outboxCounted(waiting, parked, free); },
                [this](const std::optional<Error> &error) { board.setProblem(Part::Outbox, error); },
                [this](const std::optional<Error> &error) { board.setProblem(Part::Journal, error); },
                [this] { attachments.makeWay(); },
                [this] { reference.fetch(); },
                [this] { feed.hurry(); }};
    }

    AttachmentFetch::News attachmentNews()
    {
        return {[this](const QString &sha256, const Error &error) {
                    tell(&SyncNews::attachmentFailed, sha256, error);
                },
                [this] { return !feed.isFilling(); },
                [this] { return outbox.isIdle() && !feed.isUnderWay() && !reference.isBusy(); },
                [this](int ready, int awaiting) { board.setReadiness(ready, awaiting); }};
    }

    EnvelopeCarrier::News envelopeNews()
    {
        return {[this](int others) { board.setOthers(others); }, [this] { return outbox.isIdle(); }};
    }

    CaseLook::News lookNews()
    {
        return {[this](const Case &theCase) { tell(&SyncNews::caseCame, theCase); },
                [this](const CaseId &id, const Error &error) { tell(&SyncNews::caseFailed, id, error); }};
    }

    OrderSender::News orderNews()
    {
        return {[this](int waiting) { board.setOrders(waiting); },
                [this](const std::optional<Error> &error) { board.setProblem(Part::Orders, error); },
                [this](OrderRecord::Kind kind) { ordered(kind); }};
    }

    // What an order changed comes by the feed, and with the staff.
    void ordered(OrderRecord::Kind kind)
    {
        feed.hurry();
        if (kind != OrderRecord::Kind::Assignment)
            staff.fetch();
    }

    void start(std::optional<SessionTokens> tokens)
    {
        feed.remember();
        keys.remember(); // before the outbox asks the same thread, so that no answer comes earlier
        outbox.reload();
        orders.look();
        ownKey.present();
        // Without the centre, too, officers want to know what they can work on; after their first rows.
        room.postAfter(kAfterFirstRows, [this] {
            attachments.survey();
            envelopes.look();
        });
        if (tokens)
            return resume(std::move(*tokens));
        board.setStanding(Standing::WithoutTokens);
    }

    void resume(SessionTokens tokens)
    {
        isReachable = true;
        session.begin(std::move(tokens));
        board.setStanding(Standing::SignedIn);
        if (room.store().reference())
            referenceStored();
        // Also when there is some: word of newer data comes once, and a crash may have come between.
        reference.fetch();
        outbox.forgiveAbsence();
        orders.forgiveAbsence();
        staff.begin();
        reporter.begin();
        letGo();
    }

    void stop(Standing standing)
    {
        isTooOld = false;
        board.setTooOld(std::nullopt);
        session.end();
        feed.stop();
        events.stop();
        reference.stop();
        outbox.setMayGo(false);
        ownKey.setMayGo(false);
        envelopes.setMayGo(false);
        orders.setMayGo(false);
        staff.setMayGo(false);
        reporter.setMayGo(false);
        attachments.stop();
        board.setStanding(standing);
    }

    void sessionEnded()
    {
        qCInfo(lcSync) << "the session ended";
        stop(Standing::Ended);
    }

    // What the reference data forbids comes before everything that it describes.
    void referenceStored()
    {
        const ReferencePtr newest = room.store().reference();
        if (newest)
            keys.learn(newest->keys);
        isTooOld = newest && !isAcceptedBy(newest->oldestDesk);
        if (isTooOld) {
            board.setTooOld(Error{Error::Kind::TooNew, QStringLiteral("desk.too_old"), newest->oldestDesk});
            feed.stop();
            events.stop();
            reference.fetchAfter(kBetweenLooksWhenTooOld);
        } else {
            board.setTooOld(std::nullopt);
            feed.follow();
        }
        letGo();
    }

    // What the feed does not bring again.
    void cacheRenewed()
    {
        reference.fetchAnew();
        staff.fetch();
    }

    void newerReference(const QString &version)
    {
        // Also an older one that is here: a restored centre may have forgotten the newer.
        const ReferencePtr newest = room.store().reference();
        if (!newest || newest->version != version)
            reference.fetch();
    }

    void reached(bool isReached)
    {
        board.setReached(isReached);
        if (std::exchange(isReachable, isReached) && !isReached)
            feed.lookSoon(); // one asks whether the centre is back, not everybody
        letGo();
    }

    void letGo()
    {
        const bool mayGo = session.isOpen() && isReachable && !isTooOld;
        outbox.setMayGo(mayGo);
        attachments.setMayGo(mayGo);
        ownKey.setMayGo(mayGo);
        envelopes.setMayGo(mayGo);
        orders.setMayGo(mayGo);
        staff.setMayGo(mayGo);
        reporter.setMayGo(mayGo);
    }

    void recovered()
    {
        outbox.forgiveAbsence();
        orders.forgiveAbsence();
        events.tryAgain();
    }

    void outboxCounted(int waiting, int parked, int free)
    {
        board.setOutbox(waiting, parked, free);
        reporter.look();
        room.post([this] { attachments.goOn(); }); // once those that are due have set out
    }

    void caughtUp(const std::optional<QString> &epoch)
    {
        outbox.setTruthIsOf(epoch);
        if (std::exchange(casesChanged, false))
            attachments.survey();
        attachments.goOn();
        envelopes.look();
        staff.look();
        events.listen();
        tidy();
    }

    // The feed tells of what changes, not of what merely grew old.
    void tidy()
    {
        const milliseconds now = room.clock().monotonic();
        const ReferencePtr newest = room.store().reference();
        if (!newest || !board.status().completeAt || (tidiedAt && now - *tidiedAt < kBetweenTidyings))
            return;
        tidiedAt = now;
        // What is forgotten cannot be had again: by the earlier clock, so that one wrong clock forgets
        // nothing.
        const Instant today = std::min(*board.status().completeAt, room.clock().now());
        const Instant before = today - std::chrono::days(newest->parameters.closedDaysInCache);
        room.askCache<Outcome>(
            [before, &store = room.store()](Cache &cache) -> Outcome {
                const auto effect = cache.forgetClosed(before);
                if (!effect)
                    return effect.error();
                store.worklistTouched(cache, *effect);
                if (effect->headersChanged)
                    store.headersTouched();
                return Done{};
            },
            [](const Outcome &forgotten) {
                if (!forgotten)
                    qCWarning(lcSync) << "closed cases not forgotten:" << forgotten.error().code;
            });
        room.askJournal<Outcome>(
            [settledBefore = today - kPayloadsKept](Journal &journal) {
                const Outcome forgotten = journal.forgetPayloads(settledBefore);
                return forgotten ? journal.forgetReadings(settledBefore) : forgotten;
            },
            [](const Outcome &forgotten) {
                if (!forgotten)
                    qCWarning(lcSync) << "old payloads not forgotten:" << forgotten.error().code;
            });
    }

    void signOut(const std::function<void()> &done)
    {
        const auto farewell = [this, done] {
            stop(Standing::SignedOut);
            gui.post(done);
        };
        if (board.status().link == SyncStatus::Link::Online)
            return session.signOut(farewell);
        session.leaveQuietly(); // it may arrive; nobody waits for a network that is not there
        farewell();
    }

    // Somebody else asked and was refused; whoever signed out already stays so.
    void endSession()
    {
        if (board.status().link != SyncStatus::Link::SignedOut)
            sessionEnded();
    }
};

SyncEngine::SyncEngine(Store &store, Transport &transport, Executor &network, Executor &gui,
                       const Clock &clock, Random &random)
    : m_news(std::make_shared<SyncNews>())
    , m_body(std::make_unique<Body>(store, transport, network, gui, clock, random, m_news))
{
    QObject::connect(&store.notifier(), &StoreNotifier::ordersChanged, m_news.get(),
                     [this] { m_body->room.post([body = m_body.get()] { body->orders.look(); }); });
}

SyncEngine::~SyncEngine()
{
    m_body->room.gate()->close();
}

SyncNews &SyncEngine::news()
{
    return *m_news;
}

void SyncEngine::start(std::optional<SessionTokens> tokens)
{
    m_body->room.post([body = m_body.get(), tokens = std::move(tokens)] { body->start(tokens); });
}

void SyncEngine::resume(SessionTokens tokens)
{
    m_body->room.post([body = m_body.get(), tokens = std::move(tokens)] { body->resume(tokens); });
}

void SyncEngine::signOut(std::function<void()> done)
{
    m_body->room.post([body = m_body.get(), done = std::move(done)] { body->signOut(done); });
}

void SyncEngine::endSession()
{
    m_body->room.post([body = m_body.get()] { body->endSession(); });
}

void SyncEngine::stop()
{
    m_body->room.post([body = m_body.get()] { body->stop(Standing::SignedOut); });
}

void SyncEngine::syncNow()
{
    m_body->room.post([body = m_body.get()] {
        body->feed.hurry();
        body->outbox.reload();
        body->orders.look();
    });
}

void SyncEngine::outboxChanged()
{
    m_body->room.post([body = m_body.get()] { body->outbox.reload(); });
}

void SyncEngine::wantAttachment(const QString &sha256)
{
    m_body->room.post([body = m_body.get(), sha256] { body->attachments.want(sha256); });
}

void SyncEngine::openCase(const CaseId &id)
{
    m_body->room.post([body = m_body.get(), id] { body->look.open(id); });
}

} // namespace tawasul
