// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/labelledfield.h"

#include <QtWidgets/QVBoxLayout>

#include "ui/shared/iconmark.h"
#include "ui/shared/note.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/rawtext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/stylesheet.h"

namespace tawasul {

LabelledField::LabelledField(const Theme &theme, const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_label(new PlainLabel(TextRole::Caption))
    , m_field(field)
    , m_explanation(new PlainLabel(TextRole::Secondary))
    , m_problem(new Note(new IconMark(theme, Icon::AlertCircle, Ink::Danger, iconsize::small)))
{
    m_label->setBuddy(field);
    m_explanation->setWordWrap(true);
    m_explanation->hide();
    m_label->setObjectName(QString(field->objectName() % u"Label"));
    m_explanation->setObjectName(QString(field->objectName() % u"Explanation"));
    m_problem->setObjectName(QString(field->objectName() % u"Problem"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    column->addWidget(m_label);
    // A field of a width of its own stands at the start edge, also one that reads in another direction.
    const bool narrow = field->maximumWidth() < QWIDGETSIZE_MAX;
    column->addWidget(field, 0, narrow ? startEdge(layoutDirection()) : Qt::Alignment());
    column->addWidget(m_explanation);
    column->addWidget(m_problem);
    setLabel(label);
}

void LabelledField::setLabel(const QString &label)
{
    m_label->setText(label);
    m_field->setAccessibleName(rawText(label));
}

void LabelledField::explain(const QString &sentence)
{
    m_explanation->setText(sentence);
    m_explanation->setVisible(!sentence.isEmpty());
}

void LabelledField::setProblem(const QString &sentence)
{
    m_problem->say(sentence);
    m_field->setAccessibleDescription(rawText(sentence));
    setStyleProperty(*m_field, "invalid", !sentence.isEmpty());
}

} // namespace tawasul
