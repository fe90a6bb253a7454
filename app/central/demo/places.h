// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <map>

namespace tawasul {

/// What goes into the places of a text: "{name}" is filled with the value of "name".
using Places = std::map<QString, QString>;

/// The text with its places filled; one without a value stays as it is, so that a test sees it.
[[nodiscard]] QString filled(const QString &text, const Places &places);

/// The same digits in Arabic-Indic shape, as many people type them.
[[nodiscard]] QString withArabicDigits(const QString &text);

} // namespace tawasul
