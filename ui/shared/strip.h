// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

#include "ui/theme/tokens.h"

namespace tawasul {

class Button;
class IconButton;
class IconMark;
class PlainLabel;
class Theme;

/// A message across the width of a pane: what happened and what to do, with at most one action. A screen
/// reader announces it; the focus stays where it is.
class Strip : public QFrame
{
    Q_OBJECT

public:
    explicit Strip(const Theme &theme, QWidget *parent = nullptr);

    /// Shows the message; \p action empty means no button.
    void say(Tone tone, const QString &message, const QString &action = {});

    /// A button at the very end that is there with every message, such as one that closes it; owned from here
    /// on.
    void setEnd(IconButton *button);

    /// Hides the strip.
    void clear();

    [[nodiscard]] QString message() const;

Q_SIGNALS:
    void actionChosen();

private:
    IconMark *m_icon;
    PlainLabel *m_label;
    Button *m_action;
    IconButton *m_end = nullptr;
};

} // namespace tawasul
