// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/preview/descriptor.h"
#include "models/preview/frame.h"
#include "models/preview/secret.h"

#include <QtCore/QSize>
#include <QtGui/QImage>

#include <optional>
#include <vector>

namespace tawasul {

/// A document in memory that nobody can change or resize any more, neither host nor worker.
struct SealedDocument
{
    Descriptor memory;
    quint32 size = 0; ///< bytes
};

/// Reads a whole file into sealed memory. Errors preview.file_missing, preview.empty, preview.too_large.
[[nodiscard]] Result<SealedDocument> sealDocument(const QString &path);

/// A password in memory of its final size; overwrite it once it has been read. Empty when the system has no
/// memory, or the password is empty or longer than any.
[[nodiscard]] Descriptor shareSecret(const Secret &secret);
void overwriteSecret(const Descriptor &memory, const Secret &secret);

/// Memory for the pixels of a page, of its final size and sealed against changing that; empty when the system
/// has none.
[[nodiscard]] Descriptor makePixelMemory(QSize size);

/// Memory for the text of a page, likewise.
[[nodiscard]] Descriptor makeTextMemory();

/// A picture in grey, a byte a pixel and rows without padding, that nobody can change any more; empty when
/// the system has no memory.
[[nodiscard]] Descriptor shareGrey(const QImage &picture);

/// Copies so many glyphs out, at most kMaximumGlyphs; nothing when the memory does not hold them.
[[nodiscard]] std::optional<std::vector<TextGlyph>> copyGlyphs(const Descriptor &memory, quint32 count);

/// Copies the pixels out; the worker may go on writing, which changes colours and nothing else. Every pixel
/// is opaque afterwards, whatever the worker wrote. A null image when there is no memory for it.
[[nodiscard]] QImage copyPixels(const Descriptor &memory, QSize size);

} // namespace tawasul
