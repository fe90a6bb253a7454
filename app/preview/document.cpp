// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/document.h"

#include "app/preview/contenttype.h"
#include "app/preview/heifdocument.h"
#include "app/preview/imagedocument.h"
#include "app/preview/pdfdocument.h"

namespace tawasul {

OpenedDocument openDocument(DocumentBytes bytes, const std::string &password)
{
    const auto kind = kindOf(bytes);
    if (!kind)
        return FrameReason::UnknownType;
    switch (*kind) {
    case DocumentKind::Pdf:
        return PdfDocument::open(bytes, password);
    case DocumentKind::Heif:
        return HeifDocument::open(bytes);
    default:
        return ImageDocument::open(*kind, bytes);
    }
}

} // namespace tawasul
