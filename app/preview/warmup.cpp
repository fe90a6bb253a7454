// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/warmup.h"

#include "app/preview/heifdocument.h"
#include "app/preview/pdfdocument.h"

#include <QtCore/QThreadPool>
#include <QtGui/QImageReader>

#include <malloc.h>
#include <poppler-qt6.h>

namespace tawasul {

namespace {

// A page of A4 with a word in a font that is not embedded; Poppler makes the missing table of contents
// itself.
constexpr char kFirstPage[] =
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    "/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    "4 0 obj<</Length 39>>stream\nBT /F 24 Tf 20 100 Td (Tawasul) Tj ET   \nendstream endobj\n"
    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    "trailer<</Root 1 0 R>>\n";

constexpr int kWidth = 1240; // A4 at 150 dots an inch: as much memory as the first real page will want
constexpr int kHeight = 1754;
constexpr int kKept = 32 << 20; // bytes; the largest that the allocator takes
constexpr int kThreads = 2;
constexpr int kImageMegabytes = 512;

} // namespace

void warmUp()
{
    // Each thread's own heap would reserve 64 MiB of the little address space that there will be.
    ::mallopt(M_ARENA_MAX, 1);
    // What the first page below used stays with us, already filled in by the kernel.
    ::mallopt(M_MMAP_THRESHOLD, kKept);
    ::mallopt(M_TRIM_THRESHOLD, 2 * kKept);
    QThreadPool::globalInstance()->setMaxThreadCount(kThreads);
    QImageReader::setAllocationLimit(kImageMegabytes);
    (void)QImageReader::supportedImageFormats(); // loads the plugins
    HeifDocument::warmUp();
    Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {});

    std::vector<uchar> pixels(std::size_t(kWidth) * kHeight * kBytesPerPixel);
    const auto document = PdfDocument::open({kFirstPage, sizeof(kFirstPage) - 1}, {});
    if (const auto *pdf = std::get_if<std::unique_ptr<Document>>(&document))
        (void)(*pdf)->render(0, {pixels.data(), kWidth, kHeight});
}

} // namespace tawasul
