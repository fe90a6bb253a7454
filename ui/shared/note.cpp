// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QHBoxLayout>

#include "ui/shared/plainlabel.h"
#include "ui/shared/rawtext.h"
#include "ui/theme/metrics.h"

namespace tawasul {

Note::Note(QWidget *mark, QWidget *parent)
    : QWidget(parent)
    , m_label(new PlainLabel(TextRole::Secondary, {}, this))
{
    m_label->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addWidget(m_label, 1);
    hide();
}

void Note::say(const QString &sentence)
{
    const bool isNews = m_label->text() != sentence && !sentence.isEmpty();
    m_label->setText(sentence);
    setVisible(!sentence.isEmpty());
    if (!m_isLive || !isNews)
        return;
    setAccessibleName(rawText(sentence));
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString Note::sentence() const
{
    return m_label->text();
}

} // namespace tawasul
