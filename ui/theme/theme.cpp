// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QtGui/QPalette>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolTip>

#include "ui/theme/focusring.h"
#include "ui/theme/housestyle.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/themedicon.h"

namespace tawasul {

namespace {

QPalette paletteOf(const Tokens &tokens)
{
    QPalette palette(tokens.text, tokens.surface, tokens.hover, tokens.border, tokens.controlBorder,
                     tokens.text, tokens.onFill, tokens.sunken, tokens.canvas);
    palette.setColor(QPalette::AlternateBase, tokens.surface);
    palette.setColor(QPalette::Highlight, tokens.fill);
    palette.setColor(QPalette::HighlightedText, tokens.onFill);
    palette.setColor(QPalette::PlaceholderText, tokens.text3);
    palette.setColor(QPalette::Link, tokens.ink);
    palette.setColor(QPalette::LinkVisited, tokens.ink);
    palette.setColor(QPalette::ToolTipBase, tokens.surface);
    palette.setColor(QPalette::ToolTipText, tokens.text);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tokens.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tokens.hover);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, tokens.disabled);
    return palette;
}

} // namespace

Ink inkOf(Tone tone)
{
    switch (tone) {
    case Tone::Info:
        return Ink::Info;
    case Tone::Brand:
        return Ink::Brand;
    case Tone::Warning:
        return Ink::Warning;
    case Tone::Lavender:
        return Ink::Lavender;
    case Tone::Success:
        return Ink::Success;
    case Tone::Danger:
        return Ink::Danger;
    case Tone::Neutral:
        break;
    }
    return Ink::Neutral;
}

Theme::Theme(QApplication &app)
    : m_app(app)
{
    loadFonts();
    m_app.setStyle(new HouseStyle(*this));
    m_ring = new FocusRing(*this);
    apply(m_appearance);
}

Theme::~Theme()
{
    delete m_ring;
    // The style refers to this object and would outlive it.
    m_app.setStyle(QStringLiteral("Fusion"));
}

void Theme::apply(const Appearance &appearance)
{
    m_appearance = appearance;
    m_appearance.textPercent = std::clamp(appearance.textPercent, 90, 150);
    m_press.clear();
    m_app.setFont(font(TextRole::Body));
    m_app.setPalette(paletteOf(tokens()));
    QToolTip::setFont(font(TextRole::Secondary));
    QToolTip::setPalette(m_app.palette());
    m_app.setStyleSheet(styleSheetOf(m_appearance));
    Q_EMIT changed();
}

Fitting::Fitting(const Theme &theme)
    : m_theme(theme)
    , m_isInner(m_theme.m_app.styleSheet().isEmpty())
{
    if (m_isInner)
        return;
    m_theme.m_app.setStyleSheet({});
    // A widget that was measured but never shown would keep its mark of being watched, while what watched it
    // is gone: deleted later, it would be dressed once more with the next sheet.
    for (QWidget *each : QApplication::allWidgets())
        each->setAttribute(Qt::WA_StyleSheet, false);
}

Fitting::~Fitting()
{
    if (!m_isInner)
        m_theme.m_app.setStyleSheet(styleSheetOf(m_theme.m_appearance));
}

QColor Theme::color(Ink ink) const
{
    const Tokens &all = tokens();
    switch (ink) {
    case Ink::Text:
        return all.text;
    case Ink::Text2:
        return all.text2;
    case Ink::Text3:
        return all.text3;
    case Ink::Ink:
        return all.ink;
    case Ink::OnFill:
        return all.onFill;
    case Ink::Info:
        return all.tone(Tone::Info).text;
    case Ink::Brand:
        return all.tone(Tone::Brand).text;
    case Ink::Warning:
        return all.tone(Tone::Warning).text;
    case Ink::Lavender:
        return all.tone(Tone::Lavender).text;
    case Ink::Success:
        return all.tone(Tone::Success).text;
    case Ink::Danger:
        return all.tone(Tone::Danger).text;
    case Ink::Neutral:
        break;
    }
    return all.tone(Tone::Neutral).text;
}

int Theme::duration(Motion motion) const
{
    if (m_appearance.reducedMotion)
        return 0;
    return motion == Motion::Press ? 120 : motion == Motion::Sheet ? 180 : 240;
}

QIcon Theme::icon(Icon icon, Ink ink) const
{
    return QIcon(new ThemedIcon(*this, icon, ink));
}

QPixmap Theme::pixmap(Icon icon, const QColor &color, int side, qreal ratio,
                      Qt::LayoutDirection direction) const
{
    return m_press.pixmap(icon, color, side, ratio, direction);
}

} // namespace tawasul
