// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/arabic/displaylocale.h"
#include "models/domain/pagelabels.h"

#include <optional>
#include <utility>

namespace tawasul {

/// What was typed for a page or a range, "3", "3-5", "٣–٥", as pages from 0; nothing when it is none of
/// `pages`.
[[nodiscard]] std::optional<std::pair<int, int>> pageRange(const QString &typed, int pages);

/// The pages as they are typed and shown: "3", "3–5".
[[nodiscard]] QString rangeText(int first, int last, Digits digits);

/// A document that pages can be labelled with.
struct DocumentChoice
{
    QString code;
    QString name;
    bool isRequired = false; ///< by the service of the case
};

/// "1–2 old passport, 3 Iqama": what the pages show, in their order.
[[nodiscard]] QString labelsText(const PageLabels &labels, const std::vector<DocumentChoice> &choices,
                                 Digits digits);

/// What a page shows, in words; empty when nobody has said.
[[nodiscard]] QString labelWord(const QStringList &documents, const std::vector<DocumentChoice> &choices);

} // namespace tawasul
