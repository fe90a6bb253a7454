// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/dossiers.h"

#include <algorithm>
#include <numeric>

namespace tawasul {

namespace {

int rankOf(const CasePlan &plan)
{
    const bool isMine = plan.officer == 0;
    if (isOver(plan.stage))
        return isMine ? 2 : 3;
    return isMine ? 0 : 1;
}

} // namespace

void choosePeople(std::vector<CasePlan> &plans, int files)
{
    constexpr int kFilesPerHundredCases = 180;
    std::vector<std::size_t> order(plans.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&plans](std::size_t a, std::size_t b) { return rankOf(plans[a]) < rankOf(plans[b]); });
    const auto own = static_cast<std::size_t>(files * 100 / kFilesPerHundredCases);
    for (std::size_t i = 0; i < std::min(own, order.size()); ++i)
        plans[order[i]].ownPeople = true;
}

Dossier &Dossiers::forCase(const DossierWish &wish, Dice &dice)
{
    if (wish.plan.ownPeople) {
        m_own = std::make_unique<Dossier>(makeDossier(wish, m_population, dice));
        return *m_own;
    }
    auto &alike = m_shared[traitsOf(wish.plan)];
    Dossier *rarest = nullptr;
    for (const std::unique_ptr<Dossier> &known : alike) {
        if (suits(*known, wish) && (!rarest || known->requests < rarest->requests))
            rarest = known.get();
    }
    if (!rarest) {
        alike.push_back(std::make_unique<Dossier>(makeDossier(wish, m_population, dice)));
        rarest = alike.back().get();
    }
    ++rarest->requests;
    return *rarest;
}

} // namespace tawasul
