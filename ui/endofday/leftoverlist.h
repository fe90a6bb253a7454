// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "ui/endofday/endofdaywords.h"
#include "ui/theme/theme.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace tawasul {

class Button;
class IconMark;
class PlainLabel;

/// What is left of one kind: how much in the heading, and each with its number as a button that goes there,
/// when there is somewhere to go. Of many the first are listed and the rest is counted.
class LeftoverList : public QWidget
{
    Q_OBJECT

public:
    /// `all` names the button that goes where all of them are; empty: there is no such place.
    LeftoverList(const Theme &theme, Icon icon, DisplayLocale locale, const QString &all,
                 QWidget *parent = nullptr);

    /// `more` are further ones than the lines.
    void present(const QString &heading, const std::vector<EndOfDayLine> &lines, Tone tone, int more = 0);
    /// In place of a count that is not known: nothing is listed, and nothing is said to be done.
    void presentUnknown(const QString &heading, Tone tone);

Q_SIGNALS:
    void chosen(const tawasul::CaseId &id);
    void allRequested();

private:
    [[nodiscard]] QWidget *makeLine(const EndOfDayLine &line);
    [[nodiscard]] QWidget *makeReadable(QWidget *line, const QString &written);
    void mark(const QString &heading, Icon icon, Tone tone);
    void fill(const std::vector<EndOfDayLine> &lines, int more);

    const Theme &m_theme;
    Icon m_icon;
    DisplayLocale m_locale;
    IconMark *m_mark;
    PlainLabel *m_heading;
    Button *m_all;
    QVBoxLayout *m_lines;
    std::vector<EndOfDayLine> m_shown;
    int m_more = -1;
};

} // namespace tawasul
