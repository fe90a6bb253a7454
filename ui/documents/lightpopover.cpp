// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/lightpopover.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QSlider>
#include <QtWidgets/QVBoxLayout>

#include "ui/shared/button.h"
#include "ui/shared/plainlabel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kWidth = 260;
constexpr int kStep = 5;

} // namespace

LightPopover::LightPopover(const Theme &theme, const PageLight &light, QWidget *parent)
    : Popover(tr("Brightness and contrast"), parent)
{
    setObjectName(QStringLiteral("lightPopover"));
    setFixedWidth(theme.scaled(kWidth));
    m_brightness = makeSlider("brightness", tr("Brightness"), light.brightness);
    m_contrast = makeSlider("contrast", tr("Contrast"), light.contrast);
    m_inverted = new QCheckBox(tr("Dark paper"));
    m_inverted->setObjectName(QStringLiteral("inverted"));
    m_inverted->setChecked(light.inverted);
    column().addWidget(m_inverted);
    auto *plain = new Button(theme, ButtonKind::Ghost, tr("As in the file"));
    plain->setObjectName(QStringLiteral("plainLight"));
    column().addWidget(plain, 0, Qt::AlignHCenter);
    connect(m_inverted, &QCheckBox::toggled, this, &LightPopover::tell);
    connect(plain, &QPushButton::clicked, this, [this] {
        m_brightness->setValue(0);
        m_contrast->setValue(0);
        m_inverted->setChecked(false);
    });
    m_brightness->setFocus();
}

QSlider *LightPopover::makeSlider(const char *name, const QString &label, int value)
{
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(QString::fromLatin1(name));
    slider->setAccessibleName(label);
    slider->setRange(-100, 100);
    slider->setSingleStep(kStep);
    slider->setPageStep(4 * kStep);
    slider->setValue(value);
    column().addWidget(new PlainLabel(TextRole::Secondary, label));
    column().addWidget(slider);
    connect(slider, &QSlider::valueChanged, this, &LightPopover::tell);
    return slider;
}

void LightPopover::tell()
{
    Q_EMIT lightChanged({m_brightness->value(), m_contrast->value(), m_inverted->isChecked()});
}

} // namespace tawasul
