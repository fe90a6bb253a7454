// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/scannedpage.h"

#include <memory>
#include <string>

class QPDF;

namespace tawasul {

/// A PDF as libqpdf sees it: objects, not pages painted. A second reader beside Poppler, opened only for what
/// Poppler does not tell.
class PdfStructure
{
public:
    /// Nothing when libqpdf cannot read it; it believes less than Poppler does.
    [[nodiscard]] static std::unique_ptr<PdfStructure> open(DocumentBytes bytes, const std::string &password);

    explicit PdfStructure(std::unique_ptr<QPDF> pdf);
    ~PdfStructure();
    PdfStructure(const PdfStructure &) = delete;
    PdfStructure &operator=(const PdfStructure &) = delete;

    [[nodiscard]] Findings findings();
    [[nodiscard]] quint32 pages();
    /// When it is nothing but a scan.
    [[nodiscard]] std::optional<ScannedPage> scannedPage(quint32 page);

private:
    std::unique_ptr<QPDF> m_pdf;
};

} // namespace tawasul
