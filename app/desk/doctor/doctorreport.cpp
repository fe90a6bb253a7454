// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/doctor/doctorreport.h"

#include "models/sync/deskversion.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace tawasul {

namespace {

QString wordOf(Health health)
{
    switch (health) {
    case Health::Well:
        break;
    case Health::Attention:
        return QStringLiteral("attention");
    case Health::Broken:
        return QStringLiteral("broken");
    }
    return QStringLiteral("well");
}

QString wordOf(Occupancy occupancy)
{
    switch (occupancy) {
    case Occupancy::Free:
        break;
    case Occupancy::InUse:
        return QStringLiteral("in_use");
    case Occupancy::Unknown:
        return QStringLiteral("unknown");
    }
    return QStringLiteral("free");
}

Health worstOf(const std::vector<Finding> &findings)
{
    Health worst = Health::Well;
    for (const Finding &finding : findings)
        worst = std::max(worst, finding.health);
    return worst;
}

QJsonValue timeOf(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(toIso(*instant)) : QJsonValue(QJsonValue::Null);
}

QJsonValue textOf(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QJsonObject folderJson(const FolderCheckup &folder)
{
    return {{key("exists"), folder.isThere},
            {key("readable"), folder.isReadable},
            {key("writable"), folder.isWritable},
            {key("open_to_others"), folder.openToOthers},
            {key("owned_by_others"), folder.ownedByOthers},
            {key("free_bytes"), folder.freeBytes < 0 ? QJsonValue() : QJsonValue(folder.freeBytes)}};
}

QJsonObject fileJson(const FileCheckup &file)
{
    return {{key("exists"), file.isThere},
            {key("bytes"), file.bytes},
            {key("log_bytes"), file.logBytes},
            {key("error"), file.failure ? QJsonValue(file.failure->code) : QJsonValue()},
            {key("schema_version"), file.schemaVersion},
            {key("known_schema_version"), file.knownVersion},
            {key("problems"), file.problems},
            {key("first_problem"), textOf(file.firstProblem)}};
}

QJsonObject outboxJson(const OutboxCheckup &outbox)
{
    return {{key("waiting"), outbox.waiting},
            {key("sending"), outbox.sending},
            {key("parked"), outbox.parked},
            {key("unreadable"), outbox.unreadable},
            {key("lost"), outbox.lost},
            {key("oldest_act"), textOf(outbox.oldest)},
            {key("oldest_at"), timeOf(outbox.oldestAt)},
            {key("next_try_at"), timeOf(outbox.nextTryAt)},
            {key("most_tries"), outbox.mostTries},
            {key("last_error"), textOf(outbox.lastError)},
            {key("last_error_at"), timeOf(outbox.lastErrorAt)},
            {key("parked_acts"), QJsonArray::fromStringList(outbox.parkedActs)},
            {key("orders"), outbox.orders},
            {key("orders_set_aside"), outbox.ordersAside}};
}

QJsonObject receiptsJson(const ReceiptsCheckup &receipts)
{
    return {{key("count"), receipts.all()},
            {key("verified"), receipts.proven},
            {key("unsigned"), receipts.withoutSignature},
            {key("not_verified"), receipts.doubtful},
            {key("not_verified_acts"), QJsonArray::fromStringList(receipts.doubtfulActs)},
            {key("centre_keys"), receipts.keys},
            {key("centre_keys_not_introduced"), receipts.keysNotIntroduced}};
}

QJsonObject attachmentsJson(const AttachmentsCheckup &found)
{
    return {{key("files"), found.files},
            {key("bytes"), found.bytes},
            {key("parts"), found.parts},
            {key("part_bytes"), found.partBytes},
            {key("named"), found.named},
            {key("missing"), found.missing},
            {key("unneeded"), found.unneeded},
            {key("foreign"), found.foreign},
            {key("wrong_size"), found.wrongSize},
            {key("wrong_hash"), found.isDeep ? QJsonValue(found.wrongHash) : QJsonValue()},
            {key("unreadable"), found.unreadable}};
}

/// Sections whose tables could not be read are null: numbers would say that there is nothing.
QJsonObject factsJson(const ProfileCheckup &checkup)
{
    QJsonObject cache = fileJson(checkup.cache);
    cache.insert(key("cases"), checkup.cases);
    cache.insert(key("filling"), checkup.isFilling);
    cache.insert(key("set_aside_bytes"), checkup.damagedCacheBytes);
    const bool hasActs = checkup.journal.hasKnownTables();
    return {{key("folder"), folderJson(checkup.folder)},
            {key("occupancy"), wordOf(checkup.occupancy)},
            {key("journal"), fileJson(checkup.journal)},
            {key("outbox"), hasActs ? QJsonValue(outboxJson(checkup.outbox)) : QJsonValue()},
            {key("receipts"), hasActs ? QJsonValue(receiptsJson(checkup.receipts)) : QJsonValue()},
            {key("drafts"),
             hasActs ? QJsonValue(QJsonObject{{key("count"), checkup.drafts.count},
                                              {key("oldest_at"), timeOf(checkup.drafts.oldestAt)},
                                              {key("newest_at"), timeOf(checkup.drafts.newestAt)}})
                     : QJsonValue()},
            {key("cache"), cache},
            {key("attachments"), attachmentsJson(checkup.attachments)},
            {key("contact"),
             QJsonObject{{key("complete_at"), timeOf(checkup.completeAt)},
                         {key("signed_in_at"), timeOf(checkup.confirmedAt)}}},
            {key("clock"),
             QJsonObject{{key("last_server_time"), timeOf(checkup.lastServerTime)},
                         {key("acts_recorded_ahead"), checkup.recordedAhead}}},
            {key("versions"),
             QJsonObject{{key("program"), deskVersion()}, {key("sqlite"), textOf(checkup.sqliteVersion)}}}};
}

} // namespace

int exitCodeOf(const ProfileCheckup &checkup, const std::vector<Finding> &findings)
{
    if (!isReadable(checkup))
        return 3;
    return worstOf(findings) == Health::Well ? 0 : 1;
}

QByteArray linesOf(const std::vector<Finding> &findings)
{
    QString lines;
    for (const Finding &finding : findings) {
        lines += wordOf(finding.health).leftJustified(11) % finding.check.leftJustified(13) % finding.what;
        if (!finding.advice.isEmpty())
            lines += u". To do: " % finding.advice;
        lines += u'\n';
    }
    return lines.toUtf8();
}

QByteArray jsonOf(const ProfileCheckup &checkup, const std::vector<Finding> &findings)
{
    QJsonArray checks;
    for (const Finding &finding : findings) {
        checks.append(QJsonObject{{key("check"), finding.check},
                                  {key("verdict"), wordOf(finding.health)},
                                  {key("what"), finding.what},
                                  {key("advice"), textOf(finding.advice)}});
    }
    const QJsonObject report{{key("verdict"), wordOf(worstOf(findings))},
                             {key("exit_code"), exitCodeOf(checkup, findings)},
                             {key("checked_at"), toIso(checkup.at)},
                             {key("deep"), checkup.attachments.isDeep},
                             {key("checks"), checks},
                             {key("facts"), factsJson(checkup)}};
    return QJsonDocument(report).toJson();
}

} // namespace tawasul
