// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/deskapp.h"
#include "tests/journeys/realdesk.h"

#include <QtCore/QTemporaryDir>
#include <QtWidgets/QWidget>

namespace tawasul {

/// The whole program with its window, worked by keys, on one machine whose disk outlives it.
class DeskWindow
{
public:
    DeskWindow(const QUrl &centre, const QString &username);
    ~DeskWindow();

    /// Starts the program; what it had on its disk is there.
    void start(bool training = true, const QString &password = {});
    /// Ends it as closing the window does.
    void quit();
    /// The offscreen platform forgets the active window when another one goes; window managers do not.
    void bringToFront() const;
    [[nodiscard]] QWidget &window() const { return *m_window; }
    [[nodiscard]] QString folder() const { return m_folder->path(); }
    [[nodiscard]] JourneyClock &clock() { return m_clock; }
    /// Another program on the same machine: the same disk, the same account.
    [[nodiscard]] DeskPlace place(bool training = true) const;

    /// A key press at whatever has the keyboard, counted.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// What only a person can enter; not counted.
    void type(const QString &text);
    [[nodiscard]] int presses() const { return m_presses; }
    void forgetPresses() { m_presses = 0; }

    /// From the sign-in card with everything filled in to the list.
    void signIn();
    /// How many rows the worklist shows; -1 while there is none.
    [[nodiscard]] int rows() const;
    /// Whether the keyboard is in the shown widget of that name.
    [[nodiscard]] bool focusIsIn(const char *name) const;

    /// The shown widget of that name, or null.
    template<class T = QWidget>
    [[nodiscard]] T *shown(const char *name) const
    {
        const QList<T *> all = m_window->findChildren<T *>(QLatin1StringView(name));
        for (T *each : all) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    /// All text of that part of the window as a screen reader has it.
    [[nodiscard]] QString said(const char *name) const;

private:
    std::unique_ptr<QTemporaryDir> m_folder = makeScratchDirectory();
    JourneyClock m_clock;
    SystemRandom m_random;
    QUrl m_centre;
    QString m_username;
    std::unique_ptr<DeskApp> m_app;
    QWidget *m_window = nullptr;
    int m_presses = 0;
};

} // namespace tawasul
