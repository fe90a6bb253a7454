// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/sampledrawing.h"

#include "app/central/demo/pdffile.h"
#include "app/central/demo/scanlook.h"
#include "app/central/demo/screenshot.h"

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

constexpr int kScanDotsPerInch = 100;
constexpr int kScanQuality = 42;
constexpr int kPoorQuality = 40;
constexpr qreal kScreenScale = 0.7; // as messengers shrink them
constexpr int kPhotoQuality = 62;

Result<QByteArray> scan(const DemoTexts &texts, const SampleDraft &draft, Dice &dice)
{
    const bool badly = draft.look == SampleLook::PoorScan;
    std::vector<ScannedPage> pages;
    for (const Sheet &sheet : draft.sheets) {
        const QImage page = sheetImage(texts, sheet, kScanDotsPerInch);
        const QImage image = badly ? scannedBadly(page, dice) : scanned(page, dice);
        pages.push_back({jpegBytes(image, badly ? kPoorQuality : kScanQuality), image.size()});
    }
    return scannedPdf(pages, draft.made);
}

QByteArray photo(const DemoTexts &texts, const Sheet &sheet, Dice &dice)
{
    const QSizeF size = SheetPainter::documentSize(sheet.document->code);
    const qreal scale = 1200 / size.width();
    QImage paper((size * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    paper.fill(Qt::transparent);
    {
        QPainter painter(&paper);
        painter.scale(scale, scale);
        SheetPainter(texts, painter).paintDocument(sheet, QRectF(QPointF(0, 0), size));
    }
    return jpegBytes(photographed(paper, dice), kPhotoQuality);
}

} // namespace

Result<QByteArray> drawSample(const DemoTexts &texts, const SampleDraft &draft, Dice &dice)
{
    if (draft.sheets.empty())
        return Error{Error::Kind::Server, u"demo.document"_s, u"a file without pages"_s};
    QByteArray bytes;
    switch (draft.look) {
    case SampleLook::Printed:
        return printedPdf(texts, draft.sheets, draft.made);
    case SampleLook::Scanned:
    case SampleLook::PoorScan:
        return scan(texts, draft, dice);
    case SampleLook::Photo:
        bytes = photo(texts, draft.sheets.front(), dice);
        break;
    case SampleLook::Screenshot:
        bytes = pngBytes(screenshotImage(texts, draft.sheets.front(), kScreenScale));
        break;
    }
    if (bytes.isEmpty())
        return Error{Error::Kind::Server, u"demo.document"_s, u"this machine cannot write the image"_s};
    return bytes;
}

QString mediaTypeOf(SampleLook look)
{
    if (look == SampleLook::Photo)
        return u"image/jpeg"_s;
    return look == SampleLook::Screenshot ? u"image/png"_s : u"application/pdf"_s;
}

} // namespace tawasul
