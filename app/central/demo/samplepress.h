// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/sampledrawing.h"
#include "app/central/demo/samplesheets.h"

#include <functional>

namespace tawasul {

/// Makes the files that stand behind attachments, each once for a dossier. One thread.
class SamplePress
{
public:
    using Files = Result<std::vector<SampleFile>>;

    /// Draws a file: drawSample(), or less for tests that look at cases only.
    using Draw = std::function<Result<QByteArray>(const DemoTexts &, const SampleDraft &, Dice &)>;
    /// Keeps the bytes of one file and answers their SHA-256.
    using Shelf = std::function<Result<QString>(const QByteArray &)>;

    SamplePress(const PaperSource &source, Draw draw, Shelf shelf);

    /// Files that together hold exactly these documents: mostly one combined PDF, else a file for each.
    /// All of them fit but `misfitDocument`, where there is a misfit. Errors of Draw and Shelf.
    [[nodiscard]] Files holding(Dossier &dossier, const QStringList &documents, Misfit misfit = Misfit::None,
                                const QString &misfitDocument = {});

    /// One that cannot be read well.
    [[nodiscard]] Files unreadable(Dossier &dossier, const QStringList &documents);

    /// How many files it made.
    [[nodiscard]] int count() const { return m_count; }

private:
    struct Wanted
    {
        SampleContent content;
        SampleLook look;
    };
    [[nodiscard]] std::vector<Wanted> splitUp(const Dossier &dossier, const QStringList &documents) const;
    [[nodiscard]] Files make(Dossier &dossier, const QString &key, const std::vector<Wanted> &wanted);

    PaperSource m_source;
    Draw m_draw;
    Shelf m_shelf;
    int m_count = 0;
};

} // namespace tawasul
