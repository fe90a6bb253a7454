// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/exif.h"

#include <array>
#include <libexif/exif-data.h>
#include <webp/demux.h>

namespace tawasul {

namespace {

using Turn = QImageIOHandler::Transformations;

// What EXIF may be at most: the segment of a JPEG, which is where it comes from.
constexpr std::size_t kLargest = 65'536;

Turn turnOf(const unsigned char *block, std::size_t size)
{
    // By the numbers of EXIF; 0 is none of them.
    static const std::array<Turn, 9> kTurns{
        QImageIOHandler::TransformationNone,     QImageIOHandler::TransformationNone,
        QImageIOHandler::TransformationMirror,   QImageIOHandler::TransformationRotate180,
        QImageIOHandler::TransformationFlip,     QImageIOHandler::TransformationFlipAndRotate90,
        QImageIOHandler::TransformationRotate90, QImageIOHandler::TransformationMirrorAndRotate90,
        QImageIOHandler::TransformationRotate270};
    // libexif wants the words that stand before it in a JPEG; in a WebP they may be missing.
    std::string whole(reinterpret_cast<const char *>(block), size);
    using namespace std::string_literals;
    if (!whole.starts_with("Exif"))
        whole.insert(0, "Exif\0\0"s);
    const std::unique_ptr<ExifData, decltype(&exif_data_unref)> exif(
        exif_data_new_from_data(reinterpret_cast<const unsigned char *>(whole.data()),
                                unsigned(whole.size())),
        &exif_data_unref);
    if (!exif)
        return kTurns[0];
    const ExifEntry *entry = exif_content_get_entry(exif->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
    if (entry == nullptr || entry->format != EXIF_FORMAT_SHORT || entry->components < 1
        || entry->size < sizeof(ExifShort))
        return kTurns[0];
    const ExifShort number = exif_get_short(entry->data, exif_data_get_byte_order(exif.get()));
    return number < kTurns.size() ? kTurns.at(number) : kTurns[0];
}

} // namespace

QImageIOHandler::Transformations turnOfWebp(DocumentBytes bytes)
{
    const WebPData data = {reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size()};
    const std::unique_ptr<WebPDemuxer, decltype(&WebPDemuxDelete)> parts(WebPDemux(&data), &WebPDemuxDelete);
    WebPChunkIterator chunk = {};
    if (!parts || WebPDemuxGetChunk(parts.get(), "EXIF", 1, &chunk) == 0)
        return QImageIOHandler::TransformationNone;
    const Turn turn = chunk.chunk.size <= kLargest ? turnOf(chunk.chunk.bytes, chunk.chunk.size)
                                                   : Turn(QImageIOHandler::TransformationNone);
    WebPDemuxReleaseChunkIterator(&chunk);
    return turn;
}

} // namespace tawasul
