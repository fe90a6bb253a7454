// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigationentry.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include "models/arabic/tooltip.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr int kEntry = 40;
constexpr int kRailEntry = 44;
constexpr int kBadge = 20;

} // namespace

NavigationEntry::NavigationEntry(const Theme &theme, Icon icon, const QString &title, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(icon)
{
    setText(title);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, &QWidget::updateGeometry);
    name();
}

void NavigationEntry::setBadge(const QString &shown, Tone tone)
{
    m_badge = shown;
    m_tone = tone;
    name();
    update();
}

void NavigationEntry::setRail(bool rail)
{
    m_rail = rail;
    name();
    updateGeometry();
    update();
}

void NavigationEntry::name()
{
    setAccessibleName(m_badge.isEmpty() ? text() : QString(text() % u' ' % m_badge));
    setToolTip(plainTooltip(m_rail ? accessibleName() : QString()));
}

QSize NavigationEntry::sizeHint() const
{
    const int side = m_theme.scaled(m_rail ? kRailEntry : kEntry);
    return {side, side};
}

int NavigationEntry::badgeWidth() const
{
    if (m_badge.isEmpty())
        return 0;
    const QFontMetrics metrics(m_theme.font(TextRole::Caption));
    return std::max(m_theme.scaled(kBadge), metrics.horizontalAdvance(m_badge) + 2 * space::small);
}

void NavigationEntry::paintBadge(QPainter &painter, const QRect &room) const
{
    const ToneColors &colors = m_theme.tokens().tone(m_tone);
    const qreal edge = m_theme.tokens().edge;
    painter.setPen(QPen(colors.border, edge));
    painter.setBrush(colors.background);
    const QRectF pill = QRectF(room).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(colors.text);
    painter.setFont(m_theme.font(TextRole::Caption));
    painter.drawText(room, Qt::AlignCenter, m_badge);
}

void NavigationEntry::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto visual = [&](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    if (isChecked() || underMouse()) {
        painter.setPen(isChecked() && tokens.edge > 1 ? QPen(tokens.ink, tokens.edge) : QPen(Qt::NoPen));
        painter.setBrush(isChecked() ? tokens.selected : tokens.hover);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius::control, radius::control);
    }
    const QColor color = isChecked() ? tokens.ink : tokens.text2;
    const int side = m_theme.scaled(iconsize::large);
    const int inset = m_rail ? (width() - side) / 2 : space::medium;
    const QRect glyph(inset, (height() - side) / 2, side, side);
    painter.drawPixmap(visual(glyph),
                       m_theme.pixmap(m_icon, color, side, devicePixelRatioF(), layoutDirection()));
    const int wide = badgeWidth();
    const int high = m_theme.scaled(kBadge);
    if (m_rail) {
        if (wide > 0)
            paintBadge(painter, visual(QRect(width() - wide, 0, wide, high)));
        return;
    }
    const QRect badge(width() - space::medium - wide, (height() - high) / 2, wide, high);
    if (wide > 0)
        paintBadge(painter, visual(badge));
    QRect words(glyph.right() + 1 + space::medium, 0, 0, height());
    words.setRight(badge.left() - space::snug);
    QFont font = m_theme.font(TextRole::Body);
    font.setWeight(isChecked() ? QFont::DemiBold : QFont::Medium);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(visual(words), startLine(layoutDirection()),
                     QFontMetrics(font).elidedText(text(), Qt::ElideRight, words.width()));
}

} // namespace tawasul
