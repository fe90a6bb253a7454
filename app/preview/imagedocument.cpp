// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/imagedocument.h"

#include "app/preview/exif.h"
#include "app/preview/jpegpixels.h"
#include "app/preview/paper.h"

#include <QtGui/QImage>
#include <QtGui/QImageReader>

namespace tawasul {

namespace {

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
    case DocumentKind::Tiff:
        return QByteArrayLiteral("tiff");
    case DocumentKind::Webp:
        return QByteArrayLiteral("webp");
    case DocumentKind::Pdf:
    case DocumentKind::Heif:
        break;
    }
    return {};
}

/// Whether there would have been memory to read a picture of that size: decoders do not tell. As they do it:
/// once as it is stored, and once more for what becomes of it.
bool hasRoomFor(QSize stored, QImage::Format format)
{
    constexpr qint64 kMebibyte = qint64(1) << 20;
    const QImage::Format known = format == QImage::Format_Invalid ? QImage::Format_RGB32 : format;
    const QImage decoded(stored, known);
    const QImage made(stored, known);
    return !decoded.isNull() && !made.isNull()
        && decoded.sizeInBytes() <= QImageReader::allocationLimit() * kMebibyte;
}

} // namespace

OpenedDocument ImageDocument::open(DocumentKind kind, DocumentBytes bytes)
{
    auto document = std::make_unique<ImageDocument>(kind, bytes);
    if (const auto reason = document->countPages())
        return *reason;
    const ReadHeader first = document->readHeader(0);
    if (const auto *reason = std::get_if<FrameReason>(&first))
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

/// False when there is no such page.
bool ImageDocument::prepare(QImageReader &reader, quint32 page)
{
    m_device.seek(0);
    reader.setDevice(&m_device);
    reader.setAutoDetectImageFormat(false);
    reader.setFormat(formatOf(m_kind));
    return page == 0 || reader.jumpToImage(int(page));
}

std::optional<FrameReason> ImageDocument::countPages()
{
    if (m_kind != DocumentKind::Tiff)
        return {};
    QImageReader reader;
    (void)prepare(reader, 0);
    const int count = reader.imageCount();
    if (count < 1)
        return FrameReason::Unreadable;
    if (quint32(count) > kMaximumPages)
        return FrameReason::TooLarge;
    m_pages = quint32(count);
    return {};
}

ImageDocument::ReadHeader ImageDocument::readHeader(quint32 page)
{
    QImageReader reader;
    if (!prepare(reader, page))
        return FrameReason::Unreadable;
    Header header;
    header.stored = reader.size();
    if (header.stored.width() < 1 || header.stored.height() < 1)
        return FrameReason::Unreadable;
    if (quint64(header.stored.width()) * quint64(header.stored.height()) > kMaximumImagePixels)
        return FrameReason::TooLarge;
    header.turn = m_kind == DocumentKind::Webp
        ? turnOfWebp({m_bytes.constData(), std::size_t(m_bytes.size())})
        : reader.transformation();
    return header;
}

std::optional<PageMeasure> ImageDocument::measure(quint32 page)
{
    const ReadHeader read = readHeader(page);
    const auto *header = std::get_if<Header>(&read);
    if (header == nullptr)
        return {};
    const QSize shown = header->isTurned() ? header->stored.transposed() : header->stored;
    return pictureMeasure(shown.width(), shown.height());
}

std::optional<FrameReason> ImageDocument::render(quint32 page, const PixelTarget &target)
{
    const ReadHeader read = readHeader(page);
    if (const auto *reason = std::get_if<FrameReason>(&read))
        return *reason;
    const Header header = std::get<Header>(read);
    if (m_kind == DocumentKind::Jpeg
        && paintJpeg({m_bytes.constData(), std::size_t(m_bytes.size())}, header.turn, target))
        return {};
    QImageReader reader;
    if (!prepare(reader, page))
        return FrameReason::Unreadable;
    const QSize wanted(target.width, target.height);
    const QSize scaled = header.isTurned() ? wanted.transposed() : wanted;
    if (scaled != header.stored)
        reader.setScaledSize(scaled); // before it is turned; a JPEG is then decoded at the next smaller scale
    reader.setAutoTransform(false);
    const QImage::Format format = reader.imageFormat();
    QImage image = reader.read();
    if (image.isNull())
        return hasRoomFor(header.stored, format) ? FrameReason::Unreadable : FrameReason::TooLarge;
    putOnPaper(turned(std::move(image), header.turn), target);
    return {};
}

} // namespace tawasul
