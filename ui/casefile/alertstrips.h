// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <vector>

#include "ui/casefile/alerts.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace tawasul {

class Strip;
class Theme;

/// The alerts of a case as strips under its header; nothing while there are none.
class AlertStrips : public QWidget
{
    Q_OBJECT

public:
    explicit AlertStrips(const Theme &theme, QWidget *parent = nullptr);

    /// A strip that says the same as before is left alone, so that it is not announced twice.
    void present(const std::vector<Alert> &alerts);

    /// Strips are made when there is something to say: Tab reaches their buttons after `before` all the same.
    void orderTabsAfter(QWidget *before) const;

Q_SIGNALS:
    void actionChosen(const Alert &alert);

private:
    const Theme &m_theme;
    QVBoxLayout *m_column;
    std::vector<Alert> m_alerts;
    std::vector<Strip *> m_strips;
};

} // namespace tawasul
