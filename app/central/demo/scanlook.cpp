// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/scanlook.h"

#include <QtCore/QBuffer>
#include <QtGui/QPainter>

#include <algorithm>
#include <array>

namespace tawasul {

namespace {

// Adds grain and a light that falls off to one side, to every channel alike. The grain of a row is cut out of
// one long draw: as much chance as anybody sees, at a fraction of the time.
void weather(QImage &image, int grain, int fallOff, Dice &dice)
{
    constexpr int kDrawn = 8192;
    const int channels = image.depth() / 8;
    const int mask = (1 << grain) - 1;
    std::array<signed char, kDrawn> drawn{};
    for (std::size_t i = 0; i < drawn.size(); i += 8) {
        std::uint64_t noise = dice.next();
        for (std::size_t k = 0; k < 8; ++k, noise >>= 8U)
            drawn[i + k] =
                static_cast<signed char>(static_cast<int>(noise & static_cast<unsigned>(mask)) - mask / 2);
    }
    const bool fromTop = dice.chance(50);
    for (int y = 0; y < image.height(); ++y) {
        uchar *value = image.scanLine(y);
        const int along = fromTop ? y : image.height() - y;
        const int shade = fallOff * along / image.height();
        const signed char *noise = drawn.data() + dice.below(kDrawn - image.width());
        const signed char *end = noise + image.width();
        for (; noise != end; ++noise, value += channels) {
            const int change = *noise - shade;
            for (int c = 0; c < std::min(channels, 3); ++c)
                value[c] = static_cast<uchar>(std::clamp(value[c] + change, 0, 255));
        }
    }
}

QImage laidOn(const QImage &page, qreal degrees, const QPointF &shift, unsigned paper)
{
    QImage result(page.size(), QImage::Format_Grayscale8);
    result.fill(paper);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QPointF centre = QRectF(page.rect()).center();
    painter.translate(centre + shift);
    painter.rotate(degrees);
    painter.translate(-centre);
    painter.drawImage(QPointF(0, 0), page);
    return result;
}

} // namespace

QImage scanned(const QImage &page, Dice &dice)
{
    const qreal degrees = dice.between(-14, 14) / 10.0;
    QImage image = laidOn(page, degrees, QPointF(dice.between(-6, 6), dice.between(-6, 6)), 226);
    weather(image, 2, 9, dice); // more grain would be most of the file
    return image;
}

QImage scannedBadly(const QImage &page, Dice &dice)
{
    const QSize tiny = page.size() * 22 / 100;
    const QImage blurred = page.scaled(tiny, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                               .scaled(page.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QPointF away(page.width() * dice.between(9, 16) / 100.0,
                       page.height() * dice.between(-12, 12) / 100.0);
    QImage image = laidOn(blurred, dice.between(35, 70) / 10.0, away, 92);
    for (int y = 0; y < image.height(); ++y) {
        uchar *line = image.scanLine(y);
        for (int x = 0; x < image.width(); ++x)
            line[x] = static_cast<uchar>(96 + line[x] / 2); // pale: little contrast is left
    }
    weather(image, 5, 34, dice);
    return image;
}

QImage photographed(const QImage &paper, Dice &dice)
{
    constexpr QSize kTelephone(1600, 1200);
    static const QColor kTables[]{QColor(0x7a, 0x5a, 0x3c), QColor(0x9b, 0x92, 0x86),
                                  QColor(0x4d, 0x55, 0x5f), QColor(0xb8, 0xa4, 0x84)};
    QImage image(kTelephone, QImage::Format_RGB32);
    const QColor table = kTables[dice.below(4)];
    image.fill(table);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    for (int i = 0; i < 46; ++i) { // the grain of the table
        painter.setPen(
            QPen(i % 2 == 0 ? table.darker(104 + dice.below(10)) : table.lighter(102 + dice.below(8)),
                 dice.between(4, 30)));
        const int y = dice.below(kTelephone.height());
        painter.drawLine(0, y, kTelephone.width(), y + dice.between(-30, 30));
    }
    const QSizeF fitted = QSizeF(paper.size()).scaled(QSizeF(1290, 960), Qt::KeepAspectRatio);
    const QRectF frame(
        QPointF((kTelephone.width() - fitted.width()) / 2, (kTelephone.height() - fitted.height()) / 2),
        fitted);
    const auto off = [&dice] { return QPointF(dice.between(-46, 46), dice.between(-38, 38)); };
    const QPolygonF from(QVector<QPointF>{{0, 0},
                                          {qreal(paper.width()), 0},
                                          {qreal(paper.width()), qreal(paper.height())},
                                          {0, qreal(paper.height())}});
    const QPolygonF to(QVector<QPointF>{frame.topLeft() + off(), frame.topRight() + off(),
                                        frame.bottomRight() + off(), frame.bottomLeft() + off()});
    painter.setPen(Qt::NoPen);
    for (int i = 6; i > 0; --i) { // its shadow
        painter.setBrush(QColor(0, 0, 0, 14));
        painter.drawPolygon(to.translated(3 + 2.0 * i, 4 + 2.5 * i));
    }
    QTransform view;
    if (QTransform::quadToQuad(from, to, view)) {
        painter.setTransform(view);
        painter.drawImage(QPointF(0, 0), paper);
        painter.resetTransform();
    }
    QRadialGradient light(QPointF(dice.between(300, 1300), dice.between(200, 900)), 1300);
    light.setColorAt(0, QColor(255, 255, 240, 34));
    light.setColorAt(1, QColor(20, 14, 0, 96));
    painter.fillRect(image.rect(), light);
    painter.end();
    weather(image, 3, 6, dice);
    return image;
}

QByteArray jpegBytes(const QImage &image, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "JPEG", quality) ? bytes : QByteArray();
}

QByteArray pngBytes(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

} // namespace tawasul
