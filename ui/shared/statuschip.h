// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QLabel>

#include "ui/shared/chippaint.h"

namespace tawasul {

/// A status as a widget. A QLabel, so that a screen reader meets static text and not a nameless filler.
class StatusChip : public QLabel
{
    Q_OBJECT

public:
    StatusChip(const Theme &theme, const ChipLook &look, QWidget *parent = nullptr);

    void setLook(const ChipLook &look);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    ChipLook m_look;
};

} // namespace tawasul
