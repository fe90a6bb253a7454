// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/pdfstructure.h"

#include "app/preview/findings.h"

#include <exception>
#include <qpdf/QPDF.hh>

namespace tawasul {

std::unique_ptr<PdfStructure> PdfStructure::open(DocumentBytes bytes, const std::string &password)
{
    try {
        auto pdf = std::make_unique<QPDF>();
        pdf->setSuppressWarnings(true);
        pdf->processMemoryFile("document", bytes.data(), bytes.size(), password.c_str());
        return std::make_unique<PdfStructure>(std::move(pdf));
    } catch (const std::exception &) { // libqpdf says so in no other way
        return {};
    }
}

PdfStructure::PdfStructure(std::unique_ptr<QPDF> pdf)
    : m_pdf(std::move(pdf))
{
}

PdfStructure::~PdfStructure() = default;

quint32 PdfStructure::pages()
{
    try {
        return quint32(m_pdf->getAllPages().size());
    } catch (const std::exception &) {
        return 0;
    }
}

std::optional<ScannedPage> PdfStructure::scannedPage(quint32 page)
{
    try {
        const auto &pages = m_pdf->getAllPages();
        if (page < pages.size())
            return tawasul::scannedPage(pages[page]);
    } catch (const std::exception &) { // then it is for Poppler to say what it is
    }
    return {};
}

Findings PdfStructure::findings()
{
    return findingsIn(*m_pdf);
}

} // namespace tawasul
