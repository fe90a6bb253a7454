// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/scrollaccess.h"

#include <QtWidgets/QAccessibleWidget>
#include <QtWidgets/QWidget>

namespace tawasul {

namespace {

// Asked class by class, the most derived first: tables and texts have been answered before their base comes
// up.
QAccessibleInterface *scrollAccess(const QString &className, QObject *object)
{
    if (className != QLatin1String("QScrollArea") && className != QLatin1String("QAbstractScrollArea"))
        return nullptr;
    auto *widget = qobject_cast<QWidget *>(object);
    return widget ? new QAccessibleWidget(widget, QAccessible::Client) : nullptr;
}

} // namespace

void guardScrollAreas()
{
    QAccessible::installFactory(scrollAccess);
}

} // namespace tawasul
