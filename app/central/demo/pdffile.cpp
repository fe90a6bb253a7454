// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/pdffile.h"

#include <QtCore/QBuffer>
#include <QtGui/QPdfWriter>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

// The library throws; it goes no further than this file.
template<class Make>
Result<QByteArray> guarded(Make make)
{
    try {
        return make();
    } catch (const std::exception &problem) {
        return Error{Error::Kind::Server, u"demo.pdf"_s, QString::fromUtf8(problem.what())};
    }
}

// Everything in the file that would tell the hour or the machine.
QByteArray finished(QPDF &pdf, QDate made, const char *producer)
{
    const std::string day = "D:" + made.toString(u"yyyyMMdd"_s).toStdString() + "090000+03'00'";
    QPDFObjectHandle about = QPDFObjectHandle::newDictionary();
    about.replaceKey("/CreationDate", QPDFObjectHandle::newString(day));
    about.replaceKey("/ModDate", QPDFObjectHandle::newString(day));
    about.replaceKey("/Producer", QPDFObjectHandle::newString(producer));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(about));
    pdf.getRoot().removeKey("/Metadata");
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    const void *bytes = buffer->getBuffer();
    return {static_cast<const char *>(bytes), static_cast<qsizetype>(buffer->getSize())};
}

} // namespace

Result<QByteArray> printedPdf(const DemoTexts &texts, const std::vector<Sheet> &sheets, QDate made)
{
    QByteArray drawn;
    {
        QBuffer buffer(&drawn);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        constexpr int kDotsPerInch = 300;
        writer.setResolution(kDotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        QPainter painter(&writer);
        painter.scale(kDotsPerInch / 72.0, kDotsPerInch / 72.0);
        SheetPainter sheet(texts, painter);
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            if (i > 0)
                writer.newPage();
            sheet.paint(sheets[i]);
        }
    }
    return guarded([&drawn, made] {
        QPDF pdf;
        pdf.processMemoryFile("printed", drawn.constData(), static_cast<std::size_t>(drawn.size()));
        return finished(pdf, made, "Tawasul Desk training data");
    });
}

Result<QByteArray> scannedPdf(const std::vector<ScannedPage> &pages, QDate made)
{
    return guarded([&pages, made] {
        QPDF pdf;
        pdf.emptyPDF();
        QPDFPageDocumentHelper document(pdf);
        for (const ScannedPage &page : pages) {
            QPDFObjectHandle image = QPDFObjectHandle::newStream(&pdf, page.jpeg.toStdString());
            image.replaceDict(QPDFObjectHandle::parse(
                "<< /Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 "
                "/Filter /DCTDecode /Width "
                + std::to_string(page.size.width()) + " /Height " + std::to_string(page.size.height())
                + " >>"));
            QPDFObjectHandle sheet = QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 595 842] "
                                                             "/Resources << /XObject << >> >> >>");
            sheet.getKey("/Resources").getKey("/XObject").replaceKey("/Scan", image);
            sheet.replaceKey("/Contents",
                             QPDFObjectHandle::newStream(&pdf, "q 595 0 0 842 0 0 cm /Scan Do Q\n"));
            document.addPage(QPDFPageObjectHelper(pdf.makeIndirectObject(sheet)), false);
        }
        return finished(pdf, made, "Scanner (training data)");
    });
}

} // namespace tawasul
