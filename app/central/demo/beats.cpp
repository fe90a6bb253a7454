// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/beats.h"

#include <algorithm>
#include <set>

namespace tawasul {

namespace {

using Who = Beat::Who;

constexpr qint64 kReadingMinutes = 20; // nobody acts on what came in a moment ago
constexpr qint64 kMinutesPerAct = 6;

// Assigning: the centre does it at once, or a supervisor in the office.
void assign(std::vector<Beat> &beats, bool byCentre)
{
    beats.push_back({ActType::Assign, byCentre ? Who::Centre : Who::Supervisor});
}

void work(std::vector<Beat> &beats, Dice &dice)
{
    beats.push_back({ActType::Start});
    if (dice.chance(30))
        beats.push_back({ActType::Note});
}

void returnAndResubmit(std::vector<Beat> &beats, Dice &dice)
{
    work(beats, dice);
    beats.push_back({ActType::Return});
    beats.push_back({ActType::Resubmit, Who::Beneficiary});
}

std::vector<Beat> script(const CasePlan &plan, bool proofIsAsked, Dice &dice)
{
    std::vector<Beat> beats;
    // A case of the last day may have come in after the supervisors went home.
    const bool byCentre = plan.age == 1 || dice.chance(55);
    if (plan.isTransferred()) {
        assign(beats, byCentre);
        if (dice.chance(40))
            beats.push_back({ActType::Start, Who::FirstOfficer});
        beats.push_back({ActType::Transfer, Who::FirstOfficer});
    }
    if (plan.stage != Stage::Unassigned)
        assign(beats, byCentre && !plan.isTransferred());
    switch (plan.stage) {
    case Stage::Unassigned:
    case Stage::New:
        break;
    case Stage::InProgress:
    case Stage::DueToday:
    case Stage::Overdue:
        work(beats, dice);
        break;
    case Stage::AwaitingExecution:
        work(beats, dice);
        beats.push_back({ActType::Complete});
        break;
    case Stage::Returned:
        work(beats, dice);
        beats.push_back({ActType::Return});
        break;
    case Stage::Resubmitted:
        returnAndResubmit(beats, dice);
        break;
    case Stage::Escalated:
        work(beats, dice);
        beats.push_back({ActType::Escalate});
        break;
    case Stage::Completed:
        work(beats, dice);
        beats.push_back({ActType::Complete, Who::Officer, proofIsAsked});
        break;
    case Stage::CompletedAfterReturn:
        returnAndResubmit(beats, dice);
        beats.push_back({ActType::Start});
        beats.push_back({ActType::Complete, Who::Officer, proofIsAsked});
        break;
    case Stage::CompletedAfterWait:
        work(beats, dice);
        beats.push_back({ActType::Complete});
        beats.push_back({ActType::Complete, Who::Officer, true});
        break;
    case Stage::Rejected:
        work(beats, dice);
        beats.push_back({ActType::Reject});
        break;
    }
    return beats;
}

bool isInOffice(const Beat &beat)
{
    return beat.who != Who::Centre && beat.who != Who::Beneficiary;
}

// Puts the office beats of [from, to) on the line between two minutes, in order and not all at once.
void place(std::vector<Beat>::iterator from, std::vector<Beat>::iterator to, qint64 first, qint64 last,
           const OfficeTime &time, Dice &dice)
{
    const auto count = static_cast<std::size_t>(std::count_if(from, to, isInOffice));
    const qint64 slots = std::max<qint64>((last - first) / kMinutesPerAct, static_cast<qint64>(count));
    std::set<qint64> drawn;
    while (drawn.size() < count)
        drawn.insert(dice.between64(0, slots - 1));
    auto slot = drawn.begin();
    for (auto beat = from; beat != to; ++beat) {
        if (isInOffice(*beat))
            beat->at = time.at(first + *slot++ * kMinutesPerAct + dice.below(kMinutesPerAct - 1))
                + std::chrono::milliseconds(dice.between(5'000, 55'000));
    }
}

// Between two instants, at an hour when people are awake if that is possible.
Instant awake(Dice &dice, Instant from, Instant to)
{
    constexpr int kTries = 8;
    Instant drawn = from;
    for (int i = 0; i < kTries; ++i) {
        drawn = Instant(std::chrono::milliseconds(
            dice.between64(from.time_since_epoch().count(), to.time_since_epoch().count())));
        if (riyadhTime(drawn).hour() >= 6)
            break;
    }
    return drawn;
}

} // namespace

std::vector<Beat> beatsFor(const CasePlan &plan, const Reference &reference, const OfficeTime &time,
                           Dice &dice)
{
    const SubService *row = reference.subService(plan.subService);
    std::vector<Beat> beats = script(plan, row && row->needsExecutionProof, dice);
    const qint64 first = time.minuteOf(plan.submittedAt) + kReadingMinutes;
    qint64 last = time.end();
    if (isOver(plan.stage)) {
        constexpr qint64 kWorkingDay = 420;
        const int days = hasReturned(plan.stage) ? dice.between(3, 7) : dice.between(1, 5);
        last = std::min(last, first + days * kWorkingDay);
    }
    const auto again = std::find_if(beats.begin(), beats.end(),
                                    [](const Beat &beat) { return beat.type == ActType::Resubmit; });
    const qint64 returnedBy = again == beats.end() ? last : first + (last - first) * 2 / 5;
    place(beats.begin(), again, first, returnedBy, time, dice);
    if (again != beats.end()) {
        place(again + 1, beats.end(), first + (last - first) * 3 / 5, last, time, dice);
        const Instant until = again + 1 == beats.end() ? time.now() - std::chrono::minutes(30)
                                                       : (again + 1)->at - std::chrono::minutes(25);
        again->at = awake(dice, (again - 1)->at + std::chrono::minutes(40), until);
    }
    for (Beat &beat : beats) {
        if (beat.who == Who::Centre)
            beat.at = plan.submittedAt + std::chrono::milliseconds(dice.between(8'000, 900'000));
    }
    return beats;
}

} // namespace tawasul
