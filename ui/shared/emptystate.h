// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "ui/theme/theme.h"

namespace tawasul {

/// What an empty list says: a picture, one sentence, one line why, and at most one button.
struct EmptyWords
{
    Icon icon = Icon::Inbox;
    QString sentence;
    QString reason;
    QString action;
    Ink ink = Ink::Text3; ///< Ink::Success when the work is done
};

/// Stands in the middle of a list that has no rows.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const Theme &theme, const EmptyWords &words, QWidget *parent = nullptr);

Q_SIGNALS:
    void actionChosen();
};

} // namespace tawasul
