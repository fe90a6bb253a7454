// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/previewfixtures.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QtEndian>
#include <QtGui/QFont>
#include <QtGui/QImageWriter>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>

#include <functional>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <random>

namespace tawasul::fixtures {

QByteArray pdfOf(const QList<QByteArray> &bodies)
{
    QByteArray file = "%PDF-1.7\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < bodies.size(); ++i) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(i + 1) + " 0 obj\n" + bodies[i] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(file.size());
    const QByteArray size = QByteArray::number(bodies.size() + 1);
    return file + "xref\n0 " + size + "\n" + table + "trailer\n<</Root 1 0 R/Size " + size + ">>\nstartxref\n"
        + start + "\n%%EOF\n";
}

namespace {

QByteArray stream(const QByteArray &entries, const QByteArray &content)
{
    return "<<" + entries + "/Length " + QByteArray::number(content.size()) + ">>stream\n" + content
        + "\nendstream";
}

} // namespace

QByteArray writtenPdf(const QStringList &pages, const QFont &font)
{
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(150);
    QPainter painter(&writer);
    painter.setFont(font);
    for (const QString &page : pages) {
        if (&page != &pages.first())
            writer.newPage();
        painter.drawText(QRect(0, 0, writer.width(), writer.height()), int(Qt::AlignLeading | Qt::AlignTop),
                         page);
    }
    painter.end();
    return file;
}

QByteArray arabicPdf(int pages)
{
    QStringList texts;
    for (int page = 0; page < pages; ++page) {
        QString text = QStringLiteral("صفحة %1\n").arg(page + 1);
        for (int line = 0; line < 30; ++line)
            text += QStringLiteral("طلب تحديث بيانات جواز السفر المرفق مع صورة الإقامة رقم %1\n").arg(line);
        texts.append(text);
    }
    return writtenPdf(texts, QFont(QStringLiteral("Noto Sans Arabic UI"), 14));
}

QByteArray plainPdf(QSize points, int pages)
{
    const QByteArray width = QByteArray::number(points.width());
    const QByteArray height = QByteArray::number(points.height());
    const QByteArray half = QByteArray::number(points.height() / 2);
    QByteArray kids;
    QList<QByteArray> bodies{"<</Type/Catalog/Pages 2 0 R>>",
                             {},
                             stream({}, "0 g 0 " + half + ' ' + width + ' ' + half + " re f")};
    for (int page = 0; page < pages; ++page) {
        kids += QByteArray::number(page + 4) + " 0 R ";
        bodies.append("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + width + ' ' + height
                      + "]/Contents 3 0 R>>");
    }
    bodies[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + QByteArray::number(pages) + ">>";
    return pdfOf(bodies);
}

QByteArray pdfWithoutPages()
{
    return pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"});
}

namespace {

QByteArray encryptedBy(const std::function<void(QPDFWriter &)> &encrypt)
{
    const QByteArray plain = plainPdf();
    QPDF pdf;
    pdf.processMemoryFile("plain", plain.constData(), std::size_t(plain.size()));
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    encrypt(writer);
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize())};
}

} // namespace

QByteArray encryptedPdf(const QByteArray &password)
{
    return encryptedBy([&password](QPDFWriter &writer) {
        writer.setR6EncryptionParameters(password.constData(), "owner", true, true, true, true, true, true,
                                         qpdf_r3p_full, true);
    });
}

QByteArray encryptedPdfOfOld(const QByteArray &latinPassword)
{
    return encryptedBy([&latinPassword](QPDFWriter &writer) {
        writer.setR3EncryptionParametersInsecure(latinPassword.constData(), "owner", true, true, true, true,
                                                 true, true, qpdf_r3p_full);
    });
}

QByteArray endlessPdf()
{
    // Each form draws the next twelve times; twelve levels are 12^12 strokes.
    constexpr int kLevels = 12;
    QList<QByteArray> bodies{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                             "<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R"
                             "/Resources<</XObject<</F 5 0 R>>>>>>",
                             stream({}, "/F Do")};
    for (int level = 0; level < kLevels; ++level) {
        const QByteArray next = QByteArray::number(level + 6);
        bodies.append(stream("/Type/XObject/Subtype/Form/BBox[0 0 500 500]/Resources<</XObject<</F " + next
                                 + " 0 R>>>>",
                             QByteArray("/F Do ").repeated(kLevels)));
    }
    bodies.append(stream("/Type/XObject/Subtype/Form/BBox[0 0 500 500]", "0 0 m 500 500 l S"));
    return pdfOf(bodies);
}

QImage twoColours(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QPainter painter(&image);
    painter.fillRect(0, 0, size.width() / 2, size.height(), Qt::red);
    return image;
}

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter(&buffer, format).write(image);
    return file;
}

QByteArray turnedJpeg(QSize size, int orientation)
{
    // EXIF in its smallest form: big-endian TIFF, one entry, tag 0x0112 (orientation), one short.
    QByteArray exif = QByteArray::fromHex("4578696600004d4d002a00000008000101120003000000010000000000000000");
    exif[25] = char(orientation);
    QByteArray segment = QByteArray::fromHex("ffe1");
    segment += char(0);
    segment += char(exif.size() + 2);
    QByteArray file = encoded(twoColours(size), "jpeg");
    return file.insert(2, segment + exif);
}

QByteArray pngHeader(QSize size)
{
    QByteArray file = encoded(QImage(1, 1, QImage::Format_Grayscale8), "png");
    constexpr qsizetype kWidth = 16; // signature, length and name of the first chunk
    constexpr qsizetype kChecksum = 29;
    qToBigEndian(quint32(size.width()), file.data() + kWidth);
    qToBigEndian(quint32(size.height()), file.data() + kWidth + 4);
    quint32 sum = ~0U;
    for (qsizetype i = 12; i < kChecksum; ++i) {
        sum ^= quint8(file[i]);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xedb88320U : 0U);
    }
    qToBigEndian(~sum, file.data() + kChecksum);
    return file;
}

QByteArray mutant(const QByteArray &document, quint32 seed)
{
    std::mt19937 random(seed);
    QByteArray damaged = document;
    const auto below = [&random](qsizetype limit) {
        return qsizetype(random() % quint32(std::max(limit, qsizetype(1))));
    };
    const int wounds = 1 + int(below(8));
    for (int wound = 0; wound < wounds && !damaged.isEmpty(); ++wound) {
        const qsizetype at = below(damaged.size());
        switch (below(5)) {
        case 0:
            damaged[at] = char(quint8(damaged[at]) ^ (1U << below(8)));
            break;
        case 1: // a number becomes another one
            if (const qsizetype digit = damaged.indexOf(char('0' + below(10)), at); digit >= 0)
                damaged.replace(digit, 1, QByteArrayList{"-1", "99999999", "0", "2147483648"}[below(4)]);
            break;
        case 2:
            damaged.remove(at, below(64));
            break;
        case 3: // a part stands twice
            damaged.insert(below(damaged.size()), damaged.mid(at, below(512)));
            break;
        default:
            if (below(4) == 0)
                damaged.truncate(at);
            else
                damaged[at] = char(below(256));
        }
    }
    return damaged;
}

} // namespace tawasul::fixtures
