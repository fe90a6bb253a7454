// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/previewfixtures.h"
#include "tests/support/previewrig.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace tawasul;
namespace fx = tawasul::fixtures;

/// Pictures of the kinds that came after the first ones, through the real worker.
class PreviewPicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAndShowsEachKind_data();
    void tellsAndShowsEachKind();
    void pagesOfATiffAreItsPictures();
    void turnsWebpAsItsExifSays_data();
    void turnsWebpAsItsExifSays();
    void showsAPhotographOfATelephone();
    void showsTheFirstPictureOfAnAnimation();
    void turnsAPageBeforeItIsAnswered();
    void saysTooLargeWhenThereIsNoMemory();
    void refusesWhatOnlyLooksLikeOne_data();
    void refusesWhatOnlyLooksLikeOne();

private:
    [[nodiscard]] PageRequest requestFor(const QByteArray &document, int page = 0);

    static PreviewSettings settings();
    QTemporaryDir m_folder;
};

namespace {

bool isLike(QColor one, QColor other)
{
    return qAbs(one.red() - other.red()) < 60 && qAbs(one.green() - other.green()) < 60
        && qAbs(one.blue() - other.blue()) < 60;
}

} // namespace

PreviewSettings PreviewPicturesTest::settings()
{
    PreviewSettings settings;
    settings.program = QStringLiteral(TAWASUL_PREVIEW_PROGRAM);
    return settings;
}

PageRequest PreviewPicturesTest::requestFor(const QByteArray &document, int page)
{
    PageRequest request;
    request.sha256 =
        QString::fromLatin1(QCryptographicHash::hash(document, QCryptographicHash::Sha256).toHex());
    request.path = m_folder.filePath(request.sha256);
    request.page = page;
    if (QFile file(request.path); file.open(QIODevice::WriteOnly))
        file.write(document);
    return request;
}

void PreviewPicturesTest::tellsAndShowsEachKind_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<DocumentKind>("kind");
    const QImage picture = fx::twoColours({160, 120});
    QTest::newRow("JPEG") << fx::encoded(picture, "jpeg") << DocumentKind::Jpeg;
    QTest::newRow("PNG") << fx::encoded(picture, "png") << DocumentKind::Png;
    QTest::newRow("BMP") << fx::encoded(picture, "bmp") << DocumentKind::Bmp;
    QTest::newRow("TIFF") << fx::encoded(picture, "tiff") << DocumentKind::Tiff;
    QTest::newRow("WebP") << fx::encoded(picture, "webp") << DocumentKind::Webp;
    if (const QByteArray heic = fx::heic(picture); !heic.isEmpty())
        QTest::newRow("HEIC") << heic << DocumentKind::Heif;
    // The brand that says only how it is kept, as some telephones and converters write it.
    if (QByteArray heic = fx::heic(picture); heic.size() > 12)
        QTest::newRow("HEIC as mif1") << heic.replace(8, 4, "mif1") << DocumentKind::Heif;
}

void PreviewPicturesTest::tellsAndShowsEachKind()
{
    QFETCH(QByteArray, document);
    PreviewRig rig(settings());
    for (const QSize box : {QSize(160, 120), QSize(40, 30), QSize(320, 240)}) {
        PageRequest request = requestFor(document);
        request.fitInto = box;
        const PreviewAnswer answer = rig.page(request);
        QCOMPARE(verdictOf(answer), QStringLiteral("page"));
        QTEST(answer->kind, "kind");
        QCOMPARE(answer->pageCount, 1);
        QCOMPARE(answer->pageSizePoints, QSizeF(120, 90));
        QCOMPARE(answer->image.size(), box);
        QVERIFY(isLike(answer->image.pixelColor(box.width() / 4, box.height() / 2), Qt::red));
        QVERIFY(isLike(answer->image.pixelColor(box.width() * 3 / 4, box.height() / 2), Qt::blue));
    }
}

