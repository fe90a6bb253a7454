// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/document.h"

namespace Poppler {
class Document;
}

namespace tawasul {

class PdfStructure;

/// A PDF, read by Poppler and painted by its Splash.
class PdfDocument final : public Document
{
public:
    [[nodiscard]] static OpenedDocument open(DocumentBytes bytes, const std::string &password);

    PdfDocument(std::unique_ptr<Poppler::Document> document, DocumentBytes bytes, std::string password);
    ~PdfDocument() override;

    [[nodiscard]] DocumentKind kind() const override { return DocumentKind::Pdf; }
    [[nodiscard]] quint32 pages() const override;
    [[nodiscard]] bool isEncrypted() const override;
    [[nodiscard]] std::optional<PageMeasure> measure(quint32 page) override;
    [[nodiscard]] std::optional<FrameReason> render(quint32 page, const PixelTarget &target) override;
    [[nodiscard]] bool write(quint32 page, TextTarget &target) override;
    [[nodiscard]] Findings findings() override;

private:
    [[nodiscard]] bool paintScan(quint32 page, const PixelTarget &target);

    std::unique_ptr<Poppler::Document> m_document;
    DocumentBytes m_bytes;
    std::string m_password; ///< empty unless one was needed
    bool m_mayBeScan;       ///< so that others are not read twice
    std::unique_ptr<PdfStructure> m_structure;
};

} // namespace tawasul
