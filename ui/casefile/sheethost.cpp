// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/sheethost.h"

#include "ui/theme/theme.h"

namespace tawasul {

SheetHost::SheetHost(const Theme &theme, QWidget *ground, QWidget *sheet, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_ground(ground)
    , m_sheet(sheet)
    , m_slide(sheet, "pos")
{
    m_ground->setParent(this);
    m_sheet->setParent(this);
    m_sheet->hide();
    m_slide.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_slide, &QPropertyAnimation::finished, this, &SheetHost::settle);
}

void SheetHost::openSheet()
{
    if (m_open)
        return;
    m_open = true;
    m_sheet->show();
    m_sheet->raise();
    slide(true);
}

void SheetHost::closeSheet()
{
    if (!m_open)
        return;
    m_open = false;
    m_ground->show();
    slide(false);
}

void SheetHost::slide(bool in)
{
    const int away = layoutDirection() == Qt::RightToLeft ? width() : -width();
    m_slide.stop();
    m_slide.setDuration(m_theme.duration(Motion::Sheet));
    m_slide.setStartValue(in ? QPoint(away, 0) : QPoint(0, 0));
    m_slide.setEndValue(in ? QPoint(0, 0) : QPoint(away, 0));
    if (m_slide.duration() == 0 || !isVisible())
        settle();
    else
        m_slide.start();
}

void SheetHost::settle()
{
    m_slide.stop();
    m_ground->setGeometry(rect());
    m_sheet->setGeometry(rect());
    m_ground->setVisible(!m_open);
    m_sheet->setVisible(m_open);
}

void SheetHost::resizeEvent(QResizeEvent *)
{
    m_ground->setGeometry(rect());
    m_sheet->resize(size());
    if (m_slide.state() != QAbstractAnimation::Running)
        m_sheet->move(0, 0);
}

QSize SheetHost::minimumSizeHint() const
{
    return m_ground->minimumSizeHint();
}

QSize SheetHost::sizeHint() const
{
    return m_ground->sizeHint();
}

} // namespace tawasul
