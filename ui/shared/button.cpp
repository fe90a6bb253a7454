// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/button.h"

#include <QtCore/QVariant>
#include <QtWidgets/QStyleOptionButton>
#include <QtWidgets/QStylePainter>

#include "ui/shared/rawtext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kGap = space::snug;
constexpr int kQtGap = space::tiny; ///< what QPushButton reckons between icon and text

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
    // Enter presses the button that has the keyboard, as Space does; outside of a QDialog it means nothing
    // more.
    setAutoDefault(true);
    fit();
    connect(&m_theme, &Theme::changed, this, &Button::fit);
}

void Button::fit()
{
    const int side = m_theme.scaled(iconsize::medium);
    setIconSize({side, side});
}

QColor Button::inkColor() const
{
    return isEnabled() ? m_theme.color(glyphInk(m_kind)) : m_theme.tokens().disabled;
}

int Button::glyphRoom() const
{
    return icon().isNull() ? 0 : iconSize().width() + kGap;
}

int Button::wordsWidth(const QString &words) const
{
    return fontMetrics().boundingRect(rect(), Qt::TextHideMnemonic, words).width();
}

QSize Button::sizeHint() const
{
    const QSize wanted = QPushButton::sizeHint();
    if (property("flush").toBool())
        return {glyphRoom() + wordsWidth(text()) + space::hair, wanted.height()};
    return icon().isNull() ? wanted : wanted + QSize(kGap - kQtGap, 0);
}

void Button::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);

    const int glyph = glyphRoom();
    // Flush stands in line with the text around it.
    const bool flush = property("flush").toBool();
    const int inset = flush ? 0 : space::snug;
    const QRect room = rect().adjusted(inset, 0, -inset, 0);
    const QString shown =
        fontMetrics().elidedText(text(), Qt::ElideRight, room.width() - glyph, Qt::TextHideMnemonic);
    const int words = wordsWidth(shown);
    QRect pair(0, 0, glyph + words, room.height());
    if (!flush)
        pair.moveCenter(room.center());
    const auto visual = [&](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    if (glyph > 0) {
        const QRect mark(QPoint(pair.left(), (height() - iconSize().height()) / 2), iconSize());
        icon().paint(&painter, visual(mark), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
    }
    painter.setPen(inkColor());
    // Two pixels more than measured, so that rounding never cuts the last letter.
    const QRect line = pair.adjusted(glyph, 0, space::hair, 0);
    painter.drawText(visual(line), startLine(layoutDirection()) | Qt::TextHideMnemonic, shown);
}

void Button::setKind(ButtonKind kind)
{
    m_kind = kind;
    setStyleProperty(*this, "kind", QLatin1StringView(styleName(kind)));
}

void Button::setGlyph(Icon icon)
{
    setIcon(m_theme.icon(icon, glyphInk(m_kind)));
}

} // namespace tawasul
