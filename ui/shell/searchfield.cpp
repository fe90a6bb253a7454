// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/searchfield.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>

#include "models/arabic/tooltip.h"
#include "ui/theme/theme.h"

namespace tawasul {

SearchField::SearchField(const Theme &theme, QWidget *parent)
    : TextField(parent)
{
    setObjectName(QStringLiteral("searchField"));
    setPlaceholderText(tr("Search by request number, name or identity number"));
    setAccessibleName(tr("Search"));
    addAction(theme.icon(Icon::Search, Ink::Text3), QLineEdit::LeadingPosition)->setEnabled(false);
    // A button inside a field has no name of its own.
    QAction *clear = addAction(theme.icon(Icon::X, Ink::Text3), QLineEdit::TrailingPosition);
    clear->setText(tr("Clear search"));
    clear->setToolTip(plainTooltip(clear->text()));
    clear->setVisible(false);
    connect(clear, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, clear,
            [clear](const QString &text) { clear->setVisible(!text.isEmpty()); });
}

void SearchField::begin()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT left();
        return;
    case Qt::Key_Escape:
        if (text().isEmpty())
            Q_EMIT left();
        else
            clear();
        return;
    default:
        TextField::keyPressEvent(event);
    }
}

} // namespace tawasul
