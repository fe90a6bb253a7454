// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/workflow.h"

#include "tests/support/generators.h"
#include "tests/support/property.h"
#include "tests/support/samplecase.h"
#include "tests/support/samplereference.h"
#include "tests/support/shown.h"

using namespace tawasul;

namespace {

constexpr std::array kStaff{ Role::Officer, Role::SectionSupervisor, Role::RegionSupervisor };

// An act of any type by anybody, mostly complete, sometimes with a part missing.
Act drawAct()
{
    const auto type = static_cast<ActType>(*rc::gen::inRange(0, static_cast<int>(ActType::Unknown) + 1));
    const auto role = static_cast<Role>(*rc::gen::inRange(0, static_cast<int>(Role::Unknown) + 1));
    Act act = sampleAct(type, *rc::gen::inRange(0, 6) == 0 ? otherOfficer() : actorWith(role));
    switch (*rc::gen::inRange(0, 12)) {
    case 0:
        act.reason.clear();
        break;
    case 1:
        act.reply.reset();
        break;
    case 2:
    case 3:
        act.execution.reset();
        act.reply.reset();
        break;
    case 4:
        act.toSection = QStringLiteral("visit");
        act.toSubService = QStringLiteral("visit.multi_entry");
        break;
    default:
        break;
    }
    return act;
}

// A case after up to thirty random acts, an hour or some days apart.
struct Walk
{
    std::vector<Case> states;

    Walk()
    {
        states.push_back(*rc::gen::arbitrary<bool>() ? nobodysCase() : sampleCase(CaseStatus::New));
        Instant at = sampleNow();
        const int steps = *rc::gen::inRange(0, 30);
        for (int i = 0; i < steps; ++i) {
            at += std::chrono::hours(*rc::gen::inRange(1, 100));
            Act act = drawAct();
            act.recordedAt = at;
            if (act.execution)
                act.execution->at = at;
            if (Result<Case> after = apply(states.back(), act, sampleReference(), at))
                states.push_back(std::move(after).value());
        }
    }
};

} // namespace

class WorkflowPropertiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noOpenCaseIsADeadEndForTheStaff()
    {
        TAWASUL_HOLDS(20261122, 300, [] {
            for (const Case &state : Walk().states) {
                Actor supervisor = sampleRegionSupervisor();
                supervisor.region = state.region;
                std::vector<ActType> acts = allowedActs(state, supervisor);
                // Notes and dismissals alone lead nowhere.
                std::erase_if(acts, [](ActType act) { return commutes(act); });
                RC_ASSERT(!acts.empty());
            }
        });
    }

    void versionAndHistoryOnlyGrow()
    {
        TAWASUL_HOLDS(20261123, 300, [] {
            const Walk walk;
            for (std::size_t i = 1; i < walk.states.size(); ++i) {
                const Case &before = walk.states[i - 1];
                const Case &after = walk.states[i];
                RC_ASSERT(after.version == before.version + 1);
                RC_ASSERT(after.history.size() == before.history.size() + 1);
                RC_ASSERT(std::equal(before.history.begin(), before.history.end(), after.history.begin()));
                RC_ASSERT(after.history.back().from == before.status);
                RC_ASSERT(after.history.back().to == after.status);
            }
        });
    }

    void whatTheBeneficiarySentNeverChanges()
    {
        TAWASUL_HOLDS(20261124, 200, [] {
            const Walk walk;
            const Case &first = walk.states.front();
            const Case &last = walk.states.back();
            RC_ASSERT((last.id == first.id && last.number == first.number));
            RC_ASSERT((last.description == first.description && last.attachments == first.attachments));
            RC_ASSERT((last.beneficiary == first.beneficiary && last.subject == first.subject));
            RC_ASSERT((last.submittedAt == first.submittedAt && last.region == first.region));
            RC_ASSERT(last.serviceDeadline.day >= first.serviceDeadline.day);
        });
    }

    // Invariant I14, from the outside: no step tells the beneficiary "done" unless the case is done and,
    // where it is asked for, the proof stands in the same step.
    void nobodyIsToldDoneBeforeItIs()
    {
        TAWASUL_HOLDS(20261125, 300, [] {
            for (const Case &state : Walk().states) {
                const HistoryEntry &step = state.history.back();
                if (!step.reply)
                    continue;
                const ReplyTemplate *source = sampleReference().replyTemplate(step.reply->templateCode);
                RC_ASSERT(source != nullptr);
                if (!source->saysDone)
                    continue;
                RC_ASSERT(state.status == CaseStatus::Completed);
                RC_ASSERT((step.execution || !needsExecutionProof(state, sampleReference())));
            }
        });
    }

    void applyingIsPureAndAgreesWithWhatTheScreenOffers()
    {
        TAWASUL_HOLDS(20261126, 300, [] {
            const Case state = Walk().states.back();
            const Case copy = state;
            const Act act = drawAct();
            const Act actCopy = act;
            const auto first = apply(state, act, sampleReference(), sampleNow());
            const auto second = apply(state, act, sampleReference(), sampleNow());
            RC_ASSERT(state == copy);
            RC_ASSERT(act == actCopy);
            RC_ASSERT(first.has_value() == second.has_value());
            RC_ASSERT((first ? *first == *second : first.error() == second.error()));
            const auto offered = allowedActs(state, act.actor);
            const bool isOffered = std::find(offered.begin(), offered.end(), act.type) != offered.end();
            RC_ASSERT((isOffered || !first.has_value()));
            RC_ASSERT((!isOffered || first.has_value() || first.error().kind == Error::Kind::Invalid));
        });
    }

    void anyActOnAnyCaseIsAnsweredWithoutHarm()
    {
        TAWASUL_HOLDS(20261127, 200, [] {
            const Case state = *anyCase();
            Act act = *anyActBody();
            act.actor = actorWith(kStaff[static_cast<std::size_t>(*rc::gen::inRange(0, 3))]);
            act.actor.section = state.section;
            act.actor.region = state.region;
            const auto after = apply(state, act, sampleReference(), sampleNow());
            RC_ASSERT((after ? after->version == state.version + 1 : after.error().code.startsWith(u"act.")));
        });
    }
};

QTEST_GUILESS_MAIN(WorkflowPropertiesTest)
#include "tst_workflowproperties.moc"
