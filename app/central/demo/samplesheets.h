// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/population.h"
#include "app/central/demo/sheet.h"
#include "models/domain/reference.h"

namespace tawasul {

/// What one sample file is to show.
struct SampleContent
{
    QStringList documents;
    QString subService; ///< for which it was put together; empty: none in particular
    QDate day;          ///< nothing in it is dated later
    bool cover = false;
};

/// The pages of a sample file, all about the same made-up person. Documents the texts do not know give no
/// page.
[[nodiscard]] std::vector<Sheet> sheetsFor(const SampleContent &content, const Reference &reference,
                                           Population &population, Dice &dice);

} // namespace tawasul
