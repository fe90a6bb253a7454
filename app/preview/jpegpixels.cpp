// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/jpegpixels.h"

#include "app/preview/paper.h"

#include <QtGui/QImage>

#include <turbojpeg.h>

namespace tawasul {

namespace {

using Decoder = std::unique_ptr<void, decltype(&tjDestroy)>;

// A progressive picture may be told in thousands of passes over all of it.
constexpr int kFlags = TJFLAG_LIMITSCANS;

const unsigned char *bytesOf(DocumentBytes jpeg)
{
    return reinterpret_cast<const unsigned char *>(jpeg.data());
}

std::optional<JpegHeader> readHeader(const Decoder &decoder, DocumentBytes jpeg)
{
    int width = 0;
    int height = 0;
    int sampling = 0;
    int colours = 0;
    if (!decoder
        || tjDecompressHeader3(decoder.get(), bytesOf(jpeg), jpeg.size(), &width, &height, &sampling,
                               &colours)
            != 0)
        return {};
    const bool shown = colours == TJCS_RGB || colours == TJCS_YCbCr || colours == TJCS_GRAY;
    if (!shown || width < 1 || height < 1 || quint64(width) * quint64(height) > kMaximumImagePixels)
        return {};
    return JpegHeader{width, height, colours == TJCS_GRAY};
}

/// What libjpeg-turbo is fast at.
QSize decodedSize(const JpegHeader &header, QSize wanted)
{
    for (const int denominator : {8, 4, 2}) {
        const tjscalingfactor factor = {1, denominator};
        const QSize size(TJSCALED(header.width, factor), TJSCALED(header.height, factor));
        if (size.width() >= wanted.width() && size.height() >= wanted.height())
            return size;
    }
    return {header.width, header.height};
}

/// Of the size, with rows of that many bytes. What a damaged end left grey is better than nothing.
bool decode(const Decoder &decoder, DocumentBytes jpeg, QSize size, unsigned char *into, qsizetype row)
{
    return tjDecompress2(decoder.get(), bytesOf(jpeg), jpeg.size(), into, size.width(), int(row),
                         size.height(), TJPF_BGRX, kFlags)
        == 0
        || tjGetErrorCode(decoder.get()) == TJERR_WARNING;
}

} // namespace

std::optional<JpegHeader> readJpegHeader(DocumentBytes jpeg)
{
    return readHeader(Decoder(tjInitDecompress(), &tjDestroy), jpeg);
}

bool paintJpeg(DocumentBytes jpeg, QImageIOHandler::Transformations turn, const PixelTarget &target)
{
    const Decoder decoder(tjInitDecompress(), &tjDestroy);
    const auto header = readHeader(decoder, jpeg);
    if (!header)
        return false;
    const QSize shown(target.width, target.height);
    const QSize wanted = turn.testFlag(QImageIOHandler::TransformationRotate90) ? shown.transposed() : shown;
    if (wanted.width() > header->width || wanted.height() > header->height)
        return false;
    const QSize size = decodedSize(*header, wanted);
    if (size == wanted && turn == QImageIOHandler::TransformationNone)
        return decode(decoder, jpeg, size, target.bytes, qsizetype(size.width()) * kBytesPerPixel);
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull() || !decode(decoder, jpeg, size, image.bits(), image.bytesPerLine()))
        return false;
    const QImage fitting = image.scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    if (fitting.isNull())
        return false;
    putOnPaper(turned(fitting, turn), target);
    return true;
}

} // namespace tawasul
