// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/document.h"

#include <QtCore/QBuffer>
#include <QtCore/QSize>
#include <QtGui/QImageIOHandler>

class QImageReader;

namespace tawasul {

/// Pictures that Qt's readers know, turned as they ask for. Those of a TIFF are its pages; of an animation
/// there is the first one only.
class ImageDocument final : public Document
{
public:
    [[nodiscard]] static OpenedDocument open(DocumentKind kind, DocumentBytes bytes);

    ImageDocument(DocumentKind kind, DocumentBytes bytes);

    [[nodiscard]] DocumentKind kind() const override { return m_kind; }
    [[nodiscard]] quint32 pages() const override { return m_pages; }
    [[nodiscard]] bool isEncrypted() const override { return false; }
    [[nodiscard]] std::optional<PageMeasure> measure(quint32 page) override;
    [[nodiscard]] std::optional<FrameReason> render(quint32 page, const PixelTarget &target) override;

private:
    /// What the header of a page says.
    struct Header
    {
        QSize stored; ///< pixels, before it is turned
        QImageIOHandler::Transformations turn;

        [[nodiscard]] bool isTurned() const { return turn.testFlag(QImageIOHandler::TransformationRotate90); }
    };
    using ReadHeader = std::variant<Header, FrameReason>;

    [[nodiscard]] std::optional<FrameReason> countPages();
    [[nodiscard]] ReadHeader readHeader(quint32 page);
    [[nodiscard]] bool prepare(QImageReader &reader, quint32 page);

    DocumentKind m_kind;
    QByteArray m_bytes; ///< the document's own, not a copy
    QBuffer m_device;
    quint32 m_pages = 1;
};

} // namespace tawasul
