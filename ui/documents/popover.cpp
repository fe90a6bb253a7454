// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/popover.h"

#include <QtWidgets/QVBoxLayout>

#include <algorithm>

#include "ui/theme/metrics.h"

namespace tawasul {

Popover::Popover(const QString &name, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_column(new QVBoxLayout(this))
{
    setProperty("card", true);
    setAccessibleName(name);
    setAttribute(Qt::WA_DeleteOnClose);
    m_column->setContentsMargins(space::wide, space::medium, space::wide, space::medium);
    m_column->setSpacing(space::snug);
}

void Popover::openOver(const QWidget &anchor)
{
    adjustSize();
    const QRect window =
        anchor.window()->geometry().adjusted(space::medium, space::medium, -space::medium, -space::medium);
    const QRect over(anchor.mapToGlobal(QPoint(0, 0)), anchor.size());
    const int left = over.center().x() - width() / 2;
    const int top = over.bottom() - height() - space::wide;
    move(std::clamp(left, window.left(), std::max(window.left(), window.right() - width())),
         std::clamp(top, window.top(), std::max(window.top(), window.bottom() - height())));
    show();
}

} // namespace tawasul
