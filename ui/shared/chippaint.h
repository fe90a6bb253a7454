// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSize>
#include <QtCore/QString>

#include <optional>

#include "ui/theme/icon.h"
#include "ui/theme/tokens.h"

QT_BEGIN_NAMESPACE
class QPainter;
class QRect;
QT_END_NAMESPACE

namespace tawasul {

class Theme;

/// A status in sight: word, icon and tone, so that it is understood without colour.
struct ChipLook
{
    QString word;
    std::optional<Icon> icon;
    Tone tone = Tone::Neutral;
};

/// The size at which the whole word is seen.
[[nodiscard]] QSize chipSize(const ChipLook &look, const Theme &theme);

/// Paints the chip at the start edge of \p room, vertically centred, and shortens the word if the room is
/// narrow. Widgets and delegates draw their chips here.
void paintChip(QPainter &painter, const QRect &room, const ChipLook &look, const Theme &theme,
               Qt::LayoutDirection direction);

} // namespace tawasul
