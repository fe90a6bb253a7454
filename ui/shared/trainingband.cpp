// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/trainingband.h"

#include <QtCore/QVariant>
#include <QtWidgets/QHBoxLayout>

#include "ui/shared/iconmark.h"
#include "ui/shared/plainlabel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

namespace tawasul {

TrainingBand::TrainingBand(const Theme &theme, QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("trainingBand"));
    setProperty("band", true);
    setProperty("tone", styleName(Tone::Warning));
    //: The band on top of a window that is connected to a training centre
    auto *label = new PlainLabel(TextRole::Caption, tr("Training environment – data is not real"), this);
    label->setTone(Tone::Warning);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::medium, space::tiny, space::medium, space::tiny);
    row->setSpacing(space::small);
    row->addStretch(1);
    row->addWidget(new IconMark(theme, Icon::InfoCircle, Ink::Warning, iconsize::small, this));
    row->addWidget(label);
    row->addStretch(1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

} // namespace tawasul
