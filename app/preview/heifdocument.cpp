// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/heifdocument.h"

#include "app/preview/paper.h"

#include <QtGui/QImage>

#include <algorithm>
#include <libheif/heif.h>

namespace tawasul {

namespace {

constexpr int kShortest = 12;         ///< bytes; of fewer, anything may become one
constexpr std::size_t kBrands = 4096; ///< bytes in which a file says what it is

bool isWell(const heif_error &error)
{
    return error.code == heif_error_Ok;
}

} // namespace

void HeifDocument::Release::operator()(heif_context *context) const
{
    heif_context_free(context);
}

void HeifDocument::Release::operator()(heif_image_handle *handle) const
{
    heif_image_handle_release(handle);
}

bool HeifDocument::recognises(DocumentBytes bytes)
{
    const auto size = int(std::min(bytes.size(), kBrands));
    if (size < kShortest)
        return false;
    const auto *start = reinterpret_cast<const unsigned char *>(bytes.data());
    const heif_filetype_result result = heif_check_filetype(start, size);
    if (result == heif_filetype_yes_supported)
        return true;
    // "mif1" says only how the pictures are kept; whether they can be read shows when they are opened.
    return result == heif_filetype_maybe || heif_read_main_brand(start, size) == heif_fourcc_to_brand("mif1");
}

void HeifDocument::warmUp()
{
    (void)heif_init(nullptr);
    (void)heif_have_decoder_for_format(heif_compression_HEVC);
}

OpenedDocument HeifDocument::open(DocumentBytes bytes)
{
    std::unique_ptr<HeifDocument> document(new HeifDocument);
    document->m_context.reset(heif_context_alloc());
    heif_context *context = document->m_context.get();
    if (context == nullptr)
        return FrameReason::TooLarge;
    heif_context_set_max_decoding_threads(context, 0); // each would want a heap of its own
    if (!isWell(heif_context_read_from_memory_without_copy(context, bytes.data(), bytes.size(), nullptr)))
        return FrameReason::Unreadable;
    heif_image_handle *picture = nullptr;
    if (!isWell(heif_context_get_primary_image_handle(context, &picture)))
        return FrameReason::Unreadable;
    document->m_picture.reset(picture);
    const int width = heif_image_handle_get_width(picture);
    const int height = heif_image_handle_get_height(picture);
    if (width < 1 || height < 1)
        return FrameReason::Unreadable;
    if (quint64(width) * quint64(height) > kMaximumImagePixels)
        return FrameReason::TooLarge;
    return document;
}

std::optional<PageMeasure> HeifDocument::measure(quint32 /*page*/)
{
    return pictureMeasure(heif_image_handle_get_width(m_picture.get()),
                          heif_image_handle_get_height(m_picture.get()));
}

std::optional<FrameReason> HeifDocument::render(quint32 /*page*/, const PixelTarget &target)
{
    heif_image *decoded = nullptr;
    const heif_error error = heif_decode_image(m_picture.get(), &decoded, heif_colorspace_RGB,
                                               heif_chroma_interleaved_RGBA, nullptr);
    const std::unique_ptr<heif_image, decltype(&heif_image_release)> image(decoded, &heif_image_release);
    if (!isWell(error))
        return error.code == heif_error_Memory_allocation_error ? FrameReason::TooLarge
                                                                : FrameReason::Unreadable;
    int stride = 0;
    const unsigned char *plane = heif_image_get_plane_readonly(decoded, heif_channel_interleaved, &stride);
    const int width = heif_image_get_width(decoded, heif_channel_interleaved);
    const int height = heif_image_get_height(decoded, heif_channel_interleaved);
    if (plane == nullptr || width < 1 || height < 1 || stride / int(kBytesPerPixel) < width)
        return FrameReason::Unreadable;
    const QImage whole(plane, width, height, stride, QImage::Format_RGBA8888);
    const QImage scaled =
        whole.scaled(target.width, target.height, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    if (scaled.isNull())
        return FrameReason::TooLarge;
    putOnPaper(scaled, target);
    return {};
}

} // namespace tawasul
