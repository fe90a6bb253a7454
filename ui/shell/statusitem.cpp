// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusitem.h"

#include <QtWidgets/QHBoxLayout>

#include "ui/shared/elidedlabel.h"
#include "ui/shared/iconmark.h"
#include "ui/theme/metrics.h"

namespace tawasul {

StatusItem::StatusItem(const Theme &theme, Icon icon, QWidget *parent)
    : QWidget(parent)
    , m_mark(new IconMark(theme, icon, Ink::Text3, iconsize::small))
    , m_label(new ElidedLabel(TextRole::Secondary))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    row->addWidget(m_mark);
    row->addWidget(m_label);
}

void StatusItem::say(Icon icon, const QString &text, std::optional<Tone> tone)
{
    m_mark->setGlyph(icon, tone ? inkOf(*tone) : Ink::Text3);
    m_label->setTone(tone);
    m_label->setText(text);
    updateGeometry(); // now: the layout of the line would reckon with the width of before until the next turn
}

QString StatusItem::text() const
{
    return m_label->text();
}

} // namespace tawasul
