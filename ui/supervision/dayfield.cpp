// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/dayfield.h"

#include <QtGui/QGuiApplication>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/dateformat.h"
#include "models/arabic/digits.h"
#include "ui/decisions/labelledfield.h"
#include "ui/shared/textfield.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr int kLongest = 10;

}

DayField::DayField(const Theme &theme, DisplayLocale locale, const QString &label, const char *name,
                   QWidget *parent)
    : QWidget(parent)
    , m_locale(locale)
    , m_field(new TextField)
{
    m_field->setObjectName(QString::fromLatin1(name));
    // A date reads left to right in either language; a field of its own keeps its parts in order.
    m_field->setLayoutDirection(Qt::LeftToRight);
    m_field->setAlignment(startEdge(QGuiApplication::layoutDirection()) | Qt::AlignVCenter);
    m_field->setPlaceholderText(QStringLiteral("22/11/2026"));
    m_field->setMaxLength(kLongest);
    m_row = new LabelledField(theme, label, m_field);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_row);
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString &typed) {
        // Either shape of digits is typed; only one is kept.
        if (const QString ascii = asciiDigits(typed); ascii != typed) {
            const int cursor = m_field->cursorPosition();
            m_field->setText(ascii);
            m_field->setCursorPosition(cursor);
        }
        setProblem({});
        showHijri();
        Q_EMIT edited();
    });
}

void DayField::setDay(QDate day)
{
    m_field->setText(day.isValid() ? day.toString(QStringLiteral("dd/MM/yyyy")) : QString());
    setProblem({});
    showHijri();
}

QDate DayField::day() const
{
    return QDate::fromString(asciiDigits(m_field->text()).trimmed(), QStringLiteral("d/M/yyyy"));
}

bool DayField::isEmpty() const
{
    return m_field->text().trimmed().isEmpty();
}

void DayField::setProblem(const QString &sentence)
{
    m_row->setProblem(sentence);
}

void DayField::focusField()
{
    m_field->setFocus(Qt::OtherFocusReason);
}

void DayField::showHijri()
{
    m_row->explain(day().isValid() ? longHijriDate(day(), m_locale) : QString());
}

} // namespace tawasul
