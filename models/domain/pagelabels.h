// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>
#include <vector>

namespace tawasul {

/// Which document some pages of a file show, as an officer saw it. Pages are counted from 0.
struct PageLabel
{
    int first = 0;
    int last = 0;
    QString document; ///< code of the reference data, or kNoDocument

    friend bool operator==(const PageLabel &, const PageLabel &) = default;
};

/// The pages were looked at and show none of the documents: a cover, a blank page. Never a code of the
/// centre.
inline constexpr QLatin1StringView kNoDocument("-");

/// In the order of their pages; ranges of one document never touch. A page may show several documents.
using PageLabels = std::vector<PageLabel>;

/// These pages show that document and nothing else.
[[nodiscard]] PageLabels labelled(const PageLabels &labels, const PageLabel &range);
/// These pages show that document, too; kNoDocument goes.
[[nodiscard]] PageLabels alsoLabelled(const PageLabels &labels, const PageLabel &range);
/// These pages do not show that document; an empty one means all of them.
[[nodiscard]] PageLabels withoutLabel(const PageLabels &labels, const PageLabel &range);

/// What a page shows; empty: nobody has said.
[[nodiscard]] QStringList documentsOn(const PageLabels &labels, int page);
/// The first page after that one that has no label, going on from the beginning; nothing when all have one.
[[nodiscard]] std::optional<int> nextUnlabelled(const PageLabels &labels, int after, int pages);
[[nodiscard]] int unlabelledCount(const PageLabels &labels, int pages);
/// Every document that some page shows.
[[nodiscard]] QStringList labelledDocuments(const PageLabels &labels);

} // namespace tawasul
