// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDate>
#include <QtWidgets/QWidget>

#include "models/arabic/displaylocale.h"

namespace tawasul {

class LabelledField;
class TextField;
class Theme;

/// A day that is typed, with the same day of the Hijri calendar under it.
class DayField : public QWidget
{
    Q_OBJECT

public:
    /// The field itself is named so, too.
    DayField(const Theme &theme, DisplayLocale locale, const QString &label, const char *name,
             QWidget *parent = nullptr);

    void setDay(QDate day);
    /// Null while nothing, or no day, is typed.
    [[nodiscard]] QDate day() const;
    [[nodiscard]] bool isEmpty() const;
    /// Something is typed that is no day.
    [[nodiscard]] bool isWrong() const { return !isEmpty() && !day().isValid(); }
    void setProblem(const QString &sentence);
    void focusField();

Q_SIGNALS:
    void edited();

private:
    void showHijri();

    DisplayLocale m_locale;
    TextField *m_field;
    LabelledField *m_row;
};

} // namespace tawasul
