// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/enginestage.h"

namespace tawasul {

EngineStage::EngineStage(std::uint64_t seed, const QString &vfs)
    : profile(seed, vfs)
    , network(profile.scheduler().makeExecutor())
    , centre(network, profile.clock())
    , random(seed + 1)
{
}

EngineStage::~EngineStage()
{
    quit();
}

void EngineStage::open()
{
    const Outcome opened = profile.open(false);
    if (!opened)
        qFatal("the profile did not open: %s", qPrintable(opened.error().code));
    engine = std::make_unique<SyncEngine>(profile.store(), *line, network, profile.executors().gui,
                                          profile.clock(), random);
    SyncNews &news = engine->news();
    QObject::connect(&news, &SyncNews::statusChanged, &news, [this](const SyncStatus &next) {
        if (links.empty() || links.back() != next.link)
            links.push_back(next.link);
        status = next;
    });
    QObject::connect(&news, &SyncNews::serverTimeKnown, &news, [this](Instant time) { serverTime = time; });
    QObject::connect(
        &news, &SyncNews::attachmentFailed, &news,
        [this](const QString &hash, const Error &error) { failedAttachments.emplace_back(hash, error); });
    StoreNotifier &notifier = profile.store().notifier();
    QObject::connect(&notifier, &StoreNotifier::attachmentArrived, &notifier,
                     [this](const QString &hash) { arrivedAttachments += hash; });
    QObject::connect(&notifier, &StoreNotifier::outboxChanged, &news, [this] { engine->outboxChanged(); });
}

void EngineStage::signIn()
{
    open();
    engine->start(centre.signIn());
    run();
    pass(std::chrono::seconds(1));
}

void EngineStage::startOffline()
{
    open();
    engine->start(std::nullopt);
    run();
}

void EngineStage::quit()
{
    engine.reset();
    profile.close();
}

ActId EngineStage::record(ActType type, const CaseId &id)
{
    const auto shown = shownOf(id);
    if (!shown)
        return {};
    const auto recorded = profile.wait(profile.desk().record(intentionOf(type, *shown)));
    return recorded && *recorded ? **recorded : ActId();
}

std::optional<Case> EngineStage::truthOf(const CaseId &id)
{
    const auto stored = profile.stored(id);
    return stored ? std::optional(stored->truth) : std::nullopt;
}

std::optional<Case> EngineStage::shownOf(const CaseId &id)
{
    const auto stored = profile.stored(id);
    return stored ? std::optional(stored->shown) : std::nullopt;
}

std::optional<OutboxItem> EngineStage::itemOf(const ActId &id)
{
    std::optional<OutboxItem> found;
    profile.store().withJournal([&found, id](Journal &journal) {
        if (auto item = journal.item(id))
            found = *item;
    });
    run();
    return found;
}

std::vector<OutboxState> EngineStage::states()
{
    std::vector<OutboxState> states;
    for (const OutboxItem &item : profile.unsettled())
        states.push_back(item.state);
    return states;
}

bool EngineStage::isSettled(const ActId &id)
{
    const auto item = itemOf(id);
    return item && item->state == OutboxState::Settled;
}

Case officersCase(int n, CaseStatus status)
{
    Case value = numberedCase(n);
    value.status = status;
    return value;
}

} // namespace tawasul
