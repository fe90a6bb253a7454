// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace tawasul {

class PlainLabel;

/// A mark and a sentence on one line, hidden while there is nothing to say.
class Note : public QWidget
{
    Q_OBJECT

public:
    explicit Note(QWidget *mark, QWidget *parent = nullptr);

    /// Shows the sentence; an empty one hides the note.
    void say(const QString &sentence);
    /// What it says is read out when it changes, wherever the keyboard is.
    void setLive() { m_isLive = true; }

    [[nodiscard]] QString sentence() const;

private:
    PlainLabel *m_label;
    bool m_isLive = false;
};

} // namespace tawasul
