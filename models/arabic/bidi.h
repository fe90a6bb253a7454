// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace tawasul {

// Isolates exist on the screen only: never stored, sent, copied, logged, exported or put in accessible names.
// What goes into an isolate loses its own controls, so that a value cannot close its isolate and turn the
// sentence around it, and becomes one line, because a line end would close it too.

/// A value that reads left to right (number of a case, ID, passport, phone, size, version, path, e-mail), set
/// apart for a sentence of any direction. Isolate each value, not a phrase of several. Empty stays empty.
[[nodiscard]] QString isolateId(QStringView value);

/// A text whose first strong letter decides its direction (name, file name, free text), set apart likewise.
[[nodiscard]] QString isolateAny(QStringView text);

/// The text without U+061C, U+200E, U+200F, U+202A–202E and U+2066–2069: done to every name and file name
/// that comes in, because labels would obey an override.
[[nodiscard]] QString withoutControls(QStringView text);

[[nodiscard]] bool hasBidiControls(QStringView text);

/// The direction in which a paragraph reads, by its first letter; `otherwise` when it has none, only digits
/// and signs.
[[nodiscard]] Qt::LayoutDirection paragraphDirection(QStringView text, Qt::LayoutDirection otherwise);

} // namespace tawasul
