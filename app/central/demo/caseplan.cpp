// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/caseplan.h"

#include "app/central/demo/misfits.h"
#include "app/central/demo/proportions.h"
#include "app/central/demo/showcase.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

using Deck = std::vector<Stage>;

// What an officer's cases are dealt, in this order and round again. The first cards are those that no
// worklist of a demonstration may lack.
const Deck &deckFor(Flaw flaw)
{
    using S = Stage;
    static const Deck kWellFormed{
        S::New,
        S::DueToday,
        S::Completed,
        S::Overdue,
        S::InProgress,
        S::Completed,
        S::Resubmitted,
        S::Returned,
        S::AwaitingExecution,
        S::Completed,
        S::New,
        S::Completed,
        S::InProgress,
        S::Rejected,
        S::Escalated,
        S::CompletedAfterWait,
        S::Unassigned,
        S::Completed,
        S::InProgress,
        S::CompletedAfterReturn,
    };
    static const Deck kToBeReturned{S::New,         S::CompletedAfterReturn, S::Returned, S::InProgress,
                                    S::Resubmitted, S::CompletedAfterReturn, S::New,      S::Returned};
    static const Deck kEnquiry{S::New, S::Rejected, S::Rejected, S::InProgress, S::Returned, S::Rejected};
    static const Deck kNotLinked{S::New,        S::Rejected,    S::Returned,
                                 S::InProgress, S::Resubmitted, S::Rejected};
    static const Deck kWrongSection{S::New,      S::Completed,         S::Returned, S::InProgress,
                                    S::Rejected, S::AwaitingExecution, S::Completed};
    switch (flaw) {
    case Flaw::MissingIdentifier:
    case Flaw::MissingAttachment:
        return kToBeReturned;
    case Flaw::GeneralEnquiry:
        return kEnquiry;
    case Flaw::NotLinked:
        return kNotLinked;
    case Flaw::WrongSection:
        return kWrongSection;
    case Flaw::None:
        break;
    }
    return kWellFormed;
}

struct Ages
{
    int youngest;
    int oldest;
};

// Working days since submission that suit a stage, for a promise of `promised` working days.
Ages agesFor(const CasePlan &plan, int promised)
{
    constexpr int kOldest = 25;
    const int transfer = plan.isTransferred() ? 2 : 0;
    switch (plan.stage) {
    case Stage::Unassigned:
    case Stage::New:
        return {1 + transfer, 2 + transfer};
    case Stage::InProgress:
        return {2 + transfer, promised - 1};
    case Stage::DueToday:
        return {promised, promised};
    case Stage::Overdue:
        return {promised + 1, promised + 3};
    case Stage::AwaitingExecution:
    case Stage::Escalated:
        return {3 + transfer, promised - 1};
    case Stage::Returned:
        return {3, promised};
    case Stage::Resubmitted:
        return {4, promised};
    case Stage::Completed:
    case Stage::Rejected:
        return {3 + transfer, kOldest};
    case Stage::CompletedAfterWait:
        return {5, kOldest};
    case Stage::CompletedAfterReturn:
        break;
    }
    return {6, kOldest};
}

// At any hour of any day, most of it in the morning and after the evening prayer.
Instant submissionTime(Dice &dice, const OfficeTime &time, int age)
{
    static const std::vector<int> kByHour{5,  3,  2,  1,  1,  2,  4,  8,  14, 18, 20, 19,
                                          15, 14, 12, 11, 11, 10, 10, 12, 15, 17, 15, 9};
    const std::vector<QDate> days = time.submissionDays(age);
    std::vector<int> weights(days.size(), 5);
    weights.front() = 10;
    const QDate day = days[dice.weighted(weights)];
    const auto hour = static_cast<int>(dice.weighted(kByHour));
    const Instant drawn = riyadhInstant(day, QTime(hour, dice.below(60), dice.below(60), dice.below(1000)));
    return std::min(drawn, time.now() - std::chrono::minutes(45));
}

class Planner
{
public:
    Planner(const DemoTexts &texts, const Reference &reference, const Staff &staff, const OfficeTime &time,
            quint64 seed)
        : m_texts(texts)
        , m_reference(reference)
        , m_staff(staff)
        , m_time(time)
        , m_dice(seed, "plan")
        , m_load(staff.officers.size(), 0)
        , m_open(staff.officers.size(), 0)
    {
    }

