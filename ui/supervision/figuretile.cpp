// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/figuretile.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include "ui/shared/elidedtext.h"
#include "ui/shared/rawtext.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr int kHeight = 96;
constexpr int kWidth = 200;
constexpr int kPicture = 44;

} // namespace

FigureTile::FigureTile(const Theme &theme, Icon icon, Tone tone, const QString &label, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_tone(tone)
{
    setText(label);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFigure({});
    connect(&m_theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void FigureTile::setFigure(const QString &figure, const QString &line)
{
    m_figure = figure;
    m_line = line;
    //: What is counted, and how many
    setAccessibleName(rawText(figure.isEmpty() ? text() : tr("%1: %2").arg(text(), figure)));
    setAccessibleDescription(rawText(line));
    update();
}

QSize FigureTile::sizeHint() const
{
    return {m_theme.scaled(kWidth), m_theme.scaled(kHeight)};
}

QSize FigureTile::minimumSizeHint() const
{
    return {m_theme.scaled(kPicture) + 2 * space::wide, m_theme.scaled(kHeight)};
}

void FigureTile::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal half = tokens.edge / 2.0;
    painter.setPen(QPen(tokens.border, tokens.edge));
    painter.setBrush(isDown() ? tokens.selected : underMouse() ? tokens.hover : tokens.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), radius::card, radius::card);
    const auto turned = [this](const QRect &room) {
        return QStyle::visualRect(layoutDirection(), rect(), room);
    };
    const int side = m_theme.scaled(kPicture);
    const ToneColors &tone = tokens.tone(m_tone);
    const QRect picture = turned({space::wide, (height() - side) / 2, side, side});
    painter.setPen(QPen(tone.border, tokens.edge));
    painter.setBrush(tone.background);
    painter.drawRoundedRect(picture, radius::control, radius::control);
    const int glyph = m_theme.scaled(iconsize::huge);
    painter.drawPixmap(picture.center() - QPoint(glyph / 2 - 1, glyph / 2 - 1),
                       m_theme.pixmap(m_icon, tone.text, glyph, devicePixelRatioF(), layoutDirection()));
    const int left = space::wide + side + space::medium;
    const int wide = width() - left - space::medium;
    int top = 0;
    const auto line = [&](TextRole role, const QColor &color, const QString &text) {
        const QFont font = m_theme.font(role);
        const QFontMetrics metrics(font);
        const int tall = role == TextRole::Figure ? metrics.ascent() + space::tiny : metrics.height();
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(turned({left, top, wide, tall}), startLine(layoutDirection()),
                         elidedText(metrics, text, Qt::ElideRight, wide));
        top += tall;
    };
    const int small = QFontMetrics(m_theme.font(TextRole::Secondary)).height();
    const int large = QFontMetrics(m_theme.font(TextRole::Figure)).ascent() + space::tiny;
    top = (height() - small * (m_line.isEmpty() ? 1 : 2) - large) / 2;
    line(TextRole::Secondary, tokens.text2, text());
    line(TextRole::Figure, tokens.text, m_figure.isEmpty() ? QStringLiteral("–") : m_figure);
    if (!m_line.isEmpty())
        line(TextRole::Secondary, tokens.text3, m_line);
}

} // namespace tawasul
