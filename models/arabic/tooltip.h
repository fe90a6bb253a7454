// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace tawasul {

/// The text as a tooltip shows it word for word. Qt guesses whether a tooltip is markup, and markup opens the
/// files that it names: a person or a file called `<img src='file:///dev/zero'>` would be read to the end of
/// memory, or an image codec would run in this process (invariant I9). So every tooltip and every
/// `Qt::ToolTipRole` goes through here, and tests/architecture/markup.py holds it.
///
/// One line without `<` and `&` comes back as it is; another one as markup that holds nothing but the text,
/// and is no text to read aloud or to copy: an accessible description is made of the text itself.
[[nodiscard]] QString plainTooltip(const QString &text);

} // namespace tawasul
