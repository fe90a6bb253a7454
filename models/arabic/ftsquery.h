// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <optional>

namespace tawasul {

/// The FTS5 MATCH expression for what an officer typed, over text stored folded and tokenised by unicode61:
/// all words must occur, the last one may still be growing (prefix). Every word is quoted, so that no text is
/// syntax. Nothing when there is no word to look for.
[[nodiscard]] std::optional<QString> ftsQuery(QStringView userText);

} // namespace tawasul