    std::vector<CasePlan> plan(int cases);

private:
    void chooseTexts(std::vector<CasePlan> &plans);
    void chooseOfficer(CasePlan &plan);
    void dealStage(CasePlan &plan);
    void chooseTime(CasePlan &plan);
    void numberCases(std::vector<CasePlan> &plans);
    [[nodiscard]] QString sectionOf(const QString &subService) const;

    const DemoTexts &m_texts;
    const Reference &m_reference;
    const Staff &m_staff;
    const OfficeTime &m_time;
    Dice m_dice;
    std::vector<int> m_load;         ///< cases by officer
    std::vector<std::size_t> m_open; ///< well-formed open ones
    std::map<std::pair<std::size_t, Flaw>, std::size_t> m_dealt;
};

QString Planner::sectionOf(const QString &subService) const
{
    const SubService *row = m_reference.subService(subService);
    return row ? row->section : QString();
}

void Planner::chooseTexts(std::vector<CasePlan> &plans)
{
    std::vector<Flaw> flaws{Flaw::None};
    flaws.insert(flaws.end(), kFlaws.begin(), kFlaws.end());
    std::vector<int> shares;
    for (const Flaw flaw : flaws)
        shares.push_back(m_texts.shares.at(flaw));
    const auto cases = static_cast<int>(plans.size());
    std::vector<std::size_t> drawn = inProportion(shares, cases, m_dice);
    m_dice.shuffle(drawn);

    std::vector<QString> codes;
    std::vector<int> volumes;
    for (const auto &[code, volume] : m_texts.volumes) {
        codes.push_back(code);
        volumes.push_back(volume);
    }
    std::map<QString, int> wanted;
    for (const std::size_t index : inProportion(volumes, cases, m_dice))
        ++wanted[codes[index]];

    // A broken request brings its own sub-service; it is taken off what is wanted of that one.
    for (std::size_t i = 0; i < plans.size(); ++i) {
        CasePlan &plan = plans[i];
        plan.flaw = flaws[drawn[i]];
        if (plan.flaw == Flaw::None)
            continue;
        const std::vector<DescriptionText> &texts = m_texts.broken.at(plan.flaw);
        std::vector<int> weights;
        for (const DescriptionText &text : texts)
            weights.push_back(std::max(wanted[text.subService], 0) + 1);
        plan.text = &texts[m_dice.weighted(weights)];
        plan.filedAs = plan.text->subService;
        --wanted[plan.filedAs];
    }
    std::vector<QString> left;
    for (const auto &[code, count] : wanted)
        left.insert(left.end(), static_cast<std::size_t>(std::max(count, 0)), code);
    m_dice.shuffle(left);
    std::map<QString, std::size_t> used;
    for (CasePlan &plan : plans) {
        if (plan.flaw != Flaw::None)
            continue;
        // Some sub-service has more broken requests than it was to have in all: then there is one too few
        // left.
        plan.filedAs = left.empty() ? codes[m_dice.weighted(volumes)] : left.back();
        if (!left.empty())
            left.pop_back();
        const std::vector<DescriptionText> &texts = m_texts.ordinary.at(plan.filedAs);
        const std::size_t turn = used[plan.filedAs]++;
        if (turn % texts.size() == 0)
            used[plan.filedAs] += static_cast<std::size_t>(m_dice.below(static_cast<int>(texts.size())));
        plan.text = &texts[used[plan.filedAs] % texts.size()];
    }
}

void Planner::dealStage(CasePlan &plan)
{
    const Deck &deck = deckFor(plan.flaw);
    std::size_t &dealt = m_dealt[{plan.officer, plan.flaw}];
    plan.stage = deck[dealt % deck.size()];
    constexpr std::size_t kUrgentEvery = 6;
    plan.urgent =
        plan.flaw == Flaw::None && !isOver(plan.stage) && m_open[plan.officer]++ % kUrgentEvery == 1;
    ++dealt;
    const Actor &officer = m_staff.officers[plan.officer].person;
    if (plan.stage == Stage::Unassigned && officer.section != sectionOf(plan.subService))
        plan.stage = Stage::New; // nobody in that region would ever see it
    const bool proofIsAsked = m_reference.subService(plan.subService)->needsExecutionProof;
    if (!proofIsAsked && plan.stage == Stage::AwaitingExecution)
        plan.stage = Stage::InProgress;
    if (!proofIsAsked && plan.stage == Stage::CompletedAfterWait)
        plan.stage = Stage::Completed;
}

