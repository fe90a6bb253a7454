// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/paper.h"

#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtGui/QTransform>

#include <cstring>

namespace tawasul {

PageMeasure pictureMeasure(int width, int height)
{
    constexpr quint64 kMillipointsPerPixel = 750;
    return {quint64(width) * kMillipointsPerPixel, quint64(height) * kMillipointsPerPixel};
}

QImage turned(QImage image, QImageIOHandler::Transformations turn)
{
    const bool mirror = turn.testFlag(QImageIOHandler::TransformationMirror);
    const bool flip = turn.testFlag(QImageIOHandler::TransformationFlip);
    if (mirror || flip)
        image = std::move(image).mirrored(mirror, flip);
    if (turn.testFlag(QImageIOHandler::TransformationRotate90))
        image = image.transformed(QTransform().rotate(90));
    return image;
}

void putOnPaper(const QImage &picture, const PixelTarget &target)
{
    QImage page(target.bytes, target.width, target.height, target.width * int(kBytesPerPixel),
                QImage::Format_RGB32);
    if (picture.format() == QImage::Format_RGB32 && picture.size() == page.size()
        && picture.bytesPerLine() == page.bytesPerLine()) { // opaque, and ready to be looked at
        std::memcpy(target.bytes, picture.constBits(), std::size_t(picture.sizeInBytes()));
        return;
    }
    page.fill(Qt::white);
    QPainter painter(&page);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(page.rect(), picture);
}

} // namespace tawasul
