// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/frame.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace tawasul {

/// The whole document in memory; it outlives the Document.
using DocumentBytes = std::string_view;

/// Thousandths of a point.
struct PageMeasure
{
    quint64 width = 0;
    quint64 height = 0;
};

/// Where a page goes: RGB32, rows without padding.
struct PixelTarget
{
    unsigned char *bytes = nullptr;
    int width = 0;
    int height = 0;
};

/// Where the text of a page goes.
struct TextTarget
{
    TextGlyph *glyphs = nullptr; ///< room for kMaximumGlyphs
    quint32 used = 0;
    bool complete = true;
};

/// What a document carries that could act on whoever opens it; see FindingsFrame.
struct Findings
{
    quint32 flags = 0;
    quint32 scripts = 0;
    quint32 launches = 0;
    quint32 submissions = 0;
    quint32 embeddedFiles = 0;
    quint32 externalLinks = 0;
};

/// An open document of any kind. One thread.
class Document
{
public:
    Document() = default;
    Document(const Document &) = delete;
    Document &operator=(const Document &) = delete;
    virtual ~Document() = default;

    [[nodiscard]] virtual DocumentKind kind() const = 0;
    [[nodiscard]] virtual quint32 pages() const = 0;
    [[nodiscard]] virtual bool isEncrypted() const = 0;
    /// Of a page below pages(), as it is shown; nothing when the page is unreadable.
    [[nodiscard]] virtual std::optional<PageMeasure> measure(quint32 page) = 0;
    /// The whole page over the whole target; the reason when it cannot be.
    [[nodiscard]] virtual std::optional<FrameReason> render(quint32 page, const PixelTarget &target) = 0;
    /// The characters of a page; a picture has none. False when the page is unreadable.
    [[nodiscard]] virtual bool write(quint32 /*page*/, TextTarget & /*target*/) { return true; }
    /// A picture carries nothing that any program runs.
    [[nodiscard]] virtual Findings findings() { return {}; }
};

using OpenedDocument = std::variant<std::unique_ptr<Document>, FrameReason>;

/// By content alone; the password, in UTF-8, opens what would be Locked without.
[[nodiscard]] OpenedDocument openDocument(DocumentBytes bytes, const std::string &password);

} // namespace tawasul
