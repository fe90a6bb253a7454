// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "ui/casefile/checklines.h"

namespace tawasul {

class Button;
class IconMark;
class PlainLabel;
class Theme;

/// One check: icon, what was checked, the verdict as a word, the evidence, and for a failed one the button
/// that turns it into the reply.
class CheckRow : public QWidget
{
    Q_OBJECT

public:
    explicit CheckRow(const Theme &theme, QWidget *parent = nullptr);

    /// `mayReturn`: whether this person may return the case now.
    void present(const CheckLine &line, bool mayReturn);

    /// The button of a failed check; hidden otherwise.
    [[nodiscard]] Button &answer() const { return *m_answer; }

Q_SIGNALS:
    void returnRequested(const QString &check);

private:
    QString m_check;
    IconMark *m_icon;
    PlainLabel *m_title;
    PlainLabel *m_verdict;
    PlainLabel *m_evidence;
    QWidget *m_answerPlace;
    Button *m_answer;
};

} // namespace tawasul
