// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/button.h"

#include <QtCore/QVariant>

#include "ui/shared/rawtext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

const char *styleName(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
        return "primary";
    case ButtonKind::Danger:
        return "danger";
    case ButtonKind::Ghost:
        return "ghost";
    case ButtonKind::Secondary:
        break;
    }
    return "secondary";
}

Ink glyphInk(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
        return Ink::OnFill;
    case ButtonKind::Danger:
        return Ink::Danger;
    case ButtonKind::Ghost:
        return Ink::Ink;
    case ButtonKind::Secondary:
        break;
    }
    return Ink::Text;
}

} // namespace

Button::Button(const Theme &theme, ButtonKind kind, const QString &text, QWidget *parent)
    : QPushButton(text, parent)
    , m_theme(theme)
    , m_kind(kind)
{
    setProperty("kind", QLatin1StringView(styleName(kind)));
    setAccessibleName(rawText(text));
    // Enter inside a field is decided by the page, not by whichever button happens to be first.
    setAutoDefault(false);
    fit();
    connect(&m_theme, &Theme::changed, this, &Button::fit);
}

void Button::fit()
{
    const int side = m_theme.scaled(iconsize::medium);
    // The width beyond the height is room between icon and text, see ThemedIcon.
    setIconSize({ side + space::tiny, side });
}

void Button::setGlyph(Icon icon)
{
    setIcon(m_theme.icon(icon, glyphInk(m_kind)));
}

} // namespace tawasul