void PreviewPicturesTest::pagesOfATiffAreItsPictures()
{
    const QByteArray document =
        fx::tiff({{{80, 40}, Qt::red}, {{40, 60}, Qt::green}, {{80, 40}, Qt::blue, 6}});
    PreviewRig rig(settings());
    const std::array<std::pair<QColor, QSizeF>, 3> expected{
        {{Qt::red, {60, 30}}, {Qt::green, {30, 45}}, {Qt::blue, {30, 60}}}}; // the last one stands
    for (const int page : {2, 0, 1}) {
        const PreviewAnswer answer = rig.page(requestFor(document, page));
        QCOMPARE(verdictOf(answer), QStringLiteral("page"));
        QCOMPARE(answer->pageCount, 3);
        QCOMPARE(answer->pageSizePoints, expected.at(std::size_t(page)).second);
        QVERIFY(isLike(answer->image.pixelColor(5, 5), expected.at(std::size_t(page)).first));
    }
    QCOMPARE(verdictOf(rig.page(requestFor(document, 3))), QStringLiteral("preview.no_such_page"));
}

void PreviewPicturesTest::turnsWebpAsItsExifSays_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QSizeF>("points");
    QTest::addColumn<QPoint>("red"); // a corner, 0 or 1 each way
    QTest::addColumn<QPoint>("blue");
    const QSizeF lying(60, 30);
    const QSizeF standing(30, 60);
    QTest::newRow("as it is") << 1 << lying << QPoint(0, 0) << QPoint(1, 0);
    QTest::newRow("mirrored") << 2 << lying << QPoint(1, 0) << QPoint(0, 0);
    QTest::newRow("half a turn") << 3 << lying << QPoint(1, 0) << QPoint(0, 0);
    QTest::newRow("a quarter to the right") << 6 << standing << QPoint(0, 0) << QPoint(0, 1);
    QTest::newRow("a quarter to the left") << 8 << standing << QPoint(0, 1) << QPoint(0, 0);
    QTest::newRow("by nonsense") << 99 << lying << QPoint(0, 0) << QPoint(1, 0);
}

void PreviewPicturesTest::turnsWebpAsItsExifSays()
{
    QFETCH(int, orientation);
    QFETCH(QPoint, red);
    QFETCH(QPoint, blue);
    PreviewRig rig(settings());
    const PreviewAnswer answer = rig.page(requestFor(fx::turnedWebp({80, 40}, orientation)));
    QCOMPARE(verdictOf(answer), QStringLiteral("page"));
    QTEST(answer->pageSizePoints, "points");
    const QImage &image = answer->image;
    const auto corner = [&image](QPoint at) {
        return image.pixelColor(at.x() == 0 ? 1 : image.width() - 2, at.y() == 0 ? 1 : image.height() - 2);
    };
    QVERIFY(isLike(corner(red), Qt::red));
    QVERIFY(isLike(corner(blue), Qt::blue));
}

void PreviewPicturesTest::showsAPhotographOfATelephone()
{
    const QByteArray heic = fx::heic(fx::twoColours({1600, 1200}));
    if (heic.isEmpty())
        QSKIP("libheif cannot write here");
    PreviewRig rig(settings());
    PageRequest request = requestFor(heic);
    request.fitInto = {800, 600};
    const PreviewAnswer answer = rig.page(request);
    QCOMPARE(verdictOf(answer), QStringLiteral("page"));
    QVERIFY(isLike(answer->image.pixelColor(10, 10), Qt::red));
    QCOMPARE(verdictOf(rig.page(requestFor(heic.left(heic.size() / 2)))),
             QStringLiteral("preview.unreadable"));
}

void PreviewPicturesTest::showsTheFirstPictureOfAnAnimation()
{
    // Two pictures of one pixel, white and then black.
    const QByteArray gif = QByteArray::fromHex("47494638396101000100800000ffffff000000"
                                               "21f90400000000002c00000000010001000002024401 00"
                                               "21f90400000000002c000000000100010000020 24c0100 3b");
    PreviewRig rig(settings());
    const PreviewAnswer answer = rig.page(requestFor(gif));
    QCOMPARE(verdictOf(answer), QStringLiteral("page"));
    QCOMPARE(answer->pageCount, 1);
    QCOMPARE(answer->image.pixel(0, 0), 0xffffffffU);
}

