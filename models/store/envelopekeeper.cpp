// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/envelopekeeper.h"

#include "models/protocol/jsonreader.h"
#include "models/store/envelopemeans.h"

namespace tawasul {

namespace {

using Stage = EnvelopeFolder::Stage;

std::vector<ActId> actsOf(const std::vector<EnvelopeFolder::Entry> &entries)
{
    std::vector<ActId> acts;
    for (const EnvelopeFolder::Entry &entry : entries)
        acts.push_back(entry.act);
    return acts;
}

Result<wire::SealedEnvelope> labelOf(const EnvelopeFolder &folder, const EnvelopeFolder::Entry &entry)
{
    return folder.read(entry)
        .and_then(
            [](const QByteArray &bytes) { return wire::parseObject(bytes, QStringLiteral("envelope")); })
        .and_then(wire::sealedEnvelopeFromJson);
}

} // namespace

/// What envelopes are made with, once somebody needed it.
struct EnvelopeKeeper::MeansAtHand
{
    std::optional<std::optional<EnvelopeMeans>> read;
};

EnvelopeKeeper::EnvelopeKeeper(QString root)
    : m_root(std::move(root))
{
}

Result<std::optional<EnvelopeFolder>> EnvelopeKeeper::folder(Journal &journal)
{
    using Folder = std::optional<EnvelopeFolder>;
    if (m_root.isEmpty())
        return Folder();
    if (m_centre.isEmpty()) {
        const auto identity = journal.offlineIdentity();
        if (!identity)
            return identity.error();
        if (!*identity)
            return Folder(); // nobody ever signed in here
        m_centre = (*identity)->centre;
    }
    return Folder(EnvelopeFolder::of(m_root, m_centre));
}

// What lies here of this profile from an earlier run, and how far it is.
Outcome EnvelopeKeeper::meet(Journal &journal, const EnvelopeFolder &folder)
{
    const std::vector<EnvelopeFolder::Entry> entries = folder.all();
    const auto own = journal.recordedAmong(actsOf(entries));
    const auto key = journal.authorKey();
    const auto waiting = journal.unsettled();
    if (!own || !key || !waiting)
        return !own ? own.error() : !key ? key.error() : waiting.error();
    for (const EnvelopeFolder::Entry &entry : entries) {
        const auto found = own->find(entry.act);
        if (found == own->end())
            continue;
        m_lanes[found->second].insert(entry.act);
        if (entry.stage != Stage::Ready)
            m_mayHaveLeft.insert(entry.act);
        const auto label = entry.stage == Stage::Aside
            ? Result<wire::SealedEnvelope>(Error{}) // made anew: its author is here
            : labelOf(folder, entry);
        if (label)
            m_written.insert(entry.act, {label->after, label->epoch});
    }
    // One that should be here and is not may have been carried to its end.
    const bool hadEnvelopes = *key && (*key)->knownIn;
    for (const OutboxItem &item : *waiting) {
        if (hadEnvelopes && !own->contains(item.act.id))
            m_mayHaveLeft.insert(item.act.id);
    }
    m_hasMet = true;
    return Done{};
}

Result<std::optional<EnvelopeFolder>> EnvelopeKeeper::metFolder(Journal &journal)
{
    auto place = folder(journal);
    if (!place || !*place || m_hasMet)
        return place;
    const Outcome met = meet(journal, **place);
    return met ? std::move(place) : Result<std::optional<EnvelopeFolder>>(met.error());
}

Result<std::vector<CaseId>> EnvelopeKeeper::cases(Journal &journal)
{
    const auto place = metFolder(journal);
    if (!place || !*place)
        return place ? Result<std::vector<CaseId>>(std::vector<CaseId>()) : place.error();
    const auto waiting = journal.unsettled();
    if (!waiting)
        return waiting.error();
    std::set<CaseId> cases;
    for (const OutboxItem &item : *waiting)
        cases.insert(item.act.caseId);
    for (const auto &[id, acts] : m_lanes)
        cases.insert(id);
    return std::vector<CaseId>(cases.begin(), cases.end());
}

Outcome EnvelopeKeeper::keep(Journal &journal, const std::vector<CaseId> &cases)
{
    const auto place = metFolder(journal);
    if (!place || !*place)
        return place ? Outcome(Done{}) : place.error();
    MeansAtHand means;
    Outcome kept = Done{};
    for (const CaseId &id : cases) {
        if (Outcome lane = keepLane(journal, **place, id, means); !lane)
            kept = std::move(lane); // the others all the same
    }
    return kept;
}

// Most of what happens to a lane is that its last act ends, and that asks for no means.
Result<const EnvelopeMeans *> EnvelopeKeeper::meansIn(Journal &journal, MeansAtHand &atHand)
{
    if (!atHand.read) {
        auto means = envelopeMeans(journal, m_author);
        if (!means)
            return means.error();
        if (*means)
            m_author = (*means)->author;
        atHand.read = std::move(*means);
    }
    return *atHand.read ? &**atHand.read : nullptr;
}

Outcome EnvelopeKeeper::keepLane(Journal &journal, const EnvelopeFolder &folder, const CaseId &id,
                                 MeansAtHand &atHand)
{
    auto unsettled = journal.unsettledOf(id);
    if (!unsettled)
        return unsettled.error();
    const std::vector<OutboxItem> lane = travelling(std::move(*unsettled));
    std::set<ActId> stays;
    for (const OutboxItem &item : lane)
        stays.insert(item.act.id);
    // Before anything new: an act that a person may choose about must not be on somebody's way.
    const std::set<ActId> here = m_lanes[id];
    for (const ActId &act : here) {
        if (stays.contains(act))
            continue;
        if (Outcome removed = folder.remove(act); !removed)
            return removed;
        m_lanes[id].erase(act);
        m_written.remove(act);
    }
    ActId after;
    for (const OutboxItem &item : lane) {
        const ActId &act = item.act.id;
        const auto found = meansIn(journal, atHand);
        if (!found)
            return found.error();
        const EnvelopeMeans *means = *found;
        const auto isGood = means ? isStillTrue(journal, act, {after, means->epoch}) : Result<bool>(true);
        if (!isGood)
            return isGood.error();
        if (!*isGood) {
            if (Outcome written = write(folder, item, after, *means); !written)
                return written;
        }
        after = act;
    }
    if (m_lanes[id].empty())
        m_lanes.erase(id);
    return Done{};
}

// What went before and was acknowledged is there: naming it asks for nothing. What was taken back, or chosen
// about, will never be there.
Result<bool> EnvelopeKeeper::isStillTrue(Journal &journal, const ActId &act, const Written &now)
{
    if (!m_written.contains(act))
        return false;
    const Written written = m_written.value(act);
    if (written == now || written.epoch != now.epoch || !now.after.isEmpty())
        return written == now;
    const auto before = journal.item(written.after);
    if (!before)
        return before.error();
    return *before && (*before)->state == OutboxState::Settled;
}

Outcome EnvelopeKeeper::write(const EnvelopeFolder &folder, const OutboxItem &item, const ActId &after,
                              const EnvelopeMeans &means)
{
    const ActId &act = item.act.id;
    // One that is made anew may have been taken since it was looked at.
    if (m_written.contains(act)) {
        const auto isOurs = folder.takeBack(act);
        if (!isOurs)
            return isOurs.error();
        if (!*isOurs)
            m_mayHaveLeft.insert(act);
        m_written.remove(act);
    }
    const auto envelope = envelopeOf(item, after, means);
    if (!envelope)
        return envelope.error();
    m_lanes[item.act.caseId].insert(act);
    if (Outcome put = folder.put(act, wire::toBytes(wire::toJson(*envelope))); !put) {
        if (!folder.takeBack(act)) // nobody knows how far it came
            m_mayHaveLeft.insert(act);
        return put;
    }
    m_written.insert(act, {after, means.epoch});
    return Done{};
}

bool EnvelopeKeeper::takeBack(Journal &journal, const ActId &act)
{
    const auto place = folder(journal);
    if (!place)
        return false;
    if (!*place)
        return true;
    if (!m_hasMet && !meet(journal, **place))
        return false;
    if (m_mayHaveLeft.contains(act))
        return false;
    if (!m_written.contains(act))
        return true; // there never was one
    const auto isOurs = (*place)->takeBack(act);
    if (!isOurs)
        return false;
    if (*isOurs)
        m_written.remove(act);
    else
        m_mayHaveLeft.insert(act);
    return *isOurs;
}

} // namespace tawasul
