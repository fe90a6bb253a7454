// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/blankpage.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtTest/QtTest>

#include <functional>
#include <random>

using namespace tawasul;

class BlankPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTold_data();
    void isTold();
    void isToldOfSmallPicturesToo();

private:
    static void addWritten();
};

namespace {

constexpr QSize kA4{827, 1169}; // at 100 dots an inch
const QString kText = QStringLiteral("طلب تحديث بيانات جواز السفر المرفق مع صورة الإقامة");
using Draw = std::function<void(QPainter &)>;

QImage page(const QColor &paper, const Draw &draw = {})
{
    QImage image(kA4, QImage::Format_RGB32);
    image.fill(paper);
    QPainter painter(&image);
    painter.setFont(QFont(QStringLiteral("Noto Sans Arabic UI"), 12));
    if (draw)
        draw(painter);
    return image;
}

QImage grainy(QImage image, int strength)
{
    std::mt19937 random(11);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const int grain = int(random() % quint32(2 * strength + 1)) - strength;
            const int grey = std::clamp(qGray(image.pixel(x, y)) + grain, 0, 255);
            image.setPixel(x, y, qRgb(grey, grey, grey));
        }
    }
    return image;
}

void row(const char *name, const QImage &image, bool blank)
{
    QTest::newRow(name) << image << blank;
}

void shade(QPainter &painter)
{
    QLinearGradient light(0, 0, kA4.width(), kA4.height());
    light.setColorAt(0, QColor(250, 250, 245));
    light.setColorAt(1, QColor(200, 200, 195));
    painter.fillRect(QRect({}, kA4), light);
}

} // namespace

void BlankPageTest::addWritten()
{
    const QString text = kText;
    row("a line of text", page(Qt::white, [&text](QPainter &p) { p.drawText(200, 300, text); }), false);
    row("a line in uneven light",
        page(Qt::white,
             [&text](QPainter &p) {
                 shade(p);
                 p.drawText(200, 900, text);
             }),
        false);
    row("a pencil's line",
        grainy(page(Qt::white,
                    [&text](QPainter &p) {
                        p.setPen(QColor(120, 120, 120));
                        p.drawText(150, 300, text);
                        p.drawText(150, 340, text);
                    }),
               6),
        false);
    row("a stamp",
        page(Qt::white,
             [](QPainter &p) {
                 p.setPen(QPen(QColor(40, 60, 170), 3));
                 p.drawEllipse(QPoint(400, 600), 60, 60);
             }),
        false);
    row("a signature",
        page(Qt::white,
             [](QPainter &p) {
                 QPainterPath path(QPointF(500, 900));
                 path.cubicTo(560, 800, 580, 1000, 650, 880);
                 path.cubicTo(690, 820, 700, 950, 780, 900);
                 p.setPen(QPen(QColor(30, 30, 120), 3));
                 p.drawPath(path);
             }),
        false);
    row("a photograph on it",
        page(Qt::white, [](QPainter &p) { p.fillRect(300, 300, 200, 260, QColor(120, 90, 70)); }), false);
    row("all dark", page(Qt::black), false);
    row("half dark", page(Qt::white, [](QPainter &p) { p.fillRect(0, 0, 827, 600, QColor(90, 90, 90)); }),
        false);
}

void BlankPageTest::isTold_data()
{
    QTest::addColumn<QImage>("page");
    QTest::addColumn<bool>("blank");
    const QString text = kText;
    row("no picture", {}, false);
    row("white", page(Qt::white), true);
    row("grey paper", page(QColor(215, 212, 205)), true);
    row("noise", grainy(page(QColor(235, 235, 235)), 40), true);
    row("uneven light", page(Qt::white, shade), true);
    row("a shadow at its edge",
        page(Qt::white, [](QPainter &p) { p.fillRect(0, 0, 25, kA4.height(), Qt::black); }), true);
    row("shining through",
        grainy(page(Qt::white,
                    [&text](QPainter &p) {
                        p.setPen(QColor(238, 238, 238));
                        for (int y = 100; y < 1000; y += 30)
                            p.drawText(100, y, text);
                    }),
               4),
        true);
    row("dust",
        page(Qt::white,
             [](QPainter &p) {
                 std::mt19937 random(3);
                 for (int i = 0; i < 60; ++i)
                     p.fillRect(int(random() % 800U), int(random() % 1100U), 1, 1, Qt::black);
             }),
        true);
    row("its number alone", page(Qt::white, [](QPainter &p) { p.drawText(400, 1100, QStringLiteral("12")); }),
        true);
    addWritten();
}

void BlankPageTest::isTold()
{
    QFETCH(QImage, page);
    QFETCH(bool, blank);
    const double share = inkShare(page);
    QVERIFY(share >= 0 && share <= 1);
    QVERIFY2(isNearlyBlank(page) == blank, qPrintable(QString::number(share, 'f', 5)));
}

void BlankPageTest::isToldOfSmallPicturesToo()
{
    const QImage written = page(Qt::white, [](QPainter &p) {
        for (int y = 100; y < 1000; y += 30)
            p.drawText(100, y, QStringLiteral("طلب تحديث بيانات جواز السفر المرفق"));
    });
    for (const int side : {60, 120, 300}) {
        const auto small = [side](const QImage &image) {
            return image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        };
        QVERIFY(!isNearlyBlank(small(written)));
        QVERIFY(isNearlyBlank(small(page(QColor(240, 240, 235)))));
    }
    QVERIFY(isNearlyBlank(page(Qt::white).convertToFormat(QImage::Format_Grayscale8)));
    QImage speck(1, 1, QImage::Format_RGB32);
    speck.fill(Qt::black);
    QVERIFY(!isNearlyBlank(speck));
}

QTEST_MAIN(BlankPageTest)
#include "tst_blankpage.moc"
