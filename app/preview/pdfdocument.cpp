// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/pdfdocument.h"

#include "app/preview/jpegpixels.h"
#include "app/preview/pagetext.h"
#include "app/preview/pdfstructure.h"

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

/// The password as it stands in the file, or nothing. Those of today are UTF-8; older ones knew Latin-1 only.
std::optional<std::string> unlock(Poppler::Document &document, const std::string &password)
{
    if (password.empty())
        return {};
    const QByteArray latin = QString::fromStdString(password).toLatin1();
    for (const QByteArray &one : {QByteArray(password.data(), qsizetype(password.size())), latin}) {
        if (!document.unlock(one, one)) // it answers whether it is still locked
            return one.toStdString();
    }
    return {};
}

/// Pages of scans are large, and say so in clear even where other objects are packed away.
bool mayBeScan(DocumentBytes bytes, int pages)
{
    constexpr std::size_t kLeastPage = 20'000;
    return bytes.size() / std::size_t(pages) >= kLeastPage && bytes.find("/DCTDecode") != DocumentBytes::npos;
}

} // namespace

OpenedDocument PdfDocument::open(DocumentBytes bytes, const std::string &password)
{
    auto document =
        Poppler::Document::loadFromData(QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size())));
    if (!document)
        return FrameReason::Unreadable;
    std::string fitting;
    if (document->isLocked()) {
        const auto opening = unlock(*document, password);
        if (!opening)
            return FrameReason::Locked;
        fitting = *opening;
    }
    if (document->numPages() < 1)
        return FrameReason::NoPages;
    if (quint32(document->numPages()) > kMaximumPages)
        return FrameReason::TooLarge;
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    return std::make_unique<PdfDocument>(std::move(document), bytes, std::move(fitting));
}

PdfDocument::PdfDocument(std::unique_ptr<Poppler::Document> document, DocumentBytes bytes,
                         std::string password)
    : m_document(std::move(document))
    , m_bytes(bytes)
    , m_password(std::move(password))
    , m_mayBeScan(mayBeScan(bytes, m_document->numPages()))
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
    if (paintScan(page, target))
        return {};
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
    if (std::size_t(image.bytesPerLine())
        == row) { // in one go the processor need not read what it overwrites
        std::memcpy(target.bytes, image.constBits(), row * std::size_t(target.height));
        return {};
    }
    for (int y = 0; y < target.height; ++y)
        std::memcpy(target.bytes + std::size_t(y) * row, image.constScanLine(y), row);
    return {};
}

/// Four times as fast as Splash, which decodes every pixel of a scan and then throws most of them away.
bool PdfDocument::paintScan(quint32 page, const PixelTarget &target)
{
    if (m_mayBeScan && !m_structure) {
        m_structure = PdfStructure::open(m_bytes, m_password);
        if (m_structure && m_structure->pages() != pages())
            m_structure.reset(); // the two readers do not speak of the same pages
        m_mayBeScan = m_structure != nullptr;
    }
    const auto scan = m_structure ? m_structure->scannedPage(page) : std::nullopt;
    return scan && paintJpeg(scan->jpeg, scan->turn, target);
}

bool PdfDocument::write(quint32 page, TextTarget &target)
{
    const auto opened = m_document->page(int(page));
    if (!opened)
        return false;
    writeText(*opened, target);
    return true;
}

Findings PdfDocument::findings()
{
    // Read anew and let go again: every object of it in memory is more than pages can spare.
    if (const auto structure = PdfStructure::open(m_bytes, m_password))
        return structure->findings();
    Findings nothing;
    nothing.flags = kFindingPartial | (isEncrypted() ? kFindingEncrypted : 0U);
    return nothing;
}

} // namespace tawasul
