// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/envelopemeans.h"

#include <algorithm>

namespace tawasul {

Result<std::optional<EnvelopeMeans>> envelopeMeans(Journal &journal, const std::optional<SigningKey> &known)
{
    using Means = std::optional<EnvelopeMeans>;
    const auto key = journal.authorKey();
    const auto epoch = journal.epoch();
    if (!key || !epoch)
        return key ? epoch.error() : key.error();
    if (!*key || (*key)->knownIn != *epoch)
        return Means();
    const auto identity = journal.offlineIdentity();
    const auto keys = journal.centreKeys();
    if (!identity || !keys)
        return identity ? keys.error() : identity.error();
    if (!*identity || keys->empty())
        return Means();
    auto author = known && known->seed() == (*key)->seed ? Result<SigningKey>(*known)
                                                         : SigningKey::fromSeed((*key)->seed);
    if (!author)
        return author.error();
    return Means(EnvelopeMeans{(*identity)->centre, *epoch, std::move(*author), keys->back()});
}

std::vector<OutboxItem> travelling(std::vector<OutboxItem> lane)
{
    const auto stays = [](const OutboxItem &item) {
        return item.state == OutboxState::Parked || item.heldSince.has_value();
    };
    lane.erase(std::find_if(lane.begin(), lane.end(), stays), lane.end());
    return lane;
}

Result<wire::SealedEnvelope> envelopeOf(const OutboxItem &item, const ActId &after,
                                        const EnvelopeMeans &means)
{
    wire::EnvelopeContent content;
    content.centre = means.centre;
    content.author = item.act.actor.id;
    content.caseId = item.act.caseId;
    content.act = item.act.id;
    content.after = after;
    content.epoch = means.epoch;
    content.baseVersion = item.act.baseVersion;
    content.base = item.base.value_or(Case());
    content.body = item.body;
    const Instant recordedAt = item.act.recordedAt;
    auto envelope =
        sealEnvelope(std::move(content), {item.sequence, item.recallUntil.value_or(recordedAt), recordedAt},
                     means.author, means.centreKey);
    if (envelope && envelope->box.size() > kLargestEnvelope)
        return Error{Error::Kind::Invalid, QStringLiteral("envelope.too_large"), item.act.id.text()};
    return envelope;
}

} // namespace tawasul
