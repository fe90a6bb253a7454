// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/document.h"

struct heif_context;
struct heif_image_handle;

namespace tawasul {

/// What telephones of today make of a photograph (HEIC, AVIF), read by libheif: its main picture, turned as
/// it asks for.
class HeifDocument final : public Document
{
public:
    /// Whether libheif takes it for one of its own.
    [[nodiscard]] static bool recognises(DocumentBytes bytes);
    [[nodiscard]] static OpenedDocument open(DocumentBytes bytes);
    /// Finds the decoders, while files may still be opened.
    static void warmUp();

    [[nodiscard]] DocumentKind kind() const override { return DocumentKind::Heif; }
    [[nodiscard]] quint32 pages() const override { return 1; }
    [[nodiscard]] bool isEncrypted() const override { return false; }
    [[nodiscard]] std::optional<PageMeasure> measure(quint32 page) override;
    [[nodiscard]] std::optional<FrameReason> render(quint32 page, const PixelTarget &target) override;

private:
    struct Release
    {
        void operator()(heif_context *context) const;
        void operator()(heif_image_handle *handle) const;
    };

    HeifDocument() = default;

    std::unique_ptr<heif_context, Release> m_context;
    std::unique_ptr<heif_image_handle, Release> m_picture;
};

} // namespace tawasul
