// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/fakecentre.h"

#include "models/domain/workflow.h"
#include "models/protocol/actcodec.h"
#include "models/protocol/casecodec.h"
#include "models/protocol/centrekeycodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "models/protocol/problem.h"
#include "models/protocol/proposalcodec.h"
#include "tests/support/samplecase.h"
#include "tests/support/samplereference.h"

#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>

namespace tawasul {

namespace {

using Failure = TransportReply::Failure;

constexpr std::chrono::minutes kAccessLife{15};

QByteArray headerOf(const TransportCall &call, const QByteArray &name)
{
    TransportReply reply;
    reply.headers = call.headers;
    return reply.header(name);
}

TransportReply offline()
{
    TransportReply reply;
    reply.failure = Failure::Offline;
    return reply;
}

SigningKey keyFrom(quint8 seed)
{
    return SigningKey::fromSeed(QByteArray(32, static_cast<char>(seed))).value();
}

} // namespace

FakeCentre::FakeCentre(Executor &network, const Clock &clock)
    : m_network(network)
    , m_clock(clock)
    , m_key(keyFrom(1))
    , m_keys{{centreKeyId(m_key.publicKey()), m_key.publicKey(), {}, {}}}
{
    publishReference(sampleReference().version, sampleReference().oldestDesk);
    m_feed.clear();
}

TransportReply FakeCentre::answer(int status, const QByteArray &body)
{
    TransportReply reply;
    reply.status = status;
    reply.body = body;
    return reply;
}

TransportReply FakeCentre::problem(int status, const char *code)
{
    return answer(status,
                  R"({"type":"about:blank","title":"t","status":)" + QByteArray::number(status)
                      + R"(,"code":")" + code + R"("})");
}

Transport::CallId FakeCentre::send(TransportCall call, Answer answer)
{
    const CallId id = ++m_last;
    calls.push_back(call);
    const bool isAct = call.method == "PUT" && call.path.startsWith(QLatin1String("/cases/"));
    if (isAct)
        m_mostActsAtOnce = std::max(m_mostActsAtOnce, ++m_actsAtOnce);
    m_open.emplace(id, Open{std::move(call), std::move(answer), isAct});
    m_network.postAfter(latency, [this, id] { arrive(id); });
    return id;
}

void FakeCentre::stop(CallId id)
{
    m_network.post([this, id] {
        TransportReply reply;
        reply.failure = Failure::Stopped;
        deliver(id, std::move(reply));
    });
}

void FakeCentre::deliver(CallId id, TransportReply reply)
{
    auto node = m_open.extract(id);
    if (node.empty())
        return;
    if (node.mapped().isAct)
        --m_actsAtOnce;
    const TransportCall &call = node.mapped().call;
    const bool streams = call.onPiece && reply.answered() && reply.status >= 200 && reply.status < 300;
    if (streams) {
        const QByteArray body = std::exchange(reply.body, QByteArray());
        const bool isCut = cutAfter >= 0 && body.size() > cutAfter;
        const QByteArray sent = isCut ? body.first(cutAfter) : body;
        bool goesOn = !call.onHead || call.onHead(reply);
        for (qsizetype at = 0; goesOn && at < sent.size(); at += 1000)
            goesOn = call.onPiece(sent.mid(at, 1000));
        if (!goesOn)
            reply.failure = Failure::Stopped;
        else if (isCut)
            reply = offline();
    }
    node.mapped().answer(std::move(reply));
}

void FakeCentre::arrive(CallId id)
{
    const auto found = m_open.find(id);
    if (found == m_open.end())
        return;
    const TransportCall call = found->second.call;
    if (isDown) {
        TransportReply unheard = offline();
        unheard.neverLeft = true;
        return deliver(id, unheard);
    }
    if (drips)
        return;
    if (isMute)
        return m_network.postAfter(call.timeout, [this, id] { deliver(id, offline()); });
    TransportReply reply = judged(call);
    if (losesAnswerTo && losesAnswerTo(call))
        reply = offline();
    else if (spoils)
        spoils(call, reply);
    if (reply.answered() && reply.header("Tawasul-Time").isEmpty())
        reply.headers.append({QByteArrayLiteral("Tawasul-Time"), toIso(m_clock.now()).toLatin1()});
    if (reply.answered() && reply.header("Tawasul-Epoch").isEmpty())
        reply.headers.append({QByteArrayLiteral("Tawasul-Epoch"), "epoch-" + QByteArray::number(m_epoch)});
    m_network.postAfter(latency, [this, id, reply] { deliver(id, reply); });
}

TransportReply FakeCentre::judged(const TransportCall &call)
{
    if (instead) {
        if (auto reply = instead(call))
            return *reply;
    }
    if (call.path == QLatin1String("/session/refresh"))
        return refresh(call.body);
    if (!isAuthenticated(call))
        return problem(401, m_accessEnds <= m_clock.monotonic() ? "session.expired" : "session.unknown");
    if (call.path == QLatin1String("/session")) {
        endSession();
        return answer(204, {});
    }
    if (call.path == QLatin1String("/changes"))
        return changes(call);
    if (call.path == QLatin1String("/reference"))
        return reference(call);
    if (call.path.startsWith(QLatin1String("/attachments/")))
        return attachment(call);
    if (call.path == QLatin1String("/session/signing_key")) {
        keysPresented.push_back(call.body);
        return answer(204, {});
    }
    if (call.path == QLatin1String("/session/outbox")) {
        outboxReports.push_back(call.body);
        return answer(204, {});
    }
    if (call.path == QLatin1String("/envelopes"))
        return postEnvelopes(call);
    if (call.method == "PUT")
        return putAct(call);
    return problem(404, "route.unknown");
}

bool FakeCentre::isAuthenticated(const TransportCall &call) const
{
    return !m_access.isEmpty() && m_accessEnds > m_clock.monotonic()
        && headerOf(call, "Authorization") == "Bearer " + m_access.toLatin1();
}

SessionTokens FakeCentre::signIn()
{
    const auto granted =
        wire::parseObject(grant().body, QStringLiteral("session")).and_then(wire::sessionGrantFromJson);
    return {granted->accessToken, granted->refreshToken, std::chrono::seconds(granted->expiresIn)};
}

TransportReply FakeCentre::grant()
{
    ++m_tokens;
    m_refreshBefore = m_refresh;
    m_access = QStringLiteral("access-%1").arg(m_tokens);
    m_refresh = QStringLiteral("refresh-%1").arg(m_tokens);
    m_accessEnds = m_clock.monotonic() + kAccessLife;
    wire::SessionGrant value;
    value.accessToken = m_access;
    value.refreshToken = m_refresh;
    value.expiresIn = static_cast<int>(std::chrono::seconds(kAccessLife).count());
    value.officer = sampleOfficer();
    value.centre = QStringLiteral("centre-1");
    return answer(201, wire::toBytes(wire::toJson(value)));
}

TransportReply FakeCentre::refresh(const QByteArray &body)
{
    const auto object = wire::parseObject(body, QStringLiteral("session"));
    const QString token = object ? object->value(QStringLiteral("refresh_token")).toString() : QString();
    const bool isGood = token == m_refresh || (forgivesLostRefresh && token == m_refreshBefore);
    if (token.isEmpty() || !isGood) {
        endSession(); // a spent token coming back ends its chain
        return problem(401, "session.ended");
    }
    return grant();
}

void FakeCentre::endSession()
{
    m_access.clear();
    m_refresh.clear();
    m_refreshBefore.clear();
}

std::vector<Case> FakeCentre::cases() const
{
    std::vector<Case> all;
    for (const auto &[id, theCase] : m_cases)
        all.push_back(theCase);
    return all;
}

void FakeCentre::store(const Case &theCase)
{
    const auto known = m_cases.find(theCase.id);
    const OwnProposals own = proposalsBy(sampleOfficer().id, theCase);
    const bool hasNews = own
        != (known == m_cases.end() ? OwnProposals{theCase.id, theCase.number, {}}
                                   : proposalsBy(sampleOfficer().id, known->second));
    std::erase_if(m_feed, [&](const Line &line) {
        return !line.isReference && line.id == theCase.id && (!line.isProposals || hasNews);
    });
    if (hasNews)
        m_feed.push_back({++m_position, theCase.id, false, false, true});
    const bool isTheirs = isWithinReach(theCase, sampleOfficer());
    m_feed.push_back({++m_position, theCase.id, !isTheirs, false});
    m_cases[theCase.id] = theCase;
}

void FakeCentre::put(const Case &theCase)
{
    store(theCase);
}

void FakeCentre::remove(const CaseId &id)
{
    Case gone = m_cases.at(id);
    gone.assignee = nameOf(otherOfficer());
    ++gone.version;
    store(gone);
}

bool FakeCentre::act(const Act &act)
{
    const auto after = apply(m_cases.at(act.caseId), act, sampleReference(), m_clock.now());
    if (after)
        store(*after);
    return after.has_value();
}

void FakeCentre::publishReference(const QString &version, const QString &oldestDesk)
{
    QJsonObject object = sampleReferenceJson();
    object.insert(QStringLiteral("version"), version);
    object.insert(QStringLiteral("oldest_desk"), oldestDesk);
    m_referenceBody = wire::toBytes(object);
    m_referenceVersion = version;
    m_feed.push_back({++m_position, CaseId(), false, true});
}

void FakeCentre::changeKey(quint8 seed, bool isIntroduced, bool isKnown)
{
    const SigningKey next = keyFrom(seed);
    CentreKey key{centreKeyId(next.publicKey()), next.publicKey(), m_keys.back().id, QByteArray(64, 'x')};
    if (isIntroduced)
        key.introduction = m_key.sign(introductionText(key));
    m_key = next;
    if (isKnown)
        m_keys.push_back(key);
}

void FakeCentre::backUp()
{
    m_backup = Backup{m_cases, m_feed, m_position, m_acts, effects};
}

void FakeCentre::restoreFromBackup()
{
    ++m_epoch;
    if (!m_backup)
        return;
    m_cases = m_backup->cases;
    m_feed = m_backup->feed;
    m_position = m_backup->position;
    m_acts = m_backup->acts;
    effects = m_backup->effects;
}

QByteArray FakeCentre::encoded(const Line &line) const
{
    if (line.isReference)
        return R"({"kind":"reference","version":")" + m_referenceVersion.toLatin1() + R"("})";
    if (line.isProposals) {
        QJsonObject object = wire::toJson(proposalsBy(sampleOfficer().id, m_cases.at(line.id)));
        object.insert(QStringLiteral("kind"), QStringLiteral("proposals"));
        return wire::toBytes(object);
    }
    if (line.isRemoved)
        return R"({"kind":"removed","case_id":")" + line.id.text().toLatin1() + R"("})";
    return R"({"case":)" + wire::toBytes(wire::toJson(m_cases.at(line.id))) + R"(,"kind":"case"})";
}

TransportReply FakeCentre::changes(const TransportCall &call) const
{
    const QUrlQuery query(call.query);
    const QStringList cursor =
        QUrl::fromPercentEncoding(query.queryItemValue(QStringLiteral("cursor")).toLatin1()).split(u'/');
    const bool isFirst = cursor.size() != 2;
    if (!isFirst && cursor.at(0).toInt() != m_epoch)
        return problem(410, "feed.cursor_expired");
    const int after = isFirst ? 0 : cursor.at(1).toInt();
    const int limit = std::min(pageSize, query.queryItemValue(QStringLiteral("limit")).toInt());
    QByteArray lines;
    int count = 0;
    int last = after;
    bool more = false;
    for (const Line &line : m_feed) {
        if (line.position <= after)
            continue;
        if (count++ == limit) {
            more = true;
            break;
        }
        lines += (lines.isEmpty() ? "" : ",") + encoded(line);
        last = line.position;
    }
    return answer(200,
                  R"({"changes":[)" + lines + R"(],"more":)" + (more ? "true" : "false")
                      + R"(,"next_cursor":")" + QByteArray::number(m_epoch) + '/' + QByteArray::number(last)
                      + R"("})");
}

