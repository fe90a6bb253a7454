// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace tawasul {

/// A white, rounded pane on the canvas.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    /// The column inside, with the card's padding; tables that reach the edge set its margins to zero.
    [[nodiscard]] QVBoxLayout &column() { return *m_column; }

private:
    QVBoxLayout *m_column;
};

/// A hairline across a card.
[[nodiscard]] QFrame *makeRule(QWidget *parent);

} // namespace tawasul
