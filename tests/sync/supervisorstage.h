// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/supervision.h"
#include "tests/support/sampleheaders.h"
#include "tests/sync/enginestage.h"
#include "tests/sync/fakeoffice.h"

namespace tawasul {

/// An engine's stage on which a supervisor stands, with three cases of an officer and two officers.
struct SupervisorStage
{
    explicit SupervisorStage(std::uint64_t seed = 1, const Actor &who = sampleSupervisor())
        : stage(seed)
        , person(who)
    {
        office.staff = {staffLine(1), staffLine(2)};
        for (int n = 1; n <= 3; ++n)
            office.put(numberedHeader(n));
    }

    /// As signing in does: the profile knows whose it is before anything is asked.
    void signIn()
    {
        if (!stage.profile.open(false))
            qFatal("the profile did not open");
        stage.profile.store().withJournal([this](Journal &journal) {
            OfflineIdentity identity;
            identity.officer = person;
            identity.centre = QStringLiteral("centre-1");
            if (!journal.rememberIdentity(identity))
                qFatal("the identity was not remembered");
        });
        stage.run();
        stage.profile.close();
        stage.signIn();
        stage.pass(std::chrono::seconds(5));
        begin();
    }
    void startOffline()
    {
        stage.startOffline();
        begin();
    }

    AssignmentOrder giving(const std::vector<int> &cases, const Actor &to = otherOfficer()) const
    {
        AssignmentOrder order;
        for (const int n : cases)
            order.cases.push_back({numberedHeader(n).id, {}, to.id});
        return order;
    }
    AssignmentId give(const std::vector<int> &cases, const Actor &to = otherOfficer())
    {
        const auto ordered = stage.profile.wait(supervision->order(giving(cases, to)));
        return ordered && *ordered ? **ordered : AssignmentId();
    }
    /// The centre is away, and the desk knows it.
    void cut()
    {
        stage.centre.isDown = true;
        stage.passMinutes(2);
    }
    void mend(int minutes = 3)
    {
        stage.centre.isDown = false;
        stage.passMinutes(minutes);
    }
    Leave told(std::size_t nth = 0)
    {
        return stage.profile.wait(supervision->leaveOrders()).value().value().at(nth).leave;
    }
    RecordedOrder order(const AssignmentId &id)
    {
        const auto orders = stage.profile.wait(supervision->orders()).value().value();
        for (const RecordedOrder &one : orders) {
            if (one.order.id == id)
                return one;
        }
        return {};
    }

    EngineStage stage;
    Actor person;
    FakeOffice office{stage.centre, stage.profile.clock(), person};
    SeededRandom random{99};
    std::unique_ptr<Supervision> supervision;

private:
    void begin()
    {
        supervision =
            std::make_unique<Supervision>(stage.profile.store(), person, stage.profile.clock(), random);
    }
};

} // namespace tawasul
