// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/simcentre.h"

#include "app/central/http/problem.h"
#include "app/central/routes/exchange.h"
#include "app/central/service/centreservice.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "models/sql/query.h"

#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>

namespace tawasul {

namespace {

HttpMethod methodOf(const QByteArray &name)
{
    for (const HttpMethod method : {HttpMethod::Get, HttpMethod::Post, HttpMethod::Put, HttpMethod::Delete}) {
        if (nameOf(method) == name)
            return method;
    }
    return HttpMethod::Other;
}

HttpRequest requestOf(const TransportCall &call)
{
    HttpRequest request;
    request.method = methodOf(call.method);
    const QString path = QStringLiteral("/api/v1") % call.path;
    for (const QString &segment : path.split(u'/', Qt::SkipEmptyParts))
        request.path.append(QUrl::fromPercentEncoding(segment.toLatin1()));
    for (const auto &[name, value] : QUrlQuery(call.query).queryItems(QUrl::FullyDecoded))
        request.query.insert(name, value);
    for (const auto &[name, value] : call.headers)
        request.headers.append(name, value);
    request.body = call.body;
    request.peer = "192.0.2.1";
    return request;
}

TransportReply replyOf(const HttpResponse &response)
{
    TransportReply reply;
    reply.status = response.status;
    for (const auto &[name, value] : response.headers)
        reply.headers.append({name, value});
    if (const auto *bytes = std::get_if<QByteArray>(&response.body))
        reply.body = *bytes;
    return reply;
}

TransportReply brokenConnection()
{
    TransportReply reply;
    reply.failure = TransportReply::Failure::Offline;
    return reply;
}

} // namespace

SimCentre::SimCentre(World &world, QString folder)
    : m_world(world)
    , m_folder(std::move(folder))
    , m_disk(world, QStringLiteral("chaos-centre"))
    , m_clock(world)
    , m_random(world.random().next())
    , m_io(world.makeThread())
    , m_writer(world.makeThread())
    , m_reader(world.makeThread())
{
}

SimCentre::~SimCentre()
{
    drop();
}

bool SimCentre::start()
{
    ++m_incarnation;
    m_clock.restart();
    if (m_wasRestored && !m_isForgotten) {
        const auto epoch = beginEpoch(m_folder, m_clock, m_random, m_disk.vfs());
        m_world.say(u"centre: new epoch: " % (epoch ? *epoch : epoch.error().code));
        if (!epoch)
            return false;
        m_wasRestored = false;
        m_epoch = *epoch;
    }
    m_service = std::make_unique<CentreService>(m_folder, m_clock, m_random, m_disk.vfs());
    if (const Outcome started = m_service->startOn(m_writer, m_reader); !started) {
        m_world.say(u"centre: does not start: " % started.error().code % u' ' % started.error().detail);
        drop();
        return false;
    }
    m_router = std::make_unique<HttpRouter>();
    addRoutes(*m_router, *m_service);
    m_isConnected = std::make_shared<bool>(true);
    checkEpoch();
    m_world.say(u"centre: up, epoch " % m_service->identity().epoch);
    return true;
}

// A crash is no reason for a new epoch, and something that was forgotten always one.
void SimCentre::checkEpoch()
{
    const QString &epoch = m_service->identity().epoch;
    const bool isNew = !m_epoch.isEmpty() && epoch != m_epoch;
    if (isNew && !m_wasRestored)
        m_wrongEpochs += QStringLiteral("a new epoch without a restore");
    if (!isNew && m_wasRestored && m_forgotSomething)
        m_wrongEpochs += QStringLiteral("no new epoch, though something was forgotten");
    m_wasRestored = m_isForgotten = false;
    m_epoch = epoch;
}

void SimCentre::drop()
{
    if (m_isConnected)
        *m_isConnected = false;
    m_router.reset();
    m_service.reset();
    for (World::Thread *thread : {&m_io, &m_writer, &m_reader})
        thread->forget();
}

void SimCentre::crash(bool powerWentOff)
{
    m_world.say(powerWentOff ? QStringLiteral("centre: the power goes") : QStringLiteral("centre: killed"));
    m_disk.die();
    drop();
    m_disk.revive(powerWentOff);
}

void SimCentre::stop()
{
    m_world.say(QStringLiteral("centre: stops"));
    m_io.drain();
    m_writer.drain();
    m_reader.drain();
    drop();
}

void SimCentre::backUp()
{
    m_backup = m_disk.image();
    m_world.say(QStringLiteral("centre: backed up"));
}

void SimCentre::restore()
{
    // A note that the disk has not taken is made up for by the next one or the next start, but not here any
    // more.
    const bool isNoted = isUp() && !m_disk.isArmed() && !m_disk.hasStruck();
    stop();
    m_disk.revive(false);
    m_forgotSomething = m_isForgotten = false;
    const QByteArray keys = keysFilePath(m_folder).toUtf8();
    MemoryDisk::Image beside;
    for (const auto &[name, bytes] : m_disk.image()) {
        if (name.startsWith(keys))
            beside.emplace(name, bytes);
    }
    const std::optional<qint64> told = position();
    for (const auto &[name, bytes] : m_disk.image())
        m_disk.remove(QString::fromUtf8(name));
    m_disk.put(m_backup);
    m_wasRestored = true;
    m_world.say(QStringLiteral("centre: restored"));
    if (m_world.chance(50))
        return;
    // Only the register was put back; what lies beside it stayed, and no log of before with it.
    for (const auto &[name, bytes] : m_backup) {
        if (name.startsWith(keys))
            m_disk.remove(QString::fromUtf8(name));
    }
    m_disk.put(beside);
    const std::optional<qint64> found = position();
    m_forgotSomething = told && found && *found < *told;
    m_isForgotten = isNoted && told && found && m_world.chance(50);
    if (m_world.chance(50))
        forgetKeys();
}

// One of before its first key.
void SimCentre::forgetKeys()
{
    Result<Database> database = openCentre(m_folder, CentreAccess::Write, m_disk.vfs());
    if (database)
        std::ignore = runStatement(*database, QStringLiteral("DELETE FROM centre_key"));
    m_world.say(QStringLiteral("centre: without its keys"));
}

std::optional<qint64> SimCentre::position()
{
    Result<Database> database = openCentre(m_folder, CentreAccess::Write, m_disk.vfs());
    const auto position = database ? Feed(*database).newestPosition() : Result<qint64>(database.error());
    return position ? std::optional(*position) : std::nullopt;
}

void SimCentre::ask(const TransportCall &call, Answer answer)
{
    if (!isUp())
        return answer(brokenConnection());
    const Respond respond(
        [this, connection = m_isConnected, answer = std::move(answer)](const HttpResponse &response) {
            // The centre's last breath is no answer.
            answer(*connection && !m_disk.isDead() ? replyOf(response) : brokenConnection());
        });
    m_io.post([this, call, respond] {
        if (call.method == "POST" && call.path == QLatin1String("/session"))
            return openSession(call, respond);
        m_router->answer(requestOf(call), respond);
    });
}

void SimCentre::openSession(const TransportCall &call, const Respond &respond)
{
    const Respond reply = withCentreHeaders(*m_service, respond);
    const bool posted = m_service->writer().post(
        [this, person = PersonId(QString::fromUtf8(call.body)), reply](RegisterConnection &connection) {
            const auto account = connection.accounts().byId(person);
            if (!account || !*account)
                return reply(account ? problem(500, "chaos.nobody") : refusal(account.error()));
            const auto tokens = connection.sessions().open(**account, QStringLiteral("chaos"));
            if (!tokens)
                return reply(refusal(tokens.error()));
            wire::SessionGrant grant;
            grant.accessToken = tokens->access;
            grant.refreshToken = tokens->refresh;
            grant.expiresIn = static_cast<int>(tokens->expiresIn.count());
            grant.officer = tokens->person;
            grant.centre = m_service->identity().id;
            grant.training = m_service->identity().training;
            reply(HttpResponse::json(201, wire::toBytes(wire::toJson(grant))));
        });
    if (!posted)
        reply(busyAnswer());
}

void SimCentre::inWriter(std::function<void(RegisterConnection &)> work)
{
    if (!isUp())
        return;
    std::ignore = m_service->writer().post([work = std::move(work)](RegisterConnection &connection) {
        work(connection);
        connection.notePosition();
    });
}

} // namespace tawasul