TransportReply FakeCentre::reference(const TransportCall &call) const
{
    const QByteArray tag = wire::referenceTag(m_referenceVersion, m_keys);
    return headerOf(call, "If-None-Match") == tag
        ? answer(304, {})
        : answer(200, wire::withCentreKeys(m_referenceBody, m_keys));
}

TransportReply FakeCentre::putAct(const TransportCall &call)
{
    const QByteArray epoch = headerOf(call, "Tawasul-Epoch");
    if (!epoch.isEmpty() && epoch != "epoch-" + QByteArray::number(m_epoch))
        return problem(409, "centre.epoch_changed");
    const QStringList path = call.path.split(u'/'); // "", cases, ID, acts, ID
    const CaseId caseId(path.value(2));
    const QString actId = path.value(4);
    if (const auto known = m_acts.constFind(actId); known != m_acts.constEnd())
        return known->body == call.body ? answer(known->isProposal ? 202 : 200, known->answer)
                                        : problem(422, "act.id_reused");
    const auto found = m_cases.find(caseId);
    if (found == m_cases.end())
        return problem(404, "case.unknown");
    auto act = wire::parseObject(call.body, QStringLiteral("act")).and_then(wire::actBodyFromJson);
    if (!act)
        return problem(422, "wire.malformed");
    act->id = ActId(actId);
    act->caseId = caseId;
    act->actor = sampleOfficer();
    const QByteArray ifMatch = headerOf(call, "If-Match");
    const bool isReachable = isWithinReach(found->second, sampleOfficer());
    if (!commutes(act->type) && isReachable
        && ifMatch != '"' + QByteArray::number(found->second.version) + '"') {
        if (ifMatch.isEmpty())
            return problem(422, "act.if_match_missing");
        QByteArray body = problem(412, "act.stale").body;
        body.chop(1);
        return answer(412, body + R"(,"case":)" + wire::toBytes(wire::toJson(found->second)) + '}');
    }
    const auto after = isReachable ? apply(found->second, *act, sampleReference(), m_clock.now())
                                   : propose(found->second, *act, sampleReference(), m_clock.now());
    if (!after)
        return answer(wire::httpStatus(after.error().kind), wire::problemJson(after.error()));
    store(*after);
    effects.push_back(act->id);
    wire::ActAnswer effect;
    if (isReachable)
        effect.theCase = *after;
    else
        effect.receipt.outcome = wire::Receipt::Outcome::Proposal;
    effect.receipt.act = act->id;
    effect.receipt.caseId = caseId;
    effect.receipt.version = after->version;
    effect.receipt.at = m_clock.now();
    effect.receipt.keyId = centreKeyId(m_key.publicKey());
    effect.receipt.signature = QString::fromLatin1(m_key.sign(effect.receipt.signedText()).toBase64());
    const QByteArray body = wire::toBytes(wire::toJson(effect));
    m_acts.insert(actId, {call.body, body, !isReachable});
    return answer(isReachable ? 201 : 202, body);
}

