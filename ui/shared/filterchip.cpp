// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/filterchip.h"

#include <QtCore/QVariant>

#include "ui/shared/rawtext.h"

namespace tawasul {

FilterChip::FilterChip(const QString &label, QWidget *parent)
    : QPushButton(parent)
    , m_label(label)
{
    setProperty("kind", QStringLiteral("chip"));
    setCheckable(true);
    setAutoDefault(false);
    setCount({});
}

void FilterChip::setCount(const QString &shown)
{
    setText(shown.isEmpty() ? m_label : QString(m_label % u' ' % shown));
    setAccessibleName(rawText(text()));
}

QSize FilterChip::sizeHint() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const int wider =
        QFontMetrics(bold).horizontalAdvance(text()) - QFontMetrics(font()).horizontalAdvance(text());
    return QPushButton::sizeHint() + QSize(std::max(0, wider), 0);
}

} // namespace tawasul
