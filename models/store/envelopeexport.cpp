// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/envelopeexport.h"

#include "models/store/envelopemeans.h"
#include "models/store/profilelock.h"

namespace tawasul {

namespace {

qint64 sizeOf(const std::vector<OutboxItem> &items)
{
    return static_cast<qint64>(items.size());
}

Outcome addLane(const std::vector<OutboxItem> &unsettled, const EnvelopeMeans &means, Instant now,
                EnvelopeExport &into)
{
    const std::vector<OutboxItem> lane = travelling(unsettled);
    into.parked += sizeOf(unsettled) - sizeOf(lane);
    ActId after;
    for (std::size_t at = 0; at < lane.size(); ++at) {
        const qint64 rest = sizeOf(lane) - static_cast<qint64>(at);
        if (lane[at].recallUntil && *lane[at].recallUntil > now) {
            into.recallable += rest;
            return Done{};
        }
        auto envelope = envelopeOf(lane[at], after, means);
        if (!envelope && envelope.error().code != u"envelope.too_large")
            return envelope.error();
        if (!envelope) {
            into.tooLarge += rest;
            return Done{};
        }
        into.envelopes.push_back(std::move(*envelope));
        after = lane[at].act.id;
    }
    return Done{};
}

} // namespace

Result<EnvelopeExport> exportEnvelopes(const QString &profileFolder, const Clock &clock)
{
    const Result<ProfileLock> lock = ProfileLock::takeForReading(profileFolder);
    if (!lock)
        return lock.error();
    Result<Journal> journal = Journal::openToRead(profileFolder % u"/journal.sqlite", clock);
    if (!journal)
        return journal.error();
    const auto means = envelopeMeans(*journal);
    const auto items = journal->unsettled();
    const auto orders = journal->waitingOrders();
    if (!means || !items)
        return means ? items.error() : means.error();
    if (!orders)
        return orders.error();
    if (!*means)
        return Error{Error::Kind::NotFound, QStringLiteral("envelope.no_key"),
                     QStringLiteral("the centre does not know the key of this profile yet")};
    std::vector<CaseId> order;
    std::map<CaseId, std::vector<OutboxItem>> lanes;
    for (const OutboxItem &item : *items) {
        if (!lanes.contains(item.act.caseId))
            order.push_back(item.act.caseId);
        lanes[item.act.caseId].push_back(item);
    }
    EnvelopeExport result;
    result.orders = orders->count;
    for (const CaseId &id : order) {
        if (const Outcome added = addLane(lanes[id], **means, clock.now(), result); !added)
            return added.error();
    }
    return result;
}

} // namespace tawasul
