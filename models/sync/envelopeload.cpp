// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/envelopeload.h"

#include "models/protocol/jsonreader.h"
#include "models/store/envelopefolder.h"

#include <algorithm>
#include <map>
#include <set>

namespace tawasul {

namespace {

using Stage = EnvelopeFolder::Stage;
using Lane = std::vector<wire::SealedEnvelope>;

constexpr std::size_t kMostInACall = 50;
constexpr qsizetype kMostBytes = qsizetype(900) * 1024; // of a call; the centre's door takes 1 MiB
constexpr qsizetype kLabelBytes = 1024;                 // around a box, at most

bool isDue(const wire::SealedEnvelope &envelope, Instant now)
{
    return envelope.notBefore <= now || envelope.recordedAt > now;
}

qsizetype bytesOnTheWire(const wire::SealedEnvelope &envelope)
{
    return envelope.box.size() * 4 / 3 + kLabelBytes;
}

Result<std::optional<EnvelopeFolder>> folderOf(Journal &journal, const QString &root)
{
    const auto identity = journal.offlineIdentity();
    if (!identity)
        return identity.error();
    return *identity ? std::optional(EnvelopeFolder::of(root, (*identity)->centre)) : std::nullopt;
}

/// What lies in the folder of other accounts.
struct Others
{
    std::vector<wire::SealedEnvelope> waiting;
    std::set<QString> closedLanes; ///< with one that is its author's
};

Others readOthers(const EnvelopeFolder &folder, const std::vector<EnvelopeFolder::Entry> &entries)
{
    Others others;
    for (const EnvelopeFolder::Entry &entry : entries) {
        const auto bytes = folder.read(entry);
        if (!bytes)
            continue; // its author or another carrier was faster
        auto envelope =
            wire::parseObject(*bytes, QStringLiteral("envelope")).and_then(wire::sealedEnvelopeFromJson);
        if (envelope && entry.stage == Stage::Aside)
            others.closedLanes.insert(envelope->lane);
        else if (envelope && envelope->act == entry.act)
            others.waiting.push_back(std::move(*envelope));
        else if (entry.stage != Stage::Aside && (envelope || envelope.error().kind != Error::Kind::TooNew))
            std::ignore = folder.setAside(entry.act); // damaged: its author's desk makes it anew
    }
    std::erase_if(others.waiting,
                  [&others](const auto &each) { return others.closedLanes.contains(each.lane); });
    return others;
}

} // namespace

EnvelopeLoad chooseLoad(std::vector<wire::SealedEnvelope> waiting, Instant now, const RestingLanes &resting)
{
    EnvelopeLoad load;
    load.waiting = static_cast<int>(waiting.size());
    std::map<QString, Lane> byLane;
    for (wire::SealedEnvelope &envelope : waiting) {
        if (!resting.contains(envelope.lane))
            byLane[envelope.lane].push_back(std::move(envelope));
    }
    std::vector<Lane> lanes;
    for (auto &[name, lane] : byLane) {
        std::sort(lane.begin(), lane.end(),
                  [](const auto &a, const auto &b) { return a.sequence < b.sequence; });
        lanes.push_back(std::move(lane));
    }
    std::stable_sort(lanes.begin(), lanes.end(), [](const Lane &a, const Lane &b) {
        return a.front().recordedAt < b.front().recordedAt;
    });
    qsizetype bytes = 0;
    for (Lane &lane : lanes) {
        for (wire::SealedEnvelope &envelope : lane) {
            if (!isDue(envelope, now)) {
                load.nextDue = std::min(load.nextDue.value_or(envelope.notBefore), envelope.notBefore);
                break;
            }
            bytes += bytesOnTheWire(envelope);
            if (load.envelopes.size() == kMostInACall || (bytes > kMostBytes && !load.envelopes.empty()))
                return load;
            load.envelopes.push_back(std::move(envelope));
        }
    }
    return load;
}

Result<EnvelopeLoad> loadEnvelopes(Journal &journal, const QString &root, Instant now, bool mayTake,
                                   const RestingLanes &resting)
{
    const auto folder = folderOf(journal, root);
    if (!folder || !*folder)
        return folder ? Result<EnvelopeLoad>(EnvelopeLoad()) : folder.error();
    std::vector<EnvelopeFolder::Entry> entries = (*folder)->entries();
    std::vector<ActId> acts;
    for (const EnvelopeFolder::Entry &entry : entries)
        acts.push_back(entry.act);
    const auto own = journal.recordedAmong(acts);
    if (!own)
        return own.error();
    std::erase_if(entries, [&own](const auto &entry) { return own->contains(entry.act); });
    EnvelopeLoad load = chooseLoad(readOthers(**folder, entries).waiting, now, resting);
    std::set<QString> interrupted; // its author took one back: what stands behind it names another one now
    std::erase_if(load.envelopes, [&](const wire::SealedEnvelope &envelope) {
        const auto isTaken = mayTake && !interrupted.contains(envelope.lane) ? (*folder)->take(envelope.act)
                                                                             : Result<bool>(false);
        if (isTaken && *isTaken)
            return false;
        interrupted.insert(envelope.lane);
        return true;
    });
    const Outcome kept = load.envelopes.empty() ? Outcome(Done{}) : (*folder)->keep();
    return kept ? Result<EnvelopeLoad>(std::move(load)) : kept.error();
}

Outcome unloadEnvelopes(Journal &journal, const QString &root,
                        const std::vector<wire::EnvelopeResult> &results)
{
    const auto folder = folderOf(journal, root);
    if (!folder || !*folder)
        return folder ? Outcome(Done{}) : folder.error();
    Outcome unloaded = Done{};
    bool isAnyMoved = false;
    for (const wire::EnvelopeResult &result : results) {
        Outcome step = Done{};
        switch (result.outcome) {
        case wire::EnvelopeOutcome::Applied:
            step = (*folder)->markArrived(result.act);
            isAnyMoved = true;
            break;
        case wire::EnvelopeOutcome::Kept:
        case wire::EnvelopeOutcome::Unreadable:
            step = (*folder)->setAside(result.act);
            isAnyMoved = true;
            break;
        case wire::EnvelopeOutcome::Later:
            break;
        }
        if (!step)
            unloaded = std::move(step);
    }
    const Outcome kept = isAnyMoved ? (*folder)->keep() : Outcome(Done{});
    return kept ? unloaded : kept;
}

} // namespace tawasul