// Within what a header may say, and more than a worker has: another copy of the file would help nobody.
// On the host's side of the wire, so that any way round is the worker's one picture.
void PreviewPicturesTest::turnsAPageBeforeItIsAnswered()
{
    PreviewRig rig(settings());
    PageRequest request = requestFor(fx::encoded(fx::twoColours({80, 40}), "png"));
    request.fitInto = {160, 80};
    const PreviewAnswer upright = rig.page(request);
    QVERIFY(upright.has_value());
    QCOMPARE(upright->quarters, 0);
    QCOMPARE(upright->image.size(), QSize(160, 80));
    QImage wanted = upright->image;
    for (int quarters = 1; quarters < 4; ++quarters) {
        wanted = wanted.transformed(QTransform().rotate(90));
        request.quarters = quarters;
        for (int times = 0; times < 2; ++times) {
            const PreviewAnswer turned = rig.page(request);
            QVERIFY(turned.has_value());
            QCOMPARE(turned->quarters, quarters);
            QCOMPARE(turned->image, wanted);
            QCOMPARE(turned->pageSizePoints, upright->pageSizePoints);
        }
    }
    QCOMPARE(rig.host().tally().drawn, 1);
    // And of a worker's own picture.
    request.fitInto = {40, 20};
    const PreviewAnswer small = rig.page(request);
    QVERIFY(small.has_value());
    QCOMPARE(small->image.size(), QSize(20, 40));
    QCOMPARE(rig.host().tally().drawn, 2);
    QVERIFY(rig.blankness(request).has_value());
}

void PreviewPicturesTest::saysTooLargeWhenThereIsNoMemory()
{
    PreviewRig rig(settings());
    // Eight bytes a pixel.
    QCOMPARE(verdictOf(rig.page(requestFor(fx::pngHeader({9'900, 9'900}, QImage::Format_RGBA64)))),
             QStringLiteral("preview.too_large"));
    QCOMPARE(verdictOf(rig.page(requestFor(fx::pngHeader({900, 900}, QImage::Format_RGBA64)))),
             QStringLiteral("preview.unreadable")); // it is broken, and small
}

void PreviewPicturesTest::refusesWhatOnlyLooksLikeOne_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("verdict");
    const QString unreadable = QStringLiteral("preview.unreadable");
    QTest::newRow("TIFF without pages") << QByteArray::fromHex("49492a0000000000") << unreadable;
    QByteArray loop = fx::tiff({{{4, 4}, Qt::red}});
    qToLittleEndian(*reinterpret_cast<const quint32 *>(loop.constData() + 4), loop.data() + loop.size() - 4);
    QTest::newRow("TIFF whose last page is its first") << loop << QStringLiteral("page");
    QTest::newRow("TIFF of 60000 x 60000") << fx::tiff({{{1, 1}, Qt::red}})
                                                  .replace(QByteArray::fromHex("0001040001000000 01000000"),
                                                           QByteArray::fromHex("000104000100000060ea0000"))
                                                  .replace(QByteArray::fromHex("010104000100000001000000"),
                                                           QByteArray::fromHex("010104000100000060ea0000"))
                                           << QStringLiteral("preview.too_large");
    QTest::newRow("WebP without picture") << QByteArray("RIFF\x04\0\0\0WEBP", 12) << unreadable;
    QTest::newRow("HEIC without picture") << QByteArray("\0\0\0\x18"
                                                        "ftypheic\0\0\0\0heicmif1",
                                                        24)
                                          << unreadable;
    QTest::newRow("a film") << QByteArray("\0\0\0\x18"
                                          "ftypmp42\0\0\0\0mp42isom",
                                          24)
                            << QStringLiteral("preview.unknown_type");
}

void PreviewPicturesTest::refusesWhatOnlyLooksLikeOne()
{
    QFETCH(QByteArray, document);
    PreviewRig rig(settings());
    QTEST(verdictOf(rig.page(requestFor(document))), "verdict");
}

QTEST_MAIN(PreviewPicturesTest)
#include "tst_pictures.moc"
