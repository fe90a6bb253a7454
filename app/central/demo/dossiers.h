// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/dossier.h"

#include <memory>

namespace tawasul {

/// Marks as many plans as files allow for people of their own: the open cases of the first officer before
/// all, for they are what a demonstration opens; then other open ones. Drawing takes most of the time and all
/// of the room that a demonstration needs, so the remaining cases share: people who came before send the same
/// request once more, and their papers fit it too. So a register of any size has about `files` files and one
/// or two more for each text of a description, and every paper still fits its case.
void choosePeople(std::vector<CasePlan> &plans, int files);

/// The people of all cases. One thread.
class Dossiers
{
public:
    explicit Dossiers(Population &population)
        : m_population(population)
    {
    }

    /// Stays where it is.
    [[nodiscard]] Dossier &forCase(const DossierWish &wish, Dice &dice);

private:
    Population &m_population;
    std::unique_ptr<Dossier> m_own; ///< of the last case that shares with nobody
    std::map<QString, std::vector<std::unique_ptr<Dossier>>> m_shared; ///< by traits
};

} // namespace tawasul
