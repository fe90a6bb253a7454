// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QProxyStyle>

#include "ui/theme/icon.h"

namespace tawasul {

class Theme;

/// Fusion with the few things a style sheet cannot say: check marks and arrows in the tokens' colours, no
/// etched text, no second focus frame (FocusRing draws it), and no animation when motion is reduced.
class HouseStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit HouseStyle(const Theme &theme);

    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *data) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                       SubControl part, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;

private:
    void drawCheckBox(const QStyleOption &option, QPainter &painter) const;
    void drawRadio(const QStyleOption &option, QPainter &painter) const;
    void drawIcon(Icon icon, const QColor &color, int pixels, const QRect &room, QPainter &painter) const;
    void drawMenuCheck(const QStyleOption &option, QPainter &painter) const;
    void drawComboBox(const QStyleOptionComplex &option, QPainter &painter, const QWidget *widget) const;
    void drawArrow(PrimitiveElement element, const QStyleOption &option, QPainter &painter) const;

    const Theme &m_theme;
};

} // namespace tawasul
