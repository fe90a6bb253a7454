// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the journal says of itself. Journal::open() writes, so nothing of it is used here.
#include "models/domain/uuid.h"
#include "models/protocol/actcodec.h"
#include "models/protocol/jsonreader.h"
#include "models/store/checkupparts.h"
#include "models/store/receiptproof.h"
#include "models/store/storedforms.h"

#include <algorithm>

namespace tawasul {

namespace {

/// A damaged file may hold anything in these places: only what is of the right form is repeated.
QString actIdIn(const QString &text)
{
    return isUuidV7(text) ? text : QStringLiteral("(unreadable)");
}

QString codeIn(const QString &text)
{
    const bool isCode =
        !text.isEmpty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](QChar letter) {
            return (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9') || letter == u'_'
                || letter == u'.';
        });
    return isCode ? text : QStringLiteral("unknown");
}

void keepLater(std::optional<Instant> &latest, const std::optional<Instant> &other)
{
    if (other && (!latest || *other > *latest))
        latest = other;
}

Result<Act> actIn(const QByteArray &body)
{
    return wire::parseObject(body, QStringLiteral("act")).and_then(wire::actBodyFromJson);
}

/// Columns from `first` on: state, next_try_at, tries, last_try_at, error.
void addStanding(Query &row, int first, const QString &id, OutboxCheckup &outbox)
{
    const QString state = row.text(first);
    if (state == u"parked") {
        ++outbox.parked;
        outbox.parkedActs.append(id);
    } else {
        ++(state == u"sending" ? outbox.sending : outbox.waiting);
        const auto next = instantOf(row.optionalText(first + 1));
        if (next && (!outbox.nextTryAt || *next < *outbox.nextTryAt))
            outbox.nextTryAt = next;
    }
    outbox.mostTries = std::max(outbox.mostTries, static_cast<int>(row.int64(first + 2)));
    const std::optional<QByteArray> error = row.optionalBlob(first + 4);
    const auto triedAt = instantOf(row.optionalText(first + 3));
    if (error && (outbox.lastError.isEmpty() || (triedAt && triedAt >= outbox.lastErrorAt))) {
        outbox.lastError = codeIn(errorFromStored(*error).code);
        outbox.lastErrorAt = triedAt;
    }
}

Outcome readUnsent(Database &database, ProfileCheckup &found, AttachmentNames &names)
{
    const QString sql = QStringLiteral(
        "SELECT act.id, act.recorded_at, act.actor, act.body, act.base, outbox.state, outbox.next_try_at,"
        " outbox.tries, outbox.last_try_at, outbox.error FROM outbox CROSS JOIN act ON act.id = outbox.act_id"
        " WHERE outbox.state IN ('waiting', 'sending', 'parked') ORDER BY act.sequence");
    return eachRow(database, sql, [&](Query &row) {
        OutboxCheckup &outbox = found.outbox;
        const QString id = actIdIn(row.text(0));
        if (outbox.oldest.isEmpty()) {
            outbox.oldest = id;
            outbox.oldestAt = instantOf(row.text(1));
        }
        addStanding(row, 5, id, outbox);
        const Result<Act> act = actIn(row.blob(3));
        const Result<Case> base = caseFromStored(row.blob(4));
        if (!act || !base || !actorFromStored(row.blob(2)))
            ++outbox.unreadable;
        if (act)
            keepLater(found.lastServerTime, act->lastServerTime);
        if (!base)
            return;
        for (const Attachment &attachment : base->attachments)
            names.name(attachment.sha256, attachment.size);
    });
}

Outcome readActs(Database &database, ProfileCheckup &found)
{
    // A state that is none would be sent as little as no row at all.
    const Result<qint64> lost = readOneInt64(
        database,
        QStringLiteral("SELECT count(*) FROM act WHERE id NOT IN (SELECT act_id FROM outbox WHERE"
                       " state IN ('waiting', 'sending', 'settled', 'parked', 'closed'))"));
    if (!lost)
        return lost.error();
    found.outbox.lost = *lost;
    Outcome counted = eachRow(
        database, QStringLiteral("SELECT count(*) FROM act WHERE recorded_at > ?"),
        [&found](Query &row) { found.recordedAhead = row.int64(0); }, toIso(found.at));
    if (!counted)
        return counted;
    return eachRow(database, QStringLiteral("SELECT body FROM act ORDER BY sequence DESC LIMIT 1"),
                   [&found](Query &row) {
                       if (const Result<Act> newest = actIn(row.blob(0)))
                           keepLater(found.lastServerTime, newest->lastServerTime);
                   });
}

// A journal that an older desk left does not have it yet.
Outcome readServerTime(Database &database, ProfileCheckup &found)
{
    const Result<qint64> isThere = readOneInt64(
        database, QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name = 'server_time'"));
    if (!isThere || *isThere == 0)
        return isThere ? Outcome(Done{}) : isThere.error();
    return eachRow(database, QStringLiteral("SELECT server_at FROM server_time"),
                   [&found](Query &row) { keepLater(found.lastServerTime, instantOf(row.text(0))); });
}

// A journal that an older desk left does not have them yet.
Outcome readOrders(Database &database, ProfileCheckup &found)
{
    const Result<qint64> isThere = readOneInt64(
        database, QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name = 'supervision_order'"));
    if (!isThere || *isThere == 0)
        return isThere ? Outcome(Done{}) : isThere.error();
    return eachRow(database,
                   QStringLiteral("SELECT count(*), coalesce(sum(state = 'set_aside'), 0)"
                                  " FROM supervision_order WHERE state IN ('waiting', 'set_aside')"),
                   [&found](Query &row) {
                       found.outbox.orders = row.int64(0);
                       found.outbox.ordersAside = row.int64(1);
                   });
}

// A journal that an older desk left does not have them yet.
Result<std::vector<CentreKey>> readKeys(Database &database, ReceiptsCheckup &receipts)
{
    const Result<qint64> isThere = readOneInt64(
        database, QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name = 'centre_key'"));
    std::vector<CentreKey> keys;
    if (!isThere || *isThere == 0)
        return isThere ? Result<std::vector<CentreKey>>(keys) : isThere.error();
    const Outcome read = eachRow(
        database,
        QStringLiteral("SELECT id, public_key, introduced_by, introduction FROM centre_key ORDER BY rid"),
        [&keys](Query &row) {
            keys.push_back({row.text(0), row.blob(1), row.text(2), row.blob(3)});
        });
    if (!read)
        return read.error();
    std::vector<CentreKey> believed = introducedKeys(keys);
    receipts.keys = static_cast<qint64>(keys.size());
    receipts.keysNotIntroduced = static_cast<qint64>(keys.size() - believed.size());
    return believed;
}

// Those of an earlier epoch, too: what the centre signed once it cannot deny.
Outcome readReceipts(Database &database, ProfileCheckup &found)
{
    constexpr qsizetype kMostNamed = 20;
    ReceiptsCheckup &receipts = found.receipts;
    const auto believed = readKeys(database, receipts);
    if (!believed)
        return believed.error();
    const Result<qint64> hasFormer =
        readOneInt64(database,
                     QStringLiteral("SELECT count(*) FROM pragma_table_info('outbox') WHERE name ="
                                    " 'former_receipt'"));
    if (!hasFormer)
        return hasFormer.error();
    const auto check = [&](Query &row) {
        const ActId act(row.text(0));
        switch (checkReceipt(row.blob(2), act, CaseId(row.text(1)), *believed).proof) {
        case ReceiptProof::Proven:
            ++receipts.proven;
            return;
        case ReceiptProof::Unsigned:
            ++receipts.withoutSignature;
            return;
        case ReceiptProof::Doubtful:
            break;
        }
        ++receipts.doubtful;
        if (receipts.doubtfulActs.size() < kMostNamed)
            receipts.doubtfulActs.append(actIdIn(act.text()));
    };
    const QString from = QStringLiteral(" FROM outbox JOIN act ON act.id = outbox.act_id WHERE ");
    Outcome read = eachRow(database,
                           u"SELECT act.id, act.case_id, outbox.receipt" % from
                               % u"outbox.receipt IS NOT NULL ORDER BY act.sequence",
                           check);
    if (!read || *hasFormer == 0)
        return read;
    return eachRow(database,
                   u"SELECT act.id, act.case_id, outbox.former_receipt" % from
                       % u"outbox.former_receipt IS NOT NULL ORDER BY act.sequence",
                   check);
}

Outcome readNotes(Database &database, ProfileCheckup &found)
{
    Outcome drafts = eachRow(
        database, QStringLiteral("SELECT count(*), min(saved_at), max(saved_at) FROM draft"),
        [&found](Query &row) {
            found.drafts = {row.int64(0), instantOf(row.optionalText(1)), instantOf(row.optionalText(2))};
        });
    if (!drafts)
        return drafts;
    if (Outcome told = readServerTime(database, found); !told)
        return told;
    return eachRow(database, QStringLiteral("SELECT confirmed_at FROM identity"),
                   [&found](Query &row) { found.confirmedAt = instantOf(row.text(0)); });
}

Outcome countOrphans(Database &database, FileCheckup &file)
{
    return eachRow(database, QStringLiteral("PRAGMA foreign_key_check"), [&file](Query &row) {
        if (file.problems++ == 0)
            file.firstProblem = u"a row without the one it belongs to in " % row.text(0);
    });
}

} // namespace

void checkJournal(const CheckupTask &task, ProfileCheckup &found, AttachmentNames &names)
{
    std::optional<Database> database =
        checkFile(task,
                  {QStringLiteral("journal.sqlite"), QStringLiteral(":/schema/journal"),
                   QStringLiteral("PRAGMA integrity_check(100)")},
                  found.journal);
    if (!database || !found.journal.hasKnownTables())
        return;
    // Each on its own: a damaged page hides what is on it, and nothing more.
    for (const Outcome &part : {countOrphans(*database, found.journal), readUnsent(*database, found, names),
                                readActs(*database, found), readOrders(*database, found),
                                readReceipts(*database, found), readNotes(*database, found)}) {
        if (!part && !found.journal.failure)
            found.journal.failure = part.error();
    }
}

} // namespace tawasul
