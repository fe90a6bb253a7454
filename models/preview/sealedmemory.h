// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/preview/descriptor.h"

#include <QtCore/QSize>
#include <QtGui/QImage>

namespace tawasul {

/// A document in memory that nobody can change or resize any more, neither host nor worker.
struct SealedDocument
{
    Descriptor memory;
    quint32 size = 0; ///< bytes
};

/// Reads a whole file into sealed memory. Errors preview.file_missing, preview.empty, preview.too_large.
[[nodiscard]] Result<SealedDocument> sealDocument(const QString &path);

/// Memory for the pixels of a page, of its final size and sealed against changing that; empty when the system
/// has none.
[[nodiscard]] Descriptor makePixelMemory(QSize size);

/// Copies the pixels out; the worker may go on writing, which changes colours and nothing else. Every pixel
/// is opaque afterwards, whatever the worker wrote. A null image when there is no memory for it.
[[nodiscard]] QImage copyPixels(const Descriptor &memory, QSize size);

} // namespace tawasul
