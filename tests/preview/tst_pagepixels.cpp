// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/previewpage.h"

#include <QtTest/QtTest>

using namespace tawasul;

class PagePixelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepTheShapeWithinTheLimits_data();
    void keepTheShapeWithinTheLimits();
};

void PagePixelsTest::keepTheShapeWithinTheLimits_data()
{
    QTest::addColumn<QSizeF>("points");
    QTest::addColumn<QSize>("fitInto");
    QTest::addColumn<double>("pixelsPerPoint");
    QTest::addColumn<QSize>("pixels");
    const QSizeF a4(595.276, 841.89);
    const double largest = double(kMaximumMillipoints) / 1000;
    QTest::newRow("150 dots an inch") << a4 << QSize(0, 0) << 150.0 / 72 << QSize(1240, 1754);
    QTest::newRow("a box that is wider") << a4 << QSize(2000, 842) << 1.0 << QSize(595, 842);
    QTest::newRow("a box that is higher") << a4 << QSize(595, 5000) << 1.0 << QSize(595, 841);
    QTest::newRow("the width only") << a4 << QSize(1190, 0) << 1.0 << QSize(1190, 1683);
    QTest::newRow("the height only") << a4 << QSize(0, 1684) << 1.0 << QSize(1191, 1684);
    QTest::newRow("more than 64 MiB") << QSizeF(1000, 1000) << QSize(0, 0) << 100.0 << QSize(4096, 4096);
    QTest::newRow("64 MiB of A4") << a4 << QSize(0, 0) << 100.0 << QSize(3444, 4871);
    QTest::newRow("a thread") << QSizeF(largest, 0.001) << QSize(500, 500) << 1.0 << QSize(500, 1);
    QTest::newRow("a thread at its full length")
        << QSizeF(largest, 1) << QSize(0, 0) << 1.0 << QSize(32767, 1);
    QTest::newRow("a speck") << QSizeF(0.001, 0.001) << QSize(0, 0) << 1.0 << QSize(1, 1);
    QTest::newRow("a speck made large") << QSizeF(0.001, 0.001) << QSize(0, 0) << 1e9 << QSize(4096, 4096);
    QTest::newRow("no scale at all") << QSizeF(100, 50) << QSize(0, 0) << 0.0 << QSize(100, 50);
    QTest::newRow("a negative scale") << QSizeF(100, 50) << QSize(0, 0) << -3.0 << QSize(100, 50);
    QTest::newRow("no number") << QSizeF(100, 50) << QSize(0, 0) << qQNaN() << QSize(100, 50);
    QTest::newRow("endless") << QSizeF(100, 50) << QSize(0, 0) << qInf() << QSize(100, 50);
}

void PagePixelsTest::keepTheShapeWithinTheLimits()
{
    QFETCH(QSizeF, points);
    QFETCH(QSize, fitInto);
    QFETCH(double, pixelsPerPoint);
    PageRequest request;
    request.fitInto = fitInto;
    request.pixelsPerPoint = pixelsPerPoint;
    const QSize pixels = pagePixels(request, points);
    QTEST(pixels, "pixels");
    QVERIFY(quint64(pixels.width()) * quint64(pixels.height()) * kBytesPerPixel <= kMaximumPixelBytes);
}

QTEST_GUILESS_MAIN(PagePixelsTest)
#include "tst_pagepixels.moc"
