// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/samplefile.h"
#include "app/central/demo/sheet.h"
#include "models/domain/result.h"

#include <vector>

namespace tawasul {

/// A file before it is drawn.
struct SampleDraft
{
    std::vector<Sheet> sheets; ///< one for a photo or a screenshot
    SampleLook look = SampleLook::Printed;
    QDate made; ///< on that day
};

/// The bytes of the file; the same draft and dice give the same on one machine (fonts and image codecs are
/// the machine's). Needs a QGuiApplication. Server, demo.document or demo.pdf.
[[nodiscard]] Result<QByteArray> drawSample(const DemoTexts &texts, const SampleDraft &draft, Dice &dice);

[[nodiscard]] QString mediaTypeOf(SampleLook look);

} // namespace tawasul
