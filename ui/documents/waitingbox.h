// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

namespace tawasul {

class Button;
class Note;
class Theme;

/// Over a page that does not come: that it is waited for, and a way to stop that. Not before a second has
/// passed, since most pages are there long before; it takes no room from the page.
class WaitingBox : public QFrame
{
    Q_OBJECT

public:
    explicit WaitingBox(const Theme &theme);

    /// In the middle of `room`, which owns it from now on.
    void layOver(QWidget &room);
    /// Goes on counting while it is waited for the same.
    void setWaiting(bool waiting, const QString &sentence);

    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void givenUp();

private:
    void appear();
    void place();

    Note *m_note;
    Button *m_stop;
    QString m_sentence;
    QTimer m_patience;
};

} // namespace tawasul
