// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/realcentre.h"

#include "app/central/attachments/attachmentstore.h"
#include "models/protocol/jsonreader.h"
#include "models/sql/rows.h"
#include "models/sql/transaction.h"
#include "tests/support/samplereference.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <future>

namespace tawasul {

namespace {

// The register's file with its log, from folder to folder.
void replaceRegister(const QString &from, const QString &to)
{
    const QStringList names{QStringLiteral("central.sqlite*")};
    for (const QString &old : QDir(to).entryList(names, QDir::Files)) {
        if (!QFile::remove(QDir(to).filePath(old)))
            qFatal("not removed: %s", qPrintable(old));
    }
    for (const QString &name : QDir(from).entryList(names, QDir::Files)) {
        if (!QFile::copy(QDir(from).filePath(name), QDir(to).filePath(name)))
            qFatal("not copied: %s", qPrintable(name));
    }
}

// More often than the program: whoever listens polls seldom, and a test would wait for that.
constexpr std::chrono::milliseconds kBetweenLooks{100};

} // namespace

RealCentre::RealCentre()
{
    QObject::connect(&m_looking, &QTimer::timeout, &m_looking, [this] { look(); });
}

RealCentre::~RealCentre()
{
    stop();
}

void RealCentre::start()
{
    m_service = std::make_unique<CentreService>(m_register.folder(), m_register.clock(), m_register.random());
    must(m_service->start());
    m_router = HttpRouter();
    addRoutes(m_router, *m_service);
    HttpServerConfig config;
    config.port = m_port;
    m_server = std::make_unique<HttpServer>(m_router, config);
    must(m_server->start());
    m_port = m_server->port();
    m_looking.start(kBetweenLooks);
}

void RealCentre::stop()
{
    if (!m_server)
        return;
    m_looking.stop();
    m_server->stop();
    m_service->stop();
    m_server.reset();
    m_service.reset();
}

QUrl RealCentre::address() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    return url;
}

void RealCentre::take(const Case &theCase)
{
    tawasul::take(*m_register.open(), theCase);
}

void RealCentre::take(const std::vector<Case> &cases)
{
    const auto connection = m_register.open();
    Transaction transaction = must(Transaction::begin(connection->database()));
    for (const Case &theCase : cases)
        must(connection->cases().take(theCase));
    must(transaction.commit());
}

void RealCentre::act(const Actor &person, const Act &act)
{
    std::promise<void> done;
    const bool posted = m_service->writer().post([&](RegisterConnection &connection) {
        (void)stored(connection.cases().applyAct(person, requestFor(act)));
        done.set_value();
    });
    if (!posted)
        qFatal("the writer is busy");
    done.get_future().wait();
}

QByteArray RealCentre::token(const Actor &person)
{
    std::promise<QByteArray> promise;
    const bool posted = m_service->writer().post([&](RegisterConnection &connection) {
        const auto account = must(connection.accounts().byId(person.id));
        promise.set_value(
            must(connection.sessions().open(account.value(), QStringLiteral("test"))).access.toLatin1());
    });
    if (!posted)
        qFatal("the writer is busy");
    return promise.get_future().get();
}

void RealCentre::act(const Act &act)
{
    std::ignore = stored(m_register.open()->cases().applyAct(act.actor, requestFor(act)));
}

void RealCentre::act(ActType type, const Actor &actor, const CaseId &id)
{
    const auto connection = m_register.open();
    Act act = sampleAct(type, actor);
    act.id = m_register.newActId();
    act.caseId = id;
    act.baseVersion = caseIn(*connection, id).version;
    stored(connection->cases().applyAct(actor, requestFor(act)));
}

void RealCentre::backUp()
{
    replaceRegister(m_register.folder(), m_backup.path());
}

void RealCentre::restore(Epoch epoch)
{
    replaceRegister(m_backup.path(), m_register.folder());
    if (epoch == Epoch::IsGiven)
        must(beginEpoch(m_register.folder(), m_register.clock(), m_register.random()));
}

void RealCentre::publish(const QString &version)
{
    QJsonObject document = sampleReferenceJson();
    document[QStringLiteral("version")] = version;
    must(m_register.open()->publish(wire::toBytes(document)));
}

QString RealCentre::keepAttachment(const QByteArray &bytes)
{
    return must(AttachmentStore(CentreService::attachmentFolder(m_register.folder())).store(bytes));
}

Case RealCentre::caseOf(const CaseId &id)
{
    return caseIn(*m_register.open(CentreAccess::Read), id);
}

QStringList RealCentre::openings()
{
    const auto connection = m_register.open(CentreAccess::Read);
    const auto lines = readAll(connection->database(),
                               QStringLiteral("SELECT a.person_id || ' ' || c.number FROM audit AS a JOIN"
                                              " case_record AS c ON c.rid = a.case_rid"
                                              " WHERE a.action = 'case.opened' ORDER BY a.rid"),
                               [](Query &row) { return row.text(0); });
    return lines ? QStringList(lines->begin(), lines->end()) : QStringList();
}

} // namespace tawasul
