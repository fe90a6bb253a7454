// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/preview/documentmakers.h"

#include "tests/support/previewfixtures.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtCore/QtEndian>

namespace tawasul {

namespace fx = fixtures;

namespace {

constexpr quint32 kHuge = 60'000; ///< pixels on a side

QString written(const QString &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(QDir(folder).filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("documents: %s cannot be written", qPrintable(file.fileName()));
    return file.fileName();
}

/// As zlib writes it.
QByteArray deflated(const QByteArray &bytes)
{
    return qCompress(bytes, 9).mid(4); // Qt puts the size before it
}

QByteArray streamOf(const QByteArray &entries, const QByteArray &content)
{
    return "<<" + entries + "/Length " + QByteArray::number(content.size()) + ">>stream\n" + content
        + "\nendstream";
}

/// One page of A4 with that content, and objects 5 … n besides.
QByteArray pageWith(const QByteArray &content, const QByteArray &resources, const QList<QByteArray> &more)
{
    return fx::pdfOf(
        QList<QByteArray>{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<"
                              + resources + ">>>>",
                          content}
        + more);
}

QByteArray pageWithImage(int width, int height, const QByteArray &entries, const QByteArray &pixels)
{
    const QByteArray size = "/Width " + QByteArray::number(width) + "/Height " + QByteArray::number(height);
    return pageWith(streamOf({}, "595 0 0 842 0 0 cm /I Do"), "/XObject<</I 5 0 R>>",
                    {streamOf("/Type/XObject/Subtype/Image" + size + entries, pixels)});
}

/// Writes a number where `mark` is found, so far behind its beginning; a mark that is missing is a fault
/// here.
template<class Number>
void patch(QByteArray &file, const QByteArray &mark, qsizetype behind, Number number)
{
    const qsizetype at = file.indexOf(mark);
    if (at < 0 || at + behind + qsizetype(sizeof(Number)) > file.size())
        qFatal("documents: a bomb without its place for a number");
    qToUnaligned(number, file.data() + at + behind);
}

// --- PDF ---

QByteArray twiceDeflated()
{
    constexpr qsizetype kBytes = qsizetype(256) << 20;
    const QByteArray once = deflated(QByteArray(kBytes, ' '));
    return pageWith(streamOf("/Filter[/FlateDecode/FlateDecode]", deflated(once)), {}, {});
}

QByteArray largeImage()
{
    constexpr qsizetype kBytes = qsizetype(64) << 20; // the rest is missing
    return pageWithImage(30'000, 30'000, "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode",
                         deflated(QByteArray(kBytes, '\0')));
}

QByteArray largeFax()
{
    return pageWithImage(
        60'000, 60'000,
        "/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns "
        "60000/Rows 60000>>",
        QByteArray(4096, '\xff'));
}

QByteArray deepTree()
{
    constexpr int kLevels = 20'000;
    QList<QByteArray> bodies{"<</Type/Catalog/Pages 2 0 R>>"};
    for (int level = 0; level < kLevels; ++level)
        bodies.append("<</Type/Pages/Count 1/Kids[" + QByteArray::number(level + 3) + " 0 R]>>");
    bodies.append("<</Type/Page/MediaBox[0 0 200 200]>>");
    return fx::pdfOf(bodies);
}

QByteArray roundTree()
{
    return fx::pdfOf(
        {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Parent 2 0 R/Kids[2 0 R 2 0 R]/Count 9999>>"});
}

QByteArray deepArrays()
{
    constexpr int kLevels = 500'000;
    return pageWith(streamOf({}, QByteArray(kLevels, '[')), {},
                    {QByteArray(kLevels, '[') + QByteArray(kLevels, ']')});
}

QByteArray muchContent()
{
    constexpr int kTimes = 50'000;
    const QByteArray many = QByteArray("5 0 R ").repeated(kTimes);
    return fx::pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[" + many + "]>>", "null",
                      streamOf({}, QByteArray("0 0 m 595 842 l S\n").repeated(2'000))});
}

QByteArray fineTiling()
{
    return pageWith(
        streamOf({}, "/Pattern cs /P scn 0 0 595 842 re f"), "/Pattern<</P 5 0 R>>",
        {streamOf("/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.001/YStep "
                  "0.001/Resources<<>>",
                  "0 0 1 1 re f")});
}

QByteArray roundForms()
{
    const QByteArray self = "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</F 5 0 R>>>>";
    return pageWith(streamOf({}, "/F Do"), "/XObject<</F 5 0 R>>",
                    {streamOf(self, QByteArray("/F Do ").repeated(50))});
}

QByteArray softMasks()
{
    // Groups of transparency in one another: each wants a page of memory of its own.
    constexpr int kLevels = 200;
    QList<QByteArray> more;
    for (int level = 0; level < kLevels; ++level) {
        const QByteArray next = QByteArray::number(level + 6);
        more.append(
            streamOf("/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency/I true>>/Resources"
                     "<</XObject<</F "
                         + next + " 0 R>>>>",
                     "/F Do /F Do"));
    }
    more.append(streamOf("/Type/XObject/Subtype/Form/BBox[0 0 595 842]", "0 0 m 595 842 l S"));
    return pageWith(streamOf({}, "/F Do"), "/XObject<</F 5 0 R>>", more);
}

QByteArray roundTables()
{
    QByteArray file = fx::plainPdf();
    const qsizetype at = file.lastIndexOf("xref\n0 ");
    return file.replace("trailer\n<<", QByteArray("trailer\n<</Prev " + QByteArray::number(at)));
}

// --- pictures ---

QByteArray hugeTiff()
{
    QByteArray file = fx::tiff({{{4, 4}, Qt::red}});
    const QByteArray one = QByteArray::fromHex("040001000000"); // a long, one of it
    patch(file, QByteArray::fromHex("0001") + one, 8, qToLittleEndian(kHuge));
    patch(file, QByteArray::fromHex("0101") + one, 8, qToLittleEndian(kHuge));
    return file;
}

QByteArray roundTiff()
{
    QByteArray file = fx::tiff({{{4, 4}, Qt::red}});
    file.replace(file.size() - 4, 4, file.mid(4, 4)); // after the last page comes the first
    return file;
}

QByteArray hugeGif()
{
    QByteArray file =
        QByteArray::fromHex("474946383961") + QByteArray(4, '\xff') + QByteArray::fromHex("800000");
    file += QByteArray::fromHex("000000ffffff") + QByteArray::fromHex("2c00000000") + QByteArray(4, '\xff');
    return file + QByteArray::fromHex("000202440100") + QByteArray(1, '\x3b');
}

QByteArray manyFrames()
{
    constexpr int kFrames = 100'000;
    QByteArray file = QByteArray::fromHex("474946383961a00fa00f800000000000ffffff");
    const QByteArray frame = QByteArray::fromHex("2c00000000010001000002024401003b").chopped(1);
    return file + frame.repeated(kFrames) + QByteArray(1, '\x3b');
}

QByteArray hugeWebp()
{
    QByteArray file = fx::encoded(fx::twoColours({16, 16}), "webp");
    if (file.contains(QByteArray::fromHex("9d012a"))) // of the lossy kind
        patch(file, QByteArray::fromHex("9d012a"), 3, qToLittleEndian(0x3fff3fffU));
    else
        patch(file, "VP8L", 9, qToLittleEndian(0x0fffffffU));
    return file;
}

QByteArray hugeCanvas()
{
    QByteArray file = fx::turnedWebp({16, 16}, 6);
    patch(file, "VP8X", 12, qToLittleEndian(0xffffffffU));
    patch(file, "VP8X", 14, qToLittleEndian(0xffffffffU));
    return file;
}

QByteArray hugeJpeg()
{
    QByteArray file = fx::encoded(fx::twoColours({64, 64}), "jpeg");
    patch(file, QByteArray::fromHex("ffc000"), 5, qToBigEndian(0xea60ea60U));
    return file;
}

QByteArray manyScans()
{
    constexpr int kScans = 100'000;
    QByteArray file = fx::encoded(fx::twoColours({16, 16}), "jpeg");
    const qsizetype scan = file.indexOf(QByteArray::fromHex("ffda"));
    const QByteArray data = file.mid(scan, file.size() - scan - 2);
    return file.first(scan) + data.repeated(kScans) + QByteArray::fromHex("ffd9");
}

QByteArray hugeHeic()
{
    QByteArray file = fx::heic(fx::twoColours({64, 64}));
    if (file.isEmpty())
        return {}; // libheif cannot write here
    patch(file, "ispe", 8, qToBigEndian(kHuge));
    patch(file, "ispe", 12, qToBigEndian(kHuge));
    return file;
}

QByteArray hugeBmp()
{
    QByteArray file = fx::encoded(fx::twoColours({4, 4}), "bmp");
    patch(file, "BM", 18, qToLittleEndian(kHuge));
    patch(file, "BM", 22, qToLittleEndian(kHuge));
    return file;
}

} // namespace

QStringList writeWhole(const QString &folder)
{
    const std::initializer_list<std::pair<const char *, QByteArray>> documents{
        {"whole-arabic.pdf", fx::arabicPdf(3)},
        {"whole-plain.pdf", fx::plainPdf({300, 300}, 4)},
        {"whole-sealed.pdf", fx::encryptedPdf({})}, // opens by itself
        {"whole-scan.pdf",
         fx::scannedPdf({fx::encoded(fx::scannedPaper({1240, 1754}, 1), "jpeg")}, {1240, 1754})},
        {"whole-turned.jpg", fx::turnedJpeg({300, 200}, 6)},
        {"whole-photo.jpg", fx::encoded(fx::scannedPaper({2000, 3000}, 2), "jpeg")},
        {"whole.png", fx::encoded(fx::twoColours({300, 200}), "png")},
        {"whole.bmp", fx::encoded(fx::twoColours({60, 40}), "bmp")},
        {"whole.tiff", fx::tiff({{{60, 40}, Qt::red}, {{40, 60}, Qt::blue, 6}})},
        {"whole.webp", fx::turnedWebp({90, 60}, 6)},
        {"whole.heic", fx::heic(fx::twoColours({128, 96}))},
    };
    QStringList files;
    for (const auto &[name, bytes] : documents) {
        if (!bytes.isEmpty())
            files.append(written(folder, QString::fromLatin1(name), bytes));
    }
    return files;
}

QStringList writeMutants(const QString &folder, int count, quint32 seed)
{
    const QList<QByteArray> whole{fx::arabicPdf(2),
                                  fx::plainPdf({300, 300}, 4),
                                  fx::encryptedPdf({}),
                                  fx::turnedJpeg({300, 200}, 6),
                                  fx::encoded(fx::twoColours({300, 200}), "png"),
                                  fx::encoded(fx::twoColours({60, 40}), "bmp"),
                                  fx::tiff({{{60, 40}, Qt::red}, {{40, 60}, Qt::blue, 6}}),
                                  fx::turnedWebp({90, 60}, 6),
                                  fx::heic(fx::twoColours({128, 96}))};
    QStringList files;
    for (int n = 0; n < count; ++n)
        files.append(written(folder, QStringLiteral("mutant-%1").arg(n, 5, 10, QLatin1Char('0')),
                             fx::mutant(whole.at(n % whole.size()), seed + static_cast<quint32>(n))));
    return files;
}

QStringList writeBombs(const QString &folder)
{
    const std::initializer_list<std::pair<const char *, QByteArray>> bombs{
        {"bomb-forms.pdf", fx::endlessPdf()},
        {"bomb-deflate.pdf", twiceDeflated()},
        {"bomb-image.pdf", largeImage()},
        {"bomb-fax.pdf", largeFax()},
        {"bomb-page.pdf", fx::plainPdf({1'000'000, 1'000'000})},
        {"bomb-pages.pdf", fx::plainPdf({10, 10}, 12'000)},
        {"bomb-deep-tree.pdf", deepTree()},
        {"bomb-round-tree.pdf", roundTree()},
        {"bomb-arrays.pdf", deepArrays()},
        {"bomb-content.pdf", muchContent()},
        {"bomb-tiling.pdf", fineTiling()},
        {"bomb-round-forms.pdf", roundForms()},
        {"bomb-groups.pdf", softMasks()},
        {"bomb-round-tables.pdf", roundTables()},
        {"bomb-square.png", fx::pngHeader({30'000, 30'000})},
        {"bomb-line.png", fx::pngHeader({2'000'000'000, 1})},
        {"bomb-just.png", fx::pngHeader({9'999, 9'999})},
        {"bomb-square.tiff", hugeTiff()},
        {"bomb-round.tiff", roundTiff()},
        {"bomb-square.gif", hugeGif()},
        {"bomb-frames.gif", manyFrames()},
        {"bomb-square.webp", hugeWebp()},
        {"bomb-canvas.webp", hugeCanvas()},
        {"bomb-square.jpg", hugeJpeg()},
        {"bomb-scans.jpg", manyScans()},
        {"bomb-square.heic", hugeHeic()},
        {"bomb-square.bmp", hugeBmp()},
    };
    QStringList files;
    for (const auto &[name, bytes] : bombs) {
        if (!bytes.isEmpty())
            files.append(written(folder, QString::fromLatin1(name), bytes));
    }
    return files;
}

bool isLegitimate(const QString &file)
{
    static const QRegularExpression kHostile(
        QStringLiteral("(^|/)(bombs?|mutant|go-?fuzz|fuzz|crash|oom|timeout)[^/]*(/|$)"));
    return !kHostile.match(file).hasMatch();
}

bool isWhole(const QString &file)
{
    return QFileInfo(file).fileName().startsWith(QStringLiteral("whole"));
}

} // namespace tawasul
