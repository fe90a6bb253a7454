// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/document.h"
#include "app/preview/sharedmemory.h"

#include <array>

namespace tawasul {

class Question;

/// The worker's life after Hello: one document, then its pages, until the host goes or asks nonsense.
class Service
{
public:
    /// False when the conversation broke off.
    [[nodiscard]] bool run();

private:
    [[nodiscard]] bool reply(const Question &question);
    [[nodiscard]] bool open(const Question &question);
    [[nodiscard]] bool unlock(const Question &question);
    [[nodiscard]] bool tellOpened(const Question &question, OpenedDocument opened);
    [[nodiscard]] bool tellSize(const Question &question);
    [[nodiscard]] bool render(const Question &question);
    [[nodiscard]] bool tellText(const Question &question);
    [[nodiscard]] bool tellFindings(const Question &question);

    /// Filling a mapping with pages takes as long as a fifth of what is painted on them.
    struct KnownPixels
    {
        quint32 number = 0;
        SharedMemory memory;
    };
    [[nodiscard]] SharedMemory &pixelsFor(const Question &question, const RenderFrame &asked);

    std::array<KnownPixels, 2> m_pixels; ///< the latest first: one is painted on while the other is fetched
    SharedMemory m_memory;               ///< outlives what reads it
    std::unique_ptr<Document> m_document;
    bool m_isLocked = false;
    quint32 m_unlocks = 0;
};

} // namespace tawasul
