// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/unsentwork.h"

#include "models/store/checkupparts.h"
#include "models/store/journal.h"
#include "models/store/profilelock.h"
#include "models/store/storedforms.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <map>
#include <set>

namespace tawasul {

namespace {

std::vector<EnvelopeFolder::Entry> envelopesOf(const QString &root, const QString &centre)
{
    return root.isEmpty() ? std::vector<EnvelopeFolder::Entry>() : EnvelopeFolder::of(root, centre).all();
}

void keepEarlier(std::optional<Instant> &oldest, const std::optional<Instant> &at)
{
    if (at && (!oldest || *at < *oldest))
        oldest = at;
}

/// What a supervisor ordered and the centre has not answered.
struct UnansweredOrders
{
    qint64 waiting = 0;
    qint64 aside = 0;
};

// A journal that an older program wrote last knows no orders.
Outcome readOrders(Database &database, UnansweredOrders &orders, std::optional<Instant> &oldest)
{
    const Result<qint64> knowsOrders = readOneInt64(
        database, QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'supervision_order'"));
    if (!knowsOrders || *knowsOrders == 0)
        return knowsOrders ? Outcome(Done{}) : knowsOrders.error();
    return eachRow(database,
                   QStringLiteral("SELECT recorded_at, state = 'waiting' FROM supervision_order"
                                  " WHERE state IN ('waiting', 'set_aside')"),
                   [&](Query &row) {
                       ++(row.int64(1) != 0 ? orders.waiting : orders.aside);
                       keepEarlier(oldest, instantOf(row.optionalText(0)));
                   });
}

std::optional<UnsentWork> unsentIn(const QString &folder, const QString &envelopes)
{
    const QString path = folder % u"/journal.sqlite";
    const Result<ProfileLock> lock = ProfileLock::takeForReading(folder);
    if (!lock || !QFileInfo::exists(path))
        return std::nullopt;
    Result<Database> database = openDatabase({.path = path,
                                              .vfs = {},
                                              .footprint = Footprint::NoneAlone,
                                              .connectionPurpose = QStringLiteral("survey")});
    if (!database)
        return std::nullopt;
    UnsentWork work;
    work.folder = folder;
    QString centre;
    Outcome read = eachRow(*database, QStringLiteral("SELECT username, officer, centre FROM identity"),
                           [&work, &centre](Query &row) {
                               work.username = row.text(0);
                               if (const Result<Actor> officer = actorFromStored(row.blob(1)))
                                   work.officer = officer->name;
                               centre = row.text(2);
                           });
    std::vector<UnsentAct> acts;
    // A journal that an older program wrote last knows nothing of holding back; it is read as it is.
    const Result<qint64> canHold = readOneInt64(
        *database, QStringLiteral("SELECT count(*) FROM pragma_table_info('outbox') WHERE name = 'held_at'"));
    const QString stops = canHold && *canHold > 0
        ? QStringLiteral("outbox.state = 'parked' OR outbox.held_at IS NOT NULL")
        : QStringLiteral("outbox.state = 'parked'");
    if (read)
        read = eachRow(*database,
                       u"SELECT act.id, act.case_id, " % stops
                           % u", act.recorded_at"
                             " FROM outbox CROSS JOIN act ON act.id = outbox.act_id"
                             " WHERE outbox.state IN ('waiting', 'sending', 'parked')"
                             " ORDER BY act.sequence",
                       [&work, &acts](Query &row) {
                           acts.push_back({ActId(row.text(0)), CaseId(row.text(1)), row.int64(2) != 0});
                           keepEarlier(work.oldest, instantOf(row.optionalText(3)));
                       });
    UnansweredOrders orders;
    if (read)
        read = readOrders(*database, orders, work.oldest);
    if (!read || (acts.empty() && orders.waiting + orders.aside == 0))
        return std::nullopt;
    work.counts = countUnsent(acts, envelopesOf(envelopes, centre));
    work.counts.waiting += orders.waiting; // nobody else carries them
    work.counts.stopped += orders.aside;
    return work;
}

} // namespace

UnsentCounts countUnsent(const std::vector<UnsentAct> &acts,
                         const std::vector<EnvelopeFolder::Entry> &envelopes)
{
    using Stage = EnvelopeFolder::Stage;
    std::map<ActId, Stage> stages;
    for (const EnvelopeFolder::Entry &entry : envelopes)
        stages.emplace(entry.act, entry.stage);
    std::set<CaseId> authorsOwn; // one that nobody carries any more stops all of its lane for carriers
    for (const UnsentAct &act : acts) {
        const auto stage = stages.find(act.id);
        if (stage != stages.end() && stage->second == Stage::Aside)
            authorsOwn.insert(act.caseId);
    }
    UnsentCounts counts;
    std::set<CaseId> stopped;
    for (const UnsentAct &act : acts) {
        const auto stage = stages.find(act.id);
        const bool hasArrived = stage != stages.end() && stage->second == Stage::Arrived;
        if (act.isStopped)
            stopped.insert(act.caseId);
        if (stage == stages.end())
            authorsOwn.insert(act.caseId); // what stands behind it names it, and would come too early
        if (hasArrived)
            ++counts.arrived;
        else if (stopped.contains(act.caseId))
            ++counts.stopped;
        else
            ++counts.waiting;
        if (!hasArrived && !stopped.contains(act.caseId) && !authorsOwn.contains(act.caseId))
            ++counts.carried;
    }
    return counts;
}

Result<UnsentCounts> countUnsent(Journal &journal, const QString &envelopes)
{
    const auto items = journal.unsettled();
    const auto orders = journal.waitingOrders();
    const auto identity = journal.offlineIdentity();
    if (!items || !orders)
        return items ? orders.error() : items.error();
    if (!identity)
        return identity.error();
    std::vector<UnsentAct> acts;
    for (const OutboxItem &item : *items)
        acts.push_back(
            {item.act.id, item.act.caseId, item.state == OutboxState::Parked || item.heldSince.has_value()});
    UnsentCounts counts = countUnsent(
        acts, *identity ? envelopesOf(envelopes, (*identity)->centre) : std::vector<EnvelopeFolder::Entry>());
    counts.waiting += orders->count;
    counts.stopped += orders->aside;
    return counts;
}

std::vector<UnsentWork> unsentWork(const QString &profilesFolder, const QString &envelopes)
{
    std::vector<UnsentWork> all;
    const QDir folder(profilesFolder);
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (auto work = unsentIn(folder.filePath(name), envelopes))
            all.push_back(std::move(*work));
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const UnsentWork &a, const UnsentWork &b) { return a.oldest < b.oldest; });
    return all;
}

} // namespace tawasul
