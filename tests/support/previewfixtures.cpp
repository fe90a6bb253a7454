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
#include <libheif/heif.h>
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

QByteArray writtenPdf(const QStringList &pages, const QFont &font, int turn)
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
        const QSize upright(writer.width(), writer.height());
        QRect room(QPoint(0, 0), turn % 2 == 0 ? upright : upright.transposed());
        room.moveCenter(QPoint(0, 0));
        painter.save();
        painter.translate(upright.width() / 2, upright.height() / 2);
        painter.rotate(90 * turn);
        painter.drawText(room, int(Qt::AlignLeading | Qt::AlignTop), page);
        painter.restore();
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

QByteArray scannedPdf(const QByteArrayList &jpegs, QSize pixels, QSize points, const ScanOddities &odd)
{
    const QByteArray width = QByteArray::number(points.width());
    const QByteArray height = QByteArray::number(points.height());
    QByteArray kids;
    QList<QByteArray> bodies{"<</Type/Catalog/Pages 2 0 R>>", {}};
    for (const QByteArray &jpeg : jpegs) {
        const auto number = [&bodies](int offset) {
            return QByteArray(QByteArray::number(bodies.size() + offset) + " 0 R");
        };
        kids += number(1) + ' ';
        const QByteArray page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + width + ' ' + height
            + "]/Contents " + number(2) + "/Resources<</XObject<</Im0 " + number(3) + ">>>>" + odd.page
            + ">>";
        const QByteArray image = "/Type/XObject/Subtype/Image/BitsPerComponent 8/Filter/DCTDecode/Width "
            + QByteArray::number(pixels.width()) + "/Height " + QByteArray::number(pixels.height())
            + (odd.image.contains("/ColorSpace") ? QByteArray() : QByteArray("/ColorSpace/DeviceRGB"))
            + odd.image;
        bodies += page;
        bodies += stream({}, "q " + width + " 0 0 " + height + " 0 0 cm /Im0 Do Q " + odd.content);
        bodies += stream(image, jpeg);
    }
    bodies[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + QByteArray::number(jpegs.size()) + ">>";
    return pdfOf(bodies);
}

QImage scannedPaper(QSize pixels, quint32 seed, bool grey)
{
    QImage image(pixels, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient light(0, 0, pixels.width(), pixels.height());
    light.setColorAt(0, QColor(250, 248, 240));
    light.setColorAt(1, QColor(225, 224, 222));
    painter.fillRect(image.rect(), light);
    QFont font(QStringLiteral("Noto Sans Arabic UI"));
    font.setPixelSize(std::max(pixels.height() / 70, 4));
    painter.setFont(font);
    painter.rotate(0.4);
    for (int y = pixels.height() / 12; y < pixels.height() * 11 / 12; y += pixels.height() / 40)
        painter.drawText(pixels.width() / 8, y,
                         QStringLiteral("طلب تحديث بيانات جواز السفر المرفق رقم %1").arg(y));
    painter.fillRect(pixels.width() / 8, pixels.height() / 2, pixels.width() / 5, pixels.height() / 6,
                     QColor(150, 90, 60));
    painter.end();
    std::mt19937 random(seed);
    for (int y = 0; y < pixels.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < pixels.width(); ++x) {
            const auto grain = quint32(random());
            const auto with = [&grain](int value, int shift) {
                return std::clamp(value + int((grain >> quint32(shift)) % 9U) - 4, 0, 255);
            };
            row[x] = qRgb(with(qRed(row[x]), 0), with(qGreen(row[x]), 8), with(qBlue(row[x]), 16));
        }
    }
    return grey ? image.convertToFormat(QImage::Format_Grayscale8) : image;
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

namespace {

/// EXIF in its smallest form, without the words before it: big-endian TIFF, one entry, tag 0x0112
/// (orientation), one short.
QByteArray exifOf(int orientation)
{
    QByteArray exif = QByteArray::fromHex("4d4d002a00000008000101120003000000010000000000000000");
    exif[19] = char(orientation);
    return exif;
}

template<class Number>
void appendLittle(QByteArray &bytes, Number number)
{
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof(little));
}

} // namespace

QByteArray turnedJpeg(QSize size, int orientation)
{
    const QByteArray exif = QByteArray("Exif\0\0", 6) + exifOf(orientation);
    QByteArray segment = QByteArray::fromHex("ffe1");
    segment += char(0);
    segment += char(exif.size() + 2);
    QByteArray file = encoded(twoColours(size), "jpeg");
    return file.insert(2, segment + exif);
}

QByteArray turnedWebp(QSize size, int orientation)
{
    // What Qt writes holds the picture alone; EXIF needs the extended form around it, which says the size.
    const QByteArray picture = encoded(twoColours(size), "webp").mid(12);
    QByteArray body = QByteArray("WEBPVP8X");
    appendLittle(body, quint32(10));
    appendLittle(body, quint32(0x08)); // there is EXIF
    appendLittle(body, quint32(size.width() - 1));
    body.chop(1);
    appendLittle(body, quint32(size.height() - 1));
    body.chop(1);
    const QByteArray exif = exifOf(orientation);
    body += picture + "EXIF";
    appendLittle(body, quint32(exif.size()));
    body += exif;
    QByteArray file("RIFF");
    appendLittle(file, quint32(body.size()));
    return file + body;
}

QByteArray tiff(const QList<TiffPage> &pages)
{
    QByteArray file = QByteArray::fromHex("49492a00");
    for (const TiffPage &page : pages) {
        const auto pixels = qsizetype(page.size.width()) * page.size.height();
        const QByteArray colour{QByteArray(1, char(page.colour.red())) + char(page.colour.green())
                                + char(page.colour.blue())};
        const auto bitsAt = quint32(file.size() + 4);
        const quint32 pixelsAt = bitsAt + 6;
        const quint32 tableAt = pixelsAt + quint32(pixels * 3 + pixels % 2);
        appendLittle(file, tableAt);
        for (int sample = 0; sample < 3; ++sample)
            appendLittle(file, quint16(8));
        file += colour.repeated(pixels) + QByteArray(pixels % 2, '\0');
        const QList<std::pair<quint16, quint32>> entries{{256, quint32(page.size.width())},
                                                         {257, quint32(page.size.height())},
                                                         {258, bitsAt},
                                                         {259, 1},
                                                         {262, 2},
                                                         {273, pixelsAt},
                                                         {274, quint32(page.orientation)},
                                                         {277, 3},
                                                         {278, quint32(page.size.height())},
                                                         {279, quint32(pixels * 3)}};
        appendLittle(file, quint16(entries.size()));
        for (const auto &[tag, value] : entries) {
            appendLittle(file, tag);
            const bool isShort = tag == 258 || tag == 259 || tag == 262 || tag == 274 || tag == 277;
            appendLittle(file, quint16(isShort ? 3 : 4));
            appendLittle(file, quint32(tag == 258 ? 3 : 1));
            appendLittle(file, value);
        }
    }
    appendLittle(file, quint32(0)); // there is no page after it
    return file;
}

QByteArray heic(const QImage &image)
{
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    heif_context *context = heif_context_alloc();
    heif_encoder *encoder = nullptr;
    heif_image *picture = nullptr;
    QByteArray file;
    int stride = 0;
    if (heif_context_get_encoder_for_format(context, heif_compression_HEVC, &encoder).code == heif_error_Ok
        && heif_image_create(rgb.width(), rgb.height(), heif_colorspace_RGB, heif_chroma_interleaved_RGB,
                             &picture)
                .code
            == heif_error_Ok
        && heif_image_add_plane(picture, heif_channel_interleaved, rgb.width(), rgb.height(), 8).code
            == heif_error_Ok) {
        uchar *plane = heif_image_get_plane(picture, heif_channel_interleaved, &stride);
        for (int y = 0; y < rgb.height(); ++y)
            std::copy_n(rgb.constScanLine(y), rgb.width() * 3, plane + qsizetype(y) * stride);
        heif_context_encode_image(context, picture, encoder, nullptr, nullptr);
        heif_writer writer{1, [](heif_context *, const void *data, size_t size, void *into) {
                               static_cast<QByteArray *>(into)->append(static_cast<const char *>(data),
                                                                       qsizetype(size));
                               return heif_error{heif_error_Ok, heif_suberror_Unspecified, ""};
                           }};
        heif_context_write(context, &writer, &file);
    }
    heif_image_release(picture);
    heif_encoder_release(encoder);
    heif_context_free(context);
    return file;
}

QByteArray pngHeader(QSize size, QImage::Format format)
{
    QImage dot(1, 1, format);
    dot.fill(Qt::black);
    QByteArray file = encoded(dot, "png");
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
