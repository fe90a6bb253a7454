// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

namespace tawasul {

/// How many words of a question are looked for; what a person types is far shorter, what a person pastes by
/// mistake is not allowed to cost more.
inline constexpr qsizetype kMaxSearchTerms = 32;

/// The folded words of what an officer typed, in order, without the punctuation around them. Punctuation
/// alone gives no word.
[[nodiscard]] QStringList searchTerms(QStringView userText);

/// Whether FTS5's unicode61 makes this character a part of a word (letters and numbers).
[[nodiscard]] bool isWordCharacter(QChar character);

} // namespace tawasul