TransportReply FakeCentre::postEnvelopes(const TransportCall &call)
{
    const auto list =
        wire::parseObject(call.body, QStringLiteral("envelopes")).and_then(wire::envelopesFromJson);
    if (!list)
        return problem(422, "wire.malformed");
    std::vector<wire::EnvelopeResult> results;
    for (const QJsonValue &each : *list) {
        const auto envelope = wire::sealedEnvelopeFromJson(each.toObject());
        if (!envelope)
            return problem(422, "wire.malformed");
        carried.push_back(envelope->act);
        results.push_back(
            {envelope->act, saysOfEnvelope ? saysOfEnvelope(*envelope) : wire::EnvelopeOutcome::Applied});
    }
    return answer(200, wire::toBytes(wire::resultsToJson(results)));
}

TransportReply FakeCentre::attachment(const TransportCall &call) const
{
    const QString sha256 = call.path.section(u'/', -1);
    const auto found = m_files.constFind(sha256);
    if (found == m_files.constEnd())
        return problem(404, "attachment.missing");
    const QByteArray range = headerOf(call, "Range");
    if (range.isEmpty())
        return answer(200, *found);
    const QByteArrayList ends = range.mid(6).split('-'); // "bytes=FIRST-" or "bytes=FIRST-LAST"
    const qsizetype from = ends.value(0).toLongLong();
    if (from >= found->size())
        return problem(416, "range.unsatisfiable");
    const qsizetype last = ends.value(1).isEmpty()
        ? found->size() - 1
        : std::min<qsizetype>(ends.value(1).toLongLong(), found->size() - 1);
    TransportReply reply = answer(206, found->mid(from, last - from + 1));
    reply.headers.append({QByteArrayLiteral("Content-Range"),
                          "bytes " + QByteArray::number(from) + '-' + QByteArray::number(last) + '/'
                              + QByteArray::number(found->size())});
    return reply;
}

int FakeCentre::count(const char *method, const QString &pathStart) const
{
    return static_cast<int>(std::count_if(calls.begin(), calls.end(), [&](const TransportCall &call) {
        return call.method == method && call.path.startsWith(pathStart);
    }));
}

} // namespace tawasul
