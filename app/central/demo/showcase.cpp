// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/showcase.h"

#include <algorithm>

namespace tawasul {

namespace {

constexpr std::size_t kFirstOfficer = 0;

bool isMine(const CasePlan &plan)
{
    return plan.officer == kFirstOfficer && plan.stage != Stage::Unassigned;
}

bool awaitsMe(const CasePlan &plan)
{
    return isMine(plan) && !isOver(plan.stage) && plan.stage != Stage::Returned;
}

bool isPlain(const CasePlan &plan)
{
    return plan.flaw == Flaw::None && !plan.isTransferred();
}

// Nobody has touched what is wrong with it yet.
bool showsItsFlaw(const CasePlan &plan)
{
    return awaitsMe(plan) && !plan.isTransferred()
        && (plan.stage == Stage::New || plan.stage == Stage::InProgress);
}

class Showcase
{
public:
    Showcase(std::vector<CasePlan> &plans, const DemoTexts &texts, const Reference &reference,
             const Staff &staff)
        : m_plans(plans)
        , m_texts(texts)
        , m_reference(reference)
        , m_region(staff.officers.front().person.region)
    {
    }

    void wantHumanitarian();
    void wantUrgent();
    void wantStage(Stage stage);
    void wantFlaw(Flaw flaw);

    [[nodiscard]] const std::vector<std::size_t> &changed() const { return m_changed; }

private:
    template<class Predicate>
    [[nodiscard]] CasePlan *find(Predicate predicate)
    {
        const auto at = std::find_if(m_plans.begin(), m_plans.end(), predicate);
        return at == m_plans.end() ? nullptr : &*at;
    }
    [[nodiscard]] const DescriptionText *humanitarianText(const QString &subService) const;
    [[nodiscard]] bool fits(const CasePlan &plan, Stage stage) const;
    void setStage(CasePlan &plan, Stage stage);
    void takeOver(CasePlan &plan);

    std::vector<CasePlan> &m_plans;
    const DemoTexts &m_texts;
    const Reference &m_reference;
    QString m_region;
    std::vector<std::size_t> m_changed;
};

const DescriptionText *Showcase::humanitarianText(const QString &subService) const
{
    const std::vector<DescriptionText> &texts = m_texts.ordinary.at(subService);
    const auto at = std::find_if(texts.begin(), texts.end(),
                                 [](const DescriptionText &text) { return text.humanitarian; });
    return at == texts.end() ? nullptr : &*at;
}

bool Showcase::fits(const CasePlan &plan, Stage stage) const
{
    return stage != Stage::AwaitingExecution || m_reference.subService(plan.subService)->needsExecutionProof;
}

void Showcase::setStage(CasePlan &plan, Stage stage)
{
    plan.stage = stage;
    m_changed.push_back(static_cast<std::size_t>(&plan - m_plans.data()));
}

// From a colleague, who gets a finished one for it: each keeps as many cases as before.
void Showcase::takeOver(CasePlan &plan)
{
    CasePlan *given = find([this, &plan](const CasePlan &own) {
        return isMine(own) && isPlain(own) && isOver(own.stage) && own.region == m_region && &own != &plan;
    });
    if (given)
        given->officer = plan.officer;
    plan.officer = kFirstOfficer;
}

void Showcase::wantHumanitarian()
{
    if (find([](const CasePlan &plan) { return awaitsMe(plan) && plan.text->humanitarian; }))
        return;
    const auto canTellIt = [this](const CasePlan &plan) {
        return isPlain(plan) && !plan.urgent && !plan.text->urgent && humanitarianText(plan.filedAs);
    };
    if (CasePlan *own = find([&](const CasePlan &plan) { return awaitsMe(plan) && canTellIt(plan); })) {
        own->text = humanitarianText(own->filedAs);
        return;
    }
    CasePlan *other = find([&](const CasePlan &plan) {
        return plan.region == m_region && plan.stage == Stage::InProgress && canTellIt(plan);
    });
    if (!other)
        return;
    takeOver(*other);
    other->text = humanitarianText(other->filedAs);
}

void Showcase::wantUrgent()
{
    const auto isMarkable = [](const CasePlan &plan) { return awaitsMe(plan) && !plan.text->humanitarian; };
    if (find([&](const CasePlan &plan) { return isMarkable(plan) && (plan.urgent || plan.text->urgent); }))
        return;
    if (CasePlan *own = find([&](const CasePlan &plan) { return isMarkable(plan) && isPlain(plan); }))
        own->urgent = true;
}

void Showcase::wantStage(Stage stage)
{
    if (find([stage](const CasePlan &plan) { return isMine(plan) && plan.stage == stage; }))
        return;
    CasePlan *own = find([this, stage](const CasePlan &plan) {
        return isMine(plan) && isPlain(plan) && isOver(plan.stage) && fits(plan, stage);
    });
    if (own)
        setStage(*own, stage);
}

void Showcase::wantFlaw(Flaw flaw)
{
    const auto has = [flaw](const CasePlan &plan) { return plan.flaw == flaw; };
    if (find([&](const CasePlan &plan) { return has(plan) && showsItsFlaw(plan); }))
        return;
    CasePlan *plan = find([&](const CasePlan &own) { return has(own) && isMine(own); });
    if (!plan) {
        plan = find([&](const CasePlan &other) { return has(other) && other.region == m_region; });
        if (!plan)
            return;
        takeOver(*plan);
    }
    plan->subService = plan->filedAs;
    setStage(*plan, Stage::New);
}

} // namespace

std::vector<std::size_t> completeShowcase(std::vector<CasePlan> &plans, const DemoTexts &texts,
                                          const Reference &reference, const Staff &staff)
{
    Showcase showcase(plans, texts, reference, staff);
    for (const Stage stage : {Stage::DueToday, Stage::Overdue, Stage::Resubmitted, Stage::AwaitingExecution})
        showcase.wantStage(stage);
    for (const Flaw flaw :
         {Flaw::MissingIdentifier, Flaw::WrongSection, Flaw::MissingAttachment, Flaw::GeneralEnquiry})
        showcase.wantFlaw(flaw);
    showcase.wantHumanitarian();
    showcase.wantUrgent();
    return showcase.changed();
}

} // namespace tawasul
