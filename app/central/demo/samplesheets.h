// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/dossier.h"
#include "app/central/demo/sheet.h"
#include "models/domain/reference.h"

namespace tawasul {

/// What one sample file is to show.
struct SampleContent
{
    QStringList documents;
    Misfit misfit = Misfit::None;
    QString misfitDocument; ///< the one of them that does not fit
    bool cover = false;
};

/// Where the words and the chance of the papers come from.
struct PaperSource
{
    const DemoTexts &texts;
    const Reference &reference;
    quint64 seed;
};

/// The pages of a sample file with what the dossier says. The same document of a dossier states the same in
/// every file. Documents the texts do not know give no page.
[[nodiscard]] std::vector<Sheet> sheetsFor(const SampleContent &content, const PaperSource &source,
                                           const Dossier &dossier);

} // namespace tawasul
