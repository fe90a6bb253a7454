// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/pdfdocument.h"

#include <QtCore/QByteArray>
#include <QtGui/QImage>

#include <cmath>
#include <cstring>
#include <poppler-qt6.h>

namespace tawasul {

namespace {

constexpr double kPointsPerInch = 72.0;
constexpr double kMillipoints = 1000.0;

/// Sizes that no page has are brought within the frame's limits: the page is then shown as thin as it is.
std::optional<quint64> millipoints(double points)
{
    if (!std::isfinite(points) || points <= 0)
        return {};
    return quint64(std::clamp(std::round(points * kMillipoints), 1.0, double(kMaximumMillipoints)));
}

} // namespace

OpenedDocument PdfDocument::open(DocumentBytes bytes)
{
    auto document =
        Poppler::Document::loadFromData(QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size())));
    if (!document)
        return FrameReason::Unreadable;
    if (document->isLocked())
        return FrameReason::Locked;
    if (document->numPages() < 1)
        return FrameReason::NoPages;
    if (quint32(document->numPages()) > kMaximumPages)
        return FrameReason::TooLarge;
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    return std::make_unique<PdfDocument>(std::move(document));
}

PdfDocument::PdfDocument(std::unique_ptr<Poppler::Document> document)
    : m_document(std::move(document))
{
}

PdfDocument::~PdfDocument() = default;

quint32 PdfDocument::pages() const
{
    return quint32(m_document->numPages());
}

bool PdfDocument::isEncrypted() const
{
    return m_document->isEncrypted();
}

std::optional<PageMeasure> PdfDocument::measure(quint32 page)
{
    const auto opened = m_document->page(int(page));
    if (!opened)
        return {};
    const QSizeF points = opened->pageSizeF();
    const auto width = millipoints(points.width());
    const auto height = millipoints(points.height());
    if (!width || !height)
        return {};
    return PageMeasure{*width, *height};
}

std::optional<FrameReason> PdfDocument::render(quint32 page, const PixelTarget &target)
{
    const auto opened = m_document->page(int(page));
    const auto size = measure(page);
    if (!opened || !size)
        return FrameReason::Unreadable;
    const double across = target.width / (double(size->width) / kMillipoints) * kPointsPerInch;
    const double down = target.height / (double(size->height) / kMillipoints) * kPointsPerInch;
    const QImage image = opened->renderToImage(across, down, 0, 0, target.width, target.height);
    // Splash gives pixels as they are sent; converting others would start threads.
    if (image.isNull() || image.depth() != int(kBytesPerPixel) * 8 || image.width() != target.width
        || image.height() != target.height)
        return FrameReason::Unreadable;
    const auto row = std::size_t(target.width) * kBytesPerPixel;
    for (int y = 0; y < target.height; ++y)
        std::memcpy(target.bytes + std::size_t(y) * row, image.constScanLine(y), row);
    return {};
}

} // namespace tawasul
