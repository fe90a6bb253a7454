// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace tawasul {

/// The product's mark beside its name.
class BrandMark : public QWidget
{
    Q_OBJECT

public:
    explicit BrandMark(int side, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPixmap m_drawn;
};

} // namespace tawasul
