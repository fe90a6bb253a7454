// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/pagelight.h"
#include "ui/documents/popover.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QSlider;
QT_END_NAMESPACE

namespace tawasul {

class Theme;

/// Sets how pages are lit, while they are seen.
class LightPopover : public Popover
{
    Q_OBJECT

public:
    LightPopover(const Theme &theme, const PageLight &light, QWidget *parent);

Q_SIGNALS:
    void lightChanged(const tawasul::PageLight &light);

private:
    QSlider *makeSlider(const char *name, const QString &label, int value);
    void tell();

    QSlider *m_brightness;
    QSlider *m_contrast;
    QCheckBox *m_inverted;
};

} // namespace tawasul