void Planner::chooseOfficer(CasePlan &plan)
{
    const std::size_t anyone = static_cast<std::size_t>(m_dice.below(static_cast<int>(m_load.size())));
    plan.region = m_staff.officers[anyone].person.region;
    const QString section = sectionOf(plan.subService);
    std::vector<std::size_t> colleagues;
    std::vector<std::size_t> specialists;
    for (std::size_t i = 0; i < m_load.size(); ++i) {
        if (m_staff.officers[i].person.region != plan.region)
            continue;
        colleagues.push_back(i);
        if (m_staff.officers[i].person.section == section)
            specialists.push_back(i);
    }
    const auto leastLoaded = [this](const std::vector<std::size_t> &among) {
        return *std::min_element(among.begin(), among.end(),
                                 [this](std::size_t a, std::size_t b) { return m_load[a] < m_load[b]; });
    };
    // A section without officers is covered by colleagues; often by the first, so that the demonstration
    // officer meets every kind of case. Colleagues also help a section that has more than its share.
    if (!specialists.empty())
        plan.officer = leastLoaded(specialists);
    else
        plan.officer = m_dice.chance(35) ? colleagues.front() : leastLoaded(colleagues);
    const std::size_t free = leastLoaded(colleagues);
    constexpr int kSlack = 3;
    if (m_load[plan.officer] > m_load[free] * 3 / 2 + kSlack)
        plan.officer = free;
    ++m_load[plan.officer];
}

void Planner::chooseTime(CasePlan &plan)
{
    const int promised = promisedWorkingDays(m_reference, plan.filedAs);
    const Ages ages = agesFor(plan, promised);
    const auto known = static_cast<int>(m_time.days().size());
    plan.age = std::min(m_dice.between(ages.youngest, ages.oldest), known);
    plan.submittedAt = submissionTime(m_dice, m_time, plan.age);
}

// The portal counts its requests, ours and those of other services: numbers rise with time, with gaps.
void Planner::numberCases(std::vector<CasePlan> &plans)
{
    std::stable_sort(plans.begin(), plans.end(),
                     [](const CasePlan &a, const CasePlan &b) { return a.submittedAt < b.submittedAt; });
    constexpr qint64 kFirst = 4'402'000'000;
    qint64 number = kFirst + m_dice.below(4'000'000);
    for (CasePlan &plan : plans) {
        number += m_dice.between(7, 900);
        plan.number = QString::number(number);
    }
}

std::vector<CasePlan> Planner::plan(int cases)
{
    std::vector<CasePlan> plans(static_cast<std::size_t>(cases));
    chooseTexts(plans);
    bool transfer = false;
    for (CasePlan &plan : plans) {
        plan.subService = plan.filedAs;
        // Every second one was noticed and went where it belongs.
        if (plan.flaw == Flaw::WrongSection && (transfer = !transfer))
            plan.subService = plan.text->belongsTo;
        chooseOfficer(plan);
        dealStage(plan);
        if (plan.flaw == Flaw::WrongSection && !plan.isTransferred()
            && (plan.stage == Stage::Completed || plan.stage == Stage::AwaitingExecution))
            plan.stage = Stage::Rejected; // nobody completes what belongs elsewhere
        if (plan.isTransferred() && (plan.stage == Stage::Returned || plan.stage == Stage::Rejected))
            plan.stage = Stage::InProgress; // the flaw is mended already
        chooseTime(plan);
    }
    for (const std::size_t changed : completeShowcase(plans, m_texts, m_reference, m_staff))
        chooseTime(plans[changed]);
    placeMisfits(plans, m_reference, m_dice);
    numberCases(plans);
    return plans;
}

} // namespace

bool isOver(Stage stage)
{
    return stage == Stage::Completed || stage == Stage::CompletedAfterReturn
        || stage == Stage::CompletedAfterWait || stage == Stage::Rejected;
}

bool hasReturned(Stage stage)
{
    return stage == Stage::Resubmitted || stage == Stage::CompletedAfterReturn;
}

QStringList documentsAtSubmission(const CasePlan &plan, const Reference &reference)
{
    if (plan.flaw == Flaw::GeneralEnquiry)
        return {};
    QStringList documents = reference.subService(plan.papersFor())->requiredDocuments;
    for (const QString &missing : plan.text->missing)
        documents.removeAll(missing);
    return documents;
}

std::vector<CasePlan> planCases(const DemoTexts &texts, const Reference &reference, const Staff &staff,
                                const OfficeTime &time, int cases, quint64 seed)
{
    return Planner(texts, reference, staff, time, seed).plan(cases);
}

} // namespace tawasul
