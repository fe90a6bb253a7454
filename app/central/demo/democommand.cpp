// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/democommand.h"

#include "app/central/attachments/attachmentstore.h"
#include "app/central/demo/demogenerator.h"
#include "app/central/service/centreservice.h"
#include "app/central/service/registerconnection.h"
#include "app/central/service/usercommands.h"
#include "models/crypto/password.h"
#include "models/protocol/words.h"
#include "models/sql/transaction.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <cstdio>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

constexpr int kCasesPerTransaction = 1000;

// The register was made on the morning of the day, whatever the machine's clock says.
class MorningClock final : public Clock
{
public:
    explicit MorningClock(QDate day)
        : m_now(riyadhInstant(day, QTime(0, 0)))
    {
    }
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return {}; }

private:
    Instant m_now;
};

// Other reference data than those shipped, and so of another version.
QByteArray withRecallWindow(const QByteArray &shipped, int seconds)
{
    QJsonObject reference = QJsonDocument::fromJson(shipped).object();
    QJsonObject parameters = reference[u"parameters"_s].toObject();
    parameters[u"recall_seconds"_s] = seconds;
    reference[u"parameters"_s] = parameters;
    reference[u"version"_s] =
        QString(reference[u"version"_s].toString() % u"+recall" % QString::number(seconds));
    return QJsonDocument(reference).toJson();
}

Outcome writeAccounts(RegisterConnection &connection, const Staff &staff)
{
    std::vector<Account> accounts;
    for (const StaffMember &member : staff.all()) {
        const auto hash = hashPassword(member.password);
        if (!hash)
            return hash.error();
        accounts.push_back({member.username, member.person, *hash, true});
    }
    Result<Transaction> transaction = Transaction::begin(connection.database());
    if (!transaction)
        return transaction.error();
    for (const Account &account : accounts) {
        if (const Outcome added = connection.accounts().add(account, connection.now()); !added)
            return added;
    }
    return transaction->commit();
}

// What an officer should notice.
QJsonObject misfitOf(const DemoCase &made)
{
    return {{u"case"_s, made.now.number},
            {u"document"_s, made.plan.misfitDocument},
            {u"why"_s, made.plan.misfit == Misfit::Expired ? u"expired"_s : u"other_person"_s}};
}

Outcome writeCases(RegisterConnection &connection, DemoGenerator &generator, QJsonArray &misfits)
{
    while (generator.hasNext()) {
        Result<Transaction> transaction = Transaction::begin(connection.database());
        if (!transaction)
            return transaction.error();
        for (int i = 0; i < kCasesPerTransaction && generator.hasNext(); ++i) {
            const auto made = generator.next();
            if (!made)
                return made.error();
            if (const Outcome taken = connection.cases().take(made->now); !taken)
                return taken;
            if (made->plan.misfit != Misfit::None)
                misfits.append(misfitOf(*made));
        }
        if (const Outcome committed = transaction->commit(); !committed)
            return committed;
    }
    return Done{};
}

void printJson(const Staff &staff, int cases, const QJsonArray &misfits)
{
    QJsonArray accounts;
    for (const StaffMember &member : staff.all()) {
        accounts.append(QJsonObject{{u"username"_s, member.username},
                                    {u"password"_s, member.password},
                                    {u"role"_s, wire::word(member.person.role)},
                                    {u"section"_s, member.person.section},
                                    {u"region"_s, member.person.region}});
    }
    const QJsonObject answer{{u"accounts"_s, accounts}, {u"cases"_s, cases}, {u"misfits"_s, misfits}};
    std::printf("%s\n", QJsonDocument(answer).toJson(QJsonDocument::Compact).constData());
}

void printTable(const Staff &staff, int cases, int files)
{
    std::printf("Training register with %d cases and %d files. Nothing in it is real.\n\n", cases, files);
    std::printf("%-13s %-20s %-19s %-11s %-7s %s\n", "user name", "password", "role", "section", "region",
                "name");
    for (const StaffMember &member : staff.all())
        std::printf("%-13s %-20s %-19s %-11s %-7s %s\n", qUtf8Printable(member.username),
                    qUtf8Printable(member.password), qUtf8Printable(wire::word(member.person.role)),
                    qUtf8Printable(member.person.section), qUtf8Printable(member.person.region),
                    qUtf8Printable(member.person.name));
}

} // namespace

Outcome runDemo(const QString &dataFolder, const DemoOptions &options, bool json)
{
    DemoOptions asked = options;
    if (!asked.day.isValid())
        asked.day = riyadhDate(SystemClock().now());
    const MorningClock clock(asked.day);
    Dice random(asked.seed, "centre");
    const auto shipped = shippedReferenceDocument();
    if (!shipped)
        return shipped.error();
    const QByteArray published =
        asked.recallSeconds ? withRecallWindow(*shipped, *asked.recallSeconds) : *shipped;
    if (const Outcome founded = foundCentre(dataFolder, true, published, clock, random); !founded)
        return founded;
    auto connection = RegisterConnection::open(dataFolder, CentreAccess::Write, clock, random);
    if (!connection)
        return connection.error();
    const auto version = (*connection)->shelf().newestVersion();
    if (!version)
        return version.error();
    const auto reference = (*connection)->shelf().version(*version);
    if (!reference)
        return reference.error();

    const AttachmentStore files(CentreService::attachmentFolder(dataFolder));
    auto generator = DemoGenerator::make(asked, *reference,
                                         [&files](const QByteArray &bytes) { return files.store(bytes); });
    if (!generator)
        return generator.error();
    if (const Outcome written = writeAccounts(**connection, (*generator)->staff()); !written)
        return written;
    QJsonArray misfits;
    if (const Outcome written = writeCases(**connection, **generator, misfits); !written)
        return written;
    if (json)
        printJson((*generator)->staff(), asked.cases, misfits);
    else
        printTable((*generator)->staff(), asked.cases, (*generator)->files());
    return Done{};
}

} // namespace tawasul
