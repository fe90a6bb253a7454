// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/iconmark.h"

#include <QtGui/QPainter>

namespace tawasul {

IconMark::IconMark(const Theme &theme, Icon icon, Ink ink, int side, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(theme.icon(icon, ink))
    , m_side(side)
{
    const auto fit = [this] { setFixedSize(m_theme.scaled(m_side), m_theme.scaled(m_side)); };
    fit();
    connect(&m_theme, &Theme::changed, this, fit);
}

void IconMark::setGlyph(Icon icon, Ink ink)
{
    m_icon = m_theme.icon(icon, ink);
    update();
}

void IconMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_icon.paint(&painter, rect(), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

} // namespace tawasul
