// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/housestyle.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QWidget>

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kIndicator = 18;
constexpr int kComboInset = 12;
constexpr int kComboArrow = 36;

struct IndicatorColors
{
    QColor edge;
    QColor fill;
    QColor mark;
};

IndicatorColors indicatorColors(const Tokens &tokens, QStyle::State state)
{
    const bool on = state.testFlag(QStyle::State_On) || state.testFlag(QStyle::State_NoChange);
    if (!state.testFlag(QStyle::State_Enabled))
        return {tokens.disabled, on ? tokens.disabled : tokens.sunken, tokens.surface};
    if (on)
        return {tokens.fill, tokens.fill, tokens.onFill};
    const bool hover = state.testFlag(QStyle::State_MouseOver);
    return {hover ? tokens.ink : tokens.controlBorder, tokens.sunken, tokens.onFill};
}

QRectF indicatorSquare(const QRect &rect, int side, qreal edge)
{
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(rect).center());
    return square.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2);
}

} // namespace

HouseStyle::HouseStyle(const Theme &theme)
    : QProxyStyle(QStringLiteral("Fusion"))
    , m_theme(theme)
{
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return space::tiny;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return m_theme.scaled(kIndicator);
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return m_theme.scaled(iconsize::medium);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return space::snug;
    case PM_SplitterWidth:
        return space::medium;
    case PM_MenuButtonIndicator:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

namespace {

// The style sheet rounds the frame of a menu; what lies outside of it would be filled, square, all the same.
int roundCorners(const QStyleOption *option, QStyleHintReturn *data)
{
    auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(data);
    if (!mask || !option)
        return 0;
    QPainterPath path;
    path.addRoundedRect(option->rect, radius::control, radius::control);
    mask->region = QRegion(path.toFillPolygon().toPolygon());
    return 1;
}

} // namespace

int HouseStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_FocusFrame_AboveWidget:
        return 1; // or the ring is cut off by a row that fits its buttons closely
    case SH_Menu_Mask:
        return roundCorners(option, data);
    case SH_Widget_Animation_Duration:
        return m_theme.duration(Motion::Press);
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize HouseStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox) {
        wanted.setWidth(size.width() + 2 * kComboInset + kComboArrow);
        wanted.setHeight(m_theme.scaled(height::button));
    }
    return wanted;
}

QRect HouseStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                 const QWidget *widget) const
{
    if (control == CC_ComboBox && (part == SC_ComboBoxEditField || part == SC_ComboBoxArrow)) {
        const QRect text = option->rect.adjusted(kComboInset, 0, -kComboArrow, 0);
        const QRect arrow(text.right() + 1, option->rect.top(), kComboArrow, option->rect.height());
        return visualRect(option->direction, option->rect, part == SC_ComboBoxArrow ? arrow : text);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void HouseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ComboBox)
        drawComboBox(*option, *painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
    case PE_PanelScrollAreaCorner:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(*option, *painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadio(*option, *painter);
        return;
    case PE_IndicatorMenuCheckMark:
        drawMenuCheck(*option, *painter);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
        drawArrow(element, *option, *painter);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void HouseStyle::drawCheckBox(const QStyleOption &option, QPainter &painter) const
{
    const Tokens &tokens = m_theme.tokens();
    const IndicatorColors colors = indicatorColors(tokens, option.state);
    const qreal edge = tokens.edge;
    const QRectF square = indicatorSquare(option.rect, m_theme.scaled(kIndicator), edge);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.edge, edge));
    painter.setBrush(colors.fill);
    painter.drawRoundedRect(square, radius::small, radius::small);
    painter.setPen(QPen(colors.mark, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.translate(square.center());
    painter.scale(m_theme.scaled(kIndicator) / qreal(kIndicator),
                  m_theme.scaled(kIndicator) / qreal(kIndicator));
    if (option.state.testFlag(State_On))
        painter.drawPolyline(QPolygonF({{-4.0, 0.3}, {-1.2, 3.1}, {4.2, -2.9}}));
    else if (option.state.testFlag(State_NoChange))
        painter.drawLine(QPointF(-3.5, 0), QPointF(3.5, 0));
    painter.restore();
}

void HouseStyle::drawRadio(const QStyleOption &option, QPainter &painter) const
{
    const Tokens &tokens = m_theme.tokens();
    const IndicatorColors colors = indicatorColors(tokens, option.state);
    const qreal edge = tokens.edge;
    const QRectF circle = indicatorSquare(option.rect, m_theme.scaled(kIndicator), edge);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.edge, edge));
    painter.setBrush(colors.fill);
    painter.drawEllipse(circle);
    if (option.state.testFlag(State_On)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.mark);
        painter.drawEllipse(circle.center(), circle.width() / 5, circle.width() / 5);
    }
    painter.restore();
}

void HouseStyle::drawIcon(Icon icon, const QColor &color, int pixels, const QRect &room,
                          QPainter &painter) const
{
    const int side = m_theme.scaled(pixels);
    QRect square(0, 0, side, side);
    square.moveCenter(room.center());
    painter.drawPixmap(
        square, m_theme.pixmap(icon, color, side, painter.device()->devicePixelRatioF(), Qt::LeftToRight));
}

void HouseStyle::drawMenuCheck(const QStyleOption &option, QPainter &painter) const
{
    if (!option.state.testFlag(State_On))
        return;
    drawIcon(Icon::Check, m_theme.tokens().ink, iconsize::medium, option.rect, painter);
}

// A style sheet cannot give a combo box an arrow in the scheme's colour, so the whole frame is drawn here.
void HouseStyle::drawComboBox(const QStyleOptionComplex &option, QPainter &painter,
                              const QWidget *widget) const
{
    const Tokens &tokens = m_theme.tokens();
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool focus = option.state.testFlag(State_HasFocus) && enabled;
    const bool invalid = widget && widget->property("invalid").toBool();
    const qreal edge = focus ? 2 : tokens.edge;
    const QColor color = invalid ? tokens.tone(Tone::Danger).text
        : focus                  ? tokens.focus
        : enabled                ? tokens.controlBorder
                                 : tokens.border;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, edge));
    painter.setBrush(focus ? tokens.surface : tokens.sunken);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2),
                            radius::control, radius::control);
    painter.restore();
    QStyleOption arrow = option;
    arrow.rect = proxy()->subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
    drawArrow(PE_IndicatorArrowDown, arrow, painter);
}

void HouseStyle::drawArrow(PrimitiveElement element, const QStyleOption &option, QPainter &painter) const
{
    // Left and right are already meant absolutely here: the caller has chosen by direction.
    const Icon icon = element == PE_IndicatorArrowDown ? Icon::ChevronDown
        : element == PE_IndicatorArrowUp               ? Icon::ChevronUp
        : element == PE_IndicatorArrowLeft             ? Icon::ChevronLeft
                                                       : Icon::ChevronRight;
    const Tokens &tokens = m_theme.tokens();
    const QColor color = option.state.testFlag(State_Enabled) ? tokens.text2 : tokens.disabled;
    drawIcon(icon, color, iconsize::small, option.rect, painter);
}

} // namespace tawasul
