// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/elidedtext.h"

namespace tawasul {

QString elidedText(const QFontMetrics &metrics, const QString &text, Qt::TextElideMode mode, int width)
{
    QString shown = metrics.elidedText(text, mode, width);
    // What is too much is at most a letter or two; each round gives up that much.
    for (int room = width; room > 0 && shown != text;) {
        const int beyond = metrics.horizontalAdvance(shown) - width;
        if (beyond <= 0)
            break;
        room -= beyond;
        shown = metrics.elidedText(text, mode, room);
    }
    return shown;
}

} // namespace tawasul
