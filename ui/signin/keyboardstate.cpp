// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/keyboardstate.h"

#include <QtGui/QKeyEvent>

namespace tawasul {

KeyboardState afterKey(KeyboardState state, const QKeyEvent &press)
{
    if (press.key() == Qt::Key_CapsLock) {
        // The state before is only assumed to be off; the next Latin letter corrects it.
        state.capsLock = !state.capsLock;
        return state;
    }
    if (press.text().isEmpty() || !press.text().front().isLetter())
        return state;
    const QChar letter = press.text().front();
    if (letter.script() == QChar::Script_Arabic) {
        state.layout = KeyboardState::Layout::Arabic;
    } else if (letter.script() == QChar::Script_Latin) {
        state.layout = KeyboardState::Layout::Latin;
        state.capsLock = letter.isUpper() != press.modifiers().testFlag(Qt::ShiftModifier);
    }
    return state;
}

} // namespace tawasul
