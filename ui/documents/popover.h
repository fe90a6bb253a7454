// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace tawasul {

/// A small card over a place of the screen: it goes when something else is clicked, and with Esc.
class Popover : public QFrame
{
    Q_OBJECT

public:
    Popover(const QString &name, QWidget *parent);

    /// Over the lower part of that widget, or above it where there is no room; then it has the keyboard.
    void openOver(const QWidget &anchor);

protected:
    [[nodiscard]] QVBoxLayout &column() const { return *m_column; }

private:
    QVBoxLayout *m_column;
};

} // namespace tawasul
