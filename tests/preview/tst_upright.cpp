// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/previewfixtures.h"
#include "tests/support/previewrig.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtGui/QPainter>
#include <QtTest/QtTest>

using namespace tawasul;
namespace fx = tawasul::fixtures;

/// How scans lie, told by a program of its own that is shut in and may lie itself.
class PreviewUprightTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void tellsHowAScanLies_data();
    void tellsHowAScanLies();
    void tellsNothingWhereNothingIsWritten_data();
    void tellsNothingWhereNothingIsWritten();
    void pagesAreShownMeanwhile();
    void nobodyWaitsForWhatWasCancelled();
    void aLieIsNoAnswer_data();
    void aLieIsNoAnswer();
    void withoutTheProgramNothingIsTold();

private:
    [[nodiscard]] static PreviewSettings settings();
    [[nodiscard]] PageRequest requestFor(const QByteArray &document);
    [[nodiscard]] static QImage written(const QString &text, const QString &family);

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_descriptors = 0;
};

namespace {

constexpr QSize kA4At150(1240, 1754);

const QString &arabic()
{
    static const QString kText = QStringLiteral(
        "المديرية العامة للجوازات\n"
        "نأمل من سعادتكم التكرم بالموافقة على تمديد تأشيرة الخروج والعودة للعامل المذكور أعلاه وذلك لظروف "
        "السفر الطارئة، وإفادتنا بما يتم حيال الطلب رقم 448210 المقدم بتاريخ 12 جمادى الآخرة.\n"
        "كما نرفق لكم صورة من جواز السفر وصورة من هوية مقيم وعقد العمل الموثق من الجهة المختصة.\n"
        "وتقبلوا فائق التحية والتقدير،\nمقدم الطلب صاحب المنشأة");
    return kText;
}

const QString &english()
{
    static const QString kText = QStringLiteral(
        "General Directorate of Passports\n"
        "We kindly request your approval to extend the exit and re-entry visa of the worker named above, "
        "owing "
        "to urgent circumstances of travel, and to be advised of the outcome of request number 448210.\n"
        "Please find attached a copy of the passport, of the resident identity and of the employment "
        "contract "
        "certified by the competent authority.\nWith best regards,\nthe applicant");
    return kText;
}

} // namespace

// The files of fonts that stay open are not the preview's.
void PreviewUprightTest::initTestCase()
{
    for (const char *family : {"Noto Naskh Arabic", "Noto Sans Arabic", "Noto Kufi Arabic"})
        (void)written(arabic(), QString::fromLatin1(family));
    (void)written(english(), QStringLiteral("Noto Serif"));
}

void PreviewUprightTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_descriptors = openDescriptors();
}

void PreviewUprightTest::cleanup()
{
    QCOMPARE(childProcesses().size(), std::size_t(0));
    QCOMPARE(openDescriptors(), m_descriptors);
}

PreviewSettings PreviewUprightTest::settings()
{
    PreviewSettings settings;
    settings.program = QStringLiteral(TAWASUL_PREVIEW_PROGRAM);
    settings.uprightProgram = QStringLiteral(TAWASUL_UPRIGHT_PROGRAM);
    return settings;
}

PageRequest PreviewUprightTest::requestFor(const QByteArray &document)
{
    PageRequest request;
    request.sha256 =
        QString::fromLatin1(QCryptographicHash::hash(document, QCryptographicHash::Sha256).toHex());
    request.path = m_folder->filePath(request.sha256);
    request.fitInto = {kA4At150.height(), kA4At150.height()};
    request.isOnce = true;
    if (QFile file(request.path); !file.exists() && file.open(QIODevice::WriteOnly))
        file.write(document);
    return request;
}

