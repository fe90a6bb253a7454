// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include "ui/theme/appearance.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace tawasul {

/// The whole style sheet of an appearance: resources/style/tawasul.qss with every $word replaced, and one
/// rule for each text role and each tone.
[[nodiscard]] QString styleSheetOf(const Appearance &appearance);

/// The value of the property `tone` by which the style sheet knows a tone, for example "danger".
[[nodiscard]] QString styleName(Tone tone);

/// Sets a property the style sheet selects by, and lets the widget look itself up again.
void setStyleProperty(QWidget &widget, const char *name, const QVariant &value);

} // namespace tawasul
