// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/imagedocument.h"

#include <QtGui/QImage>
#include <QtGui/QImageReader>
#include <QtGui/QPainter>

namespace tawasul {

namespace {

/// A point is 1/72 inch; a picture counts as 96 pixels an inch, whatever it says about itself.
constexpr quint64 kMillipointsPerPixel = 750;

/// Only this reader gets to see the bytes.
QByteArray formatOf(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Jpeg:
        return QByteArrayLiteral("jpeg");
    case DocumentKind::Png:
        return QByteArrayLiteral("png");
    case DocumentKind::Gif:
        return QByteArrayLiteral("gif");
    case DocumentKind::Bmp:
        return QByteArrayLiteral("bmp");
    case DocumentKind::Pdf:
        break;
    }
    return {};
}

} // namespace

OpenedDocument ImageDocument::open(DocumentKind kind, DocumentBytes bytes)
{
    auto document = std::make_unique<ImageDocument>(kind, bytes);
    if (const auto reason = document->readHeader())
        return *reason;
    return document;
}

ImageDocument::ImageDocument(DocumentKind kind, DocumentBytes bytes)
    : m_kind(kind)
    , m_bytes(QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size())))
{
    m_device.setData(m_bytes);
    m_device.open(QIODevice::ReadOnly);
}

void ImageDocument::prepare(QImageReader &reader)
{
    m_device.seek(0);
    reader.setDevice(&m_device);
    reader.setAutoDetectImageFormat(false);
    reader.setFormat(formatOf(m_kind));
    reader.setAutoTransform(true);
}

std::optional<FrameReason> ImageDocument::readHeader()
{
    QImageReader reader;
    prepare(reader);
    m_stored = reader.size();
    if (m_stored.width() < 1 || m_stored.height() < 1)
        return FrameReason::Unreadable;
    if (quint64(m_stored.width()) * quint64(m_stored.height()) > kMaximumImagePixels)
        return FrameReason::TooLarge;
    m_turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    return {};
}

std::optional<PageMeasure> ImageDocument::measure(quint32 /*page*/)
{
    const QSize shown = m_turned ? m_stored.transposed() : m_stored;
    return PageMeasure{quint64(shown.width()) * kMillipointsPerPixel,
                       quint64(shown.height()) * kMillipointsPerPixel};
}

std::optional<FrameReason> ImageDocument::render(quint32 /*page*/, const PixelTarget &target)
{
    QImageReader reader;
    prepare(reader);
    const QSize wanted(target.width, target.height);
    const QSize scaled = m_turned ? wanted.transposed() : wanted;
    if (scaled != m_stored)
        reader.setScaledSize(scaled); // before it is turned; a JPEG is then decoded at the next smaller scale
    const QImage image = reader.read();
    if (image.isNull())
        return FrameReason::Unreadable;
    QImage page(target.bytes, target.width, target.height, target.width * int(kBytesPerPixel),
                QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    painter.drawImage(page.rect(), image);
    return {};
}

} // namespace tawasul
