// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchcentre.h"

#include "app/central/demo/demogenerator.h"
#include "app/central/service/usercommands.h"
#include "models/sql/transaction.h"

#include <QtCore/QCryptographicHash>

#include <cstdio>
#include <future>

namespace tawasul {

namespace {

constexpr int kCasesPerTransaction = 1'000;

template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("bench: %s: %s", qPrintable(result.error().code), qPrintable(result.error().detail));
    return std::move(result).value();
}

void must(const Outcome &outcome)
{
    if (!outcome)
        qFatal("bench: %s: %s", qPrintable(outcome.error().code), qPrintable(outcome.error().detail));
}

// Cases with everything but the papers, which no page of the feed carries.
std::unique_ptr<DemoGenerator> generatorOf(int cases, const ReferencePtr &reference, Instant now)
{
    DemoOptions options;
    options.cases = cases;
    options.day = riyadhDate(now);
    const auto draw = [](const DemoTexts &, const SampleDraft &, Dice &dice) {
        return Result<QByteArray>(QByteArray::number(static_cast<qulonglong>(dice.next())));
    };
    const auto shelf = [](const QByteArray &bytes) {
        const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        return Result<QString>(QString::fromLatin1(hash.toHex()));
    };
    return must(DemoGenerator::make(options, reference, shelf, draw));
}

bool isOpen(const Case &made)
{
    return made.status != CaseStatus::Completed && made.status != CaseStatus::Rejected;
}

void fillCentre(RegisterConnection &connection, int cases)
{
    const Actor officer = benchOfficer();
    const ReferencePtr reference = must(connection.shelf().version(must(connection.shelf().newestVersion())));
    const auto generator = generatorOf(cases, reference, connection.now());
    must(connection.accounts().add({officer.id.text(), officer, {}, true}, connection.now()));
    while (generator->hasNext()) {
        Transaction transaction = must(Transaction::begin(connection.database()));
        for (int n = 0; n < kCasesPerTransaction && generator->hasNext(); ++n) {
            const DemoCase made = must(generator->next());
            // Closed ones leave the desks: those are taken as they came in.
            Case open = isOpen(made.now) ? made.now : made.submitted;
            open.assignee = PersonName{officer.id, officer.name};
            must(connection.cases().take(open));
        }
        must(transaction.commit());
    }
}

} // namespace

Actor benchOfficer()
{
    Actor officer;
    officer.id = PersonId(QStringLiteral("bench-officer"));
    officer.name = QStringLiteral("نورة القحطاني");
    officer.role = Role::Officer;
    officer.section = QStringLiteral("residency");
    officer.region = QStringLiteral("SA-01");
    return officer;
}

BenchCentre::BenchCentre(const QString &folder, int cases)
{
    std::printf("making a centre with %d cases\n", cases);
    std::fflush(stdout);
    must(foundCentre(folder, true, must(shippedReferenceDocument()), m_clock, m_random));
    fillCentre(*must(RegisterConnection::open(folder, CentreAccess::Write, m_clock, m_random)), cases);
    m_service = std::make_unique<CentreService>(folder, m_clock, m_random);
    must(m_service->start());
    addRoutes(m_router, *m_service);
    m_server = std::make_unique<HttpServer>(m_router, HttpServerConfig());
    must(m_server->start());
}

BenchCentre::~BenchCentre()
{
    m_server->stop();
    m_service->stop();
}

QUrl BenchCentre::address() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_server->port());
    return url;
}

QString BenchCentre::token()
{
    std::promise<QString> promise;
    const bool posted = m_service->writer().post([&](RegisterConnection &connection) {
        const auto account = must(connection.accounts().byId(benchOfficer().id));
        promise.set_value(must(connection.sessions().open(account.value(), QStringLiteral("bench"))).access);
    });
    if (!posted)
        qFatal("bench: the writer is busy");
    return promise.get_future().get();
}

} // namespace tawasul
