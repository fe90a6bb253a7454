// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/previewfixtures.h"
#include "tests/support/previewrig.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <poppler-qt6.h>

using namespace tawasul;
namespace fx = tawasul::fixtures;

/// Pages that are one JPEG do not go through Splash; nobody may see that.
class PreviewScansTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void lookAsSplashWouldHaveThem_data();
    void lookAsSplashWouldHaveThem();
    void areLeftToSplashWhenInDoubt_data();
    void areLeftToSplashWhenInDoubt();

private:
    [[nodiscard]] PageRequest requestFor(const QByteArray &document);

    static PreviewSettings settings();
    QTemporaryDir m_folder;
    QByteArray m_paper;
    QByteArray m_greyPaper;
};

namespace {

constexpr QSize kPixels{1240, 1754};

QImage bySplash(const QByteArray &document, QSize pixels)
{
    const auto opened = Poppler::Document::loadFromData(document);
    opened->setRenderHint(Poppler::Document::Antialiasing);
    opened->setRenderHint(Poppler::Document::TextAntialiasing);
    const auto page = opened->page(0);
    const QSizeF points = page->pageSizeF();
    return page->renderToImage(72 * pixels.width() / points.width(), 72 * pixels.height() / points.height(),
                               0, 0, pixels.width(), pixels.height());
}

/// Mean difference of brightness, and the part of pixels where it is plain to see.
std::pair<double, double> difference(const QImage &one, const QImage &other)
{
    constexpr int kPlain = 40;
    double sum = 0;
    int plain = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const int apart = qAbs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y)));
            sum += apart;
            plain += apart > kPlain ? 1 : 0;
        }
    }
    const double pixels = double(one.width()) * one.height();
    return {sum / pixels, plain / pixels};
}

bool isSame(const QImage &one, const QImage &other)
{
    return one.convertToFormat(QImage::Format_RGB32) == other.convertToFormat(QImage::Format_RGB32);
}

} // namespace

void PreviewScansTest::initTestCase()
{
    Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {});
    m_paper = fx::encoded(fx::scannedPaper(kPixels, 1), "jpeg");
    m_greyPaper = fx::encoded(fx::scannedPaper(kPixels, 1, true), "jpeg");
}

PreviewSettings PreviewScansTest::settings()
{
    PreviewSettings settings;
    settings.program = QStringLiteral(TAWASUL_PREVIEW_PROGRAM);
    return settings;
}

PageRequest PreviewScansTest::requestFor(const QByteArray &document)
{
    PageRequest request;
    request.sha256 =
        QString::fromLatin1(QCryptographicHash::hash(document, QCryptographicHash::Sha256).toHex());
    request.path = m_folder.filePath(request.sha256);
    if (QFile file(request.path); file.open(QIODevice::WriteOnly))
        file.write(document);
    return request;
}

void PreviewScansTest::lookAsSplashWouldHaveThem_data()
{
    QTest::addColumn<QByteArray>("document");
    const auto row = [this](const char *name, const fx::ScanOddities &odd) {
        QTest::newRow(name) << fx::scannedPdf({m_paper}, kPixels, {595, 842}, odd);
    };
    row("in colour", {});
    QTest::newRow("in grey") << fx::scannedPdf({m_greyPaper}, kPixels, {595, 842},
                                               {{}, "/ColorSpace/DeviceGray", {}});
    row("turned to the right", {"/Rotate 90", {}, {}});
    row("upside down", {"/Rotate 180", {}, {}});
    row("turned to the left", {"/Rotate -90", {}, {}});
    row("with text that was recognised", {{}, {}, "BT 3 Tr /F 12 Tf 40 40 Td (found) Tj ET"});
    row("clipped to the page", {{}, {}, "q 0 0 595 842 re W n Q"});
    row("with a crop box of the same size", {"/CropBox[0 0 595 842]", {}, {}});
}

void PreviewScansTest::lookAsSplashWouldHaveThem()
{
    QFETCH(QByteArray, document);
    PreviewRig rig(settings());
    for (const int side : {1754, 877, 700, 180}) {
        PageRequest request = requestFor(document);
        request.fitInto = {side, side};
        const PreviewAnswer answer = rig.page(request);
        QCOMPARE(verdictOf(answer), QStringLiteral("page"));
        // Splash lets an image reach a pixel beyond the page and thereby moves all of it by some part of one:
        // it is asked for three times as many, which makes that part small.
        const QSize size = answer->image.size();
        const QImage splash =
            bySplash(document, size * 3).scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        const auto [mean, plain] = difference(answer->image, splash);
        const QByteArray figures =
            QByteArray::number(side) + ": " + QByteArray::number(mean) + ' ' + QByteArray::number(plain);
        // Letters of two pixels are grey to everybody, but not the same grey.
        const bool tiny = side < 500;
        QVERIFY2(mean < (tiny ? 6.5 : 3.0) && plain < (tiny ? 0.04 : 0.025), figures.constData());
        if (side < 1754)
            QVERIFY(!isSame(answer->image, splash)); // else it was Splash after all
    }
}

void PreviewScansTest::areLeftToSplashWhenInDoubt_data()
{
    QTest::addColumn<QByteArray>("document");
    const auto row = [this](const char *name, const fx::ScanOddities &odd, QSize points = {595, 842}) {
        QTest::newRow(name) << fx::scannedPdf({m_paper}, kPixels, points, odd);
    };
    row("text on it", {{}, {}, "BT /F 12 Tf 40 40 Td (seen) Tj ET"});
    row("a line on it", {{}, {}, "0 0 m 100 100 l S"});
    row("a rectangle on it", {{}, {}, "0 0 595 842 re f"});
    row("painted twice", {{}, {}, "q 100 0 0 100 0 0 cm /Im0 Do Q"});
    row("a state of its own", {{}, {}, "/GS gs"});
    row("beside the page", {"/CropBox[100 100 400 400]", {}, {}});
    row("an annotation", {"/Annots[<</Subtype/Square/Rect[9 9 99 99]/C[1 0 0]>>]", {}, {}});
    row("a mask", {{}, "/Mask[0 9 0 9 0 9]", {}});
    row("colours turned round", {{}, "/Decode[1 0 1 0 1 0]", {}});
    row("a size that is not its own", {{}, "/Width 1200", {}});
    row("hidden by a layer", {{}, "/OC<</Type/OCG/Name(x)>>", {}});
    row("cut short", {{}, {}, "Q Q Q"});
    row("colours measured", {{}, "/ColorSpace[/CalRGB<</WhitePoint[1 1 1]/Gamma[3 3 3]>>]", {}});
}

void PreviewScansTest::areLeftToSplashWhenInDoubt()
{
    QFETCH(QByteArray, document);
    PreviewRig rig(settings());
    PageRequest request = requestFor(document);
    request.fitInto = {700, 700};
    const PreviewAnswer answer = rig.page(request);
    QCOMPARE(verdictOf(answer), QStringLiteral("page"));
    QVERIFY(isSame(answer->image, bySplash(document, answer->image.size())));
}

QTEST_MAIN(PreviewScansTest)
#include "tst_scans.moc"
