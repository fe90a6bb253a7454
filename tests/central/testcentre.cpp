// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/central/testcentre.h"

#include "models/crypto/password.h"
#include "models/protocol/actcodec.h"
#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/sql/rows.h"
#include "models/sql/transaction.h"
#include "tests/support/samplereference.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace tawasul {

namespace {

// In memory where that is possible: thousands of syncs, and no power cut among them.
QString fastPlace()
{
    const QString memory = QStringLiteral("/dev/shm");
    return QString((QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) % u"/tawasul-centre-XXXXXX");
}

const QString &passwordHash()
{
    static const QString kHash = must(hashPassword(TestCentre::password()));
    return kHash;
}

} // namespace

TestCentre::TestCentre(bool withPasswords)
    : m_folder(fastPlace())
    , m_clock(sampleNow())
    , m_random(1)
{
    must(createCentre(folder(), true, m_clock, m_random));
    const auto connection = open();
    Transaction transaction = must(Transaction::begin(connection->database()));
    must(connection->shelf().publish(wire::toBytes(sampleReferenceJson()), m_clock.now()));
    must(connection->feed().referenceChanged(m_clock.now()));
    for (const Actor &person : {sampleOfficer(), otherOfficer(), sampleSupervisor(), sampleRegionSupervisor(),
                                actorWith(Role::Auditor), actorWith(Role::Administrator)}) {
        const QString hash = withPasswords ? passwordHash() : QStringLiteral("!");
        must(connection->accounts().add({person.id.text(), person, hash, true}, m_clock.now()));
    }
    must(transaction.commit());
}

std::unique_ptr<RegisterConnection> TestCentre::open(CentreAccess access)
{
    return must(RegisterConnection::open(folder(), access, m_clock, m_random));
}

ActId TestCentre::newActId()
{
    return ActId(uuidV7(m_clock.now(), m_random));
}

QString TestCentre::password()
{
    return QStringLiteral("كلمة مرور للاختبار");
}

void take(RegisterConnection &connection, const Case &theCase)
{
    Transaction transaction = must(Transaction::begin(connection.database()));
    must(connection.cases().take(theCase));
    must(transaction.commit());
}

Case numberedCase(int n)
{
    Case value = sampleCase();
    value.id = CaseId(QStringLiteral("019aaaf1-5480-7c3e-9f21-%1").arg(n, 12, 16, QLatin1Char('0')));
    value.number = QStringLiteral("TW-26-%1").arg(n, 7, 10, QLatin1Char('0'));
    return value;
}

ActRequest requestFor(const Act &act)
{
    return {act.caseId, act.id, wire::toBytes(wire::actBodyToJson(act)),
            commutes(act.type) ? std::nullopt : std::optional(act.baseVersion)};
}

ActStored stored(const Result<ActOutcome> &outcome)
{
    if (codeOf(outcome) != QLatin1String("stored"))
        qFatal("not stored: %s", qPrintable(codeOf(outcome)));
    return std::get<ActStored>(*outcome);
}

QString codeOf(const Result<ActOutcome> &outcome)
{
    if (!outcome)
        return outcome.error().code;
    return std::holds_alternative<ActStale>(*outcome) ? QStringLiteral("stale") : QStringLiteral("stored");
}

Case caseIn(RegisterConnection &connection, const CaseId &id)
{
    const auto body = readOne(
        connection.database(), QStringLiteral("SELECT body FROM case_record WHERE id = ?"),
        [](Query &row) { return row.blob(0); }, id.text());
    return must(wire::caseFromJson(must(wire::parseObject(must(body).value(), QStringLiteral("case")))));
}

} // namespace tawasul
