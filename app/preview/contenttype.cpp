// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/contenttype.h"

#include "app/preview/heifdocument.h"

#include <algorithm>
#include <array>

namespace tawasul {

namespace {

using namespace std::string_view_literals;

struct Signature
{
    std::string_view start;
    DocumentKind kind;
};

constexpr std::array kSignatures{
    Signature{"\xff\xd8\xff"sv, DocumentKind::Jpeg}, Signature{"\x89PNG\r\n\x1a\n"sv, DocumentKind::Png},
    Signature{"GIF87a"sv, DocumentKind::Gif},        Signature{"GIF89a"sv, DocumentKind::Gif},
    Signature{"II*\0"sv, DocumentKind::Tiff},        Signature{"MM\0*"sv, DocumentKind::Tiff},
    Signature{"II+\0"sv, DocumentKind::Tiff}, // of more than four gigabytes, it could be
    Signature{"MM\0+"sv, DocumentKind::Tiff},
};

// Readers of PDF allow other bytes before its header, and scanners and mail gateways put some there.
constexpr std::size_t kHeaderWithin = 1024;

/// "BM" alone opens many a text; the size of the second header is one of a few.
bool isBitmap(DocumentBytes bytes)
{
    constexpr std::size_t kSecondHeader = 14;
    constexpr std::array kSecondHeaderSizes{12, 40, 52, 56, 64, 108, 124};
    if (!bytes.starts_with("BM"sv) || bytes.size() < kSecondHeader + 4)
        return false;
    const bool small = bytes.substr(kSecondHeader + 1, 3) == "\0\0\0"sv;
    const int size = static_cast<unsigned char>(bytes[kSecondHeader]);
    return small
        && std::find(kSecondHeaderSizes.begin(), kSecondHeaderSizes.end(), size) != kSecondHeaderSizes.end();
}

} // namespace

std::optional<DocumentKind> kindOf(DocumentBytes bytes)
{
    for (const Signature &signature : kSignatures) {
        if (bytes.starts_with(signature.start))
            return signature.kind;
    }
    if (isBitmap(bytes))
        return DocumentKind::Bmp;
    if (bytes.starts_with("RIFF"sv) && bytes.substr(8).starts_with("WEBP"sv)) // with its size between them
        return DocumentKind::Webp;
    if (HeifDocument::recognises(bytes))
        return DocumentKind::Heif;
    if (bytes.substr(0, kHeaderWithin).find("%PDF-"sv) != DocumentBytes::npos)
        return DocumentKind::Pdf;
    return {};
}

} // namespace tawasul
