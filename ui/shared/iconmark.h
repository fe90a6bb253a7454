// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "ui/theme/theme.h"

namespace tawasul {

/// A small picture beside words, growing with them. It follows the theme, and a screen reader passes over it.
class IconMark : public QWidget
{
    Q_OBJECT

public:
    IconMark(const Theme &theme, Icon icon, Ink ink, int side, QWidget *parent = nullptr);

    void setGlyph(Icon icon, Ink ink);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QIcon m_icon;
    int m_side;
};

} // namespace tawasul
