// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QVariantAnimation>
#include <QtWidgets/QWidget>

namespace tawasul {

class Theme;

/// A small turning ring beside a sentence that says what is going on; it stands still when motion is reduced.
class BusyMark : public QWidget
{
    Q_OBJECT

public:
    BusyMark(const Theme &theme, int side, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    const Theme &m_theme;
    int m_side;
    QVariantAnimation m_turn;
};

} // namespace tawasul
