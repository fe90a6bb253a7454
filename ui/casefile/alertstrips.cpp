// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/alertstrips.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QVBoxLayout>

#include "ui/shared/strip.h"
#include "ui/theme/metrics.h"

namespace tawasul {

AlertStrips::AlertStrips(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("alertStrips"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::small);
    hide();
}

void AlertStrips::present(const std::vector<Alert> &alerts)
{
    if (alerts == m_alerts)
        return;
    m_alerts = alerts;
    while (m_strips.size() < alerts.size()) {
        auto *strip = new Strip(m_theme, this);
        const std::size_t index = m_strips.size();
        connect(strip, &Strip::actionChosen, this, [this, index] {
            const Alert chosen = m_alerts[index]; // what is done about it may change the alerts
            Q_EMIT actionChosen(chosen);
        });
        m_column->addWidget(strip);
        m_strips.push_back(strip);
    }
    for (std::size_t index = 0; index < m_strips.size(); ++index) {
        if (index >= alerts.size()) {
            m_strips[index]->clear();
            continue;
        }
        m_strips[index]->setObjectName(alertName(alerts[index].kind));
        m_strips[index]->say(alerts[index].tone, alerts[index].sentence, alerts[index].action);
    }
    setVisible(!alerts.empty());
}

void AlertStrips::orderTabsAfter(QWidget *before) const
{
    QWidget *last = before;
    for (const Strip *strip : m_strips) {
        auto *action = strip->findChild<QAbstractButton *>(QStringLiteral("stripAction"));
        QWidget::setTabOrder(last, action);
        last = action;
    }
}

} // namespace tawasul