// As a scanner sees it: grey paper, a little crooked, soft.
QImage PreviewUprightTest::written(const QString &text, const QString &family)
{
    QImage paper(kA4At150, QImage::Format_RGB32);
    paper.fill(QColor(248, 247, 243));
    QPainter painter(&paper);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.rotate(0.6);
    QFont font(family);
    font.setPixelSize(26);
    painter.setFont(font);
    painter.setPen(QColor(40, 40, 46));
    const bool isArabic = text.front().unicode() > 0x600;
    QTextOption option(isArabic ? Qt::AlignRight : Qt::AlignLeft);
    option.setTextDirection(isArabic ? Qt::RightToLeft : Qt::LeftToRight);
    for (int part = 0; part < 3; ++part)
        painter.drawText(QRectF(120, 140 + part * 480, 1000, 480), text, option);
    painter.end();
    const QSize soft = kA4At150 * 9 / 10;
    return paper.scaled(soft, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(kA4At150, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

void PreviewUprightTest::tellsHowAScanLies_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("family");
    QTest::addColumn<int>("turned"); // to the right, as it was laid on the scanner
    QTest::addColumn<bool>("asPdf");
    for (int turned = 0; turned < 4; ++turned) {
        const auto name = [turned](const char *what) -> QByteArray {
            return QByteArray(what) + QByteArray::number(90 * turned);
        };
        QTest::newRow(name("naskh ").constData())
            << arabic() << QStringLiteral("Noto Naskh Arabic") << turned << false;
        QTest::newRow(name("sans in a PDF ").constData())
            << arabic() << QStringLiteral("Noto Sans Arabic") << turned << true;
        QTest::newRow(name("kufi ").constData())
            << arabic() << QStringLiteral("Noto Kufi Arabic") << turned << false;
        QTest::newRow(name("English ").constData())
            << english() << QStringLiteral("Noto Serif") << turned << false;
    }
}

void PreviewUprightTest::tellsHowAScanLies()
{
    QFETCH(QString, text);
    QFETCH(QString, family);
    QFETCH(int, turned);
    QFETCH(bool, asPdf);
    const QImage page = written(text, family).transformed(QTransform().rotate(90 * turned));
    const QByteArray jpeg = fx::encoded(page, "jpeg");
    const bool lies = turned % 2 == 1;
    const QByteArray document =
        asPdf ? fx::scannedPdf({jpeg}, page.size(), lies ? QSize(842, 595) : QSize(595, 842)) : jpeg;
    PreviewRig rig(settings());
    const auto told = rig.orientation(requestFor(document));
    QVERIFY2(told, told ? "" : qPrintable(told.error().code));
    QVERIFY(told->isKnown);
    QCOMPARE(told->quarters, (4 - turned) % 4);
}

void PreviewUprightTest::tellsNothingWhereNothingIsWritten_data()
{
    QTest::addColumn<QImage>("picture");
    QImage blank(kA4At150, QImage::Format_RGB32);
    blank.fill(Qt::white);
    QTest::newRow("blank") << blank;
    QImage photo = blank;
    QPainter painter(&photo);
    painter.setPen(Qt::NoPen);
    for (int spot = 0; spot < 300; ++spot) {
        painter.setBrush(QColor::fromHsv(spot * 7 % 360, 120, 90 + spot % 160, 120));
        painter.drawEllipse(QPoint(spot * 397 % 1240, spot * 811 % 1754), 20 + spot % 90, 30 + spot % 70);
    }
    painter.end();
    QTest::newRow("a photograph") << photo;
    QTest::newRow("a pixel") << blank.copy(0, 0, 1, 1);
    QTest::newRow("a line") << blank.copy(0, 0, 1240, 2);
}

void PreviewUprightTest::tellsNothingWhereNothingIsWritten()
{
    QFETCH(QImage, picture);
    PreviewRig rig(settings());
    const auto told = rig.orientation(requestFor(fx::encoded(picture, "png")));
    QVERIFY(told);
    QVERIFY(!told->isKnown);
    QCOMPARE(told->quarters, 0);
}

// It is looked at in another process, one picture after the other, and remembered.
void PreviewUprightTest::pagesAreShownMeanwhile()
{
    const QByteArray scan = fx::encoded(written(arabic(), QStringLiteral("Noto Naskh Arabic")), "jpeg");
    PreviewRig rig(settings());
    int told = 0;
    for (int i = 0; i < 3; ++i)
        rig.host().askOrientation(requestFor(scan), [&told](const Result<PageOrientation> &orientation) {
            told += orientation && orientation->isKnown ? 1 : 0;
        });
    QCOMPARE(verdictOf(rig.page(requestFor(fx::plainPdf()))), QStringLiteral("page"));
    QTRY_COMPARE_WITH_TIMEOUT(told, 3, 20'000);
    QElapsedTimer again;
    again.start();
    QVERIFY(rig.orientation(requestFor(scan)));
    QVERIFY2(again.elapsed() < 50, "it was looked at again");
    rig.host().forget(requestFor(scan).sha256);
    QVERIFY(rig.orientation(requestFor(scan)));
}

void PreviewUprightTest::nobodyWaitsForWhatWasCancelled()
{
    const QByteArray scan = fx::encoded(written(arabic(), QStringLiteral("Noto Naskh Arabic")), "jpeg");
    PreviewRig rig(settings());
    bool answered = false;
    const quint64 id = rig.host().askOrientation(requestFor(scan), [&](const auto &) { answered = true; });
    QTRY_VERIFY_WITH_TIMEOUT(childProcesses().size() >= 3, 10'000); // worker, spare, and the one that looks
    rig.host().cancel(id);
    QVERIFY(rig.orientation(requestFor(scan)));
    QVERIFY(!answered);
}

void PreviewUprightTest::aLieIsNoAnswer_data()
{
    QTest::addColumn<QString>("lie");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *lie, const char *code) {
        QTest::newRow(lie) << QString::fromLatin1(lie) << QString::fromLatin1(code);
    };
    row("upright-1-3", "");
    row("upright-1-4", "preview.lied");
    row("upright-1-4294967295", "preview.lied");
    row("upright-2-0", "preview.lied");
    row("upright-0-1", "preview.lied");
    row("upright-short", "preview.lied");
    row("upright-sequence", "preview.lied");
    row("upright-descriptor", "preview.lied");
    row("upright-exit", "preview.crashed");
    row("upright-silent", "preview.timeout");
    row("startsilent", "preview.timeout");
    row("startexit", "preview.worker_broken");
    row("startprotocol", "preview.worker_broken");
    row("startunsealed", "preview.worker_broken");
    row("startsequence", "preview.worker_broken");
    row("startshort", "preview.worker_broken");
    row("startflood", "preview.lied");
}

void PreviewUprightTest::aLieIsNoAnswer()
{
    QFETCH(QString, lie);
    QFETCH(QString, code);
    PreviewSettings lying = settings();
    lying.uprightProgram = m_folder->filePath(lie);
    QVERIFY(QFile::link(QStringLiteral(TAWASUL_LYING_WORKER), lying.uprightProgram));
    lying.patience.start = std::chrono::milliseconds(1500);
    lying.patience.page = std::chrono::milliseconds(1500);
    PreviewRig rig(lying);
    const auto request = requestFor(fx::encoded(fx::twoColours({64, 48}), "png"));
    const auto told = rig.orientation(request);
    QCOMPARE(told ? QString() : told.error().code, code);
    if (told)
        QCOMPARE(told->quarters, 3);
    // Whatever it was, pages are shown as before.
    QCOMPARE(verdictOf(rig.page(request)), QStringLiteral("page"));
}

void PreviewUprightTest::withoutTheProgramNothingIsTold()
{
    PreviewSettings poor = settings();
    poor.uprightProgram = m_folder->filePath(QStringLiteral("missing"));
    PreviewRig rig(poor);
    const auto request = requestFor(fx::encoded(fx::twoColours({64, 48}), "png"));
    const auto told = rig.orientation(request);
    QVERIFY(!told);
    QCOMPARE(told.error().code, QStringLiteral("preview.worker_missing"));
    QCOMPARE(verdictOf(rig.page(request)), QStringLiteral("page"));
}

QTEST_MAIN(PreviewUprightTest)
#include "tst_upright.moc"
