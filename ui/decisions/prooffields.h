// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "models/arabic/displaylocale.h"
#include "ui/decisions/decisionform.h"

namespace tawasul {

class LabelledField;
class PlainLabel;
class Strip;
class TextField;
class Theme;

/// The proof of execution: the number of the operation in the passport system, its day and its time.
class ProofFields : public QWidget
{
    Q_OBJECT

public:
    ProofFields(const Theme &theme, DisplayLocale locale, QWidget *parent = nullptr);

    void fill(const DecisionForm &form);
    void read(DecisionForm &form) const;

    /// Day and time of now where nothing was entered: most operations are recorded right after they are done.
    void proposeNow(Instant now);
    /// Why the time that is proposed needs a look; empty: it needs none.
    void warn(const QString &sentence);

    /// The first field that is wrong, marked; nullptr when all is well. Later than five minutes after `now`
    /// the operation would lie in the future, which the register refuses.
    [[nodiscard]] QWidget *firstProblem(Instant now, QString &sentence);
    void clearProblems();

    [[nodiscard]] TextField &number() const { return *m_number; }

Q_SIGNALS:
    void edited();

private:
    void showHijri();

    DisplayLocale m_locale;
    TextField *m_number;
    TextField *m_day;
    TextField *m_time;
    LabelledField *m_numberRow;
    LabelledField *m_dayRow;
    LabelledField *m_timeRow;
    Strip *m_clock;
};

} // namespace tawasul
