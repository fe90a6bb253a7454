// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/card.h"

#include <QtCore/QVariant>
#include <QtWidgets/QVBoxLayout>

#include "ui/theme/metrics.h"

namespace tawasul {

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
{
    setProperty("card", true);
    m_column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    m_column->setSpacing(space::medium);
}

QFrame *makeRule(QWidget *parent)
{
    auto *rule = new QFrame(parent);
    rule->setProperty("rule", true);
    return rule;
}

} // namespace tawasul
