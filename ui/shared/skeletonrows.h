// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QVariantAnimation>
#include <QtWidgets/QWidget>

namespace tawasul {

class Theme;

/// Grey blocks in the place of rows that are being read; they breathe softly, or stand still.
class SkeletonRows : public QWidget
{
    Q_OBJECT

public:
    SkeletonRows(const Theme &theme, int rows, int rowHeight, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    const Theme &m_theme;
    int m_rows;
    int m_rowHeight;
    QVariantAnimation m_breath;
};

} // namespace tawasul
