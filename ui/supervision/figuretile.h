// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>

#include "ui/theme/theme.h"

namespace tawasul {

/// A figure over the board: what it counts, how many, and a line under it when more is known. Pressing it
/// asks for what it counts.
class FigureTile : public QAbstractButton
{
    Q_OBJECT

public:
    FigureTile(const Theme &theme, Icon icon, Tone tone, const QString &label, QWidget *parent = nullptr);

    /// As the screen writes them; an empty figure: not known yet.
    void setFigure(const QString &figure, const QString &line = {});
    [[nodiscard]] const QString &figure() const { return m_figure; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Icon m_icon;
    Tone m_tone;
    QString m_figure;
    QString m_line;
};

} // namespace tawasul
