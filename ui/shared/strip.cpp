// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/strip.h"

#include <QtCore/QVariant>
#include <QtGui/QAccessible>
#include <QtWidgets/QHBoxLayout>

#include "ui/shared/button.h"
#include "ui/shared/iconbutton.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/rawtext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

Icon iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Danger:
        return Icon::AlertCircle;
    case Tone::Warning:
        return Icon::AlertTriangle;
    case Tone::Success:
    case Tone::Brand:
        return Icon::CircleCheck;
    case Tone::Info:
    case Tone::Lavender:
    case Tone::Neutral:
        break;
    }
    return Icon::InfoCircle;
}

} // namespace

Strip::Strip(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_icon(new IconMark(theme, Icon::InfoCircle, Ink::Text2, iconsize::large, this))
    , m_label(new PlainLabel(TextRole::Value, {}, this))
    , m_action(new Button(theme, ButtonKind::Secondary, {}, this))
{
    setProperty("strip", true);
    m_label->setWordWrap(true);
    m_label->setObjectName(QStringLiteral("stripMessage"));
    m_action->setObjectName(QStringLiteral("stripAction"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::medium, space::snug, space::medium, space::snug);
    row->setSpacing(space::snug);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_label, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    connect(m_action, &QPushButton::clicked, this, &Strip::actionChosen);
    hide();
}

void Strip::say(Tone tone, const QString &message, const QString &action)
{
    setStyleProperty(*this, "tone", styleName(tone));
    m_icon->setGlyph(iconOf(tone), inkOf(tone));
    m_label->setTone(tone);
    m_label->setText(message);
    m_action->setText(action);
    m_action->setAccessibleName(rawText(action));
    m_action->setVisible(!action.isEmpty());
    // Beside a button the row is taller than its first line.
    layout()->setAlignment(m_icon, action.isEmpty() && !m_end ? Qt::AlignTop : Qt::AlignVCenter);
    setAccessibleName(rawText(message));
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Strip::setEnd(IconButton *button)
{
    m_end = button;
    layout()->addWidget(button);
    layout()->setAlignment(button, Qt::AlignVCenter);
}

void Strip::clear()
{
    m_label->setText({});
    hide();
}

QString Strip::message() const
{
    return m_label->text();
}

} // namespace tawasul
