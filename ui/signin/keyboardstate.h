// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

QT_BEGIN_NAMESPACE
class QKeyEvent;
QT_END_NAMESPACE

namespace tawasul {

/// What the keys pressed so far tell about the keyboard. No toolkit call reports layout and Caps Lock on
/// every desktop, but each letter typed does: the layout by its script, Caps Lock by a capital without Shift.
struct KeyboardState
{
    enum class Layout {
        Unknown,
        Arabic,
        Latin,
    };

    Layout layout = Layout::Unknown;
    bool capsLock = false;

    friend bool operator==(const KeyboardState &, const KeyboardState &) = default;
};

/// The state after one more key press.
[[nodiscard]] KeyboardState afterKey(KeyboardState state, const QKeyEvent &press);

} // namespace tawasul
