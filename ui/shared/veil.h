// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QFrame>

#include <vector>

namespace tawasul {

class Theme;

/// A card over a whole window, which waits behind it dimmed: its keys rest, the focus goes round among what
/// stands on the card, and Esc gives it up.
class Veil : public QFrame
{
    Q_OBJECT

public:
    /// Lies over `window` and follows its size; hidden until rise().
    Veil(const Theme &theme, QWidget &window);

    /// Before its window goes: gives up, unless something is under way that would be lost; then it says so
    /// and answers false.
    [[nodiscard]] virtual bool letGo();

protected:
    /// Puts the card into the middle; once.
    void setCard(QWidget *card);
    /// Shows it, with the first stop in the focus.
    void rise();
    /// Hides it; what had the focus has it again.
    void fall();

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    /// What can have the focus now, the first one first; never empty while it is shown.
    [[nodiscard]] virtual std::vector<QWidget *> stops() const = 0;
    /// Esc.
    virtual void giveUp() = 0;

    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QWidget &m_window;
    QPointer<QWidget> m_before; ///< had the focus; what is behind may be shown anew meanwhile
};

} // namespace tawasul
