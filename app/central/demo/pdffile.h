// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/sheet.h"
#include "models/domain/result.h"

#include <vector>

namespace tawasul {

/// A PDF with text, made as by a program on that day; the same sheets and day give the same bytes (QPdfWriter
/// stamps the machine's time and an own id, both are replaced). Server, demo.pdf.
[[nodiscard]] Result<QByteArray> printedPdf(const DemoTexts &texts, const std::vector<Sheet> &sheets,
                                            QDate made);

/// One page of a scan.
struct ScannedPage
{
    QByteArray jpeg; ///< grey
    QSize size;      ///< pixels
};

/// A PDF that is nothing but images, as scanners make them. Server, demo.pdf.
[[nodiscard]] Result<QByteArray> scannedPdf(const std::vector<ScannedPage> &pages, QDate made);

} // namespace tawasul
