// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/preview/frame.h"

namespace tawasul {

/// Why a page is not shown. Each has a stable code, preview.…, that the screen turns into a sentence.
enum class PreviewRefusal {
    UnknownType,
    Unreadable,
    Encrypted,
    TooLarge,
    NoPages,
    NoSuchPage,
    Empty,         ///< the file has no bytes
    Crashed,       ///< the worker died of the document
    Timeout,       ///< the document used up the time of a page
    Lied,          ///< the worker's answer did not make sense: take the document for hostile
    FileMissing,   ///< the copy of this machine could not be read
    WorkerMissing, ///< tawasul-preview could not be started
    WorkerBroken,  ///< tawasul-preview started, but was not sealed as this desk asks, or of another version
};

/// The Error for a refusal; `detail` is for the log and names no person and no file.
[[nodiscard]] Error previewError(PreviewRefusal refusal, const QString &detail = {});

/// What a worker said, as a refusal; the reason has been checked.
[[nodiscard]] PreviewRefusal refusalOf(FrameReason reason);

/// Whether the refusal belongs to the document, so that trying again cannot help: all of them but the last
/// three.
[[nodiscard]] bool isOfDocument(const Error &error);

} // namespace tawasul
