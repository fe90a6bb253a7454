// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/passwordfield.h"

#include <QtGui/QAction>
#include <QtWidgets/QToolButton>

#include "ui/theme/theme.h"

namespace tawasul {

PasswordField::PasswordField(const Theme &theme, QWidget *parent)
    : TextField(parent)
    , m_theme(theme)
    , m_show(addAction(theme.icon(Icon::Eye, Ink::Text3), QLineEdit::TrailingPosition))
{
    m_show->setObjectName(QStringLiteral("showPassword"));
    m_show->setCheckable(true);
    // The button that Qt makes inside the field must be reachable and have a name.
    if (auto *button = findChild<QToolButton *>())
        button->setFocusPolicy(Qt::TabFocus);
    connect(m_show, &QAction::toggled, this, &PasswordField::reveal);
    reveal(false);
}

void PasswordField::reveal(bool shown)
{
    setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_show->setIcon(m_theme.icon(shown ? Icon::EyeOff : Icon::Eye, Ink::Text3));
    m_show->setText(shown ? tr("Hide password") : tr("Show password"));
}

} // namespace tawasul
