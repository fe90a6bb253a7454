// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtGui/QKeySequence>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QAction;
class QKeyEvent;
class QWidget;
QT_END_NAMESPACE

namespace tawasul {

/// The letter on a key of a US keyboard, by the key's place: X11 and Wayland number keys by place, whatever
/// layout is active. Nothing for keys without a letter.
[[nodiscard]] std::optional<Qt::Key> usLetter(quint32 nativeScanCode);

/// Makes Ctrl+letter work while the keyboard writes Arabic. With an Arabic layout alone Qt finds no Latin
/// letter on the key, so neither shortcuts nor copy and paste answer: the key's place is asked
/// instead. Works for every action and every text field of its window. Never use Ctrl+B (the key is a
/// lam-alef there).
class Shortcuts : public QObject
{
    Q_OBJECT

public:
    explicit Shortcuts(QWidget &window);

    /// An action of the window that answers to any of the keys.
    QAction *add(const QString &name, const QList<QKeySequence> &keys, std::function<void()> action);

    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QAction *actionFor(const QKeySequence &keys) const;

    QWidget &m_window;
};

} // namespace tawasul
