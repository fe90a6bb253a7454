// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtGui/QFontMetrics>

namespace tawasul {

/// The text, shortened with an ellipsis so that what is drawn fits the width. QFontMetrics measures the
/// letters as they were joined before the cut; at the cut they take their final forms, which are wider, and a
/// line that was reckoned to fit loses its far end in Arabic.
[[nodiscard]] QString elidedText(const QFontMetrics &metrics, const QString &text, Qt::TextElideMode mode,
                                 int width);

} // namespace tawasul
