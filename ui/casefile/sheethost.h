// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPropertyAnimation>
#include <QtWidgets/QWidget>

namespace tawasul {

class Theme;

/// Two pages in one place: the ground, and a sheet that slides over it from the start edge. What is covered
/// takes no focus and is not read out.
class SheetHost : public QWidget
{
    Q_OBJECT

public:
    SheetHost(const Theme &theme, QWidget *ground, QWidget *sheet, QWidget *parent = nullptr);

    void openSheet();
    void closeSheet();
    [[nodiscard]] bool isOpen() const { return m_open; }

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void slide(bool in);
    void settle();

    const Theme &m_theme;
    QWidget *m_ground;
    QWidget *m_sheet;
    QPropertyAnimation m_slide;
    bool m_open = false;
};

} // namespace tawasul
