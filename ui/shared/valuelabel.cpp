// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/valuelabel.h"

#include <QtCore/QEvent>
#include <QtGui/QFocusEvent>
#include <QtGui/QGuiApplication>

#include <algorithm>

#include "models/arabic/bidi.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr int kLeastCharacters = 12;

}

ValueLabel::ValueLabel(const QString &label, const QString &value, Reading reading, QWidget *parent)
    : PlainLabel(TextRole::Value, value, parent)
    , m_reading(reading)
{
    setAccessibleName(label);
    setAccessibleDescription(value);
    const bool identifier = m_reading == Reading::Identifier;
    setWordWrap(!identifier);
    setTextInteractionFlags(identifier ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                       : Qt::TextInteractionFlags(Qt::TextSelectableByMouse));
    setFocusPolicy(identifier ? Qt::StrongFocus : Qt::ClickFocus);
    setCursor(Qt::IBeamCursor);
    turn();
}

QSize ValueLabel::minimumSizeHint() const
{
    const QSize whole = PlainLabel::minimumSizeHint();
    if (!wordWrap())
        return whole;
    return {std::min(whole.width(), fontMetrics().averageCharWidth() * kLeastCharacters), whole.height()};
}

void ValueLabel::changeEvent(QEvent *event)
{
    PlainLabel::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        turn();
}

void ValueLabel::focusInEvent(QFocusEvent *event)
{
    PlainLabel::focusInEvent(event);
    // Who comes by Tab wants to copy it.
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        setSelection(0, static_cast<int>(text().size()));
}

void ValueLabel::turn()
{
    if (m_reading == Reading::Text)
        return;
    const Qt::LayoutDirection screen = QGuiApplication::layoutDirection();
    const Qt::LayoutDirection own =
        m_reading == Reading::Identifier ? Qt::LeftToRight : paragraphDirection(text(), screen);
    if (layoutDirection() != own)
        setLayoutDirection(own);
    setAlignment(startEdge(screen) | Qt::AlignVCenter);
}

} // namespace tawasul
