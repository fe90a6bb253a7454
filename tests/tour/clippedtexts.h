// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace tawasul {

/// The texts on a laid out window that have less room than they need and no ellipsis to say so: labels,
/// buttons and the hints of empty fields. Each with the name of the widget and the pixels it has and needs.
[[nodiscard]] QStringList clippedTexts(const QWidget &window);

} // namespace tawasul
