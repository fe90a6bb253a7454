// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note.h"

#include <QtWidgets/QHBoxLayout>

#include "ui/shared/plainlabel.h"
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
    m_label->setText(sentence);
    setVisible(!sentence.isEmpty());
}

QString Note::sentence() const
{
    return m_label->text();
}

} // namespace tawasul
