// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/iconbutton.h"

#include <QtCore/QVariant>
#include <QtGui/QAction>

#include "models/arabic/tooltip.h"
#include "ui/shared/rawtext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

IconButton::IconButton(const Theme &theme, QWidget *parent)
    : QToolButton(parent)
    , m_theme(theme)
{
    setProperty("kind", QStringLiteral("icon"));
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::InstantPopup);
    fit();
    connect(&m_theme, &Theme::changed, this, &IconButton::fit);
}

IconButton::IconButton(const Theme &theme, Icon icon, const QString &name, QWidget *parent)
    : IconButton(theme, parent)
{
    setIcon(theme.icon(icon));
    setName(name);
}

IconButton::IconButton(const Theme &theme, QAction *action, QWidget *parent)
    : IconButton(theme, parent)
{
    setDefaultAction(action);
    followName(*action);
    connect(action, &QAction::changed, this, [this, action] { followName(*action); });
}

void IconButton::setName(const QString &name)
{
    setToolTip(plainTooltip(name));
    setAccessibleName(rawText(name));
    // Without one of its own a tooltip is read out, isolates and all.
    setAccessibleDescription(rawText(name));
}

void IconButton::fit()
{
    const int side = m_theme.scaled(iconsize::large);
    setIconSize({side, side});
}

void IconButton::followName(const QAction &action)
{
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    const QString name = action.iconText();
    setAccessibleName(rawText(name));
    setAccessibleDescription(keys);
    // The keys are isolated: "Ctrl+K" would come out reversed after Arabic.
    setToolTip(plainTooltip(keys.isEmpty() ? name : QString(name % u"  \u2066" % keys % u'\u2069')));
}

} // namespace tawasul
