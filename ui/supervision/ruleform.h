// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "models/domain/assignment.h"
#include "models/domain/leave.h"
#include "ui/supervision/boardwords.h"

namespace tawasul {

class ChoiceBox;
class DayField;
class Theme;

/// Which cases, by what they have in common: whose they are, when they end, of which section and service.
class RuleForm : public QWidget
{
    Q_OBJECT

public:
    RuleForm(const Theme &theme, const BoardWords &words, QWidget *parent = nullptr);

    /// Of a supervisor who has one: no other is offered.
    void setOwnSection(const QString &section);
    /// Whose cases there may be, and the sections and services of the reference data.
    void setStaff(const std::vector<Colleague> &staff);
    void setRule(const AssignmentRule &rule);
    /// Nothing while it is not complete: no officer is chosen, or something typed is no day.
    [[nodiscard]] std::optional<AssignmentRule> rule() const;
    /// Says what is wrong beside the field that it is of.
    void showProblems();

Q_SIGNALS:
    void edited();

private:
    void fillServices();
    [[nodiscard]] QString ownSection() const;

    const BoardWords &m_words;
    QString m_ownSection; ///< empty: any
    std::vector<Colleague> m_staff;
    ChoiceBox *m_from;
    DayField *m_endsFrom;
    DayField *m_endsTo;
    ChoiceBox *m_section;
    ChoiceBox *m_service;
};

} // namespace tawasul
