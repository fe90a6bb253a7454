// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include "models/arabic/displaylocale.h"

namespace tawasul {

class DocumentActions;
class DocumentSearch;
class Note;
class PlainLabel;
class TextField;
class Theme;

/// Under the bar of the document while something is looked for in it: the words, how many places there are
/// and which one is seen, and what could not be looked at.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    FindBar(const Theme &theme, DisplayLocale locale, const DocumentActions &actions,
            QWidget *parent = nullptr);

    /// Shown, with the keyboard in its field.
    void begin();
    /// Closed, and what was looked for is gone with what came of it: it was of another person's document.
    void clear();
    [[nodiscard]] QString words() const;
    /// How far the search has come.
    void present(const DocumentSearch &search);

Q_SIGNALS:
    /// Other words, once typing rests.
    void wordsChanged(const QString &words);
    /// Enter: +1 onward, with Shift -1 back.
    void stepped(int by);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeRow(const Theme &theme, const DocumentActions &actions);
    [[nodiscard]] QString countText(const DocumentSearch &search) const;
    [[nodiscard]] QString remarks(const DocumentSearch &search) const;

    DisplayLocale m_locale;
    TextField *m_field;
    PlainLabel *m_count;
    Note *m_note;
    QTimer m_rest;
};

} // namespace tawasul
