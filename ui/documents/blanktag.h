// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRect>
#include <QtCore/QString>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace tawasul {

class Theme;

/// What is said of a page that nobody would miss at first glance.
[[nodiscard]] QString blankWords();

/// The place of the tag with these words in the upper corner of a page at which reading begins.
[[nodiscard]] QRect blankTagRect(const Theme &theme, const QRect &page, Qt::LayoutDirection direction);
void paintBlankTag(QPainter &painter, const Theme &theme, const QRect &tag);

} // namespace tawasul
