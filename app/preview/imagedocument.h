// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/document.h"

#include <QtCore/QBuffer>
#include <QtCore/QSize>

class QImageReader;

namespace tawasul {

/// A picture: one page, turned as its EXIF says, transparent parts on white. The first one of an animation.
class ImageDocument final : public Document
{
public:
    [[nodiscard]] static OpenedDocument open(DocumentKind kind, DocumentBytes bytes);

    ImageDocument(DocumentKind kind, DocumentBytes bytes);

    [[nodiscard]] DocumentKind kind() const override { return m_kind; }
    [[nodiscard]] quint32 pages() const override { return 1; }
    [[nodiscard]] bool isEncrypted() const override { return false; }
    [[nodiscard]] std::optional<PageMeasure> measure(quint32 page) override;
    [[nodiscard]] std::optional<FrameReason> render(quint32 page, const PixelTarget &target) override;

private:
    [[nodiscard]] std::optional<FrameReason> readHeader();
    void prepare(QImageReader &reader);

    DocumentKind m_kind;
    QByteArray m_bytes; ///< the document's own, not a copy
    QBuffer m_device;
    QSize m_stored;        ///< pixels, before it is turned
    bool m_turned = false; ///< by a quarter: width and height change places
};

} // namespace tawasul
