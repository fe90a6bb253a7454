// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace tawasul {

class Note;
class PlainLabel;
class Theme;

/// A label over a field, a line of explanation under it when there is one, and what is wrong with it.
class LabelledField : public QWidget
{
    Q_OBJECT

public:
    /// Takes the field; it is named after the label and after the field's own object name.
    LabelledField(const Theme &theme, const QString &label, QWidget *field, QWidget *parent = nullptr);

    [[nodiscard]] QWidget &field() const { return *m_field; }

    void setLabel(const QString &label);
    void explain(const QString &sentence);
    /// An empty sentence: nothing is wrong.
    void setProblem(const QString &sentence);

private:
    PlainLabel *m_label;
    QWidget *m_field;
    PlainLabel *m_explanation;
    Note *m_problem;
};

} // namespace tawasul
