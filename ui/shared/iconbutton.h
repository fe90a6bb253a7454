// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QToolButton>

#include "ui/theme/icon.h"

namespace tawasul {

class Theme;

/// A square button that shows only an icon. Its name is spoken, and shown as the tooltip.
class IconButton : public QToolButton
{
    Q_OBJECT

public:
    IconButton(const Theme &theme, Icon icon, const QString &name, QWidget *parent = nullptr);

    /// Follows the action: icon, name, shortcut in the tooltip, enabled and checked.
    IconButton(const Theme &theme, QAction *action, QWidget *parent = nullptr);

    void setName(const QString &name);

private:
    void fit();
    void followName(const QAction &action);
    IconButton(const Theme &theme, QWidget *parent);

    const Theme &m_theme;
};

} // namespace tawasul
