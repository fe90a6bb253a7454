// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcuts.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QWidget>

#include <array>
#include <string_view>

namespace tawasul {

namespace {

// Linux counts keys from 1, X11 adds 8: Q is 24.
struct KeyRow
{
    quint32 first;
    std::string_view letters;
};
constexpr std::array kRows{KeyRow{24, "QWERTYUIOP"}, KeyRow{38, "ASDFGHJKL"}, KeyRow{52, "ZXCVBNM"}};

bool isLatinLetter(int key)
{
    return key >= Qt::Key_A && key <= Qt::Key_Z;
}

// What the event would be on a US keyboard; nothing when it is that already or no shortcut at all.
std::optional<Qt::Key> letterMeant(const QKeyEvent &event)
{
    if (!event.modifiers().testFlag(Qt::ControlModifier) || event.modifiers().testFlag(Qt::AltModifier)
        || isLatinLetter(event.key()))
        return std::nullopt;
    return usLetter(event.nativeScanCode());
}

bool answersNow(const QAction &action, const QWidget &window, const QWidget *focus)
{
    if (!action.isEnabled())
        return false;
    const QObjectList owners = action.associatedObjects();
    return std::any_of(owners.begin(), owners.end(), [&](const QObject *object) {
        const auto *owner = qobject_cast<const QWidget *>(object);
        if (!owner || owner->window() != &window)
            return false;
        switch (action.shortcutContext()) {
        case Qt::WidgetShortcut:
            return owner == focus;
        case Qt::WidgetWithChildrenShortcut:
            return owner == focus || owner->isAncestorOf(focus);
        case Qt::WindowShortcut:
        case Qt::ApplicationShortcut:
            break;
        }
        return owner->isVisible();
    });
}

} // namespace

std::optional<Qt::Key> usLetter(quint32 nativeScanCode)
{
    for (const KeyRow &row : kRows) {
        if (nativeScanCode >= row.first && nativeScanCode < row.first + row.letters.size())
            return static_cast<Qt::Key>(row.letters[nativeScanCode - row.first]);
    }
    return std::nullopt;
}

Shortcuts::Shortcuts(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    QCoreApplication::instance()->installEventFilter(this);
}

QAction *Shortcuts::add(const QString &name, const QList<QKeySequence> &keys, std::function<void()> action)
{
    auto *made = new QAction(name, &m_window);
    made->setShortcuts(keys);
    connect(made, &QAction::triggered, this, std::move(action));
    m_window.addAction(made);
    return made;
}

QAction *Shortcuts::actionFor(const QKeySequence &keys) const
{
    const QWidget *focus = m_window.focusWidget();
    const QList<QAction *> all = m_window.findChildren<QAction *>();
    for (QAction *action : all) {
        if (action->shortcuts().contains(keys) && answersNow(*action, *m_window.window(), focus))
            return action;
    }
    return nullptr;
}

bool Shortcuts::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || widget->window() != m_window.window())
        return false;
    auto &key = *static_cast<QKeyEvent *>(event);
    const std::optional<Qt::Key> letter = letterMeant(key);
    if (!letter)
        return false;
    const auto send = [&](QEvent::Type type) {
        QKeyEvent meant(type, *letter, key.modifiers(), key.nativeScanCode(), key.nativeVirtualKey(),
                        key.nativeModifiers(), {}, key.isAutoRepeat(), static_cast<quint16>(key.count()));
        meant.ignore();
        QCoreApplication::sendEvent(widget, &meant);
        return meant.isAccepted();
    };
    const Qt::KeyboardModifiers held = key.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier);
    // As Qt asks before any shortcut: a field keeps what it understands, and a sheet over the window keeps
    // all.
    const bool isKept = send(QEvent::ShortcutOverride);
    if (QAction *action = isKept ? nullptr : actionFor(QKeySequence(QKeyCombination(held, *letter)))) {
        action->trigger();
        key.accept();
        return true;
    }
    // Copy, paste and their like belong to the field: it gets the key it was waiting for.
    key.setAccepted(send(QEvent::KeyPress));
    return true;
}

} // namespace tawasul
