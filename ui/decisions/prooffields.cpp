// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/prooffields.h"

#include <QtGui/QGuiApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/dateformat.h"
#include "models/arabic/digits.h"
#include "ui/decisions/labelledfield.h"
#include "ui/shared/strip.h"
#include "ui/shared/textfield.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr int kLongestNumber = 32;

// Days, times and numbers read left to right in either language; a field of their own keeps their parts in
// order.
TextField *makeField(const char *name, const QString &placeholder)
{
    auto *field = new TextField;
    field->setObjectName(QString::fromLatin1(name));
    field->setLayoutDirection(Qt::LeftToRight);
    field->setAlignment(startEdge(QGuiApplication::layoutDirection()) | Qt::AlignVCenter);
    field->setPlaceholderText(placeholder);
    field->setMaxLength(kLongestNumber);
    return field;
}

QDate dayOf(const TextField &field)
{
    return QDate::fromString(asciiDigits(field.text()).trimmed(), QStringLiteral("d/M/yyyy"));
}

QTime timeOf(const TextField &field)
{
    return QTime::fromString(asciiDigits(field.text()).trimmed(), QStringLiteral("H:mm"));
}

} // namespace

ProofFields::ProofFields(const Theme &theme, DisplayLocale locale, QWidget *parent)
    : QWidget(parent)
    , m_locale(locale)
    , m_number(makeField("operationNumber", {}))
    , m_day(makeField("executedOn", QStringLiteral("22/11/2026")))
    , m_time(makeField("executedAt", QStringLiteral("10:30")))
    , m_numberRow(new LabelledField(theme, tr("Operation number"), m_number))
    , m_dayRow(new LabelledField(theme, tr("Day of execution"), m_day))
    , m_timeRow(new LabelledField(theme, tr("Time"), m_time))
    , m_clock(new Strip(theme))
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::medium);
    grid->setVerticalSpacing(space::snug);
    grid->addWidget(m_numberRow, 0, 0, 1, 2);
    grid->addWidget(m_dayRow, 1, 0, Qt::AlignTop);
    grid->addWidget(m_timeRow, 1, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    m_clock->setObjectName(QStringLiteral("executionClock"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addLayout(grid);
    column->addWidget(m_clock);
    for (TextField *field : {m_number, m_day, m_time}) {
        connect(field, &QLineEdit::textEdited, this, [this, field](const QString &typed) {
            // Either shape of digits is typed; only one is kept.
            const QString ascii = asciiDigits(typed);
            if (ascii != typed) {
                const int cursor = field->cursorPosition();
                field->setText(ascii);
                field->setCursorPosition(cursor);
            }
            clearProblems();
            showHijri();
            Q_EMIT edited();
        });
    }
}

void ProofFields::fill(const DecisionForm &form)
{
    m_number->setText(form.operationNumber);
    m_day->setText(form.executedOn);
    m_time->setText(form.executedAt);
    clearProblems();
    showHijri();
}

void ProofFields::read(DecisionForm &form) const
{
    form.operationNumber = m_number->text().trimmed();
    form.executedOn = m_day->text().trimmed();
    form.executedAt = m_time->text().trimmed();
}

void ProofFields::proposeNow(Instant now)
{
    const DisplayLocale ascii{m_locale.language, Digits::European};
    if (m_day->text().isEmpty())
        m_day->setText(shortDate(riyadhDate(now), ascii));
    if (m_time->text().isEmpty())
        m_time->setText(timeOfDay(riyadhTime(now), ascii));
    showHijri();
}

void ProofFields::warn(const QString &sentence)
{
    if (sentence.isEmpty())
        m_clock->clear();
    else if (m_clock->isHidden() || m_clock->message() != sentence)
        m_clock->say(Tone::Warning, sentence);
}

QWidget *ProofFields::firstProblem(Instant now, QString &sentence)
{
    const auto mark = [&sentence](LabelledField *row, const QString &problem) {
        row->setProblem(problem);
        sentence = problem;
        return &row->field();
    };
    clearProblems();
    if (m_number->text().trimmed().isEmpty())
        return mark(m_numberRow, tr("The operation number is required."));
    if (!dayOf(*m_day).isValid())
        return mark(m_dayRow, tr("The day of execution is required, as day/month/year."));
    if (!timeOf(*m_time).isValid())
        return mark(m_timeRow, tr("The time of execution is required, as hours:minutes."));
    if (riyadhInstant(dayOf(*m_day), timeOf(*m_time)) > now + std::chrono::minutes(5))
        return mark(m_dayRow, tr("The time of execution lies in the future."));
    return nullptr;
}

void ProofFields::clearProblems()
{
    for (LabelledField *row : {m_numberRow, m_dayRow, m_timeRow})
        row->setProblem({});
}

void ProofFields::showHijri()
{
    m_dayRow->explain(longHijriDate(dayOf(*m_day), m_locale));
}

} // namespace tawasul
